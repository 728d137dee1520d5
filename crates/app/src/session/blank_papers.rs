//! What is printed of an office's blank.

use qonys_papers::BlankBoxes;
use qonys_papers::PaperError;
use qonys_texts::Lang;

use super::Session;
use crate::blanks;
use crate::blanks::BlankManner;
use crate::case::Case;
use crate::error::AppError;
use crate::forms::FilledPaper;
use crate::wire_blank::BlankPaperInput;

impl Session {
    /// What is printed of a blank, as a finished document.
    ///
    /// # Errors
    /// As [`Session::blank`], and what filling it can bring.
    pub fn blank_paper(
        &self,
        lang: Lang,
        digest: &str,
        input: &BlankPaperInput,
    ) -> Result<FilledPaper, AppError> {
        let today = self.clock.today();
        let (case, open, boxes) = self.blank_of(digest)?;
        let on = case.filing_day(&self.knowledge(), today);
        let language = boxes.blank.language;
        let filled = |case: &Case, boxes: &BlankBoxes, manner| {
            let photo = self.photo_of(case);
            blanks::fill_read_blank(
                &self.knowledge(),
                case,
                (&open.blank, boxes),
                (language, manner),
                photo.as_ref(),
                on,
            )
        };
        match input {
            // A scan becomes a document too, so that one way shows all pages.
            BlankPaperInput::Empty => filled(
                &Case::default(),
                &BlankBoxes::new(boxes.blank),
                BlankManner::Fillable,
            ),
            BlankPaperInput::Filled { flat } => {
                let manner = if *flat {
                    BlankManner::Flat
                } else {
                    BlankManner::Fillable
                };
                filled(&case, &boxes, manner)
            }
            BlankPaperInput::TextOnly {
                right,
                down,
                measured,
            } => filled(
                &case,
                &boxes,
                BlankManner::TextOnly {
                    shift: (*right, *down),
                    measured: measured
                        .map(|sheet| (sheet.left, sheet.top, sheet.across, sheet.down)),
                },
            ),
            BlankPaperInput::TestSheet => blanks::calibration_paper(&self.knowledge(), lang, today),
            BlankPaperInput::CopySheet => blanks::copy_sheet_paper(
                &self.knowledge(),
                &case,
                Some((&open.files, &boxes.to_toml().map_err(PaperError::from)?)),
                language,
                on,
            ),
        }
    }

    /// What is to be known of it before it is handed in: what is not on it, and what stands on it without an answer.
    ///
    /// # Errors
    /// As [`Session::blank_paper`].
    pub fn blank_warnings(
        &self,
        lang: Lang,
        digest: &str,
        input: &BlankPaperInput,
    ) -> Result<Vec<String>, AppError> {
        let paper = self.blank_paper(lang, digest, input)?;
        Ok(paper
            .warnings
            .iter()
            .map(|warning| warning.text(lang))
            .collect())
    }

    /// Saves what is printed of a blank into the folder for papers and says under which name.
    ///
    /// # Errors
    /// As [`Session::blank_paper`] and [`Session::save_paper`].
    pub fn save_blank_paper(
        &self,
        lang: Lang,
        digest: &str,
        input: &BlankPaperInput,
    ) -> Result<String, AppError> {
        let paper = self.blank_paper(lang, digest, input)?;
        self.write_finished(&paper.name, &paper.pdf)
    }
}
