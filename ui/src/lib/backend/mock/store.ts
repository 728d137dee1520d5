import type { Language } from '../../i18n/words.ts';
import type { Problem } from '../bindings.ts';
import type { Outcome } from '../outcome.ts';
import type {
  AttachmentView,
  EarlierStarts,
  FamilyPersonView,
  HouseholdsView,
  HouseholdView,
  StoreBackend,
} from '../store.ts';

const refusal = (code: string, args: Record<string, string> = {}): Problem => ({
  code,
  args,
  field: null,
});

const FIRST: HouseholdView = {
  id: 'household-1',
  name: null,
  applications: [{ id: 'application-2', name: null, open: true }],
  attachments: [],
};

/** The families and scans of the made-up backend. */
export class MockStore implements Omit<StoreBackend, 'takeFamilyPerson'> {
  families: HouseholdView[] = structuredClone([FIRST]);
  /** What happened, for tests to read. */
  readonly calls: string[] = [];
  /** The folder that the person chooses; none when the dialog is closed. */
  folder: string | null = '/home/user/Documents';
  /** Whom the other applications of the family name, by list. */
  persons: Record<string, FamilyPersonView[]> = {};
  /** The files that the person chooses. */
  files: string[] = ['паспорт.pdf', 'дом.jpg'];
  earlier: EarlierStarts = { language: null, had_case: false, code_unwritten: false };
  locks = 15;
  waiting = false;
  #closing: (() => void) | null = null;
  lost = 0;
  /** What every save says, as long as it is set. */
  disk: Problem | null = null;
  #next = 3;
  #deleted: HouseholdView[][] = [];

  households(): Promise<Outcome<HouseholdsView>> {
    return this.ok({
      revision: 0,
      households: this.families,
      can_undo_delete: this.#deleted.length > 0,
    });
  }

