//! The checks that a flowing paper must pass before anything is printed on it.

use std::collections::BTreeSet;

use qonys_texts::Lang;

use super::block::{Block, GivenTable, Show};
use super::file::FlowFile;
use super::template::{Piece, pieces};
use crate::error::{Flaw, PaperError};
use crate::language::Words;
use crate::length::Length;

pub(super) fn check(name: &str, file: &FlowFile) -> Result<(), PaperError> {
    let flawed = |place: &str, flaw: Flaw| PaperError::Flawed {
        form: name.to_owned(),
        place: place.to_owned(),
        flaw,
    };
    let mut slots = BTreeSet::new();
    for slot in &file.slots {
        if !slots.insert(slot.id.as_str()) {
            return Err(flawed(&slot.id, Flaw::DuplicateId));
        }
    }
    for words in [
        &file.title,
        &file.texts.yes,
        &file.texts.no,
        &file.texts.footer,
        &file.texts.page_of,
    ] {
        if let Some(flaw) = missing(words, &file.languages) {
            return Err(flawed("texts", flaw));
        }
    }
    let mut blocks = BTreeSet::new();
    let body = file.page.body();
    for block in &file.blocks {
        if !blocks.insert(block.id.as_str()) {
            return Err(flawed(&block.id, Flaw::DuplicateId));
        }
        for words in words_of(block) {
            let unknown = Lang::ALL.into_iter().find_map(|lang| {
                let unknown = |piece: &Piece<'_>| match piece {
                    Piece::Slot(slot) => !slots.contains(slot),
                    Piece::Text(_) => false,
                };
                pieces(words.in_lang(lang))
                    .iter()
                    .find(|p| unknown(p))
                    .map(|_| Flaw::NoSuchSlot)
            });
            if let Some(flaw) = unknown.or_else(|| missing(words, &file.languages)) {
                return Err(flawed(&block.id, flaw));
            }
        }
        match &block.show {
            Show::Fields(fields) => {
                if fields
                    .rows
                    .iter()
                    .any(|row| !slots.contains(row.slot.as_str()))
                {
                    return Err(flawed(&block.id, Flaw::NoSuchSlot));
                }
                if fields.labels >= body.width {
                    return Err(flawed(&block.id, Flaw::ColumnWidths));
                }
            }
            Show::Table(GivenTable { columns, .. }) => {
                let width: Length = columns.iter().map(|column| column.width).sum();
                if width != body.width {
                    return Err(flawed(&block.id, Flaw::ColumnWidths));
                }
            }
            Show::Paragraph(_)
            | Show::Items(_)
            | Show::Signature(_)
            | Show::CheckLine(_)
            | Show::PageBreak => {}
        }
    }
    Ok(())
}

fn missing(words: &Words, languages: &[Lang]) -> Option<Flaw> {
    languages
        .iter()
        .any(|lang| words.in_lang(*lang).trim().is_empty())
        .then_some(Flaw::NoWords)
}

/// All words that the block itself prints.
fn words_of(block: &Block) -> Vec<&Words> {
    match &block.show {
        Show::Paragraph(paragraph) => paragraph.sentences.iter().map(|s| &s.words).collect(),
        Show::Items(items) => items
            .sentences
            .iter()
            .map(|s| &s.words)
            .chain(&items.empty)
            .collect(),
        Show::Fields(fields) => fields.rows.iter().map(|row| &row.words).collect(),
        Show::Table(table) => table
            .columns
            .iter()
            .filter_map(|column| column.words.as_ref())
            .chain([&table.empty])
            .collect(),
        Show::Signature(signature) => vec![&signature.caption, &signature.date],
        Show::CheckLine(line) => vec![&line.words],
        Show::PageBreak => Vec::new(),
    }
}
