//! Lints of the law pack and the interview: nothing without a source, nothing unused, nothing asked for no reason.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and this one prints what is not known"
)]

mod files;

use std::collections::BTreeSet;

use qonys_law::Lawbook;
use qonys_law::LintFiles;
use qonys_law::LintFinding;
use qonys_law::LintRule;
use qonys_law::Severity;
use qonys_law::due;
use qonys_law::lint;

/// What stands in the pack before anything uses it, and why.
const WAITING: &[(&str, &str)] = &[
    (
        "parameter minimum_wage",
        "stands beside the MCI in the budget laws; no rule of the permit counts with it",
    ),
    (
        "parameter subsistence_minimum",
        "stands beside the MCI in the budget laws; no rule of the permit counts with it",
    ),
    (
        "procedure ata-zholy",
        "stands beside the permit; which papers the card asks for is not known",
    ),
    (
        "procedure in-demand-profession",
        "its one paper, the petition, stands on the general list with the reason why others do not bring it",
    ),
];

/// What is asked before anything uses it, and why.
const ASKED_EARLY: &[(&str, &str)] = &[];

/// The files of a folder: name and text.
fn texts(folder: &str) -> Vec<(String, String)> {
    let found: Vec<(String, String)> = files::below(folder, &["toml"])
        .iter()
        .map(|file| (files::name(file), files::text(file)))
        .collect();
    assert!(!found.is_empty(), "{folder} has files");
    found
}

fn borrowed(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect()
}

/// All findings of all lints over the pack that is built in.
fn findings() -> Vec<LintFinding> {
    let (law, interview, forms) = (
        texts("assets/law"),
        texts("assets/interview"),
        texts("assets/forms"),
    );
    lint(&LintFiles {
        law: &borrowed(&law),
        interview: &borrowed(&interview),
        forms: &borrowed(&forms),
    })
}

#[test]
fn the_pack_has_no_fault() {
    let early: BTreeSet<String> = ASKED_EARLY
        .iter()
        .map(|(fact, _)| format!("fact {fact}"))
        .collect();
    let bad: Vec<String> = findings()
        .iter()
        .filter(|finding| finding.rule.severity() == Severity::Fault)
        .filter(|finding| !(finding.rule == LintRule::Question && early.contains(&finding.record)))
        .map(ToString::to_string)
        .collect();
    assert!(bad.is_empty(), "{} faults: {bad:#?}", bad.len());
}

#[test]
fn everything_declared_is_used_or_waits_for_a_reason() {
    let idle: BTreeSet<String> = findings()
        .into_iter()
        .filter(|finding| finding.rule == LintRule::Unused)
        .map(|finding| finding.record)
        .collect();
    let waiting: BTreeSet<String> = WAITING.iter().map(|(name, _)| (*name).to_owned()).collect();
    let unused: Vec<&String> = idle.difference(&waiting).collect();
    assert!(unused.is_empty(), "declared and never used: {unused:#?}");
    let arrived: Vec<&String> = waiting.difference(&idle).collect();
    assert!(arrived.is_empty(), "used by now, or gone: {arrived:#?}");
    assert!(WAITING.iter().all(|(_, why)| !why.is_empty()));
}

/// Fails for nothing: what nobody could tell us, and what is due to be read again, is printed.
#[test]
fn what_is_not_known_and_what_is_due_is_printed() {
    let law = texts("assets/law");
    let book = Lawbook::read(borrowed(&law)).expect("TOML");
    let found = findings();
    let newest = book
        .of_kind("act")
        .filter_map(|act| act.day("seen"))
        .max()
        .expect("acts were seen");
    println!("due to be read again when the pack was last worked on ({newest}):");
    for finding in due(&book, newest) {
        println!("  {finding}");
    }
    for rule in [LintRule::Unknown, LintRule::Gap, LintRule::Address] {
        let these: Vec<&LintFinding> = found.iter().filter(|f| f.rule == rule).collect();
        println!("{}: {}", rule.code(), these.len());
        for finding in these {
            println!("  {finding}");
        }
    }
    let unknown = found.iter().any(|f| f.rule == LintRule::Unknown);
    assert!(unknown, "a pack without a gap would be a surprise");
}
