//! `cargo xtask screenshots`: pictures of every page, to be looked at by a person.

use std::fs;
use std::process::ExitCode;

use crate::cargo::{self, Which};
use crate::report::Report;
use crate::scratch::Scratch;
use crate::{debian, journeys, paths, tools, ui};

/// The tests that look at every page in every language and both themes.
const EVERY_PAGE: &str = "every_page";

/// Visits every page, runs the window journeys, and keeps their pictures.
pub(crate) fn take() -> Result<ExitCode, String> {
    if !has_journeys() {
        return Err("There is no tests/journey….rs to run.".to_owned());
    }
    debian::install()?;
    tools::all_there()?;
    ui::install()?;
    ui::build()?;
    let folder = paths::root().join("screenshots");
    fs::create_dir_all(&folder).map_err(|problem| format!("{}: {problem}", folder.display()))?;
    let scratch = Scratch::new("test")?;
    let (mut command, count) = cargo::tests(Which::Journeys);
    command.env("QONYS_SCREENSHOTS", &folder);
    let mut report = Report::default();
    report.step("every page", || {
        journeys::of_the_deep_run(EVERY_PAGE, Some(&folder))
    });
    report.step("window journeys", || {
        cargo::counted(scratch.with_display_and_bus(&command), count, 1)
    });
    println!("Pictures: {}", folder.display());
    Ok(report.close())
}

fn has_journeys() -> bool {
    fs::read_dir(paths::root().join("tests")).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("journey"))
    })
}
