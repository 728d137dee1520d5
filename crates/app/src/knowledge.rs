//! What the program knows: the law pack, the interview and the forms that are built in.

use include_dir::Dir;
use include_dir::include_dir;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::PackError;

use crate::error::AppError;

static LAW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/law");
static INTERVIEW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/interview");
static FORMS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/forms");

/// The law pack and the interview, checked against one another.
#[derive(Debug, Clone)]
pub struct Knowledge {
    /// The law pack.
    pub pack: Pack,
    /// The interview.
    pub interview: Interview,
}

impl Knowledge {
    /// The knowledge that is built in.
    ///
    /// # Errors
    /// When the files do not fit together; the tests of every build rule that out.
    pub fn built_in() -> Result<Self, AppError> {
        let interview =
            Interview::load(files(&INTERVIEW).map_err(AppError::Pack)?).map_err(AppError::Pack)?;
        let pack =
            Pack::load(files(&LAW).map_err(AppError::Pack)?, &interview).map_err(AppError::Pack)?;
        Ok(Self { pack, interview })
    }
}

/// The text of a form's file.
pub(crate) fn form(id: &str) -> Result<(String, &'static str), AppError> {
    let name = format!("{id}.toml");
    let text = FORMS
        .get_file(&name)
        .and_then(include_dir::File::contents_utf8)
        .ok_or_else(|| AppError::UnknownForm(id.to_owned()))?;
    Ok((name, text))
}

fn files(folder: &'static Dir<'_>) -> Result<Vec<(&'static str, &'static str)>, Vec<PackError>> {
    folder
        .files()
        .filter(|file| {
            file.path()
                .extension()
                .is_some_and(|ending| ending == "toml")
        })
        .map(|file| {
            let name = file
                .path()
                .file_name()
                .and_then(std::ffi::OsStr::to_str)
                .unwrap_or_default();
            file.contents_utf8()
                .map(|text| (name, text))
                .ok_or_else(|| {
                    vec![PackError::Syntax {
                        file: name.to_owned(),
                        line: 1,
                        problem: "the file is not UTF-8".to_owned(),
                    }]
                })
        })
        .collect()
}
