//! The file of a flowing paper.

use qonys_texts::Lang;
use serde::Deserialize;

use super::block::{Block, Slot};
use crate::form::{Condition, Standing};
use crate::language::Words;
use crate::length::{Area, Length, TypeSize};

/// A flowing paper as its file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlowFile {
    pub(crate) id: String,
    pub(crate) edition: String,
    pub(crate) standing: Standing,
    /// Always `"flow"`: says of what kind the file is.
    pub(crate) layout: Layout,
    /// The languages it is printed in.
    pub(crate) languages: Vec<Lang>,
    /// The list of which each chosen record has a paper of its own.
    pub(crate) subject: Option<String>,
    /// The paper of the checklist that it is or becomes.
    pub(crate) paper: Option<String>,
    /// Whether it is only a draft for somebody who makes the paper itself.
    #[serde(default)]
    pub(crate) draft: bool,
    /// When it is not needed although the checklist has its paper, and why.
    #[serde(default)]
    pub(crate) unless: Vec<Unless>,
    pub(crate) source: Words,
    pub(crate) title: Words,
    pub(crate) page: FlowPage,
    #[serde(rename = "type")]
    pub(crate) sizes: FlowSizes,
    pub(crate) texts: FlowTexts,
    #[serde(default, rename = "slot")]
    pub(crate) slots: Vec<Slot>,
    #[serde(rename = "block")]
    pub(crate) blocks: Vec<Block>,
}

/// A case in which the paper is not needed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unless {
    /// All must hold.
    pub(crate) when: Vec<Condition>,
    pub(crate) words: Words,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Layout {
    Flow,
}

/// The sheet and the edge that stays free.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlowPage {
    pub(crate) width: Length,
    pub(crate) height: Length,
    /// Edge that no block is printed on: left, top, right, bottom. The footer stands in the lower one.
    pub(crate) margins: [Length; 4],
    /// Baseline of the footer, from the top.
    pub(crate) footer: Length,
}

impl FlowPage {
    /// Where the blocks flow.
    pub(crate) fn body(&self) -> Area {
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
pub(crate) struct FlowSizes {
    pub(crate) title: TypeSize,
    pub(crate) subtitle: TypeSize,
    pub(crate) section: TypeSize,
    pub(crate) body: TypeSize,
    pub(crate) small: TypeSize,
    pub(crate) table: TypeSize,
    /// No cell of a table is printed smaller.
    pub(crate) floor: TypeSize,
    pub(crate) footer: TypeSize,
}

/// The running words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlowTexts {
    pub(crate) yes: Words,
    pub(crate) no: Words,
    /// Left half of the footer: `%{edition}`.
    pub(crate) footer: Words,
    /// Right half of the footer: `%{page}`, `%{pages}`.
    pub(crate) page_of: Words,
}
