//! The journeys through the window that take too long for every change.

use std::path::Path;

use crate::report::Outcome;
use crate::scratch::Scratch;
use crate::{cargo, count, paths, shell};

/// Runs those whose names hold some words, one after another; pictures of their pages go into a folder, where one is given.
pub(crate) fn of_the_deep_run(words: &str, pictures: Option<&Path>) -> Outcome {
    let program = match cargo::test_program(&paths::root(), "journeys") {
        Ok(program) => program,
        Err(problem) => return Outcome::Check(Err(problem)),
    };
    let scratch = match Scratch::new("journeys") {
        Ok(scratch) => scratch,
        Err(problem) => return Outcome::Check(Err(problem)),
    };
    let mut command = shell::command(&program.to_string_lossy());
    command
        .args(["--ignored", "--test-threads", "1", "--show-output"])
        .current_dir(paths::root());
    if !words.is_empty() {
        command.arg(words);
    }
    if let Some(folder) = pictures {
        command.env("QONYS_SCREENSHOTS", folder);
    }
    cargo::counted(
        scratch.with_display_and_bus(&command),
        count::of_cargo_test,
        1,
    )
}
