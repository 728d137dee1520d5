//! The assessment of a case in words of one language.

mod agenda;
mod around;
mod changes;
mod comparison;
mod finding;
mod money;
mod obtaining;
mod orders;
mod requirements;
mod reviews;
mod stages;
mod stay;
mod sums;
mod until_decision;
mod window;

pub(crate) use obtaining::legalisation_view;
pub(crate) use obtaining::obtaining_view;
pub(crate) use requirements::status_code;
pub(crate) use requirements::status_text;

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::GroundStage;
use qonys_law::PlannedDay;
use qonys_law::VerdictKind;
use qonys_texts::Lang;
use qonys_texts::plural;

use crate::assessment::around::beside_view;
use crate::assessment::around::circumstance_view;
use crate::assessment::around::procedure_view;
use crate::assessment::around::sanity_view;
use crate::assessment::changes::change_ahead_view;
use crate::assessment::comparison::comparison_view;
use crate::assessment::finding::finding;
use crate::assessment::finding::ground_view;
use crate::assessment::orders::orders_view;
use crate::assessment::requirements::requirement_view;
use crate::assessment::stages::stage_plan_view;
use crate::assessment::stay::stay_view;
use crate::assessment::sums::fee_view;
use crate::assessment::sums::together;
use crate::assessment::until_decision::until_decision_view;
use crate::assessment::window::window_view;
use crate::case::Case;
use crate::knowledge::Knowledge;
use crate::speak::Speaker;
use crate::speak::verdict_code;
use crate::view::AssessmentView;
use crate::view::DaysView;
use crate::view::FindingView;
use crate::view::NamedView;
use crate::view::PlannedDayView;
use crate::view::ReadinessView;
use crate::view::ReasonView;
use crate::view::RouteView;
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
    let mut assessment = qonys_law::assess(
        &knowledge.pack,
        &knowledge.interview,
        &case.answers,
        &case.plan.on(today),
    );
    assessment.days.filing.given = case.plan.filing.is_some();
    assessment
}

/// An assessment in words.
pub(crate) fn view(speaker: &Speaker<'_>, assessment: &Assessment) -> AssessmentView {
    let days = &assessment.days;
    let planned = |day: &PlannedDay| PlannedDayView {
        day: speaker.day(day.day),
        given: day.given,
    };
    let filing = speaker.day(days.filing.day);
    AssessmentView {
        language: speaker.lang.code().to_owned(),
        heading: heading(speaker, assessment, &filing.text),
        days: DaysView {
            today: speaker.day(days.today),
            payment: planned(&days.payment),
            filing: planned(&days.filing),
            decision: planned(&days.decision),
        },
        may_apply: may_apply(speaker, assessment),
        routes: assessment
            .routes
            .iter()
            .map(|route| RouteView {
                finding: finding(speaker, &route.finding),
                title: speaker.words(&route.title),
                change: speaker.words(&route.change),
            })
            .collect(),
        grounds: assessment
            .grounds
            .iter()
            .map(|ground| ground_view(speaker, ground))
            .collect(),
        procedures: assessment
            .procedures
            .iter()
            .map(|procedure| procedure_view(speaker, procedure))
            .collect(),
        requirements: assessment
            .requirements
            .iter()
            .map(|requirement| requirement_view(speaker, requirement))
            .collect(),
        fees: assessment
            .fees
            .iter()
            .map(|fee| fee_view(speaker, fee))
            .collect(),
        readiness: readiness(speaker, assessment),
        fees_together: together(&assessment.fees).map(|tiyn| speaker.money(tiyn)),
        budget: money::budget(speaker, &assessment.budget),
        tariffs: assessment
            .tariffs
            .iter()
            .map(|tariff| money::tariff(speaker, tariff))
            .collect(),
        payment_details: assessment
            .payment_details
            .iter()
            .map(|detail| money::payment_detail(speaker, detail))
            .collect(),
        sum_checks: assessment
            .sum_checks
            .iter()
            .map(|check| money::sum_check(speaker, check))
            .collect(),
        window: window_view(speaker, assessment, &assessment.window),
        reviews: reviews::view(speaker, &assessment.reviews),
        agenda: agenda::agenda(speaker, assessment),
        orders: orders_view(speaker, assessment),
        comparison: comparison_view(speaker, assessment),
        stages: stage_plan_view(speaker, assessment),
        until_decision: assessment
            .until_decision
            .as_ref()
            .map(|found| until_decision_view(speaker, found)),
        changes_ahead: assessment
            .changes_ahead
            .iter()
            .map(|change| change_ahead_view(speaker, change))
            .collect(),
        stay: stay_view(speaker, &assessment.stay),
        beside: assessment
            .beside
            .iter()
            .map(|beside| beside_view(speaker, beside))
            .collect(),
        circumstances: assessment
            .circumstances
            .iter()
            .map(|circumstance| circumstance_view(speaker, circumstance))
            .collect(),
        sanity: assessment
            .sanity
            .iter()
            .map(|sanity| sanity_view(speaker, sanity))
            .collect(),
        disclaimer: speaker.say("disclaimer"),
    }
}

