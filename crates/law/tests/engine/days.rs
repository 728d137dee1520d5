//! Timelines say on every single day what the day itself says.

use proptest::prelude::*;
use qonys_law::Scope;

use crate::oracle;
use crate::tree::TERMS;
use crate::tree::Tree;
use crate::tree::any_tree;
use crate::world::answered;
use crate::world::every_day;
use crate::world::gaps;
use crate::world::less;
use crate::world::world;

fn same_on_every_day(tree: &Tree, answers: &qonys_law::Answers) -> Result<(), TestCaseError> {
    let world = world();
    let timeline = world
        .evaluation(answers)
        .timeline(&tree.condition(), &Scope::default());
    for day in every_day() {
        prop_assert_eq!(
            timeline.at(day).kind(),
            oracle::verdict(tree, answers, None, day),
            "on {}: {:?}",
            day,
            tree
        );
    }
    let stretches: Vec<_> = timeline.stretches().collect();
    for pair in stretches.windows(2) {
        prop_assert_eq!(
            pair[0].until.succ_opt(),
            Some(pair[1].from),
            "no day is lost"
        );
        prop_assert_ne!(pair[0].value, pair[1].value, "neighbours differ");
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(200))]

    #[test]
    fn any_condition_is_on_every_day_what_the_day_says(
        tree in any_tree(), whole in answered(), gaps in gaps(),
    ) {
        same_on_every_day(&tree, &less(&whole, &gaps))?;
    }

    #[test]
    fn terms_ages_and_validity_are_counted_day_by_day(
        whole in answered(), term in proptest::sample::select(TERMS.to_vec()),
    ) {
        for tree in [
            Tree::Within("me.event", term),
            Tree::Outlasts,
            Tree::Adult,
            Tree::Reached("me.expires"),
            Tree::Club,
        ] {
            same_on_every_day(&tree, &whole)?;
        }
    }
}
