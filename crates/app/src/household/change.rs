//! Making, naming, opening, deleting and bringing back.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_vault::AttachmentId;
use qonys_vault::DisplayName;
use serde_json::Value as Json;

use super::Application;
use super::Deleted;
use super::Document;
use super::Household;
use super::ScanOf;
use super::format::empty_case;
use super::shared::follow;
use crate::error::AppError;
use crate::field_problem::FieldProblem;

/// More households, or applications of one household, than any family has.
const MOST: usize = 50;

fn room(count: usize, field: &str) -> Result<(), AppError> {
    if count < MOST {
        Ok(())
    } else {
        Err(AppError::field(field, FieldProblem::TooMany { most: MOST }))
    }
}

/// Puts something back where it was, or as near to it as there is room.
fn put<T>(list: &mut Vec<T>, place: usize, back: T) {
    list.insert(place.min(list.len()), back);
}

/// The photo and the blanks of a case: they lie sealed beside it, and it names them.
pub(super) fn sealed_of(case: &Json) -> Vec<AttachmentId> {
    let blanks = case.get("blanks").and_then(Json::as_array);
    let files = blanks
        .into_iter()
        .flatten()
        .filter_map(|blank| blank.get("files")?.as_array())
        .flatten();
    case.get("photo")
        .into_iter()
        .chain(files)
        .filter_map(|id| AttachmentId::parse(id.as_str()?))
        .collect()
}

impl Application {
    /// Whether nobody has said anything in it: it may stand in for what was deleted.
    fn is_untouched(&self) -> bool {
        self.name.is_none() && self.case == empty_case()
    }
}

impl Household {
    /// Whether it holds one application at most, and nobody has said anything in it.
    fn is_untouched(&self) -> bool {
        self.name.is_none()
            && self.attachments.is_empty()
            && self.applications.len() <= 1
            && self.applications.iter().all(Application::is_untouched)
    }
}

impl Document {
    fn id(&mut self, kind: &str) -> String {
        let id = format!("{kind}-{}", self.next);
        self.next = self.next.saturating_add(1);
        id
    }

    fn application_without_answers(&mut self, name: Option<DisplayName>) -> Application {
        let id = self.id("application");
        self.open.clone_from(&id);
        Application {
            id,
            name,
            case: empty_case(),
        }
    }

    /// Makes a household with one application, and opens that.
    ///
    /// # Errors
    /// When there are too many.
    pub(crate) fn create_household(&mut self, name: Option<DisplayName>) -> Result<(), AppError> {
        room(self.households.len(), "household")?;
        let id = self.id("household");
        let first = self.application_without_answers(None);
        self.households.push(Household {
            id,
            name,
            applications: vec![first],
            attachments: Vec::new(),
            scans_of: BTreeMap::new(),
        });
        Ok(())
    }

    /// Makes the application of one more adult, and opens it. It begins with the address of the household.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`]; when there are too many.
    pub(crate) fn create_application(
        &mut self,
        household: &str,
        name: Option<DisplayName>,
    ) -> Result<(), AppError> {
        let there = self.household(household)?.applications.len();
        room(there, "application")?;
        let mut made = self.application_without_answers(name);
        let household = self.household(household)?;
        if let Some(first) = household.applications.first() {
            follow(&empty_case(), &first.case, &mut made.case);
        }
        household.applications.push(made);
        Ok(())
    }

    fn household(&mut self, id: &str) -> Result<&mut Household, AppError> {
        self.household_mut(id).ok_or(AppError::UnknownPart)
    }

    /// Names a household, or takes its name away.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`].
    pub(crate) fn rename_household(
        &mut self,
        id: &str,
        name: Option<DisplayName>,
    ) -> Result<(), AppError> {
        self.household(id)?.name = name;
        Ok(())
    }

    /// Names an application, or takes its name away.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`].
    pub(crate) fn rename_application(
        &mut self,
        id: &str,
        name: Option<DisplayName>,
    ) -> Result<(), AppError> {
        self.application_mut(id).ok_or(AppError::UnknownPart)?.name = name;
        Ok(())
    }

    /// Opens an application.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`].
    pub(crate) fn open(&mut self, id: &str) -> Result<(), AppError> {
        let known = self.application(id).ok_or(AppError::UnknownPart)?;
        self.open = known.id.clone();
        Ok(())
    }

    /// Deletes a household with all that is in it; it can come back until [`Document::purge`].
    ///
    /// # Errors
    /// [`AppError::UnknownPart`].
    pub(crate) fn delete_household(&mut self, id: &str) -> Result<(), AppError> {
        let place = self
            .households
            .iter()
            .position(|household| household.id == id)
            .ok_or(AppError::UnknownPart)?;
        let household = self.households.remove(place);
        self.deleted.push(Deleted::Household { place, household });
        self.open_another()
    }

