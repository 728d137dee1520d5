//! The calendar, read by a second implementation: the package `icalendar` of Python.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;

use crate::run::run;
use crate::run::sample;

/// Prints every event as JSON by its UID.
const READER: &str = r#"
import json, sys
from icalendar import Calendar
read = Calendar.from_ical(open(sys.argv[1], "rb").read())
events = {}
for event in read.walk("VEVENT"):
    events[str(event["UID"])] = {
        "start": event["DTSTART"].dt.isoformat(),
        "end": event["DTEND"].dt.isoformat(),
        "summary": str(event["SUMMARY"]),
        "text": str(event.get("DESCRIPTION", "")),
        "sequence": int(event["SEQUENCE"]),
        "changed": event["LAST-MODIFIED"].dt.isoformat(),
        "status": str(event["STATUS"]),
        "alarms": sorted(alarm["TRIGGER"].dt.total_seconds() for alarm in event.walk("VALARM")),
    }
print(json.dumps({"version": str(read["VERSION"]), "method": str(read["METHOD"]), "events": events}))
"#;

pub(crate) type Events = BTreeMap<String, Json>;

pub(crate) fn events(file: &Path) -> Events {
    // Debian's packages belong to Debian's Python, which need not be the first one on the path.
    let debian = Path::new("/usr/bin/python3");
    let python = if debian.exists() {
        debian
    } else {
        Path::new("python3")
    };
    let output = Command::new(python)
        .args(["-c", READER])
        .arg(file)
        .output()
        .expect("python3 with python3-icalendar");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "python3-icalendar: {complaint}");
    let read: Json = serde_json::from_slice(&output.stdout).expect("JSON of the reader");
    assert_eq!(read["version"], "2.0");
    assert_eq!(read["method"], "PUBLISH");
    serde_json::from_value(read["events"].clone()).expect("events")
}

fn export(case: &Path, on: &str, lang: &str, file: &Path, more: &[&str]) -> Json {
    let mut arguments = vec!["agenda", case.to_str().expect("a path"), "--on", on];
    arguments.extend(["--lang", lang, "--ics", file.to_str().expect("a path")]);
    arguments.extend(more);
    run(&arguments).json()
}

/// The sample with another day of entry, in a file of its own.
pub(crate) fn changed(
    name: &str,
    folder: &Path,
    change: impl FnOnce(&mut Json),
) -> std::path::PathBuf {
    let text = std::fs::read_to_string(sample(name)).expect("the sample");
    let mut case: Json = serde_json::from_str(&text).expect("JSON");
    change(&mut case);
    let file = folder.join("changed.json");
    std::fs::write(&file, case.to_string()).expect("the changed case");
    file
}

#[test]
fn every_deadline_ahead_is_read_back_in_three_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut uids = Vec::new();
    for lang in ["kk", "ru", "en"] {
        let file = folder.path().join(format!("{lang}.ics"));
        let answer = export(&sample("kazakh-letters"), "2026-11-22", lang, &file, &[]);
        let agenda = run(&[
            "agenda",
            sample("kazakh-letters").to_str().expect("a path"),
            "--on",
            "2026-11-22",
            "--lang",
            lang,
            "--json",
        ])
        .json();
        let read = events(&file);
        let mut days: Vec<&str> = agenda["entries"]
            .as_array()
            .expect("entries")
            .iter()
            .filter(|entry| {
                ["ahead", "today", "passed"]
                    .iter()
                    .any(|state| entry["state"] == *state)
            })
            .filter(|entry| {
                entry["state"] != "passed"
                    || !entry["key"].as_str().unwrap().starts_with("law_review")
            })
            .map(|entry| entry["day"]["iso"].as_str().expect("a day"))
            .collect();
        days.sort_unstable();
        let mut found: Vec<&str> = read
            .values()
            .map(|event| event["start"].as_str().expect("a day"))
            .collect();
        found.sort_unstable();
        assert_eq!(found, days, "{lang}");
        assert_eq!(answer["events"], read.len());
        assert_eq!(answer["law"]["version"], 1);
        for event in read.values() {
            assert_ne!(event["text"], "");
            let alarms = event["alarms"].as_array().expect("alarms");
            if event["start"].as_str() < Some("2026-11-22") {
                // What is overdue rings no more.
                assert!(alarms.is_empty(), "{event}");
            } else {
                // Nine in the morning of the day itself.
                assert!(alarms.contains(&Json::from(32_400.0)), "{event}");
            }
        }
        uids.push(read.into_keys().collect::<Vec<_>>());
    }
    assert!(
        uids.windows(2).all(|two| two[0] == two[1]),
        "one UID in every language"
    );
}

