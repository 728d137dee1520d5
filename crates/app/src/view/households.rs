//! Who is there: households, their applications and papers.

use std::fmt;

use serde::Serialize;
use specta::Type;

use crate::view::DayView;

/// All households of the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HouseholdsView {
    /// The revision of the open case; another one than before when another application was opened.
    pub revision: u32,
    /// The households.
    pub households: Vec<HouseholdView>,
    /// Whether something was deleted that can come back.
    pub can_undo_delete: bool,
}

/// One household.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct HouseholdView {
    /// Its id.
    pub id: String,
    /// What the person calls it; none while nobody named it.
    pub name: Option<String>,
    /// One application for each adult; children under sixteen stand in a parent's.
    pub applications: Vec<ApplicationView>,
    /// Scans and photos of papers, shared by all of them.
    pub attachments: Vec<AttachmentView>,
}

/// One application.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct ApplicationView {
    /// Its id.
    pub id: String,
    /// What the person calls it; none while nobody named it.
    pub name: Option<String>,
    /// Whether it is the one that the screens show.
    pub open: bool,
}

/// One scan or photo.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct AttachmentView {
    /// Its id.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// Its kind, told by its content: `application/pdf`, `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: String,
    /// Its length in thousands of bytes, rounded up.
    pub kilobytes: u32,
    /// The paper of the open application of which it is a scan, by the key of its answers; none where nobody said so.
    pub paper: Option<String>,
    /// Whether it is a scan of a paper of another application of the household.
    pub elsewhere: bool,
}

/// Somebody whom another application of the family names, and who may be taken over into a list of the open one.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct FamilyPersonView {
    /// The id of that application.
    pub application: String,
    /// The record there; none for the applicant.
    pub record: Option<String>,
    /// The name.
    pub name: String,
    /// The day of birth, where it is told.
    pub born: Option<DayView>,
}

impl fmt::Debug for FamilyPersonView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[person]")
    }
}

impl fmt::Debug for HouseholdView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[household]")
    }
}

impl fmt::Debug for ApplicationView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[application]")
    }
}

impl fmt::Debug for AttachmentView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[attachment]")
    }
}
