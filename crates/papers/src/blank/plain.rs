//! Boxes as a window makes them: one answer and one manner of writing it. What a file of boxes
//! can say beyond that is kept as it is.

use super::boxfile::BlankBoxes;
use super::error::{BlankError, BoxFlaw};
use crate::facts::FactPath;
use crate::form::{
    CombFill, Condition, DateFill, DatePart, Fill, FormBox, Frame, LinesFill, Part, Say,
    StatesFill, TextFill, TickFill, Wanted,
};
use crate::language::Words;
use crate::length::{Area, Length};

/// A box of a blank, as far as a window shows and changes it. It holds no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainBox {
    /// Small Latin letters, digits, `_` and `-`; no other box has it.
    pub id: String,
    /// Where it lies.
    pub place: PlainPlace,
    /// The number on the form; continuation sheets refer to it.
    pub item: Option<String>,
    /// What the blank calls it.
    pub label: Option<String>,
    /// The record of a list that it asks about, from 1.
    pub record: Option<usize>,
    /// What is written.
    pub fill: PlainFill,
}

/// Where a box lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlainPlace {
    /// In the field of this name.
    Field(String),
    /// On a page.
    Page {
        /// The page, from 1.
        page: usize,
        /// Where on it.
        area: Area,
    },
}

/// What is written into a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlainFill {
    /// An answer as text.
    Text {
        /// The answer.
        fact: FactPath,
        /// A name: its language is never noted.
        names: bool,
        /// From one ruled line of the paper to the next, where the words stand on lines.
        pitch: Option<Length>,
    },
    /// An answer letter by letter.
    Comb {
        /// The answer.
        fact: FactPath,
        /// How many cells there are.
        cells: u32,
    },
    /// A tick, if the answer is this one.
    Tick {
        /// The answer.
        fact: FactPath,
        /// What it is to be.
        option: PlainOption,
    },
    /// A day or a part of it.
    Date {
        /// The answer.
        fact: FactPath,
        /// Which part.
        part: PlainDatePart,
    },
    /// One of the named states of a field.
    States {
        /// The answer.
        fact: FactPath,
        /// Option (`yes` and `no` for a yes-or-no answer) and state.
        states: Vec<(String, String)>,
    },
    /// Lines that are no answer, by their name: `enclosures`, `office`.
    Lines(String),
    /// The photo.
    Photo,
    /// The day beside the signature.
    SigningDate,
    /// Left to the pen.
    Pen,
    /// What only the file can say: several answers, a table, conditions.
    Other,
}

/// The answer that a tick stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlainOption {
    /// Yes or no.
    YesNo(bool),
    /// An option or a country, by its id.
    Id(String),
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlainDatePart {
    /// 14.03.1990
    Whole,
    /// 14
    Day,
    /// 03
    Month,
    /// наурыз, марта
    MonthName,
    /// 1990
    Year,
}

impl BlankBoxes {
    /// The boxes as a window shows them, in the order of the file.
    pub fn plain(&self) -> Vec<PlainBox> {
        self.boxes.iter().map(plain).collect()
    }

    /// Puts a box: in place of the one of the same id, or behind the others. What a window does
    /// not show of a box that was there stays as it was.
    ///
    /// # Errors
    /// A box that cannot be right; [`PlainFill::Other`] for a box that was not there.
    pub fn put_plain(&mut self, one: &PlainBox) -> Result<(), BlankError> {
        let index = self.boxes.iter().position(|known| known.id == one.id);
        let known = index.map(|index| self.boxes[index].clone());
        let fill = match (&known, fill(&one.fill)) {
            (Some(known), _) if plain_fill(&known.fill) == one.fill => known.fill.clone(),
            (Some(_) | None, Some(fill)) => fill,
            (Some(_) | None, None) => {
                return Err(BlankError::BoxFlaw {
                    line: 0,
                    place: one.id.clone(),
                    flaw: BoxFlaw::OnlyInOwnLayout,
                });
            }
        };
        let (field, page, at) = match &one.place {
            PlainPlace::Field(name) => (Some(name.clone()), 0, Area::default()),
            PlainPlace::Page { page, area } => (None, *page, *area),
        };
        let label = match (&known, &one.label) {
            (Some(known), Some(label)) if spoken(known) == Some(label.as_str()) => {
                known.label.clone()
            }
            (_, Some(label)) => Some(Words {
                kk: label.clone(),
                ru: label.clone(),
                en: None,
            }),
            (_, None) => None,
        };
        let made = FormBox {
            id: one.id.clone(),
            page,
            at,
            field,
            record: one.record,
            item: one.item.clone(),
            item_shown: known.as_ref().is_none_or(|known| known.item_shown),
            label,
            label_lines: known.as_ref().map_or(1, |known| known.label_lines),
            frame: Frame::Printed,
            fill,
        };
        self.put_box(index, made)
    }
}

