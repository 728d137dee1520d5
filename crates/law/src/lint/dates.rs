//! Days: inside those of the act, in order, never twice, and the holes between them.

use chrono::NaiveDate;

use crate::lawbook::Entry;
use crate::lawbook::Lawbook;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;

/// Kinds whose records always have days: one without a first day reaches back before every act.
const DATED: [&str; 11] = [
    "parameter",
    "list",
    "route",
    "procedure",
    "requirement",
    "ground",
    "fee",
    "amount",
    "tariff",
    "payment_detail",
    "calendar",
];

pub(super) fn all(law: &Lawbook) -> Vec<LintFinding> {
    let mut found = Vec::new();
    for entry in law.entries() {
        in_order(entry, &mut found);
        inside_act(law, entry, &mut found);
    }
    let mut seen = std::collections::BTreeSet::new();
    for entry in law.entries() {
        if seen.insert((entry.kind.as_str(), entry.id.as_str())) {
            editions(&law.editions(&entry.kind, &entry.id), &mut found);
        }
    }
    found
}

fn in_order(entry: &Entry, found: &mut Vec<LintFinding>) {
    for (first, last) in [
        ("from", "until"),
        ("adopted", "from"),
        ("seen", "next_review"),
    ] {
        if let (Some(early), Some(late)) = (entry.day(first), entry.day(last))
            && late < early
        {
            found.push(LintFinding::of(
                LintRule::Days,
                entry,
                format!("{last} {late} lies before {first} {early}"),
            ));
        }
    }
}

fn inside_act(law: &Lawbook, entry: &Entry, found: &mut Vec<LintFinding>) {
    let dated = DATED.contains(&entry.kind.as_str()) || entry.has_days();
    // That there was nothing is often learned from a later act.
    if !dated || entry.absent() {
        return;
    }
    let Some(act) = entry
        .cite()
        .and_then(|cite| law.of_kind("act").find(|act| act.id == cite.act))
    else {
        return;
    };
    let begins_early = act
        .from()
        .is_some_and(|from| entry.from().is_none_or(|own| own < from));
    let ends_late = act
        .until()
        .is_some_and(|until| entry.until().is_none_or(|own| own > until));
    if begins_early || ends_late {
        let day =
            |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
        found.push(LintFinding::of(
            LintRule::Days,
            entry,
            format!(
                "it goes beyond the days of {}, {} to {}",
                act.id,
                day(act.from()),
                day(act.until())
            ),
        ));
    }
}

fn editions(editions: &[&Entry], found: &mut Vec<LintFinding>) {
    for pair in editions.windows(2) {
        let (earlier, later) = (pair[0], pair[1]);
        let begins = later.from().unwrap_or(NaiveDate::MIN);
        let Some(last) = earlier.until().filter(|last| *last < begins) else {
            found.push(LintFinding::of(
                LintRule::Overlap,
                later,
                format!("two editions hold on {begins}"),
            ));
            continue;
        };
        if last.succ_opt().is_some_and(|next| next < begins) {
            found.push(LintFinding::of(
                LintRule::Gap,
                later,
                format!("between {last} and {begins} nobody knows the law"),
            ));
        }
    }
}
