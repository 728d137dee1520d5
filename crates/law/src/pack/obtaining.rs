//! How a paper is obtained: where, in which steps and how long it takes, by the country that issues it.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::pack::Pack;
use crate::pack::dated::Dated;
use crate::pack::dated::dated;
use crate::pack::kinds::Unit;
use crate::pack::records::Note;
use crate::words::Standing;
use crate::words::Words;

/// What a step on the way to a paper is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Something that must be done before the paper is issued at all.
    Before,
    /// The paper is issued.
    Issue,
    /// A notary certifies it.
    Notary,
    /// The apostille is put on it.
    Apostille,
}

/// How long a step takes: from the fewest to the most days that are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Takes {
    /// The fewest days; zero means "on the same day".
    #[serde(default)]
    pub at_least: u32,
    /// The most days, inclusive.
    pub at_most: u32,
    /// What the days are: calendar or working days, never anything else.
    pub unit: Unit,
    /// Whether the source adds "and more": then even the most days promise nothing.
    #[serde(default)]
    pub or_more: bool,
}

/// One step on the way to a paper.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// Where it is done.
    #[serde(rename = "where")]
    pub place: Words,
    /// How long it takes; none when that is not known.
    #[serde(default)]
    pub takes: Option<Takes>,
    /// What it costs, as the source says; none when that is not known.
    #[serde(default)]
    pub price: Option<Words>,
    /// How sure the step is, where it differs from its record.
    #[serde(default)]
    pub standing: Option<Standing>,
}

dated! {
    /// How a paper is obtained in one country, or anywhere.
    Obtaining {
        /// The paper.
        paper: String,
        /// The country that issues it, ISO 3166-1 alpha-2; anywhere, if absent.
        #[serde(default)]
        country: Option<String>,
        /// The steps, in their order, each after the one before it.
        #[serde(default)]
        step: Vec<Step>,
        /// What to ask, and whom, where something is not known.
        #[serde(default)]
        ask: Option<Words>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// What to bring where the country issues none: only beside a declared absence.
        #[serde(default)]
        instead: Option<Words>,
        /// The page that says so, where it is no act: its site and day.
        #[serde(default)]
        source: Option<Words>,
    }
}

impl Obtaining {
    /// Whether the time of every step is known.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        !self.step.is_empty() && self.step.iter().all(|step| step.takes.is_some())
    }
}

impl Pack {
    /// How a paper is obtained in a country on a day: the record of that country, else the one for anywhere.
    /// None means that nobody could tell us: never "at once".
    #[must_use]
    pub fn obtaining(
        &self,
        paper: &str,
        country: Option<&str>,
        day: NaiveDate,
    ) -> Option<&Obtaining> {
        if self.not_issued(paper, country, day).is_some() {
            return None;
        }
        self.editions_of(paper, country, day)
            .or_else(|| country.and_then(|_| self.editions_of(paper, None, day)))
    }

    /// The record that says that a country issues no such paper on a day, with what to bring instead.
    #[must_use]
    pub fn not_issued(
        &self,
        paper: &str,
        country: Option<&str>,
        day: NaiveDate,
    ) -> Option<&Obtaining> {
        self.editions_of(paper, country, day)
            .filter(|record| record.absent)
    }

    fn editions_of(
        &self,
        paper: &str,
        country: Option<&str>,
        day: NaiveDate,
    ) -> Option<&Obtaining> {
        self.obtainings.iter().find(|record| {
            record.paper == paper
                && record.country.as_deref() == country
                && record.from().is_none_or(|from| from <= day)
                && record.until().is_none_or(|until| day <= until)
        })
    }
}
