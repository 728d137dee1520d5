//! What can go wrong. Nothing of a file is ever named here.

use qonys_reminders::ReminderError;

/// A look or a switch that did not succeed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Reminders are switched off, or the case was never opened.
    #[error("there is no agenda file")]
    NoAgenda,
    /// A file cannot be read.
    #[error("a file cannot be read: {0}")]
    Unreadable(std::io::ErrorKind),
    /// The agenda file is none of ours.
    #[error(transparent)]
    Agenda(#[from] ReminderError),
    /// The clock stands where no date is.
    #[error("the clock of this computer shows no day")]
    NoDay,
    /// Nobody took the notification.
    #[error("the notification was not shown: is a notification service running?")]
    NotShown,
    /// What was shown cannot be remembered.
    #[error("what was shown cannot be remembered: {0}")]
    NotRemembered(std::io::ErrorKind),
    /// The system did not take the daily look.
    #[error("the daily look was not switched: {0}")]
    NotSwitched(String),
}

impl Failure {
    /// The exit code, as the help says.
    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::NoAgenda => 3,
            Self::Unreadable(_) | Self::Agenda(_) | Self::NoDay => 4,
            Self::NotShown => 5,
            Self::NotRemembered(_) => 6,
            Self::NotSwitched(_) => 7,
        }
    }
}
