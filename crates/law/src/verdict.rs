//! Yes, no, or undecided with the reason: never a guess.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use crate::answers::FactRef;

/// Why something could not be decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// The person has not answered this yet.
    MissingFact {
        /// The question.
        fact: FactRef,
    },
    /// The pack's knowledge ends: no edition of this holds on the day.
    NoKnownRule {
        /// The rule or value that is not known.
        rule: String,
        /// The first day of the stretch in which it is not known.
        from: NaiveDate,
    },
    /// The law leaves it to an authority, or nobody could tell us; the text says what to ask.
    OfficialDecides {
        /// The pack's text.
        text: String,
    },
}

impl Why {
    /// Whether the pack's knowledge ends here.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        match self {
            Self::NoKnownRule { .. } => true,
            Self::MissingFact { .. } | Self::OfficialDecides { .. } => false,
        }
    }
}

/// The answer to a condition or a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It cannot be decided, and this is why. Shared: a verdict is copied far more often than made.
    Undecided(Arc<BTreeSet<Why>>),
    /// The rule did not exist on the day, or exempts this person.
    DoesNotApply,
}

/// A verdict without its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It cannot be decided.
    Undecided,
    /// The rule did not exist on the day, or exempts this person.
    DoesNotApply,
}

impl Verdict {
    /// Undecided for one reason.
    #[must_use]
    pub fn undecided(why: Why) -> Self {
        Self::undecided_for(BTreeSet::from([why]))
    }

    /// Undecided for these reasons.
    #[must_use]
    pub fn undecided_for(whys: BTreeSet<Why>) -> Self {
        Self::Undecided(Arc::new(whys))
    }

    /// Yes for true, no for false.
    #[must_use]
    pub fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    /// The verdict as far as answers and the pack can decide it: what an official decides stands beside
    /// it, and a verdict that is open for no other reason does not apply.
    #[must_use]
    pub fn without_officials(&self) -> Self {
        let Self::Undecided(whys) = self else {
            return self.clone();
        };
        let left: BTreeSet<Why> = whys
            .iter()
            .filter(|why| match why {
                Why::MissingFact { .. } | Why::NoKnownRule { .. } => true,
                Why::OfficialDecides { .. } => false,
            })
            .cloned()
            .collect();
        if left.is_empty() {
            Self::DoesNotApply
        } else if left.len() == whys.len() {
            self.clone()
        } else {
            Self::undecided_for(left)
        }
    }

    /// The verdict of things that are to be taken together: while an answer is missing, nobody is sent to an
    /// office with a question that the answer may make needless.
    #[must_use]
    pub(crate) fn answers_first(&self) -> Self {
        match self {
            Self::Undecided(whys)
                if whys
                    .iter()
                    .any(|why| matches!(why, Why::MissingFact { .. })) =>
            {
                self.without_officials()
            }
            Self::Undecided(_) | Self::Yes | Self::No | Self::DoesNotApply => self.clone(),
        }
    }

    /// Whether an authority is among those who can decide it.
    #[must_use]
    pub(crate) fn names_an_office(&self) -> bool {
        match self {
            Self::Undecided(whys) => whys
                .iter()
                .any(|why| matches!(why, Why::OfficialDecides { .. })),
            Self::Yes | Self::No | Self::DoesNotApply => false,
        }
    }

    /// Whether nothing but an authority, or somebody whom nobody could ask, can decide it.
    #[must_use]
    pub fn left_to_officials(&self) -> bool {
        match self {
            Self::Undecided(_) => self.without_officials() == Self::DoesNotApply,
            Self::Yes | Self::No | Self::DoesNotApply => false,
        }
    }

    /// The verdict without its reasons.
    #[must_use]
    pub fn kind(&self) -> VerdictKind {
        match self {
            Self::Yes => VerdictKind::Yes,
            Self::No => VerdictKind::No,
            Self::Undecided(_) => VerdictKind::Undecided,
            Self::DoesNotApply => VerdictKind::DoesNotApply,
        }
    }

    /// The reasons for which it is undecided; empty when it is decided.
    #[must_use]
    pub fn whys(&self) -> BTreeSet<Why> {
        match self {
            Self::Undecided(whys) => whys.as_ref().clone(),
            Self::Yes | Self::No | Self::DoesNotApply => BTreeSet::new(),
        }
    }

