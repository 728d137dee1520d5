import { SvelteMap } from 'svelte/reactivity';

import type { Problem, QuestionView } from '../backend/contract.ts';
import type { App } from './app.svelte.ts';
import { draftOf, inputOf, isChanged, type Draft } from './draft.ts';
import { mayPass } from './unsaved.svelte.ts';

/** The drafts of several questions that are saved together. */
export class Form {
  problems = $state.raw<Problem[]>([]);
  readonly #drafts = $state<Record<string, Draft>>({});
  /** What was sent last of each question, or stood there before. */
  readonly #sent = new SvelteMap<string, string>();

  /** Takes in questions that have no draft yet. */
  take(questions: QuestionView[]): void {
    for (const question of questions) {
      if (this.#drafts[question.key]) continue;
      const draft = draftOf(question);
      this.#drafts[question.key] = draft;
      this.#sent.set(question.key, JSON.stringify(inputOf(question, draft)));
    }
  }

  get drafts(): Record<string, Draft> {
    return this.#drafts;
  }

  /** Whether something was typed or chosen that was not sent yet. */
  changed(questions: QuestionView[]): boolean {
    return questions.some((question) => {
      const draft = this.#drafts[question.key];
      return draft && JSON.stringify(inputOf(question, draft)) !== this.#sent.get(question.key);
    });
  }

  /** Whether leaving would lose what was refused. What waits for the disk is not lost. */
  get lost(): boolean {
    return this.problems.some((problem) => !mayPass(problem));
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
      if (!problem || mayPass(problem)) this.#sent.set(question.key, JSON.stringify(input));
    }
    this.problems = problems;
    return problems.length === 0;
  }
}
