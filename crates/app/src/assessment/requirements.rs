//! The papers to hand in, in words.

use qonys_law::Cited;
use qonys_law::PaperFinding;
use qonys_law::PaperStatus;
use qonys_law::RequirementFinding;

use crate::assessment::around::form_view;
use crate::assessment::finding::finding;
use crate::assessment::finding::note;
use crate::assessment::obtaining::legalisation_view;
use crate::assessment::obtaining::obtaining_view;
use crate::assessment::stages::length;
use crate::assessment::sums::sum_view;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::NoteView;
use crate::view::PaperView;
use crate::view::RequirementView;
use crate::view::StatusCode;

pub(crate) fn status_code(status: PaperStatus) -> StatusCode {
    match status {
        PaperStatus::NotNeeded => StatusCode::NotNeeded,
        PaperStatus::Open => StatusCode::Open,
        PaperStatus::OfficeSays => StatusCode::OfficeSays,
        PaperStatus::NotSaid => StatusCode::NotSaid,
        PaperStatus::Missing => StatusCode::Missing,
        PaperStatus::DateMissing => StatusCode::DateMissing,
        PaperStatus::InHand => StatusCode::InHand,
        PaperStatus::NotYet => StatusCode::NotYet,
        PaperStatus::WillBeOutOfDate => StatusCode::WillBeOutOfDate,
        PaperStatus::OutOfDate => StatusCode::OutOfDate,
        PaperStatus::WrongSum => StatusCode::WrongSum,
        PaperStatus::SumOpen => StatusCode::SumOpen,
        PaperStatus::NoneInCountry => StatusCode::NoneInCountry,
    }
}

pub(crate) fn status_text(speaker: &Speaker<'_>, status: PaperStatus) -> String {
    speaker.say(match status {
        PaperStatus::NotNeeded => "status.not_needed",
        PaperStatus::Open => "status.open",
        PaperStatus::OfficeSays => "status.office_says",
        PaperStatus::NotSaid => "status.not_said",
        PaperStatus::Missing => "status.missing",
        PaperStatus::DateMissing => "status.date_missing",
        PaperStatus::InHand => "status.in_hand",
        PaperStatus::NotYet => "status.not_yet",
        PaperStatus::WillBeOutOfDate => "status.will_be_out_of_date",
        PaperStatus::OutOfDate => "status.out_of_date",
        PaperStatus::WrongSum => "status.wrong_sum",
        PaperStatus::SumOpen => "status.sum_open",
        PaperStatus::NoneInCountry => "status.none_in_country",
    })
}

pub(super) fn paper(speaker: &Speaker<'_>, paper: &PaperFinding) -> PaperView {
    PaperView {
        key: paper.key.clone(),
        country: paper.country.as_ref().map(|code| speaker.country(code)),
        person: paper.record.as_ref().map(|entity| speaker.person(entity)),
        status: status_code(paper.status),
        status_text: status_text(speaker, paper.status),
        issued: paper.issued.map(|day| speaker.day(day)),
        last_good_day: paper.last_good_day.map(|day| speaker.day(day)),
        obtaining: paper
            .obtaining
            .as_ref()
            .map(|found| obtaining_view(speaker, found)),
        legalisation: paper
            .legalisation
            .as_ref()
            .map(|found| legalisation_view(speaker, found)),
        instead: paper.instead.as_ref().map(|words| speaker.words(words)),
    }
}

pub(super) fn requirement_view(
    speaker: &Speaker<'_>,
    requirement: &RequirementFinding,
) -> RequirementView {
    RequirementView {
        finding: finding(speaker, &requirement.finding),
        procedure: requirement.procedure.clone(),
        paper: requirement.paper.clone(),
        number: requirement.number.clone(),
        title: speaker.words(&requirement.title),
        what: speaker.words(&requirement.what),
        form: requirement
            .form
            .iter()
            .map(|form| form_view(speaker, *form))
            .collect(),
        status: status_code(requirement.status),
        status_text: if more_may_be_wanted(requirement) {
            speaker.say("status.more_open")
        } else {
            status_text(speaker, requirement.status)
        },
        papers: requirement
            .papers
            .iter()
            .map(|finding| paper(speaker, finding))
            .collect(),
        sum: requirement.sum.as_ref().map(|sum| sum_view(speaker, sum)),
        notes: valid_from_issue(speaker, requirement)
            .into_iter()
            .chain(requirement.notes.iter().map(|n| note(speaker, n)))
            .collect(),
        disagreements: requirement
            .disagreements
            .iter()
            .map(|n| note(speaker, n))
            .collect(),
        instead: requirement.instead.as_ref().map(|w| speaker.words(w)),
    }
}

/// Whether everything that was named is in hand, and only whether more is wanted waits for an answer.
fn more_may_be_wanted(requirement: &RequirementFinding) -> bool {
    requirement.status == PaperStatus::NotSaid
        && !requirement.papers.is_empty()
        && requirement
            .papers
            .iter()
            .all(|paper| paper.status == PaperStatus::InHand)
}

/// How long the papers are good after their issue, as a remark: the act that asks for them says it, or the item that does.
fn valid_from_issue(speaker: &Speaker<'_>, requirement: &RequirementFinding) -> Option<NoteView> {
    let term = requirement.valid.as_ref()?;
    let asked = requirement.finding.cited.as_ref();
    let same_act = |cited: &&Cited| asked.is_none_or(|asked| asked.act == cited.act);
    let cited = term.cited.as_ref().filter(same_act).or(asked);
    Some(NoteView {
        text: speaker.say_with("valid_from_issue", &[("length", &length(speaker, term))]),
        source: cited.map(|cited| speaker.source(cited)),
        standing: standing_code(term.standing),
    })
}
