import type { CaseView, NextStepView, QuestionView } from '../backend/contract.ts';
import { listOf } from './lists.ts';
import type { Page } from './page.ts';
import { entranceOfPrecheck, linkOfFact, nextStop } from './walk.ts';

/** The page on which the next step of the open application is made. */
export function pageOfStep(view: CaseView, step: NextStepView): Page {
  switch (step.code) {
    case 'first_check':
      return entranceOfPrecheck(view);
    case 'question':
    case 'find_out':
      return (step.target && linkOfFact(view, step.target)?.page) || { name: 'answer' };
    case 'section': {
      const section = view.sections.find(({ id }) => id === step.target);
      return section ? nextStop(view, section, null) : { name: 'home' };
    }
    case 'paper':
      return { name: 'hand' };
    case 'print':
    case 'hand_in':
      return { name: 'papers' };
    case 'plan':
      return { name: 'plan' };
    case 'wait':
    case 'dates':
      return { name: 'dates' };
    case 'stay':
      return { name: 'stay' };
    case 'ask_for_decision':
      return { name: 'after' };
    case 'not_possible':
    case 'see_answer':
      return { name: 'answer' };
  }
}

/** A question to which the person said "I don't know yet", and where it is answered. */
export type Unknown = { question: QuestionView; label: string; page: Page };

function unknownIn(
  questions: QuestionView[],
  page: (key: string) => Page,
  whose: string | null,
): Unknown[] {
  return questions
    .filter(({ answer }) => answer?.not_known_yet)
    .map((question) => ({
      question,
      label: whose ? `${whose}: ${question.label}` : question.question,
      page: page(question.key),
    }));
}

/** All of them; those on which the answer depends come first, and of these the ones of the first check. */
export function unknownsOf(view: CaseView): Unknown[] {
  const found = view.sections.flatMap((section) =>
    section.items.flatMap((item): Unknown[] => {
      switch (item.kind) {
        case 'question':
          return unknownIn(
            [item.question],
            (key) => ({ name: 'question', key, from: 'answer' }),
            null,
          );
        case 'list':
          return item.list.records.flatMap((record) =>
            unknownIn(
              record.questions,
              (key) => ({
                name: 'record',
                entity: item.list.entity,
                record: record.id,
                key,
                from: 'answer',
              }),
              record.heading || listOf(view, item.list.entity)?.one || '',
            ),
          );
        case 'papers':
          return item.cards.flatMap((card) =>
            unknownIn(card.questions, () => ({ name: 'hand' }), card.title),
          );
        case 'plan':
          return [];
      }
    }),
  );
  const first = new Set(view.precheck.questions.map(({ key }) => key));
  const rank = ({ question }: Unknown) =>
    question.decides ? (first.has(question.key) ? 0 : 1) : 2;
  return found.toSorted((a, b) => rank(a) - rank(b));
}
