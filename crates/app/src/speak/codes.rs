//! Kinds of the engine as the codes of the wire.

use qonys_law::Standing;
use qonys_law::VerdictKind;

use crate::view::StandingCode;
use crate::view::VerdictCode;

pub(crate) fn verdict_code(verdict: VerdictKind) -> VerdictCode {
    match verdict {
        VerdictKind::Yes => VerdictCode::Yes,
        VerdictKind::No => VerdictCode::No,
        VerdictKind::Undecided => VerdictCode::Undecided,
        VerdictKind::DoesNotApply => VerdictCode::DoesNotApply,
    }
}

pub(crate) fn standing_code(standing: Standing) -> StandingCode {
    match standing {
        Standing::Official => StandingCode::Official,
        Standing::Secondary => StandingCode::Secondary,
        Standing::Unconfirmed => StandingCode::Unconfirmed,
        Standing::Unknown => StandingCode::Unknown,
    }
}
