//! The stays of the news of 8 February 2023, counted by hand.

use serde_json::Value as Json;
use serde_json::json;

use crate::run::run;
use crate::run::text;

/// What `stay` says of a citizen's visits without a visa, each from a day to a day, on a day.
fn stay(citizenship: &str, visits: &[(&str, &str)], on: &str) -> Json {
    let trips: Vec<Json> = visits
        .iter()
        .map(|(entered, left)| {
            if left.is_empty() {
                json!({ "entered": entered, "basis": "visa_free" })
            } else {
                json!({ "entered": entered, "left": left, "basis": "visa_free" })
            }
        })
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("trips.json");
    let trips = json!({ "citizenship": citizenship, "trips": trips });
    std::fs::write(&file, trips.to_string()).expect("written");
    run(&["stay", text(&file), "--on", on, "--json"]).json()
}

#[test]
fn a_citizen_of_the_union_stays_ninety_days_in_a_hundred_and_eighty() {
    let one = stay("RU", &[("2023-03-01", "")], "2023-03-01");
    assert_eq!(
        one["until"]["iso"], "2023-05-29",
        "the day of crossing counts"
    );
    let two = stay(
        "RU",
        &[("2023-03-01", "2023-04-29"), ("2023-05-15", "")],
        "2023-05-15",
    );
    assert_eq!(
        two["until"]["iso"], "2023-06-13",
        "60 days are used, 30 are left"
    );
}

#[test]
fn another_foreigner_stays_thirty_days_and_ninety_in_a_hundred_and_eighty() {
    let one = stay("DE", &[("2023-03-01", "")], "2023-03-01");
    assert_eq!(one["until"]["iso"], "2023-03-30");
    let visits = [
        ("2023-03-01", "2023-03-30"),
        ("2023-04-05", "2023-05-04"),
        ("2023-05-10", "2023-06-08"),
    ];
    let used_up = stay("DE", &visits, "2023-06-10");
    assert_eq!(used_up["passports"][0]["used"], 90);
    assert_eq!(
        used_up["passports"][0]["left"], 0,
        "leaving and entering again gives no new days"
    );
}

#[test]
fn before_27_january_2023_nothing_was_counted_over_a_hundred_and_eighty_days() {
    let visits = [("2022-07-01", "2022-09-28"), ("2022-10-05", "")];
    let before = stay("RU", &visits, "2022-12-01");
    let passport = &before["passports"][0];
    assert_eq!(passport["window"], Json::Null);
    assert!(passport["no_window_because"].is_object(), "{passport:#}");
    // 90 days of a visit begin anew with every entry.
    assert_eq!(before["until"]["iso"], "2023-01-02");
    let after = stay("RU", &[("2023-02-01", "")], "2023-02-01");
    assert_eq!(after["passports"][0]["window"], 180);
    assert_eq!(after["passports"][0]["total"], 90);
}
