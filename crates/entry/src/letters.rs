//! Spellings of a name in the other script, by the tables of `assets/entry/letters.toml`. They are offered and never taken: a name is
//! written as a notary wrote it first, whatever a table says.

use std::sync::LazyLock;

use serde::Deserialize;

const FILE: &str = include_str!("../../../assets/entry/letters.toml");

/// A script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
}

impl Script {
    /// The script of a text, by its first letter; Latin where it has none.
    #[must_use]
    pub fn of(text: &str) -> Self {
        match text.chars().find(|letter| letter.is_alphabetic()) {
            Some('\u{400}'..='\u{52f}') => Self::Cyrillic,
            Some(_) | None => Self::Latin,
        }
    }
}

/// A spelling that a table gives.
#[derive(Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The name in the other script.
    pub text: String,
    /// The language (`kk`, `ru`) whose papers spell so.
    pub language: &'static str,
}

impl std::fmt::Debug for Spelling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[spelling]")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    table: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    id: String,
    from: Script,
    language: String,
    /// A table whose rules hold behind its own.
    #[serde(default)]
    also: Option<String>,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    of: String,
    to: String,
    #[serde(default)]
    at: Option<Place>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Place {
    Start,
    End,
}

static TABLES: LazyLock<Vec<Table>> =
    LazyLock::new(|| toml::from_str::<File>(FILE).map_or_else(|_| Vec::new(), |file| file.table));

/// How a name may be spelled in the other script, each spelling once, in the order of the tables.
#[must_use]
pub fn spellings(name: &str, from: Script) -> Vec<Spelling> {
    let mut found: Vec<Spelling> = Vec::new();
    for table in TABLES.iter().filter(|table| table.from == from) {
        let behind = TABLES
            .iter()
            .find(|other| Some(&other.id) == table.also.as_ref());
        let rules: Vec<&Rule> = table
            .rules
            .iter()
            .chain(behind.into_iter().flat_map(|other| &other.rules))
            .collect();
        let text = name
            .split_inclusive(|letter: char| !letter.is_alphabetic())
            .map(|word| spelled(word, &rules, from))
            .collect::<String>();
        let known = found.iter().any(|other| other.text == text);
        if !known && text.trim() != name.trim() && !text.trim().is_empty() {
            found.push(Spelling {
                text,
                language: &table.language,
            });
        }
    }
    found
}

/// A word with what ends it: a space, a hyphen.
fn spelled(word: &str, rules: &[&Rule], from: Script) -> String {
    let letters: Vec<char> = word.to_uppercase().chars().collect();
    let count = letters
        .iter()
        .filter(|letter| letter.is_alphabetic())
        .count();
    let mut text = String::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let rest: String = letters.iter().skip(at).collect();
        // The longest group counts, a rule of a place before one without; of the same, the first.
        let best = rules
            .iter()
            .rev()
            .filter(|rule| rest.starts_with(&rule.of))
            .filter(|rule| match rule.at {
                None => true,
                Some(Place::Start) => at == 0,
                Some(Place::End) => at + rule.of.chars().count() == count,
            })
            .max_by_key(|rule| (rule.of.chars().count(), rule.at.is_some()));
        match best {
            Some(rule) => {
                text.push_str(&rule.to);
                at += rule.of.chars().count();
            }
            None => {
                text.push(letter);
                at += 1;
            }
        }
    }
    match from {
        // The machine-readable lines are in capital letters.
        Script::Cyrillic => text,
        Script::Latin => first_large(&text),
    }
}

fn first_large(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first
            .to_uppercase()
            .chain(letters.flat_map(char::to_lowercase))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, from: Script) -> Vec<String> {
        spellings(name, from)
            .into_iter()
            .map(|one| one.text)
            .collect()
    }

    #[test]
    fn the_tables_are_read() {
        let file: File = toml::from_str(FILE).unwrap();
        assert_eq!(file.table.len(), 4);
        for table in &file.table {
            assert!(["kk", "ru"].contains(&table.language.as_str()));
            for rule in &table.rules {
                let of_script = |c: char| c.is_ascii_uppercase() == (table.from == Script::Latin);
                assert!(rule.of.chars().all(of_script), "{}: {}", table.id, rule.of);
            }
        }
    }

    #[test]
    fn cyrillic_names_as_passports_print_them() {
        assert_eq!(of("Соколов", Script::Cyrillic), ["SOKOLOV"]);
        assert_eq!(of("Щербаков", Script::Cyrillic), ["SHCHERBAKOV"]);
        assert_eq!(of("Юлия", Script::Cyrillic), ["IULIIA", "YULIYA"]);
        assert_eq!(of("Андрей", Script::Cyrillic), ["ANDREI", "ANDREY"]);
        assert_eq!(of("Әсел Нұрланқызы", Script::Cyrillic), ["ASEL NURLANKYZY"]);
        assert_eq!(
            of("Анна-Мария", Script::Cyrillic),
            ["ANNA-MARIIA", "ANNA-MARIYA"]
        );
    }

    #[test]
    fn latin_names_in_cyrillic_letters() {
        assert_eq!(of("SOKOLOV", Script::Latin)[0], "Соколов");
        assert_eq!(of("ANDREI", Script::Latin)[0], "Андрей");
        assert_eq!(of("IULIIA", Script::Latin)[0], "Юлия");
        assert_eq!(of("MARIA", Script::Latin)[0], "Мария");
        assert_eq!(of("ELENA ANNA", Script::Latin)[0], "Элена Анна");
        assert_eq!(of("QANAT", Script::Latin), ["Канат", "Қанат"]);
    }

    #[test]
    fn a_name_of_the_same_script_suggests_nothing() {
        assert_eq!(of("Соколов", Script::Latin).len(), 0);
        assert_eq!(of("", Script::Latin).len(), 0);
    }
}
