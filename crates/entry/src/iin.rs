//! The individual identification number of Kazakhstan: six digits of the birth date, one of century and sex, four of a counter, one
//! that checks the others.

use chrono::Datelike;
use chrono::NaiveDate;

/// The sex, as a passport states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Male.
    Male,
    /// Female.
    Female,
}

/// What does not fit in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IinDoubt {
    /// The last digit does not fit the others: one of the twelve was mistyped.
    CheckDigit,
    /// It begins with another day than the birth date.
    Birth,
    /// Its seventh digit stands for another century than the birth date's.
    Century,
    /// Its seventh digit stands for the other sex.
    Sex,
}

/// How many digits there are.
const LENGTH: usize = 12;

/// What does not fit; nothing for a text that is not twelve digits, which is another fault. The seventh digit tells century and sex
/// only from one to six: others are given out too and say nothing about the person.
#[must_use]
pub fn iin_doubts(number: &str, birth: Option<NaiveDate>, sex: Option<Sex>) -> Vec<IinDoubt> {
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != LENGTH || number.chars().count() != LENGTH {
        return Vec::new();
    }
    let mut doubts = Vec::new();
    if check_digit(&digits) != digits.last().copied() {
        doubts.push(IinDoubt::CheckDigit);
    }
    let (Some(date), Some(&seventh)) = (number.get(..6), digits.get(6)) else {
        return doubts;
    };
    if let Some(birth) = birth {
        if birth.format("%y%m%d").to_string() != date {
            doubts.push(IinDoubt::Birth);
        } else if let Some(century) = century_of(seventh)
            && birth.year().div_euclid(100) * 100 != century
        {
            doubts.push(IinDoubt::Century);
        }
    }
    if let (Some(said), Some(sex)) = (sex_of(seventh), sex)
        && said != sex
    {
        doubts.push(IinDoubt::Sex);
    }
    doubts
}

fn century_of(seventh: u32) -> Option<i32> {
    match seventh {
        1 | 2 => Some(1800),
        3 | 4 => Some(1900),
        5 | 6 => Some(2000),
        _ => None,
    }
}

fn sex_of(seventh: u32) -> Option<Sex> {
    century_of(seventh).map(|_| {
        if seventh.is_multiple_of(2) {
            Sex::Female
        } else {
            Sex::Male
        }
    })
}

/// The last digit that fits the first eleven: their sum with the weights 1 to 11 modulo 11, where that is ten once more with the
/// weights 3 to 11, 1, 2. Numbers for which that is ten as well are not given out.
fn check_digit(digits: &[u32]) -> Option<u32> {
    let sum = |first: u32| -> u32 {
        let weights = (0..11).map(|place| (first - 1 + place) % 11 + 1);
        digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| digit * weight)
            .sum::<u32>()
            % 11
    };
    match sum(1) {
        10 => Some(sum(3)).filter(|digit| *digit < 10),
        digit => Some(digit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn a_number_that_fits_is_not_questioned() {
        let doubts = iin_doubts("900314399986", day(1990, 3, 14), Some(Sex::Male));
        assert_eq!(doubts, []);
        assert_eq!(iin_doubts("900314399986", None, None), []);
    }

    #[test]
    fn nearly_every_single_wrong_digit_is_found() {
        let right = "900314399986";
        let mut not_found = 0;
        // The eleventh digit has the weight 11, which counts nothing modulo 11.
        for place in (0..12).filter(|place| *place != 10) {
            for digit in ('0'..='9').filter(|digit| !right[place..].starts_with(*digit)) {
                let mut wrong = right.to_owned();
                wrong.replace_range(place..=place, &digit.to_string());
                let found = iin_doubts(&wrong, None, None).contains(&IinDoubt::CheckDigit);
                not_found += usize::from(!found);
            }
        }
        // Where the first weights give ten, the second ones may come to the same digit.
        assert!(not_found <= 1, "{not_found} of 99 were not found");
    }

    #[test]
    fn the_second_weights_count_where_the_first_give_ten() {
        let number = (0..10_000_u32)
            .map(|counter| format!("9003143{counter:04}"))
            .find(|eleven| {
                let digits: Vec<u32> = eleven.chars().filter_map(|c| c.to_digit(10)).collect();
                let sum: u32 = digits.iter().zip(1..).map(|(d, w)| d * w).sum();
                sum % 11 == 10
            })
            .unwrap();
        let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
        let second: u32 = digits
            .iter()
            .zip([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])
            .map(|(d, w)| d * w)
            .sum();
        let doubts = iin_doubts(&format!("{number}{}", second % 11 % 10), None, None);
        assert_eq!(doubts.is_empty(), second % 11 < 10);
    }

    #[test]
    fn birth_century_and_sex_are_compared() {
        let of = |birth, sex| iin_doubts("900314399986", birth, sex);
        assert_eq!(
            of(day(1990, 3, 15), None),
            [IinDoubt::Birth],
            "the day after"
        );
        assert_eq!(of(day(2090, 3, 14), None), [IinDoubt::Century]);
        assert_eq!(of(day(1990, 3, 14), Some(Sex::Female)), [IinDoubt::Sex]);
    }

    #[test]
    fn a_seventh_digit_without_a_meaning_questions_nothing() {
        for seventh in ['0', '7', '8', '9'] {
            let number = format!("900314{seventh}99980");
            let doubts = iin_doubts(&number, day(1990, 3, 14), Some(Sex::Female));
            assert!(!doubts.contains(&IinDoubt::Sex) && !doubts.contains(&IinDoubt::Century));
        }
    }

    #[test]
    fn what_is_not_twelve_digits_is_another_fault() {
        assert_eq!(iin_doubts("90031439998", None, None), []);
        assert_eq!(iin_doubts("90031439998x", None, None), []);
    }
}
