//! Where all applications stand, the answer on another day, and the routes side by side.

use qonys_texts::Lang;

use super::Session;
use crate::assessment::assess;
use crate::assessment::comparison::comparison_view;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::overview;
use crate::read;
use crate::view::AnswerOnView;
use crate::view::OverviewView;
use crate::view::RouteComparisonView;
use crate::wire::DateInput;

/// The field of the day that one asks about.
const DAY: &str = "overview.day";

impl Session {
    /// Where every application stands: its next step and its next deadline.
    ///
    /// # Errors
    /// When no case is open.
    pub fn overview(&self, lang: Lang) -> Result<OverviewView, AppError> {
        let mut open = self.lock_open();
        let open = open.as_mut().ok_or(AppError::NotOpen)?;
        let (knowledge, today) = (self.knowledge(), self.clock.today());
        let mut stands = Vec::new();
        let applications = open
            .document
            .households
            .iter()
            .flat_map(|household| &household.applications);
        for application in applications {
            if open.document.is_open(&application.id) {
                let assessment = self.assessed(&open.case, &mut open.assessed);
                let stand =
                    overview::stand(&knowledge, &application.id, &open.case, assessment, lang);
                stands.push(stand);
            } else if let Ok((case, _)) = read::saved_case(&knowledge, &application.case) {
                // What cannot be read with the law of today says so when it is opened.
                let assessment = assess(&knowledge, &case, today);
                let stand = overview::stand(&knowledge, &application.id, &case, &assessment, lang);
                stands.push(stand);
            }
        }
        Ok(OverviewView {
            language: lang.code().to_owned(),
            stands,
        })
    }

    /// The answer if the papers were handed in on another day. Nothing is saved.
    ///
    /// # Errors
    /// The date that is wrong; as [`Session::answer_page`].
    pub fn answer_on(
        &self,
        lang: Lang,
        revision: u32,
        day: &DateInput,
    ) -> Result<AnswerOnView, AppError> {
        let day = read::date_of_input(day)
            .and_then(|day| day.ok_or(FieldProblem::DateIncomplete))
            .map_err(|problem| AppError::field(DAY, problem))?;
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        if open.revision != revision {
            return Err(AppError::StaleRevision);
        }
        let (knowledge, today) = (self.knowledge(), self.clock.today());
        Ok(overview::answer_on(
            &knowledge, &open.case, today, day, lang,
        ))
    }

    /// The routes side by side: what would open each, and what would then be asked for and paid.
    ///
    /// # Errors
    /// As [`Session::answer_page`].
    pub fn compare_routes(
        &self,
        lang: Lang,
        revision: u32,
    ) -> Result<Vec<RouteComparisonView>, AppError> {
        self.page(lang, revision, comparison_view)
    }
}
