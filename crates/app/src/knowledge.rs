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
        let law = Self::built_in_law()?;
        let interview = Self::built_in_interview()?;
        Self::of_files(law.iter().map(borrowed), interview.iter().map(borrowed))
    }

    /// The knowledge of other files, each a name and a text.
    ///
    /// # Errors
    /// When a file cannot be read or the files do not fit together.
    pub fn of_files<'a>(
        law: impl IntoIterator<Item = (&'a str, &'a str)>,
        interview: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, AppError> {
        let interview = Interview::load(interview).map_err(AppError::Pack)?;
        let pack = Pack::load(law, &interview).map_err(AppError::Pack)?;
        Ok(Self { pack, interview })
    }

    /// The files of the law pack that is built in: the path below the folder of the pack, and the text.
    ///
    /// # Errors
    /// When a file is not UTF-8.
    pub fn built_in_law() -> Result<Vec<(String, &'static str)>, AppError> {
        files(&LAW).map_err(AppError::Pack)
    }

    /// The files of the interview that is built in.
    ///
    /// # Errors
    /// When a file is not UTF-8.
    pub fn built_in_interview() -> Result<Vec<(String, &'static str)>, AppError> {
        files(&INTERVIEW).map_err(AppError::Pack)
    }

    /// The files of the forms that are built in.
    ///
    /// # Errors
    /// When a file is not UTF-8.
    pub fn built_in_forms() -> Result<Vec<(String, &'static str)>, AppError> {
        files(&FORMS).map_err(AppError::Pack)
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

fn borrowed<'a>(file: &'a (String, &'static str)) -> (&'a str, &'a str) {
    (&file.0, file.1)
}

/// All TOML files of a folder and of the folders below it, in the order of their paths.
fn files(folder: &'static Dir<'_>) -> Result<Vec<(String, &'static str)>, Vec<PackError>> {
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    found.sort_unstable();
    Ok(found)
}

fn collect(
    folder: &'static Dir<'_>,
    found: &mut Vec<(String, &'static str)>,
) -> Result<(), Vec<PackError>> {
    for inner in folder.dirs() {
        collect(inner, found)?;
    }
    for file in folder.files() {
        if file
            .path()
            .extension()
            .is_none_or(|ending| ending != "toml")
        {
            continue;
        }
        let name = file.path().to_string_lossy().replace('\\', "/");
        let Some(text) = file.contents_utf8() else {
            return Err(vec![PackError::Syntax {
                file: name,
                line: 1,
                problem: "the file is not UTF-8".to_owned(),
            }]);
        };
        found.push((name, text));
    }
    Ok(())
}
