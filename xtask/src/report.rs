//! The steps of a run, their times, and the line that counts them.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::count::Tests;

/// What one step brought.
pub(crate) enum Outcome {
    /// A check that is either right or wrong: it counts as one.
    Check(Result<(), String>),
    /// Tests: each counts, and so does a run that failed for another reason than a test.
    Tests(Tests, Result<(), String>),
    /// Not done here, and why: counts as nothing.
    Skipped(String),
}

/// Letters of a note in the table of steps.
const NOTE: usize = 80;

struct Step {
    name: &'static str,
    counted: Tests,
    took: Duration,
    note: Option<String>,
}

/// All steps of a run.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<Step>,
}

impl Report {
    /// Takes a step and goes on, whatever it brings.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) {
        println!("\n== {name}");
        let start = Instant::now();
        let (counted, note) = weigh(work());
        if let Some(note) = &note {
            println!("{note}");
        }
        self.steps.push(Step {
            name,
            counted,
            took: start.elapsed(),
            note,
        });
    }

    /// A step that is one check.
    pub(crate) fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<(), String>) {
        self.step(name, || Outcome::Check(work()));
    }

    /// Prints the steps and, as the last line, the sum.
    pub(crate) fn close(self) -> ExitCode {
        println!("\n== steps");
        for step in &self.steps {
            let Tests { passed, failed } = step.counted;
            println!(
                "{:>5} s  {passed:>5} ok {failed:>4} bad  {}{}",
                step.took.as_secs(),
                step.name,
                step.note.as_deref().map_or(String::new(), short),
            );
        }
        let passed: u64 = self.steps.iter().map(|step| step.counted.passed).sum();
        let failed: u64 = self.steps.iter().map(|step| step.counted.failed).sum();
        println!("{passed} passed, {failed} failed");
        if failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// The beginning of a note; the whole of it stands above, where the step was.
fn short(note: &str) -> String {
    let line = note.lines().next().unwrap_or_default();
    let beginning: String = line.chars().take(NOTE).collect();
    let more = if beginning.len() < line.len() {
        "…"
    } else {
        ""
    };
    format!(": {beginning}{more}")
}

fn weigh(outcome: Outcome) -> (Tests, Option<String>) {
    match outcome {
        Outcome::Check(Ok(())) => (
            Tests {
                passed: 1,
                failed: 0,
            },
            None,
        ),
        Outcome::Check(Err(problem)) => (
            Tests {
                passed: 0,
                failed: 1,
            },
            Some(problem),
        ),
        Outcome::Tests(tests, Ok(())) => (tests, None),
        Outcome::Tests(tests, Err(problem)) => (
            Tests {
                failed: tests.failed.max(1),
                ..tests
            },
            Some(problem),
        ),
        Outcome::Skipped(why) => (Tests::default(), Some(format!("skipped: {why}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_breaks_off_counts_as_a_failure() {
        let all_well = Tests {
            passed: 9,
            failed: 0,
        };
        let (counted, _) = weigh(Outcome::Tests(all_well, Err("killed".to_owned())));
        assert_eq!((counted.passed, counted.failed), (9, 1));
    }

    #[test]
    fn failed_tests_are_not_counted_twice() {
        let two_bad = Tests {
            passed: 1,
            failed: 2,
        };
        let (counted, _) = weigh(Outcome::Tests(two_bad, Err("exit code 100".to_owned())));
        assert_eq!((counted.passed, counted.failed), (1, 2));
    }
}
