//! The pages that a lawyer reads and checks: one for each kind of record, made from the pack.

use qonys_law::Entry;
use qonys_law::Lawbook;
use qonys_law::words_of;
use qonys_texts::Lang;

use super::markdown;
use super::record::ids;
use super::scribe::Scribe;
use crate::view::LawEditionView;

/// Kinds that only order the screens.
const NOT_LAW: [&str; 1] = ["section"];

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawPage {
    /// The file's name, such as `fees.md`.
    pub file: String,
    /// The whole text.
    pub text: String,
}

/// All pages of a pack in a language, without the index.
#[must_use]
pub fn law_pages(book: &Lawbook, lang: Lang) -> Vec<LawPage> {
    let scribe = Scribe {
        book,
        lang,
        day: None,
    };
    kinds(book)
        .into_iter()
        .map(|kind| LawPage {
            file: file_of(kind),
            text: page(&scribe, kind),
        })
        .collect()
}

/// The kinds that have a page.
pub(super) fn kinds(book: &Lawbook) -> Vec<&str> {
    book.kinds()
        .into_iter()
        .filter(|kind| !NOT_LAW.contains(kind))
        .collect()
}

/// The page of a kind.
pub(super) fn file_of(kind: &str) -> String {
    let name = kind.replace('_', "-");
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with('a') => format!("{stem}ies.md"),
        Some(_) | None => format!("{name}s.md"),
    }
}

fn page(scribe: &Scribe<'_>, kind: &str) -> String {
    let mut text = format!("# {}\n\n", markdown::plain(&scribe.kind(kind)));
    text.push_str(&format!(
        "[{}](README.md). {}\n\n",
        scribe.say("page.index"),
        scribe.say("page.made")
    ));
    let ids = ids(scribe.book, kind);
    let single = ids
        .iter()
        .all(|id| scribe.book.editions(kind, id).len() == 1);
    let all: Vec<&Entry> = scribe.book.of_kind(kind).collect();
    if let Some(columns) = scribe.columns(&all).filter(|_| single) {
        for entry in &all {
            text.push_str(&format!(
                "<a id=\"{}\"></a>",
                markdown::anchor(kind, &entry.id)
            ));
        }
        text.push_str("\n\n");
        scribe.table(&all, &columns, true, &mut text);
        return text;
    }
    for id in ids {
        record(scribe, kind, id, &mut text);
    }
    text
}

fn record(scribe: &Scribe<'_>, kind: &str, id: &str, text: &mut String) {
    text.push_str(&format!(
        "<a id=\"{}\"></a>\n\n## {}\n\n`{id}`\n\n",
        markdown::anchor(kind, id),
        markdown::plain(&scribe.title(kind, id)),
    ));
    let editions = scribe.book.editions(kind, id);
    match scribe.columns(&editions).filter(|_| editions.len() > 1) {
        Some(columns) => {
            scribe.table(&editions, &columns, false, text);
            absences(scribe, &editions, text);
        }
        None => {
            for entry in &editions {
                edition(scribe, entry, text);
            }
        }
    }
    let users = scribe.book.users(kind, id);
    if !users.is_empty() {
        let links: Vec<String> = users
            .iter()
            .map(|(kind, id)| {
                format!(
                    "[{}]({}#{})",
                    markdown::plain(&scribe.title(kind, id)),
                    file_of(kind),
                    markdown::anchor(kind, id)
                )
            })
            .collect();
        // What everything cites is better seen on the pages of the others.
        if kind != "act" {
            text.push_str(&format!(
                "{}: {}\n\n",
                scribe.say("page.used_by"),
                links.join(", ")
            ));
        }
    }
}

/// Why there was nothing, below a table.
fn absences(scribe: &Scribe<'_>, editions: &[&Entry], text: &mut String) {
    for entry in editions.iter().filter(|entry| entry.absent()) {
        let because = entry.body.get("because").and_then(words_of);
        let because = because.map_or_else(String::new, |words| scribe.words(&words));
        text.push_str(&format!(
            "- {}: {} {}\n\n",
            scribe.days(entry),
            scribe.say("page.absent"),
            markdown::plain(&because)
        ));
    }
}

fn edition(scribe: &Scribe<'_>, entry: &Entry, text: &mut String) {
    let view = scribe.edition_view(entry, false);
    if entry.has_days() {
        text.push_str(&format!("### {}\n\n", view.days));
    }
    if view.absent {
        text.push_str(&format!("- {}\n", scribe.say("page.absent")));
    }
    for field in &view.fields {
        match field.lines.as_slice() {
            [only] => {
                text.push_str(&format!(
                    "- **{}**: {}\n",
                    markdown::plain(&field.label),
                    if field.key == "url" {
                        format!("<{}>", only.text)
                    } else {
                        markdown::plain(&only.text)
                    }
                ));
            }
            lines => {
                text.push_str(&format!("- **{}**:\n", markdown::plain(&field.label)));
                markdown::bullets(lines, 1, text);
            }
        }
    }
    source(scribe, &view, text);
    text.push('\n');
}

fn source(scribe: &Scribe<'_>, view: &LawEditionView, text: &mut String) {
    let Some(standing) = view.standing_text.as_deref().map(markdown::plain) else {
        return;
    };
    match &view.source {
        Some(source) => {
            let seen = source.seen.as_ref().map_or_else(String::new, |day| {
                format!("; {}", scribe.say_with("page.seen", &[("day", &day.text)]))
            });
            text.push_str(&format!(
                "- {}: {}; {standing}{seen}\n",
                scribe.say("page.source"),
                markdown::source(source)
            ));
        }
        None => text.push_str(&format!("- {}: {standing}\n", scribe.say("page.standing"))),
    }
}
