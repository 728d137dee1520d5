import type { Language } from '../../i18n/words.ts';
import type {
  AnswerInput,
  Backend,
  CaseView,
  DateInput,
  FamilyPersonView,
  HandedFile,
  Outcome,
  Problem,
  StartView,
} from '../contract.ts';
import type { Drag } from '../overview.ts';
import { answerOnOf, comparisonOf, overviewOf } from './overview.ts';
import { printables } from './printables.ts';
import { MockRemind } from './remind.ts';
import { NAMES, WORK, YOU } from './questions.ts';
import { caseOf, countriesIn, wholeOf, type State } from './view.ts';

const FRESH: State = {
  revision: 0,
  answers: {},
  children: [],
  complete: false,
  plan: { filing: null, payment: null, decision: null },
};

const word = (value: string): AnswerInput => ({ kind: 'word', value });

/** A case in the middle of the interview. */
export const HALFWAY: Partial<State> = {
  answers: {
    'applicant.status': word('citizen'),
    'applicant.citizenship': word('RU'),
    'applicant.birth_date': { kind: 'date', day: '14', month: '3', year: '1988' },
    'applicant.ethnic_kazakh': word('no'),
    'applicant.birth_place': { kind: 'text', text: 'Омск', kk: 'Омбы', ru: null },
    'names.surname_latin': { kind: 'text', text: 'IVANOVA', kk: null, ru: null },
    'passport.expires': { kind: 'date', day: '27', month: '8', year: '2027' },
    'child/1.full_name': { kind: 'text', text: 'Иванова Айгүл', kk: null, ru: null },
    'child/1.birth_date': { kind: 'date', day: '1', month: '6', year: '2015' },
  },
  children: ['1'],
};

function isDate(input: DateInput): boolean {
  const date = new Date(Date.UTC(Number(input.year), Number(input.month) - 1, Number(input.day)));
  return date.getUTCDate() === Number(input.day) && date.getUTCMonth() === Number(input.month) - 1;
}

function isoOf(input: DateInput): string | null {
  return input.year
    ? `${input.year}-${input.month.padStart(2, '0')}-${input.day.padStart(2, '0')}`
    : null;
}

const problem = (
  code: string,
  field: string | null,
  args: Record<string, string> = {},
): Problem => ({
  code,
  args,
  field,
});

/** A backend without a shell, for tests and the development page. Knows a little of the rules, and no law. */
export class MockBackend extends MockRemind implements Backend {
  state: State;
  started: StartView;
  /** What kind of file the program was started with. */
  handed: HandedFile | null = null;
  /** Who listens to dragged files; a test calls them. */
  readonly dragging = new Set<(drag: Drag) => void>();
  #before: State[] = [];

  constructor(state: Partial<State> = {}, started: Partial<StartView> = {}) {
    super();
    this.state = structuredClone({ ...FRESH, ...state });
    this.started = {
      state: 'open',
      keyring: true,
      why: null,
      folder: '/home/user/.local/share/qonys',
      language: 'ru',
      ...started,
    };
    this.earlier = { ...this.earlier, language: this.started.language };
  }

  /** Why the store does not open, as long as it is set. */
  broken: Problem | null = null;

  start(): Promise<Outcome<StartView>> {
    return this.broken ? this.refuse(this.broken) : this.ok(this.started);
  }

  handedFile() {
    return this.ok(this.handed);
  }

  forgetHandedFile(): Promise<Outcome<null>> {
    this.handed = null;
    return this.ok(null);
  }

  createVault(passphrase: string | null) {
    this.calls.push('createVault');
    if (passphrase !== null && passphrase.length < 8) {
      return this.refuse(problem('vault.passphrase_too_short', null, { least: '8' }));
    }
    return this.ok({
      recovery_code: passphrase === null ? '7K3M-Q2XA-9TWB-0HND-5VPR-E4CJ-8YGS-1F6Z' : null,
    });
  }

  unlock(passphrase: string) {
    return passphrase === 'wrong'
      ? this.refuse(problem('vault.wrong_passphrase', null))
      : this.ok(null);
  }

  setLanguage(lang: Language) {
    this.calls.push(`setLanguage ${lang}`);
    return this.ok(null);
  }

