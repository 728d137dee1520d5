//! What the program knows: a law pack, its interview and its forms; those that are built in, or a newer pack.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::OnceLock;

use include_dir::Dir;
use include_dir::include_dir;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::PackError;
use qonys_lawpack::PackContent;
use qonys_lawpack::PackManifest;
use qonys_texts::Lang;

use crate::error::AppError;
use crate::view::FilledCode;

static LAW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/law");
static INTERVIEW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/interview");
static FORMS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/forms");
const MANIFEST: &str = include_str!("../../../assets/pack.toml");

/// The law pack and the interview, checked against one another.
#[derive(Debug, Clone)]
pub struct Knowledge {
    /// The law pack.
    pub pack: Pack,
    /// The interview.
    pub interview: Interview,
    /// The files that it was read from.
    content: Arc<PackContent>,
    /// Which papers of the checklist the forms fill, once somebody asked.
    pub(crate) filled: OnceLock<BTreeMap<String, FilledCode>>,
}

impl Knowledge {
    /// The knowledge that is built in.
    ///
    /// # Errors
    /// When the files do not fit together; the tests of every build rule that out.
    pub fn built_in() -> Result<Self, AppError> {
        Self::of_content(built_in_content()?)
    }

    /// The knowledge of a law pack.
    ///
    /// # Errors
    /// When a file cannot be read or the files do not fit together.
    pub fn of_pack(content: PackContent) -> Result<Self, AppError> {
        Self::of_content(Arc::new(content))
    }

    fn of_content(content: Arc<PackContent>) -> Result<Self, AppError> {
        let interview = Interview::load(content.interview()).map_err(AppError::Pack)?;
        let pack = Pack::load(content.law(), &interview).map_err(AppError::Pack)?;
        Ok(Self {
            pack,
            interview,
            content,
            filled: OnceLock::new(),
        })
    }

    /// The knowledge of other files of law and interview, each a name and a text, with the forms that are built in.
    ///
    /// # Errors
    /// When a file cannot be read or the files do not fit together.
    pub fn of_files<'a>(
        law: impl IntoIterator<Item = (&'a str, &'a str)>,
        interview: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, AppError> {
        let forms = Self::built_in_forms()?;
        let below =
            |folder: &str, name: &str, text: &str| (format!("{folder}/{name}"), text.to_owned());
        let files = law
            .into_iter()
            .map(|(name, text)| below("law", name, text))
            .chain(
                interview
                    .into_iter()
                    .map(|(name, text)| below("interview", name, text)),
            )
            .chain(forms.iter().map(|(name, text)| below("forms", name, text)));
        Self::of_pack(PackContent::of_files(MANIFEST, files)?)
    }

    /// The same interview and forms with another law pack, which was checked against them.
    #[must_use]
    pub fn with_pack(&self, pack: Pack) -> Self {
        Self {
            pack,
            interview: self.interview.clone(),
            content: Arc::clone(&self.content),
            filled: OnceLock::new(),
        }
    }

    /// Which state of the law this is.
    #[must_use]
    pub fn manifest(&self) -> &PackManifest {
        &self.content.manifest
    }

    /// What is new in this state of the law, as one sentence.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let title = &self.content.manifest.title;
        match lang {
            Lang::Kk => &title.kk,
            Lang::Ru => &title.ru,
            Lang::En => &title.en,
        }
    }

    /// The files of the law pack: the path below its folder, and the text.
    pub fn law_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.content.law()
    }

    /// The files of the interview.
    pub fn interview_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.content.interview()
    }

    /// The files of the forms.
    pub fn form_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.content.forms()
    }

    /// The name and the text of a form's file.
    ///
    /// # Errors
    /// When there is no such form.
    pub(crate) fn form(&self, id: &str) -> Result<(String, &str), AppError> {
        let name = format!("{id}.toml");
        // A pack may have been made before this program got the form.
        match self.content.forms().find(|(known, _)| *known == name) {
            Some((_, text)) => Ok((name, text)),
            None => form(id),
        }
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

/// What is built in, as a pack; made once.
pub(crate) fn built_in_content() -> Result<Arc<PackContent>, AppError> {
    static CONTENT: OnceLock<Arc<PackContent>> = OnceLock::new();
    if let Some(content) = CONTENT.get() {
        return Ok(Arc::clone(content));
    }
    let mut all = Vec::new();
    for (folder, files) in [
        ("law", Knowledge::built_in_law()?),
        ("interview", Knowledge::built_in_interview()?),
        ("forms", Knowledge::built_in_forms()?),
    ] {
        all.extend(
            files
                .into_iter()
                .map(|(name, text)| (format!("{folder}/{name}"), text.to_owned())),
        );
    }
    let content = Arc::new(PackContent::of_files(MANIFEST, all)?);
    Ok(Arc::clone(CONTENT.get_or_init(|| content)))
}

/// The text of a form's file that is built in, for what no law changes.
pub(crate) fn form(id: &str) -> Result<(String, &'static str), AppError> {
    let name = format!("{id}.toml");
    let text = FORMS
        .get_file(&name)
        .and_then(include_dir::File::contents_utf8)
        .ok_or_else(|| AppError::UnknownForm(id.to_owned()))?;
    Ok((name, text))
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
