//! Conditions as the tests know them: a tree of their own, told to the engine as TOML.

use proptest::prelude::*;
use qonys_law::Condition;
use serde::Deserialize;
use toml::Value as Toml;

/// A condition of the small world.
#[derive(Debug, Clone)]
pub(crate) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Exists(Box<Tree>),
    Every(Box<Tree>),
    Named,
    YesNo(&'static str, bool),
    Choice(Vec<&'static str>),
    Country(&'static str),
    Club,
    Adult,
    Within(&'static str, &'static str),
    Outlasts,
    Reached(&'static str),
    Many,
    Official,
    Unknown,
}

fn table(key: &str, value: Toml) -> Toml {
    Toml::Table([(key.to_owned(), value)].into_iter().collect())
}

fn pairs(pairs: &[(&str, Toml)]) -> Toml {
    Toml::Table(
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect(),
    )
}

fn text(text: &str) -> Toml {
    Toml::String(text.to_owned())
}

impl Tree {
    fn toml(&self) -> Toml {
        let list = |parts: &[Tree]| Toml::Array(parts.iter().map(Tree::toml).collect());
        let of_items = |inner: &Tree| pairs(&[("of", text("item")), ("where", inner.toml())]);
        match self {
            Self::All(parts) => table("all", list(parts)),
            Self::Any(parts) => table("any", list(parts)),
            Self::Not(inner) => table("not", inner.toml()),
            Self::Exists(inner) => table("exists", of_items(inner)),
            Self::Every(inner) => table("every", of_items(inner)),
            Self::Named => text("named"),
            Self::YesNo(fact, wanted) => table(
                "is",
                pairs(&[("fact", text(fact)), ("value", Toml::Boolean(*wanted))]),
            ),
            Self::Choice(words) => table(
                "one_of",
                pairs(&[
                    ("fact", text("me.choice")),
                    (
                        "values",
                        Toml::Array(words.iter().map(|word| text(word)).collect()),
                    ),
                ]),
            ),
            Self::Country(code) => table(
                "is",
                pairs(&[("fact", text("me.country")), ("value", text(code))]),
            ),
            Self::Club => table(
                "in_list",
                pairs(&[("fact", text("me.country")), ("list", text("club"))]),
            ),
            Self::Adult => table(
                "age_at_least",
                pairs(&[("born", text("me.born")), ("years", text("age"))]),
            ),
            Self::Within(fact, period) => table(
                "within",
                pairs(&[("after", text(fact)), ("period", text(period))]),
            ),
            Self::Outlasts => table(
                "outlasts",
                pairs(&[("date", text("me.expires")), ("by_more_than", text("days"))]),
            ),
            Self::Reached(fact) => table("reached", pairs(&[("fact", text(fact))])),
            Self::Many => table(
                "number_at_least",
                pairs(&[("fact", text("me.number")), ("parameter", text("count"))]),
            ),
            Self::Official => table("official", text("ask")),
            Self::Unknown => table("unknown", text("ask")),
        }
    }

    /// The same for the engine.
    pub(crate) fn condition(&self) -> Condition {
        Condition::deserialize(self.toml()).expect("a condition")
    }
}

/// The terms of the small world.
pub(crate) const TERMS: [&str; 4] = [
    "term_of_days",
    "term_of_days_with_the_event",
    "term_of_years",
    "term_of_months",
];

fn of_the_person() -> BoxedStrategy<Tree> {
    prop_oneof![
        4 => (proptest::sample::select(vec!["me.a", "me.b", "me.c"]), any::<bool>())
            .prop_map(|(fact, wanted)| Tree::YesNo(fact, wanted)),
        1 => Just(Tree::Named),
        2 => proptest::sample::subsequence(vec!["x", "y", "z"], 1..3).prop_map(Tree::Choice),
        1 => proptest::sample::select(vec!["AA", "BB", "CC"]).prop_map(Tree::Country),
        2 => Just(Tree::Club),
        1 => Just(Tree::Adult),
        2 => proptest::sample::select(TERMS.to_vec())
            .prop_map(|period| Tree::Within("me.event", period)),
        1 => Just(Tree::Outlasts),
        1 => Just(Tree::Reached("me.event")),
        1 => Just(Tree::Many),
    ]
    .boxed()
}

fn of_an_item() -> BoxedStrategy<Tree> {
    prop_oneof![
        2 => any::<bool>().prop_map(|wanted| Tree::YesNo("item.flag", wanted)),
        1 => Just(Tree::Reached("item.on")),
        1 => Just(Tree::Within("item.on", "term_of_years")),
    ]
    .boxed()
}

fn grown(leaf: BoxedStrategy<Tree>, depth: u32) -> BoxedStrategy<Tree> {
    leaf.prop_recursive(depth, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Tree::All),
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Tree::Any),
            inner.prop_map(|inner| Tree::Not(Box::new(inner))),
        ]
    })
    .boxed()
}

/// Any condition that answers can decide.
pub(crate) fn decidable() -> BoxedStrategy<Tree> {
    let items = prop_oneof![
        grown(of_an_item(), 2).prop_map(|inner| Tree::Exists(Box::new(inner))),
        grown(of_an_item(), 2).prop_map(|inner| Tree::Every(Box::new(inner))),
    ];
    grown(prop_oneof![5 => of_the_person(), 1 => items].boxed(), 3)
}

/// Any condition.
pub(crate) fn any_tree() -> BoxedStrategy<Tree> {
    let open = prop_oneof![Just(Tree::Official), Just(Tree::Unknown)];
    grown(prop_oneof![8 => decidable(), 1 => open].boxed(), 2)
}
