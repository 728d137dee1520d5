//! A case at hand, with the files that the person chooses, a folder for papers and a printer.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use qonys_app::view::{CaseView, OfficeBlankView};
use qonys_app::{
    AnswerInput, AppError, BlankBoxInput, BoxFill, ChosenFile, Clock, FileChooser, FolderChooser,
    FormLanguage, Knowledge, Lang, MemoryKeys, Printers, ReadFiles, Session, WantedFiles,
};

use super::reader;

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }
}

struct Folder(PathBuf);

impl FolderChooser for Folder {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// What the person chooses next.
#[derive(Clone, Default)]
pub(super) struct Files(Arc<Mutex<Vec<ChosenFile>>>);

impl Files {
    pub(super) fn next(&self, name: &str, bytes: Vec<u8>) {
        let file = ChosenFile {
            name: name.to_owned(),
            bytes,
        };
        *self.0.lock().unwrap() = vec![file];
    }
}

impl FileChooser for Files {
    fn choose(&self, title: &str, _wanted: ReadFiles) -> Result<Vec<ChosenFile>, AppError> {
        assert!(title.contains(' '), "the dialog has a heading in words");
        Ok(self.0.lock().unwrap().drain(..).collect())
    }
}

#[derive(Clone, Default)]
pub(super) struct Office(pub(super) Arc<Mutex<Vec<(String, PathBuf)>>>);

impl Printers for Office {
    fn names(&self) -> Vec<String> {
        vec!["Office".to_owned()]
    }

    fn print(&self, printer: &str, file: &Path) -> Result<(), AppError> {
        let sent = (printer.to_owned(), file.to_owned());
        self.0.lock().unwrap().push(sent);
        Ok(())
    }
}

pub(super) struct Desk {
    pub(super) home: tempfile::TempDir,
    pub(super) keys: MemoryKeys,
    pub(super) files: Files,
    pub(super) office: Office,
    pub(super) session: Session,
}

impl Desk {
    pub(super) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let (keys, files, office) = (MemoryKeys::new(), Files::default(), Office::default());
        let session = open(home.path(), &keys, &files, &office);
        session.create_vault(None).unwrap();
        session.choose_folder(Lang::Ru).unwrap();
        Self {
            home,
            keys,
            files,
            office,
            session,
        }
    }

    /// The program ended and was started again.
    pub(super) fn restarted(self) -> Self {
        let Self {
            home,
            keys,
            files,
            office,
            session,
        } = self;
        drop(session);
        let session = open(home.path(), &keys, &files, &office);
        session.start(None).unwrap();
        session.choose_folder(Lang::Ru).unwrap();
        Self {
            home,
            keys,
            files,
            office,
            session,
        }
    }

    pub(super) fn revision(&self) -> u32 {
        self.session.show(Lang::Ru).unwrap().revision
    }

    pub(super) fn choose(&self, name: &str) -> String {
        self.files.next(name, blank_bytes(name));
        let chosen = self
            .session
            .choose_blank(Lang::Ru, self.revision(), FormLanguage::Ru);
        chosen.unwrap().unwrap().1
    }

    pub(super) fn put(&self, digest: &str, input: &BlankBoxInput) -> Result<CaseView, AppError> {
        self.session
            .put_blank_box(Lang::Ru, self.revision(), digest, input)
    }

    pub(super) fn look(&self, digest: &str) -> OfficeBlankView {
        self.session.blank(digest).unwrap()
    }

    pub(super) fn sealed_files(&self) -> usize {
        std::fs::read_dir(self.home.path().join("vault"))
            .unwrap()
            .filter(|entry| {
                let name = entry.as_ref().unwrap().file_name();
                name.to_string_lossy().starts_with("attachment-")
            })
            .count()
    }
}

pub(super) fn open(home: &Path, keys: &MemoryKeys, files: &Files, office: &Office) -> Session {
    Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(keys.clone()),
        Box::new(Folder(home.join("papers"))),
        home.join("vault"),
    )
    .with_files(Box::new(files.clone()), reader())
    .with_printers(Box::new(office.clone()))
}

pub(super) fn blank_bytes(name: &str) -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../papers/tests/blanks")
        .join(name);
    std::fs::read(file).unwrap()
}

pub(super) fn text(fact: &str) -> BoxFill {
    BoxFill::Text {
        fact: fact.to_owned(),
        pitch: None,
    }
}

pub(super) fn on_page(x: i32, y: i32, fill: BoxFill) -> BlankBoxInput {
    BlankBoxInput {
        id: None,
        field: None,
        page: 1,
        x,
        y,
        width: 60_000,
        height: 8_000,
        item: None,
        label: None,
        record: None,
        fill,
    }
}

pub(super) fn in_field(field: &str, fill: BoxFill) -> BlankBoxInput {
    BlankBoxInput {
        field: Some(field.to_owned()),
        ..on_page(0, 0, fill)
    }
}

pub(super) fn surname(desk: &Desk, surname: &str) {
    let input = AnswerInput::Text {
        text: surname.to_owned(),
        kk: None,
        ru: None,
    };
    desk.session
        .answer(Lang::Ru, desk.revision(), "names.surname_cyrillic", &input)
        .unwrap();
}
