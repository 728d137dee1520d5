//! An invented case to try the program with.

use qonys_texts::Lang;
use qonys_texts::text;
use qonys_vault::DisplayName;

use super::Session;
use crate::error::AppError;
use crate::read;
use crate::view::HouseholdsView;

/// An engineer from Omsk, whom nobody knows: every answer is given.
const SAMPLE: &str = include_str!("../../../../assets/samples/omsk-engineer.json");

impl Session {
    /// Makes a household of its own with the invented case, and opens it. The cases of the person stay as they are.
    ///
    /// # Errors
    /// As [`Session::create_household`].
    pub fn create_sample(&self, lang: Lang) -> Result<HouseholdsView, AppError> {
        let case = read::case_from_json(&self.knowledge(), SAMPLE)?;
        let name = DisplayName::new(&text(lang, "entry.sample.name"))?;
        self.edit(|document| {
            document.create_household(Some(name))?;
            document.put_case(&read::case_with_kept(&case, &read::Kept::default()));
            Ok(())
        })
    }
}
