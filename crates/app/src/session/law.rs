//! A newer law while the program runs: offered with what it changes, then taken.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use qonys_lawpack::PublicKey;
use qonys_texts::Lang;
use qonys_texts::date_long;
use qonys_texts::text;

use super::Session;
use crate::error::AppError;
use crate::files::replace_file;
use crate::handed_file::HandedFile;
use crate::knowledge::Knowledge;
use crate::law_pack::law_pack_changes;
use crate::law_pack::take_law_pack;
use crate::ports::WantedFiles;
use crate::read;
use crate::view::ApplicationLawChangesView;
use crate::view::DayView;
use crate::view::LawOfferView;
use crate::view::LawStateView;
use crate::wire::Problem;

/// More bytes than any law pack has; what is longer is refused unread.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Where a taken law lies, by which keys it may be signed, and what is offered.
#[derive(Default)]
pub(super) struct LawShelf {
    file: Option<PathBuf>,
    keys: Vec<PublicKey>,
    refused: Option<Problem>,
    offered: Option<Offered>,
}

struct Offered {
    bytes: Vec<u8>,
    knowledge: Knowledge,
}

impl Session {
    /// Lets this session keep a newer law in a file, signed by one of these keys. `refused` is why the pack that lies there is not
    /// used, if so.
    #[must_use]
    pub fn keeping_law(
        self,
        file: PathBuf,
        keys: Vec<PublicKey>,
        refused: Option<&AppError>,
    ) -> Self {
        {
            let mut shelf = self.shelf();
            shelf.file = Some(file);
            shelf.keys = keys;
            shelf.refused = refused.map(AppError::problem);
        }
        self
    }

    fn shelf(&self) -> MutexGuard<'_, LawShelf> {
        self.law.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Which law is in use.
    pub fn law_state(&self, lang: Lang) -> LawStateView {
        let knowledge = self.knowledge();
        let manifest = knowledge.manifest();
        LawStateView {
            version: manifest.version,
            issued: DayView {
                iso: manifest.issued.to_string(),
                text: date_long(lang, manifest.issued),
            },
            title: knowledge.title(lang).to_owned(),
            refused: self.shelf().refused.clone(),
        }
    }

    /// Asks for a law pack and says what it would change, without taking it yet; nothing when the person chose none. A law pack with
    /// which the program was started is taken without a question.
    ///
    /// # Errors
    /// When the file cannot be read, or is no newer law: then the law in use stays.
    pub fn choose_law(&self, lang: Lang) -> Result<Option<LawOfferView>, AppError> {
        let file = self.handed_or_chosen(
            HandedFile::LawPack,
            &WantedFiles {
                title: text(lang, "plans.law_pack.choose"),
                kind: text(lang, "plans.law_pack.kind"),
                endings: HandedFile::LawPack.endings(),
                several: false,
            },
        );
        let Some(file) = file else {
            return Ok(None);
        };
        let bytes = bytes_of(&file)?;
        let in_use = self.knowledge();
        let mut shelf = self.shelf();
        shelf.offered = None;
        let knowledge = take_law_pack(&bytes, &shelf.keys, &in_use)?;
        let offer = self.offer(&in_use, &knowledge, lang)?;
        shelf.offered = Some(Offered { bytes, knowledge });
        Ok(Some(offer))
    }

    fn offer(
        &self,
        in_use: &Knowledge,
        newer: &Knowledge,
        lang: Lang,
    ) -> Result<LawOfferView, AppError> {
        let today = self.clock.today();
        let guard = self.lock_open();
        let mut applications = Vec::new();
        if let Some(open) = guard.as_ref() {
            for household in &open.document.households {
                for application in &household.applications {
                    let (before, _) = read::saved_case(in_use, &application.case)?;
                    // What the newer law does not ask is kept aside; both are asked of the same answers.
                    read::saved_case(newer, &application.case)?;
                    applications.push(ApplicationLawChangesView {
                        application: application.id.clone(),
                        name: application
                            .name
                            .as_ref()
                            .map(|name| name.as_str().to_owned()),
                        changes: law_pack_changes(in_use, newer, &before, today, lang),
                    });
                }
            }
        }
        Ok(LawOfferView {
            version: newer.manifest().version,
            issued: DayView {
                iso: newer.manifest().issued.to_string(),
                text: date_long(lang, newer.manifest().issued),
            },
            title: newer.title(lang).to_owned(),
            applications,
        })
    }

    /// Takes the law that was offered: it is kept, and in use from now on.
    ///
    /// # Errors
    /// [`AppError::NothingOffered`] when none was offered; when it cannot be written, or the open case not be read with it. Then the law
    /// in use stays.
    pub fn take_offered_law(&self, lang: Lang) -> Result<LawStateView, AppError> {
        {
            let mut shelf = self.shelf();
            let offered = shelf.offered.take().ok_or(AppError::NothingOffered)?;
            let file = shelf.file.clone().ok_or(AppError::NothingOffered)?;
            let knowledge = Arc::new(offered.knowledge);
            let mut guard = self.lock_open();
            if let Some(open) = guard.as_mut() {
                open.read_again(&knowledge)?;
            }
            if let Err(error) = replace_file(&file, &offered.bytes) {
                if let Some(open) = guard.as_mut() {
                    open.read_again(&self.knowledge())?;
                }
                return Err(error);
            }
            self.put_knowledge(knowledge);
            self.listener.changed();
            shelf.refused = None;
        }
        Ok(self.law_state(lang))
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, AppError> {
    let failed = |error: &std::io::Error| AppError::NotRead {
        file: path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        problem: error.kind().to_string(),
    };
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes))
        .map_err(|error| failed(&error))?;
    Ok(bytes)
}
