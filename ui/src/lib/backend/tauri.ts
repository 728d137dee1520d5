import { commands, events } from './bindings.ts';
import { bytesOf, caught } from './caught.ts';
import type { Backend } from './contract.ts';
import { tauriEntry } from './tauri-entry.ts';
import { tauriLaw } from './tauri-law.ts';
import { tauriDesk } from './tauri-desk.ts';
import { tauriOverview } from './tauri-overview.ts';
import { tauriRemind } from './tauri-remind.ts';
import { tauriStore } from './tauri-store.ts';

/** The shell of the desktop application. */
export const tauriBackend: Backend = {
  ...tauriStore,
  ...tauriLaw,
  ...tauriEntry,
  ...tauriDesk,
  ...tauriOverview,
  ...tauriRemind,
  start: () => caught(commands.start()),
  handedFile: () => caught(commands.handedFile()),
  forgetHandedFile: () => caught(commands.forgetHandedFile()),
  onStartAsked: (hear) => events.startAsked.listen(() => hear()),
  onDayBegan: (hear) => events.dayBegan.listen(() => hear()),
  createVault: (passphrase) => caught(commands.createVault(passphrase)),
  unlock: (passphrase) => caught(commands.unlock(passphrase)),
  setLanguage: (lang) => caught(commands.setLanguage(lang)),
  showCase: (lang) => caught(commands.showCase(lang)),
  answer: (lang, revision, key, input) => caught(commands.answer(lang, revision, key, input)),
  addRecord: (lang, revision, entity) => caught(commands.addRecord(lang, revision, entity)),
  removeRecord: (lang, revision, entity, record) =>
    caught(commands.removeRecord(lang, revision, entity, record)),
  completeList: (lang, revision, entity, complete) =>
    caught(commands.completeList(lang, revision, entity, complete)),
  plan: (lang, revision, input) => caught(commands.plan(lang, revision, input)),
  undo: (lang, revision) => caught(commands.undo(lang, revision)),
  answerPage: (lang, revision) => caught(commands.answerPage(lang, revision)),
  datesPage: (lang, revision) => caught(commands.datesPage(lang, revision)),
  moneyPage: (lang, revision) => caught(commands.moneyPage(lang, revision)),
  stayPage: (lang, revision) => caught(commands.stayPage(lang, revision)),
  countries: (lang) => caught(commands.countries(lang)),
  papers: (lang) => caught(commands.papers(lang)),
  paper: (key, paperLanguage) => bytesOf(commands.paper(key, paperLanguage)),
  chooseFolder: (lang) => caught(commands.chooseFolder(lang)),
  savePaper: (key, paperLanguage) => caught(commands.savePaper(key, paperLanguage)),
  openSaved: (file) => caught(commands.openSaved(file)),
  openSource: (url) => caught(commands.openSource(url)),
};
