//! From a deadline to what is said of it, day by day.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use chrono::NaiveDate;
use proptest::prelude::*;
use qonys_reminders::AgendaFile;
use qonys_reminders::Checked;
use qonys_reminders::Deadline;
use qonys_reminders::Mark;
use qonys_reminders::MarkKind;
use qonys_reminders::ReminderError;
use qonys_reminders::ReminderKinds;
use qonys_reminders::ReminderSettings;
use qonys_reminders::Shown;
use qonys_reminders::agenda_file;
use qonys_reminders::check;
use qonys_reminders::planned;
use qonys_reminders::speak;
use qonys_texts::Lang;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn deadline(key: &str, on: &str) -> Deadline {
    Deadline {
        key: key.to_owned(),
        day: day(on),
        open_until: None,
        done: false,
    }
}

fn file(settings: &ReminderSettings, deadlines: &[Deadline], today: &str) -> AgendaFile {
    let kinds = ReminderKinds::built_in().unwrap();
    let reminders = planned(&kinds, settings, deadlines, day(today));
    agenda_file(&reminders, &settings.seed, Lang::En, day(today))
}

fn standard(deadlines: &[Deadline]) -> AgendaFile {
    file(&ReminderSettings::default(), deadlines, "2026-11-22")
}

/// Looks on each of the days; what was said, as the day and the days left.
fn walk(file: &AgendaFile, days: &[&str]) -> Vec<(String, Vec<i64>)> {
    let mut shown = Shown::default();
    let mut said = Vec::new();
    for on in days {
        let Checked { due, shown: after } = check(file, &shown, day(on));
        shown = after;
        if !due.is_empty() {
            said.push((
                (*on).to_owned(),
                due.iter().map(|due| due.days_left).collect(),
            ));
        }
    }
    said
}

fn every_day(from: &str, days: i64) -> Vec<String> {
    (0..days)
        .map(|number| (day(from) + chrono::Duration::days(number)).to_string())
        .collect()
}

fn walk_daily(file: &AgendaFile, from: &str, days: i64) -> Vec<(String, Vec<i64>)> {
    let days = every_day(from, days);
    walk(file, &days.iter().map(String::as_str).collect::<Vec<_>>())
}

fn said(lines: &[(&str, &[i64])]) -> Vec<(String, Vec<i64>)> {
    lines
        .iter()
        .map(|(on, left)| ((*on).to_owned(), left.to_vec()))
        .collect()
}

/// Registration until Saturday 12 December 2026: reminded 14, 7, 3 and 1 days before, on the day, and the day after.
#[test]
fn a_deadline_speaks_on_its_days_and_on_no_other() {
    let file = standard(&[deadline("registration", "2026-12-12")]);
    assert_eq!(
        walk_daily(&file, "2026-11-20", 60),
        said(&[
            ("2026-11-28", &[14]),
            ("2026-12-05", &[7]),
            ("2026-12-09", &[3]),
            ("2026-12-11", &[1]),
            ("2026-12-12", &[0]),
            ("2026-12-13", &[-1]),
        ])
    );
}

#[test]
fn a_second_look_on_the_same_day_is_silent() {
    let file = standard(&[deadline("registration", "2026-12-12")]);
    let days = ["2026-12-05", "2026-12-05", "2026-12-06", "2026-12-05"];
    assert_eq!(walk(&file, &days), said(&[("2026-12-05", &[7])]));
}

#[test]
fn missed_days_are_caught_up_in_one_notification() {
    let file = standard(&[
        deadline("registration", "2026-12-12"),
        deadline("decision_expected", "2026-12-14"),
        deadline("stay_end", "2027-03-01"),
    ]);
    // Off from 29 November to 12 December: the marks of 14, 7, 3 and 1 days are one line each, not four.
    let days = ["2026-11-28", "2026-12-13", "2026-12-14"];
    assert_eq!(
        walk(&file, &days),
        said(&[
            ("2026-11-28", &[14]),
            ("2026-12-13", &[-1, 1]),
            ("2026-12-14", &[0]),
        ])
    );
}

