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

export function sampleOf(language: Language): Sample {
  return SAMPLES[language];
}
