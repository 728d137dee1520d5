import { commands } from './bindings.ts';
import type { Backend, Outcome } from './contract.ts';

/** A refusal comes as a problem; whatever else goes wrong on the way is one too. */
async function caught<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    const outcome = await work;
    const known = outcome.status === 'ok' || typeof outcome.error?.code === 'string';
    if (known) return outcome;
  } catch {
    // The shell itself failed: there is no more to say than that.
  }
  return { status: 'error', error: { code: 'unexpected', args: {}, field: null } };
}

/** The wire carries bytes as base64. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** The shell of the desktop application. */
export const tauriBackend: Backend = {
  start: () => caught(commands.start()),
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
  paper: async (key, paperLanguage) => {
    const outcome = await caught(commands.paper(key, paperLanguage));
    return outcome.status === 'ok' ? { ...outcome, data: bytesOf(outcome.data) } : outcome;
  },
  chooseFolder: (lang) => caught(commands.chooseFolder(lang)),
  savePaper: (key, paperLanguage) => caught(commands.savePaper(key, paperLanguage)),
  openSaved: (file) => caught(commands.openSaved(file)),
  openSource: (url) => caught(commands.openSource(url)),
};
