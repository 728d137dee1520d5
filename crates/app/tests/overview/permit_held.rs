//! Who holds the permit hears on the home and among the dates how it stands, not only on the page of the stay.

use std::path::Path;

use qonys_app::AnswerInput;
use qonys_app::DateInput;
use qonys_app::Lang;
use qonys_app::PlanInput;
use qonys_app::Session;
use qonys_app::view::NextStepCode;
use qonys_app::view::StandView;
use qonys_app::view::VerdictCode;

use crate::say;
use crate::session;

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
    let session = session(folder);
    say(&session, "applicant.citizenship", "RU");
    // The other floor is for those whom the list of professions brought here.
    say(&session, "entry.basis", "visa_free");
    say(&session, "work.in_demand_profession", "no");
    // Neither of those whom Article 49 frees from the days.
    say(&session, "applicant.status", "citizen");
    say(&session, "applicant.sex", "male");
    say(&session, "applicant.ethnic_kazakh", "no");
    for list in ["relative", "child"] {
        let none = session.complete_list(Lang::En, revision(&session), list, true);
        none.unwrap();
    }
    say(&session, "permit.granted", "yes");
    answer(&session, "permit.issued", &day("2025-06-01"));
    let added = session.add_record(Lang::En, revision(&session), "absence");
    added.unwrap();
    answer(&session, "absence/absence-1.left", &day("2025-07-01"));
    answer(&session, "absence/absence-1.back", &day(back));
    say(&session, "absence/absence-1.reason", "other");
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

#[test]
fn a_ground_that_holds_stands_against_the_permit_as_well() {
    // A penalty counts for one year: with it on 30 November 2026 still, and no longer when it came into force a day before.
    for (in_force, kept, code) in [
        ("2025-11-30", VerdictCode::No, NextStepCode::SeeAnswer),
        ("2025-11-29", VerdictCode::Yes, NextStepCode::Dates),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let session = resident(folder.path(), "2025-12-31");
        let whole = session.complete_list(Lang::En, revision(&session), "absence", true);
        whole.unwrap();
        let added = session.add_record(Lang::En, revision(&session), "penalty");
        added.unwrap();
        say(&session, "penalty/penalty-1.area", "migration");
        answer(&session, "penalty/penalty-1.in_force", &day(in_force));
        say(&session, "penalty/penalty-1.paid", "yes");
        answer(&session, "penalty/penalty-1.paid_on", &day(in_force));
        let none = DateInput {
            day: String::new(),
            month: String::new(),
            year: String::new(),
        };
        let plan = PlanInput {
            filing: DateInput {
                day: "30".to_owned(),
                month: "11".to_owned(),
                year: "2026".to_owned(),
            },
            payment: none.clone(),
            decision: none,
        };
        session.plan(Lang::En, revision(&session), &plan).unwrap();
        let stand = stand(&session);
        assert_eq!(stand.permit.unwrap().kept, kept, "{in_force}");
        assert_eq!(stand.next.code, code, "{in_force}");
    }
}
