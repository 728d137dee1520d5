//! A form as data: pages, boxes, labels, and which fact fills which box.

mod boxes;
mod check;
mod part;
mod texts;

use serde::Deserialize;

use crate::error::PaperError;
use crate::facts::FactPath;
use crate::language::Words;
use crate::length::{Area, Length, TypeSize};

pub(crate) use boxes::{
    Align, ChoiceFill, CombFill, DateFill, DatePart, Fill, FormBox, Frame, LinesFill,
    ParagraphStyle, Script, StatesFill, StaticFill, TableFill, TextFill, TickFill,
};
pub(crate) use part::{Condition, Doubt, Part, Say, Wanted};
pub(crate) use texts::FormTexts;

/// A form, read from its file and checked: every box lies on its page inside the margins,
/// no box lies over another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub(crate) file: FormFile,
    name: String,
}

/// A box of a form, to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxView<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its page, from 1.
    pub page: usize,
    /// Where it lies, label included.
    pub area: Area,
    /// Its number on the form.
    pub item: Option<&'a str>,
    /// Its label, if it has one.
    pub label: Option<&'a Words>,
    /// The facts that fill it or decide whether it is filled.
    pub facts: Vec<&'a str>,
    /// The columns of a table with the facts that fill each; empty for other boxes.
    pub columns: Vec<(&'a Words, Vec<&'a str>)>,
}

/// Whose layout a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Ours: it holds the data that are asked for, but is not the official blank.
    OwnLayout,
    /// Compared with the official text.
    Official,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormFile {
    pub(crate) id: String,
    pub(crate) edition: String,
    pub(crate) standing: Standing,
    pub(crate) source: Words,
    pub(crate) title: Words,
    pub(crate) page: PageShape,
    #[serde(rename = "type")]
    pub(crate) sizes: TypeSizes,
    pub(crate) texts: FormTexts,
    pub(crate) sheet: Sheet,
    #[serde(rename = "box")]
    pub(crate) boxes: Vec<FormBox>,
}

/// The sheet of paper and the edge that stays free.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PageShape {
    pub(crate) pages: usize,
    pub(crate) width: Length,
    pub(crate) height: Length,
    /// Edge that nothing is printed on: left, top, right, bottom.
    pub(crate) margins: [Length; 4],
    /// Baseline of the footer, from the top.
    pub(crate) footer: Length,
    /// First pages that belong to somebody else's blank: they get no footer.
    #[serde(skip)]
    pub(crate) foreign: usize,
}

impl PageShape {
    pub(crate) fn printable(&self) -> Area {
        let [left, top, right, bottom] = self.margins;
        Area {
            x: left,
            y: top,
            width: self.width - left - right,
            height: self.height - top - bottom,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TypeSizes {
    pub(crate) answer: TypeSize,
    pub(crate) table: TypeSize,
    /// No answer is printed smaller.
    pub(crate) floor: TypeSize,
    pub(crate) label: TypeSize,
    pub(crate) option: TypeSize,
    pub(crate) title: TypeSize,
    pub(crate) subtitle: TypeSize,
    pub(crate) section: TypeSize,
    pub(crate) body: TypeSize,
    pub(crate) footer: TypeSize,
}

/// A continuation sheet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
    /// Where the heading stands.
    pub(crate) heading: Area,
    /// Where the continued answers flow.
    pub(crate) body: Area,
    /// The line for the signature; its caption stands below it.
    pub(crate) signature: Area,
}

impl Form {
    /// Reads a form from the text of its file. `name` is only used to say where an error is.
    pub fn parse(name: &str, toml_text: &str) -> Result<Self, PaperError> {
        let file: FormFile = toml::from_str(toml_text).map_err(|error| PaperError::Malformed {
            form: name.to_owned(),
            message: error.to_string(),
        })?;
        check::check(name, &file)?;
        Ok(Self {
            file,
            name: name.to_owned(),
        })
    }

    /// The id of the form.
    pub fn id(&self) -> &str {
        &self.file.id
    }

    /// The edition that stands in the footer.
    pub fn edition(&self) -> &str {
        &self.file.edition
    }

    /// Whose layout it is.
    pub fn standing(&self) -> Standing {
        self.file.standing
    }

    /// What the layout was made from.
    pub fn source(&self) -> &Words {
        &self.file.source
    }

    /// The title, as it stands in the document's metadata.
    pub fn title(&self) -> &Words {
        &self.file.title
    }

    /// Every box, in the order of the file: the table datum → fact → box that a reviewer reads.
    pub fn boxes(&self) -> Vec<BoxView<'_>> {
        self.file
            .boxes
            .iter()
            .map(|one| BoxView {
                id: &one.id,
                page: one.page,
                area: one.at,
                item: one.item.as_deref(),
                label: one.label.as_ref(),
                facts: one.facts().into_iter().map(FactPath::as_str).collect(),
                columns: match &one.fill {
                    Fill::Table(table) => columns(table),
                    Fill::Text(_)
                    | Fill::Comb(_)
                    | Fill::Choice(_)
                    | Fill::Tick(_)
                    | Fill::States(_)
                    | Fill::Date(_)
                    | Fill::Lines(_)
                    | Fill::Static(_)
                    | Fill::Photo
                    | Fill::SigningDate
                    | Fill::Blank => Vec::new(),
                },
            })
            .collect()
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A form whose boxes were checked against a blank.
    pub(crate) fn of_blank(name: &str, file: FormFile) -> Self {
        Self {
            file,
            name: name.to_owned(),
        }
    }
}

fn columns(table: &TableFill) -> Vec<(&Words, Vec<&str>)> {
    table
        .columns
        .iter()
        .map(|column| {
            let facts = column.parts.iter().flat_map(Part::facts);
            (&column.words, facts.map(FactPath::as_str).collect())
        })
        .collect()
}
