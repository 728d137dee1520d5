//! What the screens send, and what they get back beside the case itself.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::Serialize;
use specta::Type;

/// An answer as the fields of a screen hold it.
#[derive(Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AnswerInput {
    /// For yes and no ("yes", "no"), a choice, a country, a number or digits.
    Word {
        /// The word.
        value: String,
    },
    /// For a date: the three fields as typed.
    Date {
        /// Day of the month.
        day: String,
        /// Month as a number.
        month: String,
        /// Year of four digits.
        year: String,
    },
    /// For free text and names.
    Text {
        /// As it was typed.
        text: String,
        /// The Kazakh twin.
        kk: Option<String>,
        /// The Russian twin.
        ru: Option<String>,
    },
    /// "I don't know yet".
    NotKnownYet,
    /// Nothing: the answer is taken back.
    Empty,
}

impl fmt::Debug for AnswerInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[answer]")
    }
}

/// A date as its three fields were typed; all empty means none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct DateInput {
    /// Day of the month.
    pub day: String,
    /// Month as a number.
    pub month: String,
    /// Year of four digits.
    pub year: String,
}

/// What the person says of a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MarkInput {
    /// It is done.
    Done,
    /// Nothing is to be said before a day.
    Paused {
        /// The day on which one is reminded again.
        until: DateInput,
    },
    /// It does not matter to the person.
    Hidden,
}

/// The plan as its fields were typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct PlanInput {
    /// The day the papers are handed in.
    pub filing: DateInput,
    /// The day the fee is paid.
    pub payment: DateInput,
    /// The day of the decision.
    pub decision: DateInput,
}

/// What is wrong, as a code with arguments; the words lie in `locales/errors.*.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Problem {
    /// The code.
    pub code: String,
    /// The arguments of the words.
    pub args: BTreeMap<String, String>,
    /// The key of the question whose field is wrong.
    pub field: Option<String>,
}

/// How the app starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StartState {
    /// Nothing is stored yet.
    Fresh,
    /// The case is open.
    Open,
    /// The key is not at hand: the passphrase or the recovery code is needed.
    NeedsPassphrase,
}

/// What the first screen needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct StartView {
    /// Where one stands.
    pub state: StartState,
    /// Whether the system's keyring can hold the key; else a passphrase is needed.
    pub keyring: bool,
    /// A code for why the key is not at hand: `keyring_absent`, `keyring_locked`, `key_lost`.
    pub why: Option<String>,
    /// The folder in which the sealed case lies.
    pub folder: String,
    /// The language chosen last; none at the first start.
    pub language: Option<String>,
}

/// What the making of a vault gives back, once.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct CreatedView {
    /// The code that opens the case when the keyring is lost; none when a passphrase was chosen.
    pub recovery_code: Option<String>,
}

impl fmt::Debug for CreatedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[recovery code]")
    }
}

/// A plain copy of a scan or photo.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct CopyView {
    /// The name of the file.
    pub file: String,
    /// The folder.
    pub folder: String,
}

impl fmt::Debug for CopyView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[copy]")
    }
}

/// What a backup came to.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct BackupView {
    /// The name of the file.
    pub file: String,
    /// The folder.
    pub folder: String,
    /// The names of papers that the store itself no longer has whole, so that the backup lacks them.
    pub left_out: Vec<String>,
}

impl fmt::Debug for BackupView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[backup]")
    }
}