  showCase(lang: Language): Promise<Outcome<CaseView>> {
    return this.ok(caseOf(lang, this.state, this.#before.length > 0));
  }

  answer(lang: Language, revision: number, key: string, input: AnswerInput) {
    this.calls.push(`answer ${key} ${JSON.stringify(input)}`);
    if (input.kind === 'date') {
      if (!input.day || !input.month || !input.year) {
        return this.refuse(problem('date_incomplete', key));
      }
      if (!isDate(input)) {
        const { day, month, year } = input;
        return this.refuse(problem('date_impossible', key, { day, month, year }));
      }
    }
    const asked = [...YOU, ...NAMES, ...WORK].find((one) => one.key === key);
    if (asked?.kind === 'digits' && input.kind === 'word' && input.value.length !== asked.length) {
      return this.refuse(problem('digits_wrong_length', key, { length: String(asked.length) }));
    }
    if (asked?.kind === 'name_latin' && input.kind === 'text') {
      const character = /[^A-Za-z '-]/.exec(input.text)?.[0];
      if (character) return this.refuse(problem('latin_wanted', key, { character }));
    }
    return this.#change(lang, revision, (state) => {
      if (input.kind === 'empty') delete state.answers[key];
      else state.answers[key] = input;
    });
  }

  addRecord(lang: Language, revision: number, _entity: string) {
    return this.#change(lang, revision, (state) => {
      state.children.push(String(Math.max(0, ...state.children.map(Number)) + 1));
      state.complete = false;
    });
  }

  takeFamilyPerson(
    lang: Language,
    revision: number,
    entity: string,
    application: string,
    record: string | null,
  ) {
    this.calls.push(`takeFamilyPerson ${entity} ${application} ${record}`);
    const isTaken = (one: FamilyPersonView) =>
      one.application === application && one.record === record;
    const person = this.persons[entity]?.find(isTaken);
    if (!person) return this.refuse(problem('unknown_part', null));
    return this.#change(lang, revision, (state) => {
      const id = String(Math.max(0, ...state.children.map(Number)) + 1);
      const text = person.name;
      state.answers[`child/${id}.full_name`] = { kind: 'text', text, kk: null, ru: null };
      state.children.push(id);
      state.complete = false;
    });
  }

  override async familyPersons(lang: Language, entity: string) {
    const all = await super.familyPersons(lang, entity);
    const listed = new Set(
      this.state.children.map((id) => {
        const answer = this.state.answers[`child/${id}.full_name`];
        return answer?.kind === 'text' ? answer.text : null;
      }),
    );
    return all.status === 'ok' ? this.ok(all.data.filter((one) => !listed.has(one.name))) : all;
  }

  removeRecord(lang: Language, revision: number, _entity: string, record: string) {
    return this.#change(lang, revision, (state) => {
      state.children = state.children.filter((id) => id !== record);
    });
  }

  completeList(lang: Language, revision: number, _entity: string, complete: boolean) {
    return this.#change(lang, revision, (state) => {
      state.complete = complete;
    });
  }

  plan(lang: Language, revision: number, input: Parameters<Backend['plan']>[2]) {
    const [filing, payment, decision] = [input.filing, input.payment, input.decision].map(isoOf);
    if (!filing) return this.refuse(problem('filing_missing', 'plan.filing'));
    if (payment && payment > filing)
      return this.refuse(problem('payment_after_filing', 'plan.payment'));
    return this.#change(lang, revision, (state) => {
      state.plan = { ...state.plan, filing, payment: payment ?? null, decision: decision ?? null };
    });
  }

  takeMachineZone(lang: Language, revision: number, _lines: string, keys: string[]) {
    this.calls.push(`takeMachineZone ${keys.join(' ')}`);
    return this.advance(lang, revision);
  }

  undo(lang: Language, revision: number) {
    const before = this.#before.at(-1);
    const earlier = this.#before.slice(0, -1);
    const outcome = this.#change(lang, revision, (state) => {
      Object.assign(state, structuredClone({ ...before, revision: state.revision }));
    });
    this.#before = earlier;
    return outcome;
  }

  answerPage(lang: Language, revision: number) {
    return this.#page(lang, revision);
  }

  datesPage(lang: Language, revision: number) {
    return this.#page(lang, revision);
  }

  moneyPage(lang: Language, revision: number) {
    return this.#page(lang, revision);
  }

  async stayPage(lang: Language, revision: number) {
    const page = await this.#page(lang, revision);
    return page.status === 'ok' ? this.ok(page.data.stay) : page;
  }

  overview(lang: Language) {
    return this.ok(overviewOf(lang, caseOf(lang, this.state, false), this.families));
  }

  answerOn(lang: Language, revision: number, input: DateInput) {
    if (revision !== this.state.revision) return this.refuse(problem('stale_revision', null));
    const iso = isoOf(input);
    if (!iso || !isDate(input)) return this.refuse(problem('date_incomplete', 'overview.day'));
    return this.ok(answerOnOf(lang, wholeOf(lang, this.state), iso));
  }

  compareRoutes(lang: Language, revision: number) {
    if (revision !== this.state.revision) return this.refuse(problem('stale_revision', null));
    return this.ok(comparisonOf(lang, wholeOf(lang, this.state)));
  }

  onDrag(listen: (drag: Drag) => void) {
    this.dragging.add(listen);
    return () => void this.dragging.delete(listen);
  }

  countries(lang: Language) {
    return this.ok(countriesIn(lang));
  }

  papers(lang: Language) {
    return this.ok(printables(lang));
  }

  paper(key: string, paperLanguage: Language) {
    this.calls.push(`paper ${key} ${paperLanguage}`);
    return this.ok(new Uint8Array());
  }

  chooseFolder() {
    return this.ok(this.folder);
  }

  savePaper(key: string, paperLanguage: Language) {
    this.calls.push(`savePaper ${key} ${paperLanguage}`);
    return this.ok(`${key.replace('/', '-')}-${paperLanguage}.pdf`);
  }

  openSaved(file: string | null) {
    this.calls.push(`openSaved ${file}`);
    return this.ok(null);
  }

  openSource(url: string) {
    this.calls.push(`openSource ${url}`);
    return this.ok(null);
  }

  protected advance(lang: Language, revision: number) {
    return this.#change(lang, revision, () => {});
  }

  #page(lang: Language, revision: number) {
    if (revision !== this.state.revision) return this.refuse(problem('stale_revision', null));
    return this.ok(wholeOf(lang, this.state));
  }

  #change(lang: Language, revision: number, change: (state: State) => void) {
    if (revision !== this.state.revision) return this.refuse(problem('stale_revision', null));
    if (this.disk) return this.refuse(this.disk);
    this.#before.push(structuredClone(this.state));
    change(this.state);
    this.state.revision += 1;
    return this.showCase(lang);
  }
}
