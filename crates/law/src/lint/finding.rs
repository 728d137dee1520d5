//! What a lint finds.

use std::fmt;

use crate::lawbook::Entry;

/// Whether a pack with it may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It must be mended.
    Fault,
    /// It is worth knowing.
    Notice,
}

/// The rule that a record does not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LintRule {
    /// A file is readable as records.
    Syntax,
    /// A name means something that is declared, and a value is of its kind.
    Reference,
    /// No value without a source.
    Source,
    /// A record lies inside the days of its act, and a record begins before it ends.
    Days,
    /// No two editions hold on one day.
    Overlap,
    /// No whole number of the law is written as a fraction of the machine.
    Float,
    /// Every text is there in Kazakh, Russian and English.
    Languages,
    /// The three languages have the same places for values.
    Placeholders,
    /// The letters are those of the language.
    Letters,
    /// The place in an act is written as lawyers write it.
    Place,
    /// A question serves a rule or a form, and a rule's question may be left open.
    Question,
    /// A rule's question is asked somewhere.
    Asked,
    /// Between two editions there is a hole: nobody knows the law of those days.
    Gap,
    /// Something is declared and never used.
    Unused,
    /// The wording is to be read again.
    Review,
    /// The address is no more than the front page of a site.
    Address,
    /// Nobody could tell us.
    Unknown,
}

impl LintRule {
    /// How grave it is when the rule is not kept.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Syntax
            | Self::Reference
            | Self::Source
            | Self::Days
            | Self::Overlap
            | Self::Float
            | Self::Languages
            | Self::Placeholders
            | Self::Letters
            | Self::Place
            | Self::Question
            | Self::Asked => Severity::Fault,
            Self::Gap | Self::Unused | Self::Review | Self::Address | Self::Unknown => {
                Severity::Notice
            }
        }
    }

    /// The rule in a word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Reference => "reference",
            Self::Source => "source",
            Self::Days => "days",
            Self::Overlap => "overlap",
            Self::Float => "float",
            Self::Languages => "languages",
            Self::Placeholders => "placeholders",
            Self::Letters => "letters",
            Self::Place => "place",
            Self::Question => "question",
            Self::Asked => "asked",
            Self::Gap => "gap",
            Self::Unused => "unused",
            Self::Review => "review",
            Self::Address => "address",
            Self::Unknown => "unknown",
        }
    }
}

/// Something that a lint found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintFinding {
    /// The rule.
    pub rule: LintRule,
    /// The file's name, as it was given.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
    /// Kind and id of the record, as in `fee residence_permit`; empty where no record is meant.
    pub record: String,
    /// What is wrong, for the person who writes the pack.
    pub problem: String,
}

impl LintFinding {
    pub(super) fn of(rule: LintRule, entry: &Entry, problem: impl Into<String>) -> Self {
        Self {
            rule,
            file: entry.file.clone(),
            line: entry.line,
            record: format!("{} {}", entry.kind, entry.id),
            problem: problem.into(),
        }
    }
}

impl fmt::Display for LintFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if !self.record.is_empty() {
            write!(f, "{}: ", self.record)?;
        }
        write!(f, "{} [{}]", self.problem, self.rule.code())
    }
}
