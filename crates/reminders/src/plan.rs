//! On which days something is said of each deadline.

use std::fmt;

use chrono::Days;
use chrono::NaiveDate;
use qonys_texts::Lang;

use crate::agenda_file::AgendaFile;
use crate::agenda_file::FileEntry;
use crate::deadline::Deadline;
use crate::kinds::ReminderKinds;
use crate::kinds::Says;
use crate::opaque::OpaqueId;
use crate::settings::MarkKind;
use crate::settings::ReminderSettings;

/// Days after the last reminder of a deadline that are still caught up when the computer was off.
const KEPT_DAYS: u64 = 92;

/// A deadline with the days on which one is reminded of it.
#[derive(Clone, PartialEq, Eq)]
pub struct PlannedReminder {
    /// The deadline.
    pub deadline: Deadline,
    /// The id of its kind.
    pub kind: String,
    /// What its day means.
    pub says: Says,
    /// The days of the reminders, the earliest first, each once; empty when it is done or hidden.
    pub on: Vec<NaiveDate>,
    /// What the person said of it.
    pub mark: Option<MarkKind>,
}

impl PlannedReminder {
    /// Whether something can still be put right after its day: then one is reminded after it too.
    #[must_use]
    pub fn can_be_put_right(&self) -> bool {
        let day = self.deadline.day;
        self.on.last().is_some_and(|last| day < *last)
    }

    /// Whether its day has passed without it being done, and something can still be put right.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.deadline.day < today && self.can_be_put_right()
    }
}

// A key can name a country or a kind of family member.
impl fmt::Debug for PlannedReminder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlannedReminder({}, ..)", self.kind)
    }
}

/// The reminders of an agenda, in the order of the agenda, as they are seen from `today`. A pause that would outlast a
/// deadline which is still ahead ends on its last useful day: nobody means to be told afterwards.
#[must_use]
pub fn planned(
    kinds: &ReminderKinds,
    settings: &ReminderSettings,
    deadlines: &[Deadline],
    today: NaiveDate,
) -> Vec<PlannedReminder> {
    deadlines
        .iter()
        .map(|deadline| {
            let kind = kinds.of_key(&deadline.key);
            let mark = settings
                .mark(&deadline.key, deadline.day)
                .map(|mark| in_time(mark, deadline, today));
            let before = settings.before(kind);
            let on = match mark {
                _ if deadline.done => Vec::new(),
                Some(MarkKind::Done | MarkKind::Hidden) => Vec::new(),
                Some(MarkKind::SnoozedUntil(until)) => {
                    days(deadline, &before, &kind.after, Some(until))
                }
                None => days(deadline, &before, &kind.after, None),
            };
            PlannedReminder {
                deadline: deadline.clone(),
                kind: kind.id.clone(),
                says: kind.says,
                on,
                mark,
            }
        })
        .collect()
}

/// A pause ends while the deadline can still be kept; where it is over already, the pause is as long as the person chose.
fn in_time(mark: MarkKind, deadline: &Deadline, today: NaiveDate) -> MarkKind {
    match mark {
        MarkKind::SnoozedUntil(until) if today <= deadline.day => {
            MarkKind::SnoozedUntil(until.min(deadline.last_useful(today)))
        }
        MarkKind::SnoozedUntil(_) | MarkKind::Done | MarkKind::Hidden => mark,
    }
}

/// The days of the reminders. Where the offices are closed on the last day, one counts back from the last day on which
/// they are open, and hears of the last day itself as well. The day on which a pause ends is a reminder too.
fn days(
    deadline: &Deadline,
    before: &[u16],
    after: &[u16],
    paused_until: Option<NaiveDate>,
) -> Vec<NaiveDate> {
    let open = deadline
        .open_until
        .filter(|open| *open < deadline.day)
        .unwrap_or(deadline.day);
    let ahead = before
        .iter()
        .filter_map(|days| open.checked_sub_days(Days::new(u64::from(*days))));
    let behind = after
        .iter()
        .filter_map(|days| deadline.day.checked_add_days(Days::new(u64::from(*days))));
    let mut days: Vec<NaiveDate> = ahead
        .chain([deadline.day])
        .chain(behind)
        .chain(paused_until)
        .filter(|day| paused_until.is_none_or(|until| until <= *day))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The agenda file of the reminders: what is over for long is left out, unless it can still be put right.
#[must_use]
pub fn agenda_file(
    reminders: &[PlannedReminder],
    seed: &str,
    lang: Lang,
    today: NaiveDate,
) -> AgendaFile {
    let oldest = today.checked_sub_days(Days::new(KEPT_DAYS));
    let mut entries: Vec<FileEntry> = reminders
        .iter()
        .filter(|reminder| {
            let recent = |last: &NaiveDate| oldest.is_none_or(|oldest| oldest <= *last);
            reminder.can_be_put_right() || reminder.on.last().is_some_and(recent)
        })
        .map(|reminder| FileEntry {
            id: OpaqueId::of(seed, &reminder.deadline.key),
            kind: reminder.kind.clone(),
            says: reminder.says,
            day: reminder.deadline.day,
            open_until: reminder.deadline.open_until,
            remind: reminder.on.clone(),
        })
        .collect();
    entries.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    AgendaFile::new(lang, entries)
}
