//! What is to be said today.

use chrono::NaiveDate;

use crate::agenda_file::AgendaFile;
use crate::agenda_file::FileEntry;
use crate::kinds::Says;
use crate::opaque::OpaqueId;
use crate::shown::Shown;

/// A deadline of which something is to be said today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueEntry {
    /// Which deadline it is.
    pub id: OpaqueId,
    /// The kind of reminder.
    pub kind: String,
    /// What the day means.
    pub says: Says,
    /// Its day.
    pub day: NaiveDate,
    /// The last working day before it, where the offices are closed on the day itself.
    pub open_until: Option<NaiveDate>,
    /// Days from today to the day; negative when it is over.
    pub days_left: i64,
}

/// What a look at the agenda brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What is to be said today, in one notification, the first day first; empty when there is nothing.
    pub due: Vec<DueEntry>,
    /// What was shown, for the next look.
    pub shown: Shown,
}

/// What is to be said today of the deadlines in an agenda file.
///
/// Of each deadline the newest reminder counts that is not in the future: reminders of days on which nobody looked are
/// caught up by it, and said once. A second look on the same day brings nothing, also with other days before, and neither
/// does a clock that was set back. A deadline that was over before anybody ever looked, or before it was known, is said once
/// where something can still be put right; what was only to begin, or is simply over, is not brought up.
#[must_use]
pub fn check(file: &AgendaFile, shown: &Shown, today: NaiveDate) -> Checked {
    let mut after = shown.clone();
    // A clock that ran ahead for a while must not silence anything.
    let last = shown.last.filter(|last| *last <= today);
    let mut due: Vec<DueEntry> = Vec::new();
    for entry in &file.entries {
        let Some(reminder) = newest(entry, today) else {
            continue;
        };
        let over = entry.day < today && !entry.can_be_put_right();
        let past = over && last.is_none_or(|last| reminder <= last);
        if past || after.has_said((&entry.id, entry.day), reminder, today) {
            continue;
        }
        after.said.insert((entry.id.clone(), entry.day, today));
        due.push(DueEntry {
            id: entry.id.clone(),
            kind: entry.kind.clone(),
            says: entry.says,
            day: entry.day,
            open_until: entry.open_until,
            days_left: entry.day.signed_duration_since(today).num_days(),
        });
    }
    due.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    after.last = Some(today);
    after.unreadable = None;
    after.forget_before(today, file);
    Checked { due, shown: after }
}

/// The newest reminder that is not in the future.
fn newest(entry: &FileEntry, today: NaiveDate) -> Option<NaiveDate> {
    entry
        .remind
        .iter()
        .copied()
        .filter(|day| *day <= today)
        .max()
}
