//! What the machine-readable lines say.

use std::fmt;

use chrono::Datelike;
use chrono::Days;
use chrono::NaiveDate;

use crate::countries::country_of_zone;
use crate::digits::holds;
use crate::lines::CheckedField;
use crate::lines::Lines;
use crate::lines::ZoneFormat;
use crate::lines::ZoneProblem;
use crate::lines::lines_of;

/// A document is valid for at most so many years after today; a later year is of the century before.
const LONGEST_VALIDITY: i32 = 50;

/// The sex, as a passport states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Male.
    Male,
    /// Female.
    Female,
}

/// What the lines say; a field that they leave open is none. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct MachineZone {
    /// The lay-out.
    pub format: ZoneFormat,
    /// Whether the lines are those of a passport (the first letter is P), and not of a card.
    pub passport: bool,
    /// The number of the document.
    pub number: String,
    /// The surname, in capital letters, fillers as spaces.
    pub surname: String,
    /// The given names, with a patronymic where the state prints it there.
    pub given: String,
    /// Whether the names fill their line to its end: then they may be cut off.
    pub names_cut: bool,
    /// The citizenship as ISO 3166-1 alpha-2; none for the codes of stateless persons and of organisations.
    pub citizenship: Option<String>,
    /// The code of the citizenship as it is printed.
    pub citizenship_code: String,
    /// The day of birth; the century is the latest that does not lie in the future.
    pub birth: Option<NaiveDate>,
    /// The sex; none for "not stated".
    pub sex: Option<Sex>,
    /// The last day of validity.
    pub expiry: Option<NaiveDate>,
}

impl fmt::Debug for MachineZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[machine-readable zone]")
    }
}

/// Where the fields stand: line, first and last character, counted from one.
struct Layout {
    names: (usize, usize, usize),
    number: (usize, usize, usize),
    citizenship: (usize, usize, usize),
    birth: (usize, usize, usize),
    sex: (usize, usize),
    expiry: (usize, usize, usize),
    /// The parts over which the last digit of all is made, and where that digit stands.
    whole: &'static [(usize, usize, usize)],
    whole_digit: (usize, usize),
}

const TD3: Layout = Layout {
    names: (1, 6, 44),
    number: (2, 1, 9),
    citizenship: (2, 11, 13),
    birth: (2, 14, 19),
    sex: (2, 21),
    expiry: (2, 22, 27),
    whole: &[(2, 1, 10), (2, 14, 20), (2, 22, 43)],
    whole_digit: (2, 44),
};

const TD2: Layout = Layout {
    names: (1, 6, 36),
    whole: &[(2, 1, 10), (2, 14, 20), (2, 22, 35)],
    whole_digit: (2, 36),
    ..TD3
};

const TD1: Layout = Layout {
    names: (3, 1, 30),
    number: (1, 6, 14),
    citizenship: (2, 16, 18),
    birth: (2, 1, 6),
    sex: (2, 8),
    expiry: (2, 9, 14),
    whole: &[(1, 6, 30), (2, 1, 7), (2, 9, 15), (2, 19, 29)],
    whole_digit: (2, 30),
};

