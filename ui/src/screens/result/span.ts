import type { DayView } from '../../lib/backend/contract.ts';
import type { I18n } from '../../lib/i18n/i18n.svelte.ts';

/** Days in a row in words. */
export function spanText(
  i18n: I18n,
  { from, until }: { from: DayView | null; until: DayView | null },
): string {
  if (from && until) {
    return i18n.t('app.result.stretch_between', { from: from.text, until: until.text });
  }
  if (from) return i18n.t('app.result.stretch_from', { from: from.text });
  if (until) return i18n.t('app.result.stretch_until', { until: until.text });
  return i18n.t('app.result.stretch_always');
}

/** The stretches that were not over before a day. */
export function ahead<T extends { until: DayView | null }>(stretches: T[], day: string): T[] {
  return stretches.filter(({ until }) => !until || day <= until.iso);
}