/// Whoever looks for the first time, or enters a day too late, hears once of what can still be put right.
#[test]
fn what_is_overdue_at_the_first_look_is_said_once() {
    let file = standard(&[
        deadline("host_notice", "2026-11-04"),
        deadline("new_address", "2025-02-01"),
        deadline("registration", "2026-11-27"),
        deadline("child_turns_14/child-1", "2034-05-19"),
        // What was only to begin, or is simply over, is no news.
        deadline("citizenship", "2026-11-01"),
        deadline("law_review:2026-11-15", "2026-11-15"),
    ]);
    let days = ["2026-11-22", "2026-11-22", "2026-11-23", "2026-11-26"];
    assert_eq!(
        walk(&file, &days),
        said(&[("2026-11-22", &[-659, -18, 5]), ("2026-11-26", &[1])])
    );
    let due = check(&file, &Shown::default(), day("2026-11-22")).due;
    let spoken = speak(Lang::En, &due).unwrap();
    assert!(
        spoken
            .body
            .contains("Overdue: The host’s notice, 4 November 2026. The last day was 18 days ago."),
        "{}",
        spoken.body
    );
    assert!(!spoken.body.contains("Overdue: Registration, 27"));
    let alone = speak(Lang::Ru, &due[1..2]).unwrap();
    assert_eq!(alone.title, "Просрочено: Уведомление от принимающего лица");
    // The day that was entered after it was over, with reminders long since on.
    let before = standard(&[deadline("registration", "2026-11-27")]);
    let shown = check(&before, &Shown::default(), day("2026-11-22")).shown;
    assert_eq!(check(&file, &shown, day("2026-11-23")).due.len(), 2);
}

/// It stays in the file as long as it can be put right, and is not said anew after a year.
#[test]
fn what_is_overdue_is_said_once_and_for_all() {
    let settings = ReminderSettings::default();
    let mut shown = Shown::default();
    let mut times = 0;
    for year in 2027..2031 {
        let today = day(&format!("{year}-06-01"));
        let file = file(
            &settings,
            &[deadline("registration", "2026-12-12")],
            &today.to_string(),
        );
        assert_eq!(file.entries.len(), 1);
        let checked = check(&file, &shown, today);
        times += checked.due.len();
        shown = checked.shown;
    }
    assert_eq!(times, 1);
}

/// Other days before, chosen on a day on which the deadline was said already, say nothing on that day again.
#[test]
fn a_change_of_the_days_before_repeats_nothing() {
    let with = |days: &[u16]| {
        let mut settings = ReminderSettings::default();
        settings
            .before
            .insert("registration".to_owned(), days.to_vec());
        file(
            &settings,
            &[deadline("registration", "2026-12-12")],
            "2026-12-05",
        )
    };
    let first = check(&with(&[7]), &Shown::default(), day("2026-12-05"));
    assert_eq!(first.due.len(), 1);
    for days in [&[8][..], &[10, 7], &[7, 3], &[]] {
        let file = with(days);
        assert_eq!(check(&file, &first.shown, day("2026-12-05")).due, []);
        // A reminder that the new choice has for an earlier day was spoken by the old one.
        assert_eq!(check(&file, &first.shown, day("2026-12-06")).due, []);
    }
    // What the new choice has for a later day is said then.
    let later = check(&with(&[6]), &first.shown, day("2026-12-06"));
    assert_eq!(later.due.len(), 1);
}

/// A pause until a day after the deadline, as a file made by hand can have it, ends on the last useful day.
#[test]
fn a_pause_never_outlasts_the_last_useful_day() {
    let settings = marked(MarkKind::SnoozedUntil(day("2027-05-01")));
    let on_saturday = |open: Option<&str>, today: &str| {
        let mut registration = deadline("registration", "2026-12-12");
        registration.open_until = open.map(day);
        file(&settings, &[registration], today)
    };
    let days = |file: &AgendaFile| -> Vec<String> {
        let remind = file.entries[0].remind.iter();
        remind.map(ToString::to_string).collect()
    };
    assert_eq!(
        days(&on_saturday(None, "2026-11-22")),
        ["2026-12-12", "2026-12-13"]
    );
    assert_eq!(
        days(&on_saturday(Some("2026-12-11"), "2026-11-22")),
        ["2026-12-11", "2026-12-12", "2026-12-13"]
    );
    // On the Saturday itself the Friday is of no use any more.
    assert_eq!(
        days(&on_saturday(Some("2026-12-11"), "2026-12-12")),
        ["2026-12-12", "2026-12-13"]
    );
    // Who knows that it is over may be silent for as long as they like.
    assert_eq!(days(&on_saturday(None, "2026-12-14")), ["2027-05-01"]);
}

/// The day after a deadline was missed while the computer was off for long: said once, with the true number of days.
#[test]
fn what_passed_meanwhile_is_said_once() {
    let file = standard(&[deadline("registration", "2026-12-12")]);
    let days = ["2026-12-01", "2027-01-10", "2027-01-11"];
    assert_eq!(
        walk(&file, &days),
        said(&[("2026-12-01", &[11]), ("2027-01-10", &[-29])])
    );
}

