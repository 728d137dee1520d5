//! The checks that a form must pass before anything is printed on it.

use std::collections::BTreeSet;

use super::FormFile;
use super::boxes::{Fill, FormBox};
use crate::error::{Flaw, PaperError};
use crate::length::Length;

pub(super) fn check(form: &str, file: &FormFile) -> Result<(), PaperError> {
    let flawed = |place: &str, flaw: Flaw| {
        Err(PaperError::Flawed {
            form: form.to_owned(),
            place: place.to_owned(),
            flaw,
        })
    };
    if file.texts.months.kk.len() != 12 || file.texts.months.ru.len() != 12 {
        return flawed("texts.months", Flaw::Months);
    }
    let printable = file.page.printable();
    for (place, area) in [
        ("sheet.heading", file.sheet.heading),
        ("sheet.body", file.sheet.body),
        ("sheet.signature", file.sheet.signature),
    ] {
        if !area.inside(printable) {
            return flawed(place, Flaw::OutsidePage);
        }
    }
    let mut seen = BTreeSet::new();
    for (index, one) in file.boxes.iter().enumerate() {
        if !seen.insert(&one.id) {
            return flawed(&one.id, Flaw::DuplicateId);
        }
        if one.page == 0 || one.page > file.page.pages {
            return flawed(&one.id, Flaw::NoSuchPage);
        }
        if one.field.is_some()
            || matches!(one.fill, Fill::Tick(_) | Fill::States(_) | Fill::Date(_))
        {
            return flawed(&one.id, Flaw::OnlyInBlanks);
        }
        if !one.at.inside(printable) {
            return flawed(&one.id, Flaw::OutsidePage);
        }
        if file.boxes[..index]
            .iter()
            .any(|other| other.page == one.page && other.at.meets(one.at))
        {
            return flawed(&one.id, Flaw::Overlaps);
        }
        if one.continues() && one.item.is_none() {
            return flawed(&one.id, Flaw::NoItem);
        }
        if let Some(flaw) = table_flaw(one) {
            return flawed(&one.id, flaw);
        }
    }
    Ok(())
}

fn table_flaw(one: &FormBox) -> Option<Flaw> {
    let Fill::Table(table) = &one.fill else {
        return None;
    };
    let width: Length = table.columns.iter().map(|column| column.width).sum();
    if width != one.at.width {
        return Some(Flaw::ColumnWidths);
    }
    table
        .of_its_rows()
        .any(|fact| fact.entity() != table.entity)
        .then_some(Flaw::ForeignFact)
}
