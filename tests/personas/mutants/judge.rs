//! A table as a judge of changed packs.

use chrono::NaiveDate;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::assess_case;
use qonys_law::Assessment;

use super::records::Leaning;
use crate::case;
use crate::rows;

/// Rows about all records of some kinds together, and those kinds.
const ABOUT_ALL: &[(&str, &[&str])] = &[
    ("may", &["ground", "route"]),
    ("open", &["route"]),
    ("closed", &["route"]),
    ("grounds", &["ground"]),
    ("requirements", &["procedure", "requirement"]),
    ("window", &["procedure", "requirement"]),
];

/// Rows about one record, which they name.
const ABOUT_ONE: &[&str] = &[
    "fee",
    "ground",
    "paper",
    "procedure",
    "requirement",
    "route",
];

/// Records that the engine asks for by name: they bear on everything.
const ASKED_FOR_BY_THE_ENGINE: &[&str] = &["service_term"];

/// One table, ready to be asked again and again.
pub(crate) struct Judge {
    person: Case,
    today: NaiveDate,
    rows: String,
    /// What the unchanged pack says.
    before: Assessment,
}

/// All tables of all cases.
pub(crate) fn all(knowledge: &Knowledge) -> Vec<Judge> {
    let mut judges = Vec::new();
    for case in case::all() {
        for table in &case.tables {
            let person = case.person(knowledge, table);
            let today = table.today();
            judges.push(Judge {
                before: assessed(knowledge, &person, today),
                person,
                today,
                rows: table.rows.clone(),
            });
        }
    }
    judges
}

fn assessed(knowledge: &Knowledge, person: &Case, today: NaiveDate) -> Assessment {
    qonys_law::assess(
        &knowledge.pack,
        &knowledge.interview,
        &person.answers,
        &person.plan.on(today),
    )
}

impl Judge {
    /// Whether a row does not hold by this knowledge.
    pub(crate) fn is_red(&self, knowledge: &Knowledge) -> bool {
        // Words cost more than verdicts, and without another verdict no word is another.
        assessed(knowledge, &self.person, self.today) != self.before && !self.holds(knowledge)
    }

    /// Whether every row holds by this knowledge.
    pub(crate) fn holds(&self, knowledge: &Knowledge) -> bool {
        let view = assess_case(knowledge, &self.person, self.today, Lang::En);
        rows::of(&self.rows).all(|row| row.problems(&view).is_empty())
    }

    /// How much of the table may change when something changes on which these lean; none, if nothing.
    pub(crate) fn concerned(&self, leaning: &Leaning) -> Option<usize> {
        let mut concerned = ASKED_FOR_BY_THE_ENGINE
            .iter()
            .any(|id| leaning.ids.contains(*id))
            .then_some(0);
        for row in self.rows.lines().map(str::trim) {
            let (subject, _) = row.split_once('|').unwrap_or((row, ""));
            let mut words = subject.split_whitespace();
            let first = words.next().unwrap_or_default();
            let names = words.any(|word| {
                let id = word.split(':').next().unwrap_or(word);
                leaning.ids.contains(id)
            });
            let about_all = ABOUT_ALL.iter().find(|(word, _)| *word == first);
            let weight = match about_all {
                _ if names => 100,
                Some((_, kinds)) if kinds.iter().any(|kind| leaning.kinds.contains(*kind)) => 1,
                Some(_) => continue,
                None if ABOUT_ONE.contains(&first)
                    || first.is_empty()
                    || first.starts_with('#') =>
                {
                    continue;
                }
                // A row of a kind that is not known here may be about anything.
                None => 1,
            };
            concerned = Some(concerned.unwrap_or(0) + weight);
        }
        concerned
    }
}
