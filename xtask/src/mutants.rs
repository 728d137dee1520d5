//! Small mistakes planted into the evaluator: does a test notice each of them?
//!
//! Two courts, the second slower than the first and judging only what that let live. Most mutants are noticed by a few random cases of
//! the engine's own tests. What is not is judged by all of its tests, with as many cases as in every run. The persons and the
//! enumerations do not judge: they need the application, which every change of the engine builds anew.

use std::path::Path;

use crate::report::Outcome;
use crate::{cargo, paths, shell};

/// The pinned version of cargo-mutants.
const VERSION: &str = "27.1.0";

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

/// One run over the mutants.
struct Court {
    /// What is said to cargo-mutants.
    options: &'static [&'static str],
    /// Which tests judge.
    tests: &'static [&'static str],
    /// How many random cases there are; as many as in every run, if it is not said.
    cases: Option<&'static str>,
}

/// A few cases without optimisation: to optimise the engine takes longer than to judge a mutant.
const A_FEW_CASES: Court = Court {
    options: &["--cargo-arg=--config=profile.mutants.package.qonys-law.opt-level=0"],
    tests: &["--lib", "--test", "engine"],
    cases: Some("20"),
};

const ALL_OF_THE_ENGINE: Court = Court {
    options: &["--iterate"],
    tests: &["--lib", "--tests"],
    cases: None,
};

/// A generic type is guessed to be a container that can be made of nothing. These are none: a quarter of all mutants would only fail to
/// be built.
const NOT_BUILT: &str = r"\b(Timeline|Stretch)::(new|from|from_iter)\(";

/// All courts, and then the list of those that may live.
pub(crate) fn engine() -> Outcome {
    let known = format!("cargo-mutants {VERSION}");
    if shell::answer("cargo-mutants", &["--version"]).as_deref() != Some(known.as_str()) {
        return Outcome::Skipped(format!(
            "`cargo install --locked cargo-mutants@{VERSION}` first"
        ));
    }
    Outcome::Check(all_are_killed())
}

fn all_are_killed() -> Result<(), String> {
    let folder = cargo::target()?.join("engine-mutants");
    let _absent = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)
        .map_err(|problem| format!("{}: {problem}", folder.display()))?;
    let alive = folder.join("mutants.out").join("missed.txt");
    for court in [A_FEW_CASES, ALL_OF_THE_ENGINE] {
        court.judge(&folder)?;
        if read(&alive)?.is_empty() {
            break;
        }
    }
    judged(&read(&alive)?, &read(&paths::root().join(ALIVE))?)
}

impl Court {
    /// One run over the evaluator. It ends with a code of its own when mutants live; which, its list says.
    fn judge(&self, folder: &Path) -> Result<(), String> {
        let mut command = cargo::cargo("mutants");
        command.args(["--package", "qonys-law", "--profile", "mutants"]);
        command.args(["--jobs", "1", "--no-shuffle", "--exclude-re", NOT_BUILT]);
        command.args(self.options).arg("--output").arg(folder);
        for file in EVALUATOR {
            command.args(["--file", &format!("crates/law/src/{file}.rs")]);
        }
        command.arg("--").args(self.tests);
        // What the crate is made of is built once for all courts; what a mutant changes, and nothing else, for each mutant.
        command
            .env("CARGO_TARGET_DIR", folder.join("build"))
            .env("CARGO_INCREMENTAL", "1");
        // Nobody reads the smallest case that notices a mutant.
        command.env("PROPTEST_MAX_SHRINK_ITERS", "0");
        match self.cases {
            Some(few) => command.env("QONYS_DEEP_CASES", few),
            None => command.env_remove("QONYS_DEEP_CASES"),
        };
        let name = shell::typed(&command);
        let status = command
            .status()
            .map_err(|problem| format!("{name}: {problem}"))?;
        if matches!(status.code(), Some(0 | 2 | 3)) {
            Ok(())
        } else {
            Err(format!("`{name}` failed"))
        }
    }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()))
}

/// Whether nothing lives but what is listed, and nothing is listed that does not live.
fn judged(missed: &str, listed: &str) -> Result<(), String> {
    let may_live: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split_once('\t').map(|(mutant, _)| mutant))
        .collect();
    if may_live.len() > MOST_ALIVE {
        return Err(format!("{ALIVE} lists more than {MOST_ALIVE} mutants"));
    }
    let alive: Vec<&str> = missed.lines().map(without_place).collect();
    let others: Vec<&str> = alive
        .iter()
        .copied()
        .filter(|mutant| !may_live.contains(mutant))
        .collect();
    let dead: Vec<&str> = may_live
        .into_iter()
        .filter(|mutant| !alive.contains(mutant))
        .collect();
    match (others.is_empty(), dead.is_empty()) {
        (true, true) => Ok(()),
        (false, _) => Err(format!("nobody notices:\n{}", others.join("\n"))),
        (true, false) => Err(format!(
            "{ALIVE} lists what no longer lives:\n{}",
            dead.join("\n")
        )),
    }
}

/// A mutant without its line and column, which move with every change of the file.
fn without_place(mutant: &str) -> &str {
    mutant.split_once(": ").map_or(mutant, |(_, what)| what)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSED: &str = "crates/law/src/atoms.rs:10:5: replace < with <= in compare\n";

    #[test]
    fn what_lives_must_be_listed_and_what_is_listed_must_live() {
        assert_eq!(judged("", ""), Ok(()));
        assert!(judged(MISSED, "").is_err());
        let listed = "replace < with <= in compare\tboth bounds mean the same\n";
        assert_eq!(judged(MISSED, listed), Ok(()));
        assert!(judged("", listed).is_err());
    }

    #[test]
    fn no_more_than_ten_may_live() {
        let missed = |count: usize| -> String {
            (0..count)
                .map(|at| format!("file.rs:{at}:1: mutant {at}\n"))
                .collect()
        };
        let listed = |count: usize| -> String {
            (0..count)
                .map(|at| format!("mutant {at}\treason\n"))
                .collect()
        };
        assert_eq!(judged(&missed(10), &listed(10)), Ok(()));
        assert!(judged(&missed(11), &listed(11)).is_err());
    }
}
