//! Values of a record as lines that a lawyer can read, conditions as nested sentences.

use qonys_law::Entry;
use qonys_law::Words;
use qonys_law::is_condition_key;
use qonys_law::kinds_meant;
use qonys_law::words_of;
use qonys_texts::date_long;
use qonys_texts::text;
use toml::Table;
use toml::Value;

use super::record::in_order;
use super::scribe::Scribe;
use crate::view::LawLineView;

/// Parts of a condition that are conditions themselves.
const INNER: [&str; 6] = ["all", "any", "not", "exists", "every", "where"];

impl Scribe<'_> {
    /// What a field says, one line or several.
    pub(super) fn lines(&self, key: &str, value: &Value) -> Vec<LawLineView> {
        let mut lines = Vec::new();
        self.write(key, value, 0, &mut lines);
        lines
    }

    fn write(&self, key: &str, value: &Value, depth: usize, into: &mut Vec<LawLineView>) {
        if let Some(words) = words_of(value) {
            into.push(line(depth, self.words(&words)));
            return;
        }
        if is_condition_key(key) {
            self.condition(value, depth, into);
            return;
        }
        match value {
            Value::Array(parts) if parts.iter().any(Value::is_table) => {
                for part in parts {
                    self.write(key, part, depth, into);
                }
            }
            Value::Array(parts) => {
                let all: Vec<String> = parts.iter().map(|part| self.plain(key, part)).collect();
                into.push(line(depth, all.join(", ")));
            }
            Value::Table(table) => self.part(table, depth, into),
            Value::String(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_) => into.push(line(depth, self.plain(key, value))),
        }
    }

    /// A part of a record: its own words first, then its fields. A part of few short fields is one line.
    fn part(&self, table: &Table, depth: usize, into: &mut Vec<LawLineView>) {
        let own = ["words", "label", "title"].iter().find_map(|key| {
            table
                .get(*key)
                .and_then(words_of)
                .map(|words| (*key, words))
        });
        let fields: Vec<(String, Vec<LawLineView>)> = in_order(table)
            .into_iter()
            .filter(|(key, _)| own.as_ref().is_none_or(|(own, _)| own != key) && *key != "id")
            .map(|(key, value)| (self.field(key), self.lines(key, value)))
            .collect();
        let Some((_, words)) = &own else {
            let short: Option<Vec<String>> = fields
                .iter()
                .map(|(label, lines)| match lines.as_slice() {
                    [only] => Some(format!("{label}: {}", only.text)),
                    _ => None,
                })
                .collect();
            match short {
                Some(parts) => into.push(line(depth, parts.join("; "))),
                None => labelled(fields, depth, into),
            }
            return;
        };
        into.push(line(depth, self.words(words)));
        labelled(fields, depth + 1, into);
    }

    /// A value in a few words.
    fn plain(&self, key: &str, value: &Value) -> String {
        match value {
            Value::String(word) => self.word(key, word),
            Value::Integer(number) => number.to_string(),
            Value::Float(number) => number.to_string(),
            Value::Boolean(yes) => text(
                self.lang,
                if *yes {
                    "findings.answer.yes"
                } else {
                    "findings.answer.no"
                },
            ),
            Value::Datetime(day) => day
                .to_string()
                .parse()
                .map_or_else(|_| day.to_string(), |day| date_long(self.lang, day)),
            Value::Array(parts) => {
                let all: Vec<String> = parts.iter().map(|part| self.plain(key, part)).collect();
                all.join(", ")
            }
            Value::Table(_) => words_of(value).map_or_else(
                || {
                    let lines = self.lines(key, value);
                    let all: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
                    all.join("; ")
                },
                |words| self.words(&words),
            ),
        }
    }

    /// A word of a record: a cite, a code of ours, or the name of another record.
    fn word(&self, key: &str, word: &str) -> String {
        if key == "cite" || key == "why_cite" {
            return self.cite(word);
        }
        if key == "standing" {
            return self.known_standing(word).unwrap_or_else(|| word.to_owned());
        }
        if let Some(code) = self.known(&format!("value.{word}")) {
            return code;
        }
        if ["url", "number", "rate", "value", "source", "length"].contains(&key) {
            return word.to_owned();
        }
        if key == "members"
            && let Some(words) = self.offered(word)
        {
            return words;
        }
        self.mention_of(word, kinds_meant(key).unwrap_or(&["country"]))
    }

    /// What a question offers under this name: a list may hold professions, which no record describes.
    fn offered(&self, word: &str) -> Option<String> {
        self.book
            .of_kind("fact")
            .find_map(|fact| option_words(fact, word))
            .map(|words| self.words(&words))
    }

    fn known_standing(&self, word: &str) -> Option<String> {
        ["official", "secondary", "unconfirmed", "unknown"]
            .contains(&word)
            .then(|| text(self.lang, &format!("findings.standing.{word}")))
    }

    fn condition(&self, value: &Value, depth: usize, into: &mut Vec<LawLineView>) {
        match value {
            Value::String(name) => into.push(line(
                depth,
                self.say_with(
                    "condition.named",
                    &[("title", &self.named_condition(name)), ("id", name)],
                ),
            )),
            Value::Array(parts) => {
                for part in parts {
                    self.condition(part, depth, into);
                }
            }
            Value::Table(table) => {
                for (node, inner) in table {
                    self.node(node, inner, depth, into);
                }
            }
            Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
                into.push(line(depth, self.plain("value", value)));
            }
        }
    }

    fn named_condition(&self, name: &str) -> String {
        if self.book.editions("condition", name).is_empty() {
            self.mention(name)
        } else {
            self.title("condition", name)
        }
    }

    /// One kind of condition; one that is not known here is written out with everything it says.
    fn node(&self, node: &str, inner: &Value, depth: usize, into: &mut Vec<LawLineView>) {
        match node {
            "all" | "any" | "not" | "by_passport" => {
                into.push(line(depth, self.say(&format!("condition.{node}"))));
                self.condition(inner, depth + 1, into);
            }
            "exists" | "every" => {
                let of = inner.get("of").and_then(Value::as_str).unwrap_or_default();
                let title = self.title("entity", of);
                into.push(line(
                    depth,
                    self.say_with(&format!("condition.{node}"), &[("title", &title)]),
                ));
                if let Some(condition) = inner.get("where") {
                    self.condition(condition, depth + 1, into);
                }
            }
            "official" | "unknown" | "gap" => {
                let words = inner.as_str().map(|id| self.title("text", id));
                into.push(line(
                    depth,
                    self.say_with(
                        &format!("condition.{node}"),
                        &[("words", &words.unwrap_or_default())],
                    ),
                ));
            }
            _ => self.test(node, inner, depth, into),
        }
    }

    /// A test of an answer.
    fn test(&self, node: &str, inner: &Value, depth: usize, into: &mut Vec<LawLineView>) {
        let Some(table) = inner.as_table() else {
            into.push(line(
                depth,
                format!("{}: {}", self.field(node), self.plain(node, inner)),
            ));
            return;
        };
        let fact = ["fact", "born", "after", "date"]
            .iter()
            .find_map(|key| table.get(*key).and_then(Value::as_str))
            .unwrap_or_default();
        let label = self.fact_label(fact);
        let mut args: Vec<(String, String)> = vec![("label".to_owned(), label)];
        let mut deeper: Vec<(&String, &Value)> = Vec::new();
        for (key, value) in table {
            if INNER.contains(&key.as_str()) {
                deeper.push((key, value));
                continue;
            }
            let said = match (key.as_str(), value) {
                ("value", value) => self.answer(fact, value),
                ("values", Value::Array(values)) => {
                    let all: Vec<String> = values
                        .iter()
                        .map(|value| self.answer(fact, value))
                        .collect();
                    all.join(", ")
                }
                (_, Value::String(word)) => self.reference(key, word),
                (_, value) => self.plain(key, value),
            };
            args.push((key.clone(), said));
        }
        let args: Vec<(&str, &str)> = args
            .iter()
            .map(|(key, said)| (key.as_str(), said.as_str()))
            .collect();
        let sentence = match self.known(&format!("condition.{node}")) {
            Some(_) => self.say_with(&format!("condition.{node}"), &args),
            None => {
                let all: Vec<String> = args
                    .iter()
                    .filter(|(key, _)| *key != "fact")
                    .map(|(key, said)| match *key {
                        "label" => (*said).to_owned(),
                        key => format!("{} {said}", self.field(key)),
                    })
                    .collect();
                format!("{}: {}", self.field(node), all.join("; "))
            }
        };
        into.push(line(depth, sentence));
        for (_, value) in deeper {
            self.condition(value, depth + 1, into);
        }
    }

    /// What a word in a condition names; a number of the law with its value.
    fn reference(&self, key: &str, word: &str) -> String {
        let kind = match key {
            "list" => "list",
            "period" => "period",
            "years" | "by_more_than" | "parameter" => "parameter",
            _ => return self.mention(word),
        };
        let title = self.title(kind, word);
        let value = self
            .edition(kind, word)
            .and_then(|entry| entry.text("value"));
        value.map_or_else(
            || title.clone(),
            |value| {
                self.say_with(
                    "condition.with_value",
                    &[("title", &title), ("value", value)],
                )
            },
        )
    }

    /// The short name of a question.
    fn fact_label(&self, path: &str) -> String {
        self.edition("fact", path)
            .and_then(|fact| fact.words("label"))
            .map_or_else(|| path.to_owned(), |words| self.words(&words))
    }

    /// An answer to a question in words.
    fn answer(&self, path: &str, value: &Value) -> String {
        let Some(word) = value.as_str() else {
            return self.plain("value", value);
        };
        let option = self
            .edition("fact", path)
            .and_then(|fact| option_words(fact, word));
        option.map_or_else(|| self.mention(word), |words| self.words(&words))
    }
}

/// The words of one of the answers that a question offers.
fn option_words(fact: &Entry, word: &str) -> Option<Words> {
    fact.body
        .get("option")?
        .as_array()?
        .iter()
        .find(|option| option.get("id").and_then(Value::as_str) == Some(word))?
        .get("label")
        .and_then(words_of)
}

/// Fields under their labels.
fn labelled(fields: Vec<(String, Vec<LawLineView>)>, depth: usize, into: &mut Vec<LawLineView>) {
    for (label, mut lines) in fields {
        if let [only] = lines.as_slice() {
            into.push(line(depth, format!("{label}: {}", only.text)));
            continue;
        }
        into.push(line(depth, format!("{label}:")));
        for one in &mut lines {
            one.depth += depth + 1;
        }
        into.append(&mut lines);
    }
}

fn line(depth: usize, text: String) -> LawLineView {
    LawLineView { depth, text }
}
