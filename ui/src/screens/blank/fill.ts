import type {
  BlankDatumView,
  BlankFieldView,
  BoxFill,
  RuledPlaceView,
} from '../../lib/backend/desk.ts';

/** How an answer can be written into a box. */
export type Manner = 'text' | 'comb' | 'tick' | 'date' | 'states';

/** What is no answer and can be written all the same. */
export const SPECIAL = ['photo', 'signing_date', 'enclosures', 'office', 'pen'] as const;
export type Special = (typeof SPECIAL)[number];

/** The word for what a box holds: a fact, something special, or what only the file can say. */
export function chosenOf(fill: BoxFill): string {
  switch (fill.kind) {
    case 'text':
    case 'comb':
    case 'tick':
    case 'date':
    case 'states':
      return fill.fact;
    case 'lines':
      return fill.given;
    case 'photo':
    case 'signing_date':
    case 'pen':
    case 'other':
      return fill.kind;
  }
}

/** The manners that suit a datum at a place or in a field. */
export function mannersOf(datum: BlankDatumView, field: BlankFieldView | null): Manner[] {
  const ticks: Manner[] = datum.options.length > 0 ? ['tick'] : [];
  const dates: Manner[] = datum.kind === 'date' ? ['date'] : [];
  switch (field?.kind) {
    case undefined:
      return ['text', 'comb', ...ticks, ...dates];
    case 'text':
      return ['text', ...dates];
    case 'editable_list':
      return datum.options.length > 0 ? ['text', 'states'] : ['text', ...dates];
    case 'check_box':
      return datum.options.length > 0 ? ['tick', 'states'] : [];
    case 'radio':
    case 'list':
      return datum.options.length > 0 ? ['states'] : [];
    case 'button':
    case 'signature':
      return [];
  }
}

/** The states that a field offers. */
export function statesOf(field: BlankFieldView): string[] {
  const ticked = field.places.flatMap(({ state }) => (state ? [state] : []));
  return [...new Set(field.options.length > 0 ? field.options : ticked)];
}

/** What a box holds at first when a datum is chosen for it. */
export function firstFill(
  chosen: string,
  datum: BlankDatumView | null,
  field: BlankFieldView | null,
  ruled: RuledPlaceView | null,
): BoxFill | null {
  switch (chosen) {
    case 'photo':
    case 'signing_date':
    case 'pen':
    case 'other':
      return { kind: chosen };
    case 'enclosures':
    case 'office':
      return { kind: 'lines', given: chosen };
  }
  if (!datum) return null;
  const manners = mannersOf(datum, field);
  if (!field && ruled?.kind === 'comb') return fillIn('comb', datum, ruled.cells ?? 1, null);
  if (!field && ruled?.kind === 'square' && manners.includes('tick')) {
    return fillIn('tick', datum, 1, null);
  }
  const [first] = manners;
  return first ? fillIn(first, datum, 1, field) : null;
}

/** A box of this datum written in this manner. */
export function fillIn(
  manner: Manner,
  datum: BlankDatumView,
  cells: number,
  field: BlankFieldView | null,
): BoxFill {
  const fact = datum.fact;
  switch (manner) {
    case 'text':
      return { kind: 'text', fact, pitch: null };
    case 'comb':
      return { kind: 'comb', fact, cells };
    case 'tick':
      return { kind: 'tick', fact, option: datum.options[0]?.id ?? 'yes' };
    case 'date':
      return { kind: 'date', fact, part: 'whole' };
    case 'states': {
      const states = field ? statesOf(field) : [];
      const alike = (id: string, label: string) =>
        states.find((state) =>
          [id, label].some((word) => word.toLowerCase() === state.toLowerCase()),
        ) ?? '';
      return {
        kind: 'states',
        fact,
        states: datum.options.map(({ id, label }) => ({ option: id, state: alike(id, label) })),
      };
    }
  }
}
