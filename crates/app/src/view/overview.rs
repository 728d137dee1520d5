//! Where every application stands, what the answer would be on another day, and the routes side by side.

use std::fmt;

use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::FindingView;
use crate::view::MoneyView;
use crate::view::NamedView;
use crate::view::PermitView;
use crate::view::RouteView;
use crate::view::VerdictCode;

/// What the next step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NextStepCode {
    /// The first check has open questions.
    FirstCheck,
    /// The person may not apply: see what would change it.
    NotPossible,
    /// A question that still decides has no answer.
    Question,
    /// The person said "I don't know yet" to a question that decides.
    FindOut,
    /// A section has open questions.
    Section,
    /// A paper is to be got.
    Paper,
    /// A paper that the program fills is to be printed.
    Print,
    /// The filing day of the plan has passed.
    Plan,
    /// All answers are there, and the answer is still open: nobody knows the rule, or an official decides.
    SeeAnswer,
    /// The papers can be handed in.
    HandIn,
    /// The papers are handed in, and the time for the decision is not over.
    Wait,
    /// The papers are handed in, and the time for the decision is over.
    AskForDecision,
    /// The permit is held, and the days that it asks for were missed, or nobody can say: see the stay.
    Stay,
    /// The permit is held: see what it asks for and when.
    Dates,
}

/// The next step of an application.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct NextStepView {
    /// What it is.
    pub code: NextStepCode,
    /// The same as a sentence.
    pub text: String,
    /// The key of the question, the section or the paper; none where the step concerns the whole.
    pub target: Option<String>,
}

/// The next deadline of an application.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct NextDeadlineView {
    /// Its key in the agenda.
    pub key: String,
    /// What it is called, with the child or the paper it is about.
    pub title: String,
    /// The day.
    pub day: DayView,
    /// The day in words: "by 10 December 2026".
    pub when_text: String,
    /// How long it is until then, in words.
    pub left_text: Option<String>,
}

/// Where one application stands.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct StandView {
    /// The id of the application.
    pub application: String,
    /// Whether the person may apply.
    pub verdict: VerdictCode,
    /// The same as a word or two.
    pub verdict_text: String,
    /// How the permit stands that the person holds; none where none is held.
    pub permit: Option<PermitView>,
    /// The answer as one heading.
    pub heading: String,
    /// The next step.
    pub next: NextStepView,
    /// The first deadline that has passed and still asks for something; none where there is none.
    pub overdue: Option<NextDeadlineView>,
    /// The next deadline; none where none with a day is ahead.
    pub deadline: Option<NextDeadlineView>,
}

/// Where the applications stand, in the order of the store. One that cannot be read with the law of today is left out.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct OverviewView {
    /// The language.
    pub language: String,
    /// The applications.
    pub stands: Vec<StandView>,
}

/// The answer if the papers were handed in on another day. Nothing of it is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct AnswerOnView {
    /// The language.
    pub language: String,
    /// The day.
    pub day: DayView,
    /// The answer as one heading.
    pub heading: String,
    /// Whether the person may apply.
    pub may_apply: FindingView,
    /// The routes.
    pub routes: Vec<RouteView>,
    /// The procedures that bind on that day, or of which it is not decided.
    pub procedures: Vec<NamedView>,
    /// What has to be handed in and is not there or not good.
    pub not_ready: Vec<NamedView>,
    /// What is not decided of what has to be handed in.
    pub open: Vec<NamedView>,
    /// All fees together; none while one of them is open or not known.
    pub fees_together: Option<MoneyView>,
}

impl fmt::Debug for NextStepView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[next step]")
    }
}

impl fmt::Debug for NextDeadlineView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[next deadline]")
    }
}

impl fmt::Debug for StandView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[application]")
    }
}

impl fmt::Debug for OverviewView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[applications]")
    }
}

impl fmt::Debug for AnswerOnView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[answer on a day]")
    }
}
