//! The calendar file, and what a second export says of the first.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use chrono::NaiveDate;
use qonys_reminders::CalendarEvent;
use qonys_reminders::CalendarExport;
use qonys_reminders::CalendarFile;
use qonys_reminders::Deadline;
use qonys_reminders::PreviousCalendar;
use qonys_reminders::ReminderError;
use qonys_reminders::ReminderKinds;
use qonys_reminders::ReminderSettings;
use qonys_reminders::calendar_file;
use qonys_reminders::planned;
use qonys_texts::Lang;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Deadlines as key, day and title.
fn export(deadlines: &[(&str, &str, &str)], previous: Option<&str>, today: &str) -> CalendarFile {
    made(deadlines, previous, Lang::Kk, today).unwrap()
}

fn made(
    deadlines: &[(&str, &str, &str)],
    previous: Option<&str>,
    lang: Lang,
    today: &str,
) -> Result<CalendarFile, ReminderError> {
    let found: Vec<Deadline> = deadlines
        .iter()
        .map(|(key, on, _)| Deadline {
            key: (*key).to_owned(),
            day: day(on),
            open_until: None,
            done: false,
        })
        .collect();
    let kinds = ReminderKinds::built_in().unwrap();
    let settings = ReminderSettings::default();
    let events: Vec<CalendarEvent> = planned(&kinds, &settings, &found, day(today))
        .into_iter()
        .zip(deadlines)
        .map(|(reminder, (_, _, title))| CalendarEvent {
            reminder,
            title: (*title).to_owned(),
            text: "Бірінші жол; екінші, бөлік\nСоңғы \\ жол".to_owned(),
        })
        .collect();
    let previous = previous.map_or_else(PreviousCalendar::default, |text| {
        PreviousCalendar::of_text(text).unwrap()
    });
    let export = CalendarExport {
        seed: "case",
        lang,
        today: day(today),
        made_at: midnight(today),
    };
    calendar_file(&events, &previous, &export)
}

/// The first second of a day.
fn midnight(on: &str) -> i64 {
    let midnight = day(on).and_time(chrono::NaiveTime::MIN);
    midnight.and_utc().timestamp()
}

/// The lines of the event with a title, unfolded.
fn event(text: &str, title: &str) -> Vec<String> {
    let whole = text.replace("\r\n ", "");
    let found = whole
        .split("BEGIN:VEVENT")
        .find(|event| event.contains(&format!("SUMMARY:{title}\r\n")))
        .unwrap_or_else(|| panic!("no event {title} in {whole}"));
    found.lines().map(str::to_owned).collect()
}

fn property(text: &str, title: &str, name: &str) -> Option<String> {
    event(text, title)
        .iter()
        .find_map(|line| line.strip_prefix(name).map(str::to_owned))
}

const REGISTRATION: (&str, &str, &str) = ("registration", "2026-12-12", "Тіркелу");
const STAY: (&str, &str, &str) = ("stay_end", "2027-01-09", "Болу құқығының соңғы күні");

