//! The pack record by record, so that a mutant costs the reading of one record.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_app::Knowledge;
use qonys_law::Pack;
use qonys_law::PackPart;
use toml::Table;
use toml::Value;

use crate::ledger;

/// One record of the pack.
pub(crate) struct PackRecord {
    /// `ground`, `fee` and so on.
    pub(crate) kind: String,
    /// Its id, or what stands for one.
    pub(crate) id: String,
    /// The kind, the id, and which edition.
    pub(crate) name: String,
    pub(crate) body: Table,
}

impl PackRecord {
    fn cited_act(&self) -> Option<&str> {
        let cite = self.body.get("cite").and_then(Value::as_str)?;
        cite.split_once(':').map(|(act, _)| act)
    }
}

/// All records, and each as a part that was read.
pub(crate) struct Records {
    pub(crate) all: Vec<PackRecord>,
    parts: Vec<PackPart>,
    knowledge: Knowledge,
    /// By what is named in them, the ids of the records that name it.
    named_by: BTreeMap<String, BTreeSet<String>>,
}

impl Records {
    /// The built-in pack.
    pub(crate) fn built_in(knowledge: &Knowledge) -> Self {
        let mut all = Vec::new();
        for (file, text) in Knowledge::built_in_law().expect("the pack is UTF-8") {
            let table: Table = text
                .parse()
                .unwrap_or_else(|error| panic!("{file}: {error}"));
            for (kind, value) in table {
                let bodies = if let Value::Array(bodies) = value {
                    bodies
                } else {
                    vec![value]
                };
                for body in bodies {
                    let Value::Table(body) = body else { continue };
                    all.push(record(&kind, body));
                }
            }
        }
        let parts = all
            .iter()
            .map(|record| part(&record.kind, &record.body).expect("a record of the pack"))
            .collect();
        let mut named_by: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for record in &all {
            names(&Value::Table(record.body.clone()), &mut |name| {
                if name != record.id {
                    named_by
                        .entry(name.to_owned())
                        .or_default()
                        .insert(record.id.clone());
                }
            });
        }
        Self {
            all,
            parts,
            knowledge: knowledge.clone(),
            named_by,
        }
    }

    /// The pack with another body in place of a record, if it still fits together.
    pub(crate) fn with(&self, place: usize, body: &Table) -> Option<Knowledge> {
        let changed = part(&self.all[place].kind, body)?;
        let parts = self.parts.iter().enumerate().map(|(own, part)| {
            if own == place {
                changed.clone()
            } else {
                part.clone()
            }
        });
        let pack = Pack::of_parts(parts, &self.knowledge.interview).ok()?;
        Some(self.knowledge.with_pack(pack))
    }

    /// A changed record as a file, with its act, or an act with everything that cites it.
    pub(crate) fn with_its_act(&self, place: usize, body: &Table) -> Vec<(String, String)> {
        let own = &self.all[place];
        let act = if own.kind == "act" {
            Some(own.id.as_str())
        } else {
            own.cited_act()
        };
        let beside = self.all.iter().enumerate().filter(|(other, record)| {
            *other != place
                && if own.kind == "act" {
                    record.cited_act() == act
                } else {
                    record.kind == "act" && Some(record.id.as_str()) == act
                }
        });
        std::iter::once((own, body))
            .chain(beside.map(|(_, record)| (record, &record.body)))
            .enumerate()
            .map(|(number, (record, body))| (format!("{number}.toml"), text(&record.kind, body)))
            .collect()
    }

    /// The ids and kinds of everything that leans on a record, and its own.
    pub(crate) fn leaning_on(&self, place: usize) -> Leaning {
        let record = &self.all[place];
        let mut found = BTreeSet::new();
        let mut next = vec![record.id.clone()];
        // A member has no id of its own: its list leans on it.
        if let Some(list) = record.body.get("list").and_then(Value::as_str) {
            next.push(list.to_owned());
        }
        while let Some(id) = next.pop() {
            if found.insert(id.clone()) {
                next.extend(self.named_by.get(&id).into_iter().flatten().cloned());
            }
        }
        let kinds = self
            .all
            .iter()
            .filter(|record| found.contains(&record.id))
            .map(|record| record.kind.clone())
            .collect();
        Leaning { ids: found, kinds }
    }
}

/// What leans on a record.
pub(crate) struct Leaning {
    pub(crate) ids: BTreeSet<String>,
    pub(crate) kinds: BTreeSet<String>,
}

fn record(kind: &str, body: Table) -> PackRecord {
    let said = |key: &str| body.get(key).and_then(Value::as_str);
    let id = said("id")
        .or_else(|| said("of"))
        .or_else(|| said("code"))
        .unwrap_or(kind)
        .to_owned();
    let name = ledger::record_name(kind, &body);
    PackRecord {
        kind: kind.to_owned(),
        id,
        name,
        body,
    }
}

fn text(kind: &str, body: &Table) -> String {
    let mut whole = Table::new();
    whole.insert(
        kind.to_owned(),
        Value::Array(vec![Value::Table(body.clone())]),
    );
    toml::to_string(&whole).expect("a record is TOML")
}

fn part(kind: &str, body: &Table) -> Option<PackPart> {
    PackPart::read("record.toml", &text(kind, body)).ok()
}

fn names(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(parts) => parts.iter().for_each(|part| names(part, visit)),
        Value::Table(table) => table.values().for_each(|part| names(part, visit)),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}
