import type { Language } from '../../i18n/words.ts';
import type {
  AnswerPageView,
  DatesPageView,
  MoneyPageView,
  RequirementView,
  StatusCode,
  StayView,
  SummaryView,
  SumView,
  VerdictCode,
} from '../contract.ts';
import { filingWindow } from './window.ts';
import { SHEETS, STATUS, type Sheet } from './papers.ts';
import { FILING, finding, grounds, routes, SILENT, VERDICT } from './rules.ts';
import { sampleOf } from './sample.ts';
import { day, LAW, ORDER, source, standing, TAX, w, type Words } from './words.ts';

export const TODAY = '2026-11-21';

export type Plan = {
  filing: string | null;
  payment: string | null;
  decision: string | null;
  /** The day on which the papers were handed in. */
  handed_in?: string;
};

function requirement(l: Language, sheet: Sheet, status: StatusCode): RequirementView {
  const cited = source(
    l,
    ORDER,
    w(`тізбе, ${sheet.number}`, `перечень, ${sheet.number}`, `list, ${sheet.number}`),
    'secondary',
    '2026-05-22',
  );
  const needed = status === 'not_needed' ? 'no' : 'yes';
  return {
    finding: finding(
      l,
      `requirement.${sheet.id}`,
      needed,
      status === 'not_needed'
        ? [w('Балалар: жазба жоқ', 'Дети: записей нет', 'Children: none')]
        : [],
      cited,
    ),
    procedure: sheet.id === 'kaztest' ? 'pilot-2026' : 'standard',
    paper: sheet.id,
    number: sheet.number,
    title: sheet.title[l],
    what: sheet.what[l],
    form: [],
    status,
    status_text: STATUS[status][l],
    papers: [
      {
        key: sheet.id,
        country: sheet.id === 'criminal-record' ? w('Ресей', 'Россия', 'Russia')[l] : null,
        person: null,
        status,
        status_text: STATUS[status][l],
        issued: sheet.issued ? day(l, sheet.issued) : null,
        last_good_day: sheet.good ? day(l, sheet.good) : null,
        obtaining: null,
        legalisation: null,
        instead: null,
      },
    ],
    sum:
      sheet.id === 'means'
        ? sum(l, 'means', sheet.title, '1320', '1 320 × 4 325 ₸', '5 709 000,00 ₸')
        : null,
    notes: [],
    disagreements:
      sheet.id === 'passport'
        ? [
            {
              text: w(
                '2023 жылғы 8 ақпандағы жаңалық «кемінде 180» деп жазады. Біз қатаңырағын аламыз.',
                'Новость от 8 февраля 2023 г. пишет «не менее 180». Мы берём более строгое.',
                'The news of 8 February 2023 says “at least 180”. We take the stricter reading.',
              )[l],
              source: cited,
              standing: 'secondary',
            },
          ]
        : [],
    instead: sheet.instead?.[l] ?? null,
  };
}

function sum(
  l: Language,
  id: string,
  title: Words,
  rate: string,
  working: string,
  text: string,
): SumView {
  return {
    id,
    title: title[l],
    day: day(l, FILING),
    rate,
    index: '4325',
    sum: { tenge: '0.00', text },
    working,
    whys: [],
    orientation: null,
    notes: [],
    source: source(
      l,
      TAX,
      w('666-бап, 5)', 'статья 666, 5)', 'article 666, 5)'),
      'official',
      '2026-04-05',
    ),
    index_source: source(
      l,
      w('Бюджет туралы заң', 'Закон о бюджете', 'Budget law'),
      w('9-бап', 'статья 9', 'article 9'),
      'official',
      '2026-04-05',
    ),
    standing: 'official',
    standing_text: standing(l, 'official'),
  };
}

/** A made-up assessment: the values are examples, not law. */
/** All that the pages of the answer show. */
export type Whole = SummaryView &
  AnswerPageView &
  MoneyPageView &
  DatesPageView & { stay: StayView };

