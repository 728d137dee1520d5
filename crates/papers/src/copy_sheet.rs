//! The answers in the order of a form, to be copied onto the office's paper by hand.

use lopdf::dictionary;
use serde::Deserialize;

use crate::blank::{Blank, BlankBoxes, Fresh, left_out};
use crate::error::PaperError;
use crate::facts::FormValue;
use crate::form::{Fill, Form, FormBox};
use crate::ink::{FontBook, content, embed};
use crate::language::{FormLanguage, Words};
use crate::length::{Area, Length, TypeSize};
use crate::letters::{Breaks, Faces, Typeface, clean, lines_height, wrap};
use crate::paper::{Filling, LanguageNote, Paper, Placed, PlacedKind};
use crate::place::{Mark, Page, Shade};
use crate::say::{Asked, Speaker, Watch};

/// The sheet and its columns: number, what is asked, what to write.
const SHEET: (Length, Length) = (Length::millimetres(210), Length::millimetres(297));
const LEFT: Length = Length::millimetres(20);
const TOP: Length = Length::millimetres(14);
const BOTTOM: Length = Length::millimetres(280);
const FOOTER: Length = Length::millimetres(287);
const COLUMNS: [Length; 3] = [
    Length::millimetres(14),
    Length::millimetres(62),
    Length::millimetres(102),
];
const PAD: Length = Length::millimetres(1);
const LABEL: TypeSize = TypeSize::millipoints(9_000);
const VALUE: TypeSize = TypeSize::millipoints(11_000);
const SMALL: TypeSize = TypeSize::millipoints(8_000);
const TITLE: TypeSize = TypeSize::millipoints(14_000);
/// Between baselines, in thousandths of the size.
const LEADING: i64 = 1250;

/// Whose order the sheet follows.
#[derive(Debug, Clone, Copy)]
pub enum CopyOrder<'a> {
    /// Our layout's.
    Form(&'a Form),
    /// That of a blank's boxes. The form says the running words.
    Blank(&'a Blank, &'a BlankBoxes, &'a Form),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetTexts {
    title: Words,
    intro: Words,
    /// `%{page}`.
    page: Words,
    unanswered: Words,
    tick: Words,
    /// `%{page}`, `%{pages}`.
    footer: Words,
}

/// One line of the sheet.
struct Entry {
    page: usize,
    /// The box, and for tables the column and the record.
    place: String,
    item: String,
    label: String,
    /// Empty when nothing was answered.
    value: String,
}

/// Prints the answers in the order of a form. `texts` is the file
/// `assets/forms/copy-sheet.toml`.
///
/// # Errors
/// When the file of texts is not right, a character has no glyph, or an option no word.
pub fn copy_sheet(
    order: CopyOrder<'_>,
    texts: &str,
    language: FormLanguage,
    filling: &Filling<'_>,
) -> Result<Paper, PaperError> {
    let texts: SheetTexts = toml::from_str(texts).map_err(|error| PaperError::Malformed {
        form: "copy-sheet".to_owned(),
        message: error.to_string(),
    })?;
    let (form, boxes): (&Form, Vec<FormBox>) = match order {
        CopyOrder::Form(form) => (form, form.file.boxes.clone()),
        CopyOrder::Blank(blank, boxes, form) => (form, boxes.in_order(blank)),
    };
    let mut reading = Reading {
        texts: &texts,
        language,
        filling,
        speaker: Speaker {
            language,
            texts: &form.file.texts,
            words: filling.words,
        },
        entries: Vec::new(),
        notes: Vec::new(),
    };
    for one in &boxes {
        reading.read(one)?;
    }
    let (entries, notes) = (reading.entries, reading.notes);
    let faces = Faces::bundled()?;
    let mut writing = Writing {
        faces: &faces,
        pages: vec![Page::default()],
        y: TOP,
        placed: Vec::new(),
    };
    writing.head(&texts, language)?;
    let mut page = 0;
    for entry in &entries {
        if entry.page != page {
            page = entry.page;
            let heading = texts.page.with(language, &[("page", &page.to_string())]);
            writing.heading(&heading)?;
        }
        let unanswered = texts.unanswered.of(language);
        writing.entry(entry, unanswered)?;
    }
    writing.footers(&texts, language)?;
    let pdf = write(
        &writing.pages,
        &faces,
        texts.title.of(language),
        language,
        filling,
    )?;
    Ok(Paper {
        pdf,
        pages: writing.pages.len(),
        placed: writing.placed,
        notes,
        left_out: match order {
            CopyOrder::Form(_) => Vec::new(),
            CopyOrder::Blank(_, boxes, _) => left_out(boxes, filling),
        },
    })
}

fn write(
    pages: &[Page],
    faces: &Faces,
    title: &str,
    language: FormLanguage,
    filling: &Filling<'_>,
) -> Result<Vec<u8>, PaperError> {
    let mut book = FontBook::default();
    for page in pages {
        book.read(page);
    }
    let mut fresh = Fresh::new();
    let fonts = embed(&book, &mut fresh.document, faces)?;
    let fonts = fresh.document.add_object(fonts);
    for page in pages {
        let drawn = content(page.marks.iter(), SHEET.1, &book);
        fresh.page(SHEET, drawn, dictionary! { "Font" => fonts });
    }
    fresh.finish(title, language.code(), filling.on)
}

struct Reading<'a> {
    texts: &'a SheetTexts,
    language: FormLanguage,
    filling: &'a Filling<'a>,
    speaker: Speaker<'a>,
    entries: Vec<Entry>,
    notes: Vec<LanguageNote>,
}