  createHousehold(name: string) {
    return this.#edit(`createHousehold ${name}`, () => {
      this.#close();
      this.families.push({
        ...structuredClone(FIRST),
        id: `household-${this.#next}`,
        name: name || null,
        applications: [{ id: `application-${this.#next + 1}`, name: null, open: true }],
      });
      this.#next += 2;
    });
  }

  createApplication(household: string, name: string) {
    return this.#edit(`createApplication ${household} ${name}`, () => {
      this.#close();
      this.#of(household)?.applications.push({
        id: `application-${this.#next}`,
        name: name || null,
        open: true,
      });
      this.#next += 1;
    });
  }

  renameHousehold(id: string, name: string) {
    return this.#edit(`renameHousehold ${id} ${name}`, () => {
      const household = this.#of(id);
      if (household) household.name = name || null;
    });
  }

  renameApplication(id: string, name: string) {
    return this.#edit(`renameApplication ${id} ${name}`, () => {
      for (const application of this.#applications()) {
        if (application.id === id) application.name = name || null;
      }
    });
  }

  openApplication(id: string) {
    return this.#edit(`openApplication ${id}`, () => {
      for (const application of this.#applications()) application.open = application.id === id;
    });
  }

  deleteHousehold(id: string) {
    return this.#delete(`deleteHousehold ${id}`, () => {
      this.families = this.families.filter((household) => household.id !== id);
    });
  }

  deleteApplication(id: string) {
    return this.#delete(`deleteApplication ${id}`, () => {
      for (const household of this.families) {
        household.applications = household.applications.filter((one) => one.id !== id);
      }
    });
  }

  undoDelete() {
    return this.#edit('undoDelete', () => {
      this.families = this.#deleted.pop() ?? this.families;
    });
  }

  familyPersons(_lang: Language, entity: string) {
    return this.ok(this.persons[entity] ?? []);
  }

  chooseScans(_lang: Language) {
    return this.ok(this.files);
  }

  attachChosen(household: string, place: number, paper: string | null) {
    const name = this.files[place] ?? '';
    if (name.endsWith('.exe')) return this.refuse(refusal('vault.attachment_kind'));
    return this.#edit(`attachChosen ${household} ${name} ${paper}`, () => {
      this.#of(household)?.attachments.push({
        id: `scan-${this.#next}`,
        name: name.replace(/\.\w+$/, ''),
        media_type: name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg',
        kilobytes: 2345,
        paper,
        elsewhere: false,
      });
      this.#next += 1;
    });
  }

  attachment(id: string): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
    this.calls.push(`attachment ${id}`);
    return this.ok(new Uint8Array());
  }

  renameAttachment(id: string, name: string) {
    if (!name.trim()) return this.refuse(refusal('vault.name_not_allowed', { most: '100' }));
    return this.#edit(`renameAttachment ${id} ${name}`, () => {
      for (const scan of this.#scans()) if (scan.id === id) scan.name = name;
    });
  }

  sayPaper(id: string, paper: string | null) {
    return this.#edit(`sayPaper ${id} ${paper}`, () => {
      for (const scan of this.#scans()) {
        if (scan.id === id) Object.assign(scan, { paper, elsewhere: false });
      }
    });
  }

  deleteAttachment(id: string) {
    return this.#delete(`deleteAttachment ${id}`, () => {
      for (const household of this.families) {
        household.attachments = household.attachments.filter((scan) => scan.id !== id);
      }
    });
  }

  exportAttachment(_lang: Language, id: string) {
    this.calls.push(`exportAttachment ${id}`);
    const { folder } = this;
    return this.ok(folder === null ? null : { file: `${id}.pdf`, folder });
  }

  backUp(_lang: Language, passphrase: string) {
    this.calls.push('backUp');
    const { folder } = this;
    if (passphrase.length < 8) {
      return this.refuse(refusal('vault.passphrase_too_short', { least: '8' }));
    }
    return this.ok(folder === null ? null : { file: 'qonys-2026-11-22.age', folder, left_out: [] });
  }

  chooseBackup(_lang: Language) {
    return this.ok(this.folder === null ? null : 'qonys-2026-11-22.age');
  }

  restoreChosen(passphrase: string): Promise<Outcome<null>> {
    this.calls.push('restoreChosen');
    return passphrase === 'wrong'
      ? this.refuse(refusal('vault.wrong_backup_passphrase'))
      : this.ok(null);
  }

  restoreChosenInPlace(passphrase: string): Promise<Outcome<string | null>> {
    this.calls.push('restoreChosenInPlace');
    return passphrase === 'wrong'
      ? this.refuse(refusal('vault.wrong_backup_passphrase'))
      : this.ok('/home/user/.local/share/qonys/vault-2026-11-22');
  }

  earlierStarts(): Promise<Outcome<EarlierStarts>> {
    return this.ok(this.earlier);
  }

  codeWritten(): Promise<Outcome<null>> {
    this.calls.push('codeWritten');
    this.earlier = { ...this.earlier, code_unwritten: false };
    return this.ok(null);
  }

  renewRecovery(passphrase: string | null) {
    this.calls.push('renewRecovery');
    return this.ok({
      recovery_code: passphrase === null ? '8M4N-R3YB-1ABC-2JPE-6WQS-F5DK-9ZHT-3G7A' : null,
    });
  }

  lock(): Promise<Outcome<null>> {
    this.calls.push('lock');
    this.#deleted = [];
    return this.ok(null);
  }

  lostSaves() {
    return this.ok(this.lost);
  }

  lockAfter() {
    return this.ok(this.locks);
  }

  setLockAfter(minutes: number): Promise<Outcome<null>> {
    this.calls.push(`setLockAfter ${minutes}`);
    this.locks = minutes;
    return this.ok(null);
  }

  answersWait(waiting: boolean): Promise<Outcome<null>> {
    this.waiting = waiting;
    return this.ok(null);
  }

  closeAnyway(): Promise<Outcome<null>> {
    this.calls.push('closeAnyway');
    return this.ok(null);
  }

  onCloseAsked(call: () => void): () => void {
    this.#closing = call;
    return () => {
      this.#closing = null;
    };
  }

  /** Asks the window to close, as its frame does: whether it closes. */
  close(): boolean {
    if (this.waiting) this.#closing?.();
    return !this.waiting;
  }

  protected ok<T>(data: T): Promise<Outcome<T>> {
    return Promise.resolve({ status: 'ok', data: structuredClone(data) });
  }

  protected refuse(error: Problem): Promise<Outcome<never>> {
    return Promise.resolve({ status: 'error', error });
  }

  #applications() {
    return this.families.flatMap((household) => household.applications);
  }

  #scans(): AttachmentView[] {
    return this.families.flatMap((household) => household.attachments);
  }

  #of(id: string): HouseholdView | undefined {
    return this.families.find((household) => household.id === id);
  }

  #close(): void {
    for (const application of this.#applications()) application.open = false;
  }

  #delete(call: string, change: () => void) {
    const before = structuredClone(this.families);
    return this.#edit(call, () => {
      change();
      this.#deleted.push(before);
      const [first] = this.#applications();
      if (first && this.#applications().every((one) => !one.open)) first.open = true;
    });
  }

  #edit(call: string, change: () => void): Promise<Outcome<HouseholdsView>> {
    this.calls.push(call);
    if (this.disk) return this.refuse(this.disk);
    change();
    return this.households();
  }
}
