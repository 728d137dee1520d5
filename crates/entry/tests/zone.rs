//! The machine-readable lines: the specimens of ICAO Doc 9303, mistyped ones, and what is another document.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use chrono::NaiveDate;
use proptest::prelude::*;
use qonys_entry::Sex;
use qonys_entry::ZoneFormat;
use qonys_entry::ZoneProblem;
use qonys_entry::read_zone;

/// Doc 9303, part 4, appendix A.
const PASSPORT: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
/// Doc 9303, part 5, appendix A.
const CARD: &str = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
/// Doc 9303, part 6, appendix A.
const OLD_CARD: &str = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 22)
}

#[test]
fn the_passport_of_the_standard() {
    let zone = read_zone(PASSPORT, today()).unwrap();
    assert_eq!(zone.format, ZoneFormat::Td3);
    assert!(zone.passport);
    assert_eq!(zone.number, "L898902C3");
    assert_eq!(
        (zone.surname.as_str(), zone.given.as_str()),
        ("ERIKSSON", "ANNA MARIA")
    );
    assert_eq!(zone.birth, Some(day(1974, 8, 12)));
    assert_eq!(zone.expiry, Some(day(2012, 4, 15)));
    assert_eq!(zone.sex, Some(Sex::Female));
    assert_eq!(zone.citizenship, None, "Utopia is no country");
    assert_eq!(zone.citizenship_code, "UTO");
    assert!(!zone.names_cut);
    assert_eq!(format!("{zone:?}"), "[machine-readable zone]");
}

#[test]
fn the_cards_of_the_standard() {
    for (lines, format) in [(CARD, ZoneFormat::Td1), (OLD_CARD, ZoneFormat::Td2)] {
        let zone = read_zone(lines, today()).unwrap();
        assert_eq!(zone.format, format);
        assert!(!zone.passport);
        assert_eq!(zone.number, "D23145890");
        assert_eq!(zone.given, "ANNA MARIA");
        assert_eq!(zone.birth, Some(day(1974, 8, 12)));
        assert_eq!(zone.expiry, Some(day(2012, 4, 15)));
    }
}

#[test]
fn a_long_number_of_a_card_goes_on_behind() {
    // Doc 9303, part 5: the number D23145890734 with its check digit behind it.
    let lines = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<";
    let zone = read_zone(lines, today()).unwrap();
    assert_eq!(zone.number, "D23145890734");
    assert_eq!(zone.birth, Some(day(1934, 7, 12)));
}

#[test]
fn pasted_in_one_line_with_spaces_and_quotation_marks() {
    let one_line = PASSPORT.replace('\n', "");
    assert_eq!(read_zone(&one_line, today()), read_zone(PASSPORT, today()));
    let spaced = PASSPORT.to_lowercase().replace("<<", " « ");
    assert_eq!(read_zone(&spaced, today()), read_zone(PASSPORT, today()));
    let short = PASSPORT.replace("MARIA<<<<<<<<<<<<<<<<<<<", "MARIA");
    assert_eq!(
        read_zone(&short, today()),
        read_zone(PASSPORT, today()),
        "nobody counts the fillers behind the names"
    );
}

#[test]
fn the_century_follows_today() {
    let born = |on| read_zone(PASSPORT, on).unwrap().birth.unwrap();
    assert_eq!(born(day(2074, 8, 11)), day(1974, 8, 12), "the day before");
    assert_eq!(born(day(2074, 8, 12)), day(2074, 8, 12), "the day itself");
}

#[test]
fn what_is_another_document_is_said() {
    let of = |lines: &str| read_zone(lines, today()).unwrap_err().code();
    assert_eq!(of(&PASSPORT.replacen('P', "V", 1)), "zone.visa");
    assert_eq!(of(&PASSPORT.replacen("P<UTO", "PNRUS", 1)), "zone.internal");
    assert_eq!(of("P<UTOERIKSSON<<ANNA"), "zone.lines");
    assert_eq!(of(""), "zone.lines");
    assert_eq!(
        read_zone(&PASSPORT.replace("<<<<<10", "<<<<10"), today()),
        Err(ZoneProblem::Length {
            line: 2,
            found: 43,
            wanted: 44
        })
    );
    assert_eq!(
        read_zone(&PASSPORT.replace("ERIK", "ЕRIK"), today()),
        Err(ZoneProblem::Character {
            line: 1,
            character: 'Е'
        }),
        "a Cyrillic letter is not exchanged in silence"
    );
    assert_eq!(of(&PASSPORT.replace("ANNA", "ANN4")), "zone.name");
}

#[test]
fn what_the_lines_leave_open_stays_open() {
    // Month and day of birth unknown: digits anew, as Doc 9303 counts fillers for nought.
    let lines = "P<RUSLI<<ANNA\nL898902C36RUS74<<<<1<1204159<<<<<<<<<<<<<<<";
    let with_digit = (0..10)
        .map(|digit| format!("{lines}{digit}"))
        .find_map(|lines| read_zone(&lines, today()).ok())
        .expect("one of ten digits fits");
    assert_eq!(with_digit.birth, None);
    assert_eq!(with_digit.sex, None);
    assert_eq!(with_digit.citizenship.as_deref(), Some("RU"));
}

proptest! {
    /// A check digit finds every single mistyped digit of what it checks.
    #[test]
    fn one_mistyped_digit_is_found(place in 0_usize..43, digit in 0_u32..10) {
        let (first, second) = PASSPORT.split_once('\n').unwrap();
        let mut characters: Vec<char> = second.chars().collect();
        let checked = (0..10).contains(&place) || (13..20).contains(&place) || (21..43).contains(&place);
        let typed = char::from_digit(digit, 10).unwrap();
        if checked && characters[place].is_ascii_digit() && characters[place] != typed {
            characters[place] = typed;
            let lines = format!("{first}\n{}", characters.iter().collect::<String>());
            let found = matches!(read_zone(&lines, today()), Err(ZoneProblem::CheckDigit { .. }));
            prop_assert!(found);
        }
    }

    /// Whatever is pasted, the reader gives an answer.
    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,120}", lines in "[A-Z0-9<\n]{0,100}") {
        let _ = read_zone(&text, today());
        let _ = read_zone(&lines, today());
    }
}
