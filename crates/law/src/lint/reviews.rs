//! What is to be read again, what leads nowhere, and what nobody could tell us.

use chrono::NaiveDate;

use crate::lawbook::Lawbook;
use crate::lawbook::strings;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;

/// What is worth knowing whatever the day.
pub(super) fn all(law: &Lawbook) -> Vec<LintFinding> {
    let mut found = Vec::new();
    for act in law.of_kind("act") {
        for day in ["seen", "next_review"] {
            if act.day(day).is_none() {
                found.push(LintFinding::of(
                    LintRule::Source,
                    act,
                    format!("the act has no day {day}"),
                ));
            }
        }
        if act.standing().is_none() {
            found.push(LintFinding::of(
                LintRule::Source,
                act,
                "the act does not say how well it is known",
            ));
        }
    }
    for entry in law.entries() {
        if entry.text("url").is_some_and(is_front_page) {
            found.push(LintFinding::of(
                LintRule::Address,
                entry,
                "the address is a front page, not that of the text",
            ));
        }
        let mut unknown = false;
        for (key, value) in &entry.body {
            strings(value, key, &mut |key, text| {
                unknown |= key == "standing" && text == "unknown";
            });
        }
        if unknown {
            found.push(LintFinding::of(
                LintRule::Unknown,
                entry,
                "nobody could tell us all of it",
            ));
        }
    }
    found
}

/// The records that were to be read again before a day.
#[must_use]
pub fn due(law: &Lawbook, day: NaiveDate) -> Vec<LintFinding> {
    law.entries()
        .iter()
        .filter_map(|entry| {
            let since = entry.day("next_review").filter(|review| *review < day)?;
            Some(LintFinding::of(
                LintRule::Review,
                entry,
                format!("to be read again since {since}"),
            ))
        })
        .collect()
}

/// `https://site` with at most one word after it.
fn is_front_page(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_end_matches('/').split('/').count() <= 2
}