#[test]
fn a_clock_that_ran_ahead_silences_nothing() {
    let file = standard(&[deadline("registration", "2026-12-12")]);
    let days = ["2026-12-01", "2031-01-01", "2026-12-05", "2026-12-13"];
    assert_eq!(
        walk(&file, &days),
        said(&[
            ("2026-12-01", &[11]),
            ("2031-01-01", &[-1481]),
            ("2026-12-05", &[7]),
            ("2026-12-13", &[-1]),
        ])
    );
}

#[test]
fn a_day_off_is_counted_from_the_last_open_day() {
    let mut weekend = deadline("host_notice", "2026-12-13");
    weekend.open_until = Some(day("2026-12-11"));
    let file = standard(&[weekend]);
    assert_eq!(
        walk_daily(&file, "2026-12-01", 30),
        said(&[
            ("2026-12-09", &[4]),
            ("2026-12-10", &[3]),
            ("2026-12-11", &[2]),
            ("2026-12-13", &[0]),
            ("2026-12-14", &[-1]),
        ])
    );
    let checked = check(&file, &Shown::default(), day("2026-12-11"));
    let spoken = speak(Lang::En, &checked.due).unwrap();
    assert!(spoken.body.contains("11 December 2026"), "{}", spoken.body);
}

fn marked(kind: MarkKind) -> ReminderSettings {
    let mut settings = ReminderSettings::default();
    let mark = Mark {
        day: day("2026-12-12"),
        kind,
    };
    settings.marks.insert("registration".to_owned(), mark);
    settings
}

#[test]
fn done_and_hidden_are_silent_until_the_day_changes() {
    for kind in [MarkKind::Done, MarkKind::Hidden] {
        let settings = marked(kind);
        let same = file(
            &settings,
            &[deadline("registration", "2026-12-12")],
            "2026-11-22",
        );
        assert!(same.entries.is_empty());
        let moved = file(
            &settings,
            &[deadline("registration", "2026-12-14")],
            "2026-11-22",
        );
        assert_eq!(moved.entries.len(), 1, "a new visit is a new registration");
    }
    let mut done = deadline("registration", "2026-12-12");
    done.done = true;
    assert!(standard(&[done]).entries.is_empty());
}

#[test]
fn a_pause_ends_with_a_reminder() {
    let settings = marked(MarkKind::SnoozedUntil(day("2026-12-08")));
    let file = file(
        &settings,
        &[deadline("registration", "2026-12-12")],
        "2026-11-22",
    );
    assert_eq!(
        walk_daily(&file, "2026-11-22", 18),
        said(&[("2026-12-08", &[4]), ("2026-12-09", &[3])])
    );
}

#[test]
fn chosen_days_replace_the_built_in_ones_but_never_the_day_itself() {
    let mut settings = ReminderSettings::default();
    settings
        .before
        .insert("registration".to_owned(), vec![2, 5, 2]);
    let file = file(
        &settings,
        &[deadline("registration", "2026-12-12")],
        "2026-11-22",
    );
    assert_eq!(
        walk_daily(&file, "2026-11-20", 40),
        said(&[
            ("2026-12-07", &[5]),
            ("2026-12-10", &[2]),
            ("2026-12-12", &[0]),
            ("2026-12-13", &[-1]),
        ])
    );
}

