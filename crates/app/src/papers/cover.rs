//! The rows of the cover sheet and of the sheet for the card, from the assessment.

use chrono::NaiveDate;
use qonys_texts::Lang;
use qonys_texts::money_in_words;

use crate::assessment;
use crate::case::Case;
use crate::forms::Given;
use crate::knowledge::Knowledge;
use crate::speak::Speaker;
use crate::view::AgendaStateCode;
use crate::view::AssessmentView;
use crate::view::FeeView;
use crate::view::StatusCode;
use crate::view::VerdictCode;

/// What stands in a cell of which nothing is known.
const NOTHING: &str = "–";
/// The state fee for the card; its id in the pack.
const CARD_FEE: &str = "residence_permit_card";

/// Everything that the cover sheet takes from the assessment.
pub(crate) fn give(
    knowledge: &Knowledge,
    case: &Case,
    lang: Lang,
    on: NaiveDate,
    given: &mut Given,
) {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let assessed = assessment::assess(knowledge, case, on);
    let view = assessment::view(&speaker, &assessed);
    let sums: Vec<Option<i64>> = assessed
        .fees
        .iter()
        .map(|fee| fee.due.as_ref().unwrap_or(&fee.sum).tiyn)
        .collect();
    let mut rows = |name: &str, rows: Vec<Vec<String>>| {
        given.rows.insert(name.to_owned(), rows);
    };
    rows("checklist", checklist(&view));
    rows("stages", stages(&speaker, &view));
    rows("fees", fees(&view, &sums, lang));
    rows("deadlines", deadlines(&view));
    let mut lines = |name: &str, lines: Vec<String>| {
        given.lines.insert(name.to_owned(), lines);
    };
    lines("answer", vec![view.heading.clone()]);
    lines("window", vec![view.window.text.clone()]);
    lines("fee_notes", fee_notes(&view));
    lines("disclaimer", vec![view.disclaimer]);
}

fn text(day: Option<&crate::view::DayView>) -> String {
    day.map_or_else(|| NOTHING.to_owned(), |day| day.text.clone())
}

/// A row a paper that has to be handed in, or may have to.
fn checklist(view: &AssessmentView) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for requirement in &view.requirements {
        match requirement.finding.verdict {
            VerdictCode::Yes | VerdictCode::Undecided => {}
            VerdictCode::No | VerdictCode::DoesNotApply => continue,
        }
        let row = |title: String, issued: String, last: String, status: StatusCode, words: &str| {
            let held = match status {
                StatusCode::InHand => "x".to_owned(),
                StatusCode::NotNeeded
                | StatusCode::Open
                | StatusCode::NotSaid
                | StatusCode::Missing
                | StatusCode::DateMissing
                | StatusCode::NotYet
                | StatusCode::WillBeOutOfDate
                | StatusCode::OutOfDate
                | StatusCode::WrongSum
                | StatusCode::SumOpen
                | StatusCode::NoneInCountry => String::new(),
            };
            vec![
                held,
                requirement.number.clone(),
                title,
                issued,
                last,
                words.to_owned(),
            ]
        };
        if requirement.papers.is_empty() {
            rows.push(row(
                requirement.title.clone(),
                NOTHING.to_owned(),
                NOTHING.to_owned(),
                requirement.status,
                &requirement.status_text,
            ));
        }
        for paper in &requirement.papers {
            let of = paper.country.as_ref().or(paper.person.as_ref());
            let title = match of {
                Some(of) => format!("{} ({of})", requirement.title),
                None => requirement.title.clone(),
            };
            rows.push(row(
                title,
                text(paper.issued.as_ref()),
                text(paper.last_good_day.as_ref()),
                paper.status,
                &paper.status_text,
            ));
        }
    }
    rows
}

fn stages(speaker: &Speaker<'_>, view: &AssessmentView) -> Vec<Vec<String>> {
    view.stages
        .stages
        .iter()
        .filter(|stage| match stage.finding.verdict {
            VerdictCode::Yes | VerdictCode::Undecided => true,
            VerdictCode::No | VerdictCode::DoesNotApply => false,
        })
        .map(|stage| {
            // That the paper of a stage is not in hand does not mean that the stage was not passed.
            let passed = if stage.done {
                speaker.say("answer.yes")
            } else {
                NOTHING.to_owned()
            };
            vec![
                stage.title.clone(),
                stage
                    .term
                    .as_ref()
                    .map_or_else(|| NOTHING.to_owned(), |term| term.text.clone()),
                text(stage.start_by.as_ref()),
                text(stage.over_by.as_ref()),
                passed,
            ]
        })
        .collect()
}

