//! The small program against a real notification service on a bus and a display of their own, and its exit codes.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod desktop;

use std::path::Path;
use std::process::Command;
use std::process::Output;

use desktop::Desktop;
use qonys_reminders::AgendaFile;
use qonys_reminders::FileEntry;
use qonys_reminders::OpaqueId;
use qonys_reminders::Says;

/// A registration until Saturday 12 December 2026, reminded of three days before and on the day.
fn agenda(language: &str) -> String {
    let file = AgendaFile::new(
        language.parse().unwrap(),
        vec![FileEntry {
            id: OpaqueId::of("test", "registration"),
            kind: "registration".to_owned(),
            says: Says::Due,
            day: "2026-12-12".parse().unwrap(),
            open_until: None,
            remind: vec!["2026-12-09".parse().unwrap(), "2026-12-12".parse().unwrap()],
        }],
    );
    file.to_json().unwrap()
}

fn folder(agenda: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("agenda.json"), agenda).unwrap();
    folder
}

fn look(folder: &Path, on: &str, bus: &str) -> Output {
    look_by(folder, on, bus, &[])
}

fn look_by(folder: &Path, on: &str, bus: &str, surroundings: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qonys-remind"))
        .env_clear()
        .env("DBUS_SESSION_BUS_ADDRESS", bus)
        .envs(surroundings.iter().copied())
        .args(["look", "--on", on, "--program", "kz.qonys.test", "--folder"])
        .arg(folder)
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// An address on which no bus answers.
const NOBODY: &str = "unix:path=/nonexistent/bus";

#[test]
fn the_service_got_the_words_of_each_language_once() {
    let desktop = Desktop::new();
    for (language, title, body) in [
        (
            "kk",
            "Тіркелу",
            "3 күн қалды.\nСоңғы күн – 2026 ж. 12 желтоқсан.\nНе істеу керегін көру үшін Qonys бағдарламасын ашыңыз.",
        ),
        (
            "ru",
            "Регистрация",
            "Осталось 3 дня.\nПоследний день – 12 декабря 2026 г.\nОткройте Qonys, чтобы увидеть, что делать.",
        ),
        (
            "en",
            "Registration",
            "3 days left.\n12 December 2026 is the last day.\nOpen Qonys to see what to do.",
        ),
    ] {
        let folder = folder(&agenda(language));
        for _ in 0..2 {
            let output = look(folder.path(), "2026-12-09", desktop.bus());
            assert_eq!(
                code(&output),
                0,
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            assert!(output.stdout.is_empty() && output.stderr.is_empty());
        }
        let expected = desktop::Shown {
            program: "Qonys".to_owned(),
            title: title.to_owned(),
            body: body.to_owned(),
        };
        // The second look on the same day was silent.
        assert_eq!(desktop.take_shown(), [expected]);
    }
}

/// The program beside the small one is a script that writes down what it was asked.
#[test]
fn a_click_opens_the_program_at_the_deadline() {
    use std::os::unix::fs::PermissionsExt as _;
    let desktop = Desktop::new();
    let place = tempfile::tempdir().unwrap();
    let small = place.path().join("qonys-remind");
    std::fs::copy(env!("CARGO_BIN_EXE_qonys-remind"), &small).unwrap();
    let asked = place.path().join("asked");
    let program = place.path().join("qonys");
    // The name appears when the line is whole.
    let script = format!(
        "#!/bin/sh\necho \"$@\" > '{0}.draft'\nmv '{0}.draft' '{0}'\n",
        asked.display()
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let folder = folder(&agenda("ru"));
    let mut look = Command::new(&small)
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("DBUS_SESSION_BUS_ADDRESS", desktop.bus())
        .args(["look", "--on", "2026-12-09", "--wait-for-click", "--folder"])
        .arg(folder.path())
        .spawn()
        .unwrap();
    // It is remembered that it was shown, and then a click is waited for.
    wait_for(|| folder.path().join("reminded.json").exists().then_some(()));
    desktop.click(|| look.try_wait().unwrap().is_some());
    let ended = wait_for(|| look.try_wait().unwrap());
    assert!(ended.success());
    let said = wait_for(|| std::fs::read_to_string(&asked).ok());
    let id = OpaqueId::of("test", "registration");
    assert_eq!(said.trim(), format!("--deadline {}", id.as_str()));
}

/// Nobody is at the computer: the notification is there as long as it is not closed, also when its sender has ended.
#[test]
fn a_notification_stays_until_it_is_closed() {
    let desktop = Desktop::new();
    let ended = folder(&agenda("kk"));
    assert_eq!(code(&look(ended.path(), "2026-12-09", desktop.bus())), 0);
    assert_eq!(desktop.displayed(), "1");
    desktop.take_shown();
    assert_eq!(desktop.last_timeout(), 0, "it never runs out");
    // Who waits for a click waits as long, and is gone when the notification is closed without one.
    let folder = folder(&agenda("kk"));
    let mut look = Command::new(env!("CARGO_BIN_EXE_qonys-remind"))
        .env_clear()
        .env("DBUS_SESSION_BUS_ADDRESS", desktop.bus())
        .args(["look", "--on", "2026-12-12", "--wait-for-click", "--folder"])
        .arg(folder.path())
        .spawn()
        .unwrap();
    wait_for(|| (desktop.displayed() == "1").then_some(()));
    assert!(look.try_wait().unwrap().is_none(), "it still listens");
    let ended = wait_for(|| {
        desktop.close_all();
        look.try_wait().unwrap()
    });
    assert!(ended.success());
}

/// Asks until there is an answer; between two questions a program runs, which takes its time.
fn wait_for<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    for _ in 0..5_000 {
        if let Some(answer) = ask() {
            return answer;
        }
        let _passed = Command::new("true").status();
    }
    panic!("it did not come about");
}

#[test]
fn a_notification_that_nobody_took_is_tried_again() {
    let folder = folder(&agenda("en"));
    let output = look(folder.path(), "2026-12-09", NOBODY);
    assert_eq!(code(&output), 5);
    assert!(!folder.path().join("reminded.json").exists());
    let desktop = Desktop::new();
    assert_eq!(code(&look(folder.path(), "2026-12-09", desktop.bus())), 0);
    assert_eq!(desktop.take_shown().len(), 1);
}

#[test]
fn a_day_without_a_reminder_needs_no_service() {
    let folder = folder(&agenda("kk"));
    let output = look(folder.path(), "2026-12-01", NOBODY);
    assert_eq!(code(&output), 0);
    assert!(folder.path().join("reminded.json").exists());
}

/// A file that cannot be read is said once a day, in its own language where it still has one, else in that of the system.
#[test]
fn an_unreadable_file_is_told_once_a_day() {
    let desktop = Desktop::new();
    for (content, lang, title) in [
        (
            "{ \"format\": 1,",
            "ru_KZ.UTF-8",
            "Qonys не может напоминать",
        ),
        ("\u{0}", "de_DE.UTF-8", "Qonys cannot remind you"),
        (
            "{\"format\": 7, \"language\": \"kk\", \"entries\": []}",
            "ru_RU.UTF-8",
            "Qonys еске сала алмайды",
        ),
    ] {
        let folder = folder(content);
        let surroundings = [("LANG", lang)];
        let by = |on: &str| look_by(folder.path(), on, desktop.bus(), &surroundings);
        for (on, told) in [("2026-12-09", 1), ("2026-12-09", 0), ("2026-12-10", 1)] {
            assert_eq!(code(&by(on)), 4);
            let shown = desktop.take_shown();
            let titles: Vec<&str> = shown.iter().map(|shown| shown.title.as_str()).collect();
            assert_eq!(titles, vec![title; told], "{on}");
        }
        // Written anew it speaks as before.
        std::fs::write(folder.path().join("agenda.json"), agenda("en")).unwrap();
        assert_eq!(code(&by("2026-12-10")), 0);
        assert_eq!(desktop.take_shown().len(), 1);
        // What was looked into and is gone is no silence either.
        std::fs::remove_file(folder.path().join("agenda.json")).unwrap();
        assert_eq!(code(&by("2026-12-11")), 4);
        assert_eq!(desktop.take_shown().len(), 1);
    }
}

/// The day is that of Kazakhstan on a computer at either end of the world.
#[test]
fn the_day_is_that_of_kazakhstan_wherever_the_computer_stands() {
    let today = || {
        let now = std::time::SystemTime::now();
        let seconds = now.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
        qonys_reminders::day_in_kazakhstan(i64::try_from(seconds).unwrap()).unwrap()
    };
    // Signs are turned round: twelve hours behind UTC, and fourteen ahead.
    for zone in ["Etc/GMT+12", "Etc/GMT-14", "QQQ12", "QQQ-14"] {
        let nothing = AgendaFile::new("kk".parse().unwrap(), Vec::new());
        let folder = folder(&nothing.to_json().unwrap());
        let before = today();
        let output = Command::new(env!("CARGO_BIN_EXE_qonys-remind"))
            .env_clear()
            .env("TZ", zone)
            .env("DBUS_SESSION_BUS_ADDRESS", NOBODY)
            .args(["look", "--folder"])
            .arg(folder.path())
            .output()
            .unwrap();
        let after = today();
        assert_eq!(code(&output), 0);
        let shown = std::fs::read_to_string(folder.path().join("reminded.json")).unwrap();
        assert!(
            [before, after]
                .iter()
                .any(|day| shown.contains(&format!("\"last\":\"{day}\""))),
            "{zone}: {shown}"
        );
    }
}

#[test]
fn every_failure_has_its_code_and_names_nothing_of_the_file() {
    let desktop = Desktop::new();
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(code(&look(empty.path(), "2026-12-09", NOBODY)), 3);
    for bad in [
        "{\"format\": 1, \"name\": \"Айгүл\"}",
        "{\"format\": 2}",
        "Айгүл",
    ] {
        let folder = folder(bad);
        // Where nobody takes the word of it, the next look tries again.
        let output = look(folder.path(), "2026-12-09", NOBODY);
        assert_eq!(code(&output), 5, "{bad}");
        assert!(!folder.path().join("reminded.json").exists());
        let output = look(folder.path(), "2026-12-09", desktop.bus());
        assert_eq!(code(&output), 4, "{bad}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("Айгүл"));
    }
    let wrong = Command::new(env!("CARGO_BIN_EXE_qonys-remind"))
        .arg("look")
        .output()
        .unwrap();
    assert_eq!(code(&wrong), 2);
}
