//! Opening, making, restoring and locking the vault.

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_vault::KeyringStatus;
use qonys_vault::Passphrase;
use qonys_vault::Vault;
use qonys_vault::VaultError;
use qonys_vault::VaultState;
use qonys_vault::WorkFactor;

use super::Session;
use crate::case::Case;
use crate::error::AppError;
use crate::household::Document;
use crate::knowledge::Knowledge;
use crate::read;
use crate::read::Kept;
use crate::wire::CreatedView;
use crate::wire::StartState;
use crate::wire::StartView;

/// What is open: the vault, everything it holds, and the case on the screen.
pub(super) struct Open {
    pub(super) vault: Vault,
    pub(super) document: Document,
    /// The case of the open application.
    pub(super) case: Case,
    /// Answers of that case which today's program does not understand.
    pub(super) kept: Kept,
    pub(super) revision: u32,
    pub(super) history: Vec<(Case, Kept)>,
    /// The assessment of the case as it stands, with the day on which it was made; several pages are made of one.
    pub(super) assessed: Option<(NaiveDate, Assessment)>,
    /// How many newer saves were damaged when this one was opened.
    pub(super) lost_saves: u32,
}

impl Open {
    /// Reads what a vault holds. What was deleted before it was closed goes for good.
    fn read(knowledge: &Knowledge, mut vault: Vault) -> Result<Self, AppError> {
        let snapshot = vault.load()?;
        let lost = snapshot
            .as_ref()
            .and_then(|snapshot| snapshot.recovered.as_ref())
            .map_or(0, |recovered| recovered.lost.len());
        let document = match &snapshot {
            Some(snapshot) => Document::from_bytes(&snapshot.bytes)?,
            None => Document::fresh()?,
        };
        let (case, kept) = case_of(knowledge, &document)?;
        let mut open = Self {
            vault,
            document,
            case,
            kept,
            revision: 1,
            history: Vec::new(),
            assessed: None,
            lost_saves: u32::try_from(lost).unwrap_or(u32::MAX),
        };
        if lost == 0 {
            // A disk that is full now keeps nobody out: it is tried again when the vault is locked.
            drop(open.purge());
        }
        Ok(open)
    }

    /// Saves the case of the open application, and makes it the one on the screen.
    ///
    /// # Errors
    /// What saving can bring; then nothing has changed.
    pub(super) fn put_case(&mut self, case: Case, kept: Kept) -> Result<(), AppError> {
        let mut document = self.document.clone();
        document.put_case(&read::case_with_kept(&case, &kept));
        self.vault.save(&document.to_bytes()?)?;
        self.document = document;
        self.case = case;
        self.kept = kept;
        self.assessed = None;
        self.revision += 1;
        Ok(())
    }

    /// Saves a changed document, and shows the application that is open in it.
    ///
    /// # Errors
    /// What reading that application and saving can bring; then nothing has changed.
    pub(super) fn put_document(
        &mut self,
        knowledge: &Knowledge,
        document: Document,
    ) -> Result<(), AppError> {
        let before = self.document.opened().map(|open| &open.id);
        let same = before == document.opened().map(|open| &open.id);
        let shown = if same {
            None
        } else {
            Some(case_of(knowledge, &document)?)
        };
        self.vault.save(&document.to_bytes()?)?;
        self.document = document;
        if let Some((case, kept)) = shown {
            self.case = case;
            self.kept = kept;
            self.history.clear();
            self.assessed = None;
            self.revision += 1;
        }
        Ok(())
    }

    /// Reads the open application with another law. What that law does not understand is kept aside, as ever.
    ///
    /// # Errors
    /// When the case cannot be read with it; then nothing has changed.
    pub(super) fn read_again(&mut self, knowledge: &Knowledge) -> Result<(), AppError> {
        (self.case, self.kept) = case_of(knowledge, &self.document)?;
        self.history.clear();
        self.assessed = None;
        self.revision += 1;
        Ok(())
    }

    /// Deletes for good what was deleted: no file of the vault holds it afterwards.
    pub(super) fn purge(&mut self) -> Result<(), AppError> {
        if self.document.is_clean() {
            return Ok(());
        }
        let mut document = self.document.clone();
        for attachment in document.purge() {
            // One that is gone already is what was wanted.
            drop(self.vault.detach(attachment));
        }
        self.vault.save_and_forget(&document.to_bytes()?)?;
        self.document = document;
        Ok(())
    }
}

/// The case of the open application in what a vault gives back, for whoever looks at a closed store.
///
/// # Errors
/// [`AppError::NewerState`], [`AppError::DamagedState`], or what is wrong with the case.
pub fn case_of_saved(knowledge: &Knowledge, saved: &[u8]) -> Result<Case, AppError> {
    case_of(knowledge, &Document::from_bytes(saved)?).map(|(case, _)| case)
}

fn case_of(knowledge: &Knowledge, document: &Document) -> Result<(Case, Kept), AppError> {
    let application = document.opened().ok_or(AppError::DamagedState)?;
    read::saved_case(knowledge, &application.case)
}

