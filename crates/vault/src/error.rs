//! What can go wrong with a vault.

use std::io::{Error as IoError, ErrorKind};

use crate::files::VaultFile;
use crate::keys::KeyError;
use crate::state::WhyPassphrase;

/// What went wrong; the words for users stand in the locale files under [`VaultError::code`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The folder holds no vault.
    #[error("no vault in the folder")]
    NoVault,
    /// A new vault was asked for where one lies already.
    #[error("the folder holds a vault already")]
    AlreadyThere,
    /// Another process (or another handle) has the vault open.
    #[error("the vault is in use")]
    InUse,
    /// There is no keyring to hold the key of a new vault, so a passphrase must be given.
    #[error("no keyring holds the key ({}): a passphrase is needed", .why.word())]
    PassphraseForNew {
        /// Why the keyring can't hold it.
        why: KeyError,
    },
    /// The vault opens only with the passphrase or the recovery code.
    #[error("the vault opens with its passphrase or recovery code only ({})", .why.word())]
    NeedsPassphrase {
        /// Why the keyring does not open it.
        why: WhyPassphrase,
    },
    /// The keyring does not open the vault and the recovery file is missing.
    #[error("no key and no recovery file ({})", .why.word())]
    NoWayIn {
        /// Why the keyring does not open it.
        why: WhyPassphrase,
    },
    /// The passphrase of a new vault is too short.
    #[error("the passphrase is shorter than {least} characters")]
    PassphraseTooShort {
        /// The least number of characters.
        least: usize,
    },
    /// Neither passphrase nor recovery code; a damaged recovery file can look the same.
    #[error("wrong passphrase or recovery code")]
    WrongPassphrase,
    /// Not the passphrase of the backup; a damaged beginning of the file can look the same.
    #[error("wrong passphrase of the backup")]
    WrongBackupPassphrase,
    /// The recovery file opened, but its key belongs to another vault.
    #[error("the recovery file belongs to another vault")]
    WrongKey,
    /// A file is not what was once written.
    #[error("{file} is damaged")]
    Damaged {
        /// Which file.
        file: VaultFile,
    },
    /// None of the kept generations opens. Nothing was changed.
    #[error("none of {} generations opens", .lost.len())]
    NothingOpens {
        /// The generations that did not open, newest first.
        lost: Vec<u64>,
    },
    /// The vault has a key but no snapshot at all: somebody removed the files.
    #[error("the snapshots are missing")]
    StateMissing,
    /// Written by a newer edition of the application.
    #[error("{file} has format {found}, this edition knows up to {known}")]
    Newer {
        /// Which file.
        file: VaultFile,
        /// The format found.
        found: u32,
        /// The newest format this edition reads.
        known: u32,
    },
    /// A save was tried before a load succeeded, which could hide what lies there.
    #[error("save before a successful load")]
    NotLoaded,
    /// No room on the disk, or the quota is used up.
    #[error("the disk is full ({file})")]
    DiskFull {
        /// The file that was being written.
        file: VaultFile,
    },
    /// The file system is mounted read-only.
    #[error("the disk is read-only ({file})")]
    ReadOnly {
        /// The file that was being written.
        file: VaultFile,
    },
    /// The system denies access to the file or folder.
    #[error("no access to {file}")]
    NoAccess {
        /// The file or folder.
        file: VaultFile,
    },
    /// The folder is gone, or no longer a folder: a removed disk, for example.
    #[error("the folder is gone")]
    FolderGone,
    /// Another program (a virus scanner, a synchroniser) holds the file.
    #[error("another program holds {file}")]
    Held {
        /// The file.
        file: VaultFile,
    },
    /// Any other failure of the file system.
    #[error("{file}: {kind}")]
    Io {
        /// The file.
        file: VaultFile,
        /// What the system said, without its path.
        kind: ErrorKind,
    },
    /// The system gives no random bytes, so no safe key can be made.
    #[error("the system gives no random bytes")]
    NoRandomness,
    /// The cipher refused to seal; nothing was written.
    #[error("sealing failed")]
    SealFailed,
    /// There is no such attachment.
    #[error("there is no such attachment")]
    AttachmentUnknown,
    /// The file of an attachment is gone from the folder.
    #[error("{file} is missing")]
    AttachmentMissing {
        /// Which file.
        file: VaultFile,
    },
    /// The file that was to be attached is empty.
    #[error("the file is empty")]
    AttachmentEmpty,
    /// The file that was to be attached is none of the kinds that can be.
    #[error("neither PDF, JPEG, PNG nor WebP")]
    AttachmentKindUnknown,
    /// The file that was to be attached is too large.
    #[error("the file is larger than {most} MB")]
    AttachmentTooLarge {
        /// The most megabytes of one file.
        most: u64,
    },
    /// All attachments together would be too large, or too many.
    #[error("the attachments are more than {most} MB or {count} files")]
    AttachmentsFull {
        /// The most megabytes of all files together.
        most: u64,
        /// The most files.
        count: usize,
    },
    /// A name that is empty, too long, a path, or more than one line.
    #[error("the name is empty, longer than {most} characters, or holds what no name may")]
    NameNotAllowed {
        /// The most characters.
        most: usize,
    },
    /// What the person chose cannot be read.
    #[error("the chosen file cannot be read: {kind}")]
    SourceFailed {
        /// What the system said, without its path.
        kind: ErrorKind,
    },
    /// A backup was to be restored into a folder that holds other files.
    #[error("the folder is not empty")]
    NotEmpty,
}

