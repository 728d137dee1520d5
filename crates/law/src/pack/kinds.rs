//! What the fields of records can say: units, days, forms.

use serde::Deserialize;

/// What the numbered places of an act are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parts {
    /// Articles with items in parentheses, as in laws, codes and treaties: `49(14-1)`.
    Article,
    /// Items, as in orders and rules: `22` or `4)`.
    Item,
    /// Neither.
    #[default]
    Plain,
}

/// What the numbered items of an article are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleItem {
    /// A paragraph: пункт, тармақ.
    Paragraph,
    /// A sub-item: подпункт, тармақша.
    Subitem,
    /// A part: часть, бөлік.
    Part,
}

/// What a parameter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Tenge.
    Tenge,
    /// Calendar days.
    CalendarDay,
    /// Working days.
    WorkingDay,
    /// Months.
    Month,
    /// Years.
    Year,
    /// How many times an index.
    Multiple,
    /// A number of things.
    Count,
    /// Years of age.
    AgeYears,
}

/// Which day of a plan a rule is tested on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum TestedOn {
    /// The day the papers are handed in.
    #[default]
    Filing,
    /// The day the fee is paid.
    Payment,
    /// The day of the decision.
    Decision,
}

/// Whether the day of the event is the first day of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstDay {
    /// The event's day counts.
    Event,
    /// The day after the event is the first.
    Next,
}

/// What happens when the last day of a term is a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IfDayOff {
    /// Nothing.
    #[default]
    Unchanged,
    /// It moves to the next working day.
    NextWorkingDay,
    /// Nobody could tell us.
    Unknown,
}

/// A form in which a paper is handed in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PaperForm {
    /// The paper itself.
    Original,
    /// The paper itself, shown only to compare the copy with it.
    OriginalShown,
    /// A copy.
    Copy,
    /// Attested by a notary.
    Notarised,
    /// Translated into Kazakh or Russian with a notary's attestation, where it is in another language.
    TranslatedIfForeign,
    /// In electronic form, through a portal.
    Electronic,
}

/// When a ground counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundStage {
    /// For refusing an application.
    #[default]
    Application,
    /// For taking the permit back.
    AfterPermit,
}
