//! `cargo xtask screenshots`: pictures of every page, to be looked at by a person.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::cargo::{self, Which};
use crate::report::Report;
use crate::scratch::Scratch;
use crate::{debian, journeys, paths, tools, ui};

/// The tests that look at every page in every language and both themes.
const EVERY_PAGE: &str = "every_page";

/// Where the pictures lie that the README shows, and how their names begin.
const SHOWN: &str = "docs/pictures";
const SHOWN_PICTURE: &str = "answer.";

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
    shown(&folder)?;
    println!("Pictures: {}", folder.display());
    Ok(report.close())
}

/// Puts the pictures of the README in their place.
fn shown(folder: &Path) -> Result<(), String> {
    let place = paths::root().join(SHOWN);
    let failed = |problem: std::io::Error| format!("{}: {problem}", place.display());
    fs::create_dir_all(&place).map_err(failed)?;
    for entry in fs::read_dir(folder).map_err(failed)?.flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with(SHOWN_PICTURE) {
            fs::copy(entry.path(), place.join(name)).map_err(failed)?;
        }
    }
    Ok(())
}

fn has_journeys() -> bool {
    fs::read_dir(paths::root().join("tests")).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("journey"))
    })
}
