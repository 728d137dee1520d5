//! What a finding says of other days than its own: one person on one day tells every edition of a rule.

use qonys_app::view::FindingView;

use crate::claims;
use crate::claims::Checked;

/// `on 2022-10-22 yes`: the verdict of that day, as the stretches of the finding tell it.
pub(crate) fn claim(kind: &str, finding: &FindingView, claim: &str) -> Checked {
    let (day, word) = claim.strip_prefix("on ")?.split_once(' ')?;
    let wanted = claims::verdict(kind, word)?;
    let found = finding
        .changes
        .iter()
        .find(|stretch| {
            let from = stretch.from.as_ref().map(|from| from.iso.as_str());
            let until = stretch.until.as_ref().map(|until| until.iso.as_str());
            from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
        })
        .map(|stretch| stretch.verdict);
    Some(claims::differs(
        &format!("the verdict on {day}"),
        &Some(wanted),
        &found,
    ))
}
