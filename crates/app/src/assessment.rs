//! The assessment of a case in words of one language.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::FeeFinding;
use qonys_law::Finding;
use qonys_law::GroundFinding;
use qonys_law::GroundStage;
use qonys_law::NoteShown;
use qonys_law::PaperFinding;
use qonys_law::PaperStatus;
use qonys_law::PlannedDay;
use qonys_law::RequirementFinding;
use qonys_law::Stretch;
use qonys_law::Sum;
use qonys_law::VerdictKind;
use qonys_law::Window;
use qonys_texts::Lang;
use qonys_texts::plural;

use crate::case::Case;
use crate::knowledge::Knowledge;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::AssessmentView;
use crate::view::ChangeView;
use crate::view::DaysView;
use crate::view::DecidingView;
use crate::view::FeeView;
use crate::view::FindingView;
use crate::view::GroundView;
use crate::view::NamedView;
use crate::view::NoteView;
use crate::view::OrientationView;
use crate::view::PaperView;
use crate::view::PlannedDayView;
use crate::view::ProcedureView;
use crate::view::ReadinessView;
use crate::view::ReasonView;
use crate::view::RequirementView;
use crate::view::RouteView;
use crate::view::StatusCode;
use crate::view::SumView;
use crate::view::WindowStretchView;
use crate::view::WindowView;

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
            .map(|procedure| ProcedureView {
                finding: finding(speaker, &procedure.finding),
                title: speaker.words(&procedure.title),
                adds_to: procedure.adds_to.clone(),
                replaced_by: procedure.replaced_by.clone(),
            })
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
        window: window_view(speaker, assessment, &assessment.window),
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
                text: format!("{} {}", ground.number, speaker.words(&ground.text)),
                verdict: Some(verdict_code(VerdictKind::Yes)),
            });
        }
    }
    shown
}

fn finding(speaker: &Speaker<'_>, finding: &Finding) -> FindingView {
    let mut reasons: Vec<ReasonView> = finding
        .reasons
        .iter()
        .map(|reason| speaker.reason(reason))
        .collect();
    for why in finding.verdict.whys() {
        let shown = speaker.why(&why);
        if !reasons
            .iter()
            .any(|known| known.kind == shown.kind && known.id == shown.id)
        {
            reasons.push(shown);
        }
    }
    if let Some(because) = &finding.absent_because {
        reasons.push(ReasonView {
            kind: "absent".to_owned(),
            id: finding.id.clone(),
            text: speaker.words(because),
            verdict: None,
        });
    }
    FindingView {
        id: finding.id.clone(),
        verdict: verdict_code(finding.verdict.kind()),
        verdict_text: speaker.verdict(finding.verdict.kind()),
        day: speaker.day(finding.day),
        reasons,
        deciding: finding
            .deciding
            .iter()
            .map(|set| DecidingView {
                facts: set.iter().map(ToString::to_string).collect(),
                text: set
                    .iter()
                    .map(|fact| speaker.label(fact))
                    .collect::<Vec<_>>()
                    .join("; "),
            })
            .collect(),
        changes: changes(speaker, &finding.stretches),
        source: finding.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(finding.standing),
        standing_text: speaker.standing(finding.standing),
    }
}

fn changes(speaker: &Speaker<'_>, stretches: &[Stretch<VerdictKind>]) -> Vec<ChangeView> {
    let last = stretches.len().saturating_sub(1);
    stretches
        .iter()
        .enumerate()
        .map(|(place, stretch)| ChangeView {
            from: (place > 0).then(|| speaker.day(stretch.from)),
            until: (place < last).then(|| speaker.day(stretch.until)),
            verdict: verdict_code(stretch.value),
            verdict_text: speaker.verdict(stretch.value),
        })
        .collect()
}

