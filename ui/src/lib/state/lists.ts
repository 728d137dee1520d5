import type { CaseView, ListView, RecordView } from '../backend/contract.ts';
import type { I18n } from '../i18n/i18n.svelte.ts';

export function listOf(view: CaseView, entity: string): ListView | null {
  for (const section of view.sections) {
    for (const item of section.items) {
      if (item.kind === 'list' && item.list.entity === entity) return item.list;
    }
  }
  return null;
}

/** The heading of a record; its number while it has none. */
export function recordName(list: ListView, record: RecordView, index: number, i18n: I18n): string {
  return record.heading || i18n.t('app.list.untitled', { one: list.one, number: index + 1 });
}
