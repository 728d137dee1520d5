import { commands } from './bindings.ts';
import { caught } from './caught.ts';
import type { EntryBackend } from './entry.ts';

/** What the shell of the desktop does for entry and look. */
export const tauriEntry: EntryBackend = {
  readMachineZone: (lang, lines) => caught(commands.readMachineZone(lang, lines)),
  takeMachineZone: (lang, revision, lines, keys) =>
    caught(commands.takeMachineZone(lang, revision, lines, keys)),
  entryHints: (lang, key, typed) => caught(commands.entryHints(lang, key, typed)),
  afterPage: (lang, revision) => caught(commands.afterPage(lang, revision)),
  sourcesOfLaw: (lang) => caught(commands.sourcesOfLaw(lang)),
  createSample: (lang) => caught(commands.createSample(lang)),
  openLogFolder: () => caught(commands.openLogFolder()),
  windowLook: () => caught(commands.windowLook()),
  setWindowLook: (look) => caught(commands.setWindowLook(look)),
};
