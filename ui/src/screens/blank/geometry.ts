import type { BlankPageView, PlaceInput, RuledPlaceView } from '../../lib/backend/desk.ts';

/** Micrometres of a millimetre. */
export const MM = 1000;
/** An edge this near to a ruled one is drawn to it. */
const NEAR = 2 * MM;
/** No box is smaller in a window: nobody could take hold of it. */
export const LEAST = 2 * MM;

export type Place = PlaceInput;

const clamp = (value: number, least: number, most: number) =>
  Math.round(Math.max(least, Math.min(most, value)));

/** The place inside its page, at least so large that one can take hold of it. */
export function inside(place: Place, page: BlankPageView): Place {
  const width = clamp(place.width, LEAST, page.width);
  const height = clamp(place.height, LEAST, page.height);
  return {
    page: place.page,
    x: clamp(place.x, 0, page.width - width),
    y: clamp(place.y, 0, page.height - height),
    width,
    height,
  };
}

/** The rectangle between two points. */
export function between(
  page: number,
  one: { x: number; y: number },
  other: { x: number; y: number },
): Place {
  return {
    page,
    x: Math.round(Math.min(one.x, other.x)),
    y: Math.round(Math.min(one.y, other.y)),
    width: Math.round(Math.abs(one.x - other.x)),
    height: Math.round(Math.abs(one.y - other.y)),
  };
}

function nearest(value: number, edges: number[]): number {
  const found = edges.reduce<number | null>(
    (best, edge) =>
      best === null || Math.abs(edge - value) < Math.abs(best - value) ? edge : best,
    null,
  );
  return found !== null && Math.abs(found - value) <= NEAR ? found : value;
}

/** Draws each edge to the nearest ruled one on the page. */
export function snapped(place: Place, ruled: RuledPlaceView[]): Place {
  const here = ruled.filter((one) => one.page === place.page);
  const across = here.flatMap((one) => [one.x, one.x + one.width]);
  const down = here.flatMap((one) => [one.y, one.y + one.height]);
  const left = nearest(place.x, across);
  const right = nearest(place.x + place.width, across);
  const top = nearest(place.y, down);
  const bottom = nearest(place.y + place.height, down);
  return {
    page: place.page,
    x: left,
    y: top,
    width: right - left >= LEAST ? right - left : place.width,
    height: bottom - top >= LEAST ? bottom - top : place.height,
  };
}

/** Moves a place so that its upper left corner lies on ruled lines; its size stays. */
export function snappedCorner(place: Place, ruled: RuledPlaceView[]): Place {
  const here = ruled.filter((one) => one.page === place.page);
  return {
    ...place,
    x: nearest(
      place.x,
      here.map((one) => one.x),
    ),
    y: nearest(
      place.y,
      here.map((one) => one.y),
    ),
  };
}

/** The smallest ruled place around a point. */
export function ruledAt(
  page: number,
  point: { x: number; y: number },
  ruled: RuledPlaceView[],
): RuledPlaceView | null {
  const around = ruled.filter(
    (one) =>
      one.page === page &&
      one.x <= point.x &&
      point.x <= one.x + one.width &&
      one.y <= point.y &&
      point.y <= one.y + one.height,
  );
  const [smallest] = around.toSorted((a, b) => a.width * a.height - b.width * b.height);
  return smallest ?? null;
}

function apart(one: Place, other: Place): boolean {
  return (
    one.page !== other.page ||
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  );
}

/** Where a new box is put by keyboard: the first free ruled place, else free room from the top. */
export function freePlace(
  page: number,
  size: BlankPageView,
  ruled: RuledPlaceView[],
  taken: Place[],
): Place {
  const free = (place: Place) => taken.every((other) => apart(place, other));
  const rule = ruled.find((one) => one.page === page && free(placeOf(one)));
  if (rule) return placeOf(rule);
  const place: Place = { page, x: 20 * MM, y: 20 * MM, width: 60 * MM, height: 8 * MM };
  for (let y = place.y; y + place.height < size.height; y += 10 * MM) {
    if (free({ ...place, y })) return inside({ ...place, y }, size);
  }
  return inside(place, size);
}

export function placeOf(one: Place): Place {
  return { page: one.page, x: one.x, y: one.y, width: one.width, height: one.height };
}

export function samePlace(one: Place, other: Place): boolean {
  return JSON.stringify(placeOf(one)) === JSON.stringify(placeOf(other));
}

/** What an arrow key does: moves, with Shift resizes; a millimetre, with Alt a tenth. */
export function stepped(place: Place, event: KeyboardEvent): Place | null {
  const step = event.altKey ? MM / 10 : MM;
  const by = (
    {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    } as Record<string, [number, number]>
  )[event.key];
  if (!by) return null;
  const [across, down] = by;
  return event.shiftKey
    ? { ...place, width: place.width + across, height: place.height + down }
    : { ...place, x: place.x + across, y: place.y + down };
}

/** Millimetres with a tenth, for words. */
export function millimetres(micrometres: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(micrometres / MM);
}
