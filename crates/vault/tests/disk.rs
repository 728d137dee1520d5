//! A real disk that is full, and one that is read-only: a small file system in memory, where the system lets a user make one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests; the child tells its parent that it came to its end"
)]
#![cfg(target_os = "linux")]

mod common;

use std::path::Path;
use std::process::Command;

use common::{attach, content, create, files, folder, phrase, scan, work};
use qonys_vault::{DisplayName, MemoryKeys, Vault, VaultError};

const FOLDER: &str = "QONYS_VAULT_TEST_DISK";
/// Mounts a disk of this size, then becomes the child, which sees it alone.
const MOUNTED: &str =
    r#"mount -t tmpfs -o size=400k none "$1" && exec "$2" --exact child --ignored --nocapture"#;

#[test]
fn a_full_and_a_read_only_disk_are_told_and_lose_nothing() {
    let folder = folder();
    let run = Command::new("unshare")
        .args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            MOUNTED,
            "sh",
        ])
        .arg(folder.path())
        .arg(std::env::current_exe().unwrap())
        .env(FOLDER, folder.path())
        .output();
    let told = run.as_ref().map_or_else(ToString::to_string, |run| {
        let [out, error] = [&run.stdout, &run.stderr].map(|text| String::from_utf8_lossy(text));
        format!("{out}{error}")
    });
    if !told.contains("running 1 test") {
        println!("SKIPPED: no disk of one's own here ({})", told.trim());
        return;
    }
    assert!(told.contains("the child came to its end"), "{told}");
}

fn remount(folder: &Path, how: &str) {
    let done = Command::new("mount").args(["-o", how]).arg(folder).status();
    assert!(done.unwrap().success(), "{how}");
}

#[test]
#[ignore = "the child of a_full_and_a_read_only_disk_are_told_and_lose_nothing"]
#[expect(
    clippy::disallowed_methods,
    reason = "how the parent tells the child where"
)]
fn child() {
    let Some(disk) = std::env::var_os(FOLDER) else {
        return;
    };
    let disk = Path::new(&disk);
    let (at, keys) = (disk.join("vault"), MemoryKeys::new());
    let mut vault = create(&at, &keys, None).vault;
    let id = attach(&mut vault, "first", &scan(1, 100_000));
    vault.save(b"the answers").unwrap();
    let names =
        |folder: &Path| -> Vec<String> { files(folder).into_iter().map(|file| file.0).collect() };
    let before = names(&at);

    let full = |error: &VaultError| matches!(error, VaultError::DiskFull { .. });
    let name = || DisplayName::new("second").unwrap();
    let second = vault.attach(&mut scan(2, 300_000).as_slice(), name());
    assert!(full(&second.unwrap_err()));
    assert!(full(&vault.save(&vec![b'x'; 400_000]).unwrap_err()));
    let backup = vault.back_up(disk, "b.age", &phrase("long enough words"), work());
    assert!(backup.is_ok() || full(&backup.unwrap_err()));
    assert_eq!(names(&at), before, "nothing half written stays");
    assert_eq!(content(&vault, id).unwrap(), scan(1, 100_000));
    // With the same handle it goes on as soon as there is room.
    vault.save(b"more answers").unwrap();

    drop(vault);

    // A disk can't become read-only while the vault is open for writing.
    remount(disk, "remount,ro");
    let refused = Vault::open(&at, &keys).unwrap_err();
    assert!(matches!(refused, VaultError::ReadOnly { .. }), "{refused}");
    remount(disk, "remount,rw");
    let mut vault = common::loaded(&at, &keys);
    assert_eq!(content(&vault, id).unwrap(), scan(1, 100_000));
    vault.save(b"even more").unwrap();
    drop(vault);
    assert_eq!(common::text(&at, &keys), "even more");
    assert!(Vault::open(&at, &keys).is_ok());
    println!("the child came to its end");
}
