import appEn from '@locales/app.en.json';
import appKk from '@locales/app.kk.json';
import appRu from '@locales/app.ru.json';
import blankEn from '@locales/blank.en.json';
import blankKk from '@locales/blank.kk.json';
import blankRu from '@locales/blank.ru.json';
import datesEn from '@locales/dates.en.json';
import datesKk from '@locales/dates.kk.json';
import datesRu from '@locales/dates.ru.json';
import entryEn from '@locales/entry.en.json';
import entryKk from '@locales/entry.kk.json';
import entryRu from '@locales/entry.ru.json';
import errorsEn from '@locales/errors.en.json';
import errorsKk from '@locales/errors.kk.json';
import errorsRu from '@locales/errors.ru.json';
import keepingEn from '@locales/keeping.en.json';
import keepingKk from '@locales/keeping.kk.json';
import keepingRu from '@locales/keeping.ru.json';
import overviewEn from '@locales/overview.en.json';
import overviewKk from '@locales/overview.kk.json';
import overviewRu from '@locales/overview.ru.json';
import photoEn from '@locales/photo.en.json';
import photoKk from '@locales/photo.kk.json';
import photoRu from '@locales/photo.ru.json';
import remindersEn from '@locales/reminders.en.json';
import remindersKk from '@locales/reminders.kk.json';
import remindersRu from '@locales/reminders.ru.json';

/** The languages of the screens. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The texts of all languages, from the files that Rust reads too. */
export const WORDS = {
  kk: {
    ...appKk,
    ...datesKk,
    ...errorsKk,
    ...keepingKk,
    ...blankKk,
    ...entryKk,
    ...overviewKk,
    ...photoKk,
    ...remindersKk,
  },
  ru: {
    ...appRu,
    ...datesRu,
    ...errorsRu,
    ...keepingRu,
    ...blankRu,
    ...entryRu,
    ...overviewRu,
    ...photoRu,
    ...remindersRu,
  },
  en: {
    ...appEn,
    ...datesEn,
    ...errorsEn,
    ...keepingEn,
    ...blankEn,
    ...entryEn,
    ...overviewEn,
    ...photoEn,
    ...remindersEn,
  },
};

type Paths<T> = T extends string
  ? never
  : {
      [K in keyof T & string]: T[K] extends string
        ? K
        : T[K] extends { other: string }
          ? K
          : `${K}.${Paths<T[K]>}`;
    }[keyof T & string];

/** A key of a text; a plural is named without its category. */
export type TextKey = Paths<typeof WORDS.en>;
