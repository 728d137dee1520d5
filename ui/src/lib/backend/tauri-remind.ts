import { commands } from './bindings.ts';
import { caught } from './caught.ts';
import type { Remind } from './remind.ts';

/** What the shell of the desktop says about reminders. */
export const tauriRemind: Remind = {
  remindersPage: (lang, revision) => caught(commands.remindersPage(lang, revision)),
  markDeadline: (lang, revision, key, mark) =>
    caught(commands.markDeadline(lang, revision, key, mark)),
  chooseDaysBefore: (lang, revision, kind, days) =>
    caught(commands.chooseDaysBefore(lang, revision, kind, days)),
  saveCalendar: (lang, details) => caught(commands.saveCalendar(lang, details)),
  backgroundReminders: () => caught(commands.backgroundReminders()),
  switchBackground: (on) => caught(commands.switchBackground(on)),
  wantedDeadline: (lang) => caught(commands.wantedDeadline(lang)),
};
