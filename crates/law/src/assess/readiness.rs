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

/// Of each requirement its id, whether it is needed, and where its papers stand.
pub(crate) fn of<'a>(
    requirements: impl Iterator<Item = (&'a str, &'a Verdict, PaperStatus)>,
) -> Readiness {
    let mut not_ready = Vec::new();
    let mut open = Vec::new();
    for (id, need, status) in requirements {
        let id = || id.to_owned();
        match need.without_officials().kind() {
            VerdictKind::No | VerdictKind::DoesNotApply => {}
            VerdictKind::Undecided => open.push(id()),
            VerdictKind::Yes => match status {
                PaperStatus::InHand | PaperStatus::NotNeeded => {}
                PaperStatus::NotSaid
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
