import type { Language } from '../../i18n/words.ts';
import type { AnswerPageView, DatesPageView, MoneyPageView, StayView } from '../contract.ts';
import en from './sample/en.json';
import kk from './sample/kk.json';
import ru from './sample/ru.json';

/** What the real backend says of the sample case on dates, money and stays; generated. */
export type Sample = DatesPageView &
  Omit<MoneyPageView, 'fees' | 'fees_together'> &
  Pick<AnswerPageView, 'beside' | 'circumstances' | 'reviews' | 'sanity'> & { stay: StayView };

// The codes in a JSON file are plain strings to the compiler.
const SAMPLES = { kk, ru, en } as unknown as Record<Language, Sample>;

/** A sample that was generated before the days of the window stood in it has none; the screens want a list. */
export function sampleOf(language: Language): Sample {
  const sample = SAMPLES[language];
  const passports = sample.stay.passports.map((passport) => ({
    ...passport,
    used_days:
      passport.used_days ??
      passport.visits.map(({ entered, left }) => ({
        from: entered,
        until: left ?? sample.stay.day,
      })),
  }));
  return { ...sample, stay: { ...sample.stay, passports } };
}
