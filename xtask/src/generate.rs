//! The generated files, and whether they are what their source says.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::cargo;
use crate::paths;
use crate::report::Outcome;
use crate::shell;

/// One source of generated files.
struct Generated {
    /// What it is.
    name: &'static str,
    /// The file of the repository that writes them.
    source: &'static str,
    /// The files it writes.
    files: &'static [&'static str],
    /// The folders that hold nothing but what it writes.
    folders: &'static [&'static str],
    /// The command that writes them.
    write: fn() -> Command,
}

/// To add another one is to add it here.
const ALL: &[Generated] = &[
    Generated {
        name: "the types and commands of the wire, for the screens",
        source: "tests/bindings.rs",
        files: &["ui/src/lib/backend/bindings.ts"],
        folders: &[],
        write: || by_test("bindings"),
    },
    Generated {
        name: "dates, money and stays of a sample, for the screens' made-up backend",
        source: "tests/sample_answer.rs",
        files: &[
            "ui/src/lib/backend/mock/sample/kk.json",
            "ui/src/lib/backend/mock/sample/ru.json",
            "ui/src/lib/backend/mock/sample/en.json",
        ],
        folders: &[],
        write: || by_test("sample_answer"),
    },
    Generated {
        name: "what a reader meets in the examples of the components, which show that sample",
        source: "ui/tests/catalogue.test.ts",
        files: &["ui/tests/__snapshots__/catalogue.test.ts.snap"],
        folders: &[],
        write: crate::ui::outline,
    },
    Generated {
        name: "the licences of what is given away, for the settings",
        source: "tests/licences.rs",
        files: &["ui/src/lib/licences.json"],
        folders: &[],
        write: || by_test("licences"),
    },
    Generated {
        name: "the Kazakh terms for a native reader",
        source: "tests/locales/glossary.rs",
        files: &["docs/native-reader.md"],
        folders: &[],
        write: || by_test("locales"),
    },
    Generated {
        name: "the pages of the law",
        source: "tests/lawbook/pages.rs",
        files: &[],
        folders: &["docs/law/kk", "docs/law/ru", "docs/law/en"],
        write: || by_test("lawbook"),
    },
    Generated {
        name: "the table of the questionnaire: datum, fact, box",
        source: "tests/forms/main.rs",
        files: &["docs/forms/questionnaire.md"],
        folders: &[],
        write: || by_test("forms"),
    },
];

/// A test that writes what it would compare.
fn by_test(name: &str) -> Command {
    let mut command = cargo::whole("test");
    command.args(["--quiet", "--test", name]);
    command.env("QONYS_GEN", "1");
    command
}

/// Writes them all.
pub(crate) fn write_all() -> Result<ExitCode, String> {
    // The Rust side takes the built screens in; they need not be fresh to write the bindings.
    crate::ui::install()?;
    if !paths::ui().join("dist").exists() {
        crate::ui::build()?;
    }
    for generated in present() {
        let written = [generated.files, generated.folders].concat();
        println!("{}: {}", generated.name, written.join(", "));
        shell::shown(&mut (generated.write)())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes them all, compares, and puts back what was there.
pub(crate) fn fresh() -> Outcome {
    if present().next().is_none() {
        return Outcome::Skipped("nothing is generated yet".to_owned());
    }
    Outcome::Check(compare())
}

fn compare() -> Result<(), String> {
    let mut stale = Vec::new();
    for generated in present() {
        let mut before: Vec<(PathBuf, Option<Vec<u8>>)> = files_of(generated)
            .into_iter()
            .map(|file| (file.clone(), fs::read(file).ok()))
            .collect();
        let written = shell::shown(&mut (generated.write)());
        for file in files_of(generated) {
            if !before.iter().any(|(known, _)| *known == file) {
                before.push((file, None));
            }
        }
        for (file, old) in before {
            if fs::read(&file).ok() == old {
                continue;
            }
            stale.push(file.display().to_string());
            match old {
                Some(old) => fs::write(&file, old),
                None if file.exists() => fs::remove_file(&file),
                None => Ok(()),
            }
            .map_err(|problem| format!("{}: {problem}", file.display()))?;
        }
        written?;
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "stale, run `cargo xtask gen`: {}",
            stale.join(", ")
        ))
    }
}

/// The files that it writes, and those that lie in its folders now.
fn files_of(generated: &Generated) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = generated
        .files
        .iter()
        .map(|file| paths::root().join(file))
        .collect();
    for folder in generated.folders {
        // A folder that is not there yet holds nothing.
        let Ok(entries) = fs::read_dir(paths::root().join(folder)) else {
            continue;
        };
        files.extend(entries.filter_map(|entry| entry.ok().map(|entry| entry.path())));
    }
    files.sort();
    files
}

fn present() -> impl Iterator<Item = &'static Generated> {
    ALL.iter()
        .filter(|generated| paths::root().join(generated.source).exists())
}
