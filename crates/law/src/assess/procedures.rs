//! The procedures and whom they bind.

use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::NoteShown;
use crate::assess::finding::notes;
use crate::assess::finding::other_readings;
use crate::assess::finding::over_editions;
use crate::assess::routes::words;
use crate::deciding::Wanted;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::pack::Procedure;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::words::Words;

/// Whether a procedure binds the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureFinding {
    /// Yes means that it binds.
    pub finding: Finding,
    /// What it is called.
    pub title: Words,
    /// The procedure whose list it makes longer.
    pub adds_to: Option<String>,
    /// The procedures in whose place it stands for this person on the day.
    pub replaced_by: Vec<String>,
    /// Whether it stands beside the application.
    pub beside: bool,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteShown>,
}

/// A procedure with its verdict over filing days.
pub(crate) struct Bound<'a> {
    pub(crate) finding: ProcedureFinding,
    pub(crate) timeline: Timeline<Verdict>,
    /// What has to hold together on the filing day for it to bind.
    pub(crate) conditions: Vec<Wanted<'a>>,
}

/// Whether a procedure binds, over the axis, and the procedures that can stand in its place.
pub(crate) struct Binding<'a> {
    pub(crate) timeline: Timeline<Verdict>,
    /// Each with whether it does.
    pub(crate) replacers: Vec<(&'a str, Timeline<Verdict>)>,
}

pub(crate) fn binding<'a>(evaluation: &Evaluation<'a>, id: &str) -> Binding<'a> {
    let records = &evaluation.pack.procedures;
    let replacers: Vec<(&str, Timeline<Verdict>)> = records
        .ids()
        .filter(|other| {
            records
                .of_id(other)
                .any(|record| record.replaces.iter().any(|replaced| replaced == id))
        })
        .map(|other| (other, in_its_place(evaluation, other, id)))
        .collect();
    let timeline = replacers
        .iter()
        .fold(who(evaluation, id), |merged, (_, replacer)| {
            merged.zip(replacer, |own, other| own.and(&other.not()))
        });
    Binding {
        timeline,
        replacers,
    }
}

fn who(evaluation: &Evaluation<'_>, id: &str) -> Timeline<Verdict> {
    over_editions(evaluation, &evaluation.pack.procedures, id, |procedure| {
        bound_by(evaluation, procedure)
    })
}

/// Whether a procedure stands in the place of another: only in the editions that say so.
fn in_its_place(evaluation: &Evaluation<'_>, id: &str, replaced: &str) -> Timeline<Verdict> {
    over_editions(evaluation, &evaluation.pack.procedures, id, |procedure| {
        if procedure.replaces.iter().any(|other| other == replaced) {
            bound_by(evaluation, procedure)
        } else {
            evaluation.constant(Verdict::No)
        }
    })
}

fn bound_by(evaluation: &Evaluation<'_>, procedure: &Procedure) -> Timeline<Verdict> {
    procedure.who.as_ref().map_or_else(
        || evaluation.constant(Verdict::Yes),
        |who| evaluation.timeline(who, &Scope::default()),
    )
}

pub(crate) fn all<'a>(context: &Context<'a>) -> Vec<Bound<'a>> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.procedures;
    let day = context.days.filing.day;
    let mut bound = Vec::new();
    for any in records.firsts() {
        let id = any.id.as_str();
        let Binding {
            timeline,
            replacers,
        } = binding(evaluation, id);
        let edition = editions::on(evaluation.axis, records, id, day);
        let mut finding = Finding::of_timeline(id, &timeline, day);
        finding.cite(evaluation, edition);
        let mut conditions = Vec::new();
        if let Edition::InForce(procedure) = edition
            && let Some(who) = &procedure.who
        {
            finding.reason(evaluation, who);
            conditions.push(Wanted::to_hold(who));
        }
        for (replacer, _) in &replacers {
            if let Edition::InForce(replacer) =
                editions::on(evaluation.axis, records, replacer, day)
                && let Some(who) = &replacer.who
            {
                finding.reason(evaluation, who);
                // Only the editions that say so stand in the place of another.
                if replacer.replaces.iter().any(|replaced| replaced == id) {
                    conditions.push(Wanted::to_fail(who));
                }
            }
        }
        finding.decide(evaluation, &conditions);
        let spoken = words(edition).unwrap_or(any);
        // How a procedure goes is no matter for a person whom it does not bind.
        let concerns = match timeline.at(day) {
            Verdict::Yes | Verdict::Undecided(_) => true,
            Verdict::No | Verdict::DoesNotApply => false,
        };
        bound.push(Bound {
            finding: ProcedureFinding {
                finding,
                title: spoken.title.clone(),
                adds_to: spoken.adds_to.clone(),
                replaced_by: replacers
                    .iter()
                    .filter(|(_, replacer)| *replacer.at(day) == Verdict::Yes)
                    .map(|(replacer, _)| (*replacer).to_owned())
                    .collect(),
                beside: spoken.beside,
                notes: if concerns {
                    notes(evaluation, &spoken.note, day)
                } else {
                    Vec::new()
                },
                disagreements: if concerns {
                    other_readings(evaluation, &spoken.disagreement)
                } else {
                    Vec::new()
                },
            },
            timeline,
            conditions,
        });
    }
    bound
}
