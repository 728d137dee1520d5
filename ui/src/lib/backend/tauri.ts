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
  exportQuestionnaire: (lang, formLanguages) =>
    caught(commands.exportQuestionnaire(lang, formLanguages)),
  openSource: (url) => caught(commands.openSource(url)),
};
