//! The filing window in words.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::VerdictKind;
use qonys_law::Window;
use qonys_law::WorkingBounds;

use crate::assessment::requirements::paper;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::CertainDaysView;
use crate::view::PaperDayView;
use crate::view::WindowStretchView;
use crate::view::WindowView;
use crate::view::WorkingDaysView;

pub(super) fn window_view(
    speaker: &Speaker<'_>,
    assessment: &Assessment,
    window: &Window,
) -> WindowView {
    if assessment.days.handed_in {
        return closed(speaker, assessment);
    }
    let papers = assessment
        .requirements
        .iter()
        .flat_map(|requirement| &requirement.papers);
    WindowView {
        first: window.first.map(|day| speaker.day(day)),
        last: window.last.map(|day| speaker.day(day)),
        working: working_view(speaker, &window.working),
        certain: window.certain.as_ref().map(|certain| CertainDaysView {
            from: speaker.day(certain.from),
            until: certain.until.map(|day| speaker.day(day)),
            working: working_view(speaker, &certain.working),
        }),
        text: sentences(speaker, window).join(" "),
        begins: paper_days(speaker, &window.begins),
        ends: paper_days(speaker, &window.limits),
        stretches: window
            .stretches
            .iter()
            .map(|stretch| WindowStretchView {
                from: speaker.day(stretch.from),
                until: stretch.until.map(|day| speaker.day(day)),
                verdict: verdict_code(stretch.verdict),
                verdict_text: speaker.verdict(stretch.verdict),
                whys: stretch.whys.iter().map(|why| speaker.why(why)).collect(),
                working: working_view(speaker, &stretch.working),
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

/// The window of papers that are handed in: no day is to be chosen for them any more.
fn closed(speaker: &Speaker<'_>, assessment: &Assessment) -> WindowView {
    let day = speaker.day(assessment.days.filing.day).text;
    WindowView {
        first: None,
        last: None,
        working: working_view(speaker, &WorkingBounds::default()),
        certain: None,
        text: speaker.plan("window.handed_in", &[("day", &day)]),
        begins: Vec::new(),
        ends: Vec::new(),
        stretches: Vec::new(),
        limits: Vec::new(),
        missing: Vec::new(),
    }
}

fn paper_days(speaker: &Speaker<'_>, days: &[(String, NaiveDate)]) -> Vec<PaperDayView> {
    days.iter()
        .map(|(key, day)| PaperDayView {
            key: key.clone(),
            title: speaker.paper(key),
            day: speaker.day(*day),
        })
        .collect()
}

fn working_view(speaker: &Speaker<'_>, working: &WorkingBounds) -> WorkingDaysView {
    WorkingDaysView {
        first: working.first.map(|day| speaker.day(day)),
        last: working.last.map(|day| speaker.day(day)),
        whys: working.whys.iter().map(|why| speaker.why(why)).collect(),
        standing: standing_code(working.standing),
    }
}

/// What is sure comes first; of days that are not decided nobody says that the papers can be handed in.
fn sentences(speaker: &Speaker<'_>, window: &Window) -> Vec<String> {
    let mut said = Vec::new();
    match &window.certain {
        Some(certain) => {
            let from = speaker.day(certain.from).text;
            said.push(match certain.until {
                Some(until) => speaker.plan(
                    "window.certain",
                    &[("from", &from), ("until", &speaker.day(until).text)],
                ),
                None => speaker.plan("window.certain_on", &[("from", &from)]),
            });
            if let (Some(first), Some(last)) = (certain.working.first, certain.working.last) {
                said.push(speaker.plan(
                    "window.working",
                    &[
                        ("first", &speaker.day(first).text),
                        ("last", &speaker.day(last).text),
                    ],
                ));
            }
        }
        None => said.push(speaker.plan("window.none", &[])),
    }
    if !window.missing.is_empty() {
        said.push(speaker.plan("window.missing", &[]));
    }
    for (from, until) in undecided(window) {
        let from = speaker.day(from).text;
        said.push(match until {
            Some(until) => speaker.plan(
                "window.open",
                &[("from", &from), ("until", &speaker.day(until).text)],
            ),
            None => speaker.plan("window.open_on", &[("from", &from)]),
        });
    }
    said
}

/// The days that are not decided, each run of them once: where the law changes within it, they stay undecided.
fn undecided(window: &Window) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let mut runs: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::new();
    for stretch in &window.stretches {
        if stretch.verdict != VerdictKind::Undecided {
            continue;
        }
        match runs.last_mut() {
            Some((_, until)) if until.and_then(|day| day.succ_opt()) == Some(stretch.from) => {
                *until = stretch.until;
            }
            Some(_) | None => runs.push((stretch.from, stretch.until)),
        }
    }
    runs
}