impl VaultError {
    /// The stable code under which the words stand in the locale files.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoVault => "vault.no_vault",
            Self::AlreadyThere => "vault.already_there",
            Self::InUse => "vault.in_use",
            Self::PassphraseForNew { why } => match why {
                KeyError::NoService => "vault.passphrase_for_new.no_service",
                KeyError::Locked => "vault.passphrase_for_new.locked",
                KeyError::NoEntry | KeyError::Other { .. } => "vault.passphrase_for_new.failed",
            },
            Self::NeedsPassphrase { why } => match why {
                WhyPassphrase::NoService => "vault.needs_passphrase.no_service",
                WhyPassphrase::Locked => "vault.needs_passphrase.locked",
                WhyPassphrase::KeyLost => "vault.needs_passphrase.key_lost",
                WhyPassphrase::KeyDiffers => "vault.needs_passphrase.key_differs",
                WhyPassphrase::KeyringFailed => "vault.needs_passphrase.keyring_failed",
                WhyPassphrase::HeaderLost => "vault.needs_passphrase.header_lost",
                WhyPassphrase::HeaderDamaged => "vault.needs_passphrase.header_damaged",
            },
            Self::NoWayIn { why } => match why {
                WhyPassphrase::NoService => "vault.no_way_in.no_service",
                WhyPassphrase::Locked => "vault.no_way_in.locked",
                WhyPassphrase::KeyLost => "vault.no_way_in.key_lost",
                WhyPassphrase::KeyDiffers => "vault.no_way_in.key_differs",
                WhyPassphrase::KeyringFailed => "vault.no_way_in.keyring_failed",
                WhyPassphrase::HeaderLost => "vault.no_way_in.header_lost",
                WhyPassphrase::HeaderDamaged => "vault.no_way_in.header_damaged",
            },
            Self::PassphraseTooShort { .. } => "vault.passphrase_too_short",
            Self::WrongPassphrase => "vault.wrong_passphrase",
            Self::WrongBackupPassphrase => "vault.wrong_backup_passphrase",
            Self::WrongKey => "vault.wrong_key",
            Self::Damaged {
                file: VaultFile::Backup,
            } => "vault.backup_damaged",
            Self::Damaged { .. } => "vault.damaged",
            Self::NothingOpens { .. } => "vault.nothing_opens",
            Self::StateMissing => "vault.state_missing",
            Self::Newer { .. } => "vault.newer",
            Self::NotLoaded => "vault.not_loaded",
            Self::DiskFull { .. } => "vault.disk_full",
            Self::ReadOnly { .. } => "vault.read_only",
            Self::NoAccess { .. } => "vault.no_access",
            Self::FolderGone => "vault.folder_gone",
            Self::Held { .. } => "vault.held",
            Self::Io { .. } => "vault.io",
            Self::NoRandomness => "vault.no_randomness",
            Self::SealFailed => "vault.seal_failed",
            Self::AttachmentUnknown => "vault.attachment_unknown",
            Self::AttachmentMissing { .. } => "vault.attachment_missing",
            Self::AttachmentEmpty => "vault.attachment_empty",
            Self::AttachmentKindUnknown => "vault.attachment_kind",
            Self::AttachmentTooLarge { .. } => "vault.attachment_too_large",
            Self::AttachmentsFull { .. } => "vault.attachments_full",
            Self::NameNotAllowed { .. } => "vault.name_not_allowed",
            Self::SourceFailed { .. } => "vault.source_failed",
            Self::NotEmpty => "vault.not_empty",
        }
    }

    /// The arguments of the words: name and value. Files appear by their short name only.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::PassphraseTooShort { least } => vec![("least", least.to_string())],
            Self::NameNotAllowed { most } => vec![("most", most.to_string())],
            Self::AttachmentTooLarge { most } => vec![("most", most.to_string())],
            Self::AttachmentsFull { most, count } => {
                vec![("most", most.to_string()), ("count", count.to_string())]
            }
            Self::SourceFailed { kind } => vec![("kind", kind.to_string())],
            Self::Damaged { file }
            | Self::AttachmentMissing { file }
            | Self::DiskFull { file }
            | Self::ReadOnly { file }
            | Self::NoAccess { file }
            | Self::Held { file } => vec![("file", file.to_string())],
            Self::NothingOpens { lost } => vec![("count", lost.len().to_string())],
            Self::Newer { file, found, known } => vec![
                ("file", file.to_string()),
                ("found", found.to_string()),
                ("known", known.to_string()),
            ],
            Self::Io { file, kind } => {
                vec![("file", file.to_string()), ("kind", kind.to_string())]
            }
            Self::NoVault
            | Self::AlreadyThere
            | Self::InUse
            | Self::PassphraseForNew { .. }
            | Self::NeedsPassphrase { .. }
            | Self::NoWayIn { .. }
            | Self::WrongPassphrase
            | Self::WrongBackupPassphrase
            | Self::WrongKey
            | Self::StateMissing
            | Self::NotLoaded
            | Self::FolderGone
            | Self::NoRandomness
            | Self::SealFailed
            | Self::AttachmentUnknown
            | Self::AttachmentEmpty
            | Self::AttachmentKindUnknown
            | Self::NotEmpty => Vec::new(),
        }
    }

    /// A failure while something was read.
    pub(crate) fn reading(error: &IoError, file: VaultFile) -> Self {
        Self::of_io(error, file)
    }

    /// A failure while something was written: a missing target then means a missing folder.
    pub(crate) fn writing(error: &IoError, file: VaultFile) -> Self {
        if error.kind() == ErrorKind::NotFound {
            return Self::FolderGone;
        }
        Self::of_io(error, file)
    }

    fn of_io(error: &IoError, file: VaultFile) -> Self {
        let kind = error.kind();
        if crate::disk::held_by_another(error) {
            Self::Held { file }
        } else if matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded) {
            Self::DiskFull { file }
        } else if kind == ErrorKind::ReadOnlyFilesystem {
            Self::ReadOnly { file }
        } else if kind == ErrorKind::PermissionDenied {
            Self::NoAccess { file }
        } else if kind == ErrorKind::NotADirectory
            || (kind == ErrorKind::NotFound && file == VaultFile::Folder)
        {
            Self::FolderGone
        } else {
            Self::Io { file, kind }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_of_the_file_system_are_told_apart() {
        let file = VaultFile::State(1);
        let written = |kind: ErrorKind| VaultError::writing(&IoError::from(kind), file);
        assert_eq!(
            written(ErrorKind::StorageFull),
            VaultError::DiskFull { file }
        );
        assert_eq!(
            written(ErrorKind::QuotaExceeded),
            VaultError::DiskFull { file }
        );
        assert_eq!(
            written(ErrorKind::ReadOnlyFilesystem),
            VaultError::ReadOnly { file }
        );
        assert_eq!(
            written(ErrorKind::PermissionDenied),
            VaultError::NoAccess { file }
        );
        assert_eq!(written(ErrorKind::NotFound), VaultError::FolderGone);
        assert_eq!(written(ErrorKind::NotADirectory), VaultError::FolderGone);
        let kind = ErrorKind::NotFound;
        assert_eq!(
            VaultError::reading(&IoError::from(kind), file),
            VaultError::Io { file, kind },
            "one missing file is no missing folder"
        );
        assert_eq!(
            VaultError::reading(&IoError::from(kind), VaultFile::Folder),
            VaultError::FolderGone
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_numbers_of_the_system_arrive() {
        let file = VaultFile::Header;
        let written = |number| VaultError::writing(&IoError::from_raw_os_error(number), file);
        // ENOSPC, EDQUOT, EROFS, EACCES, ENOENT.
        assert_eq!(written(28), VaultError::DiskFull { file });
        assert_eq!(written(122), VaultError::DiskFull { file });
        assert_eq!(written(30), VaultError::ReadOnly { file });
        assert_eq!(written(13), VaultError::NoAccess { file });
        assert_eq!(written(2), VaultError::FolderGone);
    }
}