#[test]
fn a_file_has_the_form_of_the_standard() {
    let file = export(&[REGISTRATION, STAY], None, "2026-11-22");
    assert_eq!((file.events, file.cancelled), (2, 0));
    assert!(file.text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(file.text.ends_with("END:VCALENDAR\r\n"));
    assert!(!file.text.replace("\r\n", "").contains(['\r', '\n']));
    let longest = file.text.split("\r\n").map(str::len).max();
    assert!(longest <= Some(75), "octets, not letters: {longest:?}");
    assert!(file.text.contains("\r\n "), "long lines are folded");
    let lines = event(&file.text, "Тіркелу");
    for wanted in [
        "DTSTART;VALUE=DATE:20261212",
        "DTEND;VALUE=DATE:20261213",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "TRIGGER:-P13DT15H",
        "TRIGGER:PT9H",
        "DTSTAMP:20261122T000000Z",
        "LAST-MODIFIED:20261122T000000Z",
        "DESCRIPTION:Бірінші жол\\; екінші\\, бөлік\\nСоңғы \\\\ жол",
    ] {
        assert!(lines.contains(&wanted.to_owned()), "{wanted}: {lines:#?}");
    }
    // Of a key only the kind leaves the case, which every title without details names too.
    assert!(lines.contains(&"X-QONYS-KIND:registration".to_owned()));
    let child = export(
        &[("child_turns_14/c7", "2026-12-24", "Жас")],
        None,
        "2026-11-22",
    );
    assert!(!child.text.contains("child_turns") && !child.text.contains("c7"));
}

/// A calendar without a component is none (RFC 5545, 3.4): nothing is made, and it is said.
#[test]
fn without_a_day_ahead_there_is_no_calendar() {
    let nothing = |deadlines: &[_], previous: Option<&str>, today| {
        assert_eq!(
            made(deadlines, previous, Lang::Ru, today),
            Err(ReminderError::NothingAhead)
        );
    };
    nothing(&[], None, "2026-11-22");
    // The review of the law is simply over.
    let review = ("law_review:2026-12-15", "2026-12-15", "Заң");
    nothing(&[review], None, "2026-12-16");
    let first = export(&[review], None, "2026-11-22").text;
    nothing(&[], Some(&first), "2026-12-16");
    nothing(&[review], Some(&first), "2026-12-16");
    let first = export(&[REGISTRATION], None, "2026-11-22").text;
    // On its last day a deadline is still there, and so is what takes it back.
    assert_eq!(export(&[REGISTRATION], None, "2026-12-12").events, 1);
    assert_eq!(export(&[], Some(&first), "2026-12-12").cancelled, 1);
}

/// What is taken back is named in the language of this export, also when an earlier one took it back already.
#[test]
fn a_cancelled_event_speaks_the_language_of_the_export() {
    let first = export(&[REGISTRATION, STAY], None, "2026-11-22").text;
    let russian = made(&[STAY], Some(&first), Lang::Ru, "2026-11-25").unwrap();
    let lines = event(&russian.text, "Регистрация");
    assert!(lines.contains(&"STATUS:CANCELLED".to_owned()));
    assert!(!russian.text.contains("SUMMARY:Тіркелу"));
    let english = made(&[STAY], Some(&russian.text), Lang::En, "2026-11-26").unwrap();
    let number = |text: &str, title: &str| {
        let number = property(text, title, "SEQUENCE:").unwrap();
        number.parse::<u32>().unwrap()
    };
    assert!(number(&english.text, "Registration") > number(&russian.text, "Регистрация"));
    // A file of an older program names no kind.
    let old = first.replace("X-QONYS-KIND:registration\r\n", "");
    let plain = made(&[STAY], Some(&old), Lang::Ru, "2026-11-25").unwrap();
    assert!(event(&plain.text, "Срок").contains(&"STATUS:CANCELLED".to_owned()));
}

#[test]
fn the_same_export_is_the_same_file() {
    let first = export(&[REGISTRATION, STAY], None, "2026-11-22").text;
    assert_eq!(
        first,
        export(&[REGISTRATION, STAY], None, "2026-11-22").text
    );
    // Later, with nothing changed, nothing has a new number.
    assert_eq!(
        first,
        export(&[REGISTRATION, STAY], Some(&first), "2026-12-01").text
    );
}

#[test]
fn a_changed_day_keeps_its_uid_and_gets_a_higher_number() {
    let first = export(&[REGISTRATION, STAY], None, "2026-11-22").text;
    let moved = ("registration", "2026-12-14", "Тіркелу");
    let of = |text: &str, name: &str| property(text, "Тіркелу", name).unwrap();
    let number = |text: &str| of(text, "SEQUENCE:").parse::<u32>().unwrap();
    // With the earlier file on the same day, and without it on the next day.
    let known = export(&[moved, STAY], Some(&first), "2026-11-22").text;
    let unknown = export(&[moved, STAY], None, "2026-11-23").text;
    for second in [&known, &unknown] {
        assert_eq!(of(second, "UID:"), of(&first, "UID:"));
        assert!(number(second) > number(&first));
        assert_eq!(of(second, "DTSTART;VALUE=DATE:"), "20261214");
    }
    assert_eq!(event(&known, STAY.2), event(&first, STAY.2), "untouched");
}

#[test]
fn what_no_longer_applies_is_cancelled_until_its_day_is_over() {
    let first = export(&[REGISTRATION, STAY], None, "2026-11-22").text;
    let second = export(&[STAY], Some(&first), "2026-11-25");
    assert_eq!((second.events, second.cancelled), (1, 1));
    let lines = event(&second.text, "Тіркелу");
    assert!(lines.contains(&"STATUS:CANCELLED".to_owned()));
    assert!(lines.contains(&"LAST-MODIFIED:20261125T000000Z".to_owned()));
    assert!(!lines.iter().any(|line| line.contains("VALARM")), "silent");
    // A third export repeats that without a new number, and drops it when the day is over.
    let third = export(&[STAY], Some(&second.text), "2026-12-12");
    assert_eq!(event(&third.text, "Тіркелу"), lines);
    assert_eq!(
        export(&[STAY], Some(&third.text), "2026-12-13").cancelled,
        0
    );
    // When it applies again, it is confirmed with a higher number.
    let again = export(&[REGISTRATION, STAY], Some(&second.text), "2026-11-26").text;
    let number = |text: &str| {
        property(text, "Тіркелу", "SEQUENCE:")
            .unwrap()
            .parse::<u32>()
            .unwrap()
    };
    assert!(number(&again) > number(&second.text));
    assert!(event(&again, "Тіркелу").contains(&"STATUS:CONFIRMED".to_owned()));
}

/// What is overdue stays on its day, says so and rings no more; what was done meanwhile is taken back once.
#[test]
fn what_is_overdue_stays_and_what_was_done_goes() {
    let first = export(&[REGISTRATION, STAY], None, "2026-11-22").text;
    let later = export(&[REGISTRATION, STAY], Some(&first), "2026-12-14");
    assert_eq!((later.events, later.cancelled), (2, 0));
    let lines = event(&later.text, "Мерзімі өтті: Тіркелу");
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20261212".to_owned()));
    assert!(lines.contains(&"STATUS:CONFIRMED".to_owned()));
    assert!(!lines.iter().any(|line| line.contains("VALARM")), "silent");
    // On the day after it one is still reminded.
    let soon = export(&[REGISTRATION, STAY], Some(&first), "2026-12-13").text;
    let lines = event(&soon, "Мерзімі өтті: Тіркелу");
    assert!(lines.contains(&"TRIGGER:P1DT9H".to_owned()), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("TRIGGER:-P")));
    // Another day later nothing has changed any more.
    let same = export(&[REGISTRATION, STAY], Some(&later.text), "2026-12-20").text;
    assert_eq!(same, later.text);
    // Who takes the first calendar only now has it too.
    assert_eq!(export(&[REGISTRATION], None, "2027-03-01").events, 1);
    let done = export(&[STAY], Some(&later.text), "2026-12-20");
    assert_eq!((done.events, done.cancelled), (1, 1));
    let again = export(&[STAY], Some(&done.text), "2026-12-21");
    assert_eq!((again.events, again.cancelled), (1, 0));
}

