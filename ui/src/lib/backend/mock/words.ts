import type { Language } from '../../i18n/words.ts';
import type { DayView, SourceView, StandingCode } from '../contract.ts';

/** A text of the made-up case in its three languages. */
export type Words = Record<Language, string>;

export const w = (kk: string, ru: string, en: string): Words => ({ kk, ru, en });

const MONTHS: Record<Language, string[]> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
};

export function day(language: Language, iso: string): DayView {
  const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
  const name = MONTHS[language][month - 1] ?? '';
  const text = {
    kk: `${year} жылғы ${date} ${name}`,
    ru: `${date} ${name} ${year} г.`,
    en: `${date} ${name} ${year}`,
  };
  return { iso, text: text[language] };
}

const STANDING: Record<StandingCode, Words> = {
  official: w('ресми мәтін оқылды', 'официальный текст прочитан', 'the official text was read'),
  secondary: w(
    'мәтін туралы басқа дереккөз оқылды',
    'прочитан вторичный источник',
    'a secondary source was read',
  ),
  unconfirmed: w(
    'біздің түсінігіміз, расталмаған',
    'наше прочтение, не подтверждено',
    'our reading, not confirmed',
  ),
  unknown: w(
    'белгісіз, мекемеден сұраңыз',
    'не известно, спросите в ведомстве',
    'not known, ask the office',
  ),
};

export function standing(language: Language, code: StandingCode): string {
  return STANDING[code][language];
}

export function source(
  language: Language,
  act: Words,
  place: Words,
  code: StandingCode,
  seen: string,
): SourceView {
  return {
    act: 'act',
    text: `${act[language]}, ${place[language]}`,
    title: act[language],
    place: place[language],
    from: null,
    until: null,
    seen: day(language, seen),
    standing: code,
    standing_text: standing(language, code),
    url: 'https://adilet.zan.kz/rus/docs/Z1100000477',
  };
}

export const LAW = w(
  'Халықтың көші-қоны туралы заң',
  'Закон о миграции населения',
  'Law on Migration',
);
export const ORDER = w('№ 992 бұйрық', 'Приказ № 992', 'Order 992');
export const TAX = w('Салық кодексі', 'Налоговый кодекс', 'Tax Code');
