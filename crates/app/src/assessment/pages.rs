//! The answer in words, page by page.

use std::collections::BTreeSet;

use qonys_law::Assessment;
use qonys_law::Calendar;
use qonys_law::GroundStage;
use qonys_law::PlannedDay;
use qonys_law::TestedOn;
use qonys_law::VerdictKind;
use qonys_texts::plural;

use crate::assessment::agenda;
use crate::assessment::around::beside_view;
use crate::assessment::around::circumstance_view;
use crate::assessment::around::procedure_view;
use crate::assessment::around::sanity_view;
use crate::assessment::changes::change_ahead_view;
use crate::assessment::changes::stay_ends;
use crate::assessment::counted::UnreadyCount;
use crate::assessment::counted::unready_count;
use crate::assessment::finding::finding;
use crate::assessment::finding::ground_view;
use crate::assessment::money;
use crate::assessment::orders::orders_view;
use crate::assessment::permit;
use crate::assessment::requirements::requirement_view;
use crate::assessment::reviews;
use crate::assessment::stages::stage_plan_view;
use crate::assessment::stay::stay_view;
use crate::assessment::sums::fee_view;
use crate::assessment::sums::together;
use crate::assessment::until_decision::until_decision_view;
use crate::assessment::window::window_view;
use crate::entry::paper_names;
use crate::speak::Speaker;
use crate::speak::verdict_code;
use crate::view::AnswerPageView;
use crate::view::ChangeAheadView;
use crate::view::DatesPageView;
use crate::view::DaysView;
use crate::view::FeeView;
use crate::view::FindingView;
use crate::view::MoneyPageView;
use crate::view::NamedView;
use crate::view::PlannedDayView;
use crate::view::ReadinessView;
use crate::view::ReasonView;
use crate::view::RouteView;
use crate::view::StayView;
use crate::view::SummaryView;

/// What every screen may show.
pub(crate) fn summary(speaker: &Speaker<'_>, assessment: &Assessment) -> SummaryView {
    let days = &assessment.days;
    let planned = |day: &PlannedDay| PlannedDayView {
        day: speaker.day(day.day),
        given: day.given,
    };
    let filing = speaker.day(days.filing.day);
    SummaryView {
        heading: heading(speaker, assessment, &filing.text),
        days: DaysView {
            today: speaker.day(days.today),
            payment: planned(&days.payment),
            filing: planned(&days.filing),
            decision: planned(&days.decision),
            handed_in: days.handed_in,
        },
        may_apply: may_apply(speaker, assessment),
        permit: permit::permit_view(speaker, assessment),
        routes: assessment
            .routes
            .iter()
            .map(|route| RouteView {
                finding: finding(speaker, &route.finding),
                title: speaker.words(&route.title),
                change: speaker.words(&route.change),
            })
            .collect(),
        disclaimer: speaker.say("disclaimer"),
    }
}

/// The page of the answer.
pub(crate) fn answer(speaker: &Speaker<'_>, assessment: &Assessment) -> AnswerPageView {
    AnswerPageView {
        grounds: assessment
            .grounds
            .iter()
            .map(|one| ground_view(speaker, one, &assessment.requirements))
            .collect(),
        procedures: assessment
            .procedures
            .iter()
            .map(|one| procedure_view(speaker, one))
            .collect(),
        requirements: assessment
            .requirements
            .iter()
            .map(|one| requirement_view(speaker, one))
            .collect(),
        readiness: readiness(speaker, assessment),
        fees: fees(speaker, assessment),
        fees_together: together(&assessment.fees).map(|tiyn| speaker.money(tiyn)),
        window: window_view(speaker, assessment, &assessment.window),
        reviews: reviews::view(speaker, &assessment.reviews),
        beside: assessment
            .beside
            .iter()
            .map(|one| beside_view(speaker, one))
            .collect(),
        circumstances: assessment
            .circumstances
            .iter()
            .map(|one| circumstance_view(speaker, one))
            .collect(),
        sanity: assessment
            .sanity
            .iter()
            .map(|one| sanity_view(speaker, one))
            .chain(paper_names(speaker, papers_needed(assessment)))
            .collect(),
    }
}

