//! `qonys-cli photo`.

use qonys_app::AppError;
use qonys_app::ForeignReader;
use qonys_app::finish_photo;
use serde_json::json;

use crate::arguments::PhotoOptions;
use crate::failure::Failure;

pub(crate) fn run(options: &PhotoOptions) -> Result<String, Failure> {
    let reader = ForeignReader::of_this_program().map_err(AppError::from)?;
    let photo =
        finish_photo(&reader, &options.picture, options.crop).map_err(|error| Failure::Case {
            file: options.picture.display().to_string(),
            error,
        })?;
    let files = photo.write_into(&options.out)?;
    let answer = json!({
        "photo": files.photo.display().to_string(),
        "width": photo.photo.width,
        "height": photo.photo.height,
        "crop": photo.crop,
    });
    Ok(format!("{answer:#}\n"))
}
