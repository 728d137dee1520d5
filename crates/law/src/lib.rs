//! The law engine of Qonys: answers, a law pack and a plan of dates in, findings out.
//!
//! Pure: no file, clock, locale or window. Everything legal is data of the pack; this crate only evaluates it.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test may stop at the first surprise"
    )
)]

mod answering;
mod answers;
mod arrival;
mod assess;
mod atoms;
mod calendar;
mod condition;
mod count;
mod deciding;
mod editions;
mod error;
mod evaluate;
mod explain;
mod interview;
mod known;
mod lawbook;
mod lint;
mod money;
mod pack;
mod period;
mod possible;
pub mod stay;
mod suppose;
mod term;
mod timeline;
mod value;
mod verdict;
mod words;

/// The version of this engine, for receipts.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");

pub use answers::Answer;
pub use answers::Answers;
pub use answers::EntityRef;
pub use answers::FactPath;
pub use answers::FactRef;
pub use answers::LIST_COMPLETE;
pub use answers::Record;
pub use answers::Records;
pub use assess::Assessment;
pub use assess::BesideFinding;
pub use assess::Budget;
pub use assess::BudgetPart;
pub use assess::CertainDays;
pub use assess::ChangeAhead;
pub use assess::ChangeOf;
pub use assess::CircumstanceFinding;
pub use assess::Cited;
pub use assess::DayAssessment;
pub use assess::DeadlineFinding;
pub use assess::DutyFinding;
pub use assess::EndedProcedure;
pub use assess::FeeFinding;
pub use assess::Finding;
pub use assess::Fine;
pub use assess::FloorFinding;
pub use assess::GroundFinding;
pub use assess::IndexFit;
pub use assess::LastStart;
pub use assess::LegalisationFinding;
pub use assess::NoteShown;
pub use assess::ObtainingFinding;
pub use assess::OlderDecision;
pub use assess::OrderFinding;
pub use assess::Orders;
pub use assess::Orientation;
pub use assess::OtherDeadline;
pub use assess::PaperFinding;
pub use assess::PaperStatus;
pub use assess::PartState;
pub use assess::PassportStay;
pub use assess::PaymentDetailFinding;
pub use assess::PenaltyFinding;
pub use assess::Plan;
pub use assess::PlannedDay;
pub use assess::PlannedDays;
pub use assess::ProcedureFinding;
pub use assess::Readiness;
pub use assess::RequirementFinding;
pub use assess::ReviewFinding;
pub use assess::Reviews;
pub use assess::RouteComparison;
pub use assess::RouteFinding;
pub use assess::RouteNeeds;
pub use assess::RuleOnDay;
pub use assess::STAY_FACTS;
pub use assess::SanityFinding;
pub use assess::StageFinding;
pub use assess::StagePlan;
pub use assess::StageTerm;
pub use assess::StayFinding;
pub use assess::Sum;
pub use assess::SumCheck;
pub use assess::SumOnPaper;
pub use assess::SumOutcome;
pub use assess::TariffFinding;
pub use assess::UntilDecision;
pub use assess::Window;
pub use assess::WindowStretch;
pub use assess::WorkingBounds;
pub use assess::assess;
pub use assess::assess_on;
pub use assess::assess_stay;
pub use assess::compare_routes;
pub use assess::handed_in;
pub use assess::look_again;
pub use calendar::Calendar;
pub use calendar::DayFound;
pub use calendar::DayKind;
pub use condition::Condition;
pub use error::PackError;
pub use evaluate::Evaluation;
pub use evaluate::Scope;
pub use explain::Explained;
pub use explain::Reason;
pub use interview::Choice;
pub use interview::Entity;
pub use interview::EntityKind;
pub use interview::Fact;
pub use interview::FactType;
pub use interview::Implied;
pub use interview::Interview;
pub use interview::Section;
pub use lawbook::Change;
pub use lawbook::Difference;
pub use lawbook::Entry;
pub use lawbook::FieldChange;
pub use lawbook::Lawbook;
pub use lawbook::Status;
pub use lawbook::between_books;
pub use lawbook::between_days;
pub use lawbook::is_condition_key;
pub use lawbook::kinds_meant;
pub use lawbook::words_of;
pub use lint::LintFiles;
pub use lint::LintFinding;
pub use lint::LintRule;
pub use lint::Severity;
pub use lint::due;
pub use lint::lint;
pub use money::tiyn;
pub use pack::*;
pub use term::Runs;
pub use term::Term;
pub use timeline::Axis;
pub use timeline::Stretch;
pub use timeline::Timeline;
pub use value::Text;
pub use value::Value;
pub use verdict::Verdict;
pub use verdict::VerdictKind;
pub use verdict::Why;
pub use words::InThreeLanguages;
pub use words::Standing;
pub use words::Words;
