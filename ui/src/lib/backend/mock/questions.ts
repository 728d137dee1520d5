import type { FactKind } from '../contract.ts';
import { LAW, ORDER, w, type Words } from './words.ts';

export type Asked = {
  key: string;
  kind: FactKind;
  question: Words;
  label: Words;
  hint?: Words;
  why?: Words;
  cite?: { act: Words; place: Words };
  options?: { id: string; label: Words; hint?: Words }[];
  optional?: boolean;
  unknown?: boolean;
  long?: boolean;
  length?: number;
  precheck?: boolean;
  askIf?: { key: string; value: string };
};

const ARTICLE_7 = { act: LAW, place: w('7-бап', 'статья 7', 'article 7') };

export const YOU: Asked[] = [
  {
    key: 'applicant.status',
    kind: 'choice',
    question: w(
      'Қандай да бір елдің азаматтығы сізде бар ма?',
      'Есть ли у вас гражданство какой-либо страны?',
      'Are you a citizen of any country?',
    ),
    label: w('Құқықтық мәртебесі', 'Правовой статус', 'Legal status'),
    hint: w(
      'Азаматтығы жоқ адам деп ешбір мемлекет өз азаматы деп танымайтын адам аталады.',
      'Лицо без гражданства: человек, которого ни одно государство не считает своим гражданином.',
      'A stateless person is someone whom no country considers its citizen.',
    ),
    why: w(
      'Рұқсатты шетелдіктер де, азаматтығы жоқ адамдар да сұрай алады. Алайда олардың құжаттары әртүрлі.',
      'Разрешение могут просить и иностранцы, и лица без гражданства. Но документы у них разные.',
      'Both foreigners and stateless persons may ask for the permit. Their papers differ.',
    ),
    cite: ARTICLE_7,
    options: [
      {
        id: 'citizen',
        label: w(
          'Шетел азаматы',
          'Гражданин иностранного государства',
          'Citizen of a foreign country',
        ),
        hint: w(
          'Сізде бір немесе бірнеше елдің азаматтығы бар.',
          'У вас есть гражданство одной или нескольких стран.',
          'You have the citizenship of one or more countries.',
        ),
      },
      {
        id: 'stateless',
        label: w('Азаматтығы жоқ адам', 'Лицо без гражданства', 'Stateless person'),
      },
    ],
    unknown: true,
    precheck: true,
  },
  {
    key: 'applicant.citizenship',
    kind: 'country',
    question: w(
      'Сіз қай елдің азаматысыз?',
      'Гражданином какой страны вы являетесь?',
      'Which country are you a citizen of?',
    ),
    label: w('Азаматтығы', 'Гражданство', 'Citizenship'),
    hint: w(
      'Азаматтығыңыз бірнешеу болса, паспортымен өтініш беретін елді таңдаңыз.',
      'Если гражданств несколько, выберите страну паспорта, с которым будете подавать.',
      'If you have several, choose the country of the passport you will file with.',
    ),
    cite: ARTICLE_7,
    why: w(
      'Визасыз жол сіздің еліңізбен жасалған келісімге байланысты.',
      'От страны зависит, есть ли соглашение о безвизовом въезде.',
      'Whether a visa-free agreement exists depends on the country.',
    ),
    unknown: true,
    precheck: true,
    askIf: { key: 'applicant.status', value: 'citizen' },
  },
  {
    key: 'applicant.birth_date',
    kind: 'date',
    question: w('Туған күніңіз қашан?', 'Когда вы родились?', 'When were you born?'),
    label: w('Туған күні', 'Дата рождения', 'Date of birth'),
    hint: w(
      'Күнін, айын, жылын паспортта басылғандай жазыңыз.',
      'День, месяц и год, как напечатано в паспорте.',
      'Day, month and year, as printed in the passport.',
    ),
    unknown: true,
    precheck: true,
  },
  {
    key: 'applicant.ethnic_kazakh',
    kind: 'yes_no',
    question: w(
      'Ұлтыңыз қазақ па?',
      'Вы казах или казашка по национальности?',
      'Are you an ethnic Kazakh?',
    ),
    label: w('Этникалық қазақ', 'Этнический казах', 'Ethnic Kazakh'),
    hint: w(
      'Мұны құжатпен растау керек болады: өзіңіздің немесе ата-анаңыздың құжатымен.',
      'Это нужно будет подтвердить документом: вашим или ваших родителей.',
      'You will have to show this with a document: your own or your parents’.',
    ),
    why: w(
      'Этникалық қазақ кез келген визамен жүгіне алады және төлем қабілеттілігін растамайды.',
      'Этнический казах может обратиться с визой любой категории и не подтверждает платёжеспособность.',
      'An ethnic Kazakh may apply with a visa of any kind and need not prove solvency.',
    ),
    cite: ARTICLE_7,
    unknown: true,
    precheck: true,
  },
  {
    key: 'applicant.birth_place',
    kind: 'text',
    question: w(
      'Туған жеріңіз қай елді мекен, қай аудан және қай облыс?',
      'В каком населённом пункте, районе и области вы родились?',
      'In which settlement, district and region were you born?',
    ),
    label: w('Туған жері', 'Место рождения', 'Place of birth'),
    hint: w(
      'Туу туралы куәліктегідей жазыңыз.',
      'Как в свидетельстве о рождении.',
      'As in the birth certificate.',
    ),
  },
  {
    key: 'applicant.iin',
    kind: 'digits',
    length: 12,
    optional: true,
    question: w(
      'Жеке сәйкестендіру нөміріңіз (ЖСН) қандай?',
      'Какой у вас индивидуальный идентификационный номер (ИИН)?',
      'What is your individual identification number (IIN)?',
    ),
    label: w('ЖСН', 'ИИН', 'IIN'),
    hint: w(
      'Он екі сан. ЖСН Қазақстанда берілмеген болса, бос қалдырыңыз.',
      'Двенадцать цифр. Если ИИН в Казахстане вам не выдавали, оставьте пустым.',
      'Twelve digits. If Kazakhstan has not given you one, leave it empty.',
    ),
  },
];

