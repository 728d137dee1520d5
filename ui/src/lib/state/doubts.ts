import type { CaseView, ItemView } from '../backend/contract.ts';
import { listOf } from './lists.ts';
import type { Page } from './page.ts';

/** What is to be looked at again, of which answer, and where that is changed. */
export type Doubt = { text: string; of: string; page: Page };

/** What is to be looked at again on some pages; what is said of several answers is said once. */
export function doubtsOf(view: CaseView, items: ItemView[]): Doubt[] {
  const found = items.flatMap((item): Doubt[] => {
    switch (item.kind) {
      case 'question': {
        const { key, label, doubts } = item.question;
        return doubts.map((text) => ({
          text,
          of: label,
          page: { name: 'question', key, from: 'check' },
        }));
      }
      case 'list':
        return item.list.records.flatMap((record) =>
          record.questions.flatMap(({ key, label, doubts }) =>
            doubts.map((text) => ({
              text,
              of: `${record.heading || listOf(view, item.list.entity)?.one || ''}: ${label}`,
              page: {
                name: 'record' as const,
                entity: item.list.entity,
                record: record.id,
                key,
                from: 'check' as const,
              },
            })),
          ),
        );
      case 'papers':
        return item.cards.flatMap(({ title, doubts }) =>
          doubts.map((text) => ({ text, of: title, page: { name: 'hand' as const } })),
        );
      case 'plan':
        return [];
    }
  });
  const said = new Set<string>();
  return found.filter(({ text }) => !said.has(text) && said.add(text));
}
