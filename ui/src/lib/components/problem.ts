import type { Problem } from '../backend/contract.ts';
import type { I18n } from '../i18n/i18n.svelte.ts';

/** What is wrong and what to do about it, in the language of the screen. */
export function wordsOf(problem: Problem, i18n: I18n): string {
  const what = i18n.maybe(`errors.${problem.code}.what`, problem.args);
  const todo = i18n.maybe(`errors.${problem.code}.do`, problem.args);
  return what && todo
    ? `${what} ${todo}`
    : `${i18n.t('errors.unexpected.what')} ${i18n.t('errors.unexpected.do')} (${problem.code})`;
}
