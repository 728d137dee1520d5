//! Every kind of harm to files of attachments and to a backup is seen; nothing wrong is taken for right.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{
    attach, attachment, content, create, folder, loaded, phrase, scan, stride, work, write,
};
use qonys_vault::{
    AttachmentId, MemoryKeys, NoKeys, Recovered, Vault, VaultError, VaultFile, VaultState,
};

fn damaged(id: AttachmentId) -> VaultError {
    VaultError::Damaged {
        file: VaultFile::Attachment(id),
    }
}

/// A closed vault with these attachments.
fn with(folder: &Path, keys: &MemoryKeys, contents: &[Vec<u8>]) -> Vec<AttachmentId> {
    let mut vault = create(folder, keys, None).vault;
    let ids = contents
        .iter()
        .map(|bytes| attach(&mut vault, "a", bytes))
        .collect();
    vault.save(b"state").unwrap();
    ids
}

#[test]
fn every_flipped_bit_and_every_cut_of_an_attachment_is_seen() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let ids = with(folder.path(), &keys, &[scan(1, 70_000)]);
    let path = attachment(folder.path(), ids[0]);
    let whole = fs::read(&path).unwrap();
    let vault = loaded(folder.path(), &keys);
    let mut tried = 0;
    // All of the header and of the first piece's nonce, then strides with every bit in turn.
    let step = stride(1_009);
    let places = (0..250)
        .step_by(stride(7))
        .chain((250..whole.len()).step_by(step));
    for at in places {
        let mut broken = whole.clone();
        broken[at] ^= 1 << (tried % 8);
        write(&path, &broken);
        assert_eq!(content(&vault, ids[0]), Err(damaged(ids[0])), "byte {at}");
        write(&path, &whole[..at]);
        assert_eq!(content(&vault, ids[0]), Err(damaged(ids[0])), "cut at {at}");
        tried += 1;
    }
    assert!(tried > 90);
    let mut longer = whole.clone();
    longer.push(0);
    write(&path, &longer);
    assert_eq!(content(&vault, ids[0]), Err(damaged(ids[0])));
    write(&path, &whole);
    assert_eq!(content(&vault, ids[0]).unwrap(), scan(1, 70_000));
}

#[test]
fn swapped_reordered_replayed_and_dropped_attachments_are_seen() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let ids = with(
        folder.path(),
        &keys,
        &[scan(1, 200_000), scan(1, 200_000), scan(3, 200_000)],
    );
    let [one, two, three] = [0, 1, 2].map(|at| attachment(folder.path(), ids[at]));
    let whole = [&one, &two, &three].map(|path| fs::read(path).unwrap());
    let vault = loaded(folder.path(), &keys);
    // Swapped, and even with the very same content, since each says its own name.
    write(&one, &whole[1]);
    write(&two, &whole[0]);
    assert_eq!(content(&vault, ids[0]), Err(damaged(ids[0])));
    assert_eq!(content(&vault, ids[1]), Err(damaged(ids[1])));
    // Pieces of 64 KiB with their mark of 16 bytes, in another order.
    let piece = 65_536 + 16;
    let head = whole[2].len() - (200_000_usize + 52 + 4 * 16);
    let mut mixed = whole[2].clone();
    let (first, second) = (head..head + piece, head + piece..head + 2 * piece);
    mixed[first.clone()].copy_from_slice(&whole[2][second.clone()]);
    mixed[second].copy_from_slice(&whole[2][first]);
    write(&three, &mixed);
    assert_eq!(content(&vault, ids[2]), Err(damaged(ids[2])));
    // Whole pieces cut off.
    write(&three, &whole[2][..head + piece]);
    assert_eq!(content(&vault, ids[2]), Err(damaged(ids[2])));
    // Dropped.
    fs::remove_file(&three).unwrap();
    let file = VaultFile::Attachment(ids[2]);
    assert_eq!(
        content(&vault, ids[2]),
        Err(VaultError::AttachmentMissing { file })
    );
    let mut broken = vault.broken_attachments().unwrap();
    let mut all = ids;
    broken.sort();
    all.sort();
    assert_eq!(broken, all);
}

#[test]
fn an_older_or_foreign_file_under_the_same_name_is_not_believed() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mine = folder.path().join("mine");
    let ids = with(&mine, &keys, &[scan(1, 500)]);
    // One that was taken away, put back under the name of another.
    let mut vault = loaded(&mine, &keys);
    let old = fs::read(attachment(&mine, ids[0])).unwrap();
    vault.detach(ids[0]).unwrap();
    let new = attach(&mut vault, "a", &scan(2, 500));
    vault.save(b"state").unwrap();
    write(&attachment(&mine, new), &old);
    assert_eq!(content(&vault, new), Err(damaged(new)));
    // One of another vault, with another key.
    let other = folder.path().join("other");
    let theirs = with(&other, &keys, &[scan(2, 500)]);
    fs::copy(attachment(&other, theirs[0]), attachment(&mine, new)).unwrap();
    assert_eq!(content(&vault, new), Err(damaged(new)));
}

