import type { Language } from '../../i18n/words.ts';
import type { WindowView } from '../contract.ts';
import { day } from './words.ts';

/** A filing window that opens later, then runs into a year whose law is not known. */
export function filingWindow(
  l: Language,
  today: string,
  unknown: string,
  missing: string[],
): WindowView {
  return {
    first: day(l, '2026-12-10'),
    last: day(l, '2026-12-31'),
    stretches: [
      {
        from: day(l, today),
        until: day(l, '2026-12-09'),
        verdict: 'no',
        verdict_text: '',
        whys: [],
      },
      {
        from: day(l, '2026-12-10'),
        until: day(l, '2026-12-31'),
        verdict: 'yes',
        verdict_text: '',
        whys: [],
      },
      {
        from: day(l, '2027-01-01'),
        until: day(l, '2027-02-27'),
        verdict: 'undecided',
        verdict_text: '',
        whys: [{ kind: 'not_known', id: 'pilot', text: unknown, verdict: null }],
      },
    ],
    limits: [],
    missing,
  };
}
