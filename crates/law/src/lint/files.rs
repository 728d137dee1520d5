//! The files that are looked at, and all lints over them.

use crate::error::PackError;
use crate::interview::Interview;
use crate::lawbook::Lawbook;
use crate::lint::dates;
use crate::lint::facts;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;
use crate::lint::languages;
use crate::lint::places;
use crate::lint::reviews;
use crate::lint::sources;
use crate::lint::usage;
use crate::pack::Pack;

/// The files to look at, each a name and a text.
#[derive(Debug, Clone, Copy, Default)]
pub struct LintFiles<'a> {
    /// The law pack.
    pub law: &'a [(&'a str, &'a str)],
    /// The interview; without it nothing that rules ask is checked.
    pub interview: &'a [(&'a str, &'a str)],
    /// The forms, for which questions are asked too.
    pub forms: &'a [(&'a str, &'a str)],
}

/// Everything that is wrong with a pack or worth knowing of it, the faults first, by file and line.
#[must_use]
pub fn lint(files: &LintFiles<'_>) -> Vec<LintFinding> {
    let mut found = Vec::new();
    let law = read(files.law, &mut found);
    let interview = read(files.interview, &mut found);
    if !found.is_empty() {
        return found;
    }
    let whole = read(&[files.law, files.interview].concat(), &mut found);
    found.extend(loading(files, &whole));
    found.extend(sources::all(&law));
    found.extend(dates::all(&law));
    found.extend(languages::all(&whole));
    found.extend(places::all(&whole));
    found.extend(usage::all(&whole));
    found.extend(facts::all(&law, &interview, files.forms));
    found.extend(reviews::all(&law));
    found.sort_by(|a, b| {
        (a.rule.severity(), &a.file, a.line, a.rule).cmp(&(
            b.rule.severity(),
            &b.file,
            b.line,
            b.rule,
        ))
    });
    found.dedup();
    found
}

fn read(files: &[(&str, &str)], found: &mut Vec<LintFinding>) -> Lawbook {
    Lawbook::read(files.iter().copied()).unwrap_or_else(|errors| {
        found.extend(errors.iter().map(|error| of_error(error, None)));
        Lawbook::default()
    })
}

/// What the reader of the engine says of the files.
fn loading(files: &LintFiles<'_>, book: &Lawbook) -> Vec<LintFinding> {
    let interview = match Interview::load(files.interview.iter().copied()) {
        Ok(interview) => interview,
        Err(errors) => {
            return errors
                .iter()
                .map(|error| of_error(error, Some(book)))
                .collect();
        }
    };
    match Pack::load(files.law.iter().copied(), &interview) {
        Ok(_) => Vec::new(),
        // Without the interview every fact would be missing.
        Err(_) if files.interview.is_empty() => Vec::new(),
        Err(errors) => errors
            .iter()
            .map(|error| of_error(error, Some(book)))
            .collect(),
    }
}

/// A mistake of loading, with the file and the line of its record where the book has it.
fn of_error(error: &PackError, book: Option<&Lawbook>) -> LintFinding {
    let (rule, record) = match error {
        PackError::Syntax {
            file,
            line,
            problem,
        } => {
            return LintFinding {
                rule: LintRule::Syntax,
                file: file.clone(),
                line: *line,
                record: String::new(),
                problem: problem.clone(),
            };
        }
        PackError::Undeclared { record, .. } | PackError::Value { record, .. } => {
            (LintRule::Reference, record)
        }
        PackError::Overlap { record, .. } => (LintRule::Overlap, record),
    };
    let entry = book.and_then(|book| book.entries().iter().find(|entry| entry.id == *record));
    match entry {
        Some(entry) => LintFinding::of(rule, entry, error.to_string()),
        None => LintFinding {
            rule,
            file: String::new(),
            line: 1,
            record: record.clone(),
            problem: error.to_string(),
        },
    }
}
