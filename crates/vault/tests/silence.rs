//! Nothing secret and no path of the user's disk is printed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::collections::BTreeSet;
use std::io::ErrorKind;

use common::{create, folder, phrase};
use qonys_vault::{
    DisplayName, KeyError, KeySource, MemoryKeys, OsKeyring, Vault, VaultError, VaultFile,
    WhyPassphrase,
};

#[test]
fn debug_prints_no_secret() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut created = create(folder.path(), &keys, None);
    created.vault.save(b"my secret words").unwrap();
    let key = keys.get(created.vault.id()).unwrap();
    let code = created.recovery_code.clone().unwrap();
    let snapshot = created.vault.load().unwrap().unwrap();
    let typed = phrase("my secret words");
    let printed = format!(
        "{created:?} {:?} {snapshot:?} {typed:?} {key:?} {keys:?} {code:?} {:#?}",
        created.vault, created
    );
    let bytes = format!("{:?}", b"my secret words");
    let path = folder.path().to_string_lossy().into_owned();
    for secret in [
        "my secret",
        &bytes,
        key.reveal(),
        code.reveal(),
        "AGE-",
        &path,
    ] {
        assert!(!printed.contains(secret), "{printed}");
    }
    assert!(
        printed.contains("RecoveryCode"),
        "the test must see the types"
    );
    assert!(format!("{:?}", OsKeyring::new("kz.example")).contains("kz.example"));
}

#[test]
fn attachments_and_backups_print_nothing_of_a_person() {
    let folder = folder();
    let mut vault = create(&folder.path().join("vault"), &MemoryKeys::new(), None).vault;
    let secret = b"%PDF- my secret scan";
    let file = folder.path().join("Sekerbekova passport.pdf");
    common::write(&file, secret);
    let entry = vault.attach_file(&file).unwrap();
    vault.save(b"x").unwrap();
    let typed = phrase("my secret words");
    let done = vault.back_up(folder.path(), "b.age", &typed, common::work());
    let gone = vault
        .attach_file(&folder.path().join("gone.pdf"))
        .unwrap_err();
    let refused = DisplayName::new("Sekerbekova/").unwrap_err();
    let printed = format!(
        "{entry:?} {entry:#?} {vault:?} {done:?} {gone:?} {gone} {:?} {refused} {:?} {:?}",
        gone.args(),
        refused.args(),
        entry.name
    );
    let hash = "sha256: \"";
    let path = folder.path().to_string_lossy().into_owned();
    for told in ["Sekerbekova", "passport", "secret", "gone.pdf", hash, &path] {
        assert!(!printed.contains(told), "{told}: {printed}");
    }
    assert!(printed.contains("Pdf"), "the test must see the types");
}

#[test]
fn errors_of_the_file_system_name_no_path() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    // A folder in place of the file: a failure that no code of ours is made for.
    std::fs::remove_file(common::state(folder.path(), 0)).unwrap();
    std::fs::create_dir(common::state(folder.path(), 0)).unwrap();
    let error = vault.load().unwrap_err();
    assert_eq!(
        error,
        VaultError::Io {
            file: VaultFile::State(0),
            kind: ErrorKind::IsADirectory
        }
    );
    let printed = format!("{error} {error:?} {:?}", error.args());
    assert!(
        !printed.contains(&*folder.path().to_string_lossy()),
        "{printed}"
    );
    assert_eq!(error.args()[0].1, "state-0000000000.age");
    assert!(Vault::inspect(folder.path(), &keys).is_ok());
}

#[test]
fn every_error_has_a_code_of_its_own() {
    let file = VaultFile::Header;
    let whys = [
        WhyPassphrase::NoService,
        WhyPassphrase::Locked,
        WhyPassphrase::KeyLost,
        WhyPassphrase::KeyDiffers,
        WhyPassphrase::KeyringFailed,
        WhyPassphrase::HeaderLost,
        WhyPassphrase::HeaderDamaged,
    ];
    let other = KeyError::Other { what: "x" };
    let mut errors = vec![
        VaultError::NoVault,
        VaultError::AlreadyThere,
        VaultError::InUse,
        VaultError::PassphraseTooShort { least: 8 },
        VaultError::WrongPassphrase,
        VaultError::WrongBackupPassphrase,
        VaultError::WrongKey,
        VaultError::Damaged { file },
        VaultError::NothingOpens { lost: vec![1] },
        VaultError::StateMissing,
        VaultError::Newer {
            file,
            found: 2,
            known: 1,
        },
        VaultError::NotLoaded,
        VaultError::DiskFull { file },
        VaultError::ReadOnly { file },
        VaultError::NoAccess { file },
        VaultError::FolderGone,
        VaultError::Held { file },
        VaultError::Io {
            file,
            kind: ErrorKind::Other,
        },
        VaultError::NoRandomness,
        VaultError::SealFailed,
        VaultError::AttachmentUnknown,
        VaultError::AttachmentMissing { file },
        VaultError::AttachmentEmpty,
        VaultError::AttachmentKindUnknown,
        VaultError::AttachmentTooLarge { most: 1 },
        VaultError::AttachmentsFull { most: 1, count: 1 },
        VaultError::NameNotAllowed { most: 1 },
        VaultError::SourceFailed {
            kind: ErrorKind::Other,
        },
        VaultError::NotEmpty,
    ];
    errors.extend(whys.map(|why| VaultError::NeedsPassphrase { why }));
    errors.extend(whys.map(|why| VaultError::NoWayIn { why }));
    errors.extend(
        [KeyError::NoService, KeyError::Locked, other]
            .map(|why| VaultError::PassphraseForNew { why }),
    );
    let codes: BTreeSet<_> = errors.iter().map(VaultError::code).collect();
    assert_eq!(codes.len(), errors.len());
    assert!(codes.iter().all(|code| code.starts_with("vault.")));
}