    /// Deletes an application; it can come back until [`Document::purge`].
    ///
    /// # Errors
    /// [`AppError::UnknownPart`].
    pub(crate) fn delete_application(&mut self, id: &str) -> Result<(), AppError> {
        for household in &mut self.households {
            let place = household.applications.iter().position(|one| one.id == id);
            if let Some(place) = place {
                let application = household.applications.remove(place);
                self.deleted.push(Deleted::Application {
                    household: household.id.clone(),
                    place,
                    application,
                });
                return self.open_another();
            }
        }
        Err(AppError::UnknownPart)
    }

    /// Opens the first application there is if the open one is gone, and makes one if there is none.
    fn open_another(&mut self) -> Result<(), AppError> {
        if self.opened().is_some() {
            return Ok(());
        }
        let mut all = self.households.iter().flat_map(|one| &one.applications);
        if let Some(first) = all.next() {
            self.open = first.id.clone();
            return Ok(());
        }
        let made = self.application_without_answers(None);
        match self.households.first_mut() {
            Some(household) => household.applications.push(made),
            None => {
                let id = self.id("household");
                self.households.push(Household {
                    id,
                    name: None,
                    applications: vec![made],
                    attachments: Vec::new(),
                    scans_of: BTreeMap::new(),
                });
            }
        }
        Ok(())
    }

    /// Brings back what was deleted last, to its place. What stood in for it goes, if nobody has said anything in it.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`].
    pub(crate) fn undo_delete(&mut self) -> Result<(), AppError> {
        match self.deleted.pop().ok_or(AppError::NothingToUndo)? {
            Deleted::Household { place, household } => {
                if matches!(self.households.as_slice(), [only] if only.is_untouched()) {
                    self.households.clear();
                }
                put(&mut self.households, place, household);
            }
            Deleted::Application {
                household,
                place,
                application,
            } => {
                let applications = &mut self.household(&household)?.applications;
                if matches!(applications.as_slice(), [only] if only.is_untouched()) {
                    applications.clear();
                }
                put(applications, place, application);
            }
            Deleted::Attachment {
                household,
                place,
                attachment,
            } => put(
                &mut self.household(&household)?.attachments,
                place,
                attachment,
            ),
        }
        self.open_another()
    }

    /// Takes leave of everything deleted, and says which attachments go with it.
    pub(crate) fn purge(&mut self) -> Vec<AttachmentId> {
        let mut gone: Vec<AttachmentId> = std::mem::take(&mut self.deleted)
            .into_iter()
            .flat_map(|deleted| match deleted {
                Deleted::Household { household, .. } => {
                    let sealed = household
                        .applications
                        .iter()
                        .flat_map(|application| sealed_of(&application.case));
                    let sealed: Vec<AttachmentId> = sealed.collect();
                    [household.attachments, sealed].concat()
                }
                Deleted::Application { application, .. } => sealed_of(&application.case),
                Deleted::Attachment { attachment, .. } => vec![attachment],
            })
            .collect();
        // What a case left may have come back with an undo, or another application may name it too.
        let named: BTreeSet<AttachmentId> = self
            .households
            .iter()
            .flat_map(|household| &household.applications)
            .flat_map(|application| sealed_of(&application.case))
            .collect();
        gone.extend(std::mem::take(&mut self.left));
        gone.retain(|file| !named.contains(file));
        let known: BTreeSet<String> = self
            .households
            .iter()
            .flat_map(|household| &household.applications)
            .map(|application| application.id.clone())
            .collect();
        for household in &mut self.households {
            // Nothing stays of what was deleted, not even that a scan was one of its papers.
            household
                .scans_of
                .retain(|id, of| !gone.contains(id) && known.contains(&of.application));
        }
        gone
    }

    /// Gives a household a scan or photo, and says of which paper of the open application it is.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`].
    pub(crate) fn add_attachment(
        &mut self,
        household: &str,
        id: AttachmentId,
        paper: Option<&str>,
    ) -> Result<(), AppError> {
        let application = self.open.clone();
        let household = self.household(household)?;
        household.attachments.push(id);
        if let Some(paper) = paper {
            let paper = paper.to_owned();
            household.scans_of.insert(id, ScanOf { application, paper });
        }
        Ok(())
    }

    /// Says of which paper of the open application something is a scan; with none, it is of no paper any more.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`], also where the open application belongs to another household.
    pub(crate) fn say_paper(
        &mut self,
        attachment: AttachmentId,
        paper: Option<&str>,
    ) -> Result<(), AppError> {
        let application = self.open.clone();
        let household = self
            .households
            .iter_mut()
            .find(|household| household.attachments.contains(&attachment))
            .filter(|household| {
                household
                    .applications
                    .iter()
                    .any(|one| one.id == application)
            })
            .ok_or(AppError::UnknownPart)?;
        match paper.map(str::to_owned) {
            None => drop(household.scans_of.remove(&attachment)),
            Some(paper) => {
                let of = ScanOf { application, paper };
                household.scans_of.insert(attachment, of);
            }
        }
        Ok(())
    }

