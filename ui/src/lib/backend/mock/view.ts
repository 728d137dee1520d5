import type { Language } from '../../i18n/words.ts';
import type {
  AnswerInput,
  AnswerView,
  CaseView,
  PermitView,
  CountryView,
  QuestionView,
  SectionState,
  SectionView,
  StatusCode,
} from '../contract.ts';
import { SHEETS, STATUS, type Sheet } from './papers.ts';
import { CHILD, NAMES, PAPER, WORK, YOU, type Asked } from './questions.ts';
import { resultOf, type Plan, type Whole } from './result.ts';
import { day, ORDER, source, w, type Words } from './words.ts';

/** What the made-up case remembers. */
export type State = {
  revision: number;
  answers: Record<string, AnswerInput>;
  children: string[];
  complete: boolean;
  plan: Plan;
  /** How the permit stands, where one is held. */
  permit?: PermitView | null;
};

export const COUNTRIES: Record<string, Words> = {
  DE: w('Германия', 'Германия', 'Germany'),
  KZ: w('Қазақстан', 'Казахстан', 'Kazakhstan'),
  KG: w('Қырғызстан', 'Кыргызстан', 'Kyrgyzstan'),
  RU: w('Ресей', 'Россия', 'Russia'),
  UZ: w('Өзбекстан', 'Узбекистан', 'Uzbekistan'),
};

export function countriesIn(l: Language): CountryView[] {
  return Object.entries(COUNTRIES).map(([code, name]) => ({ code, name: name[l] }));
}

const YES_NO: Record<string, Words> = { yes: w('иә', 'да', 'yes'), no: w('жоқ', 'нет', 'no') };

function answerOf(l: Language, asked: Asked, input: AnswerInput | undefined): AnswerView | null {
  if (!input || input.kind === 'empty') return null;
  const blank = { not_known_yet: false, value: '', date: null, kk: null, ru: null, echo: null };
  switch (input.kind) {
    case 'not_known_yet':
      return {
        ...blank,
        not_known_yet: true,
        text: w('әзірге білмеймін', 'пока не знаю', 'I don’t know yet')[l],
      };
    case 'date': {
      const iso = `${input.year}-${input.month.padStart(2, '0')}-${input.day.padStart(2, '0')}`;
      const text = day(l, iso).text;
      return { ...blank, text, value: iso, date: [input.day, input.month, input.year], echo: null };
    }
    case 'text':
      return { ...blank, text: input.text, value: input.text, kk: input.kk, ru: input.ru };
    case 'word': {
      const option = asked.options?.find(({ id }) => id === input.value)?.label;
      const word = option ?? YES_NO[input.value] ?? COUNTRIES[input.value];
      return { ...blank, text: word?.[l] ?? input.value, value: input.value };
    }
  }
}

function isAsked(state: State, asked: Asked): boolean {
  if (!asked.askIf) return true;
  const input = state.answers[asked.askIf.key];
  return input?.kind === 'word' && input.value === asked.askIf.value;
}

function questionOf(
  l: Language,
  state: State,
  asked: Asked,
  record: string | null = null,
  key = asked.key,
): QuestionView {
  const [entity = '', fact = ''] = asked.key.split('.');
  const answer = answerOf(l, asked, state.answers[key]);
  return {
    key,
    entity,
    record,
    fact,
    kind: asked.kind,
    question: asked.question[l],
    label: asked.label[l],
    hint: asked.hint?.[l] ?? null,
    why: asked.why
      ? {
          text: asked.why[l],
          source: asked.cite
            ? source(l, asked.cite.act, asked.cite.place, 'secondary', '2026-05-22')
            : null,
        }
      : null,
    options: (asked.options ?? []).map(({ id, label, hint }) => ({
      id,
      label: label[l],
      hint: hint?.[l] ?? null,
    })),
    optional: asked.optional ?? false,
    unknown_allowed: asked.unknown ?? false,
    long: asked.long ?? false,
    length: asked.length ?? null,
    decides: asked.precheck === true && answer === null,
    doubts: answer?.value === DOUBTED ? [DOUBT[l]] : [],
    answer,
  };
}

