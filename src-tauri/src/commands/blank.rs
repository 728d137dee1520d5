//! The office's blanks.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qonys_app::BlankBoxInput;
use qonys_app::BlankPaperInput;
use qonys_app::BlankTitleInput;
use qonys_app::FormLanguage;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::BlankSuggestionView;
use qonys_app::view::BlanksView;
use qonys_app::view::CaseView;
use qonys_app::view::OfficeBlankView;
use serde::Deserialize;
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// A language in which blanks are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum BlankLanguage {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
}

impl From<BlankLanguage> for FormLanguage {
    fn from(language: BlankLanguage) -> Self {
        match language {
            BlankLanguage::Kk => Self::Kk,
            BlankLanguage::Ru => Self::Ru,
        }
    }
}

/// A blank that was chosen, with the case that keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub(crate) struct ChosenBlankView {
    /// The case.
    pub case: CaseView,
    /// The digest by which the blank is opened.
    pub digest: String,
}

/// Where a place lies on a page, in micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
pub(crate) struct PlaceInput {
    /// The page, from 1.
    pub page: u32,
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// To the right.
    pub width: i32,
    /// Downwards.
    pub height: i32,
}

/// The blanks of the case, and what can be written on them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn blanks(session: State<'_, Session>, lang: Language) -> Result<BlanksView, Problem> {
    session.blanks(lang.into()).map_err(told)
}

/// Asks for a blank and keeps it; nothing when the person chose none.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_blank(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    blank_language: BlankLanguage,
) -> Result<Option<ChosenBlankView>, Problem> {
    session
        .choose_blank(lang.into(), revision, blank_language.into())
        .map(|chosen| chosen.map(|(case, digest)| ChosenBlankView { case, digest }))
        .map_err(told)
}

/// A blank with its pages, fields, boxes and ruled places.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn blank(session: State<'_, Session>, digest: &str) -> Result<OfficeBlankView, Problem> {
    session.blank(digest).map_err(told)
}

/// Which datum a place is for, guessed from the words beside it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn suggest_for_place(
    session: State<'_, Session>,
    digest: &str,
    place: PlaceInput,
) -> Result<Option<BlankSuggestionView>, Problem> {
    let area = [place.x, place.y, place.width, place.height];
    session
        .suggest_for_place(digest, place.page, area)
        .map_err(told)
}

/// Puts a box, new or changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_blank_box(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    digest: &str,
    input: BlankBoxInput,
) -> Result<CaseView, Problem> {
    session
        .put_blank_box(lang.into(), revision, digest, &input)
        .map_err(told)
}

/// Takes a box away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_blank_box(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    digest: &str,
    id: &str,
) -> Result<CaseView, Problem> {
    session
        .remove_blank_box(lang.into(), revision, digest, id)
        .map_err(told)
}

/// Calls a blank otherwise.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn name_blank(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    digest: &str,
    input: BlankTitleInput,
) -> Result<CaseView, Problem> {
    session
        .name_blank(lang.into(), revision, digest, &input)
        .map_err(told)
}

/// Says in which language a blank is printed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_blank_language(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    digest: &str,
    blank_language: BlankLanguage,
) -> Result<CaseView, Problem> {
    session
        .set_blank_language(lang.into(), revision, digest, blank_language.into())
        .map_err(told)
}

/// Takes a blank with its boxes out of the case.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_blank(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    digest: &str,
) -> Result<CaseView, Problem> {
    session
        .remove_blank(lang.into(), revision, digest)
        .map_err(told)
}

/// Asks for a file of boxes and uses it; nothing when the person chose none.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn import_boxes(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    digest: &str,
) -> Result<Option<CaseView>, Problem> {
    session
        .import_boxes(lang.into(), revision, digest)
        .map_err(told)
}

/// Uses the boxes that were imported last although they were made for another blank.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn adopt_boxes(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    digest: &str,
) -> Result<CaseView, Problem> {
    session
        .adopt_boxes(lang.into(), revision, digest)
        .map_err(told)
}

/// Writes the file of boxes into the folder for papers and says under which name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_boxes(session: State<'_, Session>, digest: &str) -> Result<String, Problem> {
    session.export_boxes(digest).map_err(told)
}

/// What is printed of a blank, as a PDF in base64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn blank_paper(
    session: State<'_, Session>,
    lang: Language,
    digest: &str,
    input: BlankPaperInput,
) -> Result<String, Problem> {
    session
        .blank_paper(lang.into(), digest, &input)
        .map(|paper| STANDARD.encode(&paper.pdf))
        .map_err(told)
}

/// What is to be known of it before it is handed in, as sentences.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn blank_warnings(
    session: State<'_, Session>,
    lang: Language,
    digest: &str,
    input: BlankPaperInput,
) -> Result<Vec<String>, Problem> {
    session
        .blank_warnings(lang.into(), digest, &input)
        .map_err(told)
}

/// Saves what is printed of a blank into the folder for papers and says under which name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_blank_paper(
    session: State<'_, Session>,
    lang: Language,
    digest: &str,
    input: BlankPaperInput,
) -> Result<String, Problem> {
    session
        .save_blank_paper(lang.into(), digest, &input)
        .map_err(told)
}
