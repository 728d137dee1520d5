import type { Language } from '../../i18n/words.ts';
import type { FindingView, GroundView, RouteView, SourceView, VerdictCode } from '../contract.ts';
import { day, LAW, source, standing, w, type Words } from './words.ts';

export const VERDICT: Record<VerdictCode, Words> = {
  yes: w('Иә', 'Да', 'Yes'),
  no: w('Жоқ', 'Нет', 'No'),
  undecided: w('Әзірге шешілмеді', 'Пока не решено', 'Not decided yet'),
  does_not_apply: w('Қолданылмайды', 'Не применяется', 'Does not apply'),
};

/** The day on which the papers of the made-up case are handed in. */
export const FILING = '2026-11-30';

/** Nothing more to say. */
export const SILENT = { notes: [], disagreements: [] };

export function finding(
  l: Language,
  id: string,
  verdict: VerdictCode,
  reasons: Words[],
  cited: SourceView | null,
): FindingView {
  const code = cited?.standing ?? 'official';
  return {
    id,
    verdict,
    verdict_text: VERDICT[verdict][l],
    day: day(l, FILING),
    reasons: reasons.map((words, index) => ({
      kind: 'text',
      id: `${id}.${index}`,
      text: words[l],
      verdict,
    })),
    deciding: [],
    changes: [],
    source: cited,
    standing: code,
    standing_text: standing(l, code),
  };
}

export function routes(l: Language, cited: SourceView): RouteView[] {
  const route = (id: string, verdict: VerdictCode, title: Words, why: Words, change: Words) => ({
    finding: finding(l, id, verdict, [why], cited),
    title: title[l],
    change: change[l],
  });
  return [
    route(
      'visa_free_agreement',
      'yes',
      w(
        'Визасыз келу және болу тәртібі туралы келісім жасасқан мемлекеттен келген',
        'Прибыл из государства, заключившего соглашение о безвизовом порядке въезда и пребывания',
        'Arrived from a state with an agreement on visa-free entry and stay',
      ),
      w('Азаматтығы: Ресей', 'Гражданство: Россия', 'Citizenship: Russia'),
      w(
        'Келісім бар болса, визасыз келу жеткілікті.',
        'Если соглашение есть, достаточно приехать без визы.',
        'If there is an agreement, it is enough to arrive without a visa.',
      ),
    ),
    route(
      'permanent_residence_visa',
      'no',
      w(
        'Тұрақты тұруға арналған визамен (B8)',
        'С визой на постоянное проживание (B8)',
        'With a permanent-residence visa (B8)',
      ),
      w('Болу негізі: визасыз', 'Основание пребывания: без визы', 'Basis of stay: without a visa'),
      w(
        'Қазақстанның шетелдегі мекемесінде B8 визасын алып, сол визамен келу керек.',
        'Получите в загранучреждении Казахстана визу B8 и приезжайте с ней.',
        'Obtain a B8 visa at a mission of Kazakhstan abroad and come with it.',
      ),
    ),
    route(
      'ethnic_kazakh',
      'undecided',
      w(
        'Этникалық қазақ (визаның санатына қарамастан)',
        'Этнический казах (независимо от категории визы)',
        'Ethnic Kazakh (whatever the category of the visa)',
      ),
      w(
        'Жауап әлі берілмеген: этникалық қазақ',
        'Ещё нет ответа: этнический казах',
        'Not answered yet: ethnic Kazakh',
      ),
      w(
        'Ұлтыңызды растайтын құжатыңыз болса, оны көрсетіңіз.',
        'Если есть документ о национальности, укажите его.',
        'If you have a document of your ethnicity, say so.',
      ),
    ),
  ];
}

export function grounds(l: Language): GroundView[] {
  const at = (number: string) =>
    source(
      l,
      LAW,
      w(`49-бап, ${number})`, `статья 49, ${number})`, `article 49, ${number})`),
      'official',
      '2026-04-05',
    );
  const ground = (
    number: string,
    verdict: VerdictCode,
    text: Words,
    reasons: Words[],
    authority = false,
    after = false,
  ): GroundView => ({
    finding: finding(l, `ground.${number}`, verdict, reasons, at(number)),
    number: `${number})`,
    text: text[l],
    authority,
    carried_by: null,
    after_permit: after,
    notes: [],
    disagreements: [],
  });
  const expulsion = ground(
    '9',
    'yes',
    w(
      'бұрын Қазақстан Республикасынан шығарып жіберілгендер',
      'ранее выдворявшимся из Республики Казахстан',
      'those expelled from the Republic of Kazakhstan before',
    ),
    [
      w(
        'Шығарып жіберу: 2022 жылғы 3 наурыз',
        'Выдворение: 3 марта 2022 г.',
        'Expulsion: 3 March 2022',
      ),
    ],
  );
  expulsion.finding.changes = [
    { from: null, until: day(l, '2027-03-03'), verdict: 'yes', verdict_text: VERDICT.yes[l] },
    { from: day(l, '2027-03-04'), until: null, verdict: 'no', verdict_text: VERDICT.no[l] },
  ];
  return [
    expulsion,
    ground(
      '1',
      'no',
      w('заңсыз келгендер', 'незаконно прибывшим', 'those who arrived illegally'),
      [],
    ),
    ground(
      '6',
      'undecided',
      w(
        'ұлттық қауіпсіздікке қатер төндіретіндер',
        'представляющим угрозу национальной безопасности',
        'those who are a threat to national security',
      ),
      [
        w(
          'Мұны тек уәкілетті орган бағалайды.',
          'Это может оценить только уполномоченный орган.',
          'Only an authority can judge this.',
        ),
      ],
      true,
    ),
    ground(
      '12',
      'does_not_apply',
      w(
        'рұқсат алғаннан кейін бір жылда 183 күннен аз тұрғандар',
        'прожившим после получения разрешения менее 183 дней в году',
        'those who lived here fewer than 183 days a year after the permit',
      ),
      [],
      false,
      true,
    ),
  ];
}
