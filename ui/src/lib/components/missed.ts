import type { AgendaEntryView, SourceView } from '../backend/contract.ts';

/** Where it stands what happens if a day is missed, unless the rule of the day stands at the same place. */
export function missedElsewhere(entry: AgendaEntryView): SourceView | null {
  const missed = entry.missed_source;
  return missed?.text === entry.finding.source?.text ? null : missed;
}