impl<'a> Reading<'a> {
    fn read(&mut self, one: &FormBox) -> Result<(), PaperError> {
        let asked = match one.record {
            None => Asked::whole(self.filling.facts),
            Some(number) => Asked::record(self.filling.facts, number.saturating_sub(1)),
        };
        let value = match &one.fill {
            Fill::Static(_) | Fill::Photo | Fill::Blank => return Ok(()),
            Fill::Table(table) => return self.table(one, table),
            Fill::Text(text) => {
                let watch = Watch {
                    box_id: &one.id,
                    item: one.item.as_deref(),
                    script: text.script,
                    names: text.names,
                };
                self.speaker.say(
                    &one.id,
                    &text.parts,
                    &text.join,
                    asked,
                    &watch,
                    &mut self.notes,
                )?
            }
            Fill::Comb(comb) => match asked.value(&comb.fact) {
                None => String::new(),
                Some(value) => self.speaker.value(&one.id, &comb.fact, &value)?,
            },
            Fill::Choice(choice) => match chosen(asked.value(&choice.fact)) {
                None => String::new(),
                Some(option) => choice
                    .options
                    .iter()
                    .find(|offered| offered.is_ticked_by(&option))
                    .map_or_else(String::new, |option| {
                        option.words.of(self.language).to_owned()
                    }),
            },
            Fill::States(states) => match asked.value(&states.fact) {
                None => String::new(),
                Some(value) => self.speaker.value(&one.id, &states.fact, &value)?,
            },
            Fill::Date(date) => match asked.value(&date.fact) {
                None => String::new(),
                Some(value) => self.speaker.value(&one.id, &date.fact, &value)?,
            },
            Fill::Tick(tick) => {
                // A square that stays empty asks for nothing.
                if !asked.hold(&tick.when) {
                    return Ok(());
                }
                self.texts.tick.of(self.language).to_owned()
            }
            Fill::Lines(lines) => self.filling.facts.given(&lines.given).join("\n"),
            Fill::SigningDate => self
                .speaker
                .texts
                .signature_date(self.language, self.filling.on),
        };
        self.push(one, one.id.clone(), "", &value);
        Ok(())
    }

    fn table(&mut self, one: &FormBox, table: &crate::form::TableFill) -> Result<(), PaperError> {
        let mut number = 0;
        for index in 0..self.filling.facts.records(&table.entity) {
            let asked = Asked::record(self.filling.facts, index);
            if !asked.hold(&table.records) {
                continue;
            }
            number += 1;
            for column in &table.columns {
                let place = format!("{}.{}.{number}", one.id, column.id);
                let watch = Watch {
                    box_id: &one.id,
                    item: one.item.as_deref(),
                    script: column.script,
                    names: column.names,
                };
                let said = self.speaker.say(
                    &place,
                    &column.parts,
                    &column.join,
                    asked,
                    &watch,
                    &mut self.notes,
                )?;
                if !said.is_empty() {
                    let words = format!("{number}) {}", column.words.of(self.language));
                    self.push(one, place, &words, &said);
                }
            }
        }
        if number == 0 {
            let none = if table.says_none && self.filling.facts.list_complete(&table.entity) {
                self.speaker.texts.none.of(self.language).to_owned()
            } else {
                String::new()
            };
            self.push(one, one.id.clone(), "", &none);
        }
        Ok(())
    }

    fn push(&mut self, one: &FormBox, place: String, column: &str, value: &str) {
        let label = one
            .label
            .as_ref()
            .map(|label| label.of(self.language).to_owned())
            .or_else(|| one.field.clone())
            .unwrap_or_else(|| one.id.clone());
        let label = if column.is_empty() {
            label
        } else {
            format!("{label}\n{column}")
        };
        self.entries.push(Entry {
            page: one.page,
            place,
            item: one.item.clone().unwrap_or_default(),
            label,
            value: clean(value),
        });
    }
}

fn chosen(value: Option<FormValue>) -> Option<String> {
    match value? {
        FormValue::Choice(option) | FormValue::Country(option) => Some(option),
        FormValue::YesNo(yes) => Some(if yes { "yes" } else { "no" }.to_owned()),
        FormValue::Text { .. } | FormValue::Date(_) | FormValue::Number(_) => None,
    }
}

struct Writing<'a> {
    faces: &'a Faces,
    pages: Vec<Page>,
    y: Length,
    placed: Vec<Placed>,
}

