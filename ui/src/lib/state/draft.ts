import type { AnswerInput, Problem, QuestionView } from '../backend/contract.ts';

/** What is typed or chosen on the screen and not saved yet. */
export type Draft = {
  word: string;
  day: string;
  month: string;
  year: string;
  text: string;
  kk: string;
  ru: string;
  unknown: boolean;
};

export function draftOf(question: QuestionView): Draft {
  const answer = question.answer;
  const [day, month, year] = answer?.date ?? ['', '', ''];
  const value = answer && !answer.not_known_yet ? answer.value : '';
  return {
    word: value,
    day,
    month,
    year,
    text: value,
    kk: answer?.kk ?? '',
    ru: answer?.ru ?? '',
    unknown: answer?.not_known_yet ?? false,
  };
}

/** A line break of a long field is a blank on paper: forms have lines of their own. */
const onOneLine = (text: string) => text.replaceAll(/\s*[\r\n]+\s*/g, ' ');

/** The answer to send; empty when nothing was typed. */
export function inputOf(question: QuestionView, draft: Draft): AnswerInput {
  if (draft.unknown) return { kind: 'not_known_yet' };
  switch (question.kind) {
    case 'date': {
      const { day, month, year } = draft;
      return day.trim() || month.trim() || year.trim()
        ? { kind: 'date', day, month, year }
        : { kind: 'empty' };
    }
    case 'text':
    case 'name_latin':
    case 'name_cyrillic':
      return draft.text.trim() || draft.kk.trim() || draft.ru.trim()
        ? {
            kind: 'text',
            text: onOneLine(draft.text),
            kk: draft.kk.trim() ? onOneLine(draft.kk) : null,
            ru: draft.ru.trim() ? onOneLine(draft.ru) : null,
          }
        : { kind: 'empty' };
    case 'yes_no':
    case 'choice':
    case 'country':
    case 'number':
    case 'money':
    case 'digits':
      return draft.word.trim() ? { kind: 'word', value: draft.word } : { kind: 'empty' };
  }
}

/** Whether the draft says something else than what is saved. */
export function isChanged(question: QuestionView, draft: Draft): boolean {
  const before = JSON.stringify(inputOf(question, draftOf(question)));
  return JSON.stringify(inputOf(question, draft)) !== before;
}

/** The problem of leaving a question without any answer. */
export function emptyProblem(question: QuestionView): Problem {
  const chosen = ['yes_no', 'choice', 'country'].includes(question.kind);
  const code =
    question.kind === 'date' ? 'date_incomplete' : chosen ? 'choice_empty' : 'answer_empty';
  return { code, args: {}, field: question.key };
}

/** The id of the first field of a question, to which the error summary leads. */
export function fieldId(key: string): string {
  return `field-${key.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}
