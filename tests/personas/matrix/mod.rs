//! Persons against rules: who differs from the common person, and in which rules exactly. `tests/persons/*.toml` names a person and
//! every rule that says something else of this person than of the common one; a rule that is not named must say the same. So a
//! condition that loses a part, an exemption, an alternative or a "not" is seen wherever a person stands on the edge of it.

mod marks;
mod person;
mod rewrite;

pub(crate) use marks::DAYS;
pub(crate) use marks::Marks;
pub(crate) use marks::marks;
pub(crate) use marks::of_condition;
pub(crate) use person::all;

use qonys_app::Knowledge;

#[test]
fn every_person_differs_from_the_common_one_in_these_rules_and_in_no_other() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let mut wrong = Vec::new();
    let mut before = Vec::new();
    for person in person::all() {
        let found = marks(&knowledge, &person.case(&knowledge), person.filing);
        let wanted = person.wanted(&before);
        if wanted != found {
            let lines = marks::lines(&wanted, &found)
                .into_iter()
                .map(|(rule, mark)| {
                    let said = wanted.get(&rule).map_or("nothing", String::as_str);
                    format!("{rule} | {mark}   # the file says: {said}")
                });
            wrong.push(format!(
                "{}, {}:\n{}",
                person.who,
                person.filing,
                lines.collect::<Vec<_>>().join("\n")
            ));
        }
        before.push((person, found));
    }
    assert!(before.len() > 200, "{} persons were found", before.len());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
