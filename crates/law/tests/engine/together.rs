//! What decides a requirement is its own, whichever requirements were looked at before it.

use std::collections::BTreeSet;
use std::fmt::Write;

use qonys_law::Answers;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Plan;
use qonys_law::assess;

use crate::world::day;

const WORDS: &str = "{ kk = \"–\", ru = \"–\", en = \"–\" }";

/// Conditions of one shape: the first leaves no answer to the choice that speaks against it, the second does, the third knows no
/// choice at all. Each with the facts any of which decides alone against it.
const ASKED: [(&str, &[&str]); 3] = [
    (
        r#"{ all = [{ one_of = { fact = "me.choice", values = ["x", "y", "z"] } }, { is = { fact = "me.a", value = true } }] }"#,
        &["a"],
    ),
    (
        r#"{ all = [{ is = { fact = "me.choice", value = "x" } }, { is = { fact = "me.a", value = true } }] }"#,
        &["a", "choice"],
    ),
    (
        r#"{ all = [{ is = { fact = "me.b", value = true } }, { is = { fact = "me.c", value = true } }] }"#,
        &["b", "c"],
    ),
];

/// Requirements that ask each of these in turn, many times over.
fn pack(interview: &Interview) -> Pack {
    let mut text = format!(
        r#"
[[act]]
id = "act"
title = {WORDS}
short = {WORDS}
url = "https://example.org"
standing = "official"
[[procedure]]
id = "general"
title = {WORDS}
cite = "act:1"
"#
    );
    for (place, (condition, _)) in ASKED.iter().cycle().take(60).enumerate() {
        writeln!(
            text,
            "[[requirement]]\nid = \"letter-{place}\"\nprocedure = \"general\"\norder = {place}\ntitle = {WORDS}\nwhat = {WORDS}\nneeded_if = {condition}\ncite = \"act:1\""
        )
        .expect("a String can be written to");
    }
    Pack::load([("pack.toml", text.as_str())], interview)
        .unwrap_or_else(|errors| panic!("{errors:?}"))
}

#[test]
fn what_decides_a_requirement_does_not_hang_on_those_before_it() {
    let interview = Interview::load([("interview.toml", include_str!("world-interview.toml"))])
        .expect("an interview");
    let pack = pack(&interview);
    let plan = Plan {
        today: day("2026-06-01"),
        filing: day("2026-06-20"),
        filing_given: true,
        payment: None,
        decision: None,
    };
    let assessment = assess(&pack, &interview, &Answers::default(), &plan);
    assert_eq!(assessment.requirements.len(), 60);
    for (found, (condition, wanted)) in assessment.requirements.iter().zip(ASKED.iter().cycle()) {
        let sets: BTreeSet<BTreeSet<&str>> = found
            .finding
            .deciding
            .iter()
            .map(|set| set.iter().map(|fact| fact.fact.as_str()).collect())
            .collect();
        let wanted: BTreeSet<BTreeSet<&str>> =
            wanted.iter().map(|fact| BTreeSet::from([*fact])).collect();
        assert_eq!(sets, wanted, "{} asks {condition}", found.finding.id);
    }
}
