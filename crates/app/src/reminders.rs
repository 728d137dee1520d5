//! The agenda as reminders and as a calendar.

use chrono::NaiveDate;
use qonys_reminders::AgendaFile;
use qonys_reminders::CalendarEvent;
use qonys_reminders::CalendarFile;
use qonys_reminders::Deadline;
use qonys_reminders::MarkKind;
use qonys_reminders::PlannedReminder;
use qonys_reminders::PreviousCalendar;
use qonys_reminders::ReminderKinds;
use qonys_reminders::ReminderSettings;
use qonys_reminders::agenda_file;
use qonys_reminders::calendar_file;
use qonys_reminders::kind_title;
use qonys_reminders::planned;
use qonys_texts::Lang;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::ASSUMED;
use crate::assessment::assess_case;
use crate::case::Case;
use crate::error::AppError;
use crate::knowledge::Knowledge;
use crate::session::last_pause;
use crate::speak::Speaker;
use crate::view::ActsByCode;
use crate::view::AgendaEntryView;
use crate::view::AgendaStateCode;
use crate::view::AgendaView;
use crate::view::DayView;
use crate::view::DeadlineRemindersView;
use crate::view::MarkCode;
use crate::view::MarkView;
use crate::view::ReminderKindView;
use crate::view::RemindersView;

/// The entry whose source depends on the citizenship.
const STAY_END: &str = "stay_end";

/// How a calendar is made.
#[derive(Clone, Copy, Default)]
pub struct CalendarOptions<'a> {
    /// Whether titles say which paper and which child is meant. Otherwise they name the kind of deadline only.
    pub details: bool,
    /// Keeps the calendars of two cases apart; the same case wants the same word each time. An empty one stands for the
    /// case's own.
    pub seed: &'a str,
    /// The file of the export before, if there is one.
    pub previous: Option<&'a str>,
}

/// The deadlines of a case from a day on, as a calendar file (RFC 5545) in a language.
///
/// # Errors
/// When the earlier file is none that this program made.
pub fn agenda_calendar(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    lang: Lang,
    options: &CalendarOptions<'_>,
) -> Result<CalendarFile, AppError> {
    let previous = options.previous.map_or_else(
        || Ok(PreviousCalendar::default()),
        PreviousCalendar::of_text,
    )?;
    let agenda = assess_case(knowledge, case, today, lang).agenda;
    let reminders = reminders_of(&agenda, &case.reminders)?;
    let events: Vec<CalendarEvent> = reminders
        .into_iter()
        .map(|(entry, reminder)| CalendarEvent {
            title: if options.details {
                titled(entry)
            } else {
                kind_title(lang, &reminder.kind)
            },
            text: explained(entry, options.details, lang),
            reminder,
        })
        .collect();
    let seed = match options.seed {
        "" => &case.reminders.seed,
        chosen => chosen,
    };
    Ok(calendar_file(&events, &previous, seed, lang, today)?)
}

/// The agenda file of a case: what reminds while the program is closed, in a language.
///
/// # Errors
/// When the built-in kinds of reminders contradict themselves; the tests of every build rule that out.
pub fn reminder_file(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    lang: Lang,
) -> Result<AgendaFile, AppError> {
    let agenda = assess_case(knowledge, case, today, lang).agenda;
    let reminders: Vec<PlannedReminder> = reminders_of(&agenda, &case.reminders)?
        .into_iter()
        .map(|(_, reminder)| reminder)
        .collect();
    Ok(agenda_file(&reminders, &case.reminders.seed, lang, today))
}

