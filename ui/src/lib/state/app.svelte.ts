import { getContext, setContext, tick, untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

import type {
  Backend,
  CaseView,
  CountryView,
  HandedFile,
  HouseholdsView,
  Outcome,
  Problem,
  StartView,
} from '../backend/contract.ts';
import type { WindowLook } from '../backend/entry.ts';
import type { EarlierStarts } from '../backend/store.ts';
import { I18n, isLanguage } from '../i18n/i18n.svelte.ts';
import type { Language } from '../i18n/words.ts';
import { listOf } from './lists.ts';
import { Navigation } from './navigation.svelte.ts';
import { hrefOf, pageOf, type Page } from './page.ts';
import type { Typed } from './typed.ts';
import { mayPass, Unsaved, type Send } from './unsaved.svelte.ts';
import { Unsent } from './unsent.ts';

/** How far the start is. */
export type Step =
  | 'loading'
  | 'language'
  | 'about'
  | 'restore'
  | 'aside'
  | 'passphrase'
  | 'code'
  | 'unwritten'
  | 'unlock'
  | 'locked'
  | 'failed'
  | 'open';

function systemLanguage(): Language {
  for (const tag of navigator.languages ?? []) {
    const code = tag.slice(0, 2).toLowerCase();
    if (isLanguage(code)) return code;
  }
  return 'kk';
}

/** The state of the window: the start, the case as the backend sees it, the language, the page. */
export class App {
  readonly backend: Backend;
  readonly i18n: I18n;
  readonly navigation = new Navigation();
  step = $state<Step>('loading');
  start = $state.raw<StartView | null>(null);
  view = $state.raw<CaseView | null>(null);
  countries = $state.raw<CountryView[]>([]);
  recoveryCode = $state<string | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** What is known of earlier starts. */
  earlier = $state.raw<EarlierStarts>({ language: null, had_case: false, code_unwritten: false });
  /** Whether a backup is to take the place of a store that does not open, and whence one came to that. */
  insteadOf = $state<'unlock' | 'failed' | null>(null);
  /** The folder of the store that was set aside. */
  aside = $state<string | null>(null);
  /** Who is there: families, their applications and scans. */
  store = $state.raw<HouseholdsView | null>(null);
  /** How many newer saves were damaged when the store was opened. */
  lostSaves = $state(0);
  /** Minutes of rest after which the store is locked; nought for never. */
  lockAfter = $state(0);
  /** Light or dark, and how large the letters are. */
  look = $state.raw<WindowLook>({ theme: 'system', letters: 'usual' });
  readonly unsaved = new Unsaved();
  readonly unsent = new Unsent();
  busy = $state(false);
  /** What kind of file the program was started with, until a page takes it up. */
  handed = $state<HandedFile | null>(null);
  /** Pages of questions that were left for later. */
  postponed = $state.raw<ReadonlySet<string>>(new Set());
  /** What the polite live region says. */
  said = $state('');
  /** From which page to which one somebody wanted to go while something typed there could not be saved. */
  leaving = $state.raw<{ from: string; to: Page } | null>(null);
  readonly #forms = new SvelteSet<Typed>();
  /** The record that was added last, and the case right after it. */
  added: { entity: string; record: string; revision: number } | null = null;
  #following = false;

  constructor(backend: Backend, language: Language = systemLanguage()) {
    this.backend = backend;
    this.i18n = new I18n(language);
  }

  /** The open case; screens within the frame are only shown when there is one. */
  get case(): CaseView {
    if (!this.view) throw new Error('no case is open');
    return this.view;
  }

  async begin(): Promise<void> {
    this.insteadOf = null;
    const [look, earlier] = await Promise.all([
      this.backend.windowLook(),
      this.backend.earlierStarts(),
    ]);
    if (look.status === 'ok') this.look = look.data;
    if (earlier.status === 'ok') this.earlier = earlier.data;
    // Before the keyring is asked: its question may stand for long, and what goes wrong is said in this language too.
    if (isLanguage(this.earlier.language)) this.i18n.language = this.earlier.language;
    const outcome = await this.backend.start();
    if (outcome.status === 'error') {
      this.problem = outcome.error;
      await this.#readHanded();
      this.step = 'failed';
      return;
    }
    this.problem = null;
    this.start = outcome.data;
    await this.#readHanded();
    if (outcome.data.state === 'open') {
      await this.open();
    } else if (outcome.data.state === 'needs_passphrase') {
      this.step = 'unlock';
    } else {
      this.step = outcome.data.language === null ? 'language' : this.firstStep;
    }
  }

  /** The first page where nothing is kept yet; a backup that was opened is restored. */
  get firstStep(): Step {
    return this.handed === 'backup' ? 'restore' : 'about';
  }

  async createVault(passphrase: string | null): Promise<Problem | null> {
    const outcome = await this.#busily(() => this.backend.createVault(passphrase));
    if (outcome.status === 'error') return outcome.error;
    await this.#showCode(outcome.data.recovery_code);
    return null;
  }

  /** A new recovery code in the place of one that nobody wrote down. */
  async makeCode(): Promise<Problem | null> {
    const outcome = await this.#busily(() => this.backend.renewRecovery(null));
    if (outcome.status === 'error') return outcome.error;
    await this.#showCode(outcome.data.recovery_code);
    return null;
  }

  /** Goes on without a code that is written down; the next start asks again. */
  later(): Promise<void> {
    this.earlier = { ...this.earlier, code_unwritten: false };
    return this.open();
  }

  async #showCode(code: string | null): Promise<void> {
    this.recoveryCode = code;
    if (code === null) await this.open();
    else this.step = 'code';
  }

  /** The recovery code is written down. */
  async codeWritten(): Promise<void> {
    await this.backend.codeWritten();
    this.earlier = { ...this.earlier, code_unwritten: false };
  }

  async unlock(secret: string): Promise<Problem | null> {
    const outcome = await this.#busily(() => this.backend.unlock(secret));
    if (outcome.status === 'error') return outcome.error;
    await this.open();
    return null;
  }

  async restore(passphrase: string): Promise<Problem | null> {
    if (this.insteadOf === null) {
      const outcome = await this.#busily(() => this.backend.restoreChosen(passphrase));
      if (outcome.status === 'error') return outcome.error;
    } else {
      const outcome = await this.#busily(() => this.backend.restoreChosenInPlace(passphrase));
      if (outcome.status === 'error') return outcome.error;
      this.aside = outcome.data;
    }
    this.earlier = { ...this.earlier, code_unwritten: false };
    if (this.aside === null) await this.open();
    else this.step = 'aside';
    return null;
  }

  /** Restores a backup although a store lies there that does not open. */
  restoreInPlace(): void {
    if (this.step !== 'unlock' && this.step !== 'failed') return;
    this.insteadOf = this.step;
    this.step = 'restore';
  }

  async open(): Promise<void> {
    this.recoveryCode = null;
    this.aside = null;
    this.insteadOf = null;
    const problem = (await this.reload()) ?? (await this.#readStore());
    this.problem = problem;
    this.step = problem ? 'failed' : this.earlier.code_unwritten ? 'unwritten' : 'open';
    if (this.step !== 'open') return;
    await this.showWanted();
    this.#showHanded();
  }

  /** Another start of the program asks for a deadline, or names a file to open. */
  async followStart(): Promise<void> {
    await this.#readHanded();
    if (this.step === 'open') {
      await this.saveTyped();
      await this.#leave();
      this.#showHanded();
      await this.showWanted();
    } else if (this.step === 'about' || this.step === 'passphrase') {
      if (this.handed === 'backup') this.step = 'restore';
    } else if (this.handed === 'backup' && (this.step === 'unlock' || this.step === 'failed')) {
      // The page offers it; whoever does not see the page hears of it.
      void this.say(this.i18n.t('keeping.restore.opened'));
    }
  }

  /** Another day has begun: what is shown counts from that day. */
  async followDay(): Promise<void> {
    if (this.step !== 'open' || this.busy) return;
    const problem = await this.reload();
    if (problem) this.problem = problem;
  }

  /** The file was taken up by the page that opens such files. */
  async forgetHanded(): Promise<void> {
    this.handed = null;
    await this.backend.forgetHandedFile();
  }

  async #readHanded(): Promise<void> {
    const outcome = await this.backend.handedFile();
    if (outcome.status === 'ok') this.handed = outcome.data;
  }

  #showHanded(): void {
    if (this.handed !== null) this.navigation.go({ name: 'safe' });
  }

  /** Goes to the deadline that a click on a reminder asked for. A locked case goes there once it is open. */
  async showWanted(): Promise<void> {
    if (this.step !== 'open') return;
    const outcome = await this.backend.wantedDeadline(this.i18n.language);
    if (outcome.status === 'error') {
      this.problem = outcome.error;
      return;
    }
    if (outcome.data === null) return;
    const { application, key } = outcome.data;
    const open = this.store?.households
      .flatMap((family) => family.applications)
      .find((one) => one.open);
    if (application !== null && application !== open?.id) {
      const problem = await this.keep((backend) => backend.openApplication(application));
      if (problem) {
        this.problem = problem;
        return;
      }
    }
    this.navigation.go(key === null ? { name: 'dates' } : { name: 'dates', deadline: key });
    if (key === null) void this.say(this.i18n.t('reminders.page.gone'));
  }

  /** Shows the case anew, in the language of the window. */
  async reload(): Promise<Problem | null> {
    const language = this.i18n.language;
    const [shown, countries] = await Promise.all([
      this.backend.showCase(language),
      this.backend.countries(language),
    ]);
    if (shown.status === 'error') return shown.error;
    if (countries.status === 'error') return countries.error;
    const compare = new Intl.Collator(language).compare;
    this.countries = countries.data.toSorted((a, b) => compare(a.name, b.name));
    this.view = shown.data;
    return null;
  }

  async #readStore(): Promise<Problem | null> {
    const [store, lost, after] = await Promise.all([
      this.backend.households(),
      this.backend.lostSaves(),
      this.backend.lockAfter(),
    ]);
    if (store.status === 'error') return store.error;
    this.store = store.data;
    this.lostSaves = lost.status === 'ok' ? lost.data : 0;
    this.lockAfter = after.status === 'ok' ? after.data : 0;
    return null;
  }

  /** Changes who is there. When another application is open afterwards, its case is shown. */
  async keep(
    work: (backend: Backend) => Promise<Outcome<HouseholdsView>>,
  ): Promise<Problem | null> {
    // An answer that waits belongs to the application that is open now, and to no other.
    await this.saveAgain();
    if (this.unsaved.problem) return this.unsaved.problem;
    const outcome = await this.#busily(() => work(this.backend));
    if (outcome.status === 'error') return outcome.error;
    this.store = outcome.data;
    return outcome.data.revision === this.case.revision ? null : this.reload();
  }

  /** Takes in a form of the page; gives back how to forget it. */
  hold(form: Typed): () => void {
    untrack(() => this.#forms.add(form));
    return () => void untrack(() => this.#forms.delete(form));
  }

  /** Whether the page holds what was typed and not sent. */
  get typed(): boolean {
    return this.step === 'open' && [...this.#forms].some((form) => form.changed());
  }

  /** Saves what is typed on the page and was not sent; says whether nothing of it would be lost. */
  async saveTyped(): Promise<boolean> {
    const changed = [...this.#forms].filter((form) => form.changed());
    let all = true;
    for (const form of changed) all = (await form.save()) && all;
    return all;
  }

  /**
   * Takes a record back that was added and left without any answer: a person of whom nothing is told would be asked for papers.
   * Says whether it was.
   */
  async dropEmpty(entity: string, record: string): Promise<boolean> {
    const { added } = this;
    if (added?.entity !== entity || added.record !== record) return false;
    const records = listOf(this.case, entity)?.records ?? [];
    const of = records.find(({ id }) => id === record);
    if (!of || of.questions.some(({ answer }) => answer !== null)) return false;
    this.added = null;
    // Taken back whole, what was said of the list before stands again.
    const whole = added.revision === this.case.revision;
    const problem = await this.change((language, revision) =>
      whole
        ? this.backend.undo(language, revision)
        : this.backend.removeRecord(language, revision, entity, record),
    );
    return problem === null;
  }

  /** Tells the forms of the page that it is left. */
  async #leave(): Promise<void> {
    for (const form of this.#forms) await form.left?.();
  }

  /** Follows a link. What is typed is saved first; what cannot be saved is asked about once. */
  async follow(): Promise<void> {
    const to = pageOf(location.hash);
    const from = this.navigation.href;
    if (hrefOf(to) === from || this.#following) return;
    let saved = false;
    if (this.typed) {
      this.#following = true;
      saved = await this.saveTyped().finally(() => (this.#following = false));
      if (!saved && this.leaving?.from !== from) {
        this.leaving = { from, to };
        history.replaceState(null, '', from);
        void this.say(this.i18n.t('app.leaving.text'));
        return;
      }
    }
    this.leaving = null;
    await this.#leave();
    this.navigation.follow();
    if (saved) void this.say(this.i18n.t('app.frame.saved'));
  }

  /** Locks the store, unless an answer would be lost by that. */
  async lock(): Promise<void> {
    if (this.busy || this.step !== 'open') return;
    await this.saveTyped();
    await this.#leave();
    await this.saveAgain();
    if (this.unsaved.count > 0) {
      void this.say(this.i18n.t('keeping.lock.waits'));
      return;
    }
    const outcome = await this.#busily(() => this.backend.lock());
    // Even what could not be erased is locked by now.
    this.problem = outcome.status === 'error' ? outcome.error : null;
    this.step = 'locked';
    this.view = null;
    this.store = null;
    this.unsent.clear();
    this.said = '';
    this.navigation.go({ name: 'home' });
  }

  /** Changes how the window looks, and remembers it. */
  async setLook(look: WindowLook): Promise<Problem | null> {
    this.look = look;
    const outcome = await this.backend.setWindowLook(look);
    return outcome.status === 'error' ? outcome.error : null;
  }

  async switchLanguage(language: Language): Promise<void> {
    this.i18n.language = language;
    this.said = '';
    const remembered = await this.backend.setLanguage(language);
    const shown = this.view ? await this.reload() : null;
    this.problem = remembered.status === 'error' ? remembered.error : shown;
  }

  /**
   * Sends a change and takes over the case that comes back. With a key, a change that the disk does not take waits
   * until it does; the latest one of a key counts.
   */
  async change(send: Send, key: string | null = null): Promise<Problem | null> {
    const outcome = await this.#busily(() => send(this.i18n.language, this.case.revision));
    if (outcome.status === 'ok') {
      this.view = outcome.data;
      if (key !== null) this.unsaved.settle(key);
      return null;
    }
    if (outcome.error.code === 'stale_revision') await this.reload();
    if (key !== null && mayPass(outcome.error)) this.unsaved.put(key, send, outcome.error);
    return outcome.error;
  }

  /** Tries to save what the disk did not take before. */
  async saveAgain(): Promise<void> {
    if (this.unsaved.count === 0 || this.busy) return;
    for (const [key, send] of this.unsaved.waiting) {
      const problem = await this.change(send, key);
      if (problem && mayPass(problem)) return;
      if (problem) {
        // The shell does not want it any more: it is shown what is wrong, and the answer stays on its page.
        this.problem = problem;
        this.unsaved.settle(key);
      }
    }
    void this.say(this.i18n.t('keeping.unsaved.saved'));
  }

  /** Remembers, until the program ends, that a page was left for later; what was said of the answer before it is over. */
  postpone(href: string): void {
    this.postponed = new Set([...this.postponed, href]);
    void this.say('');
  }

  /** Tells screen readers; the same words twice are told twice. */
  async say(text: string): Promise<void> {
    this.said = '';
    await tick();
    this.said = text;
  }

  async #busily<T>(work: () => Promise<T>): Promise<T> {
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}

const KEY = 'qonys';

export function provideApp(app: App): void {
  setContext(KEY, app);
}

export function useApp(): App {
  return getContext<App>(KEY);
}

/** For tests, which render a component without its parents. */
export function contextOf(app: App): Map<string, App> {
  return new Map([[KEY, app]]);
}
