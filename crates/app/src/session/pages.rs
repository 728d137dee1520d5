//! The pages of the answer of the open case.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_texts::Lang;

use super::Open;
use super::Session;
use crate::assessment::assess;
use crate::assessment::pages;
use crate::case::Case;
use crate::error::AppError;
use crate::speak::Speaker;
use crate::view::AnswerPageView;
use crate::view::DatesPageView;
use crate::view::MoneyPageView;
use crate::view::StayView;

impl Session {
    /// The assessment of a case, made anew only when the case or the day is another.
    pub(super) fn assessed<'a>(
        &self,
        case: &Case,
        kept: &'a mut Option<(NaiveDate, Assessment)>,
    ) -> &'a Assessment {
        let today = self.clock.today();
        if kept.as_ref().is_none_or(|(day, _)| *day != today) {
            *kept = None;
        }
        let (_, assessment) =
            kept.get_or_insert_with(|| (today, assess(&self.knowledge(), case, today)));
        assessment
    }

    /// One page of the answer, of the revision that the screen shows.
    pub(super) fn page<T>(
        &self,
        lang: Lang,
        revision: u32,
        make: impl FnOnce(&Speaker<'_>, &Assessment) -> T,
    ) -> Result<T, AppError> {
        let mut open = self.lock_open();
        let open = open.as_mut().ok_or(AppError::NotOpen)?;
        if open.revision != revision {
            return Err(AppError::StaleRevision);
        }
        let Open { case, assessed, .. } = open;
        let assessment = self.assessed(case, assessed);
        let knowledge = self.knowledge();
        let speaker = Speaker {
            knowledge: &knowledge,
            answers: &case.answers,
            lang,
        };
        Ok(make(&speaker, assessment))
    }

    /// The page of the answer.
    ///
    /// # Errors
    /// When no case is open, or it is at another revision.
    pub fn answer_page(&self, lang: Lang, revision: u32) -> Result<AnswerPageView, AppError> {
        self.page(lang, revision, pages::answer)
    }

    /// The page of dates and stages.
    ///
    /// # Errors
    /// As [`Session::answer_page`].
    pub fn dates_page(&self, lang: Lang, revision: u32) -> Result<DatesPageView, AppError> {
        self.page(lang, revision, pages::dates)
    }

    /// The page of money.
    ///
    /// # Errors
    /// As [`Session::answer_page`].
    pub fn money_page(&self, lang: Lang, revision: u32) -> Result<MoneyPageView, AppError> {
        self.page(lang, revision, pages::money)
    }

    /// The page of the stay.
    ///
    /// # Errors
    /// As [`Session::answer_page`].
    pub fn stay_page(&self, lang: Lang, revision: u32) -> Result<StayView, AppError> {
        self.page(lang, revision, pages::stay)
    }
}
