//! The mutants that may live, each with its reason.

use serde::Deserialize;

use crate::files;

/// Mutants that may live.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Allowed {
    /// How many may live because no table was written for them yet; it only ever shrinks.
    pub(crate) without_a_table_yet: usize,
    /// Mutants whose pack says the same, or that a test elsewhere kills.
    #[serde(default)]
    same: Vec<Entry>,
    /// Mutants for which a table is still to be written.
    #[serde(default)]
    no_table_yet: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The mutant as the test prints it; a star stands for anything.
    mutant: String,
    reason: String,
}

/// Why a mutant may live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leave {
    /// It changes nothing that could be seen here.
    Same,
    /// Nobody wrote its table yet.
    NoTableYet,
}

impl Allowed {
    pub(crate) fn read() -> Self {
        let file = files::root().join("tests/mutants/allowed.toml");
        let allowed: Self = toml::from_str(&files::text(&file)).expect("the list of mutants");
        for entry in allowed.same.iter().chain(&allowed.no_table_yet) {
            assert!(!entry.reason.is_empty(), "{}: why?", entry.mutant);
        }
        allowed
    }

    /// Whether a mutant may live, and why.
    pub(crate) fn leave(&self, mutant: &str) -> Option<Leave> {
        let listed = |entries: &[Entry]| entries.iter().any(|entry| matches(&entry.mutant, mutant));
        if listed(&self.same) {
            Some(Leave::Same)
        } else if listed(&self.no_table_yet) {
            Some(Leave::NoTableYet)
        } else {
            None
        }
    }

    /// The entries for which no mutant lives any more.
    pub(crate) fn idle<'a>(&'a self, living: &[String]) -> Vec<&'a str> {
        self.same
            .iter()
            .chain(&self.no_table_yet)
            .map(|entry| entry.mutant.as_str())
            .filter(|pattern| !living.iter().any(|mutant| matches(pattern, mutant)))
            .collect()
    }
}

/// Whether a pattern with stars fits a text.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in between {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[test]
fn a_star_stands_for_anything() {
    assert!(matches(
        "ground * from = *",
        "ground ground-9 from = 2024-05-31"
    ));
    assert!(matches("fee card", "fee card"));
    assert!(!matches("fee card", "fee cards"));
    assert!(!matches("fee * until = *", "fee card from = 2024-05-31"));
}
