//! Saving and loading: nothing is lost, nothing damaged is taken for whole, nothing leaks.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::fs;

use common::{create, files, flip, folder, saved, state, text, write};
use qonys_vault::{MemoryKeys, Recovered, Vault, VaultError, VaultFile};

#[test]
fn the_last_three_generations_are_kept() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["1", "2", "3", "4", "5"]);
    let names: Vec<_> = files(folder.path())
        .into_iter()
        .map(|file| file.0)
        .collect();
    assert_eq!(
        names,
        [
            "recovery.age",
            "state-0000000003.age",
            "state-0000000004.age",
            "state-0000000005.age",
            "vault.json"
        ]
    );
    assert_eq!(text(folder.path(), &keys), "5");
}

#[test]
fn any_bytes_come_back_the_same() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    let all: Vec<u8> = (0..=255).cycle().take(200_000).collect();
    for bytes in [&b""[..], b"\n", b"qonys-snapshot/9 9\n", &all] {
        let saved = vault.save(bytes).unwrap();
        let snapshot = vault.load().unwrap().unwrap();
        assert_eq!(snapshot.generation, saved.generation);
        assert!(snapshot.bytes.as_slice() == bytes);
    }
}

#[test]
fn a_save_before_a_load_is_refused() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["one"]);
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    assert_eq!(vault.save(b"two").unwrap_err(), VaultError::NotLoaded);
    vault.load().unwrap();
    vault.save(b"two").unwrap();
}

#[test]
fn every_flipped_bit_of_the_file_is_detected() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["one", "two"]);
    let path = state(folder.path(), 2);
    let whole = fs::read(&path).unwrap();
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    for at in 0..whole.len() {
        let mut broken = whole.clone();
        broken[at] ^= 1 << (at % 8);
        write(&path, &broken);
        let snapshot = vault.load().unwrap().unwrap();
        assert_eq!(
            snapshot.recovered,
            Some(Recovered { lost: vec![2] }),
            "byte {at}"
        );
        assert_eq!(snapshot.bytes.as_slice(), b"one");
    }
    for length in 0..whole.len() {
        write(&path, &whole[..length]);
        let snapshot = vault.load().unwrap().unwrap();
        assert!(snapshot.recovered.is_some(), "cut at {length}");
    }
    write(&path, &whole);
    assert!(vault.load().unwrap().unwrap().recovered.is_none());
}

#[test]
fn a_damaged_newest_generation_falls_back_and_is_set_aside() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["1", "2", "3"]);
    flip(&state(folder.path(), 3));
    let damaged = fs::read(state(folder.path(), 3)).unwrap();
    let before = files(folder.path());

    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    let snapshot = vault.load().unwrap().unwrap();
    assert_eq!(
        (snapshot.generation, snapshot.bytes.as_slice()),
        (2, &b"2"[..])
    );
    assert_eq!(snapshot.recovered, Some(Recovered { lost: vec![3] }));
    assert_eq!(files(folder.path()), before, "loading changes nothing");

    assert_eq!(vault.save(b"4").unwrap().generation, 4);
    for text in ["5", "6", "7"] {
        vault.save(text.as_bytes()).unwrap();
    }
    drop(vault);
    assert_eq!(text(folder.path(), &keys), "7");
    let aside = folder.path().join(VaultFile::SetAside(3).to_string());
    assert_eq!(
        fs::read(aside).unwrap(),
        damaged,
        "kept for whoever can mend it"
    );
}

#[test]
fn if_nothing_opens_nothing_is_overwritten() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["1", "2", "3"]);
    for generation in 1..=3 {
        flip(&state(folder.path(), generation));
    }
    let before = files(folder.path());
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    let lost = vec![3, 2, 1];
    assert_eq!(vault.load().unwrap_err(), VaultError::NothingOpens { lost });
    assert_eq!(vault.save(b"new").unwrap_err(), VaultError::NotLoaded);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_failed_load_takes_the_right_to_save_back() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    vault.save(b"1").unwrap();
    flip(&state(folder.path(), 1));
    assert!(vault.load().is_err());
    assert_eq!(vault.save(b"2").unwrap_err(), VaultError::NotLoaded);
}

#[test]
fn the_empty_beginning_is_no_stand_in_for_a_lost_save() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["1"]);
    flip(&state(folder.path(), 1));
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    let lost = vec![1];
    assert_eq!(vault.load().unwrap_err(), VaultError::NothingOpens { lost });
}

#[test]
fn an_old_file_under_a_newer_name_is_not_believed() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["1", "2", "3"]);
    fs::copy(state(folder.path(), 1), state(folder.path(), 4)).unwrap();
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    let snapshot = vault.load().unwrap().unwrap();
    assert_eq!(snapshot.bytes.as_slice(), b"3");
    assert_eq!(snapshot.recovered, Some(Recovered { lost: vec![4] }));
}

#[test]
fn removed_snapshots_are_not_taken_for_an_empty_vault() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["1", "2", "3"]);
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    vault.load().unwrap();
    for generation in 1..=3 {
        fs::remove_file(state(folder.path(), generation)).unwrap();
    }
    assert_eq!(vault.save(b"4").unwrap_err(), VaultError::StateMissing);
    assert_eq!(vault.load().unwrap_err(), VaultError::StateMissing);
}

#[test]
fn a_vanished_folder_is_told_and_not_made_anew() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let path = folder.path().join("vault");
    let mut vault = create(&path, &keys, None).vault;
    fs::remove_dir_all(&path).unwrap();
    assert_eq!(vault.save(b"1").unwrap_err(), VaultError::FolderGone);
    assert_eq!(vault.load().unwrap_err(), VaultError::FolderGone);
    assert!(!path.exists());
    write(&path, b"a file by now");
    assert_eq!(
        Vault::inspect(&path, &keys).unwrap_err(),
        VaultError::FolderGone
    );
}

#[test]
fn stale_files_are_swept_at_the_next_start() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["1"]);
    write(&folder.path().join(".qonys-Ab3xYz.tmp"), b"half");
    let foreign = folder.path().join("notes.tmp");
    write(&foreign, b"not ours");
    drop(Vault::open(folder.path(), &keys).unwrap());
    let stale = |name: &str| name.starts_with(".qonys-");
    assert!(!files(folder.path()).iter().any(|file| stale(&file.0)));
    assert!(foreign.exists());
}

#[test]
fn no_file_holds_what_was_saved_or_the_key() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mark = "ИИН 123456789012 Құпия";
    let mut created = create(folder.path(), &keys, None);
    for count in 1..=4 {
        created
            .vault
            .save(mark.repeat(count * 1_000).as_bytes())
            .unwrap();
    }
    let key = qonys_vault::KeySource::get(&keys, created.vault.id()).unwrap();
    let code = created.recovery_code.unwrap();
    let bare_code = code.reveal().replace('-', "");
    let secrets = [
        mark,
        key.reveal(),
        code.reveal(),
        &bare_code,
        "qonys-snapshot",
    ];
    let files = files(folder.path());
    assert_eq!(files.len(), 5);
    for (name, bytes) in files {
        for secret in secrets {
            let secret = secret.as_bytes();
            let found = bytes.windows(secret.len()).any(|window| window == secret);
            assert!(!found, "{name}");
        }
        assert!(!bytes.windows(5).any(|window| window == b"age1q"), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn the_files_are_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, keys) = (folder(), MemoryKeys::new());
    let path = folder.path().join("vault");
    saved(&path, &keys, &["1"]);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o700);
    for entry in fs::read_dir(&path).unwrap() {
        let file = entry.unwrap().path();
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}
