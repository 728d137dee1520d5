//! How a paper that is still to come is obtained.

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited;
use crate::assess::finding::notes;
use crate::assess::papers::PaperStatus;
use crate::evaluate::Evaluation;
use crate::pack::Obtaining;
use crate::pack::Step;
use crate::words::Standing;
use crate::words::Words;

/// How a paper is obtained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObtainingFinding {
    /// The record.
    pub id: String,
    /// The steps in their order.
    pub steps: Vec<Step>,
    /// Whether the time of every step is known.
    pub timed: bool,
    /// What to ask, and whom, where something is not known.
    pub ask: Option<Words>,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// The page that says so, where it is no act.
    pub source: Option<Words>,
    /// The act that says so.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// How a paper is obtained, while it is not in hand and may be needed.
pub(crate) fn of(
    context: &Context<'_>,
    paper: &str,
    country: Option<&str>,
    status: PaperStatus,
) -> Option<ObtainingFinding> {
    match status {
        PaperStatus::NotNeeded
        | PaperStatus::InHand
        | PaperStatus::NotYet
        | PaperStatus::NoneInCountry => return None,
        PaperStatus::Open
        | PaperStatus::NotSaid
        | PaperStatus::OfficeSays
        | PaperStatus::Missing
        | PaperStatus::DateMissing
        | PaperStatus::WillBeOutOfDate
        | PaperStatus::OutOfDate
        | PaperStatus::WrongSum
        | PaperStatus::SumOpen => {}
    }
    let evaluation = &context.evaluation;
    let day = context.days.filing.day;
    let record = evaluation.pack.obtaining(paper, country, day)?;
    Some(ObtainingFinding {
        id: record.id.clone(),
        steps: record.step.clone(),
        timed: record.is_timed(),
        ask: record.ask.clone(),
        notes: notes(evaluation, &record.note, day),
        source: record.source.clone(),
        cited: cited(evaluation, record),
        standing: record.standing.unwrap_or(Standing::Unknown),
    })
}

/// Why a country issues no such paper.
pub(crate) fn because(evaluation: &Evaluation<'_>, record: &Obtaining) -> Option<NoteShown> {
    Some(NoteShown {
        words: record.because.clone()?,
        cited: cited(evaluation, record),
        standing: record.standing.unwrap_or(Standing::Unknown),
    })
}