/// An export of something damaged leaves nothing: not even the part that was whole.
#[test]
fn a_damaged_attachment_is_not_exported_in_part() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let (at, out) = (folder.path().join("vault"), folder.path().join("out"));
    fs::create_dir(&out).unwrap();
    let ids = with(&at, &keys, &[scan(1, 200_000)]);
    common::flip(&attachment(&at, ids[0]));
    let vault = loaded(&at, &keys);
    assert_eq!(vault.export_attachment(ids[0], &out), Err(damaged(ids[0])));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
}

fn backup(folder: &Path) -> PathBuf {
    let keys = MemoryKeys::new();
    let mut vault = create(&folder.join("from"), &keys, None).vault;
    attach(&mut vault, "a", &scan(1, 3_000));
    vault.save(b"the answers").unwrap();
    vault
        .back_up(folder, "backup.age", &phrase("long enough words"), work())
        .unwrap();
    folder.join("backup.age")
}

#[test]
fn every_flipped_bit_and_every_cut_of_a_backup_is_seen() {
    let folder = folder();
    let path = backup(folder.path());
    let whole = fs::read(&path).unwrap();
    let to = folder.path().join("to");
    let phrase = phrase("long enough words");
    let restore = || Vault::restore_with(&path, &phrase, &to, &NoKeys, work()).map(drop);
    let file = VaultFile::Backup;
    let check = |bytes: &[u8], what: &str| {
        write(&path, bytes);
        let error = restore().unwrap_err();
        // The part that holds the sealed key can't tell a wrong passphrase from a wrong bit.
        let told =
            error == VaultError::WrongBackupPassphrase || error == VaultError::Damaged { file };
        assert!(told, "{what}: {error}");
        let state = Vault::inspect(&to, &NoKeys).unwrap();
        assert!(
            matches!(state, VaultState::Fresh { .. }),
            "{what}: {state:?}"
        );
    };
    for (count, at) in (0..whole.len()).step_by(stride(41)).enumerate() {
        let mut broken = whole.clone();
        broken[at] ^= 1 << (count % 8);
        check(&broken, &format!("byte {at}"));
        check(&whole[..at], &format!("cut at {at}"));
    }
    let mut longer = whole.clone();
    longer.push(0);
    check(&longer, "longer");
    write(&path, &whole);
    restore().unwrap();
}

#[test]
fn every_flipped_byte_of_the_header_and_of_the_recovery_file_is_seen_or_harmless() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut made = create(folder.path(), &keys, Some("long enough words"));
    made.vault.save(b"the answers").unwrap();
    drop(made);
    let phrase = phrase("long enough words");
    for name in ["vault.json", "recovery.age"] {
        let path = folder.path().join(name);
        let whole = fs::read(&path).unwrap();
        for at in (0..whole.len()).step_by(stride(3)) {
            let mut broken = whole.clone();
            broken[at] ^= 1 << (at % 8);
            write(&path, &broken);
            // Never another vault's words, never an empty vault: the answers or an error.
            match Vault::open_with_passphrase(folder.path(), &NoKeys, &phrase) {
                Ok(mut vault) => {
                    let snapshot = vault.load().unwrap().unwrap();
                    assert_eq!(snapshot.bytes.as_slice(), b"the answers", "{name} {at}");
                }
                Err(error) => assert!(
                    matches!(
                        error,
                        VaultError::WrongPassphrase
                            | VaultError::WrongKey
                            | VaultError::Damaged { .. }
                            | VaultError::Newer { .. }
                    ),
                    "{name} byte {at}: {error}"
                ),
            }
            write(&path, &whole);
        }
    }
    assert_eq!(common::text(folder.path(), &keys), "the answers");
}

#[test]
fn a_lost_save_does_not_take_its_attachments_along() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let mut vault = create(folder.path(), &keys, None).vault;
    vault.save(b"one").unwrap();
    let id = attach(&mut vault, "a", &scan(1, 500));
    vault.save(b"two").unwrap();
    drop(vault);
    common::flip(&common::state(folder.path(), 2));
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    let snapshot = vault.load().unwrap().unwrap();
    assert_eq!(snapshot.recovered, Some(Recovered { lost: vec![2] }));
    vault.save(b"three").unwrap();
    drop(vault);
    drop(loaded(folder.path(), &keys));
    let path = attachment(folder.path(), id);
    assert!(
        path.exists(),
        "kept beside the damaged snapshot that knew it"
    );
}