/// No paper, country or child stands in a title, unless it is asked for.
#[test]
fn titles_name_nobody_unless_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plain, full) = (
        folder.path().join("plain.ics"),
        folder.path().join("full.ics"),
    );
    export(&sample("omsk-engineer"), "2026-11-22", "en", &plain, &[]);
    export(
        &sample("omsk-engineer"),
        "2026-11-22",
        "en",
        &full,
        &["--details"],
    );
    let titles = |file: &Path| -> String {
        let all: Vec<String> = events(file)
            .values()
            .map(|event| event["summary"].as_str().expect("a title").to_owned())
            .collect();
        all.join("; ")
    };
    assert!(titles(&full).contains("Russia"), "{}", titles(&full));
    let whole = std::fs::read_to_string(&plain)
        .expect("the file")
        .replace("\r\n ", "");
    for word in ["Russia", "Sokolov", "criminal", "child_turns", "RU:"] {
        assert!(!whole.contains(word), "{word}");
    }
}

/// Neither a title nor a text tells the citizenship: the agreement on which a stay rests is named only with details.
#[test]
fn no_text_tells_the_citizenship_unless_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    for (country, word) in [("AM", "Armenia"), ("MD", "Moldova"), ("UZ", "Uzbekistan")] {
        let case = folder.path().join("case.json");
        let json = serde_json::json!({
            "format": 1,
            "answers": {
                "applicant": { "citizenship": country },
                "entry": { "basis": "visa_free", "entered_on": "2026-11-10" },
                "permit": { "granted": false }
            },
            "lists": {
                "stay": { "complete": true, "records": [] },
                "citizenship": { "complete": true, "records": [] }
            }
        });
        std::fs::write(&case, json.to_string()).expect("a case");
        let whole = |details: &[&str]| {
            let file = folder.path().join("qonys.ics");
            let _gone = std::fs::remove_file(&file);
            export(&case, "2026-11-22", "en", &file, details);
            let text = std::fs::read_to_string(&file).expect("the file");
            text.replace("\r\n ", "")
        };
        assert!(!whole(&[]).contains(word), "{country}");
        assert!(whole(&["--details"]).contains(word), "{country}");
    }
}

/// A calendar without an event is none: nothing is written, what lies there stays, and it is said in words.
#[test]
fn without_a_day_ahead_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("qonys.ics");
    let case = folder.path().join("empty.json");
    std::fs::write(&case, r#"{ "format": 1 }"#).expect("a case");
    let (case, path) = (
        case.to_str().expect("a path"),
        file.to_str().expect("a path"),
    );
    // Every review of the law is over by then.
    let arguments = ["agenda", case, "--on", "2040-01-01", "--ics"];
    let complaint = run(&[&arguments[..], &[path]].concat()).complaint();
    assert!(
        complaint.contains("There is no deadline ahead"),
        "{complaint}"
    );
    assert!(!file.exists());
    let printed = run(&arguments).complaint();
    assert!(printed.contains("There is no deadline ahead"), "{printed}");
}

/// What the second export takes back it names in its own language.
#[test]
fn what_is_taken_back_speaks_the_language_of_the_second_export() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("qonys.ics");
    export(&sample("kazakh-letters"), "2026-11-22", "kk", &file, &[]);
    let case = changed("kazakh-letters", folder.path(), |case| {
        case["answers"]["entry"]["registered_on"] = Json::from("2026-11-20");
    });
    export(&case, "2026-11-22", "ru", &file, &[]);
    let read = events(&file);
    let cancelled: Vec<&Json> = read
        .values()
        .filter(|event| event["status"] == "CANCELLED")
        .collect();
    assert_eq!(cancelled.len(), 1);
    assert_eq!(cancelled[0]["summary"], "Регистрация");
}

/// Event by event: what moved has a higher number and the same UID, what ended is cancelled, the rest is untouched.
#[test]
fn a_second_export_updates_instead_of_doubling() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("qonys.ics");
    export(&sample("kazakh-letters"), "2026-11-22", "kk", &file, &[]);
    let first = events(&file);
    let case = changed("kazakh-letters", folder.path(), |case| {
        case["answers"]["entry"]["registered_on"] = Json::from("2026-11-20");
        case["answers"]["entry"]["visa_until"] = Json::from("2027-02-20");
    });
    let answer = export(&case, "2026-11-22", "kk", &file, &[]);
    let second = events(&file);
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        second.keys().collect::<Vec<_>>()
    );
    assert_eq!(answer["cancelled"], 1, "the registration is done");
    let mut moved = 0;
    for (uid, before) in &first {
        let after = &second[uid];
        if after["status"] == "CANCELLED" {
            assert_eq!(after["start"], "2026-12-05");
            assert_eq!(after["alarms"], Json::from(Vec::<f64>::new()));
        } else if after["start"] != before["start"] {
            assert_eq!(before["start"], "2027-02-02");
            assert_eq!(after["start"], "2027-02-20");
            moved += 1;
        } else {
            assert_eq!(after, before, "untouched");
            continue;
        }
        let number = |event: &Json| event["sequence"].as_u64().expect("a number");
        assert!(number(after) > number(before));
    }
    assert_eq!(moved, 2, "the end of the visa and of the stay");
}