    /// Deletes a scan or photo; it can come back until [`Document::purge`].
    ///
    /// # Errors
    /// [`AppError::UnknownPart`].
    pub(crate) fn delete_attachment(&mut self, attachment: AttachmentId) -> Result<(), AppError> {
        for household in &mut self.households {
            let place = household
                .attachments
                .iter()
                .position(|one| *one == attachment);
            if let Some(place) = place {
                household.attachments.remove(place);
                self.deleted.push(Deleted::Attachment {
                    household: household.id.clone(),
                    place,
                    attachment,
                });
                return Ok(());
            }
        }
        Err(AppError::UnknownPart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<DisplayName> {
        Some(DisplayName::new(text).unwrap())
    }

    fn attachment() -> AttachmentId {
        AttachmentId::parse("0123456789abcdef0123456789abcdef").unwrap()
    }

    #[test]
    fn what_was_deleted_comes_back_to_its_place_in_the_order_of_a_stack() {
        let mut document = Document::fresh().unwrap();
        document
            .create_application("household-1", name("Айгерім"))
            .unwrap();
        document
            .add_attachment("household-1", attachment(), Some("foreign_passport"))
            .unwrap();
        document.create_household(name("Екінші")).unwrap();
        let whole = document.clone();
        document.delete_attachment(attachment()).unwrap();
        document.delete_application("application-2").unwrap();
        document.delete_household("household-1").unwrap();
        assert_eq!(document.households.len(), 1);
        for _ in 0..3 {
            document.undo_delete().unwrap();
        }
        assert!(document == whole);
        assert!(matches!(
            document.undo_delete(),
            Err(AppError::NothingToUndo)
        ));
    }

    #[test]
    fn an_application_is_always_open_even_when_all_were_deleted() {
        let mut document = Document::fresh().unwrap();
        document.create_application("household-1", None).unwrap();
        assert!(document.is_open("application-3"));
        document.delete_application("application-3").unwrap();
        assert!(document.is_open("application-2"));
        document.delete_application("application-2").unwrap();
        assert!(
            document.opened().is_some(),
            "a new one in the same household"
        );
        document.delete_household("household-1").unwrap();
        assert!(document.opened().is_some(), "and a new household");
        let back = Document::from_bytes(&document.to_bytes().unwrap()).unwrap();
        assert!(back == document);
    }

    #[test]
    fn an_id_is_never_given_twice() {
        let mut document = Document::fresh().unwrap();
        for _ in 0..5 {
            document.create_application("household-1", None).unwrap();
            let id = document.opened().unwrap().id.clone();
            document.delete_application(&id).unwrap();
        }
        document.purge();
        document.create_application("household-1", None).unwrap();
        assert_eq!(document.opened().unwrap().id, "application-8");
    }

    #[test]
    fn purging_names_the_attachments_that_nobody_has_any_more() {
        let mut document = Document::fresh().unwrap();
        document
            .add_attachment("household-1", attachment(), Some("foreign_passport"))
            .unwrap();
        assert_eq!(document.purge(), []);
        document.delete_household("household-1").unwrap();
        assert_eq!(document.purge(), [attachment()]);
        assert_eq!(document.deleted(), 0);
    }

    #[test]
    fn what_is_not_there_is_told() {
        let mut document = Document::fresh().unwrap();
        assert!(matches!(document.open("x"), Err(AppError::UnknownPart)));
        assert!(document.create_application("x", None).is_err());
        assert!(document.rename_household("x", None).is_err());
        assert!(document.delete_application("household-1").is_err());
        assert!(document.delete_attachment(attachment()).is_err());
    }

    #[test]
    fn there_is_an_end_to_how_many() {
        let mut document = Document::fresh().unwrap();
        for _ in 1..MOST {
            document.create_application("household-1", None).unwrap();
        }
        let before = document.clone();
        assert!(document.create_application("household-1", None).is_err());
        assert!(document == before, "a refusal opens nothing");
    }

    #[test]
    fn a_file_that_a_case_leaves_stays_until_the_end_and_comes_back_with_an_undo() {
        let with = serde_json::json!({ "format": 1, "photo": attachment().to_string() });
        let without = serde_json::json!({ "format": 1 });
        let mut document = Document::fresh().unwrap();
        document.put_case(&with);
        assert!(document.is_clean(), "nothing was left");
        document.put_case(&without);
        assert!(!document.is_clean());
        let saved = Document::from_bytes(&document.to_bytes().unwrap()).unwrap();
        assert!(saved == document, "it waits after a crash too");
        document.put_case(&with);
        assert_eq!(document.purge(), [], "it came back");
        document.put_case(&without);
        assert_eq!(document.purge(), [attachment()]);
        assert!(document.is_clean());
    }
}
