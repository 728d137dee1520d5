//! Days that other parts of the assessment found, as entries of the agenda: papers in hand and to order, the
//! start of the stages, the end of the right to stay, the day to be back.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::Calendar;
use qonys_law::FactRef;
use qonys_law::Finding;
use qonys_law::FloorDays;
use qonys_law::Reason;
use qonys_law::RequirementFinding;
use qonys_law::Standing;
use qonys_law::VerdictKind;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::agenda::asks_text;
use crate::assessment::agenda::cannot_be_filed;
use crate::assessment::agenda::ends;
use crate::assessment::agenda::ends::barred_on;
use crate::assessment::agenda::few;
use crate::assessment::agenda::in_time;
use crate::assessment::agenda::left;
use crate::assessment::agenda::overdue;
use crate::assessment::agenda::planned;
use crate::assessment::agenda::planned::Filing;
use crate::assessment::agenda::when;
use crate::assessment::finding::finding;
use crate::assessment::permit::missing;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::ActsByCode;
use crate::view::AgendaEntryView;
use crate::view::AgendaKindCode;
use crate::view::AgendaRemarkView;
use crate::view::AgendaStateCode;
use crate::view::FindingView;

/// A day with its words.
pub(super) struct Found {
    pub(super) key: String,
    pub(super) kind: AgendaKindCode,
    pub(super) title: String,
    pub(super) what: String,
    pub(super) missed: Option<String>,
    pub(super) finding: FindingView,
    pub(super) event: Option<NaiveDate>,
    pub(super) day: NaiveDate,
    /// Whether somebody has to go to an office by the day.
    pub(super) at_an_office: bool,
    /// The key of what to do now, once the day has passed.
    pub(super) overdue: &'static str,
    /// The questions whose answers it waits for.
    pub(super) asks: Vec<FactRef>,
}

/// All of them, each with its day.
pub(super) fn entries(
    speaker: &Speaker<'_>,
    assessment: &Assessment,
) -> Vec<(Option<NaiveDate>, AgendaEntryView)> {
    let today = assessment.days.today;
    let mut found = Vec::new();
    let filing = planned::filing(speaker, assessment);
    // What has to be ready for filing is past with it.
    if filing != Filing::Over {
        papers(speaker, assessment, &mut found);
        ends::procedures(speaker, assessment, &mut found);
        ends::ended(speaker, assessment, &mut found);
    }
    let for_filing = found.len();
    if filing != Filing::Over && assessment.days.filing.given {
        planned::day(speaker, assessment, &mut found);
    }
    if filing == Filing::Ahead && assessment.days.filing.given {
        orders(speaker, assessment, &mut found);
        starts(speaker, assessment, &mut found);
    }
    if !granted(assessment) && !assessment.days.handed_in {
        ends::grounds(speaker, assessment, &mut found);
    }
    stay_end(speaker, assessment, &mut found);
    ends::passport(speaker, assessment, &mut found);
    ends::reviews(speaker, assessment, &mut found);
    floors(speaker, assessment, &mut found);
    untold(speaker, assessment, &mut found);
    found
        .into_iter()
        .enumerate()
        .map(|(place, found)| {
            let day = found.day;
            let mut entry = entry(speaker, found, today);
            if filing == Filing::Passed && place < for_filing {
                planned::unless_filed(speaker, &mut entry);
            }
            (Some(day), entry)
        })
        .collect()
}

/// Whether the permit was granted, and not taken back since.
pub(super) fn granted(assessment: &Assessment) -> bool {
    assessment.stay.permit_held
}

/// Papers in hand whose time runs out.
fn papers(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    for requirement in &assessment.requirements {
        if requirement.finding.verdict.kind() != VerdictKind::Yes {
            continue;
        }
        for paper in &requirement.papers {
            let key = format!("paper:{}", paper.key);
            let Some(day) = paper.last_good_day else {
                continue;
            };
            if found.iter().all(|known| known.key != key) {
                found.push(Found {
                    key,
                    kind: AgendaKindCode::Paper,
                    title: speaker.paper(&paper.key),
                    what: text(speaker.lang, "agenda.paper"),
                    missed: Some(text(speaker.lang, "agenda.paper_missed")),
                    finding: finding(speaker, &requirement.finding),
                    event: paper.issued,
                    day,
                    at_an_office: true,
                    overdue: "paper",
                    asks: Vec::new(),
                });
            }
        }
    }
}

