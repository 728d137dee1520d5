//! The days on which a verdict changes, in words.

use chrono::NaiveDate;
use qonys_law::ChangeAhead;
use qonys_law::ChangeOf;
use qonys_law::TestedOn;
use qonys_law::VerdictKind;

use crate::speak::Speaker;
use crate::speak::verdict_code;
use crate::view::ChangeAheadView;
use crate::view::ChangeOfCode;
use crate::view::TestedOnCode;

/// The first day without the right to be in the country, by the present visit.
pub(super) fn stay_ends(speaker: &Speaker<'_>, first: NaiveDate) -> ChangeAheadView {
    let title = speaker.plan("change.stay", &[]);
    let (before, after) = (VerdictKind::Yes, VerdictKind::No);
    ChangeAheadView {
        day: speaker.day(first),
        of: ChangeOfCode::Stay,
        id: "stay".to_owned(),
        text: text_of(speaker, &title, before, after),
        title,
        before: verdict_code(before),
        after: verdict_code(after),
        whys: Vec::new(),
        tested_on: TestedOnCode::Filing,
    }
}

fn text_of(speaker: &Speaker<'_>, title: &str, before: VerdictKind, after: VerdictKind) -> String {
    speaker.plan(
        "change.text",
        &[
            ("title", title),
            ("before", &speaker.verdict(before)),
            ("after", &speaker.verdict(after)),
        ],
    )
}

pub(super) fn change_ahead_view(speaker: &Speaker<'_>, change: &ChangeAhead) -> ChangeAheadView {
    let title = match &change.title {
        Some(title) => speaker.words(title),
        None => speaker.plan("change.may_apply", &[]),
    };
    let mut text = text_of(speaker, &title, change.before, change.after);
    let (tested_on, remark) = match change.tested_on {
        TestedOn::Filing => (TestedOnCode::Filing, None),
        TestedOn::Payment => (TestedOnCode::Payment, Some("change.payment")),
        TestedOn::Decision => (TestedOnCode::Decision, Some("change.decision")),
    };
    if let Some(remark) = remark {
        text = format!("{text} ({})", speaker.plan(remark, &[]));
    }
    ChangeAheadView {
        day: speaker.day(change.day),
        of: match change.of {
            ChangeOf::MayApply => ChangeOfCode::MayApply,
            ChangeOf::Route => ChangeOfCode::Route,
            ChangeOf::Ground => ChangeOfCode::Ground,
            ChangeOf::Procedure => ChangeOfCode::Procedure,
            ChangeOf::Requirement => ChangeOfCode::Requirement,
        },
        id: change.id.clone(),
        title,
        before: verdict_code(change.before),
        after: verdict_code(change.after),
        text,
        whys: change.whys.iter().map(|why| speaker.why(why)).collect(),
        tested_on,
    }
}