fn fees(view: &AssessmentView, sums: &[Option<i64>], lang: Lang) -> Vec<Vec<String>> {
    view.fees
        .iter()
        .zip(sums)
        .filter_map(|(fee, tiyn)| fee_row(fee, *tiyn, lang))
        .collect()
}

/// Title, working, sum in figures and words, source; none for a fee that the person does not pay.
fn fee_row(fee: &FeeView, tiyn: Option<i64>, lang: Lang) -> Option<Vec<String>> {
    match fee.finding.verdict {
        VerdictCode::Yes | VerdictCode::Undecided => {}
        VerdictCode::No | VerdictCode::DoesNotApply => return None,
    }
    let sum = fee.due.as_ref().unwrap_or(&fee.sum);
    let why = || {
        let reasons = sum.whys.iter().chain(&fee.finding.reasons);
        reasons.map(|why| why.text.clone()).next()
    };
    let words = match (fee.finding.verdict, tiyn) {
        (VerdictCode::Yes, Some(tiyn)) => money_in_words(lang, tiyn),
        (VerdictCode::Undecided, Some(tiyn)) => {
            format!(
                "{}: {}",
                fee.finding.verdict_text,
                money_in_words(lang, tiyn)
            )
        }
        (
            VerdictCode::Yes | VerdictCode::No | VerdictCode::Undecided | VerdictCode::DoesNotApply,
            _,
        ) => why().unwrap_or_else(|| NOTHING.to_owned()),
    };
    Some(vec![
        sum.title.clone(),
        sum.working.clone().unwrap_or_else(|| NOTHING.to_owned()),
        words,
        sum.source
            .as_ref()
            .or(fee.finding.source.as_ref())
            .map_or_else(|| NOTHING.to_owned(), |source| source.text.clone()),
    ])
}

/// What to write into the payment, and the index of which day counts.
fn fee_notes(view: &AssessmentView) -> Vec<String> {
    view.payment_details
        .iter()
        .map(|detail| format!("{}: {}", detail.title, detail.text))
        .collect()
}

/// The days still to come, in their order.
fn deadlines(view: &AssessmentView) -> Vec<Vec<String>> {
    view.agenda
        .entries
        .iter()
        .filter(|entry| match entry.state {
            AgendaStateCode::Ahead | AgendaStateCode::Today => entry.day.is_some(),
            AgendaStateCode::Passed
            | AgendaStateCode::Done
            | AgendaStateCode::NeedsAnswer
            | AgendaStateCode::NotKnown
            | AgendaStateCode::IfItHappens => false,
        })
        .map(|entry| {
            let title = match &entry.about {
                Some(about) => format!("{} ({about})", entry.title),
                None => entry.title.clone(),
            };
            vec![
                text(entry.day.as_ref()),
                format!("{title}. {}", entry.what),
                entry
                    .finding
                    .source
                    .as_ref()
                    .map_or_else(|| NOTHING.to_owned(), |source| source.text.clone()),
            ]
        })
        .collect()
}

/// The fee for the card, as the sheet for it says it.
pub(crate) fn give_card(
    knowledge: &Knowledge,
    case: &Case,
    lang: Lang,
    on: NaiveDate,
    given: &mut Given,
) {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let assessed = assessment::assess(knowledge, case, on);
    let view = assessment::view(&speaker, &assessed);
    let lines = view
        .fees
        .iter()
        .zip(&assessed.fees)
        .filter(|(fee, _)| fee.finding.id == CARD_FEE)
        .filter_map(|(fee, found)| {
            let tiyn = found.due.as_ref().unwrap_or(&found.sum).tiyn;
            fee_row(fee, tiyn, lang)
        })
        .map(|row| {
            let known: Vec<String> = row.into_iter().filter(|cell| cell != NOTHING).collect();
            known.join("; ")
        })
        .collect();
    given.lines.insert("card_fee".to_owned(), lines);
}
