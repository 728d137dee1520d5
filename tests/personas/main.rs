//! The acceptance cases as tables that a lawyer can read: `*.toml` beside this file, the person they start from in
//! `baseline.json`. Every table is checked in Kazakh, Russian and English, and the three answers must be the same but for words.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise"
)]

#[path = "../files/mod.rs"]
mod files;
#[path = "../support/ledger.rs"]
#[expect(dead_code, reason = "made for the test of the ledger too")]
mod ledger;

mod around;
mod asked;
mod case;
mod claims;
mod deadlines;
mod deciding;
mod matrix;
mod money;
mod mutants;
mod over_time;
mod paper_claims;
mod plan_claims;
mod rows;
mod shifted;
mod stay;
mod witnesses;
mod words;

use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::assess_case;

use crate::case::PersonaCase;

/// Every table of every case, in every language. All mistakes are shown at once.
#[test]
fn every_row_of_every_table_holds_in_every_language() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for case in case::all() {
        for table in &case.tables {
            let person = case.person(&knowledge, table);
            for lang in [Lang::Kk, Lang::Ru, Lang::En] {
                let view = assess_case(&knowledge, &person, table.today(), lang);
                for row in rows::of(&table.rows) {
                    rows += 1;
                    for problem in row.problems(&view) {
                        wrong.push(format!(
                            "{} on {} in {}: {}\n      {problem}",
                            case.file,
                            table.filing,
                            lang.code(),
                            row.line
                        ));
                    }
                }
            }
        }
    }
    assert!(rows > 100, "the tables were found: {rows} rows");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Case 30: the language changes words and nothing else.
#[test]
fn verdicts_dates_and_sums_are_the_same_in_every_language() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    for case in case::all() {
        for table in &case.tables {
            let person = case.person(&knowledge, table);
            let wordless = |lang| {
                let view = assess_case(&knowledge, &person, table.today(), lang);
                words::removed(serde_json::to_value(view).expect("a view is JSON"))
            };
            let english = wordless(Lang::En);
            for lang in [Lang::Kk, Lang::Ru] {
                assert_eq!(
                    wordless(lang),
                    english,
                    "{} on {} in {}",
                    case.file,
                    table.filing,
                    lang.code()
                );
            }
        }
    }
}

/// No word stays in one language: what is a word in English is a word in the others, and never empty.
#[test]
fn every_sentence_is_there_in_every_language() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    for case in case::all() {
        for table in &case.tables {
            let person = case.person(&knowledge, table);
            for lang in [Lang::Kk, Lang::Ru, Lang::En] {
                let view = assess_case(&knowledge, &person, table.today(), lang);
                for step in around::steps(&view) {
                    assert!(
                        !step.office.contains(&step.takes_text),
                        "{}: said twice: {}; {}",
                        case.file,
                        step.office,
                        step.takes_text
                    );
                }
                let json = serde_json::to_value(view).expect("a view is JSON");
                words::each(&json, &mut |place, word| {
                    assert!(
                        !word.trim().is_empty(),
                        "{}: nothing to read at {place}",
                        case.file
                    );
                    assert!(
                        !word.contains("findings.") && !word.contains("%{"),
                        "{}: {place} is a key or holds a placeholder: {word}",
                        case.file
                    );
                });
            }
        }
    }
}

/// The cases that these tables answer. A case that the product does not answer yet has no file.
#[test]
fn no_table_was_lost() {
    let cases: Vec<String> = case::all()
        .iter()
        .flat_map(|case: &PersonaCase| case.cases.clone())
        .collect();
    for wanted in [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
        "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29",
    ] {
        assert!(
            cases.iter().any(|case| case == wanted),
            "no table for case {wanted}"
        );
    }
}

/// The known sum of every budget is that of its counted parts, and nothing that is not counted was forgotten.
#[test]
fn every_budget_adds_up() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    for case in case::all() {
        for table in &case.tables {
            let person = case.person(&knowledge, table);
            let view = assess_case(&knowledge, &person, table.today(), Lang::En);
            let problems: Vec<String> = money::does_not_add_up(&view.budget).into_iter().collect();
            assert!(
                problems.is_empty(),
                "{} on {}: {problems:?}",
                case.file,
                table.filing
            );
        }
    }
}