export function resultOf(
  l: Language,
  verdict: VerdictCode,
  plan: Plan,
  statusOf: (sheet: Sheet) => StatusCode,
): Whole {
  const article = source(l, LAW, w('7-бап', 'статья 7', 'article 7'), 'official', '2026-04-05');
  const pilot = source(
    l,
    w(
      'Пилоттық жоба туралы бірлескен бұйрық',
      'Совместный приказ о пилотном проекте',
      'Joint order on the pilot project',
    ),
    w('1-қосымша', 'приложение 1', 'annex 1'),
    'secondary',
    '2026-11-21',
  );
  const planned = (given: string | null, assumed: string) => ({
    day: day(l, given ?? assumed),
    given: given !== null,
  });
  const filing = day(l, plan.filing ?? FILING).text;
  const headings: Record<VerdictCode, Words> = {
    yes: w(
      `${filing} өтініш бере аласыз`,
      `Вы можете подать заявление ${filing}`,
      `You may apply on ${filing}`,
    ),
    no: w(
      `${filing} өтініш беруге болмайды`,
      `Подать заявление ${filing} нельзя`,
      `You may not apply on ${filing}`,
    ),
    undecided: w(
      `${filing} өтініш бере аласыз ба, әлі шешілмеді`,
      `Пока не решено, можно ли подать заявление ${filing}`,
      `It is not decided yet whether you may apply on ${filing}`,
    ),
    does_not_apply: w('Ереже қолданылмайды', 'Правило не применяется', 'The rule does not apply'),
  };
  const mayApply = finding(
    l,
    'may_apply',
    verdict,
    [
      w(
        'Визасыз келу туралы келісім бар: Ресей',
        'Есть соглашение о безвизовом въезде: Россия',
        'There is an agreement on visa-free entry: Russia',
      ),
      w(
        'Қазақстанға заңды түрде келгенсіз',
        'Вы въехали в Казахстан законно',
        'You entered Kazakhstan lawfully',
      ),
    ],
    // An answer that is open leans on no source.
    verdict === 'undecided' ? null : article,
  );
  if (verdict === 'undecided') {
    mayApply.deciding = [
      {
        facts: ['applicant.ethnic_kazakh'],
        text: w('Этникалық қазақ', 'Этнический казах', 'Ethnic Kazakh')[l],
      },
      {
        facts: ['passport.expires', 'child.complete'],
        text: w('Паспорт мерзімі және балалар', 'Паспорт и дети', 'Passport and children')[l],
      },
    ];
  }
  const pilotFinding = finding(l, 'pilot-2026', 'yes', [], pilot);
  pilotFinding.changes = [
    {
      from: day(l, '2026-02-13'),
      until: day(l, '2026-12-31'),
      verdict: 'yes',
      verdict_text: VERDICT.yes[l],
    },
    {
      from: day(l, '2027-01-01'),
      until: null,
      verdict: 'undecided',
      verdict_text: VERDICT.undecided[l],
    },
  ];
  const unknown2027 = w(
    '2027 жылғы 1 қаңтардан бастап заң не айтатыны әзірге белгісіз: пилоттық жоба.',
    'Что действует с 1 января 2027 г., пока не известно: пилотный проект.',
    'What holds from 1 January 2027 is not known yet: the pilot project.',
  );
  const later = sum(
    l,
    'card',
    w(
      'Шетелдіктің тұруына ықтиярхат',
      'Вид на жительство иностранца',
      'Foreigner’s residence permit card',
    ),
    '0.2',
    '0,2 × ?',
    '',
  );
  later.sum = null;
  later.working = null;
  later.whys = [
    {
      kind: 'not_known',
      id: 'mci',
      text: w(
        '2027 жылғы АЕК әлі белгісіз.',
        'МРП 2027 года ещё не известен.',
        'The MCI of 2027 is not known yet.',
      )[l],
      verdict: null,
    },
  ];
  later.orientation = {
    sum: { tenge: '865.00', text: '865,00 ₸' },
    until: day(l, '2026-12-31'),
    text: w(
      'Тек бағдар үшін: 2026 ж. 31 желтоқсан күніне дейінгі көрсеткіш бойынша 865,00 ₸.',
      'Только для ориентира: по показателю, который действует до 31 декабря 2026 г., это 865,00 ₸.',
      'For orientation only: by the index that holds until 31 December 2026 it is 865.00 ₸.',
    )[l],
  };
  const requirements = SHEETS.map((sheet) => requirement(l, sheet, statusOf(sheet)));
  const missing = requirements
    .filter(({ status }) => status === 'missing')
    .map(({ paper }) => paper);
  return {
    ...sampleOf(l),
    permit: null,
    days: {
      today: day(l, TODAY),
      payment: planned(plan.payment, plan.filing ?? FILING),
      filing: planned(plan.handed_in ?? plan.filing, FILING),
      decision: planned(plan.decision, '2027-01-24'),
      handed_in: plan.handed_in !== undefined,
    },
    may_apply: mayApply,
    heading: headings[verdict][l],
    routes: routes(l, article),
    grounds: grounds(l),
    procedures: [
      {
        finding: finding(
          l,
          'standard',
          'yes',
          [],
          source(l, ORDER, w('тізбе', 'перечень', 'list'), 'secondary', '2026-05-22'),
        ),
        title: w(
          'Жалпы тәртіп (№ 992 бұйрық)',
          'Общий порядок (приказ № 992)',
          'General procedure (Order 992)',
        )[l],
        adds_to: null,
        replaced_by: [],
        ...SILENT,
      },
      {
        finding: pilotFinding,
        title: w('2026 жылғы пилоттық жоба', 'Пилотный проект 2026 года', 'Pilot project of 2026')[
          l
        ],
        adds_to: 'standard',
        replaced_by: [],
        ...SILENT,
      },
    ],
    requirements,
    fees: [
      {
        finding: finding(l, 'fee.permit', 'yes', [], article),
        sum: sum(
          l,
          'permit',
          w(
            'Тұрақты тұруға рұқсат беру',
            'Выдача разрешения на постоянное проживание',
            'Issue of the permanent residence permit',
          ),
          '4',
          '4 × 4 325 ₸',
          '17 300,00 ₸',
        ),
        due: null,
        later: false,
      },
      { finding: finding(l, 'fee.card', 'yes', [], article), sum: later, due: null, later: true },
    ],
    window: filingWindow(l, TODAY, unknown2027[l], missing),
    readiness: {
      may_file: 'no',
      verdict: 'no',
      not_ready: missing.map((id) => ({ id, title: id })),
      open: [],
    },
    // As the engine: a part that is not known makes the whole not known.
    fees_together: null,
    disclaimer: w(
      'Бұл мемлекеттік органның шешімі де, заңгердің кеңесі де емес. Шешімді ішкі істер органдары қабылдайды.',
      'Это не решение государственного органа и не юридическая консультация. Решение принимают органы внутренних дел.',
      'This is no decision of an authority and no legal advice. The internal affairs bodies decide.',
    )[l],
  };
}
