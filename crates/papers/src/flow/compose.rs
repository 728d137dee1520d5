//! From the file and the answers to the blocks as words.

use super::block::{
    Block, Fields, GivenTable, ItemMark, Items, Paragraph, Sentence, Show, Style, Unanswered,
};
use super::bound::Bound;
use super::file::FlowFile;
use super::say::{Teller, line};
use super::template::{Piece, pieces};
use crate::error::PaperError;
use crate::facts::{FactPath, FormFacts};
use crate::form::{Align, Condition};
use crate::length::Length;
use crate::letters::clean;
use crate::paper::LanguageNote;
use crate::say::{Asked, doubt, in_doubt};

/// The name under which the caller gives a person's own text of a block.
const OWN: &str = "own.";

/// A block in words.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Composed {
    /// The block, with the record's number where it is shown for each: `job.2`.
    pub(crate) place: String,
    /// The block.
    pub(crate) block: String,
    pub(crate) above: Length,
    pub(crate) kind: Kind,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Text {
        text: String,
        style: Style,
        align: Align,
        editable: bool,
        /// Whether it is the person's own text.
        own: bool,
    },
    Items {
        mark: ItemMark,
        lines: Vec<String>,
    },
    Fields {
        labels: Length,
        rows: Vec<(String, String)>,
    },
    Table {
        columns: Vec<(Option<String>, Length)>,
        rows: Vec<Vec<String>>,
    },
    Signature {
        caption: String,
        date: String,
        day: Option<String>,
    },
    CheckLine {
        text: String,
    },
    PageBreak,
}

pub(crate) struct Composer<'a> {
    pub(crate) file: &'a FlowFile,
    pub(crate) teller: Teller<'a>,
    pub(crate) facts: Bound<'a>,
    pub(crate) notes: Vec<LanguageNote>,
}

impl<'a> Composer<'a> {
    pub(crate) fn compose(&mut self) -> Result<Vec<Composed>, PaperError> {
        let mut found = Vec::new();
        let file = self.file;
        let mut answered = false;
        for block in &file.blocks {
            let whole = self.facts.clone();
            if !Asked::whole(&whole).hold(&block.when) || !self.none_of(block, &whole) {
                continue;
            }
            let before = found.len();
            match &block.each {
                None => self.block(block, &whole, None, &mut found)?,
                Some(entity) => {
                    let mut number = 0;
                    for index in 0..whole.records(entity) {
                        let one = whole.with(entity, index);
                        if Asked::whole(&one).hold(&block.records) {
                            number += 1;
                            self.block(block, &one, Some(number), &mut found)?;
                        }
                    }
                }
            }
            answered |=
                block.answered.is_none() && says_answers(file, block) && found.len() > before;
        }
        let wanted = |one: &Composed| {
            let block = file.blocks.iter().find(|block| block.id == one.block);
            block
                .and_then(|block| block.answered)
                .is_none_or(|wanted| wanted == answered)
        };
        found.retain(wanted);
        Ok(found)
    }

    /// Whether the list of which there must be none is surely empty. Where other answers say otherwise, that is noted.
    fn none_of(&mut self, block: &Block, facts: &Bound<'_>) -> bool {
        let Some(entity) = &block.none_of else {
            return true;
        };
        let none = facts.list_complete(entity)
            && (0..facts.records(entity))
                .all(|index| !Asked::whole(&facts.with(entity, index)).hold(&block.records));
        match doubt(facts, &block.doubts).filter(|_| none) {
            None => none,
            Some(doubt) => {
                self.notes.extend(in_doubt(&block.id, None, doubt));
                false
            }
        }
    }

