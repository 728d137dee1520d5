//! The file of a blank's boxes: which answer goes where. It is kept, shared and used again;
//! it holds no answer.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::error::{Amount, BlankError, BoxFlaw};
use super::fields::FieldKind;
use super::limits::{self, within};
use super::read::Blank;
use crate::facts::FactPath;
use crate::form::{Fill, FormBox, Frame};
use crate::language::FormLanguage;
use crate::length::{Area, Length};

/// Boxes may touch; what they share is less than a stroke of a pen.
const TOUCH: Length = Length::micrometres(300);

/// The boxes of one blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankBoxes {
    /// The blank that they belong to.
    pub blank: BlankEdition,
    pub(crate) boxes: Vec<FormBox>,
    /// The line of each box in its file, from 1; 0 for a box that was added.
    lines: Vec<usize>,
}

/// Which blank a file of boxes belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlankEdition {
    /// SHA-256 of the blank's file, in hexadecimal digits.
    pub digest: String,
    /// What the person calls it.
    pub title: String,
    /// The language that the blank is printed in.
    pub language: FormLanguage,
    /// Its edition, as the person typed it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub edition: String,
}

/// A box, to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxSummary<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its page, from 1; 0 for a field.
    pub page: usize,
    /// Where it lies; nowhere for a field.
    pub area: Area,
    /// The name of its field.
    pub field: Option<&'a str>,
    /// The facts that fill it or decide whether it is filled.
    pub facts: Vec<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileIn {
    blank: BlankEdition,
    #[serde(default, rename = "box")]
    boxes: Vec<Spanned<FormBox>>,
}

#[derive(Serialize)]
struct FileOut<'a> {
    blank: &'a BlankEdition,
    // An empty list would stand in the way of the first box that a person adds.
    #[serde(rename = "box", skip_serializing_if = "<[FormBox]>::is_empty")]
    boxes: &'a [FormBox],
}

