//! Attaching, reading, exporting, renaming and taking away.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::fs;
use std::io::{self, Read};

use common::{attach, attachment, content, create, files, folder, loaded, scan, write};
use qonys_vault::{AttachmentKind, DisplayName, Limits, MemoryKeys, Vault, VaultError};

#[test]
fn an_attachment_is_there_again_after_a_restart() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    // The cipher works in pieces of 64 KiB: both sides of a boundary count.
    let line = "qonys-attachment/1 ".len() + 33;
    let lengths = [9, 65_536 - line, 65_537 - line, 65_536, 65_537, 200_000];
    let ids = lengths.map(|length| attach(&mut vault, "Паспорт", &scan(1, length)));
    vault.save(b"state").unwrap();
    drop(vault);
    let vault = loaded(folder.path(), &keys);
    for (id, length) in ids.into_iter().zip(lengths) {
        let entry = vault.attachment(id).unwrap();
        assert_eq!(entry.kind, AttachmentKind::Pdf);
        assert_eq!(entry.length, length as u64);
        assert_eq!(entry.name.as_str(), "Паспорт");
        assert!(content(&vault, id).unwrap() == scan(1, length), "{length}");
    }
    assert_eq!(vault.broken_attachments().unwrap(), []);
}

#[test]
fn what_was_attached_and_never_saved_is_gone_at_the_next_start() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    vault.save(b"before").unwrap();
    let id = attach(&mut vault, "a", &scan(1, 100));
    assert!(attachment(folder.path(), id).exists());
    drop(vault);
    let vault = loaded(folder.path(), &keys);
    assert_eq!(vault.attachment(id), Err(VaultError::AttachmentUnknown));
    assert!(!attachment(folder.path(), id).exists());
}

#[test]
fn taking_away_removes_the_file_with_the_next_save_and_not_before() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    let id = attach(&mut vault, "a", &scan(1, 100));
    vault.save(b"with").unwrap();
    vault.detach(id).unwrap();
    assert_eq!(vault.detach(id), Err(VaultError::AttachmentUnknown));
    assert!(
        attachment(folder.path(), id).exists(),
        "the last save still has it"
    );
    drop(vault);
    let mut vault = loaded(folder.path(), &keys);
    assert!(content(&vault, id).is_ok());
    vault.detach(id).unwrap();
    vault.save(b"without").unwrap();
    assert!(!attachment(folder.path(), id).exists());
}

#[test]
fn forgetting_leaves_one_snapshot_and_nothing_of_what_was_deleted() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    for text in ["1", "2", "3"] {
        vault.save(text.as_bytes()).unwrap();
    }
    common::flip(&common::state(folder.path(), 3));
    drop(vault);
    let mut vault = loaded(folder.path(), &keys);
    vault.save(b"4").unwrap();
    assert!(folder.path().join("damaged-0000000003.age").exists());
    vault.save_and_forget(b"5").unwrap();
    drop(vault);
    let names: Vec<_> = files(folder.path())
        .into_iter()
        .map(|file| file.0)
        .collect();
    assert_eq!(
        names,
        ["recovery.age", "state-0000000005.age", "vault.json"]
    );
    assert_eq!(common::text(folder.path(), &keys), "5");
}

#[test]
fn a_file_is_attached_without_its_path_and_exported_under_its_name() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let chosen = folder.path().join("Құжаттар құпия");
    let vault_at = folder.path().join("vault");
    fs::create_dir(&chosen).unwrap();
    let file = chosen.join("жеке куәлік.exe");
    write(&file, &scan(7, 1_000));
    let mut vault = create(&vault_at, &keys, None).vault;
    let entry = vault.attach_file(&file).unwrap();
    assert_eq!(
        (entry.name.as_str(), entry.kind),
        ("жеке куәлік", AttachmentKind::Pdf)
    );
    let name = DisplayName::new("Паспорт: 2-бет").unwrap();
    vault.rename_attachment(entry.id, name).unwrap();
    vault.save(b"state").unwrap();

    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    assert_eq!(
        vault.export_attachment(entry.id, &out).unwrap(),
        "Паспорт_ 2-бет.pdf"
    );
    assert_eq!(
        vault.export_attachment(entry.id, &out).unwrap(),
        "Паспорт_ 2-бет (2).pdf"
    );
    let there = files(&out);
    assert_eq!(there.len(), 2, "and no unfinished file");
    assert!(there.iter().all(|file| file.1 == scan(7, 1_000)));
    let gone = vault.export_attachment(entry.id, &out.join("not there"));
    assert_eq!(gone, Err(VaultError::FolderGone));
}

