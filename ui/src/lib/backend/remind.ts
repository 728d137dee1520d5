import type {
  BackgroundView,
  CaseView,
  FoundDeadlineView,
  Language,
  MarkInput,
  RemindersView,
  SavedCalendarView,
} from './bindings.ts';
import type { Outcome } from './outcome.ts';

export type {
  BackgroundView,
  DeadlineRemindersView,
  FoundDeadlineView,
  MarkCode,
  MarkInput,
  MeansCode,
  ReminderKindView,
  RemindersView,
  SavedCalendarView,
} from './bindings.ts';

/** What the screens may ask about reminders. */
export interface Remind {
  /** The reminders of the open case. */
  remindersPage(lang: Language, revision: number): Promise<Outcome<RemindersView>>;
  /** Says something of a deadline; nothing takes it back. */
  markDeadline(
    lang: Language,
    revision: number,
    key: string,
    mark: MarkInput | null,
  ): Promise<Outcome<CaseView>>;
  /** Chooses the days before deadlines of a kind; nothing means the built-in ones. */
  chooseDaysBefore(
    lang: Language,
    revision: number,
    kind: string,
    days: number[] | null,
  ): Promise<Outcome<CaseView>>;
  /** Writes the deadlines as a calendar; nothing when no folder was chosen. */
  saveCalendar(lang: Language, details: boolean): Promise<Outcome<SavedCalendarView | null>>;
  /** Whether one is reminded while the program is closed. */
  backgroundReminders(): Promise<Outcome<BackgroundView>>;
  switchBackground(on: boolean): Promise<Outcome<BackgroundView>>;
  /** The deadline that a click on a reminder asks for, once. */
  wantedDeadline(lang: Language): Promise<Outcome<FoundDeadlineView | null>>;
}