/// Reads the lines. `today` tells the century of a year of two digits.
///
/// # Errors
/// When the lines are of another document, or something in them was mistyped.
pub fn read_zone(text: &str, today: NaiveDate) -> Result<MachineZone, ZoneProblem> {
    let lines = lines_of(text)?;
    let code = lines.cut(1, 1, 2);
    if code.starts_with('V') {
        return Err(ZoneProblem::Visa);
    }
    if code == "PN" && lines.cut(1, 3, 5) == "RUS" {
        return Err(ZoneProblem::Internal);
    }
    let layout = match lines.format {
        ZoneFormat::Td3 => TD3,
        ZoneFormat::Td2 => TD2,
        ZoneFormat::Td1 => TD1,
    };
    let number = number_of(&lines, &layout)?;
    let checked = |(line, first, last): (usize, usize, usize), field| {
        let text = lines.cut(line, first, last);
        if holds(text, lines.at(line, last + 1)) {
            Ok(text)
        } else {
            Err(ZoneProblem::CheckDigit { field })
        }
    };
    let birth = checked(layout.birth, CheckedField::Birth)?;
    let expiry = checked(layout.expiry, CheckedField::Expiry)?;
    if lines.format == ZoneFormat::Td3 {
        checked((2, 29, 42), CheckedField::Personal)?;
    }
    let whole: String = layout
        .whole
        .iter()
        .map(|&(line, first, last)| lines.cut(line, first, last))
        .collect();
    if !holds(&whole, lines.at(layout.whole_digit.0, layout.whole_digit.1)) {
        return Err(ZoneProblem::CheckDigit {
            field: CheckedField::Whole,
        });
    }
    let (line, first, last) = layout.names;
    let names = lines.cut(line, first, last);
    if names.chars().any(|character| character.is_ascii_digit()) {
        return Err(ZoneProblem::Name);
    }
    let (surname, given) = names.split_once("<<").unwrap_or((names, ""));
    let (line, first, last) = layout.citizenship;
    let citizenship = lines.cut(line, first, last);
    Ok(MachineZone {
        format: lines.format,
        passport: code.starts_with('P'),
        number,
        surname: spaced(surname),
        given: spaced(given),
        names_cut: !names.ends_with('<'),
        citizenship: country_of_zone(citizenship).map(str::to_owned),
        citizenship_code: citizenship.trim_end_matches('<').to_owned(),
        birth: day_of(birth, |year| century_of_birth(year, birth, today)),
        sex: match lines.at(layout.sex.0, layout.sex.1) {
            'M' => Some(Sex::Male),
            'F' => Some(Sex::Female),
            _ => None,
        },
        expiry: day_of(expiry, |year| century_of_expiry(year, today)),
    })
}

/// The number; on a card a long one goes on in the field behind, where its check digit ends it.
fn number_of(lines: &Lines, layout: &Layout) -> Result<String, ZoneProblem> {
    let (line, first, last) = layout.number;
    let start = lines.cut(line, first, last);
    let digit = lines.at(line, last + 1);
    let goes_on = match lines.format {
        ZoneFormat::Td1 => lines.cut(1, 16, 30),
        ZoneFormat::Td2 => lines.cut(2, 29, 35),
        ZoneFormat::Td3 => "",
    };
    let (number, digit) = match goes_on.split_once('<') {
        Some((rest, _)) if digit == '<' && !rest.is_empty() => {
            let (rest, digit) = rest.split_at(rest.len() - 1);
            (
                format!("{start}{rest}"),
                digit.chars().next().unwrap_or('<'),
            )
        }
        _ => (start.to_owned(), digit),
    };
    if holds(&number, digit) {
        Ok(number.replace('<', ""))
    } else {
        Err(ZoneProblem::CheckDigit {
            field: CheckedField::Number,
        })
    }
}

fn spaced(name: &str) -> String {
    name.split('<')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A day of six digits; none where a part of it is left open, or there is no such day.
fn day_of(six: &str, year_of: impl FnOnce(i32) -> i32) -> Option<NaiveDate> {
    let part = |from: usize| six.get(from..from + 2)?.parse::<u32>().ok();
    let year = i32::try_from(part(0)?).ok()?;
    NaiveDate::from_ymd_opt(year_of(year), part(2)?, part(4)?)
}

fn century_of_birth(year: i32, six: &str, today: NaiveDate) -> i32 {
    let this_century = today.year() - today.year().rem_euclid(100) + year;
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    match day_of(six, |_| this_century) {
        Some(day) if day < tomorrow => this_century,
        Some(_) | None => this_century - 100,
    }
}

fn century_of_expiry(year: i32, today: NaiveDate) -> i32 {
    let this_century = today.year() - today.year().rem_euclid(100) + year;
    if this_century > today.year() + LONGEST_VALIDITY {
        this_century - 100
    } else if this_century + 100 <= today.year() + LONGEST_VALIDITY {
        this_century + 100
    } else {
        this_century
    }
}