export const NAMES: Asked[] = [
  {
    key: 'names.surname_latin',
    kind: 'name_latin',
    question: w(
      'Тегіңіз паспортта латын әріптерімен қалай жазылған?',
      'Как ваша фамилия написана в паспорте латиницей?',
      'How is your surname written in the passport in Latin letters?',
    ),
    label: w('Тегі (латын әріптерімен)', 'Фамилия латиницей', 'Surname in Latin letters'),
  },
  {
    key: 'names.surname_cyrillic',
    kind: 'name_cyrillic',
    question: w(
      'Тегіңіз аудармада кирилл әріптерімен қалай жазылған?',
      'Как ваша фамилия написана в переводе кириллицей?',
      'How is your surname written in the translation in Cyrillic letters?',
    ),
    label: w('Тегі (кирилл әріптерімен)', 'Фамилия кириллицей', 'Surname in Cyrillic letters'),
  },
  {
    key: 'passport.expires',
    kind: 'date',
    question: w(
      'Шетелдік паспортыңыз қай күнге дейін жарамды?',
      'До какого числа действует ваш заграничный паспорт?',
      'Until which day is your foreign passport valid?',
    ),
    label: w('Паспорт мерзімі', 'Паспорт действует до', 'Passport valid until'),
    hint: w(
      'Паспортта басылғандай. Ішкі паспорт немесе жеке куәлік тапсыруға жарамайды.',
      'Так, как напечатано в паспорте. Внутренний паспорт или удостоверение личности для подачи не подходят.',
      'As printed in the passport. An internal passport or identity card will not do.',
    ),
    why: w(
      'Паспорт өтініш берген күні 180 күнтізбелік күннен артық жарамды болуы керек. Аз болса, құжаттар қабылданбайды.',
      'Паспорт должен действовать больше 180 календарных дней в день подачи заявления. Если меньше, документы не примут.',
      'The passport must be valid for more than 180 calendar days on the filing day. If less, the papers are not accepted.',
    ),
    cite: {
      act: ORDER,
      place: w('тізбе, 2-тармақ', 'перечень документов, п. 2', 'list of papers, item 2'),
    },
    unknown: true,
  },
];

export const WORK: Asked[] = [
  {
    key: 'work.years',
    kind: 'number',
    question: w(
      'Жалпы еңбек өтіліңіз неше жыл?',
      'Сколько лет составляет ваш общий трудовой стаж?',
      'How many years have you worked in all?',
    ),
    label: w('Еңбек өтілі', 'Трудовой стаж', 'Years of work'),
    unknown: true,
  },
];

/** The questions of one record of the list of children. */
export const CHILD: Asked[] = [
  {
    key: 'child.full_name',
    kind: 'text',
    question: w(
      'Баланың тегі, аты, әкесінің аты қандай?',
      'Фамилия, имя и отчество ребёнка?',
      'What is the child’s full name?',
    ),
    label: w('Тегі, аты, әкесінің аты', 'Фамилия, имя, отчество', 'Full name'),
  },
  {
    key: 'child.birth_date',
    kind: 'date',
    question: w('Бала қашан туған?', 'Когда родился ребёнок?', 'When was the child born?'),
    label: w('Туған күні', 'Дата рождения', 'Date of birth'),
    unknown: true,
  },
  {
    key: 'child.with_you',
    kind: 'yes_no',
    question: w(
      'Бала сізбен бірге көшіп келе ме?',
      'Ребёнок переезжает с вами?',
      'Is the child moving with you?',
    ),
    label: w('Бірге көшіп келеді', 'Переезжает с вами', 'Moves with you'),
    unknown: true,
  },
];

/** The questions about one paper. */
export const PAPER: Asked[] = [
  {
    key: 'in_hand',
    kind: 'yes_no',
    question: w(
      'Бұл құжат қолыңызда бар ма?',
      'Этот документ уже у вас на руках?',
      'Do you have this paper in hand?',
    ),
    label: w('Қолда бар', 'На руках', 'In hand'),
    hint: w(
      'Тапсырыс берілген, бірақ әлі алынбаған болса, «Жоқ» деңіз.',
      'Если документ заказан, но ещё не получен, ответьте «Нет».',
      'If it is ordered but not yet received, say No.',
    ),
    unknown: true,
  },
  {
    key: 'issued',
    kind: 'date',
    question: w(
      'Бұл құжат қай күні берілген?',
      'Когда выдан этот документ?',
      'When was this paper issued?',
    ),
    label: w('Берілген күні', 'Дата выдачи', 'Issued on'),
    unknown: true,
  },
];
