//! Dates in words and numbers.

use chrono::{Datelike, NaiveDate};

use crate::{Lang, text, text_with};

/// A date in words: "30 ноября 2026 г.", "2026 ж. 30 қараша", "30 November 2026".
#[must_use]
pub fn date_long(lang: Lang, date: NaiveDate) -> String {
    in_words(lang, "dates.long", date, &date.day().to_string())
}

/// A date within the text of a paper: "30 ноября 2026 г.", "2026 жылғы 30 қараша", "30 November 2026".
#[must_use]
pub fn date_paper(lang: Lang, date: NaiveDate) -> String {
    in_words(lang, "dates.paper", date, &date.day().to_string())
}

/// A date beside a signature: «30» ноября 2026 г., «30» қараша 2026 ж.; the day always has two digits.
#[must_use]
pub fn date_official(lang: Lang, date: NaiveDate) -> String {
    in_words(lang, "dates.official", date, &format!("{:02}", date.day()))
}

/// A date in numbers: "30.11.2026", the same in all languages.
#[must_use]
pub fn date_numeric(lang: Lang, date: NaiveDate) -> String {
    let (day, month) = (format!("{:02}", date.day()), format!("{:02}", date.month()));
    filled(lang, "dates.numeric", &day, &month, date)
}

/// The day of the week: "понедельник", "дүйсенбі", "Monday".
#[must_use]
pub fn weekday(lang: Lang, date: NaiveDate) -> String {
    named(lang, "dates.weekday", date.weekday().number_from_monday())
}

/// The day of the week in two letters, for a calendar: "пн", "дс", "Mo".
#[must_use]
pub fn weekday_short(lang: Lang, date: NaiveDate) -> String {
    named(
        lang,
        "dates.weekday_short",
        date.weekday().number_from_monday(),
    )
}

/// The month without a day, for a heading: "ноябрь", "қараша", "November".
#[must_use]
pub fn month(lang: Lang, date: NaiveDate) -> String {
    named(lang, "dates.month_alone", date.month())
}

fn in_words(lang: Lang, pattern: &str, date: NaiveDate, day: &str) -> String {
    let month = named(lang, "dates.month", date.month());
    filled(lang, pattern, day, &month, date)
}

fn filled(lang: Lang, pattern: &str, day: &str, month: &str, date: NaiveDate) -> String {
    let year = format!("{:04}", date.year());
    let args = [("day", day), ("month", month), ("year", year.as_str())];
    text_with(lang, pattern, &args)
}

fn named(lang: Lang, stem: &str, number: u32) -> String {
    text(lang, &format!("{stem}.{number}"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::has;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[rstest]
    #[case(Lang::Ru, "30 ноября 2026 г.", "«30» ноября 2026 г.", "понедельник")]
    #[case(Lang::Kk, "2026 ж. 30 қараша", "«30» қараша 2026 ж.", "дүйсенбі")]
    #[case(Lang::En, "30 November 2026", "“30” November 2026", "Monday")]
    fn a_date_in_each_language(
        #[case] lang: Lang,
        #[case] long: &str,
        #[case] official: &str,
        #[case] name: &str,
    ) {
        let date = day(2026, 11, 30);
        assert_eq!(date_long(lang, date), long);
        assert_eq!(date_official(lang, date), official);
        assert_eq!(date_numeric(lang, date), "30.11.2026");
        assert_eq!(weekday(lang, date), name);
    }

    #[test]
    fn a_day_of_one_digit() {
        let date = day(2027, 3, 8);
        assert_eq!(date_long(Lang::Ru, date), "8 марта 2027 г.");
        assert_eq!(date_official(Lang::Ru, date), "«08» марта 2027 г.");
        assert_eq!(date_official(Lang::Kk, date), "«08» наурыз 2027 ж.");
        assert_eq!(date_paper(Lang::Ru, date), "8 марта 2027 г.");
        assert_eq!(date_paper(Lang::Kk, date), "2027 жылғы 8 наурыз");
        assert_eq!(date_paper(Lang::En, date), "8 March 2027");
        assert_eq!(date_numeric(Lang::Kk, date), "08.03.2027");
    }

    #[test]
    fn the_month_alone_is_nominative() {
        assert_eq!(month(Lang::Ru, day(2026, 5, 1)), "май");
        assert_eq!(date_long(Lang::Ru, day(2026, 5, 1)), "1 мая 2026 г.");
    }

    #[test]
    fn the_week_ends_on_sunday() {
        assert_eq!(weekday(Lang::Kk, day(2026, 11, 22)), "жексенбі");
        assert_eq!(weekday_short(Lang::Kk, day(2026, 11, 22)), "жс");
        assert_eq!(weekday_short(Lang::Ru, day(2026, 11, 21)), "сб");
    }

    #[test]
    fn every_month_and_weekday_has_a_name() {
        for lang in Lang::ALL {
            for number in 1..=12 {
                assert!(has(lang, &format!("dates.month.{number}")));
                assert!(has(lang, &format!("dates.month_alone.{number}")));
            }
            for number in 1..=7 {
                assert!(has(lang, &format!("dates.weekday.{number}")));
                assert!(has(lang, &format!("dates.weekday_short.{number}")));
            }
        }
    }
}
