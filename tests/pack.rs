//! Lints of the law pack and the interview: nothing without a source, nothing unused, nothing asked for no reason.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and this one prints what is not known"
)]

mod files;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use toml::Table;
use toml::Value;
use toml::value::Datetime;

/// What stands in the pack before anything uses it, and why.
const WAITING: &[(&str, &str)] = &[
    (
        "list minsk_parties",
        "the law issue: a note for each paper by the country that issued it",
    ),
    ("list eaeu", "the law issue: stays by citizenship"),
    (
        "period pilot_check",
        "the law issue: the stages of the pilot and the last day to start",
    ),
    (
        "period examination_stay",
        "the law issue: legal until the decision",
    ),
    (
        "text service-term-older",
        "the law issue: the term of the decision, shown with the plan",
    ),
    ("act order-532", "the law issue: registration and the card"),
    (
        "act citizenship-law",
        "the law issue: what comes after the permit",
    ),
    ("act labour-code", "the law issue: days off"),
];

/// What is asked before anything uses it, and why.
const ASKED_EARLY: &[(&str, &str)] = &[("stay.entered", "the law issue: 90 days in 180")];

/// The kinds of records with days of their own.
const DATED: [&str; 8] = [
    "parameter",
    "list",
    "route",
    "procedure",
    "requirement",
    "ground",
    "fee",
    "amount",
];

/// Where a condition may stand.
const CONDITIONS: [&str; 13] = [
    "all",
    "any",
    "not",
    "where",
    "when",
    "who",
    "needed_if",
    "unless",
    "held",
    "good_while",
    "applies_if",
    "ask_if",
    "exists",
];

fn tables(folder: &str) -> Vec<(String, Table)> {
    let found: Vec<(String, Table)> = files::below(folder, &["toml"])
        .iter()
        .map(|file| {
            let table = files::text(file)
                .parse()
                .unwrap_or_else(|error| panic!("{}: {error}", files::name(file)));
            (files::name(file), table)
        })
        .collect();
    assert!(!found.is_empty(), "{folder} has files");
    found
}

/// All records of a kind, with the file.
fn records<'a>(files: &'a [(String, Table)], kind: &str) -> Vec<(&'a str, &'a Table)> {
    files
        .iter()
        .flat_map(|(file, table)| {
            table
                .get(kind)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(move |record| (file.as_str(), record.as_table().expect("a record")))
        })
        .collect()
}

fn text<'a>(record: &'a Table, key: &str) -> Option<&'a str> {
    record.get(key).and_then(Value::as_str)
}

fn day(record: &Table, key: &str) -> Option<Datetime> {
    record.get(key).and_then(Value::as_datetime).copied()
}

fn id(record: &Table) -> &str {
    text(record, "id")
        .or_else(|| text(record, "of"))
        .unwrap_or("?")
}

/// Calls `visit` for every string of a value, with the nearest key above it.
fn strings(value: &Value, key: &str, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => visit(key, text),
        Value::Array(parts) => parts.iter().for_each(|part| strings(part, key, visit)),
        Value::Table(table) => {
            for (key, part) in table {
                strings(part, key, visit);
            }
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}

/// Everything that is referred to, as `kind id`.
fn references(files: &[(String, Table)]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, table) in files {
        for (kind, records) in table {
            strings(records, kind, &mut |key, text| {
                let kind = match key {
                    "cite" | "why_cite" => {
                        let act = text.split_once(':').map_or(text, |(act, _)| act);
                        found.insert(format!("act {act}"));
                        return;
                    }
                    "list" => "list",
                    "period" | "valid" => "period",
                    "parameter" | "years" | "by_more_than" | "rate_parameter" | "index" => {
                        "parameter"
                    }
                    "official" | "unknown" => "text",
                    "amount" => "amount",
                    "procedure" | "adds_to" | "replaces" => "procedure",
                    condition if CONDITIONS.contains(&condition) => "condition",
                    _ => return,
                };
                found.insert(format!("{kind} {text}"));
            });
        }
    }
    // The only term that the engine itself asks for.
    found.insert("period service_term".to_owned());
    found
}

