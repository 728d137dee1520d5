//! A notification in words. It names kinds and days, nothing of the person.

use chrono::NaiveDate;
use qonys_texts::Lang;
use qonys_texts::date_long;
use qonys_texts::has;
use qonys_texts::plural;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::check::DueEntry;
use crate::kinds::Says;

/// How many deadlines a notification names; of the rest it says how many.
const MOST_LINES: usize = 5;

/// A notification in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Its heading.
    pub title: String,
    /// Its text, lines with line feeds between them.
    pub body: String,
    /// What a click on it does.
    pub click: String,
}

/// The name of a kind of reminder. A kind of a newer program is called simply a deadline.
#[must_use]
pub fn kind_title(lang: Lang, kind: &str) -> String {
    let key = format!("reminders.kind.{kind}");
    if has(lang, &key) {
        text(lang, &key)
    } else {
        text(lang, "reminders.kind.other")
    }
}

/// The notification that the agenda file cannot be read, so that nobody believes in reminders that no longer come.
#[must_use]
pub fn speak_of_unreadable_file(lang: Lang) -> Spoken {
    Spoken {
        title: text(lang, "reminders.unreadable.title"),
        body: text(lang, "reminders.unreadable.body"),
        click: text(lang, "reminders.click"),
    }
}

/// One notification of everything that is due; none when nothing is. What would sound the same is said once: the end of the
/// visa and of the stay on one day, two papers to order by one day.
#[must_use]
pub fn speak(lang: Lang, due: &[DueEntry]) -> Option<Spoken> {
    let mut different: Vec<&DueEntry> = Vec::new();
    for entry in due {
        let same = |known: &&DueEntry| {
            (known.day, &known.kind, known.open_until) == (entry.day, &entry.kind, entry.open_until)
        };
        if !different.iter().any(same) {
            different.push(entry);
        }
    }
    match different.as_slice() {
        [] => None,
        [one] => {
            let mut body = vec![left(lang, one), when(lang, one)];
            body.extend(one.open_until.filter(|_| one.days_left >= 0).map(|open| {
                let open = date_long(lang, open);
                text_with(lang, "agenda.office_closed", &[("day", &open)])
            }));
            body.push(text(lang, "reminders.open"));
            Some(Spoken {
                title: titled(lang, one),
                body: body.join("\n"),
                click: text(lang, "reminders.click"),
            })
        }
        several => Some(Spoken {
            title: plural(lang, "reminders.several", count(several.len()), &[]),
            body: lines(lang, several),
            click: text(lang, "reminders.click"),
        }),
    }
}

/// A title that says that the day has passed while something is still to be done.
#[must_use]
pub fn overdue_title(lang: Lang, title: &str) -> String {
    text_with(lang, "reminders.overdue_title", &[("title", title)])
}

/// The name of the kind; of what should have been done before today it says so.
fn titled(lang: Lang, entry: &DueEntry) -> String {
    let title = kind_title(lang, &entry.kind);
    match entry.says {
        Says::Due if entry.days_left < 0 => overdue_title(lang, &title),
        Says::Due | Says::Starts => title,
    }
}

/// The lines in the order of their days. Where there are too many, what can still be kept goes before what is over, and what
/// has just passed before what passed long ago.
fn lines(lang: Lang, due: &[&DueEntry]) -> String {
    let over = due.partition_point(|entry| entry.days_left < 0);
    let ahead = due.len() - over;
    let shown_over = over.min(MOST_LINES.saturating_sub(ahead));
    let mut lines: Vec<String> = due
        .iter()
        .skip(over - shown_over)
        .take(MOST_LINES)
        .map(|entry| line(lang, entry))
        .collect();
    let more = due.len().saturating_sub(MOST_LINES);
    if more > 0 {
        lines.push(plural(lang, "reminders.more", count(more), &[]));
    }
    lines.join("\n")
}

fn line(lang: Lang, entry: &DueEntry) -> String {
    let (kind, day) = (titled(lang, entry), date_long(lang, entry.day));
    let left = left(lang, entry);
    let said = [("kind", kind.as_str()), ("day", &day), ("left", &left)];
    match entry.open_until.filter(|_| entry.days_left >= 0) {
        Some(open) => {
            let open = date_long(lang, open);
            let said = [said.as_slice(), &[("open", open.as_str())]].concat();
            text_with(lang, "reminders.line_closed", &said)
        }
        None => text_with(lang, "reminders.line", &said),
    }
}

/// How long there is still: `Осталось 3 дня.`
fn left(lang: Lang, entry: &DueEntry) -> String {
    let says = match entry.says {
        Says::Due => "due",
        Says::Starts => "starts",
    };
    match entry.days_left {
        0 => text(lang, &format!("reminders.{says}.today")),
        1.. => plural(
            lang,
            &format!("reminders.{says}.ahead"),
            entry.days_left,
            &[],
        ),
        ..=-1 => plural(
            lang,
            &format!("reminders.{says}.over"),
            entry.days_left.saturating_neg(),
            &[],
        ),
    }
}

/// The day itself in a sentence.
fn when(lang: Lang, entry: &DueEntry) -> String {
    let key = match entry.says {
        Says::Due => "reminders.due.day",
        Says::Starts => "reminders.starts.day",
    };
    on(lang, key, entry.day)
}

fn on(lang: Lang, key: &str, day: NaiveDate) -> String {
    text_with(lang, key, &[("day", &date_long(lang, day))])
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
