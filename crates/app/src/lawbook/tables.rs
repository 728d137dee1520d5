//! Records whose fields are single values, as tables.

use qonys_law::Entry;

use super::markdown;
use super::scribe::Scribe;

/// Fields that a table says in its own columns, or beside it.
const BESIDE: [&str; 8] = [
    "title", "name", "because", "url", "seen", "list", "of", "paper",
];

impl Scribe<'_> {
    /// The columns of a table over some records, if every field of every record fits into a cell.
    pub(super) fn columns(&self, entries: &[&Entry]) -> Option<Vec<String>> {
        let mut columns: Vec<String> = Vec::new();
        for entry in entries {
            for field in self.fields(entry) {
                if field.lines.len() > 1 {
                    return None;
                }
                if !BESIDE.contains(&field.key.as_str()) && !columns.contains(&field.key) {
                    columns.push(field.key);
                }
            }
        }
        (columns.len() <= MOST).then_some(columns)
    }

    /// A table with one row for each record.
    pub(super) fn table(
        &self,
        entries: &[&Entry],
        columns: &[String],
        named: bool,
        into: &mut String,
    ) {
        let dated = entries.iter().any(|entry| entry.has_days());
        let sourced = entries.iter().any(|entry| self.standing(entry).is_some());
        let mut heads: Vec<String> = Vec::new();
        if named {
            heads.push(self.say("page.name"));
        }
        if dated {
            heads.push(self.say("page.days"));
        }
        heads.extend(columns.iter().map(|key| markdown::plain(&self.field(key))));
        if sourced {
            heads.push(self.say("page.source"));
            heads.push(self.say("page.standing"));
        }
        if heads.is_empty() {
            return;
        }
        markdown::head(&heads, into);
        for entry in entries {
            let mut cells: Vec<String> = Vec::new();
            if named {
                cells.push(format!(
                    "{} `{}`",
                    markdown::plain(&self.title(&entry.kind, &entry.id)),
                    entry.id
                ));
            }
            if dated {
                cells.push(self.days(entry));
            }
            let fields = self.fields(entry);
            for key in columns {
                let said = fields
                    .iter()
                    .find(|field| field.key == *key)
                    .and_then(|field| field.lines.first());
                cells.push(said.map_or_else(String::new, |line| markdown::plain(&line.text)));
            }
            if sourced {
                cells.push(
                    self.source(entry)
                        .map_or_else(String::new, |source| markdown::source(&source)),
                );
                cells.push(self.standing(entry).map_or_else(String::new, |standing| {
                    markdown::plain(&self.standing_text(standing))
                }));
            }
            markdown::row(&cells, into);
        }
        into.push('\n');
    }
}

/// More columns than these are no table that fits on a page.
const MOST: usize = 5;
