import type { Language } from '../../i18n/words.ts';
import type { WindowView } from '../contract.ts';
import { day, w } from './words.ts';

const NO_DAYS = { first: null, last: null, whys: [], standing: 'official' as const };

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
    working: NO_DAYS,
    certain: { from: day(l, '2026-12-10'), until: day(l, '2026-12-31'), working: NO_DAYS },
    text: w(
      `Құжаттарды ${day(l, '2026-12-10').text} мен ${day(l, '2026-12-31').text} аралығында тапсыруға болады.`,
      `С ${day(l, '2026-12-10').text} по ${day(l, '2026-12-31').text} документы можно подать.`,
      `The papers can be handed in from ${day(l, '2026-12-10').text} to ${day(l, '2026-12-31').text}.`,
    )[l],
    begins: [],
    ends: [],
    stretches: [
      {
        from: day(l, today),
        until: day(l, '2026-12-09'),
        verdict: 'no',
        verdict_text: '',
        working: NO_DAYS,
        whys: [],
      },
      {
        from: day(l, '2026-12-10'),
        until: day(l, '2026-12-31'),
        verdict: 'yes',
        verdict_text: '',
        working: NO_DAYS,
        whys: [],
      },
      {
        from: day(l, '2027-01-01'),
        until: day(l, '2027-02-27'),
        verdict: 'undecided',
        verdict_text: '',
        working: NO_DAYS,
        whys: [{ kind: 'not_known', id: 'pilot', text: unknown, verdict: null }],
      },
    ],
    limits: [],
    missing,
  };
}
