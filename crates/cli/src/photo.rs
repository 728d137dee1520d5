//! `qonys-cli photo`.

use qonys_app::AppError;
use qonys_app::ForeignReader;
use qonys_app::finish_photo;
use serde_json::json;

use crate::arguments::PhotoOptions;
use crate::failure::Failure;
use crate::today::today;

pub(crate) fn run(options: &PhotoOptions) -> Result<String, Failure> {
    let reader = ForeignReader::of_this_program().map_err(AppError::from)?;
    let on = options.on.unwrap_or_else(today);
    let photo = finish_photo(
        &reader,
        &options.picture,
        options.crop,
        options.lang.into(),
        on,
    )
    .map_err(|error| Failure::of_file(&options.picture, error))?;
    let files = photo
        .write_into(&options.out)
        .map_err(|error| Failure::writing(&options.out, error))?;
    let answer = json!({
        "photo": files.photo.display().to_string(),
        "sheet_jpeg": files.sheet_jpeg.display().to_string(),
        "sheet_pdf": files.sheet_pdf.display().to_string(),
        "width": photo.photo.width,
        "height": photo.photo.height,
        "crop": photo.crop,
    });
    Ok(format!("{answer:#}\n"))
}