/// Papers that have to be ordered. Nobody orders or pays for a day on which they may not apply.
fn orders(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    if cannot_be_filed(assessment) {
        return;
    }
    for order in &assessment.orders.papers {
        let requirement = assessment
            .requirements
            .iter()
            .find(|requirement| requirement.finding.id == order.requirement);
        let (Some(day), Some(requirement)) = (order.order_by, requirement) else {
            continue;
        };
        let paper = speaker.paper(&order.key);
        found.push(Found {
            key: format!("order:{}", order.key),
            kind: AgendaKindCode::Duty,
            title: text_with(speaker.lang, "agenda.order", &[("paper", &paper)]),
            what: text(speaker.lang, "agenda.order_what"),
            missed: Some(text(speaker.lang, "agenda.order_missed")),
            finding: as_sure_as(
                speaker,
                finding(speaker, &of_one_paper(requirement, &order.key)),
                order.standing,
            ),
            event: None,
            day,
            at_an_office: false,
            overdue: "order",
            asks: Vec::new(),
        });
    }
}

/// Why a paper is needed. Where there is one for each record of a list, what was answered of another record is no reason for it.
fn of_one_paper(requirement: &RequirementFinding, key: &str) -> Finding {
    let mut finding = requirement.finding.clone();
    let paper = requirement.papers.iter().find(|paper| paper.key == key);
    if let Some(record) = paper.and_then(|paper| paper.record.as_ref()) {
        finding.reasons.retain(|reason| match reason {
            Reason::Fact { fact, .. } | Reason::Missing { fact } => {
                fact.entity.kind != record.kind || fact.entity == *record
            }
            Reason::Condition { .. } | Reason::ListComplete { .. } | Reason::Text { .. } => true,
        });
    }
    finding
}

/// The last day to start the stages that come before filing.
fn starts(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    if cannot_be_filed(assessment) || barred_on(assessment, assessment.days.filing.day) {
        return;
    }
    for start in &assessment.stages.last_starts {
        let procedure = assessment
            .procedures
            .iter()
            .find(|procedure| procedure.finding.id == start.procedure);
        let (Some(day), Some(procedure), false) = (start.for_plan, procedure, start.done) else {
            continue;
        };
        let title = speaker.words(&start.title);
        found.push(Found {
            key: format!("start:{}", start.procedure),
            kind: AgendaKindCode::Duty,
            title: text_with(speaker.lang, "agenda.start", &[("procedure", &title)]),
            what: text(speaker.lang, "agenda.start_what"),
            missed: Some(text(speaker.lang, "agenda.start_missed")),
            finding: as_sure_as(
                speaker,
                finding(speaker, &procedure.finding),
                start.standing,
            ),
            event: None,
            day,
            at_an_office: false,
            overdue: "start",
            asks: Vec::new(),
        });
    }
}

/// The end of the present visit.
fn stay_end(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    if let Some(day) = assessment.stay.may_stay_until {
        found.push(Found {
            key: "stay_end".to_owned(),
            kind: AgendaKindCode::Ends,
            title: text(speaker.lang, "agenda.stay_end"),
            what: text(speaker.lang, "agenda.stay_end_what"),
            missed: Some(text(speaker.lang, "agenda.stay_end_missed")),
            finding: finding(speaker, &assessment.stay.may_stay),
            event: None,
            day,
            at_an_office: true,
            overdue: "stay_end",
            asks: Vec::new(),
        });
    }
}

