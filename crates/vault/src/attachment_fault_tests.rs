//! A fault at every operation of attaching, taking away, forgetting, backing up and restoring.

use crate::backup::BackupReader;
use crate::disk::Disk;
use crate::files::VaultFile;
use crate::keys::{MemoryKeys, NoKeys};
use crate::model_disk::{Fault, Left, ModelDisk};
use crate::recovery::WorkFactor;
use crate::{AttachmentId, DisplayName, Passphrase, Vault, VaultError, VaultState};

const FAULTS: [Fault; 2] = [Fault::Fails, Fault::Dies];
const LEFT: [Left; 3] = [Left::Everything, Left::Synced, Left::NamesFirst];

fn work() -> WorkFactor {
    WorkFactor::new(1)
}

fn phrase() -> Passphrase {
    Passphrase::new("long enough words".to_owned())
}

/// A scan that takes two pieces, each different.
fn scan(number: u8) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    for line in 0..700_u32 {
        bytes.extend_from_slice(&line.to_be_bytes());
        bytes.extend_from_slice(&[number; 96]);
    }
    bytes
}

fn attach(vault: &mut Vault, number: u8) -> Result<AttachmentId, VaultError> {
    let name = DisplayName::new(&format!("scan {number}")).unwrap();
    let entry = vault.attach(&mut scan(number).as_slice(), name)?;
    Ok(entry.id)
}

