//! A fault at every single operation of making and saving: what was reported as saved is there.

use crate::files::VaultFile;
use crate::keys::{MemoryKeys, NoKeys};
use crate::model_disk::{Fault, Left, ModelDisk};
use crate::recovery::WorkFactor;
use crate::{Passphrase, Vault, VaultError, VaultState};

const SAVES: usize = 6;
const LEFT: [Left; 3] = [Left::Everything, Left::Synced, Left::NamesFirst];

fn work() -> WorkFactor {
    WorkFactor::new(1)
}

fn contents(number: usize) -> Vec<u8> {
    format!("contents {number}").into_bytes()
}

fn made(keys: &MemoryKeys) -> (ModelDisk, Vault) {
    let disk = ModelDisk::default();
    let created = Vault::create_on(Box::new(disk.clone()), keys, None, work()).unwrap();
    (disk, created.vault)
}

/// Number of the contents that a new start finds; zero for an empty vault.
fn found(disk: &ModelDisk, keys: &MemoryKeys) -> (usize, Vault) {
    let mut vault = Vault::open_on(Box::new(disk.clone()), keys).unwrap();
    let number = vault.load().unwrap().map_or(0, |snapshot| {
        assert!(snapshot.recovered.is_none(), "nothing may look damaged");
        let text = String::from_utf8(snapshot.bytes.to_vec()).unwrap();
        text.strip_prefix("contents ").unwrap().parse().unwrap()
    });
    (number, vault)
}

#[test]
fn a_fault_at_any_operation_loses_no_reported_save() {
    for fault in [Fault::Fails, Fault::Dies] {
        for operation in 0.. {
            let keys = MemoryKeys::new();
            let (disk, mut vault) = made(&keys);
            disk.fault_at(operation, fault);
            let (mut reported, mut tried) = (0, 0);
            for number in 1..=SAVES {
                tried = number;
                match vault.save(&contents(number)) {
                    Ok(_) => reported = number,
                    Err(error) => {
                        assert!(matches!(error, VaultError::DiskFull { .. }), "{error}");
                        break;
                    }
                }
            }
            let struck = disk.struck();
            for left in LEFT {
                let case = format!("{fault:?} at {operation}, {left:?}");
                let after = disk.after(left);
                let (number, mut again) = found(&after, &keys);
                assert!((reported..=tried).contains(&number), "{case}: {number}");
                // And it goes on from there.
                again.save(&contents(SAVES + 1)).unwrap();
                assert_eq!(found(&after, &keys).0, SAVES + 1, "{case}");
                let stale = |name: &String| VaultFile::is_stale(name);
                assert!(!after.names().iter().any(stale), "{case}: stale file left");
            }
            if !struck {
                // At least six operations a save, or the test did not reach into each of them.
                assert!(operation >= SAVES * 5, "only {operation} operations");
                break;
            }
        }
    }
}

#[test]
fn a_vault_goes_on_after_a_failed_save() {
    for operation in 0..5 {
        let keys = MemoryKeys::new();
        let (disk, mut vault) = made(&keys);
        vault.save(&contents(1)).unwrap();
        disk.fault_at(operation, Fault::Fails);
        assert!(vault.save(&contents(2)).is_err(), "operation {operation}");
        vault.save(&contents(3)).unwrap();
        drop(vault);
        assert_eq!(found(&disk.after(Left::Synced), &keys).0, 3);
    }
}

#[test]
fn a_fault_in_making_leaves_a_vault_or_none() {
    for fault in [Fault::Fails, Fault::Dies] {
        let mut none = 0;
        for operation in 0.. {
            let keys = MemoryKeys::new();
            let disk = ModelDisk::default();
            disk.fault_at(operation, fault);
            let created = Vault::create_on(Box::new(disk.clone()), &keys, None, work());
            for left in LEFT {
                let after = disk.after(left);
                let state = Vault::inspect_on(&after, &keys).unwrap();
                let case = format!("{fault:?} at {operation}, {left:?}: {state:?}");
                match state {
                    VaultState::Fresh { .. } => {
                        none += 1;
                        assert!(created.is_err(), "{case}");
                        Vault::create_on(Box::new(after), &keys, None, work()).unwrap();
                    }
                    VaultState::Ready => assert_eq!(found(&after, &keys).0, 0, "{case}"),
                    VaultState::NeedsPassphrase { .. } | VaultState::NoWayIn { .. } => {
                        panic!("{case}")
                    }
                }
            }
            if fault == Fault::Fails && created.is_err() {
                // One key for each vault that was made afterwards, and none for the failed one.
                assert_eq!(keys.count(), LEFT.len(), "a key stayed at {operation}");
            }
            if created.is_ok() {
                assert!(
                    none >= 12,
                    "the faults must strike before the header lies there"
                );
                break;
            }
        }
    }
}

#[test]
fn a_fault_in_renewing_leaves_the_keyring_and_one_of_the_codes() {
    let old = Passphrase::new("the old words".to_owned());
    let new = Passphrase::new("the new words".to_owned());
    for operation in 0..10 {
        for left in LEFT {
            let keys = MemoryKeys::new();
            let disk = ModelDisk::default();
            let made = Vault::create_on(Box::new(disk.clone()), &keys, Some(&old), work());
            let mut vault = made.unwrap().vault;
            vault.save(&contents(1)).unwrap();
            disk.fault_at(operation, Fault::Dies);
            assert!(vault.renew_recovery(Some(&new), work()).is_err());
            let after = disk.after(left);
            assert_eq!(found(&after, &keys).0, 1);
            let opens = |typed: &Passphrase| {
                Vault::open_with_passphrase_on(Box::new(after.clone()), &NoKeys, typed).is_ok()
            };
            assert!(
                opens(&old) != opens(&new),
                "operation {operation}, {left:?}"
            );
        }
    }
}

#[test]
fn the_model_can_see_a_missing_sync() {
    let keys = MemoryKeys::new();
    let (disk, mut vault) = made(&keys);
    disk.lie();
    vault.save(&contents(1)).unwrap();
    assert_eq!(found(&disk.after(Left::Everything), &keys).0, 1);
    assert_eq!(found(&disk.after(Left::Synced), &keys).0, 0);
    let mut vault = Vault::open_on(Box::new(disk.after(Left::NamesFirst)), &keys).unwrap();
    assert_eq!(
        vault.load().unwrap_err(),
        VaultError::NothingOpens { lost: vec![1] }
    );
}
