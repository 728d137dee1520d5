//! Conditions and answers in the short words in which a test says them.

use std::collections::BTreeMap;

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Condition;
use qonys_law::Records;
use qonys_law::Value;
use serde::Deserialize;

/// A condition as a pack has it.
pub(crate) fn condition(text: &str) -> Condition {
    #[derive(Deserialize)]
    struct Rule {
        when: Condition,
    }
    let rule: Rule = toml::from_str(&format!("when = {text}")).expect("a condition");
    rule.when
}

/// Somebody who says this of the person.
pub(crate) fn person(facts: &[(&str, Value)]) -> Answers {
    let facts = facts
        .iter()
        .map(|(fact, value)| ((*fact).to_owned(), Answer::Known(value.clone())));
    Answers {
        singles: BTreeMap::from([("me".to_owned(), facts.collect())]),
        ..Answers::default()
    }
}

/// Yes or no.
pub(crate) fn yes_no(answer: bool) -> Value {
    Value::YesNo(answer)
}

/// Somebody with a list of items, each with a flag, without one, or with none said.
pub(crate) fn items(flags: &[Option<bool>], complete: bool) -> Answers {
    let records = flags.iter().enumerate().map(|(place, flag)| {
        let said = flag.map(|flag| ("flag".to_owned(), Answer::Known(yes_no(flag))));
        (format!("item-{place}"), said.into_iter().collect())
    });
    Answers {
        lists: BTreeMap::from([(
            "item".to_owned(),
            Records {
                complete,
                records: records.collect(),
            },
        )]),
        ..Answers::default()
    }
}

/// Conditions of the person, and of an item.
pub(crate) const A: &str = r#"{ is = { fact = "me.a", value = true } }"#;
pub(crate) const B: &str = r#"{ is = { fact = "me.b", value = true } }"#;
pub(crate) const FLAGGED: &str = r#"{ is = { fact = "item.flag", value = true } }"#;

/// All of these.
pub(crate) fn all(parts: &[&str]) -> String {
    format!("{{ all = [{}] }}", parts.join(", "))
}

/// Any of these.
pub(crate) fn any(parts: &[&str]) -> String {
    format!("{{ any = [{}] }}", parts.join(", "))
}

/// Of the list of items: `exists`, or `every`.
pub(crate) fn of_items(kind: &str, inner: &str) -> String {
    format!(r#"{{ {kind} = {{ of = "item", where = {inner} }} }}"#)
}

/// Of so many items as count as repeated: of two.
pub(crate) fn twice(inner: &str) -> String {
    format!(r#"{{ count = {{ of = "item", where = {inner}, at_least = "repeated" }} }}"#)
}
