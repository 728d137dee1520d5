import type { Problem, QuestionView } from '../backend/contract.ts';
import type { Draft } from '../state/draft.ts';
import { fieldId } from '../state/draft.ts';

/** What every kind of field takes. `page`: the question is the heading of the page. */
export type FieldProps = {
  question: QuestionView;
  draft: Draft;
  problem?: Problem | null;
  page?: boolean;
};

/** The ids of a field and of the texts that describe it. */
export function idsOf(question: QuestionView, problem: Problem | null, echo = false) {
  const field = fieldId(question.key);
  const hint = `${field}-hint`;
  const error = `${field}-error`;
  const back = `${field}-echo`;
  const described = [question.hint ? hint : '', problem ? error : '', echo ? back : ''];
  return { field, hint, error, back, described: described.filter(Boolean).join(' ') || undefined };
}

/** The questions that the lines at the foot of a passport answer. */
const FROM_PASSPORT: ReadonlySet<string> = new Set([
  'passport.number',
  'names.surname_latin',
  'names.given_latin',
  'passport.expires',
]);

export function isFromPassport(question: QuestionView): boolean {
  return FROM_PASSPORT.has(question.key);
}

/** The purpose of a field, which browsers and aids may know how to fill (WCAG 1.3.5). */
const PURPOSES: Record<string, 'tel' | 'email' | 'family-name' | 'given-name'> = {
  'applicant.phone': 'tel',
  'applicant.email': 'email',
  'names.surname_latin': 'family-name',
  'names.given_latin': 'given-name',
};

export function purposeOf(question: QuestionView) {
  return PURPOSES[question.key] ?? 'off';
}