/** An answer that the made-up shell wants to be looked at again. */
const DOUBTED = '910314400120';
const DOUBT = w(
  'ЖСН-дегі туған күн басқа.',
  'В ИИН указана другая дата рождения.',
  'The IIN holds another date of birth.',
);

const STATE: Record<SectionState, Words> = {
  not_started: w('басталмаған', 'не начато', 'not started'),
  in_progress: w('толтырылып жатыр', 'заполняется', 'in progress'),
  ready: w('жауаптар дайын', 'ответы готовы', 'answers are ready'),
  blocked: w('кедергі бар', 'есть препятствие', 'something stands against it'),
  out_of_date: w('ескірген', 'устарело', 'out of date'),
};

function section(
  l: Language,
  id: string,
  title: Words,
  items: SectionView['items'],
  blocked = false,
): SectionView {
  const answered = items.filter(
    (item) =>
      (item.kind === 'question' && item.question.answer !== null) ||
      (item.kind === 'list' && (item.list.complete || item.list.records.length > 0)),
  ).length;
  const open = items.filter(
    (item) =>
      (item.kind === 'question' && item.question.answer === null && !item.question.optional) ||
      (item.kind === 'list' && !item.list.complete),
  ).length;
  const state: SectionState = blocked
    ? 'blocked'
    : open === 0 && items.length > 0
      ? 'ready'
      : answered === 0
        ? 'not_started'
        : 'in_progress';
  const why = w(
    'Азаматтығы бар мемлекеттің келісімі: бұл елде мұндай құжат берілмейді',
    'Письменное согласие государства гражданства: в этой стране такой документ не выдают',
    'Written consent of the state of citizenship: this country issues no such document',
  );
  return {
    id,
    title: title[l],
    state,
    state_text: STATE[state][l],
    state_why: blocked ? why[l] : null,
    open,
    items,
  };
}

function statusOf(state: State): (sheet: Sheet) => StatusCode {
  return (sheet) => {
    const said = state.answers[`paper/${sheet.id}.in_hand`];
    if (said?.kind !== 'word') return sheet.status;
    if (said.value === 'no') return 'missing';
    return state.answers[`paper/${sheet.id}.issued`]?.kind === 'date' ? 'in_hand' : 'date_missing';
  };
}

const DECIDING = {
  kk: (count: number) => `Жауап тағы ${count} сұраққа байланысты`,
  ru: (count: number) =>
    `Ответ зависит ещё от ${count} ${count % 10 === 1 && count % 100 !== 11 ? 'вопроса' : 'вопросов'}`,
  en: (count: number) =>
    `${count} question${count === 1 ? '' : 's'} still decide${count === 1 ? 's' : ''} this`,
};

const CHILDREN = {
  title: w('Балалар', 'Дети', 'Children'),
  one: w('Бала', 'Ребёнок', 'A child'),
  none: w('Балам жоқ', 'Детей нет', 'I have no children'),
  all: w('Балаларымның бәрі осы', 'Это все дети', 'These are all my children'),
  add: w('Бала қосу', 'Добавить ребёнка', 'Add a child'),
};

const asksOf = (l: Language, state: State, asked: Asked[]) =>
  asked.filter((one) => isAsked(state, one)).map((one) => questionOf(l, state, one));

const precheckOf = (l: Language, state: State) =>
  asksOf(
    l,
    state,
    YOU.filter(({ precheck: first }) => first),
  );

const openOf = (l: Language, state: State) =>
  precheckOf(l, state).filter(({ answer }) => answer === null).length;