impl BlankBoxes {
    /// No boxes yet.
    pub fn new(blank: BlankEdition) -> Self {
        Self {
            blank,
            boxes: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Reads a file of boxes. Whether they suit a blank is asked with [`BlankBoxes::suit`].
    ///
    /// # Errors
    /// With the line and the box, as far as it is known.
    pub fn parse(text: &str) -> Result<Self, BlankError> {
        within(Amount::Bytes, text.len(), limits::BYTES)?;
        let file: FileIn = toml::from_str(text).map_err(|error| {
            let at = error.span().unwrap_or(Range { start: 0, end: 0 }).start;
            BlankError::BoxFile {
                line: line_of(text, at),
                place: box_around(text, at),
                message: error.message().to_owned(),
            }
        })?;
        within(Amount::Boxes, file.boxes.len(), limits::BOXES)?;
        let lines = file
            .boxes
            .iter()
            .map(|one| line_of(text, one.span().start))
            .collect();
        let mut boxes: Vec<FormBox> = file.boxes.into_iter().map(Spanned::into_inner).collect();
        for one in &mut boxes {
            one.frame = Frame::Printed;
        }
        let boxes = Self {
            blank: file.blank,
            boxes,
            lines,
        };
        boxes.check()?;
        Ok(boxes)
    }

    /// The file, as text.
    ///
    /// # Errors
    /// When it cannot be written as TOML.
    pub fn to_toml(&self) -> Result<String, BlankError> {
        toml::to_string_pretty(&FileOut {
            blank: &self.blank,
            boxes: &self.boxes,
        })
        .map_err(|error| BlankError::Damaged(error.to_string()))
    }

    /// The boxes, in their order.
    pub fn boxes(&self) -> Vec<BoxSummary<'_>> {
        self.boxes
            .iter()
            .map(|one| BoxSummary {
                id: &one.id,
                page: one.page,
                area: one.at,
                field: one.field.as_deref(),
                facts: one.facts().into_iter().map(FactPath::as_str).collect(),
            })
            .collect()
    }

    /// Puts a box: in place of the one of the same id, or behind the others. The text is one
    /// `[[box]]` of the file, without that heading.
    ///
    /// # Errors
    /// When the text is no box.
    pub fn put(&mut self, text: &str) -> Result<(), BlankError> {
        let mut one: FormBox = toml::from_str(text).map_err(|error| BlankError::BoxFile {
            line: line_of(text, error.span().map_or(0, |span| span.start)),
            place: box_around(text, 0),
            message: error.message().to_owned(),
        })?;
        one.frame = Frame::Printed;
        let index = self.boxes.iter().position(|known| known.id == one.id);
        self.put_box(index, one)
    }

    /// Puts a box in place of another or behind all. After an error nothing has changed.
    pub(super) fn put_box(&mut self, index: Option<usize>, one: FormBox) -> Result<(), BlankError> {
        let mut changed = self.clone();
        match index {
            Some(index) => {
                changed.boxes[index] = one;
                changed.lines[index] = 0;
            }
            None => {
                changed.boxes.push(one);
                changed.lines.push(0);
            }
        }
        changed.check()?;
        *self = changed;
        Ok(())
    }

    /// One box as the text that [`BlankBoxes::put`] takes.
    pub fn text_of(&self, id: &str) -> Option<String> {
        let one = self.boxes.iter().find(|one| one.id == id)?;
        toml::to_string_pretty(one).ok()
    }

    /// Takes a box away; says whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some(index) = self.boxes.iter().position(|one| one.id == id) else {
            return false;
        };
        self.boxes.remove(index);
        self.lines.remove(index);
        true
    }

    /// Says that the boxes belong to this blank. For another edition of the same blank, when
    /// the person has compared the two.
    pub fn adopt(&mut self, blank: &Blank) {
        blank.digest().clone_into(&mut self.blank.digest);
    }

    /// Whether the boxes suit the blank: its digest, its pages, its fields.
    ///
    /// # Errors
    /// [`BlankError::OtherBlank`] when they belong to another blank; else the first box that
    /// cannot be right, with its line.
    pub fn suit(&self, blank: &Blank) -> Result<(), BlankError> {
        if self.blank.digest != blank.digest() {
            return Err(BlankError::OtherBlank {
                title: self.blank.title.clone(),
            });
        }
        for (index, one) in self.boxes.iter().enumerate() {
            if let Some(flaw) = flaw_on(blank, one) {
                return Err(self.flawed(index, flaw));
            }
        }
        Ok(())
    }

    /// Whether every answer that a box names is asked: a slip in a name would leave its box empty without a word.
    /// `asked` says of a fact whether it is.
    ///
    /// # Errors
    /// [`BlankError::UnknownFact`] for the first that is not, with its line and its box.
    pub fn names_known_facts(&self, asked: impl Fn(&FactPath) -> bool) -> Result<(), BlankError> {
        for (index, one) in self.boxes.iter().enumerate() {
            if let Some(fact) = one.facts().into_iter().find(|fact| !asked(fact)) {
                return Err(BlankError::UnknownFact {
                    line: self.lines.get(index).copied().unwrap_or(0),
                    place: one.id.clone(),
                    fact: fact.to_string(),
                });
            }
        }
        Ok(())
    }

    /// The boxes as a person meets them on the blank: page by page, from the top down, from
    /// left to right; fields where they lie.
    pub(crate) fn in_order(&self, blank: &Blank) -> Vec<FormBox> {
        let mut boxes = self.boxes.clone();
        for one in &mut boxes {
            let spot = one
                .field
                .as_ref()
                .and_then(|name| blank.field(name))
                .and_then(|field| field.spots.first());
            if let Some(spot) = spot {
                one.page = spot.page;
                one.at = spot.area;
            }
        }
        // Boxes of one line seldom begin at exactly the same height.
        boxes.sort_by_key(|one| (one.page, one.at.y.in_micrometres() / 3000, one.at.x));
        boxes
    }

    /// The error for a box.
    fn flawed(&self, index: usize, flaw: BoxFlaw) -> BlankError {
        BlankError::BoxFlaw {
            line: self.lines.get(index).copied().unwrap_or(0),
            place: self
                .boxes
                .get(index)
                .map_or_else(String::new, |one| one.id.clone()),
            flaw,
        }
    }

    fn check(&self) -> Result<(), BlankError> {
        for (index, one) in self.boxes.iter().enumerate() {
            let earlier = &self.boxes[..index];
            let flaw = if earlier.iter().any(|other| other.id == one.id) {
                Some(BoxFlaw::DuplicateId)
            } else if one.field.is_some() && earlier.iter().any(|other| other.field == one.field) {
                Some(BoxFlaw::FieldTwice)
            } else if one.field.is_none() && earlier.iter().any(|other| lies_over(one, other)) {
                Some(BoxFlaw::Overlaps)
            } else {
                own_flaw(one)
            };
            if let Some(flaw) = flaw {
                return Err(self.flawed(index, flaw));
            }
        }
        Ok(())
    }
}

