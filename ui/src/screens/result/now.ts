import type { StatusCode } from '../../lib/backend/contract.ts';
import type { TextKey } from '../../lib/i18n/words.ts';

/** What is said where no paper waits: "all is in hand" only when it is decided what is needed. */
export function nothingToDo(papers: readonly { status: StatusCode }[]): TextKey {
  if (papers.some(({ status }) => status === 'open')) return 'app.result.now_open';
  const inHand = papers.some(({ status }) => status === 'in_hand');
  return inHand ? 'app.result.now_none' : 'app.result.now_no_papers';
}
