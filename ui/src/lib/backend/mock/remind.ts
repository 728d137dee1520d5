import type { Language } from '../../i18n/words.ts';
import type { DayView, Outcome } from '../contract.ts';
import type {
  BackgroundView,
  DeadlineRemindersView,
  FoundDeadlineView,
  MarkInput,
  MeansCode,
  Remind,
  ReminderKindView,
  RemindersView,
  SavedCalendarView,
} from '../remind.ts';
import { MockDesk } from './desk.ts';
import { sampleOf } from './sample.ts';
import { w, type Words } from './words.ts';

const KINDS: { id: string; title: Words; usual: number[]; keys: RegExp }[] = [
  {
    id: 'stay_end',
    title: w(
      'Болу құқығының соңғы күні',
      'Последний день права на пребывание',
      'Last day of your right to stay',
    ),
    usual: [30, 14, 7, 3, 1, 0],
    keys: /^stay_end$/,
  },
  {
    id: 'order_paper',
    title: w('Құжатты ресімдеуді бастау', 'Начать оформление документа', 'Start on a paper'),
    usual: [14, 7, 3, 1, 0],
    keys: /^order:/,
  },
  { id: 'other', title: w('Мерзім', 'Срок', 'Deadline'), usual: [14, 7, 1, 0], keys: /./ },
  {
    id: 'complaint',
    title: w('Шағымдану мерзімі', 'Срок обжалования', 'Time to complain'),
    usual: [30, 14, 7, 3, 1, 0],
    keys: /^complaint/,
  },
];

const MARKED = {
  done: w('Орындалды деп белгіленген.', 'Отмечено как сделанное.', 'Marked as done.'),
  paused: w(
    'Еске салу кейінге қалдырылған.',
    'Напоминание отложено.',
    'The reminders of this deadline are put off.',
  ),
  hidden: w('Жасырылған.', 'Скрыто.', 'Hidden.'),
};

/** The made-up file of the time when the program is closed. */
const CONTENT = `{
  "format": 1,
  "language": "ru",
  "entries": [
    {
      "id": "5dc03b99c69f46f47c5f8eb21797a594",
      "kind": "stay_end",
      "says": "due",
      "day": "2027-01-09",
      "remind": ["2026-12-10", "2026-12-26", "2027-01-02", "2027-01-08", "2027-01-09"]
    }
  ]
}
`;

/** Reminders without a shell. */
export abstract class MockRemind extends MockDesk implements Remind {
  readonly marks: Record<string, MarkInput> = {};
  readonly days: Record<string, number[]> = {};
  background = { on: false, available: true };
  /** By which means the made-up system looks. */
  means: MeansCode = 'daily';
  /** What a click on a reminder asks for. */
  wanted: FoundDeadlineView | null = null;
  #hears: (() => void)[] = [];
  #days: (() => void)[] = [];

  remindersPage(lang: Language, _revision: number): Promise<Outcome<RemindersView>> {
    const deadlines: DeadlineRemindersView[] = sampleOf(lang)
      .agenda.entries.filter((entry) => entry.day !== null)
      .map((entry) => {
        const mark = this.marks[entry.key];
        const last = entry.day as DayView;
        const on = entry.state === 'passed' || mark ? [] : [last];
        return {
          key: entry.key,
          kind: kindOf(entry.key),
          on,
          on_text:
            on.length > 0
              ? w(
                  `Еске салу күндері: ${last.text}.`,
                  `Дни напоминаний: ${last.text}`,
                  `Reminder days: ${last.text}.`,
                )[lang]
              : w(
                  'Бұл мерзім туралы бұдан былай еске салынбайды.',
                  'Напоминаний об этом сроке больше не будет.',
                  'There are no more reminders of this deadline.',
                )[lang],
          pause_until: last,
          mark: mark ? { kind: mark.kind, text: MARKED[mark.kind][lang] } : null,
        };
      });
    const kinds: ReminderKindView[] = KINDS.map(({ id, title, usual }) => {
      const before = [...(this.days[id] ?? usual.filter((one) => one > 0)), 0];
      return {
        id,
        title: title[lang],
        before,
        usual,
        chosen: before.join() !== usual.join(),
        used: deadlines.some(({ kind }) => kind === id),
      };
    });
    return this.ok({ deadlines, kinds });
  }

  markDeadline(lang: Language, revision: number, key: string, mark: MarkInput | null) {
    this.calls.push(`markDeadline ${key} ${JSON.stringify(mark)}`);
    if (mark?.kind === 'paused' && !mark.until.day) {
      return this.refuse({ code: 'date_incomplete', args: {}, field: 'reminders.pause' });
    }
    if (mark) this.marks[key] = mark;
    else delete this.marks[key];
    return this.advance(lang, revision);
  }

  chooseDaysBefore(lang: Language, revision: number, kind: string, days: number[] | null) {
    this.calls.push(`chooseDaysBefore ${kind} ${JSON.stringify(days)}`);
    if (days) this.days[kind] = days;
    else delete this.days[kind];
    return this.advance(lang, revision);
  }

  saveCalendar(_lang: Language, details: boolean): Promise<Outcome<SavedCalendarView | null>> {
    this.calls.push(`saveCalendar ${details}`);
    const { folder } = this;
    return this.ok(
      folder === null ? null : { file: 'qonys-5dc03b99.ics', folder, events: 12, cancelled: 1 },
    );
  }

  backgroundReminders(): Promise<Outcome<BackgroundView>> {
    return this.ok({
      ...this.background,
      means: this.background.on ? this.means : null,
      file: '/home/user/.local/share/qonys/reminders/agenda.json',
      content: CONTENT,
      problem: null,
    });
  }

  switchBackground(on: boolean) {
    this.calls.push(`switchBackground ${on}`);
    if (this.disk) return this.refuse(this.disk);
    this.background.on = on;
    return this.backgroundReminders();
  }

  wantedDeadline(_lang: Language) {
    const { wanted } = this;
    this.wanted = null;
    return this.ok(wanted);
  }

  onStartAsked(hear: () => void) {
    this.#hears.push(hear);
    return Promise.resolve(() => {
      this.#hears = this.#hears.filter((one) => one !== hear);
    });
  }

  onDayBegan(hear: () => void) {
    this.#days.push(hear);
    return Promise.resolve(() => {
      this.#days = this.#days.filter((one) => one !== hear);
    });
  }

  /** Midnight passes. */
  nextDay(): void {
    for (const hear of this.#days) hear();
  }

  /** Somebody clicks on a reminder. */
  click(wanted: FoundDeadlineView): void {
    this.wanted = wanted;
    this.startAgain();
  }

  /** Somebody starts the program a second time. */
  startAgain(): void {
    for (const hear of this.#hears) hear();
  }
}

function kindOf(key: string): string {
  return KINDS.find(({ keys }) => keys.test(key))?.id ?? 'other';
}
