import { linesOf, type Bar, type Timeline } from './timeline.ts';

/** How wide a letter of 14 px is on the average, and how high a line. */
const LETTER = 7.7;
/** The names of papers are bold, and Kazakh letters are wide. */
const LETTER_OF_NAME = 8.7;
const LINE = 17;
/** How many letters a text has at the least, where it stands beside a bar; with less room it goes below. */
const FEWEST = 12;

/** One row of the picture: a paper's name, its bar, its text, all in pixels. */
export type Row = {
  bar: Bar;
  label: string[];
  labelY: number;
  barY: number;
  from: number;
  /** Where the bar ends; none where the paper is not in hand. */
  to: number | null;
  /** Where the last day to order it lies. */
  order: number | null;
  text: string[];
  textX: number;
  textY: number;
  bottom: number;
};

type Room = {
  width: number;
  wide: boolean;
  x: (day: number) => number;
  top: number;
  orderText: (day: string) => string;
};

function textOf(bar: Bar, orderText: Room['orderText']): string {
  if (bar.orderBy) return orderText(bar.orderBy.text);
  return bar.lastGood?.text ?? bar.statusText;
}

/** The rows one below the other, each as high as its words need: nothing is cut off. */
export function rowsOf(timeline: Timeline, room: Room): Row[] {
  const { width, wide, x } = room;
  let y = room.top;
  return timeline.bars.map((bar) => {
    const label = linesOf(bar.title, Math.floor((wide ? 216 : width) / LETTER_OF_NAME));
    const drawn = bar.undated || bar.from !== null || bar.until !== null;
    const from = drawn ? x(bar.from ?? timeline.first) : x(timeline.today) + 5;
    const to = drawn ? x((bar.until ?? timeline.last) + 1) : null;
    const order = bar.order === null ? null : x(bar.order);
    const after = Math.max(to ?? from + 26, order === null ? 0 : order + 8) + 8;
    const beside = Math.floor((width - after) / LETTER);
    const below = beside < FEWEST;
    const text = linesOf(textOf(bar, room.orderText), below ? Math.floor(width / LETTER) : beside);
    const labelHeight = label.length * LINE;
    const textHeight = text.length * LINE;
    const barHeight = below ? 22 + textHeight : Math.max(22, textHeight);
    const content = wide ? Math.max(labelHeight, barHeight) : labelHeight + 4 + barHeight;
    const height = Math.max(wide ? 42 : 0, content + 16);
    const start = y + (height - content) / 2;
    const barTop = wide ? start + (content - barHeight) / 2 : start + labelHeight + 4;
    const barY = below ? barTop : barTop + (barHeight - 18) / 2;
    const longest = Math.max(...text.map((line) => line.length)) * LETTER;
    const row: Row = {
      bar,
      label,
      labelY: (wide ? start + (content - labelHeight) / 2 : start) + 13,
      barY,
      from,
      to,
      order,
      text,
      textX: below ? Math.max(0, Math.min(from, width - longest)) : after,
      textY: below ? barY + 18 + 15 : barTop + (barHeight - textHeight) / 2 + 13,
      bottom: y + height,
    };
    y += height;
    return row;
  });
}

/** The words above the picture, each at its line, and how much room they take together with "today". */
export function topOf(
  ends: { at: number; text: string }[],
  width: number,
): { labels: { at: number; x: number; y: number; lines: string[] }[]; height: number } {
  let y = 13;
  const labels = ends.map(({ at, text }) => {
    const lines = linesOf(text, Math.floor(width / LETTER));
    const longest = Math.max(...lines.map((line) => line.length)) * LETTER;
    const label = { at, x: Math.max(0, Math.min(at + 6, width - longest)), y, lines };
    y += lines.length * LINE + 3;
    return label;
  });
  return { labels, height: y + 13 };
}
