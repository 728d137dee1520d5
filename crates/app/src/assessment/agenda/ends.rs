//! Ends that are not a duty of the case itself: of a procedure as it is known, of the passport after the permit, and of the
//! time for which an act was read.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::Cited;
use qonys_law::DeadlineKind;
use qonys_law::GroundStage;
use qonys_law::ReviewFinding;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::agenda::elsewhere::Found;
use crate::assessment::agenda::elsewhere::as_sure_as;
use crate::assessment::finding::finding;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::AgendaKindCode;
use crate::view::FindingView;
use crate::view::SourceView;

/// Whether one surely may not apply on a filing day, as a ground for refusal holds or no way is open: nobody is hurried to file on it.
pub(super) fn barred_on(assessment: &Assessment, day: NaiveDate) -> bool {
    let ground_holds = assessment.grounds.iter().any(|ground| {
        ground.stage == GroundStage::Application
            && ground.finding.on(day).kind() == VerdictKind::Yes
    });
    ground_holds || assessment.may_apply.on(day).kind() == VerdictKind::No
}

/// The last day on which the stages can still be begun at all, and the last day for which the procedure is known.
pub(super) fn procedures(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    for start in &assessment.stages.last_starts {
        let procedure = assessment
            .procedures
            .iter()
            .find(|procedure| procedure.finding.id == start.procedure);
        let (Some(until), Some(procedure)) = (start.known_until, procedure) else {
            continue;
        };
        if barred_on(assessment, until) {
            continue;
        }
        let title = speaker.words(&start.title);
        let sure = || {
            let shown = finding(speaker, &procedure.finding);
            as_sure_as(speaker, shown, start.standing)
        };
        let last = speaker.day(until).text;
        let of = |key: &str, args: &[(&str, &str)]| text_with(speaker.lang, key, args);
        // For a plan of the same day the last start stands in the agenda already.
        let planned = assessment.days.filing.given && start.for_plan == start.for_procedure;
        if let Some(day) = start.for_procedure.filter(|_| !start.done && !planned) {
            found.push(Found {
                key: format!("last_start:{}", start.procedure),
                kind: AgendaKindCode::Duty,
                title: of("agenda.last_start", &[("procedure", &title)]),
                what: of("agenda.last_start_what", &[("day", &last)]),
                missed: Some(of("agenda.last_start_missed", &[("day", &last)])),
                finding: sure(),
                event: None,
                day,
                at_an_office: false,
                overdue: "last_start",
                asks: Vec::new(),
            });
        }
        found.push(Found {
            key: format!("procedure_end:{}", start.procedure),
            kind: AgendaKindCode::Ends,
            title: of("agenda.procedure_end", &[("procedure", &title)]),
            what: of("agenda.procedure_end_what", &[]),
            missed: Some(of("agenda.procedure_end_missed", &[])),
            finding: sure(),
            event: None,
            day: until,
            at_an_office: true,
            overdue: "procedure_end",
            asks: Vec::new(),
        });
    }
}

/// Procedures that are over: what followed them is not known.
pub(super) fn ended(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    for ended in &assessment.stages.ended {
        let Some(procedure) = assessment
            .procedures
            .iter()
            .find(|procedure| procedure.finding.id == ended.procedure)
        else {
            continue;
        };
        let title = speaker.words(&ended.title);
        let shown = finding(speaker, &procedure.finding);
        let mut shown = as_sure_as(speaker, shown, ended.standing);
        shown.source = ended.cited.as_ref().map(|cited| speaker.source(cited));
        found.push(Found {
            key: format!("procedure_end:{}", ended.procedure),
            kind: AgendaKindCode::Ends,
            title: text_with(
                speaker.lang,
                "agenda.procedure_end",
                &[("procedure", &title)],
            ),
            what: text(speaker.lang, "agenda.procedure_end_what"),
            missed: Some(text(speaker.lang, "agenda.procedure_end_missed")),
            finding: shown,
            event: None,
            day: ended.until,
            at_an_office: true,
            overdue: "procedure_end",
            asks: Vec::new(),
        });
    }
}

