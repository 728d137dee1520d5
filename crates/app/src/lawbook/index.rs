//! The index of the pages: what there is, how well it is known, and what nobody could tell us.

use qonys_law::Lawbook;
use qonys_law::Standing;
use qonys_texts::Lang;
use toml::Value;

use super::markdown;
use super::pages::LawPage;
use super::pages::file_of;
use super::pages::kinds;
use super::record::ids;
use super::scribe::Scribe;

/// Standings, the surest first.
const STANDINGS: [Standing; 4] = [
    Standing::Official,
    Standing::Secondary,
    Standing::Unconfirmed,
    Standing::Unknown,
];

/// The index of a language.
#[must_use]
pub fn law_index(book: &Lawbook, lang: Lang) -> LawPage {
    let scribe = Scribe {
        book,
        lang,
        day: None,
    };
    let mut text = format!(
        "# {}\n\n{}\n\n",
        scribe.say("index.title"),
        scribe.say("index.about")
    );
    counts(&scribe, &mut text);
    disagreements(&scribe, &mut text);
    unknown(&scribe, &mut text);
    reviews(&scribe, &mut text);
    LawPage {
        file: "README.md".to_owned(),
        text,
    }
}

/// Every kind, how many records it has and how well they are known.
fn counts(scribe: &Scribe<'_>, text: &mut String) {
    let mut heads = vec![scribe.say("index.kind"), scribe.say("index.records")];
    heads.extend(STANDINGS.map(|standing| markdown::plain(&scribe.standing_text(standing))));
    markdown::head(&heads, text);
    for kind in kinds(scribe.book) {
        let mut cells = vec![
            format!(
                "[{}]({})",
                markdown::plain(&scribe.kind(kind)),
                file_of(kind)
            ),
            ids(scribe.book, kind).len().to_string(),
        ];
        for standing in STANDINGS {
            let count = scribe
                .book
                .of_kind(kind)
                .filter(|entry| scribe.standing(entry) == Some(standing))
                .count();
            cells.push(if count == 0 {
                String::new()
            } else {
                count.to_string()
            });
        }
        markdown::row(&cells, text);
    }
    text.push('\n');
}

/// Where the sources contradict one another.
fn disagreements(scribe: &Scribe<'_>, text: &mut String) {
    section(scribe, "disagreements", text, |part, of_record| {
        of_record == "disagreement" && part.get("words").is_some()
    });
}

/// What nobody could tell us: records and remarks of standing unknown.
fn unknown(scribe: &Scribe<'_>, text: &mut String) {
    section(scribe, "unknown", text, |part, _| {
        part.get("standing").and_then(Value::as_str) == Some("unknown")
    });
}

fn section(
    scribe: &Scribe<'_>,
    name: &str,
    text: &mut String,
    wanted: impl Fn(&toml::Table, &str) -> bool,
) {
    text.push_str(&format!("## {}\n\n", scribe.say(&format!("index.{name}"))));
    let mut said = Vec::new();
    for entry in scribe.book.entries() {
        let mut parts: Vec<(&str, &toml::Table)> = vec![("", &entry.body)];
        for (key, value) in &entry.body {
            for part in value.as_array().into_iter().flatten() {
                if let Some(table) = part.as_table() {
                    parts.push((key, table));
                }
            }
        }
        for (key, part) in parts {
            if !wanted(part, key) {
                continue;
            }
            let words = ["words", "ask", "what"]
                .iter()
                .find_map(|key| part.get(*key).and_then(qonys_law::words_of))
                .map_or_else(String::new, |words| {
                    format!(": {}", markdown::plain(&scribe.words(&words)))
                });
            let line = format!(
                "- [{}]({}#{}){words}\n",
                markdown::plain(&scribe.title(&entry.kind, &entry.id)),
                file_of(&entry.kind),
                markdown::anchor(&entry.kind, &entry.id)
            );
            if !said.contains(&line) {
                said.push(line);
            }
        }
    }
    for line in said {
        text.push_str(&line);
    }
    text.push('\n');
}

/// When each act is to be read again.
fn reviews(scribe: &Scribe<'_>, text: &mut String) {
    text.push_str(&format!("## {}\n\n", scribe.say("index.reviews")));
    let mut acts: Vec<_> = scribe
        .book
        .of_kind("act")
        .filter_map(|act| Some((act.day("next_review")?, act)))
        .collect();
    acts.sort_by_key(|(day, _)| *day);
    for (day, act) in acts {
        text.push_str(&format!(
            "- {}: [{}](acts.md#{})\n",
            scribe.day_view(day).text,
            markdown::plain(&scribe.title("act", &act.id)),
            markdown::anchor("act", &act.id)
        ));
    }
}
