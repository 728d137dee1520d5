//! A year of reminders, walked day by day: what each of six people is shown stands in `tests/reminders/year`.
//!
//! `cargo test -p qonys-acceptance --test reminders -- --ignored write_the_year` writes the files anew: read what changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod covered;
mod life;
mod walk;

use std::path::Path;
use std::path::PathBuf;

use crate::life::Life;
use crate::walk::walk;

/// A file of the tests, by its path below the root of the repository.
fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn golden(life: &Life) -> PathBuf {
    file(&format!("tests/reminders/year/{}.txt", life.id))
}

#[test]
fn each_day_of_a_year_shows_what_the_file_says() {
    for life in life::all() {
        let expected = std::fs::read_to_string(golden(&life)).expect("the golden file");
        let found = walk(&life);
        let differs = expected
            .lines()
            .zip(found.lines())
            .find(|(expected, found)| expected != found);
        assert!(
            expected == found,
            "{}: the first difference is {differs:?}, of {} and {} lines",
            life.id,
            expected.lines().count(),
            found.lines().count()
        );
    }
}

#[test]
#[ignore = "writes tests/reminders/year anew: run it by name, and read what changed"]
fn write_the_year() {
    for life in life::all() {
        std::fs::create_dir_all(golden(&life).parent().unwrap()).unwrap();
        std::fs::write(golden(&life), walk(&life)).unwrap();
    }
}
