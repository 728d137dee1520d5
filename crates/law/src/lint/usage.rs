//! What is declared and never used.

use crate::lawbook::Lawbook;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;

/// Kinds that exist only to be named by others. The other kinds speak for themselves.
const NAMED_BY_OTHERS: [&str; 8] = [
    "act",
    "list",
    "parameter",
    "period",
    "text",
    "amount",
    "procedure",
    "condition",
];

/// Terms and texts that the engine itself asks for.
const ASKED_BY_THE_ENGINE: [&str; 10] = [
    "service_term",
    "stay-country-unknown",
    "stay-stateless",
    "stay-with-refuge",
    "stay-without-entry",
    "stay-after-annulment",
    "stay-permit",
    "absence-still-excepted",
    "decision-day-open",
    "tested-to-decision",
];

pub(super) fn all(book: &Lawbook) -> Vec<LintFinding> {
    let mut found: Vec<LintFinding> = Vec::new();
    for entry in book.entries() {
        let used = !book.users(&entry.kind, &entry.id).is_empty();
        if used
            || !NAMED_BY_OTHERS.contains(&entry.kind.as_str())
            || ASKED_BY_THE_ENGINE.contains(&entry.id.as_str())
        {
            continue;
        }
        let finding = LintFinding::of(LintRule::Unused, entry, "declared and never used");
        if !found.iter().any(|other| other.record == finding.record) {
            found.push(finding);
        }
    }
    found
}