#[test]
fn a_file_of_somebody_else_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.ics");
    std::fs::write(&file, "my notes").expect("a file");
    let path = file.to_str().expect("a path");
    let case = sample("omsk-engineer");
    let case = case.to_str().expect("a path");
    let complaint = run(&["agenda", case, "--on", "2026-11-22", "--ics", path]).complaint();
    assert!(complaint.contains("notes.ics"), "{complaint}");
    assert_eq!(
        std::fs::read_to_string(&file).expect("the file"),
        "my notes"
    );
}

#[test]
fn without_a_name_the_calendar_is_printed() {
    let case = sample("omsk-engineer");
    let case = case.to_str().expect("a path");
    let printed = run(&["agenda", case, "--on", "2026-11-22", "--ics"]).answer();
    assert!(printed.starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(printed.ends_with("END:VCALENDAR\r\n"));
}

/// What `qonys-remind` reads names nobody, and what was marked as done in the case is not in it.
#[test]
fn the_file_of_reminders_holds_ids_kinds_and_days_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |case: &Path| -> Json {
        let arguments = [
            "agenda",
            case.to_str().expect("a path"),
            "--on",
            "2026-11-22",
        ];
        let folder = folder.path().to_str().expect("a path");
        run(&[
            arguments.as_slice(),
            &["--lang", "kk", "--reminders", folder],
        ]
        .concat())
        .json()
    };
    let read = || std::fs::read_to_string(folder.path().join("agenda.json")).expect("the file");
    let all = write(&sample("kazakh-letters"))["deadlines"].clone();
    let text = read();
    let file: Json = serde_json::from_str(&text).expect("JSON");
    assert_eq!(file["language"], "kk");
    assert_eq!(
        file["entries"].as_array().map(Vec::len),
        all.as_u64().map(|all| all as usize)
    );
    for entry in file["entries"].as_array().expect("entries") {
        for name in entry.as_object().expect("an entry").keys() {
            assert!(["id", "kind", "says", "day", "open_until", "remind"].contains(&name.as_str()));
        }
    }
    for word in ["MINGJIASAER", "criminal", "child-", "medical", "CN"] {
        assert!(!text.contains(word), "{word}");
    }
    let case = changed("kazakh-letters", folder.path(), |case| {
        case["reminders"] = serde_json::json!({
            "marks": { "registration": { "day": "2026-12-05", "kind": "done" } }
        });
    });
    let rest = write(&case)["deadlines"].clone();
    assert_eq!(rest.as_u64().map(|rest| rest + 1), all.as_u64());
    assert!(!read().contains("2026-12-05"));
}

#[test]
fn choices_that_cannot_be_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    for (bad, field) in [
        (
            serde_json::json!({ "before": { "registration": [900] } }),
            "reminders.before.registration",
        ),
        (
            serde_json::json!({ "before": { "birthday": [1] } }),
            "reminders.before.birthday",
        ),
        (
            serde_json::json!({ "marks": { "registration": { "day": "soon", "kind": "done" } } }),
            "reminders",
        ),
        (serde_json::json!({ "sound": true }), "reminders"),
    ] {
        let case = changed("kazakh-letters", folder.path(), |case| {
            case["reminders"] = bad;
        });
        let case = case.to_str().expect("a path");
        let complaint = run(&["agenda", case, "--on", "2026-11-22"]).complaint();
        assert!(complaint.contains(field), "{complaint}");
    }
}

/// Twice on one day, into files of two names: a calendar takes the second one for newer.
#[test]
fn a_second_export_into_another_file_has_higher_numbers() {
    let folder = tempfile::tempdir().expect("a folder");
    let numbers = |name: &str, case: &Path| -> BTreeMap<String, u64> {
        let file = folder.path().join(name);
        export(case, "2026-11-22", "kk", &file, &[]);
        let number = |event: &Json| event["sequence"].as_u64().expect("a number");
        let read = events(&file).into_iter();
        read.map(|(uid, event)| (uid, number(&event))).collect()
    };
    let first = numbers("one.ics", &sample("kazakh-letters"));
    let case = changed("kazakh-letters", folder.path(), |case| {
        case["answers"]["entry"]["visa_until"] = Json::from("2027-02-20");
    });
    let second = numbers("two.ics", &case);
    assert!(!second.is_empty());
    for (uid, number) in &second {
        assert!(first.get(uid).is_some_and(|first| first < number), "{uid}");
        assert!(i32::try_from(*number).is_ok(), "RFC 5545 has 31 bits");
    }
}
