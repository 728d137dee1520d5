import type { StatusCode } from '../contract.ts';
import { w, type Words } from './words.ts';

/** A paper of the made-up case. */
export type Sheet = {
  id: string;
  number: string;
  title: Words;
  what: Words;
  status: StatusCode;
  issued: string | null;
  good: string | null;
  elsewhere?: boolean;
  instead?: Words;
  filled?: boolean;
  order_by?: string;
};

export const STATUS: Record<StatusCode, Words> = {
  not_needed: w('керек емес', 'не нужно', 'not needed'),
  open: w('керек пе, әлі шешілмеді', 'нужно ли, ещё не решено', 'not decided whether it is needed'),
  not_said: w(
    'қолда бар-жоғы айтылмаған',
    'не сказано, есть ли на руках',
    'you have not said whether you have it',
  ),
  office_says: w(
    'жарай ма, мекемеден сұраңыз',
    'подойдёт ли, спросите в ведомстве',
    'whether it will do, ask the office',
  ),
  missing: w('әлі жоқ', 'ещё нет', 'missing'),
  date_missing: w(
    'қолда бар, күні көрсетілмеген',
    'на руках, дата не указана',
    'in hand, its date is missing',
  ),
  in_hand: w(
    'қолда бар, тапсыру күні жарамды',
    'на руках, в день подачи действует',
    'in hand and good on the filing day',
  ),
  not_yet: w(
    'тапсыру күніне дейін жарамды болмайды',
    'к дню подачи ещё не действует',
    'not good yet on the filing day',
  ),
  will_be_out_of_date: w(
    'тапсыру күніне дейін мерзімі өтеді',
    'устареет к дню подачи',
    'will be out of date on the filing day',
  ),
  out_of_date: w('мерзімі өткен', 'срок истёк', 'out of date'),
  wrong_sum: w(
    'көрсетілген сома жеткіліксіз',
    'указанной суммы недостаточно',
    'the sum on it is not enough',
  ),
  sum_open: w(
    'қолда бар; көрсетілген соманың жеткілікті екенін айту мүмкін емес',
    'на руках; нельзя сказать, достаточно ли указанной суммы',
    'in hand; whether its sum is enough cannot be said',
  ),
  none_in_country: w(
    'бұл елде мұндай құжат берілмейді',
    'в этой стране такой документ не выдают',
    'this country is reported to issue none',
  ),
};

export const SHEETS: Sheet[] = [
  {
    id: 'passport',
    number: '2)',
    title: w('Шетелдік паспорт', 'Заграничный паспорт', 'Foreign passport'),
    what: w(
      'Тапсыру күні 180 күннен артық жарамды. Түпнұсқа, көшірме және нотариат куәландырған аударма.',
      'Действует больше 180 дней в день подачи. Оригинал, копия и нотариально удостоверенный перевод.',
      'Valid for more than 180 days on the filing day. The original, a copy and a notarised translation.',
    ),
    status: 'in_hand',
    issued: '2017-08-28',
    good: '2027-02-27',
    elsewhere: true,
  },
  {
    id: 'criminal-record',
    number: '4)',
    title: w(
      'Соттылығының болуы немесе жоқтығы туралы анықтама',
      'Справка о наличии либо отсутствии судимости',
      'Criminal record certificate',
    ),
    what: w(
      'Азаматтығы тиесілі елден, қағаз түрінде, мөрімен. 180 күнтізбелік күннен артық жарамайды.',
      'Из страны гражданства, на бумаге, с печатью. Действует не более 180 календарных дней.',
      'From the country of citizenship, on paper, with a seal. Good for at most 180 calendar days.',
    ),
    status: 'will_be_out_of_date',
    issued: '2026-05-30',
    good: '2026-11-26',
  },
  {
    id: 'medical',
    number: '7)',
    title: w(
      'Медициналық анықтама (028/у)',
      'Медицинская справка (028/у)',
      'Medical certificate (028/u)',
    ),
    what: w(
      'Қазақстандағы емханадан. 180 күнтізбелік күннен артық жарамайды.',
      'Из поликлиники в Казахстане. Действует не более 180 календарных дней.',
      'From a clinic in Kazakhstan. Good for at most 180 calendar days.',
    ),
    status: 'in_hand',
    issued: '2026-10-15',
    good: '2027-04-13',
  },
  {
    id: 'means',
    number: '3)',
    title: w(
      'Төлем қабілеттілігін растау',
      'Подтверждение платёжеспособности',
      'Proof of solvency',
    ),
    what: w(
      'Қазақстандағы банктің анықтамасы: кемінде 1 320 АЕК.',
      'Справка банка в Казахстане: не менее 1 320 МРП.',
      'A statement of a bank in Kazakhstan: at least 1,320 MCI.',
    ),
    status: 'missing',
    issued: null,
    good: null,
    order_by: '2026-11-27',
  },
  {
    id: 'state-consent',
    number: '10)',
    title: w(
      'Азаматтығы тиесілі мемлекеттің жазбаша келісімі',
      'Письменное согласие государства гражданства',
      'Written consent of the state of citizenship',
    ),
    what: w(
      'Тұрақты тұруға кетуге келісім.',
      'Согласие на выезд на постоянное проживание.',
      'Consent to leave for permanent residence.',
    ),
    status: 'none_in_country',
    issued: null,
    good: null,
    instead: w(
      'Елшіліктің мұндай құжат берілмейтіні туралы хаты.',
      'Письмо посольства о том, что такой документ не выдаётся.',
      'A letter of the embassy saying that no such paper is issued.',
    ),
  },
  {
    id: 'kaztest',
    number: '12)',
    title: w('ҚАЗТЕСТ, A1 деңгейі', 'КАЗТЕСТ, уровень A1', 'KAZTEST, level A1'),
    what: w(
      'Пилоттық жоба бойынша қазақ тілін білу сертификаты.',
      'Сертификат знания казахского языка по пилотному проекту.',
      'The certificate of Kazakh of the pilot project.',
    ),
    status: 'not_said',
    issued: null,
    good: null,
  },
  {
    id: 'child-consent',
    number: '9)',
    title: w('Баланың келісімі', 'Согласие ребёнка', 'Consent of the child'),
    what: w('14 пен 18 жас арасында.', 'От 14 до 18 лет.', 'From 14 to 18 years.'),
    status: 'not_needed',
    issued: null,
    good: null,
  },
];
