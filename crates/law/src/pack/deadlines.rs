//! Deadlines as a lawyer writes them: what has to be done, from which event the time runs, and what follows if it is missed.

use serde::Deserialize;

use crate::answers::FactPath;
use crate::condition::Condition;
use crate::pack::dated::Cite;
use crate::pack::dated::dated;
use crate::pack::kinds::TestedOn;
use crate::pack::records::Note;
use crate::term::Runs;
use crate::words::Standing;
use crate::words::Words;

/// What the last day of a deadline means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// Something must be done by this day.
    #[default]
    Duty,
    /// Something may be done up to this day.
    Right,
    /// Something ends on this day.
    Ends,
    /// Something becomes possible on this day.
    Opens,
    /// Something else holds from this day on.
    Changes,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActsBy {
    /// The person of the case.
    #[default]
    Applicant,
    /// The person or organisation that hosts.
    Host,
    /// An authority.
    Authority,
}

/// The day from which the time runs, or up to which it runs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineEvent {
    /// The day that the person gave.
    Fact(FactPath),
    /// The same, but nothing is missing without it.
    IfKnown(FactPath),
    /// The entry of the visit that goes on, or of the next one that is planned; the fact is asked for where there is none.
    PresentVisit(FactPath),
    /// A day of the plan.
    Planned(TestedOn),
    /// The end of a term after a day that the person gave.
    Term {
        /// The day.
        after: FactPath,
        /// The period's id.
        period: String,
    },
    /// The last day of another deadline, where that one applies.
    Deadline(String),
    /// The earliest of these; "at the latest", while one of them is missing.
    EarliestOf(Vec<DeadlineEvent>),
    /// The first of these whose day is known; what the last of them waits for, where none is.
    FirstKnown(Vec<DeadlineEvent>),
    /// The last day of the document for whose time another one was issued.
    Document(DocumentEnd),
}

/// The last day of a document that was valid on the day on which another one was issued for its time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentEnd {
    /// The document's last day.
    pub expires: FactPath,
    /// The day on which it was issued itself.
    pub issued: FactPath,
    /// The day on which it must have been valid, both of its own days included; it counts while this day is not known.
    pub held_on: FactPath,
    /// What is asked for where the document was not valid then: another one, of which nothing is known, decided.
    pub otherwise: FactPath,
}

/// Which edition of a deadline counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditionOn {
    /// The one in force on the day of the event.
    #[default]
    Event,
    /// The one in force today: for events long ago, such as a birth, or far ahead.
    Today,
}

/// A deadline that concerns the person also where the plan makes the time after the event longer than the answers say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LongerByPlan {
    /// Whom it may concern.
    pub when: Condition,
    /// The parameter that holds the fewest days; the event's day is counted.
    pub than: String,
    /// What is said where the plan decides and not the answers.
    pub note: Note,
}

/// Another reading of the same deadline, which did not decide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherTerm {
    /// What the other source says.
    pub words: Words,
    /// Its term.
    pub period: String,
    /// The other source.
    pub cite: Cite,
    /// How sure it is.
    pub standing: Standing,
}

dated! {
    /// Something that is due, possible, or over on a day.
    Deadline {
        /// Its place among deadlines of one day.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// What to do.
        what: Words,
        /// What follows if it is missed.
        #[serde(default)]
        missed: Option<Words>,
        /// Where that stands.
        #[serde(default)]
        missed_cite: Option<Cite>,
        /// What its last day means.
        #[serde(default)]
        kind: DeadlineKind,
        /// Who acts.
        #[serde(default)]
        by: ActsBy,
        /// The list for each of whose records there is one of these.
        #[serde(default)]
        of: Option<String>,
        /// The day from which, or up to which, the time runs.
        event: DeadlineEvent,
        /// The time; none where the event's day itself is the last day.
        #[serde(default)]
        period: Option<String>,
        /// Whether the time runs after the event or before it.
        #[serde(default)]
        runs: Runs,
        /// Which edition counts.
        #[serde(default)]
        edition_on: EditionOn,
        /// Whom it concerns; everybody, if absent.
        #[serde(default)]
        when: Option<Condition>,
        /// What must hold today for it to concern the person still; nothing, if absent.
        #[serde(default)]
        as_long_as: Option<Condition>,
        /// When the plan itself decides that it concerns the person.
        #[serde(default)]
        longer_by_plan: Option<LongerByPlan>,
        /// What to do where the last day has passed and the duty goes on; none where it is simply over.
        #[serde(default)]
        overdue: Option<Words>,
        /// The answers that say on which day it was done; the earliest counts.
        #[serde(default)]
        closed_by: Vec<FactPath>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings.
        #[serde(default)]
        disagreement: Vec<OtherTerm>,
    }
}
