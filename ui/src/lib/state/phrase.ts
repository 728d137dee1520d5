import type { Problem } from '../backend/contract.ts';

/** What is wrong with a passphrase that was typed twice; nothing when both are the same. */
export function problemOfTwice(first: string, second: string, field: string): Problem | null {
  if (first === '') return { code: 'new_passphrase_empty', args: {}, field: `${field}.first` };
  if (first !== second) return { code: 'passphrases_differ', args: {}, field: `${field}.second` };
  return null;
}

/** A passphrase that is too short is a problem of its field. */
export function atField(problem: Problem, field: string): Problem {
  return problem.code === 'vault.passphrase_too_short'
    ? { ...problem, field: `${field}.first` }
    : problem;
}
