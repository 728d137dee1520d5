//! Whether everything that has to be handed in is there and good on the filing day.

use crate::assess::papers::PaperStatus;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;

/// Where the papers as a whole stand on the filing day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// Yes: all needed papers are in hand and good. No: one at least is not. Undecided: it was not said,
    /// or it is not known what is needed.
    pub verdict: VerdictKind,
    /// The requirements whose papers are not in hand or not good on the day.
    pub not_ready: Vec<String>,
    /// The requirements of which that cannot be said.
    pub open: Vec<String>,
}

/// A requirement on the filing day.
pub(crate) struct Asked<'a> {
    pub(crate) id: &'a str,
    /// Whether it is needed.
    pub(crate) need: &'a Verdict,
    /// Whether its procedure binds.
    pub(crate) bound: &'a Verdict,
    /// Where its papers stand.
    pub(crate) status: PaperStatus,
    /// Where they would stand, were it needed.
    pub(crate) if_needed: PaperStatus,
}

/// What is left to prove: one paper of which only an official can say whether it is needed stands beside the others, and is dropped. A whole
/// list of which nobody can say whether it binds is not.
pub(crate) fn left(need: &Verdict, bound: &Verdict) -> Verdict {
    match bound {
        Verdict::Undecided(_) => need.clone(),
        Verdict::Yes | Verdict::No | Verdict::DoesNotApply => need.without_officials(),
    }
}

pub(crate) fn of<'a>(requirements: impl Iterator<Item = Asked<'a>>) -> Readiness {
    let mut not_ready = Vec::new();
    let mut open = Vec::new();
    for asked in requirements {
        let id = || asked.id.to_owned();
        match left(asked.need, asked.bound) {
            Verdict::No | Verdict::DoesNotApply => {}
            // Whether it is needed does not matter where it is there.
            left @ Verdict::Undecided(_) => {
                if !(left.left_to_officials() && asked.if_needed == PaperStatus::InHand) {
                    open.push(id());
                }
            }
            Verdict::Yes => match asked.status {
                PaperStatus::InHand | PaperStatus::NotNeeded => {}
                PaperStatus::NotSaid
                | PaperStatus::OfficeSays
                | PaperStatus::DateMissing
                | PaperStatus::SumOpen
                | PaperStatus::Open => {
                    open.push(id());
                }
                PaperStatus::Missing
                | PaperStatus::NotYet
                | PaperStatus::WillBeOutOfDate
                | PaperStatus::OutOfDate
                | PaperStatus::WrongSum
                | PaperStatus::NoneInCountry => not_ready.push(id()),
            },
        }
    }
    Readiness {
        verdict: if !not_ready.is_empty() {
            VerdictKind::No
        } else if open.is_empty() {
            VerdictKind::Yes
        } else {
            VerdictKind::Undecided
        },
        not_ready,
        open,
    }
}
