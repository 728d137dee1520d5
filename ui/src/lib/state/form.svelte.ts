import type { Problem, QuestionView } from '../backend/contract.ts';
import type { App } from './app.svelte.ts';
import { draftOf, inputOf, isChanged, type Draft } from './draft.ts';

/** The drafts of several questions that are saved together. */
export class Form {
  problems = $state.raw<Problem[]>([]);
  readonly #drafts = $state<Record<string, Draft>>({});

  /** Takes in questions that have no draft yet. */
  take(questions: QuestionView[]): void {
    for (const question of questions) this.#drafts[question.key] ??= draftOf(question);
  }

  get drafts(): Record<string, Draft> {
    return this.#drafts;
  }

  problemOf(question: QuestionView): Problem | null {
    return this.problems.find((problem) => problem.field === question.key) ?? null;
  }

  /** Sends what was changed, one answer after another; what is refused stays on the screen. */
  async save(app: App, questions: QuestionView[]): Promise<boolean> {
    const problems: Problem[] = [];
    for (const question of questions) {
      const draft = this.#drafts[question.key];
      if (!draft || !isChanged(question, draft)) continue;
      const input = inputOf(question, draft);
      const problem = await app.change(
        (language, revision) => app.backend.answer(language, revision, question.key, input),
        question.key,
      );
      if (problem) problems.push(problem);
    }
    this.problems = problems;
    return problems.length === 0;
  }
}
