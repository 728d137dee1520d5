//! Today is the day in Kazakhstan, whatever zone the computer is set to.

use std::process::Command;

use serde_json::Value as Json;

use crate::run::sample;

/// The day on which the program says that it was asked, on a computer of a zone.
fn today(zone: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_qonys-cli"))
        .arg("window")
        .arg(sample("omsk-engineer"))
        .arg("--json")
        .env("TZ", zone)
        .output()
        .expect("the program runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let answer: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    answer["days"]["today"]["iso"]
        .as_str()
        .expect("a day")
        .to_owned()
}

/// Twelve hours behind UTC and fourteen before it no moment has one local day; in Kazakhstan it has.
#[test]
fn the_zone_of_the_computer_does_not_change_today() {
    // Midnight may pass between two runs, but not between each two of three.
    let days = [today("AAA12"), today("BBB-14"), today("AAA12")];
    assert!(days[0] == days[1] || days[1] == days[2], "{days:?}");
}
