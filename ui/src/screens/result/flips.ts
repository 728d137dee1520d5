import type { Answered, DayView, VerdictCode } from '../../lib/backend/contract.ts';
import type { I18n } from '../../lib/i18n/i18n.svelte.ts';

/** A day on which something changes, with the sentences about it. */
export type Flip = { day: DayView; texts: string[] };

/** All days ahead on which filing before and filing after differ, in their order. */
export function flipsOf(result: Answered, i18n: I18n): Flip[] {
  const papers: Record<VerdictCode, string> = {
    yes: i18n.t('app.result.stretch_yes'),
    no: i18n.t('app.result.stretch_no'),
    undecided: i18n.t('app.result.stretch_undecided'),
    does_not_apply: i18n.t('app.result.stretch_does_not_apply'),
  };
  const told = [
    ...result.changes_ahead
      .filter(({ tested_on: day }) => day === 'filing')
      .map(({ day, text }) => ({ day, text })),
    // The first stretch begins today; what it says stands above already.
    ...result.window.stretches.slice(1).map(({ from, verdict }) => ({
      day: from,
      text: `${i18n.t('overview.on.papers')}: ${papers[verdict]}`,
    })),
  ];
  const days = new Map<string, Flip>();
  for (const { day, text } of told) {
    const flip = days.get(day.iso) ?? { day, texts: [] };
    if (!flip.texts.includes(text)) flip.texts.push(text);
    days.set(day.iso, flip);
  }
  return [...days.values()].toSorted((a, b) => (a.day.iso < b.day.iso ? -1 : 1));
}
