//! The papers of the open case.

use qonys_texts::Lang;

use super::Session;
use crate::case::Case;
use crate::error::AppError;
use crate::forms::FilledPaper;
use crate::paper_key::PaperKey;
use crate::papers;
use crate::papers::PaperDay;
use crate::view::CaseView;
use crate::view::PaperTextView;
use crate::view::PapersView;

impl Session {
    pub(super) fn case_now(&self) -> Result<Case, AppError> {
        let open = self.lock_open();
        Ok(open.as_ref().ok_or(AppError::NotOpen)?.case.clone())
    }

    /// The papers with what each still wants. They bear the day on which they are handed in.
    ///
    /// # Errors
    /// When no case is open.
    pub fn papers(&self, lang: Lang) -> Result<PapersView, AppError> {
        let case = self.case_now()?;
        let on = case.filing_day(&self.knowledge(), self.clock.today());
        papers::papers_view(&self.knowledge(), &case, on, lang)
    }

    /// A paper as a finished document, by its key.
    ///
    /// # Errors
    /// A paper that the case does not have, a language that it is not printed in, a character that the font lacks.
    pub fn paper(&self, key: &str, paper_lang: Lang) -> Result<FilledPaper, AppError> {
        let case = self.case_now()?;
        let today = self.clock.today();
        let filing = case.filing_day(&self.knowledge(), today);
        let on = PaperDay::of(PaperKey::of(key).paper, filing, today);
        let photo = self.photo_of(&case);
        papers::print_with_photo(
            &self.knowledge(),
            &case,
            key,
            paper_lang,
            on,
            photo.as_ref(),
        )
    }

    /// The texts of a paper, to read and to replace.
    ///
    /// # Errors
    /// As [`Session::paper`].
    pub fn paper_texts(&self, key: &str, paper_lang: Lang) -> Result<Vec<PaperTextView>, AppError> {
        let case = self.case_now()?;
        let on = case.filing_day(&self.knowledge(), self.clock.today());
        papers::paper_texts(&self.knowledge(), &case, key, paper_lang, on)
    }

    /// Puts a text of the person's own in the place of a composed one; an empty one takes it back.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub fn own_text(
        &self,
        lang: Lang,
        revision: u32,
        (paper, block): (&str, &str),
        paper_lang: Lang,
        text: &str,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |knowledge, case| {
            papers::set_own_text(knowledge, case, paper, block, paper_lang, text)
        })
    }
}