    /// Kleene's "and". What does not apply is left out.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::DoesNotApply, rest) | (rest, Self::DoesNotApply) => rest.clone(),
            (Self::Undecided(left), Self::Undecided(right)) => Self::Undecided(united(left, right)),
            (Self::Undecided(whys), Self::Yes) | (Self::Yes, Self::Undecided(whys)) => {
                Self::Undecided(whys.clone())
            }
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }

    /// Kleene's "or". What does not apply is left out.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        self.not().and(&other.not()).not()
    }

    /// Kleene's "not".
    #[must_use]
    pub fn not(&self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Undecided(whys) => Self::Undecided(whys.clone()),
            Self::DoesNotApply => Self::DoesNotApply,
        }
    }
}

fn united(left: &Arc<BTreeSet<Why>>, right: &Arc<BTreeSet<Why>>) -> Arc<BTreeSet<Why>> {
    if right.is_subset(left) {
        Arc::clone(left)
    } else if left.is_subset(right) {
        Arc::clone(right)
    } else {
        Arc::new(left.union(right).cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(rule: &str) -> Verdict {
        Verdict::undecided(Why::OfficialDecides {
            text: rule.to_owned(),
        })
    }

    #[test]
    fn a_no_decides_an_and_and_a_yes_decides_an_or() {
        assert_eq!(open("a").and(&Verdict::No), Verdict::No);
        assert_eq!(open("a").or(&Verdict::Yes), Verdict::Yes);
    }

    #[test]
    fn the_reasons_of_two_open_parts_are_united() {
        assert_eq!(open("a").and(&open("b")).whys().len(), 2);
        assert_eq!(open("a").or(&open("b")).whys().len(), 2);
    }

    #[test]
    fn what_does_not_apply_is_neutral() {
        for other in [Verdict::Yes, Verdict::No, open("a"), Verdict::DoesNotApply] {
            assert_eq!(Verdict::DoesNotApply.and(&other), other);
            assert_eq!(Verdict::DoesNotApply.or(&other), other);
        }
    }

    #[test]
    fn what_an_official_decides_is_left_aside_and_nothing_else() {
        let missing = Verdict::undecided(Why::MissingFact {
            fact: crate::evaluate::complete("item"),
        });
        let gap = Verdict::undecided(Why::NoKnownRule {
            rule: "days".to_owned(),
            from: NaiveDate::MIN,
        });
        assert_eq!(open("a").without_officials(), Verdict::DoesNotApply);
        for left in [missing.clone(), gap.clone(), missing.and(&gap)] {
            assert_eq!(left.without_officials(), left);
            assert_eq!(left.and(&open("a")).without_officials(), left);
        }
        for decided in [Verdict::Yes, Verdict::No, Verdict::DoesNotApply] {
            assert_eq!(decided.without_officials(), decided);
        }
    }

    #[test]
    fn an_office_is_asked_only_when_no_answer_is_missing() {
        let missing = Verdict::undecided(Why::MissingFact {
            fact: crate::evaluate::complete("item"),
        });
        assert_eq!(missing.and(&open("a")).answers_first(), missing);
        assert_eq!(open("a").answers_first(), open("a"));
        for decided in [Verdict::Yes, Verdict::No, Verdict::DoesNotApply] {
            assert_eq!(decided.answers_first(), decided);
        }
    }

    #[test]
    fn an_office_may_be_one_of_those_who_can_decide_or_the_only_one() {
        let missing = Verdict::undecided(Why::MissingFact {
            fact: crate::evaluate::complete("item"),
        });
        for (verdict, named, alone) in [
            (open("a"), true, true),
            (open("a").and(&open("b")), true, true),
            (missing.and(&open("a")), true, false),
            (missing, false, false),
            (Verdict::Yes, false, false),
            (Verdict::No, false, false),
            (Verdict::DoesNotApply, false, false),
        ] {
            assert_eq!(verdict.names_an_office(), named, "{verdict:?}");
            assert_eq!(verdict.left_to_officials(), alone, "{verdict:?}");
        }
    }

    #[test]
    fn only_where_the_law_is_not_known_there_is_a_gap() {
        let gap = Why::NoKnownRule {
            rule: "days".to_owned(),
            from: NaiveDate::MIN,
        };
        let official = Why::OfficialDecides {
            text: "a".to_owned(),
        };
        assert!(gap.is_gap());
        assert!(!official.is_gap());
    }
}
