import type { I18n } from '../i18n/i18n.svelte.ts';
import type { TextKey } from '../i18n/words.ts';

const DAY = 86_400_000;

/** The number of a day since 1970, for distances on a picture. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** The year and month (1 to 12) of a day by its number. */
export function monthOf(day: number): { year: number; month: number; date: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

export function dayNumberOf(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / DAY);
}

/** The weekday and the day in words, of a date as it is typed; nothing while there is no such day. */
export function echoOf(i18n: I18n, day: string, month: string, year: string): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) {
    return null;
  }
  const weekday = `dates.weekday.${date.getUTCDay() || 7}` as TextKey;
  const name = `dates.month.${m}` as TextKey;
  const long = i18n.t('dates.long', { day: d, month: i18n.t(name), year: y });
  return `${i18n.t(weekday)}, ${long}`;
}
