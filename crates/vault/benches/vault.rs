//! How long the vault takes. Run with `cargo bench -p qonys-vault`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench may stop at the first surprise, and says what it measured"
)]

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::Instant;

use divan::Bencher;
use divan::counter::BytesCount;
use qonys_vault::{AttachmentId, DisplayName, MemoryKeys, Vault, WorkFactor};
use tempfile::TempDir;

/// The answers of a filled case.
const ANSWERS: usize = 40_000;
/// A long scan.
const SCAN: u64 = 50_000_000;

fn main() {
    divan::main();
    large();
}

fn made(folder: &Path, keys: &MemoryKeys) -> Vault {
    let made = Vault::create_with(folder, keys, None, WorkFactor::new(1)).unwrap();
    let mut vault = made.vault;
    vault.save(b"{}").unwrap();
    vault
}

/// A PDF of any length that takes no memory.
fn scan(length: u64) -> impl Read {
    let start: &[u8] = b"%PDF-1.7\n";
    start.chain(io::repeat(0x5a).take(length - start.len() as u64))
}

fn attach(vault: &mut Vault, length: u64) -> AttachmentId {
    let name = DisplayName::new("scan").unwrap();
    vault.attach(&mut scan(length), name).unwrap().id
}

/// An answer saved, sealed and durable.
#[divan::bench]
fn save_sealed(bencher: Bencher<'_, '_>) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut vault = made(folder.path(), &MemoryKeys::new());
    let bytes = vec![b'x'; ANSWERS];
    bencher.bench_local(|| vault.save(&bytes).unwrap());
}

/// The same bytes with fsync and rename by hand: what any program must pay.
#[divan::bench]
fn save_by_hand(bencher: Bencher<'_, '_>) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let bytes = vec![b'x'; ANSWERS];
    let (draft, file) = (folder.path().join("draft"), folder.path().join("file"));
    bencher.bench_local(|| {
        let mut out = File::create(&draft).unwrap();
        out.write_all(&bytes).unwrap();
        out.sync_all().unwrap();
        fs::rename(&draft, &file).unwrap();
        File::open(folder.path()).unwrap().sync_all().unwrap();
    });
}

/// A household with two hundred documents: open, load, list.
#[divan::bench]
fn open_with_200_documents(bencher: Bencher<'_, '_>) {
    let (folder, keys) = (
        TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
        MemoryKeys::new(),
    );
    let mut vault = made(folder.path(), &keys);
    for _ in 0..200 {
        attach(&mut vault, 2_000);
    }
    vault.save(&vec![b'x'; ANSWERS]).unwrap();
    drop(vault);
    bencher.bench_local(|| {
        let mut vault = Vault::open(folder.path(), &keys).unwrap();
        vault.load().unwrap();
        assert_eq!(vault.attachments().count(), 200);
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn attach_50_mb(bencher: Bencher<'_, '_>) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut vault = made(folder.path(), &MemoryKeys::new());
    bencher.counter(BytesCount::new(SCAN)).bench_local(|| {
        let id = attach(&mut vault, SCAN);
        vault.detach(id).unwrap();
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn read_50_mb(bencher: Bencher<'_, '_>) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut vault = made(folder.path(), &MemoryKeys::new());
    let id = attach(&mut vault, SCAN);
    vault.save(b"{}").unwrap();
    bencher
        .counter(BytesCount::new(SCAN))
        .bench_local(|| vault.read_attachment(id, &mut |_| Ok(())).unwrap());
}

/// The most memory this process ever held, in kibibytes, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// All that a vault takes, in and out, once: the time, and that the memory does not grow with it.
fn large() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut vault = made(folder.path(), &MemoryKeys::new());
    let before = peak();
    let start = Instant::now();
    let ids: Vec<_> = (0..5).map(|_| attach(&mut vault, 100_000_000)).collect();
    vault.save(b"{}").unwrap();
    let attached = start.elapsed();
    let start = Instant::now();
    for id in ids {
        vault.read_attachment(id, &mut |_| Ok(())).unwrap();
    }
    let read = start.elapsed();
    println!(
        "500 MB: in {attached:.1?}, out {read:.1?}; peak memory {before:?} KiB before, {:?} KiB after",
        peak()
    );
}
