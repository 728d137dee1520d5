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
  /** The last day to order it; none where it is in hand or the time is not known. */
  orderBy: DayView | null;
  /** Day numbers; none where the paper is not in hand. */
  from: number | null;
  /** Whether it is in hand and bears no day that counts, as a photograph. */
  undated: boolean;
  until: number | null;
  order: number | null;
};

export type Band = { from: number; until: number; verdict: VerdictCode };

/** The last day on which a rule is known, and what is then not known. */
export type End = { day: number; until: DayView; title: string };

/** The picture of the filing window in days; the component turns days into places. */
export type Timeline = {
  first: number;
  last: number;
  today: number;
  /** The day on which the papers are to be handed in; none while nobody planned it. */
  filing: number | null;
  bars: Bar[];
  bands: Band[];
  ends: End[];
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

function barOf(title: string, paper: PaperView, orders: Answered['orders']): Bar {
  const there = THERE.has(paper.status);
  const whose = paper.country ?? paper.person;
  const orderBy = orders.papers.find(({ key }) => key === paper.key)?.order_by ?? null;
  return {
    key: paper.key,
    title: whose ? `${title}: ${whose}` : title,
    status: paper.status,
    statusText: paper.status_text,
    issued: paper.issued,
    lastGood: paper.last_good_day,
    orderBy,
    from: there && paper.issued ? dayNumber(paper.issued.iso) : null,
    undated: paper.status === 'in_hand' && !paper.issued && !paper.last_good_day,
    until: there && paper.last_good_day ? dayNumber(paper.last_good_day.iso) : null,
    order: orderBy && dayNumber(orderBy.iso),
  };
}

/** Where a procedure holds on the filing day and nobody knows it from a later day on. */
function endsOf(result: Answered): End[] {
  const filing = result.days.filing.day.iso;
  return result.procedures.flatMap(({ finding, title }) => {
    const at = finding.changes.findIndex(
      ({ from, until }) => (!from || from.iso <= filing) && (!until || filing <= until.iso),
    );
    const [now, next] = [finding.changes[at], finding.changes[at + 1]];
    return now?.until && now.verdict === 'yes' && next?.verdict === 'undecided'
      ? [{ day: dayNumber(now.until.iso), until: now.until, title }]
      : [];
  });
}

export function timelineOf(result: Answered): Timeline {
  const today = dayNumber(result.days.today.iso);
  const bars = result.requirements
    .filter(({ status }) => status !== 'not_needed' && status !== 'open')
    .flatMap(({ title, papers }) => papers.map((paper) => barOf(title, paper, result.orders)))
    // Two requirements may ask for the same paper; it is one paper all the same.
    .filter((bar, index, all) => all.findIndex(({ key }) => key === bar.key) === index);
  const rules = endsOf(result);
  const ends = [
    ...bars.map(({ until }) => until),
    ...rules.map(({ day }) => day),
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
  const within = ({ day }: End) => today <= day && day < last;
  const filing = result.days.filing.given ? dayNumber(result.days.filing.day.iso) : null;
  return { first, last, today, filing, bars, bands, ends: rules.filter(within), ticks };
}

/** Breaks a title into lines for a picture, where text does not break by itself. Nothing of it is cut off. */
export function linesOf(title: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of title.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.flatMap((line) =>
    // A word that is longer than a whole line goes on in the next one.
    line.length > most ? (line.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [line]) : [line],
  );
}