/** The whole answer, from which each page takes its part. */
export function wholeOf(l: Language, state: State): Whole {
  return resultOf(l, openOf(l, state) > 0 ? 'undecided' : 'yes', state.plan, statusOf(state));
}

export function caseOf(l: Language, state: State, canUndo: boolean): CaseView {
  const items = (asked: Asked[]) =>
    asksOf(l, state, asked).map((question) => ({ kind: 'question' as const, question }));
  const precheck = precheckOf(l, state);
  const open = openOf(l, state);
  const { days, may_apply, heading, routes, disclaimer } = wholeOf(l, state);
  const citizenship = YOU.find(({ key }) => key === 'applicant.citizenship');
  const kept =
    citizenship &&
    !isAsked(state, citizenship) &&
    answerOf(l, citizenship, state.answers[citizenship.key]);
  return {
    revision: state.revision,
    language: l,
    can_undo: canUndo,
    precheck: { questions: precheck, open },
    sections: [
      section(l, 'you', w('Сіз туралы', 'Вы', 'You'), items(YOU)),
      section(
        l,
        'names',
        w('Паспорт және есімдер', 'Паспорт и имена', 'Passport and names'),
        items(NAMES),
      ),
      section(l, 'family', w('Отбасы', 'Семья', 'Family'), [
        {
          kind: 'list',
          list: {
            entity: 'child',
            title: CHILDREN.title[l],
            hint: null,
            one: CHILDREN.one[l],
            none: CHILDREN.none[l],
            that_is_all: CHILDREN.all[l],
            add: CHILDREN.add[l],
            complete: state.complete,
            decides: false,
            records: state.children.map((id) => {
              const questions = CHILD.map((asked) =>
                questionOf(l, state, asked, id, asked.key.replace('.', `/${id}.`)),
              );
              return { id, heading: questions[0]?.answer?.text ?? '', questions };
            }),
          },
        },
      ]),
      section(
        l,
        'work',
        w('Жұмыс және қаражат', 'Работа и средства', 'Work and means'),
        items(WORK),
      ),
      section(
        l,
        'documents',
        w('Құжаттар', 'Документы', 'Documents'),
        [
          {
            kind: 'papers',
            perhaps: [],
            cards: SHEETS.map((sheet) => {
              const status = statusOf(state)(sheet);
              return {
                key: sheet.id,
                title: sheet.title[l],
                what: sheet.what[l],
                status,
                status_text: STATUS[status][l],
                last_good_day: sheet.good ? day(l, sheet.good) : null,
                obtaining: null,
                legalisation: null,
                instead: null,
                filled: sheet.filled ? 'whole' : null,
                order_by: sheet.order_by ? day(l, sheet.order_by) : null,
                questions:
                  sheet.elsewhere || status === 'not_needed'
                    ? []
                    : PAPER.map((asked) =>
                        questionOf(l, state, asked, sheet.id, `paper/${sheet.id}.${asked.key}`),
                      ),
                doubts: [],
                source: source(
                  l,
                  ORDER,
                  w(`тізбе, ${sheet.number}`, `перечень, ${sheet.number}`, `list, ${sheet.number}`),
                  'secondary',
                  '2026-05-22',
                ),
              };
            }),
          },
        ],
        true,
      ),
      section(l, 'dates', w('Мерзімдер', 'Сроки', 'Dates'), [{ kind: 'plan' }]),
    ],
    deciding: open,
    deciding_text:
      open > 0
        ? DECIDING[l](open)
        : w(
            'Жауап түпкілікті: басқа сұрақтардың жауабы оны өзгертпейді',
            'Ответ окончательный: другие вопросы его не изменят',
            'The answer is decided and depends on no further question',
          )[l],
    unused: kept && citizenship ? [{ label: citizenship.label[l], answer: kept.text }] : [],
    result: { days, may_apply, permit: state.permit ?? null, heading, routes, disclaimer },
  };
}

export { CHILD, NAMES, PAPER, WORK, YOU };
