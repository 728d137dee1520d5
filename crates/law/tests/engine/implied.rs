//! An answer that says what another question would be answered with stands for both.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Evaluation;
use qonys_law::Interview;
use qonys_law::Scope;
use qonys_law::Value;

use crate::said::A;
use crate::said::all;
use crate::said::any;
use crate::said::condition;
use crate::world::axis;
use crate::world::day;
use crate::world::world;

/// The small world, in which to name a country is to choose z.
fn interview() -> Interview {
    let text = include_str!("world-interview.toml").replace(
        "id = \"me.country\"",
        "id = \"me.country\"\nimplies = { fact = \"me.choice\", value = \"z\" }",
    );
    Interview::load([("interview.toml", text.as_str())]).expect("an interview")
}

/// What decides a condition, each set in short.
fn deciding(rule: &str, said: &[(&str, Answer)]) -> BTreeSet<String> {
    let said = said
        .iter()
        .map(|(fact, answer)| ((*fact).to_owned(), answer.clone()));
    let answers = Answers {
        singles: BTreeMap::from([("me".to_owned(), said.collect())]),
        ..Answers::default()
    };
    let interview = interview();
    Evaluation::new(&world().pack, &interview, &answers, axis())
        .deciding(&condition(rule), &Scope::default(), day("2026-06-01"))
        .into_iter()
        .map(|set| {
            let names: Vec<String> = set.into_iter().map(|fact| fact.fact).collect();
            names.join(" ")
        })
        .collect()
}

fn sets(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

const Z: &str = r#"{ is = { fact = "me.choice", value = "z" } }"#;

#[test]
fn the_country_answers_the_choice_too() {
    assert_eq!(deciding(Z, &[]), sets(&["choice", "country"]));
    assert_eq!(
        deciding(&any(&[Z, A]), &[]),
        sets(&["a", "choice", "country"])
    );
}

/// Another choice decides against both together; z does not, and a country says z.
#[test]
fn the_country_is_not_asked_for_where_its_choice_does_not_decide() {
    assert_eq!(deciding(&all(&[Z, A]), &[]), sets(&["a", "choice"]));
}

#[test]
fn a_country_that_was_named_is_not_asked_for() {
    let named = Answer::Known(Value::Country("AA".to_owned()));
    assert_eq!(deciding(Z, &[("country", named)]), sets(&["choice"]));
    let not_yet = [("country", Answer::NotKnownYet)];
    assert_eq!(deciding(Z, &not_yet), sets(&["choice", "country"]));
}

#[test]
fn a_choice_that_is_not_known_yet_stays_so_whatever_the_country() {
    let not_yet = [("choice", Answer::NotKnownYet)];
    assert_eq!(deciding(Z, &not_yet), sets(&["choice"]));
}
