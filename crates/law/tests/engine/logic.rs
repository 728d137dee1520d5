//! What may change a verdict, and what may not.

use proptest::prelude::*;
use qonys_law::Answers;
use qonys_law::Scope;
use qonys_law::VerdictKind;

use crate::tree::any_tree;
use crate::world::answered;
use crate::world::every_day;
use crate::world::gaps;
use crate::world::less;
use crate::world::world;

/// The same answers in another order.
fn turned(answers: &Answers) -> Answers {
    let mut turned = Answers::default();
    for (kind, record) in answers.singles.iter().rev() {
        let record = record.iter().rev().map(|(k, v)| (k.clone(), v.clone()));
        turned.singles.insert(kind.clone(), record.collect());
    }
    for (kind, list) in &answers.lists {
        let mut list = list.clone();
        list.records.reverse();
        turned.lists.insert(kind.clone(), list);
    }
    turned
}

proptest! {
    #![proptest_config(crate::cases(300))]

    #[test]
    fn the_order_of_answers_does_not_matter(
        tree in any_tree(), whole in answered(), gaps in gaps(),
    ) {
        let world = world();
        let (one, other) = (less(&whole, &gaps), turned(&less(&whole, &gaps)));
        let condition = tree.condition();
        prop_assert_eq!(
            world.evaluation(&one).timeline(&condition, &Scope::default()),
            world.evaluation(&other).timeline(&condition, &Scope::default())
        );
    }

    /// Whatever a person says later, a verdict that was given stays.
    #[test]
    fn a_missing_fact_never_decides(
        tree in any_tree(), whole in answered(), gaps in gaps(),
    ) {
        let world = world();
        let condition = tree.condition();
        let part = less(&whole, &gaps);
        let early = world.evaluation(&part).timeline(&condition, &Scope::default());
        let late = world.evaluation(&whole).timeline(&condition, &Scope::default());
        for day in every_day().step_by(7) {
            let (early, late) = (early.at(day), late.at(day));
            if early.kind() == VerdictKind::Undecided {
                prop_assert!(!early.whys().is_empty(), "undecided has a reason");
            } else if early.kind() != VerdictKind::DoesNotApply {
                prop_assert_eq!(early, late, "on {}: {:?}", day, &tree);
            }
        }
    }

    /// The reason and the question are the same in every way of asking.
    #[test]
    fn what_is_missing_is_really_not_there(
        tree in any_tree(), whole in answered(), gaps in gaps(),
    ) {
        let world = world();
        let part = less(&whole, &gaps);
        let evaluation = world.evaluation(&part);
        for day in every_day().step_by(31) {
            for why in evaluation.on(&tree.condition(), &Scope::default(), day).whys() {
                if let qonys_law::Why::MissingFact { fact } = why {
                    let open = match part.get(&fact) {
                        None | Some(qonys_law::Answer::NotKnownYet) => true,
                        Some(qonys_law::Answer::Known(_)) => false,
                    };
                    prop_assert!(open, "{} was answered", fact);
                }
            }
        }
    }
}
