//! What is paid, on the cover sheet and on the sheet for the card: sums that are known, sums for orientation only, and
//! what nobody knows, each called so.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::Value;
use qonys_texts::Lang;
use qonys_texts::money_in_words;
use qonys_texts::text_with;

use crate::assessment;
use crate::case::Case;
use crate::forms::Given;
use crate::knowledge::Knowledge;
use crate::papers::cover::NOTHING;
use crate::papers::cover::filed_on;
use crate::papers::sentences::sentences;
use crate::speak::Speaker;
use crate::view::AssessmentView;
use crate::view::BudgetPartView;
use crate::view::FeeView;
use crate::view::PartStateCode;
use crate::view::SumView;
use crate::view::VerdictCode;

/// The state fees for the card and, for a stateless person, for the certificate; their ids in the pack.
const CARD_FEES: [&str; 2] = ["residence_permit_card", STATELESS_FEE];

/// The state fee for the certificate of a stateless person; its id in the pack.
const STATELESS_FEE: &str = "stateless_certificate";

/// Title, working, sum in figures and words, source: the fees of the person, and the same fee where it may be paid for
/// others too, as for the children of the application.
pub(super) fn rows(
    speaker: &Speaker<'_>,
    view: &AssessmentView,
    assessed: &Assessment,
) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (fee, known) in view.fees.iter().zip(&assessed.fees) {
        let tiyn = known.due.as_ref().unwrap_or(&known.sum).tiyn;
        found.extend(fee_row(fee, tiyn, speaker.lang));
        let parts = view.budget.stages.iter().flat_map(|stage| &stage.parts);
        found.extend(
            parts
                .filter(|part| open_part(part, &known.sum.id))
                .map(part_row),
        );
    }
    found
}

/// A part of the budget with the unit price of a fee of which it is not decided whether it is paid.
fn open_part(part: &BudgetPartView, fee: &str) -> bool {
    let undecided = match part.state {
        PartStateCode::Open => true,
        PartStateCode::Counted | PartStateCode::NotKnown | PartStateCode::Possible => false,
    };
    undecided
        && part
            .whys
            .iter()
            .any(|why| why.kind == "text" || why.kind == "not_known")
        && part.unit.as_ref().is_some_and(|unit| unit.id == fee)
}

fn part_row(part: &BudgetPartView) -> Vec<String> {
    let whys = part.whys.iter().map(|why| why.text.as_str());
    let said = sentences(std::iter::once(part.text.as_str()).chain(whys));
    let unit = part.unit.as_ref();
    vec![
        part.title.clone(),
        unit.and_then(|unit| unit.working.clone())
            .unwrap_or_else(|| NOTHING.to_owned()),
        said,
        part.source
            .as_ref()
            .or(unit.and_then(|unit| unit.source.as_ref()))
            .map_or_else(|| NOTHING.to_owned(), |source| source.text.clone()),
    ]
}

/// None for a fee that the person does not pay.
fn fee_row(fee: &FeeView, tiyn: Option<i64>, lang: Lang) -> Option<Vec<String>> {
    match fee.finding.verdict {
        VerdictCode::Yes | VerdictCode::Undecided => {}
        VerdictCode::No | VerdictCode::DoesNotApply => return None,
    }
    let sum = fee.due.as_ref().unwrap_or(&fee.sum);
    Some(vec![
        sum.title.clone(),
        sum.working.clone().unwrap_or_else(|| NOTHING.to_owned()),
        words(fee, sum, tiyn, lang).join(" "),
        source(fee, sum),
    ])
}

fn source(fee: &FeeView, sum: &SumView) -> String {
    sum.source
        .as_ref()
        .or(fee.finding.source.as_ref())
        .map_or_else(|| NOTHING.to_owned(), |source| source.text.clone())
}