#[test]
fn what_is_no_document_is_refused_and_leaves_nothing() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    let before = files(folder.path()).len();
    let name = || DisplayName::new("x").unwrap();
    let mut refused = |bytes: &[u8]| vault.attach(&mut &*bytes, name()).unwrap_err();
    assert_eq!(refused(b""), VaultError::AttachmentEmpty);
    assert_eq!(
        refused(b"MZ program.pdf"),
        VaultError::AttachmentKindUnknown
    );
    assert!(matches!(
        vault.attach_file(folder.path()),
        Err(VaultError::SourceFailed { .. })
    ));
    assert!(matches!(
        vault.attach_file(&folder.path().join("gone.pdf")),
        Err(VaultError::SourceFailed {
            kind: io::ErrorKind::NotFound
        })
    ));
    /// A disk that is pulled out in the middle.
    struct Torn(usize);
    impl Read for Torn {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 > 3 {
                return Err(io::Error::from(io::ErrorKind::ConnectionReset));
            }
            let bytes = scan(1, into.len());
            into.copy_from_slice(&bytes);
            Ok(into.len())
        }
    }
    let torn = vault.attach(&mut Torn(0), name()).unwrap_err();
    let kind = io::ErrorKind::ConnectionReset;
    assert_eq!(torn, VaultError::SourceFailed { kind });
    assert_eq!(vault.attachments().count(), 0);
    assert_eq!(files(folder.path()).len(), before);
}

#[test]
fn the_limits_count_each_and_all_to_the_byte() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    vault.limit(Limits {
        each: 1,
        all: 2,
        count: 3,
    });
    let full = VaultError::AttachmentsFull { most: 2, count: 3 };
    let name = || DisplayName::new("x").unwrap();
    let mut add = |length: usize| {
        let bytes = scan(1, length);
        vault
            .attach(&mut bytes.as_slice(), name())
            .map(|entry| entry.id)
    };
    assert_eq!(
        add(1_000_001),
        Err(VaultError::AttachmentTooLarge { most: 1 })
    );
    add(1_000_000).unwrap();
    let second = add(500_000).unwrap();
    assert_eq!(add(500_001), Err(full.clone()));
    add(499_999).unwrap();
    assert_eq!(add(9), Err(full), "one byte is left, but three files are");
    vault.detach(second).unwrap();
    vault.save(b"state").unwrap();
    assert_eq!(vault.attachments().count(), 2);
}

#[test]
fn no_file_holds_what_was_attached_or_its_name() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    let mark = b"%PDF- 123456789012 secret";
    attach(&mut vault, "Құпия атау", mark);
    vault.save(b"state").unwrap();
    for (name, bytes) in files(folder.path()) {
        for secret in [
            &mark[..],
            "Құпия".as_bytes(),
            b"qonys-attachment",
            b"sha256",
        ] {
            let found = bytes.windows(secret.len()).any(|window| window == secret);
            assert!(!found, "{name}");
        }
    }
}

#[cfg(unix)]
#[test]
fn attachments_and_copies_are_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(&folder.path().join("vault"), &keys, None).vault;
    let id = attach(&mut vault, "a", &scan(1, 100));
    vault.save(b"state").unwrap();
    vault.export_attachment(id, folder.path()).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&attachment(&folder.path().join("vault"), id)), 0o600);
    assert_eq!(mode(&folder.path().join("a.pdf")), 0o600);
}

#[test]
fn an_attachment_before_a_load_is_refused() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    drop(create(folder.path(), &keys, None));
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    let name = DisplayName::new("x").unwrap();
    assert_eq!(
        vault.attach(&mut &b"%PDF-"[..], name).unwrap_err(),
        VaultError::NotLoaded
    );
}
