//! Stays in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::FindingView;
use crate::view::MoneyView;
use crate::view::NoteView;
use crate::view::ReasonView;
use crate::view::SourceView;
use crate::view::StandingCode;
use crate::view::VerdictCode;

/// What ends a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StayLimitCode {
    /// The days of one visit.
    PerVisit,
    /// The days of all visits.
    Window,
    /// The visa or temporary permit.
    Document,
    /// There is no stay without a visa.
    VisaNeeded,
    /// Nothing: there is a permanent permit.
    Permit,
    /// Nothing: a citizen of Kazakhstan is no foreigner.
    Citizen,
}

/// Whose duty or offence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StayPersonCode {
    /// The foreigner.
    Visitor,
    /// The host.
    Host,
    /// The holder of a permanent permit.
    Resident,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SentenceView {
    /// The words.
    pub text: String,
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct VisitView {
    /// The record's id, or `entry.entered_on` for the visit that only the day of entry tells of.
    pub id: String,
    /// The day of entry.
    pub entered: DayView,
    /// The day of leaving; none while the person is there.
    pub left: Option<DayView>,
    /// The last lawful day, if one stays.
    pub lawful_until: Option<DayView>,
    /// What ends it.
    pub limit: StayLimitCode,
    /// The days of overstay up to the day of the question.
    pub overstay: u32,
    /// The whole visit in a sentence.
    pub text: String,
    /// Why its last lawful day is not known.
    pub why: Option<ReasonView>,
}

/// When one may come again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ReentryView {
    /// The first day.
    pub first: DayView,
    /// The last lawful day of a visit that begins on it.
    pub until: DayView,
    /// How many days that visit has.
    pub days: u32,
    /// The first day on which earlier visits do not shorten the visit.
    pub whole_from: DayView,
    /// How many days that visit has.
    pub whole_days: u32,
    /// The same in sentences.
    pub sentences: Vec<SentenceView>,
}

/// Days in a row, both ends inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct DaysInRowView {
    /// The first day.
    pub from: DayView,
    /// The last day.
    pub until: DayView,
}

/// Stays with the passport of one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PassportStayView {
    /// The state, ISO 3166-1 alpha-2.
    pub code: String,
    /// Its name.
    pub country: String,
    /// The most days of one visit.
    pub per_visit: Option<u32>,
    /// The most days of all visits.
    pub total: Option<u32>,
    /// The days in which these lie.
    pub window: Option<u32>,
    /// The rules in sentences.
    pub rules: Vec<SentenceView>,
    /// Why there was no cap of all visits.
    pub no_window_because: Option<SentenceView>,
    /// The first day of the window that ends on the day of the question.
    pub window_from: Option<DayView>,
    /// The days used in it.
    pub used: Option<u32>,
    /// The days left in it.
    pub left: Option<u32>,
    /// Used and left in a sentence.
    pub used_text: Option<String>,
    /// The days used in it, in order.
    pub used_days: Vec<DaysInRowView>,
    /// The visits.
    pub visits: Vec<VisitView>,
    /// When one may come again.
    pub reentry: Option<ReentryView>,
    /// What is not known.
    pub whys: Vec<ReasonView>,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteView>,
    /// The source of the days of one visit.
    pub source: Option<SourceView>,
    /// The source of the days of all visits.
    pub window_source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// What an offence costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PenaltyView {
    /// The record.
    pub id: String,
    /// Whose offence it is.
    pub who: StayPersonCode,
    /// The offence and the penalty.
    pub text: String,
    /// How many times the index the fine is, a decimal.
    pub rate: Option<String>,
    /// The fine by the index of the day.
    pub fine: Option<MoneyView>,
    /// The working of the fine.
    pub working: Option<String>,
    /// Why there is no sum.
    pub why: Option<ReasonView>,
    /// Whether expulsion is possible.
    pub expulsion: bool,
    /// Whether the overstay is this offence.
    pub applies: bool,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
}

/// What has to be done during a stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct StayDutyView {
    /// The record.
    pub id: String,
    /// Whose duty it is.
    pub who: StayPersonCode,
    /// The same in words.
    pub who_text: String,
    /// What has to be done.
    pub text: String,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
}

/// What a permit asks for: so many days in any twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct FloorView {
    /// Yes means that it binds, once there is a permit.
    pub finding: FindingView,
    /// What it is called.
    pub title: String,
    /// What happens when it is missed.
    pub what: String,
    /// The list in which its days are told.
    pub list: String,
    /// Whether it is kept so far.
    pub kept: VerdictCode,
    /// The same in words.
    pub kept_text: String,
    /// Why that is open.
    pub whys: Vec<ReasonView>,
    /// The fewest days.
    pub required: Option<u32>,
    /// The first day of the tightest window that is not over.
    pub window_from: Option<DayView>,
    /// Its last day.
    pub window_until: Option<DayView>,
    /// The days missed in it.
    pub missed: Option<u32>,
    /// How many more may be missed in it; zero when too many are missed.
    pub possible: Option<u32>,
    /// The first day on which a window could no longer be kept.
    pub broken_on: Option<DayView>,
    /// The day on which one must be back, or work again, at the latest.
    pub back_by: Option<DayView>,
    /// All of it in sentences.
    pub sentences: Vec<SentenceView>,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// Other readings.
    pub disagreements: Vec<NoteView>,
}

/// Stays on a day, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct StayView {
    /// The language.
    pub language: String,
    /// The day of the question.
    pub day: DayView,
    /// The answer in one sentence.
    pub heading: String,
    /// Whether one is in the country on that day; none while that was not said.
    pub here: Option<bool>,
    /// Whether one may be in the country, over time.
    pub may_stay: FindingView,
    /// The last lawful day of the present visit.
    pub until: Option<DayView>,
    /// How many days follow the day of the question up to that day; none when it has passed.
    pub days_after_today: Option<u32>,
    /// What ends the present visit.
    pub limit: Option<StayLimitCode>,
    /// The same in words.
    pub limit_text: Option<String>,
    /// The days of overstay.
    pub overstay: u32,
    /// For each passport that one holds.
    pub passports: Vec<PassportStayView>,
    /// Visits that cannot all be true.
    pub problems: Vec<SentenceView>,
    /// A remark about visits of which the basis was not said.
    pub taken_as_visa_free: Option<SentenceView>,
    /// What offences cost.
    pub penalties: Vec<PenaltyView>,
    /// What has to be done during a stay.
    pub duties: Vec<StayDutyView>,
    /// What a permit asks for.
    pub floors: Vec<FloorView>,
    /// What this is and is not.
    pub disclaimer: String,
}
