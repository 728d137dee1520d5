//! The screens: their packages, their checks, their build.

use std::fs;
use std::process::Command;

use crate::count;
use crate::paths;
use crate::report::{Outcome, Report};
use crate::shell;

/// Installs the packages of the screens, unless the same ones lie there already.
pub(crate) fn install() -> Result<(), String> {
    let wanted = wanted()?;
    let stamp = paths::ui().join("node_modules").join(".installed");
    if fs::read(&stamp).is_ok_and(|there| there == wanted) {
        println!("The packages of ui/package-lock.json are there.");
        return Ok(());
    }
    shell::shown(npm().arg("ci"))?;
    fs::write(&stamp, wanted).map_err(|problem| format!("{}: {problem}", stamp.display()))
}

/// Builds the screens into ui/dist.
pub(crate) fn build() -> Result<(), String> {
    script("build")
}

/// The command that writes what a reader meets in the examples of the components.
pub(crate) fn outline() -> Command {
    let mut command = npm();
    command.args([
        "run",
        "--silent",
        "test",
        "--",
        "tests/catalogue.test.ts",
        "--update",
    ]);
    command
}

/// All checks of the screens, and their build, which the Rust side needs.
pub(crate) fn check(report: &mut Report) {
    report.check("ui: packages", install);
    report.check("ui: prettier", || script("format:check"));
    report.check("ui: oxlint", || script("lint"));
    report.check("ui: svelte-check", || script("check"));
    report.step("ui: vitest", vitest);
    report.check("ui: build", build);
}

fn vitest() -> Outcome {
    let memory = paths::memory();
    if let Err(problem) = fs::create_dir_all(&memory) {
        return Outcome::Check(Err(format!("{}: {problem}", memory.display())));
    }
    let report = memory.join("vitest.json");
    // An old report must not speak for a run that never wrote one.
    let _absent = fs::remove_file(&report);
    let outcome = shell::shown(
        npm()
            .args(["run", "--silent", "test", "--"])
            .args(["--reporter=default", "--reporter=json"])
            .arg(format!("--outputFile.json={}", report.display())),
    );
    let tests = fs::read_to_string(&report)
        .ok()
        .and_then(|text| count::of_vitest(&text));
    match tests {
        Some(tests) if tests.passed + tests.failed > 0 => Outcome::Tests(tests, outcome),
        Some(tests) => Outcome::Tests(tests, Err("vitest found no test".to_owned())),
        None => Outcome::Check(outcome.and(Err("vitest wrote no report".to_owned()))),
    }
}

fn script(name: &str) -> Result<(), String> {
    shell::shown(npm().args(["run", "--silent", name]))
}

fn npm() -> Command {
    let mut command = shell::command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(paths::ui());
    command
}

/// What decides which packages lie in node_modules.
fn wanted() -> Result<Vec<u8>, String> {
    let mut all = Vec::new();
    for name in ["package.json", "package-lock.json"] {
        let file = paths::ui().join(name);
        all.extend(fs::read(&file).map_err(|problem| format!("{}: {problem}", file.display()))?);
    }
    Ok(all)
}
