//! Where everything goes: the form's own furniture, the answers in their boxes, and the
//! continuation sheets for what does not fit.

mod answer;
mod choice;
mod desk;
mod furniture;
mod marks;
mod rows;
mod sheets;
mod table;

pub(crate) use marks::{Mark, Page, Shade};

use crate::error::PaperError;
use crate::form::{Fill, Form};
use crate::language::FormLanguage;
use crate::letters::Faces;
use crate::paper::{Filling, LanguageNote, Placed};
use desk::Desk;

/// The finished pages, not yet PDF.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) placed: Vec<Placed>,
    pub(crate) notes: Vec<LanguageNote>,
}

pub(crate) fn lay_out(
    form: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
    faces: &Faces,
) -> Result<Layout, PaperError> {
    let mut desk = Desk::new(form, language, *filling, faces);
    for one in &form.file.boxes {
        let area = desk.furnish(one)?;
        match &one.fill {
            Fill::Text(text) => desk.text(one, text, area)?,
            Fill::Comb(comb) => desk.comb(one, comb, area)?,
            Fill::Choice(choice) => desk.choice(one, choice, area)?,
            Fill::Table(table) => desk.table(one, table, area)?,
            Fill::Lines(lines) => desk.lines(one, lines, area)?,
            Fill::Static(fixed) => desk.fixed(one, fixed, area)?,
            Fill::Photo => desk.photo(one)?,
            Fill::SigningDate => desk.signing_date(one, area)?,
            Fill::Blank => {}
        }
    }
    desk.sheets()?;
    desk.footers()?;
    Ok(desk.finish())
}