#[test]
fn the_file_holds_no_key_and_is_read_back() {
    let deadlines = [
        deadline("paper:criminal_record:RU", "2027-02-28"),
        deadline("complaint/refusal-1", "2027-01-10"),
    ];
    let file = standard(&deadlines);
    let text = file.to_json().unwrap();
    for word in ["criminal", "RU", "refusal", "record"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert_eq!(AgendaFile::of_json(&text).unwrap(), file);
}

#[test]
fn a_foreign_or_newer_file_is_refused() {
    let good = standard(&[deadline("registration", "2026-12-12")])
        .to_json()
        .unwrap();
    assert!(AgendaFile::of_json(&good).is_ok());
    let newer = good.replace("\"format\": 1", "\"format\": 2");
    assert_eq!(
        AgendaFile::of_json(&newer),
        Err(ReminderError::Format { found: 2, known: 1 })
    );
    for bad in [
        "".to_owned(),
        "[]".to_owned(),
        good.replace("2026-12-12", "2026-13-12"),
        good.replace("\"registration\"", "\"<b>registration</b>\""),
        good.replace("\"kind\"", "\"name\": \"Anna\", \"kind\""),
    ] {
        assert!(matches!(
            AgendaFile::of_json(&bad),
            Err(ReminderError::AgendaFile { .. })
        ));
    }
}

#[test]
fn one_reminder_is_spoken_in_whole_sentences() {
    let file = standard(&[deadline("registration", "2026-12-12")]);
    let of = |on: &str, lang| {
        let due = check(&file, &Shown::default(), day(on)).due;
        let spoken = speak(lang, &due).unwrap();
        format!("{} | {}", spoken.title, spoken.body.replace('\n', " "))
    };
    assert_eq!(
        of("2026-12-09", Lang::Ru),
        "Регистрация | Осталось 3 дня. Последний день – 12 декабря 2026 г. Откройте Qonys, чтобы увидеть, что делать."
    );
    assert_eq!(
        of("2026-12-09", Lang::Kk),
        "Тіркелу | 3 күн қалды. Соңғы күн – 2026 ж. 12 желтоқсан. Не істеу керегін көру үшін Qonys бағдарламасын ашыңыз."
    );
    assert_eq!(
        of("2026-12-09", Lang::En),
        "Registration | 3 days left. 12 December 2026 is the last day. Open Qonys to see what to do."
    );
    assert!(of("2026-12-11", Lang::Ru).starts_with("Регистрация | Остался 1 день."));
    assert!(of("2026-12-05", Lang::Ru).starts_with("Регистрация | Осталось 7 дней."));
    assert!(of("2026-12-12", Lang::Ru).starts_with("Регистрация | Сегодня последний день."));
}

#[test]
fn many_reminders_are_one_notification() {
    let deadlines: Vec<Deadline> = (10..18)
        .map(|number| deadline(&format!("paper:{number}"), &format!("2026-12-{number}")))
        .collect();
    let due = check(&standard(&deadlines), &Shown::default(), day("2026-12-09")).due;
    assert_eq!(due.len(), 8);
    let spoken = speak(Lang::Ru, &due).unwrap();
    assert_eq!(spoken.title, "Qonys: 8 напоминаний");
    assert_eq!(spoken.body.lines().count(), 6);
    assert_eq!(
        spoken.body.lines().next(),
        Some("Истекает срок документа – 10 декабря 2026 г. Остался 1 день.")
    );
    assert_eq!(spoken.body.lines().last(), Some("И ещё 3 срока."));
    assert_eq!(speak(Lang::Ru, &[]), None);
}

/// The visa and the stay end on one day, and two papers have to be ordered by another.
#[test]
fn what_sounds_the_same_is_said_once() {
    let deadlines = [
        deadline("visa_end", "2026-12-12"),
        deadline("stay_end", "2026-12-12"),
        deadline("order:a", "2026-12-16"),
        deadline("order:b", "2026-12-16"),
    ];
    let due = check(&standard(&deadlines), &Shown::default(), day("2026-12-09")).due;
    assert_eq!(due.len(), 4);
    let spoken = speak(Lang::En, &due).unwrap();
    assert_eq!(spoken.title, "Qonys: 2 reminders");
    assert_eq!(
        spoken.body,
        "Last day of the right to stay, 12 December 2026. 3 days left.\nOrder a paper, 16 December 2026. 7 days left."
    );
    let alone = speak(Lang::En, &due[..2]).unwrap();
    assert_eq!(alone.title, "Last day of the right to stay");
}

#[test]
fn a_memory_that_cannot_be_read_is_empty() {
    assert_eq!(Shown::of_json("{"), Shown::default());
    let shown = check(
        &standard(&[deadline("registration", "2026-12-12")]),
        &Shown::default(),
        day("2026-12-09"),
    )
    .shown;
    assert_eq!(Shown::of_json(&shown.to_json().unwrap()), shown);
}

proptest! {
    /// On whichever days the computer is on: each reminder is said at most once, and whoever looks on a day between a
    /// reminder and the last day hears of the deadline before it is over.
    #[test]
    fn whoever_looks_in_time_hears_in_time(
        far in 0_i64..120,
        looks in proptest::collection::btree_set(0_i64..140, 1..40),
    ) {
        let start = day("2026-11-22");
        let last = start + chrono::Duration::days(far);
        let file = standard(&[deadline("registration", &last.to_string())]);
        let mut shown = Shown::default();
        let mut left = Vec::new();
        for look in &looks {
            let checked = check(&file, &shown, start + chrono::Duration::days(*look));
            shown = checked.shown;
            left.extend(checked.due.iter().map(|due| due.days_left));
        }
        prop_assert!(left.len() <= 6, "14, 7, 3, 1, 0 days before and the day after: {:?}", left);
        let in_time = looks.iter().any(|look| (far - 14..=far).contains(look));
        prop_assert_eq!(in_time, left.iter().any(|left| *left >= 0));
    }
}
