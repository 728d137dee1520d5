import type { Problem } from '../../lib/backend/contract.ts';
import { wordsOf } from '../../lib/components/problem.ts';
import type { I18n } from '../../lib/i18n/i18n.svelte.ts';

/** What is wrong with a box that was just placed: the window knows no lines of a file. */
export function problemWords(problem: Problem, i18n: I18n): string {
  const placed = problem.code.startsWith('blank.flaw.') && problem.args['line'] === '0';
  const flaw = placed ? i18n.maybe(`blank.flaw.${problem.args['flaw'] ?? ''}`) : null;
  return flaw ?? wordsOf(problem, i18n);
}
