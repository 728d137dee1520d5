import { getContext, setContext, tick } from 'svelte';

import type {
  Backend,
  CaseView,
  CountryView,
  Outcome,
  Problem,
  StartView,
} from '../backend/contract.ts';
import { I18n, isLanguage } from '../i18n/i18n.svelte.ts';
import type { Language } from '../i18n/words.ts';
import { Navigation } from './navigation.svelte.ts';

/** How far the start is. */
export type Step =
  'loading' | 'language' | 'about' | 'passphrase' | 'code' | 'unlock' | 'failed' | 'open';

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
  busy = $state(false);
  /** What the polite live region says. */
  said = $state('');

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
    const outcome = await this.backend.start();
    if (outcome.status === 'error') {
      this.problem = outcome.error;
      this.step = 'failed';
      return;
    }
    this.problem = null;
    this.start = outcome.data;
    if (isLanguage(outcome.data.language)) this.i18n.language = outcome.data.language;
    if (outcome.data.state === 'open') {
      await this.open();
    } else if (outcome.data.state === 'needs_passphrase') {
      this.step = 'unlock';
    } else {
      this.step = outcome.data.language === null ? 'language' : 'about';
    }
  }

  async createVault(passphrase: string | null): Promise<Problem | null> {
    const outcome = await this.#busily(() => this.backend.createVault(passphrase));
    if (outcome.status === 'error') return outcome.error;
    this.recoveryCode = outcome.data.recovery_code;
    if (this.recoveryCode === null) await this.open();
    else this.step = 'code';
    return null;
  }

  async unlock(secret: string): Promise<Problem | null> {
    const outcome = await this.#busily(() => this.backend.unlock(secret));
    if (outcome.status === 'error') return outcome.error;
    await this.open();
    return null;
  }

  async open(): Promise<void> {
    this.recoveryCode = null;
    const problem = await this.reload();
    this.problem = problem;
    this.step = problem ? 'failed' : 'open';
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

  async switchLanguage(language: Language): Promise<void> {
    this.i18n.language = language;
    this.said = '';
    const remembered = await this.backend.setLanguage(language);
    const shown = this.view ? await this.reload() : null;
    this.problem = remembered.status === 'error' ? remembered.error : shown;
  }

  /** Sends a change and takes over the case that comes back. */
  async change(
    send: (language: Language, revision: number) => Promise<Outcome<CaseView>>,
  ): Promise<Problem | null> {
    const outcome = await this.#busily(() => send(this.i18n.language, this.case.revision));
    if (outcome.status === 'ok') {
      this.view = outcome.data;
      return null;
    }
    if (outcome.error.code === 'stale_revision') await this.reload();
    return outcome.error;
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