fn ground_view(speaker: &Speaker<'_>, ground: &GroundFinding) -> GroundView {
    let mut shown = finding(speaker, &ground.finding);
    let carried_by = ground.carried_by.as_ref().map(|paper| speaker.paper(paper));
    if let Some(paper) = &carried_by {
        for reason in &mut shown.reasons {
            if reason.id == ground.finding.id {
                reason.text = speaker.say_with("reason.carried_by", &[("paper", paper)]);
            }
        }
    }
    GroundView {
        finding: shown,
        number: ground.number.clone(),
        text: speaker.words(&ground.text),
        authority: ground.authority,
        carried_by,
        after_permit: ground.stage == GroundStage::AfterPermit,
    }
}

fn note(speaker: &Speaker<'_>, note: &NoteShown) -> NoteView {
    NoteView {
        text: speaker.words(&note.words),
        source: note.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(note.standing),
    }
}

pub(crate) fn status_code(status: PaperStatus) -> StatusCode {
    match status {
        PaperStatus::NotNeeded => StatusCode::NotNeeded,
        PaperStatus::Open => StatusCode::Open,
        PaperStatus::NotSaid => StatusCode::NotSaid,
        PaperStatus::Missing => StatusCode::Missing,
        PaperStatus::DateMissing => StatusCode::DateMissing,
        PaperStatus::InHand => StatusCode::InHand,
        PaperStatus::NotYet => StatusCode::NotYet,
        PaperStatus::WillBeOutOfDate => StatusCode::WillBeOutOfDate,
        PaperStatus::OutOfDate => StatusCode::OutOfDate,
        PaperStatus::NoneInCountry => StatusCode::NoneInCountry,
    }
}

pub(crate) fn status_text(speaker: &Speaker<'_>, status: PaperStatus) -> String {
    speaker.say(match status {
        PaperStatus::NotNeeded => "status.not_needed",
        PaperStatus::Open => "status.open",
        PaperStatus::NotSaid => "status.not_said",
        PaperStatus::Missing => "status.missing",
        PaperStatus::DateMissing => "status.date_missing",
        PaperStatus::InHand => "status.in_hand",
        PaperStatus::NotYet => "status.not_yet",
        PaperStatus::WillBeOutOfDate => "status.will_be_out_of_date",
        PaperStatus::OutOfDate => "status.out_of_date",
        PaperStatus::NoneInCountry => "status.none_in_country",
    })
}

fn paper(speaker: &Speaker<'_>, paper: &PaperFinding) -> PaperView {
    PaperView {
        key: paper.key.clone(),
        country: paper.country.as_ref().map(|code| speaker.country(code)),
        status: status_code(paper.status),
        status_text: status_text(speaker, paper.status),
        issued: paper.issued.map(|day| speaker.day(day)),
        last_good_day: paper.last_good_day.map(|day| speaker.day(day)),
    }
}

fn requirement_view(speaker: &Speaker<'_>, requirement: &RequirementFinding) -> RequirementView {
    RequirementView {
        finding: finding(speaker, &requirement.finding),
        procedure: requirement.procedure.clone(),
        paper: requirement.paper.clone(),
        number: requirement.number.clone(),
        title: speaker.words(&requirement.title),
        what: speaker.words(&requirement.what),
        status: status_code(requirement.status),
        status_text: status_text(speaker, requirement.status),
        papers: requirement
            .papers
            .iter()
            .map(|finding| paper(speaker, finding))
            .collect(),
        sum: requirement.sum.as_ref().map(|sum| sum_view(speaker, sum)),
        notes: requirement.notes.iter().map(|n| note(speaker, n)).collect(),
        disagreements: requirement
            .disagreements
            .iter()
            .map(|n| note(speaker, n))
            .collect(),
        instead: requirement.instead.as_ref().map(|w| speaker.words(w)),
    }
}

fn fee_view(speaker: &Speaker<'_>, fee: &FeeFinding) -> FeeView {
    FeeView {
        finding: finding(speaker, &fee.finding),
        sum: sum_view(speaker, &fee.sum),
        later: fee.later,
    }
}