impl Writing<'_> {
    fn head(&mut self, texts: &SheetTexts, language: FormLanguage) -> Result<(), PaperError> {
        let width = COLUMNS.into_iter().sum::<Length>();
        for (text, typeface, size) in [
            (&texts.title, Typeface::Heading, TITLE),
            (&texts.intro, Typeface::Label, LABEL),
        ] {
            let lines = self.lines(text.of(language), (typeface, size), width)?;
            self.draw(&lines, (typeface, size), LEFT)?;
            self.y += lines_height(self.faces.of(typeface), size, lines.len()) + PAD * 2;
        }
        Ok(())
    }

    fn lines(
        &self,
        text: &str,
        (typeface, size): (Typeface, TypeSize),
        width: Length,
    ) -> Result<Vec<String>, PaperError> {
        let face = self.faces.of(typeface);
        Ok(wrap(face, text, size, width, Breaks::Anywhere, "copy-sheet")?.unwrap_or_default())
    }

    fn draw(
        &mut self,
        lines: &[String],
        (typeface, size): (Typeface, TypeSize),
        x: Length,
    ) -> Result<(), PaperError> {
        let face = self.faces.of(typeface);
        let mut baseline = self.y + face.ascent(size);
        for line in lines {
            let run = face.shape(line, "copy-sheet")?;
            self.mark(Mark::Text {
                x,
                baseline,
                typeface,
                size,
                shade: Shade::INK,
                run,
            });
            baseline += size.times_thousandths(LEADING);
        }
        Ok(())
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(mark);
        }
    }

    fn room(&mut self, height: Length) {
        if self.y + height > BOTTOM {
            self.pages.push(Page::default());
            self.y = TOP;
        }
    }

    fn heading(&mut self, text: &str) -> Result<(), PaperError> {
        self.room(Length::millimetres(30));
        self.y += PAD * 2;
        self.draw(&[text.to_owned()], (Typeface::Number, VALUE), LEFT)?;
        self.y += Length::millimetres(7);
        Ok(())
    }

    /// A row; a value of more than a page goes on on the next.
    fn entry(&mut self, entry: &Entry, unanswered: &str) -> Result<(), PaperError> {
        let [number, asked, written] = COLUMNS;
        let label_style = (Typeface::Label, LABEL);
        let value_style = (Typeface::Answer, VALUE);
        let labels = self.lines(&entry.label, label_style, asked - PAD * 2)?;
        let mut values = self.place_lines(entry, value_style, written - PAD * 2)?;
        let answer_face = self.faces.of(Typeface::Answer);
        let label_height = lines_height(self.faces.of(Typeface::Label), LABEL, labels.len());
        self.room(
            label_height.max(lines_height(answer_face, VALUE, values.len().min(3))) + PAD * 2,
        );
        loop {
            let left = BOTTOM - self.y - PAD * 2;
            let fitting = (0..=values.len())
                .rev()
                .find(|lines| lines_height(answer_face, VALUE, *lines) <= left)
                .unwrap_or(0);
            let rest = values.split_off(fitting);
            self.y += PAD;
            if !entry.item.is_empty() {
                self.draw(
                    &[format!("{}.", entry.item)],
                    (Typeface::Number, LABEL),
                    LEFT,
                )?;
            }
            self.draw(&labels, label_style, LEFT + number)?;
            let x = LEFT + number + asked;
            let height = lines_height(answer_face, VALUE, values.len());
            if entry.value.is_empty() {
                self.draw(&[unanswered.to_owned()], (Typeface::Label, SMALL), x)?;
            } else {
                self.draw(&values, value_style, x)?;
                self.placed.push(Placed {
                    place: entry.place.clone(),
                    page: self.pages.len(),
                    area: Area {
                        x,
                        y: self.y,
                        width: written,
                        height,
                    },
                    text: values.join(" "),
                    kind: PlacedKind::Text,
                });
            }
            self.y += height.max(label_height) + PAD;
            let (y, right) = (self.y, LEFT + COLUMNS.into_iter().sum::<Length>());
            self.mark(Mark::Line {
                from: (LEFT, y),
                to: (right, y),
                thickness: Length::micrometres(120),
                shade: Shade::RULE,
            });
            if rest.is_empty() {
                return Ok(());
            }
            values = rest;
            self.pages.push(Page::default());
            self.y = TOP;
        }
    }

    fn place_lines(
        &self,
        entry: &Entry,
        (typeface, size): (Typeface, TypeSize),
        width: Length,
    ) -> Result<Vec<String>, PaperError> {
        let face = self.faces.of(typeface);
        let text = &entry.value;
        if text.is_empty() {
            return Ok(Vec::new());
        }
        Ok(wrap(face, text, size, width, Breaks::Anywhere, &entry.place)?.unwrap_or_default())
    }

    fn footers(&mut self, texts: &SheetTexts, language: FormLanguage) -> Result<(), PaperError> {
        let pages = self.pages.len();
        let face = self.faces.of(Typeface::Label);
        for (number, page) in (1..).zip(&mut self.pages) {
            let text = texts.footer.with(
                language,
                &[("page", &number.to_string()), ("pages", &pages.to_string())],
            );
            page.marks.push(Mark::Text {
                x: LEFT,
                baseline: FOOTER,
                typeface: Typeface::Label,
                size: SMALL,
                shade: Shade::LABEL,
                run: face.shape(&text, "copy-sheet")?,
            });
        }
        Ok(())
    }
}
