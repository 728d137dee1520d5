//! The photo.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::CaseView;
use qonys_app::view::PhotoCrop;
use qonys_app::view::PhotoPageView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// The page of the photo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn photo_page(
    session: State<'_, Session>,
    lang: Language,
) -> Result<PhotoPageView, Problem> {
    session.photo_page(lang.into()).map_err(told)
}

/// Asks for a picture; whether one was chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_picture(session: State<'_, Session>, lang: Language) -> Result<bool, Problem> {
    session.choose_picture(lang.into()).map_err(told)
}

/// Cuts the photo out of that picture and keeps it in the case.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cut_photo(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    crop: PhotoCrop,
) -> Result<CaseView, Problem> {
    session.cut_photo(lang.into(), revision, crop).map_err(told)
}

/// Takes the photo out of the case.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_photo(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<CaseView, Problem> {
    session.remove_photo(lang.into(), revision).map_err(told)
}

/// The sheet of photos as a PDF in base64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn photo_sheet(session: State<'_, Session>, lang: Language) -> Result<String, Problem> {
    session
        .photo_sheet(lang.into())
        .map(|pdf| STANDARD.encode(pdf))
        .map_err(told)
}

/// Saves the photo and its sheets into the folder for papers; the names of the files.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_photo(
    session: State<'_, Session>,
    lang: Language,
) -> Result<Vec<String>, Problem> {
    session.save_photo(lang.into()).map_err(told)
}
