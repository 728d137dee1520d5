import { SvelteMap, SvelteSet } from 'svelte/reactivity';

import type { CaseView, Outcome, Problem } from '../backend/contract.ts';
import type { Language } from '../i18n/words.ts';

/** Sends one change to the shell, on the revision that is shown. */
export type Send = (language: Language, revision: number) => Promise<Outcome<CaseView>>;

/**
 * What the disk says for a while only: it may be full, locked, held by another program, or gone. Where a disk was taken
 * away, an empty folder may stay in its place.
 */
const PASSING = new Set([
  'disk_full',
  'read_only',
  'no_access',
  'folder_gone',
  'state_missing',
  'held',
  'io',
]);

/** Whether a save failed for a reason that may pass. */
export function mayPass(problem: Problem): boolean {
  const [area, code] = problem.code.split('.');
  return area === 'vault' && PASSING.has(code ?? '');
}

/** Answers that the disk did not take yet. Of each question only the latest one waits. */
export class Unsaved {
  problem = $state.raw<Problem | null>(null);
  readonly #waiting = new SvelteMap<string, Send>();
  readonly #told = new SvelteSet<Problem>();

  get count(): number {
    return this.#waiting.size;
  }

  /** The changes in the order in which they were made. */
  get waiting(): [string, Send][] {
    return [...this.#waiting];
  }

  put(key: string, send: Send, problem: Problem): void {
    this.#waiting.delete(key);
    this.#waiting.set(key, send);
    this.#told.add(problem);
    this.problem = problem;
  }

  settle(key: string): void {
    this.#waiting.delete(key);
    if (this.#waiting.size === 0) this.problem = null;
  }

  /** Whether a problem that some screen still shows is over. */
  isOver(problem: Problem): boolean {
    return this.count === 0 && this.#told.has(problem);
  }
}
