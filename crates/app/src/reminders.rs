//! The agenda as reminders and as a calendar.

use chrono::NaiveDate;
use qonys_law::Value;
use qonys_reminders::AgendaFile;
use qonys_reminders::CalendarEvent;
use qonys_reminders::CalendarExport;
use qonys_reminders::CalendarFile;
use qonys_reminders::Deadline;
use qonys_reminders::MarkKind;
use qonys_reminders::OpaqueId;
use qonys_reminders::PlannedReminder;
use qonys_reminders::PreviousCalendar;
use qonys_reminders::ReminderError;
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

/// Whose case it is, as far as it is answered: what hardly ever changes.
const WHOSE: [(&str, &str); 4] = [
    ("applicant", "birth_date"),
    ("names", "surname_latin"),
    ("names", "given_latin"),
    ("names", "surname_cyrillic"),
];

/// The entry whose source depends on the citizenship.
const STAY_END: &str = "stay_end";

/// How a calendar is made.
#[derive(Clone, Copy, Default)]
pub struct CalendarOptions<'a> {
    /// Whether titles say which paper and which child is meant. Otherwise they name the kind of deadline only.
    pub details: bool,
    /// The file of the export before, if there is one.
    pub previous: Option<&'a str>,
    /// The moment in seconds since 1 January 1970 UTC: events that changed get higher numbers with every later export.
    pub made_at: i64,
}

/// The deadlines of a case from a day on, and what is overdue, as a calendar file (RFC 5545) in a language.
///
/// # Errors
/// When the case has no seed, or the earlier file is none that this program made.
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
    let reminders = reminders_of(&agenda, &case.reminders, today)?;
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
    let export = CalendarExport {
        seed: &case.reminders.seed,
        lang,
        today,
        made_at: options.made_at,
    };
    Ok(calendar_file(&events, &previous, &export)?)
}

/// The agenda file of a case: what reminds while the program is closed, in a language.
///
/// # Errors
/// When the case has no seed; when the built-in kinds of reminders contradict themselves, which the tests of every build rule
/// out.
pub fn reminder_file(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    lang: Lang,
) -> Result<AgendaFile, AppError> {
    if case.reminders.seed.is_empty() {
        return Err(ReminderError::NoSeed.into());
    }
    let agenda = assess_case(knowledge, case, today, lang).agenda;
    let reminders: Vec<PlannedReminder> = reminders_of(&agenda, &case.reminders, today)?
        .into_iter()
        .map(|(_, reminder)| reminder)
        .collect();
    Ok(agenda_file(&reminders, &case.reminders.seed, lang, today))
}

/// The seed of a case that has none of its own, from one that a person keeps for all their cases. Whose case it is keeps the
/// calendars of two people apart; without the kept seed nobody can compute any of it.
#[must_use]
pub fn seed_of_case(kept: &str, case: &Case) -> String {
    let whose: Vec<String> = WHOSE
        .iter()
        .map(|(entity, fact)| {
            let value = case.answers.value(entity, fact);
            value.map_or_else(String::new, in_letters)
        })
        .collect();
    OpaqueId::of(kept, &format!("case {}", whose.join("\n")))
        .as_str()
        .to_owned()
}

fn in_letters(value: &Value) -> String {
    match value {
        Value::Date(day) => day.to_string(),
        Value::Text(text) => text.text.clone(),
        Value::YesNo(_)
        | Value::Choice(_)
        | Value::Country(_)
        | Value::Number(_)
        | Value::Money(_) => String::new(),
    }
}

/// What a seed becomes by a word that keeps two calendars of one case apart.
#[must_use]
pub fn seed_with_word(seed: &str, word: &str) -> String {
    OpaqueId::of(seed, &format!("calendar {word}"))
        .as_str()
        .to_owned()
}

/// The reminders of an agenda on the screen.
pub(crate) fn reminders_view(
    speaker: &Speaker<'_>,
    agenda: &AgendaView,
    settings: &ReminderSettings,
    today: NaiveDate,
) -> Result<RemindersView, AppError> {
    let kinds = ReminderKinds::built_in()?;
    let deadlines: Vec<DeadlineRemindersView> = reminders_of(agenda, settings, today)?
        .into_iter()
        .map(|(entry, reminder)| {
            let ahead = reminder.on.iter().filter(|day| **day >= today);
            let on: Vec<DayView> = ahead.map(|day| speaker.day(*day)).collect();
            DeadlineRemindersView {
                key: entry.key.clone(),
                kind: reminder.kind.clone(),
                on_text: on_text(speaker.lang, &on),
                on,
                pause_until: speaker.day(last_pause(&reminder.deadline, today)),
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
    today: NaiveDate,
) -> Result<Vec<(&'a AgendaEntryView, PlannedReminder)>, AppError> {
    let kinds = ReminderKinds::built_in()?;
    let (entries, deadlines): (Vec<_>, Vec<_>) = agenda
        .entries
        .iter()
        .filter_map(|entry| Some((entry, deadline(entry)?)))
        .unzip();
    Ok(entries
        .into_iter()
        .zip(planned(&kinds, settings, &deadlines, today))
        .collect())
}

/// An entry as a deadline, where it has a day of its own.
pub(crate) fn deadline(entry: &AgendaEntryView) -> Option<Deadline> {
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