impl Session {
    /// Where one stands at the start; opens the case when the keyring has its key.
    ///
    /// # Errors
    /// When the folder cannot be read, the case is damaged, or another copy of the program has it open.
    pub fn start(&self, language: Option<&str>) -> Result<StartView, AppError> {
        let mut open = self.lock_open();
        let answer = |state, keyring, why: Option<&str>| StartView {
            state,
            keyring,
            why: why.map(str::to_owned),
            folder: self.folder.display().to_string(),
            language: language.map(str::to_owned),
        };
        if open.is_some() {
            return Ok(answer(StartState::Open, true, None));
        }
        Vault::settle(&self.folder)?;
        match Vault::inspect(&self.folder, &*self.keys)? {
            VaultState::Fresh { keyring } => Ok(match keyring {
                KeyringStatus::Usable => answer(StartState::Fresh, true, None),
                KeyringStatus::Unusable(why) => answer(StartState::Fresh, false, Some(why.word())),
            }),
            VaultState::Ready => {
                let vault = Vault::open(&self.folder, &*self.keys)?;
                *open = Some(Open::read(&self.knowledge(), vault)?);
                self.listener.changed();
                Ok(answer(StartState::Open, true, None))
            }
            VaultState::NeedsPassphrase { why, .. } => {
                Ok(answer(StartState::NeedsPassphrase, false, Some(why.word())))
            }
            VaultState::NoWayIn { why } => Err(VaultError::NoWayIn { why }.into()),
        }
    }

    /// Makes the sealed store. Without a passphrase the key goes to the keyring and a recovery code
    /// comes back, once.
    ///
    /// # Errors
    /// When there is one already, when a passphrase is needed, or when the folder cannot be written to.
    pub fn create_vault(&self, passphrase: Option<String>) -> Result<CreatedView, AppError> {
        let mut open = self.lock_open();
        let passphrase = passphrase.map(Passphrase::new);
        let mut created = Vault::create(&self.folder, &*self.keys, passphrase.as_ref())?;
        created.vault.save(&Document::fresh()?.to_bytes()?)?;
        let recovery_code = created.recovery_code.map(|code| code.reveal().to_owned());
        *open = Some(Open::read(&self.knowledge(), created.vault)?);
        self.listener.changed();
        Ok(CreatedView { recovery_code })
    }

    /// Opens the case with the passphrase or the recovery code.
    ///
    /// # Errors
    /// When it is wrong, or the store is damaged.
    pub fn unlock(&self, passphrase: String) -> Result<(), AppError> {
        let mut open = self.lock_open();
        let vault =
            Vault::open_with_passphrase(&self.folder, &*self.keys, &Passphrase::new(passphrase))?;
        *open = Some(Open::read(&self.knowledge(), vault)?);
        self.listener.changed();
        Ok(())
    }

    /// Makes the store of a backup and opens it; the backup's passphrase becomes the store's too.
    ///
    /// # Errors
    /// When a store is there already, the passphrase is wrong, or the backup is damaged or newer than the program. Then there
    /// is no store, as before.
    pub fn restore(&self, backup: &Path, passphrase: String) -> Result<(), AppError> {
        let mut open = self.lock_open();
        if open.is_some() {
            return Err(VaultError::AlreadyThere.into());
        }
        let passphrase = Passphrase::new(passphrase);
        let vault = Vault::restore(backup, &passphrase, &self.folder, &*self.keys)?;
        *open = Some(Open::read(&self.knowledge(), vault)?);
        self.listener.changed();
        Ok(())
    }

    /// Makes the store of a backup in the place of one that does not open, which is set aside under a name with the day; the path
    /// of the folder that was set aside, none where there was none. Nothing of it is removed.
    ///
    /// # Errors
    /// As [`Session::restore`], but for a store that is there; then it lies where it lay.
    pub fn restore_in_place(
        &self,
        backup: &Path,
        passphrase: String,
    ) -> Result<Option<String>, AppError> {
        let mut open = self.lock_open();
        if open.is_some() {
            return Err(VaultError::AlreadyThere.into());
        }
        let aside = self.free_place_aside();
        let something_is_there = self.folder.exists();
        let vault = Vault::restore_in_place(
            backup,
            &Passphrase::new(passphrase),
            &self.folder,
            &aside,
            &*self.keys,
            WorkFactor::default(),
        )?;
        *open = Some(Open::read(&self.knowledge(), vault)?);
        self.listener.changed();
        Ok(something_is_there.then(|| aside.display().to_string()))
    }

    /// A name beside the folder that nothing has yet.
    fn free_place_aside(&self) -> PathBuf {
        let name = self
            .folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        let today = self.clock.today();
        let mut place = self.folder.with_file_name(format!("{name}-{today}"));
        let mut further = 2_u32..;
        while place.exists()
            && let Some(number) = further.next()
        {
            place = self
                .folder
                .with_file_name(format!("{name}-{today}-{number}"));
        }
        place
    }

    /// Locks the store: deletes for good what was deleted, drops the key and the answers. Opening it again asks the keyring
    /// or the person.
    ///
    /// # Errors
    /// What deleting for good can bring. Even then it is locked, and what was deleted goes when it is opened next.
    pub fn lock(&self) -> Result<(), AppError> {
        self.forget_files();
        match self.lock_open().take() {
            Some(mut open) => open.purge(),
            None => Ok(()),
        }
    }

    /// How many newer saves were damaged when the store was opened, so that an older one is on the screen; usually none.
    ///
    /// # Errors
    /// [`AppError::NotOpen`].
    pub fn lost_saves(&self) -> Result<u32, AppError> {
        let open = self.lock_open();
        Ok(open.as_ref().ok_or(AppError::NotOpen)?.lost_saves)
    }
}
