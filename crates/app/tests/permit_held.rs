//! Who holds the permit hears on the home and among the dates how it stands, not only on the page of the stay.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::Clock;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::view::NextStepCode;
use qonys_app::view::StandView;
use qonys_app::view::VerdictCode;

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }
}

struct Nowhere;

impl FolderChooser for Nowhere {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

fn revision(session: &Session) -> u32 {
    session.show(Lang::En).unwrap().revision
}

fn answer(session: &Session, key: &str, input: &AnswerInput) {
    let revision = revision(session);
    session.answer(Lang::En, revision, key, input).unwrap();
}

fn day(iso: &str) -> AnswerInput {
    let parts: Vec<&str> = iso.split('-').collect();
    AnswerInput::Date {
        day: parts[2].to_owned(),
        month: parts[1].to_owned(),
        year: parts[0].to_owned(),
    }
}

/// The permit of 1 June 2025, whose holder left on 1 July 2025 and came back on a day.
fn resident(folder: &Path, back: &str) -> Session {
    let session = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(MemoryKeys::new()),
        Box::new(Nowhere),
        folder.join("vault"),
    );
    session.create_vault(None).unwrap();
    let word = |value: &str| AnswerInput::Word {
        value: value.to_owned(),
    };
    answer(&session, "applicant.citizenship", &word("RU"));
    // The other floor is for those whom the list of professions brought here.
    answer(&session, "entry.basis", &word("visa_free"));
    answer(&session, "work.in_demand_profession", &word("no"));
    // Neither of those whom Article 49 frees from the days.
    answer(&session, "applicant.status", &word("citizen"));
    answer(&session, "applicant.sex", &word("male"));
    answer(&session, "applicant.ethnic_kazakh", &word("no"));
    for list in ["relative", "child"] {
        let none = session.complete_list(Lang::En, revision(&session), list, true);
        none.unwrap();
    }
    answer(&session, "permit.granted", &word("yes"));
    answer(&session, "permit.issued", &day("2025-06-01"));
    let added = session.add_record(Lang::En, revision(&session), "absence");
    added.unwrap();
    answer(&session, "absence/absence-1.left", &day("2025-07-01"));
    answer(&session, "absence/absence-1.back", &day(back));
    answer(&session, "absence/absence-1.reason", &word("other"));
    session
}

fn stand(session: &Session) -> StandView {
    session.overview(Lang::En).unwrap().stands.remove(0)
}

/// The days of the agenda on which too many days were missed.
fn missed(session: &Session) -> Vec<String> {
    let page = session.dates_page(Lang::En, revision(session)).unwrap();
    let entries = page.agenda.entries.into_iter();
    entries
        .filter(|entry| entry.key.starts_with("floor:"))
        .filter_map(|entry| entry.day)
        .map(|day| day.iso)
        .collect()
}

#[test]
fn while_the_list_of_absences_is_not_whole_the_next_step_asks_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = resident(folder.path(), "2026-01-01");
    let stand = stand(&session);
    assert_eq!(stand.permit.unwrap().kept, VerdictCode::Undecided);
    assert_eq!(stand.next.code, NextStepCode::Question);
    assert_eq!(stand.next.target.as_deref(), Some("absence.complete"));
}

#[test]
fn the_day_too_many_is_told_on_the_home_and_among_the_dates_when_its_window_is_long_over() {
    // Of the 365 days from 1 June 2025 on 183 are needed: 182 may be missed. The days of crossing are days in the country.
    for (back, kept, code, days) in [
        (
            "2025-12-31",
            VerdictCode::Yes,
            NextStepCode::Dates,
            Vec::new(),
        ),
        (
            "2026-01-01",
            VerdictCode::No,
            NextStepCode::Stay,
            vec!["2025-12-31".to_owned()],
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let session = resident(folder.path(), back);
        let whole = session.complete_list(Lang::En, revision(&session), "absence", true);
        whole.unwrap();
        let stand = stand(&session);
        assert_eq!(stand.permit.unwrap().kept, kept, "{back}");
        assert_eq!(stand.next.code, code, "{back}");
        assert_eq!(missed(&session), days, "{back}");
    }
}
