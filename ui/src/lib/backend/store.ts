import type {
  BackupView,
  CaseView,
  CopyView,
  CreatedView,
  EarlierStarts,
  FamilyPersonView,
  HouseholdsView,
  Language,
} from './bindings.ts';
import type { Outcome } from './outcome.ts';

export type { ApplicationView, AttachmentView, BackupView, CopyView } from './bindings.ts';
export type { EarlierStarts, FamilyPersonView } from './bindings.ts';
export type { HouseholdsView, HouseholdView } from './bindings.ts';

/** What the screens may ask about everything that is stored: families, scans, backup, locking. */
export interface StoreBackend {
  households(): Promise<Outcome<HouseholdsView>>;
  createHousehold(name: string): Promise<Outcome<HouseholdsView>>;
  createApplication(household: string, name: string): Promise<Outcome<HouseholdsView>>;
  renameHousehold(id: string, name: string): Promise<Outcome<HouseholdsView>>;
  renameApplication(id: string, name: string): Promise<Outcome<HouseholdsView>>;
  openApplication(id: string): Promise<Outcome<HouseholdsView>>;
  deleteHousehold(id: string): Promise<Outcome<HouseholdsView>>;
  deleteApplication(id: string): Promise<Outcome<HouseholdsView>>;
  undoDelete(): Promise<Outcome<HouseholdsView>>;
  /** Persons whom other applications of the family name, and a list of the open one does not. */
  familyPersons(lang: Language, entity: string): Promise<Outcome<FamilyPersonView[]>>;
  /** Takes one of them over into the list; without a record it is the applicant of that application. */
  takeFamilyPerson(
    lang: Language,
    revision: number,
    entity: string,
    application: string,
    record: string | null,
  ): Promise<Outcome<CaseView>>;
  /** Asks for files to attach, and gives their names; none when the person chose none. */
  chooseScans(lang: Language): Promise<Outcome<string[]>>;
  /** Attaches one of the chosen files, by its place among them. */
  attachChosen(
    household: string,
    place: number,
    paper: string | null,
  ): Promise<Outcome<HouseholdsView>>;
  /** The content of a scan. */
  attachment(id: string): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  renameAttachment(id: string, name: string): Promise<Outcome<HouseholdsView>>;
  /** Says of which paper of the open application something is a scan; with null, of none. */
  sayPaper(id: string, paper: string | null): Promise<Outcome<HouseholdsView>>;
  deleteAttachment(id: string): Promise<Outcome<HouseholdsView>>;
  /** Writes a plain copy into a folder that is asked for; nothing when none was chosen. */
  exportAttachment(lang: Language, id: string): Promise<Outcome<CopyView | null>>;
  backUp(lang: Language, passphrase: string): Promise<Outcome<BackupView | null>>;
  /** Asks for a backup, and gives the name of the file; nothing when none was chosen. */
  chooseBackup(lang: Language): Promise<Outcome<string | null>>;
  restoreChosen(passphrase: string): Promise<Outcome<null>>;
  /** Restores in the place of a store that does not open; gives the folder in which that one lies now. */
  restoreChosenInPlace(passphrase: string): Promise<Outcome<string | null>>;
  /** What is known of earlier starts, also where the store does not open. */
  earlierStarts(): Promise<Outcome<EarlierStarts>>;
  /** The person says that the recovery code is written down. */
  codeWritten(): Promise<Outcome<null>>;
  /** Sets a passphrase or, without one, makes a new recovery code. */
  renewRecovery(passphrase: string | null): Promise<Outcome<CreatedView>>;
  lock(): Promise<Outcome<null>>;
  lostSaves(): Promise<Outcome<number>>;
  /** Minutes of rest after which the store is locked; nought for never. */
  lockAfter(): Promise<Outcome<number>>;
  setLockAfter(minutes: number): Promise<Outcome<null>>;
  /** Says whether answers wait that exist only on the screens: the window then does not close at once. */
  answersWait(waiting: boolean): Promise<Outcome<null>>;
  /** Closes the window, and gives up the answers that wait. */
  closeAnyway(): Promise<Outcome<null>>;
  /** Calls when the window was asked to close and stayed open; gives what ends that. */
  onCloseAsked(call: () => void): () => void;
}
