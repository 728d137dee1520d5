import type { Problem } from './bindings.ts';

/** What came of a question to the shell. Refusals come back as problems, never as exceptions. */
export type Outcome<T> = { status: 'ok'; data: T } | { status: 'error'; error: Problem };