/// Two exports of one day into files of two names, and the older one imported once more.
#[test]
fn a_later_export_of_the_same_day_has_higher_numbers() {
    let kinds = ReminderKinds::built_in().unwrap();
    let of = |on: &str, made_at: i64, previous: &PreviousCalendar| {
        let found = [Deadline {
            key: "registration".to_owned(),
            day: day(on),
            open_until: None,
            done: false,
        }];
        let today = day("2026-11-22");
        let reminder = planned(&kinds, &ReminderSettings::default(), &found, today).remove(0);
        let events = [CalendarEvent {
            reminder,
            title: "Тіркелу".to_owned(),
            text: "Жол".to_owned(),
        }];
        let export = CalendarExport {
            seed: "case",
            lang: Lang::Kk,
            today,
            made_at,
        };
        calendar_file(&events, previous, &export).unwrap().text
    };
    let number = |text: &str| -> i64 {
        let number = property(text, "Тіркелу", "SEQUENCE:").unwrap();
        number.parse().unwrap()
    };
    let nothing = PreviousCalendar::default();
    let at = midnight("2026-11-22");
    let first = of("2026-12-12", at, &nothing);
    let second = of("2026-12-14", at + 1, &nothing);
    assert_eq!(number(&second), number(&first) + 1);
    // With the older file at hand the newest number still counts, also by a clock that was set back.
    let older = PreviousCalendar::of_text(&first).unwrap();
    assert_eq!(
        number(&of("2026-12-14", at + 5, &older)),
        number(&first) + 5
    );
    assert_eq!(number(&of("2026-12-14", 0, &older)), number(&first) + 1);
    // Earlier programs counted days from 2026.
    assert!(number(&first) > 100_000_000);
    assert!(number(&of("2026-12-12", i64::MAX, &nothing)) <= i64::from(i32::MAX));
}

#[test]
fn without_a_seed_there_is_no_calendar() {
    let export = CalendarExport {
        seed: "",
        lang: Lang::Kk,
        today: day("2026-11-22"),
        made_at: 0,
    };
    assert_eq!(
        calendar_file(&[], &PreviousCalendar::default(), &export),
        Err(ReminderError::NoSeed)
    );
}

#[test]
fn two_cases_do_not_share_events() {
    let kinds = ReminderKinds::built_in().unwrap();
    let found = [Deadline {
        key: "registration".to_owned(),
        day: day("2026-12-12"),
        open_until: None,
        done: false,
    }];
    let today = day("2026-11-22");
    let reminder = planned(&kinds, &ReminderSettings::default(), &found, today).remove(0);
    let events = [CalendarEvent {
        reminder,
        title: "Тіркелу".to_owned(),
        text: "Жол".to_owned(),
    }];
    let of = |seed: &str| {
        let export = CalendarExport {
            seed,
            lang: Lang::Kk,
            today,
            made_at: 0,
        };
        let file = calendar_file(&events, &PreviousCalendar::default(), &export).unwrap();
        property(&file.text, "Тіркелу", "UID:").unwrap()
    };
    assert_ne!(of("one"), of("two"));
}

#[test]
fn the_calendar_of_another_program_is_refused() {
    let ours = export(&[REGISTRATION], None, "2026-11-22").text;
    for bad in [
        String::new(),
        "a letter".to_owned(),
        ours.replace("-//Qonys//Qonys//EN", "-//Another//Calendar//EN"),
        ours.replace("SEQUENCE:", "X-SEQUENCE:"),
        ours.replace("20261212", "today"),
    ] {
        assert_eq!(
            PreviousCalendar::of_text(&bad),
            Err(ReminderError::Calendar),
            "{bad}"
        );
    }
}