/// The keys of the papers that are needed, each once.
fn papers_needed(assessment: &Assessment) -> BTreeSet<&str> {
    assessment
        .requirements
        .iter()
        .filter(|requirement| requirement.finding.verdict.kind() == VerdictKind::Yes)
        .flat_map(|requirement| &requirement.papers)
        .map(|paper| paper.key.as_str())
        .collect()
}

/// The page of dates and stages.
pub(crate) fn dates(speaker: &Speaker<'_>, assessment: &Assessment) -> DatesPageView {
    DatesPageView {
        agenda: agenda::agenda(speaker, assessment),
        orders: orders_view(speaker, assessment),
        stages: stage_plan_view(speaker, assessment),
        until_decision: assessment
            .until_decision
            .as_ref()
            // Who cannot file waits for no decision.
            .filter(|_| !agenda::cannot_be_filed(assessment))
            .map(|found| until_decision_view(speaker, found)),
        changes_ahead: changes_ahead(speaker, assessment),
    }
}

/// What changes ahead, day by day; the end of the right to stay among it.
fn changes_ahead(speaker: &Speaker<'_>, assessment: &Assessment) -> Vec<ChangeAheadView> {
    let handed_in = assessment.days.handed_in;
    let mut all: Vec<ChangeAheadView> = assessment
        .changes_ahead
        .iter()
        // The rules of another filing day concern nobody who has filed.
        .filter(|one| !handed_in || one.tested_on != TestedOn::Filing)
        .map(|one| change_ahead_view(speaker, one))
        .collect();
    let until = assessment.stay.may_stay_until;
    let ends = until.filter(|until| !handed_in && assessment.days.today <= *until);
    if let Some(first) = ends.and_then(|until| until.succ_opt()) {
        all.push(stay_ends(speaker, first));
        all.sort_by(|a, b| a.day.iso.cmp(&b.day.iso));
    }
    all
}

/// The page of money.
pub(crate) fn money(speaker: &Speaker<'_>, assessment: &Assessment) -> MoneyPageView {
    MoneyPageView {
        fees: fees(speaker, assessment),
        fees_together: together(&assessment.fees).map(|tiyn| speaker.money(tiyn)),
        budget: money::budget(speaker, &assessment.budget),
        payment_details: assessment
            .payment_details
            .iter()
            .map(|one| money::payment_detail(speaker, one))
            .collect(),
        sum_checks: assessment
            .sum_checks
            .iter()
            .map(|one| money::sum_check(speaker, one))
            .collect(),
    }
}

/// The page of the stay.
pub(crate) fn stay(speaker: &Speaker<'_>, assessment: &Assessment) -> StayView {
    stay_view(speaker, &assessment.stay)
}

fn fees(speaker: &Speaker<'_>, assessment: &Assessment) -> Vec<FeeView> {
    assessment
        .fees
        .iter()
        .map(|fee| fee_view(speaker, fee))
        .collect()
}

/// The answer: the right to apply with whether the papers are ready for it, and that the stay is over on that day, where it is.
fn heading(speaker: &Speaker<'_>, assessment: &Assessment, day: &str) -> String {
    if assessment.days.handed_in {
        return handed_in(speaker, assessment, day);
    }
    let more = [
        stay_over(speaker, assessment),
        away(speaker, assessment),
        day_off(speaker, assessment),
    ];
    more.into_iter()
        .flatten()
        .fold(right_to_apply(speaker, assessment, day), |said, next| {
            one_after_another(&said, &next)
        })
}

/// Two sentences of a heading, which ends without a full stop.
fn one_after_another(said: &str, next: &str) -> String {
    // A Russian day ends in a full stop of its own.
    format!("{}. {next}", said.trim_end_matches('.'))
}

/// That the papers are handed in, by when the decision is expected, and what may stand against it: nobody chooses another day now.
fn handed_in(speaker: &Speaker<'_>, assessment: &Assessment, day: &str) -> String {
    let days = &assessment.days;
    let decision = speaker.day(days.decision.day).text;
    let key = if days.today <= days.decision.day {
        "heading.handed_in.waiting"
    } else {
        "heading.handed_in.over"
    };
    let said = speaker.say_with(key, &[("day", day), ("decision", &decision)]);
    let doubt = match assessment.may_apply.verdict.kind() {
        VerdictKind::Yes | VerdictKind::DoesNotApply => return said,
        VerdictKind::Undecided => speaker.say("heading.handed_in.undecided"),
        VerdictKind::No => speaker.say("heading.handed_in.against"),
    };
    one_after_another(&said, &doubt)
}

