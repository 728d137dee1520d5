//! What the log of the program may hold: starts and codes.

use std::fs;
use std::path::Path;

/// The lines of a log that say anything else; a log without a start is a fault too.
pub(crate) fn wrong(log: &Path) -> Vec<String> {
    let text = fs::read_to_string(log).unwrap_or_default();
    let mut wrong: Vec<String> = text
        .lines()
        .filter(|line| !is_ours(line))
        .map(str::to_owned)
        .collect();
    if !text.contains(" start ") && !text.contains("]start ") {
        wrong.push(format!("no start in {}", log.display()));
    }
    wrong
}

/// Behind the day, the hour and the weight: a start with two versions, or the code of a problem.
fn is_ours(line: &str) -> bool {
    let said = line.rsplit(']').next().unwrap_or_default().trim();
    let words: Vec<&str> = said.split(' ').collect();
    match words.as_slice() {
        ["start", version, system, "law", law] => {
            version
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == '.')
                && system.chars().all(|letter| letter.is_ascii_lowercase())
                && law.chars().all(|letter| letter.is_ascii_digit())
        }
        ["problem", code] => code
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '_'),
        _ => false,
    }
}

#[test]
fn a_line_with_anything_else_is_noticed() {
    for good in [
        "[2026-11-23][05:00:00][qonys][INFO] start 0.1.0 linux law 12",
        "[2026-11-23][05:00:00][qonys][WARN] problem not_a_date",
    ] {
        assert!(is_ours(good), "{good}");
    }
    for bad in [
        "[2026-11-23][05:00:00][qonys][WARN] problem not_a_date 31.02.2026",
        "[2026-11-23][05:00:00][qonys][WARN] problem /home/anna/vault",
        "[2026-11-23][05:00:00][qonys][ERROR] panic src/lib.rs:7",
        "",
    ] {
        assert!(!is_ours(bad), "{bad}");
    }
}
