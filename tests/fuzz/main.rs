//! The readers of foreign bytes under damaged input: no panic, no end without a word, bounded memory. The corpora beside the tests
//! are replayed first, then changed at random: a little in every run, as long as the deep run asks for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and this one says how far it came"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "the deep run says for how long, and the clock stops it"
)]

#[path = "../files/mod.rs"]
#[expect(dead_code, reason = "the seeds are read as bytes")]
mod files;

mod damage;
mod targets;

use std::panic::catch_unwind;
use std::time::Duration;
use std::time::Instant;

use crate::damage::Damage;
use crate::targets::Target;

/// Changed inputs in a run that nobody asked to be long.
const USUAL: u64 = 300;

/// More than any reader of a few thousand bytes needs, in kibibytes.
const MOST_MEMORY: u64 = 1024 * 1024;

/// Longer than any reader of a few thousand bytes takes; looked at only when the run is long.
const LONGEST: Duration = Duration::from_secs(20);

/// How long the deep run wants each target to run.
fn asked() -> Option<Duration> {
    let seconds = std::env::var("QONYS_FUZZ_SECONDS").ok()?;
    Some(Duration::from_secs(seconds.parse().expect("whole seconds")))
}

/// The most memory this process ever held, in kibibytes, where the system tells.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn corpus(target: &Target) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = target
        .seeds
        .iter()
        .flat_map(|(folder, ending)| files::below(folder, &[ending]))
        .map(|path| {
            let bytes = std::fs::read(&path).expect("a seed that can be read");
            (files::name(&path), bytes)
        })
        .collect();
    all.sort();
    assert!(!all.is_empty(), "{}: seeds were found", target.name);
    all
}

/// Whether a reader comes to its end; on a surprise the input is printed, to be kept as a seed.
fn survives(target: &Target, bytes: &[u8]) {
    let read = target.read;
    if catch_unwind(|| read(bytes)).is_err() {
        panic!(
            "{} stops at {:?}\nkeep it below tests/corpora",
            target.name,
            String::from_utf8_lossy(bytes)
        );
    }
}

fn fuzz(target: &Target) {
    let seeds = corpus(target);
    for (_, bytes) in &seeds {
        survives(target, bytes);
    }
    let began = Instant::now();
    let asked = asked();
    let mut damage = Damage::new(seeds.iter().map(|(_, bytes)| bytes.clone()).collect());
    let mut count = 0;
    loop {
        let done = match asked {
            Some(time) => began.elapsed() >= time,
            None => count >= USUAL,
        };
        if done {
            break;
        }
        let bytes = damage.next();
        let start = Instant::now();
        survives(target, &bytes);
        if asked.is_some() {
            assert!(
                start.elapsed() < LONGEST,
                "{} takes too long for {:?}",
                target.name,
                String::from_utf8_lossy(&bytes)
            );
        }
        count += 1;
    }
    if let Some(memory) = memory() {
        assert!(memory < MOST_MEMORY, "{}: {memory} KiB", target.name);
    }
    println!(
        "{}: {} seeds, {count} changed inputs",
        target.name,
        seeds.len()
    );
}

#[test]
fn the_reader_of_a_law_pack_comes_to_its_end() {
    fuzz(&targets::PACK);
}

#[test]
fn the_reader_of_a_case_file_comes_to_its_end() {
    fuzz(&targets::CASE);
}

#[test]
fn the_reader_of_a_file_of_trips_comes_to_its_end() {
    fuzz(&targets::TRIPS);
}

#[test]
fn the_reader_of_photos_comes_to_its_end() {
    fuzz(&targets::PHOTO);
}

#[test]
fn the_reader_of_what_a_store_holds_comes_to_its_end() {
    fuzz(&targets::STATE);
}

#[test]
fn the_readers_of_a_vault_come_to_their_end() {
    fuzz(&targets::VAULT);
}

#[test]
fn the_reader_of_a_backup_comes_to_its_end() {
    fuzz(&targets::BACKUP);
}

#[test]
fn the_seeds_of_the_vault_are_what_they_say() {
    let seed =
        |name: &str| std::fs::read(files::root().join("tests/corpora").join(name)).expect("a seed");
    assert!(qonys_vault::readers::header(&seed("vault/header.json")));
    assert!(qonys_vault::readers::snapshot(&seed("vault/snapshot.json")));
    assert!(qonys_vault::readers::snapshot(&seed(
        "vault/snapshot-1.json"
    )));
    assert!(qonys_vault::readers::backup(&seed("backup/one-scan.tar")));
    assert!(!qonys_vault::readers::backup(&seed("backup/newer.tar")));
}
