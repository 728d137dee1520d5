import type {
  AnswerPageView,
  Backend,
  DatesPageView,
  Outcome,
} from '../../lib/backend/contract.ts';
import type { Language } from '../../lib/i18n/words.ts';

/** The page of the answer with the dates that belong into its picture. */
export async function loadAnswer(
  backend: Backend,
  language: Language,
  revision: number,
): Promise<Outcome<AnswerPageView & DatesPageView>> {
  const [answer, dates] = await Promise.all([
    backend.answerPage(language, revision),
    backend.datesPage(language, revision),
  ]);
  if (answer.status === 'error') return answer;
  if (dates.status === 'error') return dates;
  return { status: 'ok', data: { ...dates.data, ...answer.data } };
}
