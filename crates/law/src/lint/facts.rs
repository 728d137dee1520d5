//! Questions: each for a reason, each that a rule needs asked, and each that decides open to "I don't know yet".

use std::collections::BTreeSet;

use toml::Table;
use toml::Value;

use crate::assess::STAY_FACTS;
use crate::lawbook::Entry;
use crate::lawbook::Lawbook;
use crate::lawbook::strings;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;

/// What the engine asks of every paper of a requirement.
const OF_EVERY_PAPER: [&str; 3] = ["paper.in_hand", "paper.issued", "paper.expires"];

/// The kind of record that compares answers with one another and decides nothing.
const SANITY: &str = "sanity";

/// Parts of a record that are remarks and decide nothing.
const REMARKS: [&str; 1] = ["note"];

pub(super) fn all(law: &Lawbook, interview: &Lawbook, forms: &[(&str, &str)]) -> Vec<LintFinding> {
    let declared: BTreeSet<&str> = interview
        .of_kind("fact")
        .map(|fact| fact.id.as_str())
        .collect();
    if declared.is_empty() {
        return Vec::new();
    }
    let by_rules = facts_in(
        law.entries().iter().filter(|entry| entry.kind != SANITY),
        &declared,
        &[],
    );
    let deciding = facts_in(
        law.entries().iter().filter(|entry| entry.kind != SANITY),
        &declared,
        &REMARKS,
    );
    let by_questions = facts_in(interview.entries().iter(), &declared, &["id"]);
    let in_forms = words_of_forms(forms);
    let mut found = Vec::new();
    for fact in interview.of_kind("fact") {
        let path = fact.id.as_str();
        let (entity, name) = path.split_once('.').unwrap_or((path, ""));
        // A form names a fact whole, or the facts of a list's record by their own names.
        let in_form =
            in_forms.contains(path) || (in_forms.contains(entity) && in_forms.contains(name));
        let flag = |key: &str| fact.body.get(key).and_then(Value::as_bool) == Some(true);
        let for_a_reason = by_rules.contains(path)
            || by_questions.contains(path)
            || in_form
            || flag("optional")
            || OF_EVERY_PAPER.contains(&path)
            || STAY_FACTS.contains(&path);
        if !for_a_reason {
            found.push(LintFinding::of(
                LintRule::Question,
                fact,
                "no rule, requirement or form needs the answer",
            ));
        }
        // A choice has its own option for it.
        if (deciding.contains(path) || STAY_FACTS.contains(&path))
            && !flag("unknown")
            && !flag("optional")
            && fact.text("type") != Some("choice")
        {
            found.push(LintFinding::of(
                LintRule::Question,
                fact,
                "a rule needs the answer, but \"I don't know yet\" is not offered",
            ));
        }
    }
    for entry in law.entries() {
        for path in undeclared(entry, &declared) {
            found.push(LintFinding::of(
                LintRule::Asked,
                entry,
                format!("the rule needs {path}, which nobody is asked"),
            ));
        }
    }
    found
}

/// The declared facts that records name, without some of their parts.
fn facts_in<'a, 'e>(
    entries: impl Iterator<Item = &'e Entry>,
    declared: &BTreeSet<&'a str>,
    without: &[&str],
) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for entry in entries {
        for (key, value) in &entry.body {
            if without.contains(&key.as_str()) {
                continue;
            }
            strings(value, key, &mut |_, text| {
                if let Some(path) = declared.get(text) {
                    found.insert(*path);
                }
            });
        }
    }
    found
}

/// The facts that a record names and the interview has not.
fn undeclared<'a>(entry: &'a Entry, declared: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for (key, value) in &entry.body {
        strings(value, key, &mut |key, text| {
            let names_a_fact = ["fact", "born", "of_each", "issued_in"].contains(&key);
            if names_a_fact && text.contains('.') && !declared.contains(text) {
                found.insert(text);
            }
        });
    }
    found
}

/// Every word of the forms that may name a fact.
fn words_of_forms(forms: &[(&str, &str)]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, text) in forms {
        // A form that cannot be read is the concern of the forms' own tests.
        let Ok(table) = text.parse::<Table>() else {
            continue;
        };
        for (key, value) in &table {
            strings(value, key, &mut |_, text| {
                found.insert(text.to_owned());
            });
        }
    }
    found
}
