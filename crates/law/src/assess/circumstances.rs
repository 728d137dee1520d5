//! Circumstances to state and prove: they give no right, and cost nothing to say.

use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::NoteShown;
use crate::assess::finding::notes;
use crate::assess::finding::other_readings;
use crate::assess::finding::over_editions;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Scope;
use crate::words::Words;

/// Whether a circumstance is the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircumstanceFinding {
    /// Yes means: state it and prove it.
    pub finding: Finding,
    /// What it is called.
    pub title: Words,
    /// What to state, and what to attach.
    pub proof: Words,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// Other readings.
    pub disagreements: Vec<NoteShown>,
}

/// Every circumstance on the filing day.
pub(crate) fn all(context: &Context<'_>) -> Vec<CircumstanceFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.circumstances;
    let day = context.days.filing.day;
    records
        .ids()
        .filter_map(|id| {
            let any = records.iter().find(|circumstance| circumstance.id == id)?;
            let timeline = over_editions(evaluation, records, id, |circumstance| {
                evaluation.timeline(&circumstance.when, &Scope::default())
            });
            let edition = editions::on(evaluation.axis, records, id, day);
            let mut finding = Finding::of_timeline(id, &timeline, day);
            finding.cite(evaluation, edition);
            let spoken = match edition {
                Edition::InForce(circumstance) => {
                    finding.explain(evaluation, &circumstance.when);
                    circumstance
                }
                Edition::Absent(circumstance) => circumstance,
                Edition::NotKnown(_) => any,
            };
            Some(CircumstanceFinding {
                finding,
                title: spoken.title.clone(),
                proof: spoken.proof.clone(),
                notes: notes(evaluation, &spoken.note, day),
                disagreements: other_readings(evaluation, &spoken.disagreement),
            })
        })
        .collect()
}
