import type {
  Answered,
  DayView,
  PaperView,
  StatusCode,
  VerdictCode,
} from '../../lib/backend/contract.ts';
import { dayNumber, dayNumberOf, monthOf } from '../../lib/components/date.ts';

/** One paper of the picture. */
export type Bar = {
  key: string;
  title: string;
  status: StatusCode;
  statusText: string;
  issued: DayView | null;
  lastGood: DayView | null;
  /** Day numbers; none where the paper is not in hand. */
  from: number | null;
  until: number | null;
};

export type Band = { from: number; until: number; verdict: VerdictCode };

/** The picture of the filing window in days; the component turns days into places. */
export type Timeline = {
  first: number;
  last: number;
  today: number;
  bars: Bar[];
  bands: Band[];
  /** The first days of months. */
  ticks: { day: number; month: number }[];
};

/** So much of the time before today is shown: enough to see that a paper is older. */
const BEFORE = 21;
/** So much is shown after the last known end, and when no end is known at all. */
const AFTER = 14;
const OPEN_END = 180;
/** A passport of ten years would press everything else into a line. */
const LONGEST = 400;

const THERE: ReadonlySet<StatusCode> = new Set<StatusCode>([
  'in_hand',
  'will_be_out_of_date',
  'not_yet',
  'out_of_date',
  'date_missing',
]);

function barOf(title: string, paper: PaperView): Bar {
  const there = THERE.has(paper.status);
  return {
    key: paper.key,
    title: paper.country ? `${title}: ${paper.country}` : title,
    status: paper.status,
    statusText: paper.status_text,
    issued: paper.issued,
    lastGood: paper.last_good_day,
    from: there && paper.issued ? dayNumber(paper.issued.iso) : null,
    until: there && paper.last_good_day ? dayNumber(paper.last_good_day.iso) : null,
  };
}

export function timelineOf(result: Answered): Timeline {
  const today = dayNumber(result.days.today.iso);
  const bars = result.requirements
    .filter(({ status }) => status !== 'not_needed' && status !== 'open')
    .flatMap(({ title, papers }) => papers.map((paper) => barOf(title, paper)))
    // Two requirements may ask for the same paper; it is one paper all the same.
    .filter((bar, index, all) => all.findIndex(({ key }) => key === bar.key) === index);
  const ends = [
    ...bars.map(({ until }) => until),
    ...result.window.stretches.map(({ until }) => until && dayNumber(until.iso)),
    dayNumber(result.days.filing.day.iso),
  ].filter((day): day is number => day !== null && day <= today + LONGEST);
  const first = today - BEFORE;
  const last = Math.max(today + OPEN_END, ...ends.map((day) => day + AFTER));
  const bands = result.window.stretches
    .map(({ from, until, verdict }) => ({
      from: Math.max(first, dayNumber(from.iso)),
      until: until ? Math.min(last, dayNumber(until.iso)) : last,
      verdict,
    }))
    .filter((band) => band.from <= band.until);
  const start = monthOf(first);
  const ticks: Timeline['ticks'] = [];
  for (let next = 1; ; next += 1) {
    const day = dayNumberOf(start.year, start.month + next, 1);
    if (day > last) break;
    ticks.push({ day, month: monthOf(day).month });
  }
  return { first, last, today, bars, bands, ticks };
}

/** Breaks a title into at most two lines for a picture, where text does not break by itself. */
export function linesOf(title: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of title.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const shown = lines
    .slice(0, 2)
    .map((line) => (line.length > most + 2 ? `${line.slice(0, most)}…` : line));
  if (lines.length > 2) shown[1] = `${shown[1]?.replace(/…$/, '') ?? ''}…`;
  return shown;
}