/// The day on which one must be back, or at work in the profession again. It is told while a planned return would miss it, and once
/// it was missed: the ground to annul the permit does not pass with the window.
fn floors(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    for floor in &assessment.stay.floors {
        let last = floor
            .count
            .as_ref()
            .and_then(|count| count.back_by.or(count.open_broken_on).or(count.broken_on));
        if let Some(day) = last {
            let missed = day < assessment.days.today;
            found.push(Found {
                key: format!("floor:{}", floor.finding.id),
                kind: AgendaKindCode::Duty,
                title: speaker.words(&floor.title),
                what: text(
                    speaker.lang,
                    match (floor.counts, missed) {
                        (FloorDays::Presence, false) => "agenda.floor_presence",
                        (FloorDays::Presence, true) => "agenda.floor_presence_missed",
                        (FloorDays::Work, false) => "agenda.floor_work",
                        (FloorDays::Work, true) => "agenda.floor_work_missed",
                    },
                ),
                missed: Some(speaker.words(&floor.words)),
                finding: finding(speaker, &floor.finding),
                event: None,
                day,
                at_an_office: false,
                overdue: "floor",
                asks: Vec::new(),
            });
        }
    }
}

/// Days that nobody told yet: until when one has to be back, or at work again, cannot be counted. The day is the earliest that it
/// could be.
fn untold(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    for floor in &assessment.stay.floors {
        let Some(day) = floor.kept_until_at_least else {
            continue;
        };
        let (title, what) = match floor.counts {
            FloorDays::Presence => ("agenda.untold_presence", "agenda.untold_presence_what"),
            FloorDays::Work => ("agenda.untold_work", "agenda.untold_work_what"),
        };
        found.push(Found {
            key: format!("untold:{}", floor.finding.id),
            kind: AgendaKindCode::Duty,
            title: text(speaker.lang, title),
            what: text(speaker.lang, what),
            missed: Some(speaker.words(&floor.words)),
            finding: finding(speaker, &floor.finding),
            event: None,
            day,
            at_an_office: false,
            overdue: "untold",
            asks: missing(&floor.kept),
        });
    }
}

/// A finding that is only as sure as the time that was counted with it.
pub(super) fn as_sure_as(
    speaker: &Speaker<'_>,
    mut shown: FindingView,
    standing: Standing,
) -> FindingView {
    shown.standing = standing_code(standing);
    shown.standing_text = speaker.standing(standing);
    shown
}

/// The last working day before a day off, where one has to go to an office by then.
fn office_day(speaker: &Speaker<'_>, found: &Found) -> Option<NaiveDate> {
    let calendar = Calendar::of(&speaker.knowledge.pack);
    let day_off = calendar.kind(found.day).is_ok_and(|kind| !kind.working);
    (found.at_an_office && day_off)
        .then(|| calendar.on_or_before(found.day).ok())
        .flatten()
        .map(|before| before.day)
}

/// What to do now that the day has passed, or that the offices close before it.
fn remarks(
    speaker: &Speaker<'_>,
    found: &Found,
    state: AgendaStateCode,
    office_day: Option<NaiveDate>,
) -> Vec<AgendaRemarkView> {
    if state == AgendaStateCode::Passed {
        let key = format!("agenda.overdue.{}", found.overdue);
        return vec![overdue(text(speaker.lang, &key))];
    }
    let closed = |day: NaiveDate| AgendaRemarkView {
        id: "office_closed".to_owned(),
        text: text_with(
            speaker.lang,
            "agenda.office_closed",
            &[("day", &speaker.day(day).text)],
        ),
    };
    office_day.map(closed).into_iter().collect()
}

fn entry(speaker: &Speaker<'_>, found: Found, today: NaiveDate) -> AgendaEntryView {
    let days = found.day.signed_duration_since(today).num_days();
    let state = in_time(days);
    let office_day = office_day(speaker, &found);
    AgendaEntryView {
        remarks: remarks(speaker, &found, state, office_day),
        office_day: office_day.map(|day| speaker.day(day)),
        finding: found.finding,
        key: found.key,
        about: None,
        kind: found.kind,
        by: ActsByCode::Applicant,
        state,
        title: found.title,
        what: found.what,
        missed: found.missed,
        missed_source: None,
        event: found.event.map(|day| speaker.day(day)),
        day: Some(speaker.day(found.day)),
        when_text: when(speaker, found.kind, state, Some(found.day)),
        at_the_latest: false,
        moved: None,
        days_left: Some(few(days)),
        left_text: left(speaker, Some(days)),
        done: None,
        unknown: Vec::new(),
        asks_text: asks_text(speaker, &found.asks),
        asks: found.asks.iter().map(ToString::to_string).collect(),
        others: Vec::new(),
        notes: Vec::new(),
    }
}
