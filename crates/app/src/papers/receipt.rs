//! The rows of the readable receipt: verdicts with reasons and sources, and the hashes of what was put in. Facts are named
//! without their answers.

use qonys_texts::Lang;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment;
use crate::case::Case;
use crate::error::AppError;
use crate::forms::Given;
use crate::knowledge::Knowledge;
use crate::papers::cover::other_days;
use crate::papers::paper_day::PaperDay;
use crate::receipt::receipt;
use crate::speak::Speaker;
use crate::view::FindingView;
use crate::view::ReasonView;

/// The kind of reason that holds an answer.
const FACT: &str = "fact";

/// Everything that the receipt takes from the assessment.
///
/// # Errors
/// When the files that are built in cannot be read.
pub(crate) fn give(
    knowledge: &Knowledge,
    case: &Case,
    lang: Lang,
    of: PaperDay,
    given: &mut Given,
) -> Result<(), AppError> {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let on = of.day();
    let known = of.known(knowledge, case);
    let filing_day = known.filing_day(knowledge, on);
    let view = assessment::assess_case(knowledge, &known, on, lang);
    let row = |title: String, finding: &FindingView| {
        vec![
            title,
            finding.verdict_text.clone(),
            finding.day.text.replace(' ', "\u{a0}"),
            reasons(&speaker, finding),
            finding
                .source
                .as_ref()
                .map_or_else(String::new, |source| source.text.clone()),
        ]
    };
    let mut rows = |name: &str, rows: Vec<Vec<String>>| {
        given.rows.insert(name.to_owned(), rows);
    };
    rows(
        "may_apply",
        vec![row(text(lang, "papers.receipt.may_apply"), &view.may_apply)],
    );
    rows(
        "routes",
        view.routes
            .iter()
            .map(|route| row(route.title.clone(), &route.finding))
            .collect(),
    );
    rows(
        "grounds",
        view.grounds
            .iter()
            .map(|ground| {
                // The number of a whole article stands in the source.
                let number = Some(ground.number.as_str()).filter(|number| number.ends_with(')'));
                let title = match number {
                    Some(number) => format!("{number} {}", ground.text),
                    None => ground.text.clone(),
                };
                row(title, &ground.finding)
            })
            .collect(),
    );
    rows(
        "procedures",
        view.procedures
            .iter()
            .map(|procedure| row(procedure.title.clone(), &procedure.finding))
            .collect(),
    );
    rows(
        "requirements",
        view.requirements
            .iter()
            .map(|one| row(one.title.clone(), &one.finding))
            .collect(),
    );
    rows(
        "fees",
        view.fees
            .iter()
            .map(|fee| row(fee.sum.title.clone(), &fee.finding))
            .collect(),
    );
    let made = receipt(knowledge, case, on, false)?;
    let hash = |name: &str| {
        let value = made["sha256"][name].as_str().unwrap_or_default().to_owned();
        vec![text(lang, &format!("papers.receipt.{name}")), value]
    };
    rows(
        "hashes",
        vec![
            hash("pack"),
            hash("interview"),
            hash("answers"),
            vec![
                text(lang, "papers.receipt.engine"),
                made["engine"].as_str().unwrap_or_default().to_owned(),
            ],
        ],
    );
    let days = &view.days;
    let day = |name: &str, day: &str| {
        text_with(lang, &format!("papers.receipt.day_{name}"), &[("day", day)])
    };
    let filing = if days.handed_in {
        "handed_in"
    } else {
        "filing"
    };
    let mut said = vec![
        day("today", &days.today.text),
        day("payment", &days.payment.day.text),
        day(filing, &days.filing.day.text),
        day("decision", &days.decision.day.text),
    ];
    if !days.handed_in {
        said.extend(other_days(knowledge, lang, case, filing_day));
    }
    given.lines.insert("days".to_owned(), said);
    given
        .lines
        .insert("answer".to_owned(), vec![view.heading.clone()]);
    given
        .lines
        .insert("disclaimer".to_owned(), vec![view.disclaimer.clone()]);
    Ok(())
}

/// The reasons in words, without the answers themselves.
fn reasons(speaker: &Speaker<'_>, finding: &FindingView) -> String {
    let mut said: Vec<String> = Vec::new();
    for reason in &finding.reasons {
        let text = without_answer(speaker, reason);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join("; ")
}

fn without_answer(speaker: &Speaker<'_>, reason: &ReasonView) -> String {
    if reason.kind != FACT {
        return reason.text.trim_end_matches('.').to_owned();
    }
    // `entity/record.fact` or `entity.fact`: the question's short name says enough.
    let path = match (reason.id.split_once('/'), reason.id.rsplit_once('.')) {
        (Some((entity, _)), Some((_, fact))) => format!("{entity}.{fact}"),
        (Some(_) | None, Some(_) | None) => reason.id.clone(),
    };
    text_with(
        speaker.lang,
        "papers.receipt.answer_to",
        &[("question", &speaker.path_label(&path))],
    )
}
