//! The agenda file: what the small program needs to remind somebody while the window is closed. It lies outside the
//! sealed case, so it holds ids that say nothing, kinds, days and the language, and no name, answer or country.

use chrono::NaiveDate;
use qonys_texts::Lang;
use serde::Deserialize;
use serde::Serialize;

use crate::error::ReminderError;
use crate::kinds::Says;
use crate::opaque::OpaqueId;

/// The format that this program reads and writes.
const FORMAT: u32 = 1;

/// More deadlines than any case has.
const MOST_ENTRIES: usize = 5_000;

/// More days than any deadline has.
const MOST_DAYS: usize = 64;

/// A deadline in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Which deadline it is, for the program that knows the case.
    pub id: OpaqueId,
    /// The kind of reminder.
    pub kind: String,
    /// What the day means.
    pub says: Says,
    /// The day of the deadline.
    pub day: NaiveDate,
    /// The last working day before it, where the offices are closed on the day itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_until: Option<NaiveDate>,
    /// The days on which one is reminded, the earliest first.
    pub remind: Vec<NaiveDate>,
}

impl FileEntry {
    /// Whether something can still be put right after its day: then one is reminded after it too.
    #[must_use]
    pub fn can_be_put_right(&self) -> bool {
        self.remind.last().is_some_and(|last| self.day < *last)
    }
}

/// The agenda file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaFile {
    format: u32,
    /// The language of the reminders.
    pub language: Lang,
    /// The deadlines, the first day first.
    pub entries: Vec<FileEntry>,
}

#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// What is looked for in a file that cannot be read as a whole.
#[derive(Deserialize)]
struct Speaks {
    language: Lang,
}

impl AgendaFile {
    /// The name of the file in its folder.
    pub const NAME: &'static str = "agenda.json";

    /// A file of today's format.
    #[must_use]
    pub const fn new(language: Lang, entries: Vec<FileEntry>) -> Self {
        Self {
            format: FORMAT,
            language,
            entries,
        }
    }

    /// One file of those of several cases: one computer has one daily look.
    #[must_use]
    pub fn of_several(language: Lang, files: Vec<Self>) -> Self {
        let mut entries: Vec<FileEntry> = files.into_iter().flat_map(|file| file.entries).collect();
        entries.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
        // What is over comes first: were there ever too many, it would go before what is to come.
        let too_many = entries.len().saturating_sub(MOST_ENTRIES);
        entries.drain(..too_many);
        Self::new(language, entries)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it comes from a newer program, or is none of these files.
    pub fn of_json(text: &str) -> Result<Self, ReminderError> {
        let wrong = |problem: String| ReminderError::AgendaFile { problem };
        let place = |error: &serde_json::Error| format!("line {}", error.line());
        let head: Head = serde_json::from_str(text).map_err(|error| wrong(place(&error)))?;
        if head.format != FORMAT {
            return Err(ReminderError::Format {
                found: head.format,
                known: FORMAT,
            });
        }
        let file: Self = serde_json::from_str(text).map_err(|error| wrong(place(&error)))?;
        let sound = |entry: &FileEntry| {
            entry.id.is_sound()
                && entry.remind.len() <= MOST_DAYS
                && entry.remind.is_sorted()
                && !entry.kind.is_empty()
                && entry
                    .kind
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        if file.entries.len() > MOST_ENTRIES || !file.entries.iter().all(sound) {
            return Err(wrong("an entry".to_owned()));
        }
        Ok(file)
    }

    /// The language of a file that [`AgendaFile::of_json`] refuses, where it still says so: the file of a newer program.
    #[must_use]
    pub fn language_of(text: &str) -> Option<Lang> {
        let speaks: Speaks = serde_json::from_str(text).ok()?;
        Some(speaks.language)
    }

    /// Writes the file; reading it again gives the same.
    ///
    /// # Errors
    /// When it cannot be written as JSON, which no file of this type brings about.
    pub fn to_json(&self) -> Result<String, ReminderError> {
        serde_json::to_string_pretty(self)
            .map(|text| format!("{text}\n"))
            .map_err(|error| ReminderError::AgendaFile {
                problem: error.to_string(),
            })
    }
}
