import type { CaseView, PaperCardView } from '../backend/contract.ts';
import { needsAttention, urgency } from '../components/look.ts';

/** All papers of the case about which something is to be said. */
export function cardsOf(view: CaseView): PaperCardView[] {
  return view.sections
    .flatMap((section) => section.items)
    .flatMap((item) => (item.kind === 'papers' ? item.cards : []));
}

const waits = (card: PaperCardView) => needsAttention(card.status);
const orderBy = (card: PaperCardView) => (waits(card) ? card.order_by?.iso : null) ?? '9999';

/** The place of each paper by its key: what is to be ordered first comes first, as on the home; then what stands worst. */
export function placesOf(cards: PaperCardView[]): Map<string, number> {
  return new Map(
    cards
      .toSorted(
        (a, b) =>
          Number(!waits(a)) - Number(!waits(b)) ||
          orderBy(a).localeCompare(orderBy(b)) ||
          urgency(a.status) - urgency(b.status),
      )
      .map((card, index) => [card.key, index]),
  );
}