/// The first day without a ground that holds now, where the days alone end it and no deadline opens something on that day already.
pub(super) fn grounds(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    let opened = |day: NaiveDate| {
        assessment.deadlines.iter().any(|deadline| {
            deadline.kind == DeadlineKind::Opens
                && deadline.term.as_ref().and_then(|term| term.last) == Some(day)
        })
    };
    for ground in &assessment.grounds {
        let Some(day) = ground.over_from().filter(|day| !opened(*day)) else {
            continue;
        };
        if ground.stage != GroundStage::Application {
            continue;
        }
        found.push(Found {
            key: format!("ground_over:{}", ground.finding.id),
            kind: AgendaKindCode::Opens,
            title: text_with(
                speaker.lang,
                "agenda.ground_over",
                &[("number", &ground.number)],
            ),
            what: text(speaker.lang, "agenda.ground_over_what"),
            missed: None,
            finding: finding(speaker, &ground.finding),
            event: None,
            day,
            at_an_office: false,
            overdue: "ground_over",
            asks: Vec::new(),
        });
    }
}

/// The end of the passport after the permit: the card that was issued on it does not outlive it, and neither does the next one.
pub(super) fn passport(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    let card = assessment.deadlines.iter().find(|deadline| {
        deadline.finding.id == "card_end" && deadline.finding.verdict.kind() == VerdictKind::Yes
    });
    let (Some(card), Some(Value::Date(day))) = (card, speaker.answers.value("passport", "expires"))
    else {
        return;
    };
    let (what, missed) = if issued_after_the_card(speaker) {
        (
            "agenda.passport_end_newer_what",
            "agenda.passport_end_newer_missed",
        )
    } else {
        ("agenda.passport_end_what", "agenda.passport_end_missed")
    };
    found.push(Found {
        key: "passport_end".to_owned(),
        kind: AgendaKindCode::Ends,
        title: text(speaker.lang, "agenda.passport_end"),
        what: text(speaker.lang, what),
        missed: Some(text(speaker.lang, missed)),
        finding: finding(speaker, &card.finding),
        event: None,
        day: *day,
        at_an_office: false,
        overdue: "passport_end",
        asks: Vec::new(),
    });
}

/// Whether the passport of the answers is newer than the card: the card follows the one before it.
fn issued_after_the_card(speaker: &Speaker<'_>) -> bool {
    let day = |entity, fact| speaker.answers.value(entity, fact)?.day();
    day("card", "issued")
        .zip(day("passport", "issued"))
        .is_some_and(|(card, passport)| card < passport)
}

/// The days by which acts are to be read again before the plan is over, one entry for all acts of a day.
pub(super) fn reviews(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    let mut by_day: BTreeMap<NaiveDate, Vec<&ReviewFinding>> = BTreeMap::new();
    let reviews = &assessment.reviews;
    for review in reviews.overdue.iter().chain(&reviews.before_plan) {
        by_day.entry(review.due).or_default().push(review);
    }
    for (day, reviews) in by_day {
        let Some(first) = reviews.first() else {
            continue;
        };
        let key = format!("law_review:{day}");
        let acts: Vec<String> = reviews
            .iter()
            .map(|review| {
                let act = speaker.knowledge.pack.acts.get(&review.act);
                act.map_or_else(|| review.act.clone(), |act| speaker.words(&act.short))
            })
            .collect();
        found.push(Found {
            kind: AgendaKindCode::Duty,
            title: text(speaker.lang, "agenda.law_review"),
            what: text_with(
                speaker.lang,
                "agenda.law_review_what",
                &[("acts", &acts.join("; "))],
            ),
            missed: Some(text(speaker.lang, "agenda.law_review_missed")),
            finding: of_act(speaker, &key, first, assessment.days.today),
            key,
            event: first.seen,
            day,
            at_an_office: false,
            overdue: "law_review",
            asks: Vec::new(),
        });
    }
}

/// A finding that rests on an act as a whole.
fn of_act(
    speaker: &Speaker<'_>,
    id: &str,
    review: &ReviewFinding,
    today: NaiveDate,
) -> FindingView {
    let act = speaker.knowledge.pack.acts.get(&review.act);
    let standing = act.map(|act| act.standing).unwrap_or_default();
    FindingView {
        id: id.to_owned(),
        verdict: verdict_code(VerdictKind::Yes),
        verdict_text: speaker.verdict(VerdictKind::Yes),
        day: speaker.day(today),
        reasons: Vec::new(),
        deciding: Vec::new(),
        changes: Vec::new(),
        source: act.map(|act| {
            let cited = Cited {
                act: act.id.clone(),
                place: String::new(),
                from: None,
                until: None,
                seen: act.seen,
                standing,
                url: act.url.clone(),
            };
            // The whole act has no place in it.
            SourceView {
                text: speaker.words(&act.short),
                ..speaker.source(&cited)
            }
        }),
        standing: standing_code(standing),
        standing_text: speaker.standing(standing),
    }
}
