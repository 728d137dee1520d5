//! The households and their applications, as the vault keeps them.

use std::collections::BTreeMap;
use std::fmt;

use qonys_vault::AttachmentId;
use qonys_vault::DisplayName;
use serde::Deserialize;
use serde::Serialize;
use serde_json::Map;
use serde_json::Value as Json;

use super::change::sealed_of;
use super::shared::follow;
use crate::error::AppError;

/// Everything that one vault holds. At least one application is there, and one of them is open.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    /// The format of the document; see `format.rs`.
    pub(super) document: u32,
    /// The number of the next id: none is given twice.
    pub(super) next: u32,
    /// The id of the application that is open.
    pub(super) open: String,
    /// The households in the order in which they were made.
    pub(crate) households: Vec<Household>,
    /// What was deleted since the vault was opened, the last one last; it can come back until the vault is locked.
    pub(super) deleted: Vec<Deleted>,
    /// Sealed files that a case named and names no more. Undoing the change brings them back until the vault is locked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) left: Vec<AttachmentId>,
}

/// People who live together: their applications, and the papers that they share.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Household {
    /// Its id within the vault.
    pub(crate) id: String,
    /// What the person calls it; none while nobody named it.
    pub(crate) name: Option<DisplayName>,
    /// One for each adult.
    pub(crate) applications: Vec<Application>,
    /// Scans and photos of papers.
    pub(crate) attachments: Vec<AttachmentId>,
    /// Of which paper a scan is, where somebody said so.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) scans_of: BTreeMap<AttachmentId, ScanOf>,
}

/// The paper of which something is a scan.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanOf {
    /// The id of the application that asks for the paper.
    pub(crate) application: String,
    /// The key of the paper's answers in that application.
    pub(crate) paper: String,
}

/// The application of one adult.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Application {
    /// Its id within the vault.
    pub(crate) id: String,
    /// What the person calls it; none while nobody named it.
    pub(crate) name: Option<DisplayName>,
    /// The case as it was saved. It is read with the law of today only while it is open, so that nothing in it is lost.
    pub(crate) case: Json,
}

/// Something that was deleted, with the place to which it comes back.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Deleted {
    /// A whole household.
    Household {
        /// Its place in the list.
        place: usize,
        /// The household.
        household: Household,
    },
    /// One application.
    Application {
        /// The id of its household.
        household: String,
        /// Its place in the list.
        place: usize,
        /// The application.
        application: Application,
    },
    /// One scan or photo.
    Attachment {
        /// The id of its household.
        household: String,
        /// Its place in the list.
        place: usize,
        /// The attachment.
        attachment: AttachmentId,
    },
}

impl Document {
    /// The application that is open; none only in a document that does not fit together.
    pub(crate) fn opened(&self) -> Option<&Application> {
        self.application(&self.open)
    }

    /// Puts the open application's case in place of the earlier one; the others of the household follow with what they share.
    pub(crate) fn put_case(&mut self, case: &Json) {
        let of_open = |household: &&mut Household| {
            let mut applications = household.applications.iter();
            applications.any(|application| application.id == self.open)
        };
        let Some(household) = self.households.iter_mut().find(of_open) else {
            return;
        };
        let id = self.open.as_str();
        let before = household
            .applications
            .iter_mut()
            .find(|application| application.id == id)
            .map(|open| std::mem::replace(&mut open.case, case.clone()));
        let Some(before) = before else { return };
        let named = sealed_of(case);
        self.left.extend(
            sealed_of(&before)
                .into_iter()
                .filter(|file| !named.contains(file)),
        );
        for other in &mut household.applications {
            if other.id != id {
                follow(&before, case, &mut other.case);
            }
        }
    }

    /// Gives each application that has none its seed; whether one got one.
    ///
    /// # Errors
    /// Those of `fresh`.
    pub(crate) fn give_seeds(
        &mut self,
        fresh: &dyn Fn() -> Result<String, AppError>,
    ) -> Result<bool, AppError> {
        let mut given = false;
        let applications = self
            .households
            .iter_mut()
            .flat_map(|household| &mut household.applications);
        for application in applications {
            if application.seed().is_some() {
                continue;
            }
            let Json::Object(case) = &mut application.case else {
                continue;
            };
            let reminders = case
                .entry("reminders")
                .or_insert_with(|| Json::Object(Map::new()));
            if let Json::Object(reminders) = reminders {
                reminders.insert("seed".to_owned(), Json::String(fresh()?));
                given = true;
            }
        }
        Ok(given)
    }

    /// Whether an application is the open one.
    pub(crate) fn is_open(&self, application: &str) -> bool {
        self.open == application
    }

    /// How many things can come back.
    pub(crate) fn deleted(&self) -> usize {
        self.deleted.len()
    }

    /// Whether nothing waits for being deleted for good.
    pub(crate) fn is_clean(&self) -> bool {
        self.deleted.is_empty() && self.left.is_empty()
    }

    pub(super) fn application(&self, id: &str) -> Option<&Application> {
        self.households
            .iter()
            .flat_map(|household| &household.applications)
            .find(|application| application.id == id)
    }

    pub(super) fn application_mut(&mut self, id: &str) -> Option<&mut Application> {
        self.households
            .iter_mut()
            .flat_map(|household| &mut household.applications)
            .find(|application| application.id == id)
    }

    pub(super) fn household_mut(&mut self, id: &str) -> Option<&mut Household> {
        self.households
            .iter_mut()
            .find(|household| household.id == id)
    }
}

impl Application {
    /// What makes the ids of its deadlines its own outside the store.
    pub(crate) fn seed(&self) -> Option<&str> {
        let seed = self.case.get("reminders")?.get("seed")?.as_str()?;
        (!seed.is_empty()).then_some(seed)
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[households]")
    }
}

impl fmt::Debug for Household {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[household]")
    }
}

impl fmt::Debug for ScanOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[scan]")
    }
}

impl fmt::Debug for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[application]")
    }
}

impl fmt::Debug for Deleted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[deleted]")
    }
}
