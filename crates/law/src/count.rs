//! "So many records or more": how many surely are so, and how many may be.

use rust_decimal::prelude::ToPrimitive;

use crate::condition::Condition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;

impl Evaluation<'_> {
    /// Whether a condition holds for so many records: Yes when enough surely do, No when too few can.
    pub(crate) fn so_many(
        &self,
        of: &str,
        scope: &Scope,
        condition: &Condition,
        at_least: &str,
    ) -> Timeline<Verdict> {
        let list = self.answers.lists.get(of);
        let unfinished = list.is_none_or(|list| !list.complete);
        let tallies = list
            .map(|list| list.records.as_slice())
            .unwrap_or_default()
            .iter()
            .fold(
                Timeline::constant(self.axis, (0_u64, Vec::<Verdict>::new())),
                |tally, (record, _)| {
                    tally.zip(
                        &self.timeline(condition, &scope.with(of, record)),
                        |(sure, open), verdict| match verdict {
                            Verdict::Yes => (sure + 1, open.clone()),
                            Verdict::No | Verdict::DoesNotApply => (*sure, open.clone()),
                            Verdict::Undecided(_) => {
                                (*sure, open.iter().chain([verdict]).cloned().collect())
                            }
                        },
                    )
                },
            );
        self.parameter(at_least, |value, _| {
            let wanted = value.to_u64()?;
            Some(tallies.map(|(sure, open)| {
                let possible = sure.saturating_add(u64::try_from(open.len()).unwrap_or(u64::MAX));
                if *sure >= wanted {
                    return Verdict::Yes;
                }
                if !unfinished && possible < wanted {
                    return Verdict::No;
                }
                let rest = if unfinished {
                    Verdict::undecided(Why::MissingFact { fact: complete(of) })
                } else {
                    Verdict::Yes
                };
                open.iter()
                    .fold(rest, |merged, verdict| merged.and(verdict))
            }))
        })
    }
}
