//! The assessment of a case in words of one language.

pub(crate) mod after;
mod agenda;
mod around;
mod changes;
pub(crate) mod comparison;
pub(crate) mod counted;
mod finding;
mod money;
mod obtaining;
mod orders;
pub(crate) mod pages;
pub(crate) mod permit;
pub(crate) mod requirements;
mod reviews;
mod stages;
mod stay;
mod sums;
mod until_decision;
mod window;

pub(crate) use agenda::ASSUMED;
pub(crate) use agenda::OVERDUE;
pub(crate) use obtaining::legalisation_view;
pub(crate) use obtaining::obtaining_view;
pub(crate) use requirements::status_code;
pub(crate) use requirements::status_text;

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_texts::Lang;

use crate::assessment::comparison::comparison_view;
use crate::assessment::stay::stay_view;
use crate::case::Case;
use crate::knowledge::Knowledge;
use crate::speak::Speaker;
use crate::view::AssessmentView;
use crate::view::StayView;
use crate::view::WindowAnswer;

/// Assesses a case on a day and says it in a language.
#[must_use]
pub fn assess_case(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    lang: Lang,
) -> AssessmentView {
    let assessment = assess(knowledge, case, today);
    view(
        &Speaker {
            knowledge,
            answers: &case.answers,
            lang,
        },
        &assessment,
    )
}

/// The filing window of a case with what belongs to it, in a language.
#[must_use]
pub fn window_answer(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    lang: Lang,
) -> WindowAnswer {
    let whole = assess_case(knowledge, case, today, lang);
    WindowAnswer {
        language: whole.language,
        days: whole.days,
        window: whole.window,
        orders: whole.orders,
        stages: whole.stages,
        until_decision: whole.until_decision,
        changes_ahead: whole.changes_ahead,
        disclaimer: whole.disclaimer,
    }
}

/// Says what holds of a person's stays on a day, without the rest of an assessment.
#[must_use]
pub fn assess_stays(
    knowledge: &Knowledge,
    answers: &qonys_law::Answers,
    today: NaiveDate,
    lang: Lang,
) -> StayView {
    let found = qonys_law::assess_stay(&knowledge.pack, &knowledge.interview, answers, today);
    let speaker = Speaker {
        knowledge,
        answers,
        lang,
    };
    stay_view(&speaker, &found)
}

/// Assesses a case on a day. Without a filing day one thinks of filing today, which is then assumed, not given.
pub(crate) fn assess(knowledge: &Knowledge, case: &Case, today: NaiveDate) -> Assessment {
    qonys_law::assess(
        &knowledge.pack,
        &knowledge.interview,
        &case.answers,
        &case.plan.on(today),
    )
}

/// An assessment in words.
pub(crate) fn view(speaker: &Speaker<'_>, assessment: &Assessment) -> AssessmentView {
    let summary = pages::summary(speaker, assessment);
    let answer = pages::answer(speaker, assessment);
    let dates = pages::dates(speaker, assessment);
    let money = pages::money(speaker, assessment);
    AssessmentView {
        language: speaker.lang.code().to_owned(),
        days: summary.days,
        may_apply: summary.may_apply,
        heading: summary.heading,
        routes: summary.routes,
        grounds: answer.grounds,
        procedures: answer.procedures,
        requirements: answer.requirements,
        readiness: answer.readiness,
        fees: answer.fees,
        fees_together: answer.fees_together,
        budget: money.budget,
        tariffs: assessment
            .tariffs
            .iter()
            .map(|tariff| money::tariff(speaker, tariff))
            .collect(),
        payment_details: money.payment_details,
        sum_checks: money.sum_checks,
        window: answer.window,
        reviews: answer.reviews,
        agenda: dates.agenda,
        orders: dates.orders,
        comparison: comparison_view(speaker, assessment),
        stages: dates.stages,
        until_decision: dates.until_decision,
        changes_ahead: dates.changes_ahead,
        stay: pages::stay(speaker, assessment),
        beside: answer.beside,
        circumstances: answer.circumstances,
        sanity: answer.sanity,
        disclaimer: summary.disclaimer,
    }
}