fn both() -> Vec<(String, Table)> {
    let mut all = tables("assets/law");
    all.extend(tables("assets/interview"));
    all
}

#[test]
fn every_value_has_a_source() {
    let law = tables("assets/law");
    let mut bad = Vec::new();
    for kind in DATED.iter().chain(&["member", "period"]) {
        for (file, record) in records(&law, kind) {
            if text(record, "cite").is_none() {
                bad.push(format!("{file}: {kind} {} has no cite", id(record)));
            }
        }
    }
    for (file, record) in records(&law, "requirement") {
        for key in ["note", "disagreement"] {
            for note in record
                .get(key)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                let note = note.as_table().expect("a note");
                let sourced = text(note, "cite").is_some() || text(note, "standing").is_some();
                if !sourced {
                    bad.push(format!(
                        "{file}: a {key} of {} has neither cite nor standing",
                        id(record)
                    ));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn a_record_lies_inside_the_days_of_its_act() {
    let law = tables("assets/law");
    let acts: BTreeMap<&str, &Table> = records(&law, "act")
        .into_iter()
        .map(|(_, act)| (id(act), act))
        .collect();
    let mut looked_at = 0;
    let mut bad = Vec::new();
    for kind in DATED {
        for (file, record) in records(&law, kind) {
            let (act, _) = text(record, "cite")
                .expect("a cite")
                .split_once(':')
                .expect("act:place");
            let act = acts.get(act).expect("a declared act");
            // That there was nothing is often learned from a later act.
            if record.get("absent").is_some() {
                continue;
            }
            looked_at += 1;
            let begins_early = day(act, "from")
                .is_some_and(|from| day(record, "from").is_none_or(|own| own < from));
            let ends_late = day(act, "until")
                .is_some_and(|until| day(record, "until").is_none_or(|own| own > until));
            if begins_early || ends_late {
                bad.push(format!(
                    "{file}: {kind} {} goes beyond {}",
                    id(record),
                    id(act)
                ));
            }
        }
    }
    assert!(looked_at > 50);
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn everything_declared_is_used_or_waits_for_a_reason() {
    let all = both();
    let used = references(&all);
    let mut idle = BTreeSet::new();
    for kind in [
        "act",
        "list",
        "parameter",
        "period",
        "text",
        "amount",
        "procedure",
        "condition",
    ] {
        for (_, record) in records(&all, kind) {
            let name = format!("{kind} {}", id(record));
            if !used.contains(&name) {
                idle.insert(name);
            }
        }
    }
    for (_, record) in records(&all, "ground") {
        idle.remove(&format!("text {}", id(record)));
    }
    let waiting: BTreeSet<String> = WAITING.iter().map(|(name, _)| (*name).to_owned()).collect();
    let unused: Vec<&String> = idle.difference(&waiting).collect();
    assert!(unused.is_empty(), "declared and never used: {unused:#?}");
    let arrived: Vec<&String> = waiting.difference(&idle).collect();
    assert!(arrived.is_empty(), "used by now, or gone: {arrived:#?}");
    assert!(WAITING.iter().all(|(_, why)| !why.is_empty()));
}

/// A record without its remarks, which decide nothing.
fn without_notes(value: &Value) -> Value {
    let mut value = value.clone();
    for record in value.as_array_mut().into_iter().flatten() {
        if let Some(record) = record.as_table_mut() {
            record.remove("note");
        }
    }
    value
}

/// The facts that decide: those of the conditions of rules.
fn deciding_facts() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, table) in tables("assets/law") {
        for (kind, value) in &table {
            strings(&without_notes(value), kind, &mut |key, text| {
                if ["fact", "born", "after", "date"].contains(&key) {
                    found.insert(text.to_owned());
                }
            });
        }
    }
    found
}

/// The facts that rules, requirements and forms use.
fn used_facts() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut by_rules = BTreeSet::new();
    for (_, table) in tables("assets/law") {
        for (kind, value) in &table {
            strings(value, kind, &mut |key, text| {
                if ["fact", "born", "after", "date", "of_each"].contains(&key) {
                    by_rules.insert(text.to_owned());
                }
            });
        }
    }
    // What the engine asks of every paper of a requirement.
    for fact in ["paper.in_hand", "paper.issued", "paper.expires"] {
        by_rules.insert(fact.to_owned());
    }
    let mut by_forms = BTreeSet::new();
    for (_, table) in tables("assets/forms") {
        for (kind, value) in &table {
            strings(value, kind, &mut |_, text| {
                by_forms.insert(text.to_owned());
            });
        }
    }
    (by_rules, by_forms)
}

#[test]
fn every_fact_is_asked_for_a_reason() {
    let interview = tables("assets/interview");
    let (by_rules, by_forms) = used_facts();
    let asked_first: BTreeSet<String> = {
        let mut found = BTreeSet::new();
        for (_, table) in &interview {
            for (kind, value) in table {
                strings(value, kind, &mut |key, text| {
                    if ["fact", "born"].contains(&key) {
                        found.insert(text.to_owned());
                    }
                });
            }
        }
        found
    };
    let decides = deciding_facts();
    let mut bad = Vec::new();
    for (file, fact) in records(&interview, "fact") {
        let path = id(fact);
        let (entity, name) = path.split_once('.').expect("entity.fact");
        // A form names a fact whole, or the facts of a list's record by their own names.
        let in_form =
            by_forms.contains(path) || (by_forms.contains(entity) && by_forms.contains(name));
        let early = ASKED_EARLY.iter().any(|(early, _)| *early == path);
        let optional = fact.get("optional").and_then(Value::as_bool) == Some(true);
        if !(by_rules.contains(path) || in_form || optional || early || asked_first.contains(path))
        {
            bad.push(format!("{file}: {path} is asked for nothing"));
        }
        // Whoever does not know an answer that a rule needs can say so.
        let unknown = fact.get("unknown").and_then(Value::as_bool) == Some(true);
        if decides.contains(path)
            && !unknown
            && !optional
            && fact.get("type").and_then(Value::as_str) != Some("choice")
        {
            bad.push(format!(
                "{file}: {path} decides, but \"I don't know yet\" is not offered"
            ));
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn every_fact_that_a_rule_uses_can_be_answered() {
    let interview = tables("assets/interview");
    let declared: BTreeSet<&str> = records(&interview, "fact")
        .into_iter()
        .map(|(_, fact)| id(fact))
        .collect();
    let (by_rules, _) = used_facts();
    let missing: Vec<&String> = by_rules
        .iter()
        .filter(|path| !declared.contains(path.as_str()))
        .collect();
    assert!(by_rules.len() > 40, "the rules were read");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Fails for nothing: what nobody could tell us, and what is due to be read again, is printed.
#[test]
fn what_is_not_known_and_what_is_due_is_printed() {
    let law = tables("assets/law");
    let mut unknown = 0;
    let mut newest: Option<Datetime> = None;
    for (_, table) in &law {
        for (kind, value) in table {
            strings(value, kind, &mut |key, text| {
                unknown += usize::from(key == "standing" && text == "unknown");
            });
        }
    }
    for (_, act) in records(&law, "act") {
        newest = newest.max(day(act, "seen"));
    }
    let newest = newest.expect("acts were seen");
    println!("records, notes and texts of standing unknown: {unknown}");
    println!("due to be read again when the pack was last worked on ({newest}):");
    for (_, act) in records(&law, "act") {
        let due = day(act, "next_review").expect("every act is read again some day");
        if due <= newest {
            println!("  {} since {due}", id(act));
        }
    }
    assert!(unknown > 0, "a pack without a gap would be a surprise");
}
