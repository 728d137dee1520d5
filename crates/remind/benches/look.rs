//! One look, as a process: an agenda of a whole family on a day without a reminder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench may stop at the first surprise"
)]

use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use qonys_reminders::AgendaFile;
use qonys_reminders::FileEntry;
use qonys_reminders::OpaqueId;
use qonys_reminders::Says;

/// The most memory, in kilobytes, that a look may take.
const MOST_KILOBYTES: u64 = 20 * 1024;

/// How often the memory of a look is measured.
const MEASURED: usize = 20;

/// More deadlines than the largest sample has.
const DEADLINES: u32 = 200;

fn main() {
    divan::main();
    let folder = agenda();
    let most = (0..MEASURED).filter_map(|_| memory(folder.path())).max();
    // Other systems than Linux do not tell it so.
    if let Some(most) = most {
        println!("a look: at most {most} kB of memory, {MOST_KILOBYTES} kB allowed");
        assert!(most <= MOST_KILOBYTES, "too much memory");
    }
}

/// A folder with the agenda.
fn agenda() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let entries = (0..DEADLINES)
        .map(|number| FileEntry {
            id: OpaqueId::of("bench", &number.to_string()),
            kind: "registration".to_owned(),
            says: Says::Due,
            day: "2030-12-12".parse().unwrap(),
            open_until: None,
            remind: vec!["2030-12-09".parse().unwrap()],
        })
        .collect();
    let agenda = AgendaFile::new("kk".parse().unwrap(), entries);
    std::fs::write(folder.path().join("agenda.json"), agenda.to_json().unwrap()).unwrap();
    folder
}

fn look(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qonys-remind"));
    command
        .args(["look", "--on", "2026-12-01", "--folder"])
        .arg(folder);
    command
}

#[divan::bench(sample_count = 50)]
fn a_look(bencher: divan::Bencher<'_, '_>) {
    let folder = agenda();
    bencher.bench_local(|| {
        assert!(look(folder.path()).status().unwrap().success());
    });
}

/// The high-water mark of the memory of one look, in kilobytes, as the system tells it while the process lives.
fn memory(folder: &Path) -> Option<u64> {
    let mut child = look(folder).stdin(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = None;
    while child.try_wait().unwrap().is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let mark = told
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))
            .and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        most = most.max(mark);
    }
    most
}
