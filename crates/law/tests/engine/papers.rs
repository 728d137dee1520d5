//! Papers and the filing window, against a search of every day.

use std::collections::BTreeMap;

use chrono::Days;
use chrono::NaiveDate;
use proptest::prelude::*;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::PaperStatus;
use qonys_law::Plan;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::Window;
use qonys_law::assess;

use crate::world::day;
use crate::world::world;

/// What a person says of a paper: nothing, not in hand, in hand, with a day of issue, with an end.
#[derive(Debug, Clone, Copy)]
struct Paper {
    in_hand: Option<bool>,
    issued: Option<NaiveDate>,
    expires: Option<NaiveDate>,
}

const PAPERS: [&str; 3] = ["letter", "photo", "vow"];

fn near() -> impl Strategy<Value = NaiveDate> {
    (0u64..200).prop_map(|days| day("2026-02-01") + Days::new(days))
}

fn paper() -> impl Strategy<Value = Paper> {
    (
        proptest::option::weighted(0.8, any::<bool>()),
        proptest::option::weighted(0.7, near()),
        proptest::option::weighted(0.3, near()),
    )
        .prop_map(|(in_hand, issued, expires)| Paper {
            in_hand,
            issued,
            expires,
        })
}

fn answers(papers: &[Paper], vow: Option<bool>) -> Answers {
    let mut answers = Answers::default();
    if let Some(vow) = vow {
        answers.singles.insert(
            "me".to_owned(),
            BTreeMap::from([("a".to_owned(), Answer::Known(Value::YesNo(vow)))]),
        );
    }
    for (key, paper) in PAPERS.iter().zip(papers) {
        let facts = [
            ("in_hand", paper.in_hand.map(Value::YesNo)),
            ("issued", paper.issued.map(Value::Date)),
            ("expires", paper.expires.map(Value::Date)),
        ];
        answers.papers.insert(
            (*key).to_owned(),
            facts
                .into_iter()
                .filter_map(|(fact, value)| Some((fact.to_owned(), Answer::Known(value?))))
                .collect(),
        );
    }
    answers
}

/// Whether the papers in hand are good on a day, found by looking at the day alone.
fn naive(papers: &[Paper], vow: Option<bool>, on: NaiveDate) -> VerdictKind {
    let mut open = false;
    for (key, paper) in PAPERS.iter().zip(papers) {
        match (*key, vow) {
            ("vow", Some(false)) => continue,
            ("vow", None) => {
                open = true;
                continue;
            }
            _ => {}
        }
        // What is missing still has to come, and is thought of as good.
        if paper.in_hand != Some(true) {
            continue;
        }
        let ended = paper.expires.is_some_and(|last| on > last);
        let stale = match (paper.issued, *key) {
            (Some(issued), "photo") => on < issued,
            (Some(issued), _) => on < issued || (on - issued).num_days() > 30,
            (None, "photo") => false,
            (None, _) => {
                open = open || !ended;
                false
            }
        };
        if ended || stale {
            return VerdictKind::No;
        }
    }
    if open {
        VerdictKind::Undecided
    } else {
        VerdictKind::Yes
    }
}

fn window(answers: &Answers, today: NaiveDate) -> Window {
    let world = world();
    let plan = Plan {
        today,
        filing: today,
        filing_given: true,
        payment: None,
        decision: None,
    };
    assess(&world.pack, &world.interview, answers, &plan).window
}

fn on(window: &Window, day: NaiveDate) -> VerdictKind {
    window
        .stretches
        .iter()
        .find(|stretch| stretch.from <= day && stretch.until.is_none_or(|until| day <= until))
        .expect("every day from today on")
        .verdict
}

proptest! {
    #![proptest_config(crate::cases(10_000))]

    #[test]
    fn the_window_is_what_a_search_of_every_day_finds(
        papers in proptest::collection::vec(paper(), 3), vow in proptest::option::of(any::<bool>()), today in near(),
    ) {
        let window = window(&answers(&papers, vow), today);
        for ahead in 0..260 {
            let day = today + Days::new(ahead);
            prop_assert_eq!(on(&window, day), naive(&papers, vow, day), "on {}: {:?}", day, papers);
        }
    }

    #[test]
    fn a_good_paper_in_place_of_a_missing_one_takes_no_day_away_that_it_is_good_on(
        papers in proptest::collection::vec(paper(), 3), vow in any::<bool>(), today in near(), which in 0usize..3,
    ) {
        let mut before = papers.clone();
        before[which] = Paper { in_hand: Some(false), issued: None, expires: None };
        let mut after = papers;
        after[which] = Paper { in_hand: Some(true), issued: Some(today), expires: None };
        let before = window(&answers(&before, Some(vow)), today);
        let after = window(&answers(&after, Some(vow)), today);
        for ahead in 0..=30 {
            let day = today + Days::new(ahead);
            prop_assert_eq!(on(&after, day), on(&before, day), "on {}", day);
        }
    }
}

#[test]
fn a_paper_is_good_from_its_issue_to_the_last_day_of_its_term() {
    let world = world();
    for (filing, today, status) in [
        ("2026-02-28", "2026-02-28", PaperStatus::NotYet),
        ("2026-03-01", "2026-02-28", PaperStatus::InHand),
        ("2026-03-30", "2026-02-28", PaperStatus::InHand),
        ("2026-03-31", "2026-02-28", PaperStatus::InHand),
        ("2026-04-01", "2026-03-31", PaperStatus::WillBeOutOfDate),
        ("2026-04-01", "2026-04-01", PaperStatus::OutOfDate),
    ] {
        let letter = Paper {
            in_hand: Some(true),
            issued: Some(day("2026-03-01")),
            expires: None,
        };
        let plan = Plan {
            today: day(today),
            filing: day(filing),
            filing_given: true,
            payment: None,
            decision: None,
        };
        let assessment = assess(
            &world.pack,
            &world.interview,
            &answers(&[letter], None),
            &plan,
        );
        let found = assessment
            .requirements
            .iter()
            .find(|requirement| requirement.finding.id == "letter")
            .expect("the letter");
        assert_eq!(found.status, status, "filed on {filing}, asked on {today}");
        assert_eq!(found.papers[0].last_good_day, Some(day("2026-03-31")));
    }
}