/// The sum in figures and words; where it is not known why, and what it would be by the last index that is known.
fn words(fee: &FeeView, sum: &SumView, tiyn: Option<i64>, lang: Lang) -> Vec<String> {
    let why = || {
        let reasons = sum.whys.iter().chain(&fee.finding.reasons);
        reasons
            .map(|why| format!("{}.", why.text.trim_end_matches('.')))
            .next()
    };
    match (fee.finding.verdict, tiyn) {
        (VerdictCode::Yes, Some(tiyn)) => vec![money_in_words(lang, tiyn)],
        (VerdictCode::Undecided, Some(tiyn)) => vec![format!(
            "{}: {}",
            fee.finding.verdict_text,
            money_in_words(lang, tiyn)
        )],
        (
            VerdictCode::Yes | VerdictCode::No | VerdictCode::Undecided | VerdictCode::DoesNotApply,
            _,
        ) => {
            let orientation = sum.orientation.as_ref().map(|known| known.text.clone());
            let said: Vec<String> = why().into_iter().chain(orientation).collect();
            if said.is_empty() {
                vec![NOTHING.to_owned()]
            } else {
                said
            }
        }
    }
}

/// What to write into the payment, each with its remarks: which of it was never seen in a text.
pub(super) fn payment(view: &AssessmentView) -> Vec<String> {
    view.payment_details
        .iter()
        .map(|detail| {
            let first = format!("{}: {}", detail.title, detail.text);
            let notes = detail.notes.iter().map(|note| note.text.as_str());
            sentences(std::iter::once(first.as_str()).chain(notes))
        })
        .collect()
}

/// Whether a fee is that for the document that the person gets: the certificate for a stateless person, else the card.
fn applies(fee: &FeeView, case: &Case) -> bool {
    let stateless = matches!(
        case.answers.value("applicant", "status"),
        Some(Value::Choice(status)) if status == "stateless"
    );
    (fee.finding.id == STATELESS_FEE) == stateless
}

/// The fee for the card, as the sheet for it says it.
pub(super) fn give_card(
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
    let assessed = assessment::assess(knowledge, &filed_on(knowledge, case, on), on);
    let view = assessment::view(&speaker, &assessed);
    let mut lines = Vec::new();
    let paid = |fee: &FeeView| match fee.finding.verdict {
        VerdictCode::Yes | VerdictCode::Undecided => true,
        VerdictCode::No | VerdictCode::DoesNotApply => false,
    };
    let fees: Vec<_> = view
        .fees
        .iter()
        .zip(&assessed.fees)
        .filter(|(fee, _)| CARD_FEES.contains(&fee.finding.id.as_str()))
        .collect();
    // Nobody gets both documents: where one of the fees is paid, the other is not spoken of.
    let any_paid = fees.iter().any(|(fee, _)| paid(fee));
    let spoken: Vec<_> = fees
        .into_iter()
        .filter(|(fee, _)| {
            if any_paid {
                paid(fee)
            } else {
                applies(fee, case)
            }
        })
        .collect();
    // While it is open which of the two documents it will be, each sum says of which it is.
    let both = spoken.len() > 1;
    for (fee, found) in spoken {
        let sum = fee.due.as_ref().unwrap_or(&fee.sum);
        if both {
            lines.push(format!("{}:", sum.title));
        }
        match fee.finding.verdict {
            VerdictCode::Yes | VerdictCode::Undecided => {
                lines.extend(words(
                    fee,
                    sum,
                    found.due.as_ref().unwrap_or(&found.sum).tiyn,
                    lang,
                ));
            }
            VerdictCode::No | VerdictCode::DoesNotApply => {
                let why = fee.finding.reasons.first();
                lines.push(text_with(
                    lang,
                    "papers.cover.not_paid",
                    &[("why", why.map_or(NOTHING, |why| why.text.as_str()))],
                ));
            }
        }
        lines.push(text_with(
            lang,
            "papers.cover.where_it_stands",
            &[("source", &source(fee, sum))],
        ));
    }
    given.lines.insert("card_fee".to_owned(), lines);
}
