//! `cargo xtask bench`: everything that has a target, measured and written into one table, `docs/benchmarks.md`.

mod figures;
mod machine;
mod start;
mod targets;
mod window;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::{cargo, package, paths, shell};
use figures::{Figures, shown};
use targets::{BENCHES, TARGETS, Target};

/// Where the table is written.
const TABLE: &str = "docs/benchmarks.md";

const NOT_MET: &str = "not met";

/// How often a whole process is started for one figure.
const STARTS: usize = 15;

/// Runs the benches and writes the table.
pub(crate) fn bench() -> Result<ExitCode, String> {
    let load = machine::load();
    let mut figures = Figures::default();
    for bench in BENCHES {
        // The whole workspace each time: one package alone would have other features, and build its libraries anew.
        let mut command = cargo::whole("bench");
        command.args(["--bench", bench]);
        let name = shell::typed(&command);
        let finished = shell::kept(&mut command)?;
        if !finished.success {
            return Err(format!("`{name}` failed"));
        }
        figures.read(&finished.output);
    }
    let mut text = head(&load);
    let mut limits = String::new();
    for target in TARGETS {
        let (line, missed) = row(target, &figures);
        let _always = writeln!(text, "{line}");
        if missed && !target.limit.is_empty() {
            let _always = writeln!(limits, "- {}: {}", target.what, target.limit);
        }
    }
    if !limits.is_empty() {
        let _always = write!(text, "\n## What limits what is not met\n\n{limits}");
    }
    let _always = writeln!(text, "\n## Sizes\n\n| What | Bytes |\n|---|---|");
    for (name, bytes) in sizes()? {
        let _always = writeln!(text, "| {name} | {bytes} |");
    }
    let place = paths::root().join(TABLE);
    fs::write(&place, text).map_err(|problem| format!("{}: {problem}", place.display()))?;
    println!("{TABLE}");
    Ok(ExitCode::SUCCESS)
}

fn head(load: &str) -> String {
    format!(
        "# Benchmarks\n\nWritten by `cargo xtask bench`; do not edit. Figures are medians, where nothing else is said, of programs built as a release is.\n\n\
         {}, Rust {}. Load before the run: {load}. A figure taken beside other work is an upper bound.\n\n\
         | Issue | What | Target | Measured | |\n|---|---|---|---|---|\n",
        machine::name(),
        shell::answer("rustc", &["--version"])
            .and_then(|text| text.split_whitespace().nth(1).map(str::to_owned))
            .unwrap_or_default(),
    )
}

/// The line of a target, and whether it is missed.
fn row(target: &Target, figures: &Figures) -> (String, bool) {
    let (measured, met) = match target.measured {
        targets::Measured::Bench(path) => {
            let measured = figures.median(path);
            (measured.map_or("not measured".to_owned(), shown), measured)
        }
        targets::Measured::BytesASecond(path) => (
            figures
                .rate(path)
                .map_or("not measured".to_owned(), str::to_owned),
            None,
        ),
        targets::Measured::ColdPaper => match cold_paper() {
            Ok(median) => (shown(median), Some(median)),
            Err(why) => (format!("not measured: {why}"), None),
        },
        targets::Measured::Said(words) => (
            figures
                .said(words)
                .map_or("not measured".to_owned(), str::to_owned),
            None,
        ),
        targets::Measured::Start => match start::measured() {
            Ok(starts) => (
                format!(
                    "{} beside {}: {} times",
                    shown(starts.program),
                    shown(starts.bare),
                    starts.ratio()
                ),
                None,
            ),
            Err(why) => (format!("not measured: {why}"), None),
        },
        targets::Measured::Window => match window::percentile() {
            Ok(time) => (shown(time), Some(time)),
            Err(why) => (format!("not measured: {why}"), None),
        },
    };
    let verdict = match (target.most, met) {
        (Some(most), Some(measured)) if measured <= most => "met",
        (Some(_), Some(_)) => NOT_MET,
        _ => "",
    };
    let most = target.most.map_or(target.note.to_owned(), shown);
    let line = format!(
        "| {} | {} | {most} | {measured} | {verdict} |",
        target.issue, target.what
    );
    (line, verdict == NOT_MET)
}

/// The questionnaire by a program that is started for it, from the case file to the PDF.
fn cold_paper() -> Result<Duration, String> {
    let program = cargo::target()?.join("release").join("qonys-cli");
    if !program.is_file() {
        return Err("`cargo xtask package` builds the program".to_owned());
    }
    let folder = std::env::temp_dir().join(format!("qonys-bench-{}", std::process::id()));
    let mut took = Vec::new();
    for _ in 0..STARTS {
        fs::create_dir_all(&folder).map_err(|problem| problem.to_string())?;
        let start = Instant::now();
        let status = shell::command(&program.to_string_lossy())
            .args(["papers", "assets/samples/omsk-engineer.json"])
            .args([
                "--form",
                "questionnaire",
                "--lang",
                "kk",
                "--on",
                "2026-11-22",
            ])
            .arg("--out")
            .arg(&folder)
            .stdout(Stdio::null())
            .status();
        took.push(start.elapsed());
        let _left = fs::remove_dir_all(&folder);
        if !status.is_ok_and(|status| status.success()) {
            return Err("the paper was not written".to_owned());
        }
    }
    took.sort_unstable();
    took.get(STARTS / 2)
        .copied()
        .ok_or_else(|| "nothing was started".to_owned())
}

/// The programs and the finished packages.
fn sizes() -> Result<Vec<(String, u64)>, String> {
    let release = cargo::target()?.join("release");
    let mut found: Vec<(String, u64)> = ["qonys", "qonys-cli", "qonys-remind"]
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), length(&release.join(name))?)))
        .collect();
    let packages = package::folder()?;
    let mut made: Vec<(String, u64)> = fs::read_dir(&packages)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "deb" || ending == "rpm")
        })
        .filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((name, length(&path)?))
        })
        .collect();
    made.sort();
    found.append(&mut made);
    Ok(found)
}

fn length(file: &Path) -> Option<u64> {
    fs::metadata(file).ok().map(|about| about.len())
}