fn spoken(one: &FormBox) -> Option<&str> {
    // A text in one language stands for both: a blank is in one language.
    one.label.as_ref().map(|words| words.kk.as_str())
}

fn plain(one: &FormBox) -> PlainBox {
    PlainBox {
        id: one.id.clone(),
        place: match &one.field {
            Some(name) => PlainPlace::Field(name.clone()),
            None => PlainPlace::Page {
                page: one.page,
                area: one.at,
            },
        },
        item: one.item.clone(),
        label: spoken(one).map(str::to_owned),
        record: one.record,
        fill: plain_fill(&one.fill),
    }
}

fn plain_fill(fill: &Fill) -> PlainFill {
    match fill {
        Fill::Text(text) => match text.parts.as_slice() {
            [
                Part {
                    say: Say::Fact(fact),
                    before: None,
                    after: None,
                    when,
                    otherwise: false,
                },
            ] if when.is_empty() => PlainFill::Text {
                fact: fact.clone(),
                names: text.names,
                pitch: text.pitch,
            },
            [] | [_] | [_, _, ..] => PlainFill::Other,
        },
        Fill::Comb(comb) => PlainFill::Comb {
            fact: comb.fact.clone(),
            cells: u32::try_from(comb.cells).unwrap_or(0),
        },
        Fill::Tick(tick) => match tick.when.as_slice() {
            [
                Condition {
                    fact,
                    is: Some(is),
                    is_not: None,
                    known: None,
                    earlier_than: None,
                    ruled_out: None,
                    not_known_yet: None,
                },
            ] => PlainFill::Tick {
                fact: fact.clone(),
                option: match is {
                    Wanted::YesNo(yes) => PlainOption::YesNo(*yes),
                    Wanted::Id(id) => PlainOption::Id(id.clone()),
                },
            },
            [] | [_] | [_, _, ..] => PlainFill::Other,
        },
        Fill::Date(date) => PlainFill::Date {
            fact: date.fact.clone(),
            part: match date.part {
                DatePart::Whole => PlainDatePart::Whole,
                DatePart::Day => PlainDatePart::Day,
                DatePart::Month => PlainDatePart::Month,
                DatePart::MonthName => PlainDatePart::MonthName,
                DatePart::Year => PlainDatePart::Year,
            },
        },
        Fill::States(states) => PlainFill::States {
            fact: states.fact.clone(),
            states: states
                .states
                .iter()
                .map(|(option, state)| (option.clone(), state.clone()))
                .collect(),
        },
        Fill::Lines(lines) => PlainFill::Lines(lines.given.clone()),
        Fill::Photo => PlainFill::Photo,
        Fill::SigningDate => PlainFill::SigningDate,
        Fill::Blank => PlainFill::Pen,
        Fill::Choice(_) | Fill::Table(_) | Fill::Static(_) => PlainFill::Other,
    }
}

