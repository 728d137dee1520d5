//! One look, as a process: an agenda of a whole family on a day without a reminder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench may stop at the first surprise"
)]

use std::process::Command;

use qonys_reminders::AgendaFile;
use qonys_reminders::FileEntry;
use qonys_reminders::OpaqueId;
use qonys_reminders::Says;

fn main() {
    divan::main();
}

/// More deadlines than the largest sample has.
const DEADLINES: u32 = 200;

#[divan::bench(sample_count = 50)]
fn a_look(bencher: divan::Bencher<'_, '_>) {
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
    bencher.bench_local(|| {
        let status = Command::new(env!("CARGO_BIN_EXE_qonys-remind"))
            .args(["look", "--on", "2026-12-01", "--folder"])
            .arg(folder.path())
            .status()
            .unwrap();
        assert!(status.success());
    });
}