fn lies_over(one: &FormBox, other: &FormBox) -> bool {
    let grown = one.at.inset(TOUCH, TOUCH);
    other.field.is_none()
        && one.page == other.page
        && grown.width > Length::ZERO
        && grown.height > Length::ZERO
        && grown.meets(other.at.inset(TOUCH, TOUCH))
}

/// What is wrong with a box whatever the blank is.
fn own_flaw(one: &FormBox) -> Option<BoxFlaw> {
    let named = one
        .id
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-');
    if one.id.is_empty() || !named {
        return Some(BoxFlaw::BadId);
    }
    if one.field.is_none() {
        if one.at.width <= Length::ZERO || one.at.height <= Length::ZERO {
            return Some(BoxFlaw::NoPlace);
        }
        if one.page == 0 {
            return Some(BoxFlaw::NoSuchPage);
        }
    }
    match &one.fill {
        Fill::Choice(_) | Fill::Static(_) => Some(BoxFlaw::OnlyInOwnLayout),
        Fill::Table(table) => {
            let width: Length = table.columns.iter().map(|column| column.width).sum();
            if table.row <= Length::ZERO {
                Some(BoxFlaw::NoRoom)
            } else if width != one.at.width {
                Some(BoxFlaw::ColumnWidths)
            } else {
                table
                    .of_its_rows()
                    .any(|fact| fact.entity() != table.entity)
                    .then_some(BoxFlaw::ForeignFact)
            }
        }
        Fill::Comb(comb) => (comb.cells <= 0 || comb.cells > 200).then_some(BoxFlaw::NoRoom),
        Fill::Text(text) => text
            .pitch
            .is_some_and(|pitch| pitch <= Length::ZERO)
            .then_some(BoxFlaw::NoRoom),
        Fill::States(_) => one.field.is_none().then_some(BoxFlaw::NoSuchField),
        Fill::Lines(_)
        | Fill::Tick(_)
        | Fill::Date(_)
        | Fill::Photo
        | Fill::SigningDate
        | Fill::Blank => None,
    }
}

/// What is wrong with a box on this blank.
fn flaw_on(blank: &Blank, one: &FormBox) -> Option<BoxFlaw> {
    let Some(name) = &one.field else {
        let Some(page) = one
            .page
            .checked_sub(1)
            .and_then(|page| blank.pages().get(page))
        else {
            return Some(BoxFlaw::NoSuchPage);
        };
        let sheet = Area {
            x: Length::ZERO,
            y: Length::ZERO,
            width: page.width,
            height: page.height,
        };
        return (!one.at.inside(sheet)).then_some(BoxFlaw::OutsidePage);
    };
    let Some(field) = blank.field(name) else {
        return Some(BoxFlaw::NoSuchField);
    };
    let suits = match field.kind {
        FieldKind::Text | FieldKind::EditableList => match &one.fill {
            Fill::Text(_) | Fill::Comb(_) | Fill::Lines(_) | Fill::Date(_) | Fill::SigningDate => {
                true
            }
            Fill::States(_) => field.kind == FieldKind::EditableList,
            Fill::Blank => true,
            Fill::Choice(_) | Fill::Table(_) | Fill::Static(_) | Fill::Tick(_) | Fill::Photo => {
                false
            }
        },
        FieldKind::List => matches!(one.fill, Fill::States(_) | Fill::Blank),
        FieldKind::CheckBox => {
            matches!(one.fill, Fill::States(_) | Fill::Tick(_) | Fill::Blank)
        }
        FieldKind::Radio => matches!(one.fill, Fill::States(_) | Fill::Blank),
        FieldKind::Button | FieldKind::Signature => matches!(one.fill, Fill::Blank),
    };
    (!suits).then_some(BoxFlaw::WrongField)
}

fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}

/// The id of the box whose text a place lies in; empty before the first box.
fn box_around(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let start = match before.rfind("[[box]]") {
        Some(start) => start,
        None if text.contains("[[box]]") => return String::new(),
        None => 0,
    };
    let rest = &text[start..];
    let end = rest
        .get(7..)
        .and_then(|rest| rest.find("[[box]]"))
        .map_or(rest.len(), |end| end + 7);
    rest[..end]
        .lines()
        .filter_map(|line| line.trim().strip_prefix("id"))
        .filter_map(|line| line.trim_start().strip_prefix('='))
        .map(|id| id.trim().trim_matches('"').to_owned())
        .next()
        .unwrap_or_default()
}