/// The answer in one sentence: the right to apply, and whether the papers are ready for it.
fn heading(speaker: &Speaker<'_>, assessment: &Assessment, day: &str) -> String {
    let readiness = &assessment.readiness;
    let counted = |key: &str, papers: &[String]| {
        plural(
            speaker.lang,
            &format!("findings.heading.{key}"),
            i64::try_from(papers.len()).unwrap_or(i64::MAX),
            &[("day", day)],
        )
    };
    let key = match (assessment.may_apply.verdict.kind(), readiness.verdict) {
        (VerdictKind::Yes, VerdictKind::No | VerdictKind::Undecided) => {
            let papers = [readiness.not_ready.as_slice(), &readiness.open].concat();
            let key = if readiness.not_ready.is_empty() {
                "open"
            } else {
                "not_ready"
            };
            return counted(key, &papers);
        }
        (VerdictKind::Yes, VerdictKind::Yes | VerdictKind::DoesNotApply) => "heading.yes",
        (VerdictKind::No, _) => "heading.no",
        (VerdictKind::Undecided, _) => "heading.undecided",
        (VerdictKind::DoesNotApply, _) => "heading.does_not_apply",
    };
    speaker.say_with(key, &[("day", day)])
}

fn readiness(speaker: &Speaker<'_>, assessment: &Assessment) -> ReadinessView {
    let titles = |ids: &[String]| {
        assessment
            .requirements
            .iter()
            .filter(|requirement| ids.contains(&requirement.finding.id))
            .map(|requirement| NamedView {
                id: requirement.finding.id.clone(),
                title: speaker.words(&requirement.title),
            })
            .collect()
    };
    let papers = assessment.readiness.verdict;
    let may_file = match (assessment.may_apply.verdict.kind(), papers) {
        (VerdictKind::No, _) | (_, VerdictKind::No) => VerdictKind::No,
        (VerdictKind::Yes, VerdictKind::Yes | VerdictKind::DoesNotApply) => VerdictKind::Yes,
        (VerdictKind::Yes | VerdictKind::Undecided | VerdictKind::DoesNotApply, _) => {
            VerdictKind::Undecided
        }
    };
    ReadinessView {
        may_file: verdict_code(may_file),
        verdict: verdict_code(papers),
        not_ready: titles(&assessment.readiness.not_ready),
        open: titles(&assessment.readiness.open),
    }
}

/// The roll-up with the routes and grounds that decided it as its reasons.
fn may_apply(speaker: &Speaker<'_>, assessment: &Assessment) -> FindingView {
    let mut shown = finding(speaker, &assessment.may_apply);
    let decided = assessment.may_apply.verdict.kind();
    for route in &assessment.routes {
        if decided == VerdictKind::Yes && route.finding.verdict.kind() == VerdictKind::Yes {
            shown.reasons.push(ReasonView {
                kind: "route".to_owned(),
                id: route.finding.id.clone(),
                text: speaker.words(&route.title),
                verdict: Some(verdict_code(VerdictKind::Yes)),
            });
        }
    }
    for ground in &assessment.grounds {
        if ground.stage == GroundStage::Application
            && ground.finding.verdict.kind() == VerdictKind::Yes
        {
            shown.reasons.push(ReasonView {
                kind: "ground".to_owned(),
                id: ground.finding.id.clone(),
                text: format!(
                    "{}{}",
                    item_before(&ground.number),
                    speaker.words(&ground.text)
                ),
                verdict: Some(verdict_code(VerdictKind::Yes)),
            });
        }
    }
    shown
}

/// The number of an item before its words; the number of a whole article stands in the source.
fn item_before(number: &str) -> String {
    if number.ends_with(')') {
        format!("{number} ")
    } else {
        String::new()
    }
}