/// The reminders of an agenda on the screen.
pub(crate) fn reminders_view(
    speaker: &Speaker<'_>,
    agenda: &AgendaView,
    settings: &ReminderSettings,
    today: NaiveDate,
) -> Result<RemindersView, AppError> {
    let kinds = ReminderKinds::built_in()?;
    let deadlines: Vec<DeadlineRemindersView> = reminders_of(agenda, settings)?
        .into_iter()
        .map(|(entry, reminder)| {
            let ahead = reminder.on.iter().filter(|day| **day >= today);
            let on: Vec<DayView> = ahead.map(|day| speaker.day(*day)).collect();
            DeadlineRemindersView {
                key: entry.key.clone(),
                kind: reminder.kind.clone(),
                on_text: on_text(speaker.lang, &on),
                on,
                pause_until: speaker.day(last_pause(reminder.deadline.day, today)),
                mark: reminder.mark.map(|mark| mark_view(speaker, mark)),
            }
        })
        .collect();
    let kinds = kinds
        .iter()
        .map(|kind| {
            let usual = ReminderSettings::default().before(kind);
            let before = settings.before(kind);
            ReminderKindView {
                id: kind.id.clone(),
                title: kind_title(speaker.lang, &kind.id),
                chosen: before != usual,
                before,
                usual,
                used: deadlines.iter().any(|deadline| deadline.kind == kind.id),
            }
        })
        .collect();
    Ok(RemindersView { deadlines, kinds })
}

fn on_text(lang: Lang, on: &[DayView]) -> String {
    if on.is_empty() {
        return text(lang, "reminders.no_days");
    }
    let days: Vec<&str> = on.iter().map(|day| day.text.as_str()).collect();
    text_with(lang, "reminders.days", &[("days", &days.join("; "))])
}

fn mark_view(speaker: &Speaker<'_>, mark: MarkKind) -> MarkView {
    let (kind, key, day) = match mark {
        MarkKind::Done => (MarkCode::Done, "reminders.marked.done", None),
        MarkKind::SnoozedUntil(until) => (MarkCode::Paused, "reminders.marked.paused", Some(until)),
        MarkKind::Hidden => (MarkCode::Hidden, "reminders.marked.hidden", None),
    };
    let text = day.map_or_else(
        || text(speaker.lang, key),
        |day| text_with(speaker.lang, key, &[("day", &speaker.day(day).text)]),
    );
    MarkView { kind, text }
}

/// The entries of an agenda that have a day, each with its reminders. A day that counts from an assumed filing day moves on
/// with every day: nobody is reminded of it.
pub(crate) fn reminders_of<'a>(
    agenda: &'a AgendaView,
    settings: &ReminderSettings,
) -> Result<Vec<(&'a AgendaEntryView, PlannedReminder)>, AppError> {
    let kinds = ReminderKinds::built_in()?;
    let (entries, deadlines): (Vec<_>, Vec<_>) = agenda
        .entries
        .iter()
        .filter_map(|entry| Some((entry, deadline(entry)?)))
        .unzip();
    Ok(entries
        .into_iter()
        .zip(planned(&kinds, settings, &deadlines))
        .collect())
}

fn deadline(entry: &AgendaEntryView) -> Option<Deadline> {
    if entry.remarks.iter().any(|remark| remark.id == ASSUMED) {
        return None;
    }
    let day = |day: &DayView| day.iso.parse().ok();
    Some(Deadline {
        key: entry.key.clone(),
        day: entry.day.as_ref().and_then(day)?,
        // Who acts alone needs no office to be open for others.
        open_until: entry
            .office_day
            .as_ref()
            .filter(|_| entry.by == ActsByCode::Applicant)
            .and_then(day),
        done: entry.state == AgendaStateCode::Done,
    })
}

/// The title with the record that it is about.
fn titled(entry: &AgendaEntryView) -> String {
    match &entry.about {
        Some(about) => format!("{}: {about}", entry.title),
        None => entry.title.clone(),
    }
}

/// What to do, what is to be known of the day, what follows when it is missed, and the article. It names nobody: without
/// details not even the agreement on which a stay rests, which would tell the citizenship.
fn explained(entry: &AgendaEntryView, details: bool, lang: Lang) -> String {
    let mut lines = vec![entry.what.clone()];
    lines.extend(entry.remarks.iter().map(|remark| remark.text.clone()));
    if let Some(missed) = &entry.missed {
        lines.push(format!("{}: {missed}", text(lang, "reminders.missed")));
    }
    if let Some(source) = &entry.finding.source
        && (details || entry.key != STAY_END)
    {
        lines.push(format!("{} ({})", source.text, entry.finding.standing_text));
    }
    lines.push(text(lang, "reminders.disclaimer"));
    lines.join("\n")
}
