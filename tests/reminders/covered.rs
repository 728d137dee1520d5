//! Every deadline of the pack has a kind of its own, so that none is merely called a deadline.

use qonys_app::Knowledge;
use qonys_reminders::ReminderKinds;

#[test]
fn every_deadline_of_the_pack_has_a_kind() {
    let knowledge = Knowledge::built_in().unwrap();
    let kinds = ReminderKinds::built_in().unwrap();
    let nameless: Vec<&str> = knowledge
        .pack
        .deadlines
        .ids()
        .filter(|id| kinds.of_key(id).id == "other")
        .collect();
    assert!(nameless.is_empty(), "assets/reminders.toml: {nameless:?}");
    for key in [
        "paper:x",
        "order:x",
        "start:x",
        "last_start:x",
        "procedure_end:x",
        "floor:x",
        "ground_over:x",
        "law_review:x",
        "stay_end",
        "passport_end",
        "filing_day",
    ] {
        assert_ne!(kinds.of_key(key).id, "other", "{key}");
    }
}

/// A kind that takes a deadline which does not exist takes it in vain.
#[test]
fn every_key_of_a_kind_exists() {
    let knowledge = Knowledge::built_in().unwrap();
    let kinds = ReminderKinds::built_in().unwrap();
    let elsewhere = ["stay_end", "passport_end", "filing_day"];
    let ids: Vec<&str> = knowledge.pack.deadlines.ids().collect();
    for kind in kinds.iter() {
        for key in kind.covers.iter().filter(|key| !key.contains([':', '*'])) {
            assert!(
                ids.contains(&key.as_str()) || elsewhere.contains(&key.as_str()),
                "{}: {key}",
                kind.id
            );
        }
    }
}
