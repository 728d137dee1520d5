//! What a permit asks for, in words.

use qonys_law::FloorDays;
use qonys_law::FloorFinding;
use qonys_law::StayFinding;
use qonys_law::VerdictKind;
use qonys_law::stay::BrokenWindow;
use qonys_texts::days;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::finding::finding;
use crate::assessment::finding::note;
use crate::assessment::stay::count;
use crate::assessment::stay::sentence;
use crate::speak::Speaker;
use crate::speak::verdict_code;
use crate::view::FloorView;

/// Which window is broken, and how many of its days were spent or can be spent at most.
fn broken_window(
    speaker: &Speaker<'_>,
    found: &StayFinding,
    floor: &FloorFinding,
    broken: BrokenWindow,
) -> String {
    let (from, until) = broken.window;
    let counts = match floor.counts {
        FloorDays::Presence => "presence",
        FloorDays::Work => "work",
    };
    let when = if until < found.day { "over" } else { "ahead" };
    text_with(
        speaker.lang,
        &format!("stay.floor.broken.{counts}.{when}"),
        &[
            ("from", &speaker.day(from).text),
            ("until", &speaker.day(until).text),
            ("length", &days(speaker.lang, broken.length())),
            ("spent", &days(speaker.lang, broken.spent())),
            (
                "required",
                &floor
                    .required
                    .map(|days| days.to_string())
                    .unwrap_or_default(),
            ),
        ],
    )
}

pub(super) fn floor_view(
    speaker: &Speaker<'_>,
    found: &StayFinding,
    floor: &FloorFinding,
) -> FloorView {
    let lang = speaker.lang;
    let mut sentences = Vec::new();
    let counted = floor.count.as_ref();
    if let Some(counted) = counted {
        let (from, until) = counted.window;
        let key = match (floor.counts, counted.possible < 0) {
            (_, true) => "too_many",
            (FloorDays::Presence, false) => "presence",
            (FloorDays::Work, false) => "work",
        };
        sentences.push(text_with(
            lang,
            &format!("stay.floor.{key}"),
            &[
                ("from", &speaker.day(from).text),
                ("until", &speaker.day(until).text),
                ("missed", &days(lang, counted.missed)),
                ("possible", &days(lang, counted.possible)),
                ("over", &days(lang, -counted.possible)),
            ],
        ));
        if let Some(on) = counted.broken_on {
            let key = if on <= found.day {
                "broken_on"
            } else {
                "will_break_on"
            };
            sentences.push(text_with(
                lang,
                &format!("stay.floor.{key}"),
                &[("day", &speaker.day(on).text)],
            ));
        }
        if let Some(broken) = counted.broken {
            sentences.push(broken_window(speaker, found, floor, broken));
        }
        if let Some(by) = counted.back_by {
            let key = match floor.counts {
                FloorDays::Presence => "back_by",
                FloorDays::Work => "work_by",
            };
            sentences.push(text_with(
                lang,
                &format!("stay.floor.{key}"),
                &[("day", &speaker.day(by).text)],
            ));
        }
    }
    let kept = floor.kept.kind();
    let kept_key = match kept {
        VerdictKind::Yes => "yes",
        VerdictKind::No => "no",
        VerdictKind::Undecided => "undecided",
        VerdictKind::DoesNotApply => match floor.finding.verdict.kind() {
            VerdictKind::Yes | VerdictKind::Undecided => "no_permit",
            VerdictKind::No | VerdictKind::DoesNotApply => "does_not_apply",
        },
    };
    FloorView {
        finding: finding(speaker, &floor.finding),
        title: speaker.words(&floor.title),
        what: speaker.words(&floor.words),
        list: floor.counts.list().to_owned(),
        kept: verdict_code(kept),
        kept_text: text(lang, &format!("stay.kept.{kept_key}")),
        whys: floor
            .kept
            .whys()
            .iter()
            .map(|why| speaker.why(why))
            .collect(),
        required: floor.required.map(count),
        window_from: counted.map(|counted| speaker.day(counted.window.0)),
        window_until: counted.map(|counted| speaker.day(counted.window.1)),
        missed: counted.map(|counted| count(counted.missed)),
        possible: counted.map(|counted| count(counted.possible)),
        broken_on: counted
            .and_then(|counted| counted.broken_on)
            .map(|day| speaker.day(day)),
        back_by: counted
            .and_then(|counted| counted.back_by)
            .map(|day| speaker.day(day)),
        sentences: sentences.into_iter().map(sentence).collect(),
        notes: floor
            .notes
            .iter()
            .map(|shown| note(speaker, shown))
            .collect(),
        disagreements: floor
            .disagreements
            .iter()
            .map(|shown| note(speaker, shown))
            .collect(),
    }
}
