import type { Language } from '../../i18n/words.ts';
import type { AssessmentView } from '../contract.ts';
import en from './sample/en.json';
import kk from './sample/kk.json';
import ru from './sample/ru.json';

/** What the real backend says of the sample case on dates, money and stays; generated. */
export type Sample = Pick<
  AssessmentView,
  | 'agenda'
  | 'beside'
  | 'budget'
  | 'changes_ahead'
  | 'circumstances'
  | 'comparison'
  | 'orders'
  | 'payment_details'
  | 'reviews'
  | 'sanity'
  | 'stages'
  | 'stay'
  | 'sum_checks'
  | 'tariffs'
  | 'until_decision'
>;

// The codes in a JSON file are plain strings to the compiler.
const SAMPLES = { kk, ru, en } as unknown as Record<Language, Sample>;

export function sampleOf(language: Language): Sample {
  return SAMPLES[language];
}
