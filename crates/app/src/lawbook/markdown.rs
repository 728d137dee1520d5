//! Markdown that says nothing but what stands in the pack.

use crate::view::LawLineView;
use crate::view::SourceView;

/// Text that Markdown would take for marks, written so that it is read as text.
pub(super) fn plain(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(
            letter,
            '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '#' | '\\'
        ) {
            written.push('\\');
        }
        written.push(if letter == '\n' { ' ' } else { letter });
    }
    written
}

/// The mark that a link to a record jumps to.
pub(super) fn anchor(kind: &str, id: &str) -> String {
    let clean = |text: &str| -> String {
        text.chars()
            .map(|letter| {
                if letter.is_ascii_alphanumeric() {
                    letter.to_ascii_lowercase()
                } else {
                    '-'
                }
            })
            .collect()
    };
    format!("{}-{}", clean(kind), clean(id))
}

/// Lines as nested bullets.
pub(super) fn bullets(lines: &[LawLineView], depth: usize, into: &mut String) {
    for line in lines {
        into.push_str(&"  ".repeat(depth + line.depth));
        into.push_str("- ");
        into.push_str(&plain(&line.text));
        into.push('\n');
    }
}

/// A source with its address.
pub(super) fn source(source: &SourceView) -> String {
    if source.url.is_empty() {
        plain(&source.text)
    } else {
        format!("[{}]({})", plain(&source.text), source.url)
    }
}

/// A row of a table.
pub(super) fn row(cells: &[String], into: &mut String) {
    into.push_str("| ");
    into.push_str(&cells.join(" | "));
    into.push_str(" |\n");
}

/// The head of a table.
pub(super) fn head(cells: &[String], into: &mut String) {
    row(cells, into);
    into.push('|');
    into.push_str(&" --- |".repeat(cells.len()));
    into.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_text() {
        assert_eq!(plain("a_b | c"), "a\\_b \\| c");
        assert_eq!(anchor("fee", "Card 0.2"), "fee-card-0-2");
    }
}
