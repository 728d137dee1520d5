import type { Outcome } from './outcome.ts';

/** A refusal comes as a problem; whatever else goes wrong on the way is one too. */
export async function caught<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    const outcome = await work;
    const known = outcome.status === 'ok' || typeof outcome.error?.code === 'string';
    if (known) return outcome;
  } catch {
    // The shell itself failed: there is no more to say than that.
  }
  return { status: 'error', error: { code: 'unexpected', args: {}, field: null } };
}

/** The wire carries bytes as base64. */
export async function bytesOf(
  work: Promise<Outcome<string>>,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const outcome = await caught(work);
  if (outcome.status === 'error') return outcome;
  const data = Uint8Array.from(atob(outcome.data), (letter) => letter.charCodeAt(0));
  return { status: 'ok', data };
}
