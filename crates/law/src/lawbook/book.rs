//! All records of a pack.

use std::collections::BTreeMap;

use toml::Table;
use toml::Value;

use super::entry::Entry;
use super::nearest;
use super::references;
use crate::error::PackError;

/// All records of some files, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lawbook {
    entries: Vec<Entry>,
    /// Places among the entries by kind and id, the oldest edition first.
    places: BTreeMap<String, BTreeMap<String, Vec<usize>>>,
    /// What refers to a kind and id.
    uses: Uses,
}

/// What refers to a record, by the record's kind and id.
pub(super) type Uses = BTreeMap<(String, String), Vec<(String, String)>>;

impl Lawbook {
    /// Reads the records of files, each a name and a text.
    ///
    /// # Errors
    /// Every file that is no TOML, with its line.
    pub fn read<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<PackError>> {
        let mut book = Self::default();
        let mut errors = Vec::new();
        for (file, text) in files {
            match text.parse::<Table>() {
                Ok(table) => book.take(file, text, table),
                Err(error) => errors.push(PackError::syntax(file, text, &error)),
            }
        }
        book.index();
        if errors.is_empty() {
            Ok(book)
        } else {
            Err(errors)
        }
    }

    fn take(&mut self, file: &str, text: &str, table: Table) {
        let lines = headings(text);
        let start = self.entries.len();
        for (kind, value) in table {
            let bodies = match value {
                Value::Array(items) => items,
                single @ Value::Table(_) => vec![single],
                Value::String(_)
                | Value::Integer(_)
                | Value::Float(_)
                | Value::Boolean(_)
                | Value::Datetime(_) => continue,
            };
            let lines = lines.get(kind.as_str());
            for (position, body) in bodies.into_iter().enumerate() {
                let Value::Table(body) = body else { continue };
                let id = Entry::name_of(&body, position + 1);
                let line = lines
                    .and_then(|lines| lines.get(position).copied())
                    .or_else(|| inline(text, &kind, &id));
                self.entries.push(Entry {
                    id,
                    kind: kind.clone(),
                    file: file.to_owned(),
                    line: line.unwrap_or(1),
                    body,
                });
            }
        }
        // The table is sorted by name; a reader expects the order of the file.
        self.entries[start..].sort_by_key(|entry| entry.line);
    }

    fn index(&mut self) {
        for (place, entry) in self.entries.iter().enumerate() {
            self.places
                .entry(entry.kind.clone())
                .or_default()
                .entry(entry.id.clone())
                .or_default()
                .push(place);
        }
        for places in self.places.values_mut().flat_map(BTreeMap::values_mut) {
            places.sort_by_key(|place| self.entries[*place].from());
        }
        self.uses = references::uses(&self.entries);
    }

    fn places(&self, kind: &str, id: &str) -> &[usize] {
        self.places
            .get(kind)
            .and_then(|ids| ids.get(id))
            .map_or(&[], Vec::as_slice)
    }

    /// All records.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The kinds of records, each once, in the order in which they come.
    #[must_use]
    pub fn kinds(&self) -> Vec<&str> {
        let mut kinds: Vec<&str> = Vec::new();
        for entry in &self.entries {
            if !kinds.contains(&entry.kind.as_str()) {
                kinds.push(&entry.kind);
            }
        }
        kinds
    }

    /// The records of a kind.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// The oldest edition of a thing.
    #[must_use]
    pub fn first(&self, kind: &str, id: &str) -> Option<&Entry> {
        self.places(kind, id)
            .first()
            .and_then(|place| self.entries.get(*place))
    }

    /// The kinds and ids that `name` means, by kind: an id, or `kind:id` where several kinds share an id.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<(&str, &str)> {
        if let Some((kind, id)) = name.split_once(':')
            && let Some(entry) = self.first(kind, id)
        {
            return vec![(&entry.kind, &entry.id)];
        }
        self.places
            .iter()
            .filter_map(|(kind, ids)| Some((kind.as_str(), ids.get_key_value(name)?.0.as_str())))
            .collect()
    }

    /// All editions of one thing, the oldest first.
    #[must_use]
    pub fn editions(&self, kind: &str, id: &str) -> Vec<&Entry> {
        self.places(kind, id)
            .iter()
            .filter_map(|place| self.entries.get(*place))
            .collect()
    }

    /// The names most like a name that is not there, the most alike first.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Vec<&str> {
        nearest::to(name, self.entries.iter().map(|entry| entry.id.as_str()))
    }

    /// Kinds and ids of everything that refers to a record, each once.
    #[must_use]
    pub fn users(&self, kind: &str, id: &str) -> &[(String, String)] {
        self.uses
            .get(&(kind.to_owned(), id.to_owned()))
            .map_or(&[], Vec::as_slice)
    }
}

/// The line, from one, of a record that is written inside a list on one line, else that of its list.
fn inline(text: &str, kind: &str, id: &str) -> Option<usize> {
    let own = format!("id = \"{id}\"");
    let place = |wanted: &dyn Fn(&str) -> bool| {
        text.lines()
            .position(|line| wanted(line.trim_start()))
            .map(|line| line + 1)
    };
    place(&|line| line.starts_with('{') && line.contains(&own)).or_else(|| {
        place(&|line| {
            line.strip_prefix(kind)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
    })
}

/// The lines, from one, on which the records of each kind begin.
fn headings(text: &str) -> BTreeMap<&str, Vec<usize>> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, line) in (1..).zip(text.lines()) {
        let Some(rest) = line.trim_start().strip_prefix('[') else {
            continue;
        };
        let name = rest
            .trim_start_matches('[')
            .split(']')
            .next()
            .unwrap_or_default();
        found.entry(name.trim()).or_default().push(number);
    }
    found
}