fn content(vault: &Vault, id: AttachmentId) -> Result<Vec<u8>, VaultError> {
    let mut bytes = Vec::new();
    vault.read_attachment(id, &mut |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(bytes)
}

fn made(keys: &MemoryKeys) -> (ModelDisk, Vault) {
    let disk = ModelDisk::default();
    let made = Vault::create_on(Box::new(disk.clone()), keys, Some(&phrase()), work());
    (disk, made.unwrap().vault)
}

fn opened(disk: &ModelDisk, keys: &MemoryKeys) -> (Vault, Vec<u8>) {
    let mut vault = Vault::open_on(Box::new(disk.clone()), keys).unwrap();
    let snapshot = vault.load().unwrap();
    let bytes = snapshot.map_or_else(Vec::new, |snapshot| {
        assert!(snapshot.recovered.is_none(), "nothing may look damaged");
        snapshot.bytes.to_vec()
    });
    (vault, bytes)
}

/// Every file of an attachment in the folder, and all of them listed.
fn no_strays(disk: &ModelDisk, vault: &Vault) {
    for name in disk.names() {
        if let Some(id) = VaultFile::attachment_of(&name) {
            assert!(vault.attachment(id).is_ok(), "{name} is a stray");
        }
        assert!(!VaultFile::is_stale(&name), "{name} is stale");
    }
}

#[test]
fn a_fault_at_any_operation_loses_no_reported_attachment() {
    for fault in FAULTS {
        for operation in 0.. {
            let keys = MemoryKeys::new();
            let (disk, mut vault) = made(&keys);
            let first = attach(&mut vault, 1).unwrap();
            vault.save(b"one").unwrap();
            disk.fault_at(operation, fault);
            let second = attach(&mut vault, 2);
            let saved = second.is_ok() && vault.save(b"two").is_ok();
            let struck = disk.struck();
            for left in LEFT {
                let case = format!("{fault:?} at {operation}, {left:?}");
                let after = disk.after(left);
                let (mut again, state) = opened(&after, &keys);
                assert_eq!(content(&again, first).unwrap(), scan(1), "{case}");
                // The state and the file come together or not at all.
                let listed: Vec<_> = again.attachments().map(|entry| entry.id).collect();
                assert_eq!(listed.len() == 2, state == b"two", "{case}");
                assert!(!saved || state == b"two", "{case}: reported and gone");
                for id in listed {
                    content(&again, id).unwrap();
                }
                no_strays(&after, &again);
                let third = attach(&mut again, 3).unwrap();
                again.save(b"three").unwrap();
                let (again, _) = opened(&after, &keys);
                assert_eq!(content(&again, third).unwrap(), scan(3), "{case}");
            }
            if !struck {
                assert!(saved && operation >= 12, "only {operation} operations");
                break;
            }
        }
    }
}

#[test]
fn a_fault_while_taking_away_leaves_it_whole_or_gone() {
    for fault in FAULTS {
        for operation in 0.. {
            let keys = MemoryKeys::new();
            let (disk, mut vault) = made(&keys);
            let (keep, drop) = (
                attach(&mut vault, 1).unwrap(),
                attach(&mut vault, 2).unwrap(),
            );
            vault.save(b"both").unwrap();
            disk.fault_at(operation, fault);
            vault.detach(drop).unwrap();
            let saved = vault.save_and_forget(b"one").is_ok();
            let struck = disk.struck();
            for left in LEFT {
                let case = format!("{fault:?} at {operation}, {left:?}");
                let after = disk.after(left);
                let (again, state) = opened(&after, &keys);
                assert_eq!(content(&again, keep).unwrap(), scan(1), "{case}");
                if state == b"both" {
                    assert!(!saved, "{case}: reported and back again");
                    assert_eq!(content(&again, drop).unwrap(), scan(2), "{case}");
                } else {
                    assert_eq!(state, b"one", "{case}");
                    assert_eq!(again.attachment(drop), Err(VaultError::AttachmentUnknown));
                    // Nothing of what was forgotten is left after the next start.
                    let names = after.names();
                    assert!(
                        !names.contains(&VaultFile::Attachment(drop).name()),
                        "{case}"
                    );
                    let kept = names
                        .iter()
                        .filter_map(|name| VaultFile::generation_of(name));
                    assert_eq!(kept.count(), 1, "{case}: {names:?}");
                }
                no_strays(&after, &again);
            }
            if !struck {
                assert!(saved && operation >= 8, "only {operation} operations");
                break;
            }
        }
    }
}

/// A photo that fits into one piece.
fn photo(number: u8) -> Vec<u8> {
    [&b"\xff\xd8\xff\xe0"[..], &[number; 500]].concat()
}

/// A vault with two attachments and its backup on a disk of its own.
fn backed_up(keys: &MemoryKeys) -> (Vault, ModelDisk, [AttachmentId; 2]) {
    let (_, mut vault) = made(keys);
    let ids = [1, 2].map(|number| {
        let name = DisplayName::new("photo").unwrap();
        let entry = vault.attach(&mut photo(number).as_slice(), name);
        entry.unwrap().id
    });
    vault.save(b"the answers").unwrap();
    let away = ModelDisk::default();
    let done = vault.back_up_on(&away, "family.age", &phrase(), work());
    assert_eq!(done.unwrap().attachments, 2);
    (vault, away, ids)
}

fn restore(disk: &ModelDisk, bytes: &[u8], keys: &MemoryKeys) -> Result<Vault, VaultError> {
    let backup = BackupReader::open(bytes, phrase().reveal())?;
    Vault::restore_on(Box::new(disk.clone()), backup, &phrase(), keys, work())
}

#[test]
fn a_fault_in_a_backup_leaves_the_old_one_or_the_new_one() {
    let keys = MemoryKeys::new();
    let (mut vault, before, ids) = backed_up(&keys);
    vault.save(b"newer answers").unwrap();
    for fault in FAULTS {
        for operation in 0.. {
            let away = before.after(Left::Everything);
            away.fault_at(operation, fault);
            let done = vault.back_up_on(&away, "family.age", &phrase(), work());
            if let Err(error) = &done {
                let file = VaultFile::Backup;
                assert_eq!(*error, VaultError::DiskFull { file });
            }
            let struck = away.struck();
            for left in LEFT {
                let bytes = away.after(left).read("family.age").unwrap();
                let (fresh, other) = (ModelDisk::default(), MemoryKeys::new());
                let mut back = restore(&fresh, &bytes, &other).unwrap();
                let state = back.load().unwrap().unwrap().bytes.to_vec();
                let old = state == b"the answers";
                assert!(old || state == b"newer answers");
                assert!(done.is_err() || !old, "{fault:?} at {operation}, {left:?}");
                assert_eq!(content(&back, ids[1]).unwrap(), photo(2));
            }
            if !struck {
                assert!(
                    done.is_ok() && operation >= 8,
                    "only {operation} operations"
                );
                break;
            }
        }
    }
}

#[test]
fn a_fault_in_restoring_leaves_a_whole_vault_or_none() {
    let (_, away, ids) = backed_up(&MemoryKeys::new());
    let bytes = away.read("family.age").unwrap();
    for fault in FAULTS {
        for operation in 0.. {
            let (keys, disk) = (MemoryKeys::new(), ModelDisk::default());
            disk.fault_at(operation, fault);
            let restored = restore(&disk, &bytes, &keys).map(drop);
            let struck = disk.struck();
            for left in LEFT {
                let case = format!("{fault:?} at {operation}, {left:?}: {restored:?}");
                let after = disk.after(left);
                let whole = match Vault::inspect_on(&after, &NoKeys).unwrap() {
                    VaultState::Fresh { .. } => false,
                    VaultState::NeedsPassphrase { .. } => true,
                    other @ (VaultState::Ready | VaultState::NoWayIn { .. }) => {
                        panic!("{case}: {other:?}")
                    }
                };
                assert!(restored.is_err() || whole, "{case}");
                if fault == Fault::Fails {
                    assert_eq!(restored.is_ok(), whole, "{case}");
                }
                if !whole && left != LEFT[operation % LEFT.len()] {
                    continue;
                }
                if !whole {
                    // Nothing is in the way of a second try, nor of a new vault.
                    let other = after.after(Left::Everything);
                    let made = Vault::create_on(Box::new(other.clone()), &keys, None, work());
                    drop(made.unwrap_or_else(|error| panic!("{case}: {error}")));
                    assert!(opened(&other, &keys).1.is_empty(), "{case}");
                    drop(restore(&after, &bytes, &keys).unwrap());
                }
                let disk = Box::new(after.clone());
                let mut vault = Vault::open_with_passphrase_on(disk, &keys, &phrase()).unwrap();
                let state = vault.load().unwrap().unwrap().bytes.to_vec();
                assert_eq!(state, b"the answers", "{case}");
                for (number, id) in (1..).zip(ids) {
                    assert_eq!(content(&vault, id).unwrap(), photo(number), "{case}");
                }
                no_strays(&after, &vault);
                assert!(
                    !after.names().contains(&VaultFile::Restoring.name()),
                    "{case}"
                );
            }
            if !struck {
                assert!(
                    restored.is_ok() && operation >= 20,
                    "only {operation} operations"
                );
                break;
            }
        }
    }
}

#[test]
fn a_fault_in_exporting_leaves_the_whole_copy_or_none() {
    let keys = MemoryKeys::new();
    let (_, mut vault) = made(&keys);
    let id = attach(&mut vault, 1).unwrap();
    vault.save(b"one").unwrap();
    for fault in FAULTS {
        for operation in 0.. {
            let out = ModelDisk::default();
            out.fault_at(operation, fault);
            let exported = vault.export_attachment_on(id, &out);
            for left in LEFT {
                let after = out.after(left);
                match after.read("scan 1.pdf") {
                    Ok(bytes) => assert_eq!(bytes, scan(1)),
                    Err(_) => assert!(exported.is_err(), "{fault:?} at {operation}, {left:?}"),
                }
            }
            if !out.struck() {
                assert_eq!(exported.unwrap(), "scan 1.pdf");
                assert!(operation >= 6, "only {operation} operations");
                break;
            }
        }
    }
}
