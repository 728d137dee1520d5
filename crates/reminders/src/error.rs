//! What can be wrong with what this crate is given.

/// What can be wrong with a file of reminders.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReminderError {
    /// The built-in kinds of reminders contradict themselves; the tests of every build rule that out.
    #[error("the kinds of reminders: {problem}")]
    Kinds {
        /// What is wrong.
        problem: String,
    },
    /// The agenda file is none that this program wrote.
    #[error("the agenda file cannot be read: {problem}")]
    AgendaFile {
        /// Where reading stopped; never a part of the file.
        problem: String,
    },
    /// A path that no file of the system's scheduler can hold.
    #[error("the path holds a control character")]
    Path,
    /// An account that no file of the system's scheduler can name.
    #[error("the name of the account is missing or holds a control character")]
    Account,
    /// The case has no seed of its own, so the ids of its deadlines would be those of everybody.
    #[error("the case has no seed: its ids would be those of everybody")]
    NoSeed,
    /// A file of the system's scheduler could not be made.
    #[error("the file of the scheduler could not be made")]
    Schedule,
    /// The calendar file is none that this program wrote.
    #[error("the file is no calendar of this program")]
    Calendar,
    /// There is no day ahead that a calendar could hold, and none to take back.
    #[error("there is no deadline ahead, so there is nothing to write into a calendar")]
    NothingAhead,
    /// The agenda file comes from a newer program.
    #[error("the agenda file has the format {found}, this program reads {known}")]
    Format {
        /// The format of the file.
        found: u32,
        /// The format that this program reads.
        known: u32,
    },
}

impl ReminderError {
    /// The stable code under which the words of the error are found.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Kinds { .. } => "reminders.kinds",
            Self::AgendaFile { .. } => "reminders.agenda_file",
            Self::Path => "reminders.path",
            Self::Account => "reminders.account",
            Self::NoSeed => "reminders.no_seed",
            Self::Schedule => "reminders.schedule",
            Self::Calendar => "reminders.calendar",
            Self::NothingAhead => "reminders.nothing_ahead",
            Self::Format { .. } => "reminders.format",
        }
    }

    /// The arguments of the words, by name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Kinds { problem } | Self::AgendaFile { problem } => {
                vec![("problem", problem.clone())]
            }
            Self::Path
            | Self::Account
            | Self::NoSeed
            | Self::Schedule
            | Self::Calendar
            | Self::NothingAhead => Vec::new(),
            Self::Format { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
        }
    }
}