/// None for what a window cannot say.
fn fill(plain: &PlainFill) -> Option<Fill> {
    Some(match plain {
        PlainFill::Text { fact, names, pitch } => Fill::Text(TextFill {
            parts: vec![Part {
                say: Say::Fact(fact.clone()),
                before: None,
                after: None,
                when: Vec::new(),
                otherwise: false,
            }],
            join: ", ".to_owned(),
            script: None,
            names: *names,
            continues: true,
            pitch: *pitch,
            most: None,
        }),
        PlainFill::Comb { fact, cells } => Fill::Comb(CombFill {
            fact: fact.clone(),
            cells: i64::from(*cells),
        }),
        PlainFill::Tick { fact, option } => Fill::Tick(TickFill {
            when: vec![Condition {
                fact: fact.clone(),
                is: Some(match option {
                    PlainOption::YesNo(yes) => Wanted::YesNo(*yes),
                    PlainOption::Id(id) => Wanted::Id(id.clone()),
                }),
                is_not: None,
                known: None,
                earlier_than: None,
                ruled_out: None,
                not_known_yet: None,
            }],
        }),
        PlainFill::Date { fact, part } => Fill::Date(DateFill {
            fact: fact.clone(),
            part: match part {
                PlainDatePart::Whole => DatePart::Whole,
                PlainDatePart::Day => DatePart::Day,
                PlainDatePart::Month => DatePart::Month,
                PlainDatePart::MonthName => DatePart::MonthName,
                PlainDatePart::Year => DatePart::Year,
            },
        }),
        PlainFill::States { fact, states } => Fill::States(StatesFill {
            fact: fact.clone(),
            states: states.iter().cloned().collect(),
        }),
        PlainFill::Lines(given) => Fill::Lines(LinesFill {
            given: given.clone(),
            numbered: false,
            continues: true,
        }),
        PlainFill::Photo => Fill::Photo,
        PlainFill::SigningDate => Fill::SigningDate,
        PlainFill::Pen => Fill::Blank,
        PlainFill::Other => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
[blank]
digest = "00"
title = "Анкета"
language = "ru"

[[box]]
id = "name"
page = 1
at = [20, 30, 60, 8]
item = "1"
label = "Фамилия"
fill.text = { parts = ["names.surname_cyrillic"], names = true, continues = false }

[[box]]
id = "address"
page = 1
at = [20, 50, 60, 8]
fill.text = { parts = ["dwelling.street", "dwelling.house"] }

[[box]]
id = "birth"
field = "f.birth"
fill.date = { fact = "applicant.birth_date", part = "year" }
"#;

    #[test]
    fn what_a_window_does_not_show_of_a_box_stays() {
        let mut boxes = BlankBoxes::parse(FILE).unwrap();
        let before = boxes.to_toml().unwrap();
        for one in boxes.plain() {
            boxes.put_plain(&one).unwrap();
        }
        assert_eq!(boxes.to_toml().unwrap(), before);
        let mut address = boxes.plain().remove(1);
        assert_eq!(address.fill, PlainFill::Other);
        let area = Area {
            x: Length::millimetres(20),
            y: Length::millimetres(70),
            width: Length::millimetres(50),
            height: Length::millimetres(9),
        };
        address.place = PlainPlace::Page { page: 1, area };
        boxes.put_plain(&address).unwrap();
        let written = boxes.to_toml().unwrap();
        assert!(written.contains("dwelling.house"), "{written}");
        assert_eq!(boxes.plain()[1].place, PlainPlace::Page { page: 1, area });
    }

    #[test]
    fn every_kind_of_box_is_read_back_as_it_was_put() {
        let mut boxes = BlankBoxes::parse(FILE).unwrap();
        let fact: FactPath = "applicant.sex".parse().unwrap();
        let fills = [
            PlainFill::Text {
                fact: fact.clone(),
                names: false,
                pitch: Some(Length::millimetres(8)),
            },
            PlainFill::Comb {
                fact: fact.clone(),
                cells: 12,
            },
            PlainFill::Tick {
                fact: fact.clone(),
                option: PlainOption::Id("male".to_owned()),
            },
            PlainFill::Tick {
                fact: fact.clone(),
                option: PlainOption::YesNo(true),
            },
            PlainFill::Date {
                fact,
                part: PlainDatePart::MonthName,
            },
            PlainFill::Lines("office".to_owned()),
            PlainFill::Photo,
            PlainFill::SigningDate,
            PlainFill::Pen,
        ];
        for (index, fill) in fills.into_iter().enumerate() {
            let one = PlainBox {
                id: format!("box-{index}"),
                place: PlainPlace::Page {
                    page: 2,
                    area: Area {
                        x: Length::millimetres(20),
                        y: Length::millimetres(10 * i64::try_from(index).unwrap()),
                        width: Length::millimetres(50),
                        height: Length::millimetres(8),
                    },
                },
                item: None,
                label: Some("Пол".to_owned()),
                record: Some(1),
                fill,
            };
            boxes.put_plain(&one).unwrap();
            let again = BlankBoxes::parse(&boxes.to_toml().unwrap()).unwrap();
            assert_eq!(again.plain().last(), Some(&one));
        }
    }

    #[test]
    fn a_box_over_another_is_refused_and_changes_nothing() {
        let mut boxes = BlankBoxes::parse(FILE).unwrap();
        let before = boxes.clone();
        let mut over = boxes.plain().remove(1);
        over.id = "over".to_owned();
        assert!(matches!(
            boxes.put_plain(&over),
            Err(BlankError::BoxFlaw {
                flaw: BoxFlaw::OnlyInOwnLayout,
                ..
            })
        ));
        over.fill = PlainFill::Pen;
        assert!(matches!(
            boxes.put_plain(&over),
            Err(BlankError::BoxFlaw {
                flaw: BoxFlaw::Overlaps,
                ..
            })
        ));
        assert_eq!(boxes, before);
    }
}
