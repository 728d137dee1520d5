//! What is different between two days of one pack, or between two packs.

use chrono::NaiveDate;
use toml::Table;
use toml::Value;

use super::book::Lawbook;
use super::entry::Entry;
use super::status::Status;

/// Keys that say when and how well a thing is known, not what it is.
const ABOUT_THE_RECORD: [&str; 7] = [
    "id",
    "from",
    "until",
    "seen",
    "next_review",
    "order",
    "absent",
];

/// One thing that is different.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// How.
    pub change: Change,
}

/// How a thing is different.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It is there now and was not; the record before says why not, where one does.
    Appeared {
        /// What it is now.
        now: Entry,
        /// The declared absence before.
        before: Option<Entry>,
    },
    /// It was there and is known to be no more.
    Ended {
        /// What it was.
        was: Entry,
        /// The declared absence now.
        now: Option<Entry>,
    },
    /// It was there, and the pack does not know what holds now.
    NoLongerKnown {
        /// What it was.
        was: Entry,
    },
    /// Another edition says something else.
    Changed {
        /// What it was.
        was: Entry,
        /// What it is now.
        now: Entry,
        /// Field by field.
        fields: Vec<FieldChange>,
    },
}

/// A field that is different.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// The field.
    pub key: String,
    /// What it said.
    pub was: Option<Value>,
    /// What it says.
    pub now: Option<Value>,
}

/// What is different on a later day from an earlier one, record by record in the order of the files.
#[must_use]
pub fn between_days(book: &Lawbook, first: NaiveDate, second: NaiveDate) -> Vec<Difference> {
    things(&[book])
        .into_iter()
        .filter_map(|(kind, id)| {
            let change = match (book.on(&kind, &id, first), book.on(&kind, &id, second)) {
                (Status::InForce(was), Status::InForce(now)) => edited(was, now)?,
                (Status::InForce(was), Status::Absent(now)) => Change::Ended {
                    was: was.clone(),
                    now: Some(now.clone()),
                },
                (Status::InForce(was), Status::NotKnown { .. }) => {
                    Change::NoLongerKnown { was: was.clone() }
                }
                (Status::Absent(before), Status::InForce(now)) => Change::Appeared {
                    now: now.clone(),
                    before: Some(before.clone()),
                },
                (Status::NotKnown { .. }, Status::InForce(now)) => Change::Appeared {
                    now: now.clone(),
                    before: None,
                },
                (
                    Status::Absent(_) | Status::NotKnown { .. },
                    Status::Absent(_) | Status::NotKnown { .. },
                ) => return None,
            };
            Some(Difference { kind, id, change })
        })
        .collect()
}

/// What is different in a second pack, edition by edition in the order of the files. An edition is known by its first day.
#[must_use]
pub fn between_books(first: &Lawbook, second: &Lawbook) -> Vec<Difference> {
    let mut found = Vec::new();
    for (kind, id) in things(&[first, second]) {
        let old = first.editions(&kind, &id);
        let new = second.editions(&kind, &id);
        let mut note = |change| {
            found.push(Difference {
                kind: kind.clone(),
                id: id.clone(),
                change,
            });
        };
        for was in &old {
            let twin = new.iter().find(|now| now.from() == was.from());
            match twin {
                None => note(Change::Ended {
                    was: (*was).clone(),
                    now: None,
                }),
                Some(now) => {
                    let fields = fields(&was.body, &now.body, &[]);
                    if !fields.is_empty() {
                        note(Change::Changed {
                            was: (*was).clone(),
                            now: (*now).clone(),
                            fields,
                        });
                    }
                }
            }
        }
        for now in &new {
            if !old.iter().any(|was| was.from() == now.from()) {
                note(Change::Appeared {
                    now: (*now).clone(),
                    before: None,
                });
            }
        }
    }
    found
}

/// Every kind and id of some books, each once.
fn things(books: &[&Lawbook]) -> Vec<(String, String)> {
    let mut seen = std::collections::BTreeSet::new();
    books
        .iter()
        .flat_map(|book| book.entries())
        .map(|entry| (entry.kind.clone(), entry.id.clone()))
        .filter(|thing| seen.insert(thing.clone()))
        .collect()
}

/// What another edition says, if it says anything else.
fn edited(was: &Entry, now: &Entry) -> Option<Change> {
    let fields = fields(&was.body, &now.body, &ABOUT_THE_RECORD);
    (!fields.is_empty()).then(|| Change::Changed {
        was: was.clone(),
        now: now.clone(),
        fields,
    })
}

fn fields(was: &Table, now: &Table, without: &[&str]) -> Vec<FieldChange> {
    let mut keys: Vec<&String> = was.keys().chain(now.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter()
        .filter(|key| !without.contains(&key.as_str()))
        .filter(|key| was.get(*key) != now.get(*key))
        .map(|key| {
            let (was, now) = apart(was.get(key), now.get(key));
            FieldChange {
                key: key.clone(),
                was,
                now,
            }
        })
        .collect()
}

/// Of two lists, only what one has and the other has not.
fn apart(was: Option<&Value>, now: Option<&Value>) -> (Option<Value>, Option<Value>) {
    match (was, now) {
        (Some(Value::Array(was)), Some(Value::Array(now))) => {
            let only = |these: &[Value], others: &[Value]| {
                let left: Vec<Value> = these
                    .iter()
                    .filter(|one| !others.contains(one))
                    .cloned()
                    .collect();
                (!left.is_empty()).then_some(Value::Array(left))
            };
            let (gone, come) = (only(was, now), only(now, was));
            if gone.is_none() && come.is_none() {
                // The same things in another order.
                (
                    Some(Value::Array(was.clone())),
                    Some(Value::Array(now.clone())),
                )
            } else {
                (gone, come)
            }
        }
        (was, now) => (was.cloned(), now.cloned()),
    }
}