/// That the day chosen for filing is a day off, where the calendar of that day is known.
fn day_off(speaker: &Speaker<'_>, assessment: &Assessment) -> Option<String> {
    let filing = assessment.days.filing;
    let held = permit::is_held(assessment);
    let off = Calendar::of(&speaker.knowledge.pack)
        .kind(filing.day)
        .is_ok_and(|kind| !kind.working);
    (filing.given && off && !held).then(|| speaker.say("heading.day_off"))
}

/// That one may no longer be in the country on the filing day, and what comes first. No rule that we know makes a lawful stay a
/// condition of filing, so the right by the route stands; but an overstay is an offence, and its penalty a ground for refusal.
fn stay_over(speaker: &Speaker<'_>, assessment: &Assessment) -> Option<String> {
    if !is_stay_over(assessment) {
        return None;
    }
    let (key, until) = match assessment.stay.may_stay_until {
        Some(until) if until < assessment.days.today => ("heading.stay_over.ended", Some(until)),
        Some(until) => ("heading.stay_over.ends", Some(until)),
        None => ("heading.stay_over.no_day", None),
    };
    let until = until.map_or_else(String::new, |day| speaker.day(day).text);
    Some(speaker.say_with(key, &[("until", &until)]))
}

/// That whoever has the right to apply is abroad on the filing day, by the visits: the papers are handed in by oneself, in the country.
fn away(speaker: &Speaker<'_>, assessment: &Assessment) -> Option<String> {
    let filing = assessment.days.filing.day;
    let abroad = assessment.stay.may_stay.on(filing).kind() == VerdictKind::DoesNotApply;
    let may_apply = assessment.may_apply.verdict.kind() == VerdictKind::Yes;
    (abroad && may_apply && !assessment.stay.permit_held).then(|| speaker.say("heading.away"))
}

/// Whether the right to stay is surely over on the filing day.
fn is_stay_over(assessment: &Assessment) -> bool {
    let filing = assessment.days.filing.day;
    assessment.stay.may_stay.on(filing).kind() == VerdictKind::No
}

fn right_to_apply(speaker: &Speaker<'_>, assessment: &Assessment, day: &str) -> String {
    // Whoever holds the permit has nothing to apply for, whatever the routes say.
    if permit::is_held(assessment) {
        return speaker.say(&permit::heading(assessment));
    }
    let readiness = &assessment.readiness;
    let counted = |key: &str| {
        let UnreadyCount { least, most } = unready_count(assessment);
        let between = match least {
            _ if least == most => "",
            0 if key == "open" => "_list",
            0.. => "_between",
        };
        plural(
            speaker.lang,
            &format!("findings.heading.{key}{between}"),
            i64::try_from(most).unwrap_or(i64::MAX),
            &[("day", day), ("least", &least.to_string())],
        )
    };
    let key = match (assessment.may_apply.verdict.kind(), readiness.verdict) {
        (VerdictKind::Yes, VerdictKind::No | VerdictKind::Undecided) => {
            let key = if readiness.not_ready.is_empty() {
                "open"
            } else {
                "not_ready"
            };
            return counted(key);
        }
        (VerdictKind::Yes, VerdictKind::Yes | VerdictKind::DoesNotApply) => "heading.yes",
        (VerdictKind::No, _) => "heading.no",
        (VerdictKind::Undecided, _) => "heading.undecided",
        (VerdictKind::DoesNotApply, _) => "heading.does_not_apply",
    };
    speaker.say_with(key, &[("day", day)])
}

fn readiness(speaker: &Speaker<'_>, assessment: &Assessment) -> ReadinessView {
    // The office has taken the papers: what is not said of them is nothing to collect.
    if assessment.days.handed_in {
        return ReadinessView {
            may_file: verdict_code(VerdictKind::DoesNotApply),
            verdict: verdict_code(VerdictKind::DoesNotApply),
            not_ready: Vec::new(),
            open: Vec::new(),
        };
    }
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
        // Whether papers are taken from somebody whose stay is over, the office decides.
        (VerdictKind::Yes, VerdictKind::Yes | VerdictKind::DoesNotApply)
            if !is_stay_over(assessment) =>
        {
            VerdictKind::Yes
        }
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