/// The sum of all fees that are paid, in tiyn. A part that is not known makes the whole not known.
fn together(fees: &[FeeFinding]) -> Option<i64> {
    fees.iter()
        .try_fold(0_i64, |sum, fee| match fee.finding.verdict.kind() {
            VerdictKind::Yes => sum.checked_add(fee.sum.tiyn?),
            VerdictKind::No | VerdictKind::DoesNotApply => Some(sum),
            VerdictKind::Undecided => None,
        })
}

/// A decimal of whole tenge as money.
fn tenge(speaker: &Speaker<'_>, value: rust_decimal::Decimal) -> String {
    qonys_law::tiyn(rust_decimal::Decimal::ONE, value)
        .map_or_else(|| value.to_string(), |tiyn| speaker.money(tiyn).text)
}

fn sum_view(speaker: &Speaker<'_>, sum: &Sum) -> SumView {
    let working = match (sum.rate, sum.index) {
        (Some(rate), Some(index)) => Some(speaker.say_with(
            "working",
            &[
                ("rate", &decimal(speaker.lang, rate)),
                ("index", &tenge(speaker, index)),
            ],
        )),
        (Some(_) | None, _) => None,
    };
    SumView {
        id: sum.id.clone(),
        title: speaker.words(&sum.title),
        day: speaker.day(sum.day),
        rate: sum.rate.map(|rate| rate.to_string()),
        index: sum.index.map(|index| index.to_string()),
        sum: sum.tiyn.map(|tiyn| speaker.money(tiyn)),
        working,
        whys: sum.whys.iter().map(|why| speaker.why(why)).collect(),
        orientation: sum.orientation.as_ref().map(|known| {
            let shown = known.tiyn.map(|tiyn| speaker.money(tiyn));
            let until = speaker.day(known.until);
            OrientationView {
                text: speaker.say_with(
                    "orientation",
                    &[
                        ("until", &until.text),
                        (
                            "sum",
                            &shown.as_ref().map_or_else(
                                || tenge(speaker, known.index),
                                |sum| sum.text.clone(),
                            ),
                        ),
                    ],
                ),
                sum: shown,
                until,
            }
        }),
        notes: sum.notes.iter().map(|n| note(speaker, n)).collect(),
        source: sum.cited.as_ref().map(|cited| speaker.source(cited)),
        index_source: sum.index_cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(sum.standing),
        standing_text: speaker.standing(sum.standing),
    }
}

/// A decimal as one writes it: with a comma in Kazakh and Russian.
fn decimal(lang: Lang, value: rust_decimal::Decimal) -> String {
    let plain = value.normalize().to_string();
    match lang {
        Lang::Kk | Lang::Ru => plain.replace('.', ","),
        Lang::En => plain,
    }
}

fn window_view(speaker: &Speaker<'_>, assessment: &Assessment, window: &Window) -> WindowView {
    let papers = assessment
        .requirements
        .iter()
        .flat_map(|requirement| &requirement.papers);
    WindowView {
        first: window.first.map(|day| speaker.day(day)),
        last: window.last.map(|day| speaker.day(day)),
        stretches: window
            .stretches
            .iter()
            .map(|stretch| WindowStretchView {
                from: speaker.day(stretch.from),
                until: stretch.until.map(|day| speaker.day(day)),
                verdict: verdict_code(stretch.verdict),
                verdict_text: speaker.verdict(stretch.verdict),
                whys: stretch.whys.iter().map(|why| speaker.why(why)).collect(),
            })
            .collect(),
        limits: window
            .limits
            .iter()
            .filter_map(|(key, _)| {
                papers
                    .clone()
                    .find(|finding| finding.key == *key)
                    .map(|finding| paper(speaker, finding))
            })
            .collect(),
        missing: window.missing.clone(),
    }
}
