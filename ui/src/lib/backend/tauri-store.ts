import { commands, events } from './bindings.ts';
import { bytesOf, caught } from './caught.ts';
import type { StoreBackend } from './store.ts';

/** What the shell of the desktop says about everything that is stored. */
export const tauriStore: StoreBackend = {
  households: () => caught(commands.households()),
  createHousehold: (name) => caught(commands.createHousehold(name)),
  createApplication: (household, name) => caught(commands.createApplication(household, name)),
  renameHousehold: (id, name) => caught(commands.renameHousehold(id, name)),
  renameApplication: (id, name) => caught(commands.renameApplication(id, name)),
  openApplication: (id) => caught(commands.openApplication(id)),
  deleteHousehold: (id) => caught(commands.deleteHousehold(id)),
  deleteApplication: (id) => caught(commands.deleteApplication(id)),
  undoDelete: () => caught(commands.undoDelete()),
  familyPersons: (lang, entity) => caught(commands.familyPersons(lang, entity)),
  takeFamilyPerson: (lang, revision, entity, application, record) =>
    caught(commands.takeFamilyPerson(lang, revision, entity, application, record)),
  chooseScans: (lang) => caught(commands.chooseScans(lang)),
  attachChosen: (household, place, paper) => caught(commands.attachChosen(household, place, paper)),
  attachment: (id) => bytesOf(commands.attachment(id)),
  renameAttachment: (id, name) => caught(commands.renameAttachment(id, name)),
  sayPaper: (id, paper) => caught(commands.sayPaper(id, paper)),
  deleteAttachment: (id) => caught(commands.deleteAttachment(id)),
  exportAttachment: (lang, id) => caught(commands.exportAttachment(lang, id)),
  backUp: (lang, passphrase) => caught(commands.backUp(lang, passphrase)),
  chooseBackup: (lang) => caught(commands.chooseBackup(lang)),
  restoreChosen: (passphrase) => caught(commands.restoreChosen(passphrase)),
  restoreChosenInPlace: (passphrase) => caught(commands.restoreChosenInPlace(passphrase)),
  earlierStarts: () => caught(commands.earlierStarts()),
  codeWritten: () => caught(commands.codeWritten()),
  renewRecovery: (passphrase) => caught(commands.renewRecovery(passphrase)),
  lock: () => caught(commands.lock()),
  lostSaves: () => caught(commands.lostSaves()),
  lockAfter: () => caught(commands.lockAfter()),
  setLockAfter: (minutes) => caught(commands.setLockAfter(minutes)),
  answersWait: (waiting) => caught(commands.answersWait(waiting)),
  closeAnyway: () => caught(commands.closeAnyway()),
  onCloseAsked: (call) => {
    const listening = events.closeAsked.listen(call);
    return () => void listening.then((stop) => stop());
  },
};
