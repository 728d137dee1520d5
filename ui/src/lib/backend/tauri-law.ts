import { commands } from './bindings.ts';
import { caught } from './caught.ts';
import type { LawBackend } from './law.ts';

/** What the shell of the desktop says about the law. */
export const tauriLaw: LawBackend = {
  lawState: (lang) => caught(commands.lawState(lang)),
  chooseLaw: (lang) => caught(commands.chooseLaw(lang)),
  takeOfferedLaw: (lang) => caught(commands.takeOfferedLaw(lang)),
};