    fn block(
        &mut self,
        block: &'a Block,
        facts: &Bound<'_>,
        number: Option<usize>,
        found: &mut Vec<Composed>,
    ) -> Result<(), PaperError> {
        let kind = match &block.show {
            Show::Paragraph(paragraph) => self.paragraph(block, paragraph, facts, number)?,
            Show::Items(items) => Some(self.items(items, facts)?),
            Show::Fields(fields) => Some(self.fields(fields, facts)?),
            Show::Table(table) => Some(self.table(table, facts)),
            Show::Signature(signature) => Some(Kind::Signature {
                caption: signature.caption.in_lang(self.teller.lang).to_owned(),
                date: signature.date.in_lang(self.teller.lang).to_owned(),
                day: signature.dated.then(|| self.teller.today()),
            }),
            Show::CheckLine(line) => Some(Kind::CheckLine {
                text: line.words.in_lang(self.teller.lang).to_owned(),
            }),
            Show::PageBreak => Some(Kind::PageBreak),
        };
        if let Some(kind) = kind {
            found.push(Composed {
                place: number.map_or_else(|| block.id.clone(), |n| format!("{}.{n}", block.id)),
                block: block.id.clone(),
                above: block.above,
                kind,
            });
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        block: &Block,
        paragraph: &Paragraph,
        facts: &Bound<'_>,
        number: Option<usize>,
    ) -> Result<Option<Kind>, PaperError> {
        let own = if paragraph.editable && number.is_none_or(|number| number == 1) {
            facts.given(&format!("{OWN}{}", block.id)).join("\n")
        } else {
            String::new()
        };
        let own = clean(&own);
        let text = if own.is_empty() {
            let mut said = Vec::new();
            for sentence in &paragraph.sentences {
                said.extend(self.sentence(sentence, paragraph.unanswered, facts)?);
            }
            said.join(" ")
        } else {
            own.clone()
        };
        Ok((!text.is_empty()).then_some(Kind::Text {
            text,
            style: paragraph.style,
            align: paragraph.align,
            editable: paragraph.editable,
            own: !own.is_empty(),
        }))
    }

    /// A sentence, or none where its conditions do not hold or it is left out because nothing of it is answered.
    fn sentence(
        &mut self,
        sentence: &Sentence,
        unanswered: Unanswered,
        facts: &Bound<'_>,
    ) -> Result<Option<String>, PaperError> {
        if !Asked::whole(facts).hold(&sentence.when) {
            return Ok(None);
        }
        let unanswered = sentence.unanswered.unwrap_or(unanswered);
        let mut text = String::new();
        let mut notes = Vec::new();
        let mut answered = false;
        for piece in pieces(sentence.words.in_lang(self.teller.lang)) {
            match piece {
                // An answer that ends with a full stop, as "2026 г." does, takes no second one.
                Piece::Text(fixed) if text.ends_with('.') => {
                    text.push_str(fixed.strip_prefix('.').unwrap_or(fixed));
                }
                Piece::Text(fixed) => text.push_str(fixed),
                Piece::Slot(name) => {
                    let Some(slot) = self.file.slots.iter().find(|slot| slot.id == name) else {
                        continue;
                    };
                    match self.teller.slot(slot, facts, &mut notes)? {
                        Some(said) => {
                            text.push_str(&said);
                            answered = true;
                        }
                        None => text.push_str(&line(slot.blank)),
                    }
                }
            }
        }
        self.notes.append(&mut notes);
        if unanswered == Unanswered::Skip && !answered {
            return Ok(None);
        }
        Ok(Some(text))
    }

    fn items(&mut self, items: &Items, facts: &Bound<'_>) -> Result<Kind, PaperError> {
        let mut lines = Vec::new();
        for sentence in &items.sentences {
            lines.extend(self.sentence(sentence, Unanswered::Blank, facts)?);
        }
        if let Some(given) = &items.given {
            lines.extend(facts.given(given).iter().map(|line| clean(line)));
        }
        if let (true, Some(empty)) = (lines.is_empty(), &items.empty) {
            lines.push(empty.in_lang(self.teller.lang).to_owned());
        }
        Ok(Kind::Items {
            mark: items.mark,
            lines,
        })
    }

    fn fields(&mut self, fields: &Fields, facts: &Bound<'_>) -> Result<Kind, PaperError> {
        let mut rows = Vec::new();
        for row in &fields.rows {
            let slot = self.file.slots.iter().find(|slot| slot.id == row.slot);
            let said = match slot {
                Some(slot) => self.teller.slot(slot, facts, &mut self.notes)?,
                None => None,
            };
            rows.push((
                row.words.in_lang(self.teller.lang).to_owned(),
                said.unwrap_or_default(),
            ));
        }
        Ok(Kind::Fields {
            labels: fields.labels,
            rows,
        })
    }

    fn table(&self, table: &GivenTable, facts: &Bound<'_>) -> Kind {
        let rows = facts.given_rows(&table.given);
        if rows.is_empty() {
            return Kind::Text {
                text: table.empty.in_lang(self.teller.lang).to_owned(),
                style: Style::Body,
                align: Align::Left,
                editable: false,
                own: false,
            };
        }
        let words = |words: &crate::language::Words| words.in_lang(self.teller.lang).to_owned();
        Kind::Table {
            columns: table
                .columns
                .iter()
                .map(|column| (column.words.as_ref().map(words), column.width))
                .collect(),
            rows: rows
                .into_iter()
                .map(|row| row.iter().map(|cell| clean(cell)).collect())
                .collect(),
        }
    }
}

/// Whether a block is there only because something was answered.
fn says_answers(file: &FlowFile, block: &Block) -> bool {
    block.each.is_some() || block.none_of.is_some() || !facts_of(file, block).is_empty()
}

/// The facts that a block may ask, in their order.
pub(crate) fn facts_of<'a>(file: &'a FlowFile, block: &'a Block) -> Vec<&'a FactPath> {
    let mut found: Vec<&FactPath> = Vec::new();
    let conditions = |conditions: &'a [Condition]| conditions.iter().flat_map(Condition::facts);
    found.extend(conditions(&block.when));
    found.extend(conditions(&block.records));
    let mut names: Vec<&str> = Vec::new();
    let mut sentences =
        |all: &'a [Sentence], found: &mut Vec<&'a FactPath>| {
            for sentence in all {
                found.extend(conditions(&sentence.when));
                names.extend(pieces(&sentence.words.ru).into_iter().filter_map(
                    |piece| match piece {
                        Piece::Slot(name) => Some(name),
                        Piece::Text(_) => None,
                    },
                ));
            }
        };
    match &block.show {
        Show::Paragraph(paragraph) => sentences(&paragraph.sentences, &mut found),
        Show::Items(items) => sentences(&items.sentences, &mut found),
        Show::Fields(fields) => names.extend(fields.rows.iter().map(|row| row.slot.as_str())),
        Show::Table(_) | Show::Signature(_) | Show::CheckLine(_) | Show::PageBreak => {}
    }
    for slot in &file.slots {
        if names.contains(&slot.id.as_str()) {
            found.extend(slot.parts.iter().flat_map(crate::form::Part::facts));
        }
    }
    found
}
