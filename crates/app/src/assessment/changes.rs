//! The days on which a verdict changes, in words.

use qonys_law::ChangeAhead;
use qonys_law::ChangeOf;
use qonys_law::TestedOn;

use crate::speak::Speaker;
use crate::speak::verdict_code;
use crate::view::ChangeAheadView;
use crate::view::ChangeOfCode;
use crate::view::TestedOnCode;

pub(super) fn change_ahead_view(speaker: &Speaker<'_>, change: &ChangeAhead) -> ChangeAheadView {
    let title = match &change.title {
        Some(title) => speaker.words(title),
        None => speaker.plan("change.may_apply", &[]),
    };
    let mut text = speaker.plan(
        "change.text",
        &[
            ("title", &title),
            ("before", &speaker.verdict(change.before)),
            ("after", &speaker.verdict(change.after)),
        ],
    );
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
