//! The way to the decision in words: stages, the right to stay until then, and changes ahead.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::DaysView;
use crate::view::FindingView;
use crate::view::NoteView;
use crate::view::OrdersView;
use crate::view::ReasonView;
use crate::view::SourceView;
use crate::view::StandingCode;
use crate::view::VerdictCode;
use crate::view::WindowView;

/// Where on the way a stage lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhaseCode {
    /// Before the papers are handed in.
    BeforeFiling,
    /// The papers are handed in.
    Filing,
    /// The application is examined and decided on.
    Decision,
    /// After a positive decision.
    AfterDecision,
}

/// Which day of the plan something concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TestedOnCode {
    /// The day the papers are handed in.
    Filing,
    /// The day the fee is paid.
    Payment,
    /// The day of the decision.
    Decision,
}

/// Of what a verdict changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeOfCode {
    /// Whether the person may apply.
    MayApply,
    /// A route.
    Route,
    /// A ground for refusal.
    Ground,
    /// A procedure.
    Procedure,
    /// Something that has to be handed in.
    Requirement,
    /// The right to be in the country.
    Stay,
}

/// How long something takes at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct StageTermView {
    /// The term's id.
    pub period: String,
    /// How long, a decimal.
    pub length: String,
    /// What is counted: `calendar_day`, `working_day`, `month` or `year`.
    pub unit: String,
    /// Whether several stages share it: then only the whole is known.
    pub shared: bool,
    /// The same in words.
    pub text: String,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct StageView {
    /// Yes means that the person passes it.
    pub finding: FindingView,
    /// Where on the way it lies.
    pub phase: PhaseCode,
    /// The procedure that asks for it.
    pub procedure: Option<String>,
    /// What it is called.
    pub title: String,
    /// What happens.
    pub what: String,
    /// Where.
    pub place_text: String,
    /// How long it takes at most; none when that is not known.
    pub term: Option<StageTermView>,
    /// The last day to start it so that the plan holds; none when only the whole is known, or nothing is.
    pub start_by: Option<DayView>,
    /// The last day on which it is over, when the plan holds.
    pub over_by: Option<DayView>,
    /// Whether the paper that shows its end, or that of a later stage of the same procedure, is in hand.
    pub done: bool,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteView>,
}

/// The last day to start the stages of a procedure that come before filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct LastStartView {
    /// The procedure.
    pub procedure: String,
    /// What it is called.
    pub title: String,
    /// Whether it binds the person on the filing day.
    pub binds: VerdictCode,
    /// How long the stages take together at most.
    pub term: Option<StageTermView>,
    /// The last day to start so that the papers can be handed in on the planned day.
    pub for_plan: Option<DayView>,
    /// Whether that day has passed.
    pub for_plan_missed: bool,
    /// The last day on which the procedure is known to hold.
    pub known_until: Option<DayView>,
    /// The last day to start so that the papers can still be handed in under the procedure.
    pub for_procedure: Option<DayView>,
    /// Whether that day has passed.
    pub for_procedure_missed: bool,
    /// Whether the paper that ends the stages is in hand: nothing has to be started.
    pub done: bool,
    /// All this as sentences.
    pub text: String,
    /// Why there is no day.
    pub whys: Vec<ReasonView>,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// All stages and the last days to start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct StagePlanView {
    /// The stages in their order, also those that the person does not pass.
    pub stages: Vec<StageView>,
    /// The last start of every procedure with stages before filing, unless it does not bind.
    pub last_starts: Vec<LastStartView>,
}

/// A day of decision by another source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct OlderDecisionView {
    /// The term.
    pub term: StageTermView,
    /// The last day of that term.
    pub decision: DayView,
    /// The next working day, where that day is a day off and nobody could tell whether the law moves it.
    pub moved: Option<DayView>,
    /// Whether the right to stay lasts until then.
    pub verdict: VerdictCode,
    /// The same as sentences.
    pub text: String,
    /// What to say of it.
    pub note: Option<NoteView>,
}

/// Whether the person may stay until the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct UntilDecisionView {
    /// Yes: the right to stay lasts through the day of the decision. No: it ends before.
    pub verdict: VerdictCode,
    /// The verdict as a word or two.
    pub verdict_text: String,
    /// Whether the right to stay lasts through the filing day.
    pub at_filing: VerdictCode,
    /// The last day of the right to stay.
    pub may_stay_until: Option<DayView>,
    /// The day of the decision: planned, or the end of the term for it.
    pub decision: DayView,
    /// Whether the person planned the day of the decision.
    pub decision_given: bool,
    /// The next working day, where the term ends on a day off and nobody could tell whether the law moves it.
    pub decision_moved: Option<DayView>,
    /// The term for the decision.
    pub term: Option<StageTermView>,
    /// How many days are not covered.
    pub days_short: i32,
    /// The last day of the longest stay that can be given for the time of the examination.
    pub bridge_until: Option<DayView>,
    /// Whether that stay would reach the decision.
    pub bridge_reaches: bool,
    /// All this as sentences.
    pub text: String,
    /// What to do, when the stay ends before the decision or may end before it.
    pub advice: Option<NoteView>,
    /// What older pages say of the term.
    pub older: Option<OlderDecisionView>,
    /// Why it is undecided.
    pub whys: Vec<ReasonView>,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is: the weakest of stay and term.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// A verdict that changes on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ChangeAheadView {
    /// The first day of the new verdict.
    pub day: DayView,
    /// Of what.
    pub of: ChangeOfCode,
    /// The rule.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The verdict on the day before.
    pub before: VerdictCode,
    /// The verdict from the day on.
    pub after: VerdictCode,
    /// The same as a sentence.
    pub text: String,
    /// Why it is open from the day on.
    pub whys: Vec<ReasonView>,
    /// Which day of the plan it concerns.
    pub tested_on: TestedOnCode,
}

/// The filing window with what belongs to it: what `qonys-cli window` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WindowAnswer {
    /// The language: `kk`, `ru` or `en`. It never changes a day.
    pub language: String,
    /// The days on which rules were tested.
    pub days: DaysView,
    /// The filing window.
    pub window: WindowView,
    /// When to order the papers that are not in hand.
    pub orders: OrdersView,
    /// The stages on the way to the card and the last day to start them.
    pub stages: StagePlanView,
    /// Whether the right to stay lasts until the decision.
    pub until_decision: Option<UntilDecisionView>,
    /// The days after today on which a verdict changes.
    pub changes_ahead: Vec<ChangeAheadView>,
    /// What this is and is not: no decision of an authority.
    pub disclaimer: String,
}
