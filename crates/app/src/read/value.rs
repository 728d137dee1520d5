//! The rules that a value of each type obeys.

use chrono::NaiveDate;
use qonys_law::Fact;
use qonys_law::FactType;
use qonys_law::Pack;
use qonys_law::Text;
use qonys_law::Value;
use unicode_normalization::UnicodeNormalization;

use crate::field_problem::FieldProblem;
use crate::read::money;
use crate::wanted::Wanted;

/// More than anybody writes into a box; a longer text is an accident.
const MOST_CHARACTERS: usize = 4000;

/// A word as an option, a country, yes or no, a number or digits.
pub(crate) fn word(fact: &Fact, pack: &Pack, word: &str) -> Result<Value, FieldProblem> {
    let word = word.trim();
    match fact.kind {
        FactType::YesNo => match word {
            "yes" => Ok(Value::YesNo(true)),
            "no" => Ok(Value::YesNo(false)),
            _ => Err(FieldProblem::NotAnOption {
                options: "yes, no".to_owned(),
            }),
        },
        FactType::Choice => {
            if fact.option.iter().any(|option| option.id == word) {
                Ok(Value::Choice(word.to_owned()))
            } else {
                let ids: Vec<&str> = fact
                    .option
                    .iter()
                    .map(|option| option.id.as_str())
                    .collect();
                Err(FieldProblem::NotAnOption {
                    options: ids.join(", "),
                })
            }
        }
        FactType::Country => {
            if pack.countries.contains_key(word) {
                Ok(Value::Country(word.to_owned()))
            } else {
                Err(FieldProblem::NoSuchCountry)
            }
        }
        FactType::Number => word
            .parse::<i64>()
            .ok()
            .filter(|number| *number >= 0)
            .map(Value::Number)
            .ok_or(FieldProblem::NumberNotWhole),
        FactType::Money => money::tiyn_of(word)
            .map(Value::Money)
            .ok_or(FieldProblem::MoneyNotRead),
        FactType::Digits => digits(fact, word),
        FactType::Text | FactType::NameLatin | FactType::NameCyrillic => text(
            fact,
            Text {
                text: word.to_owned(),
                kk: None,
                ru: None,
            },
        ),
        FactType::Date => Err(FieldProblem::WrongType {
            wanted: Wanted::Day,
        }),
    }
}

fn digits(fact: &Fact, word: &str) -> Result<Value, FieldProblem> {
    if word.is_empty() {
        return Err(FieldProblem::TextEmpty);
    }
    if !word.chars().all(|character| character.is_ascii_digit()) {
        return Err(FieldProblem::DigitsOnly);
    }
    match fact.length {
        Some(length) if word.len() != length => Err(FieldProblem::DigitsWrongLength { length }),
        Some(_) | None if word.len() > MOST_CHARACTERS => Err(FieldProblem::TextTooLong {
            most: MOST_CHARACTERS,
        }),
        Some(_) | None => Ok(Value::Text(Text {
            text: word.to_owned(),
            kk: None,
            ru: None,
        })),
    }
}

/// A text as one types it: letters that a file or another system took apart are put together, so that й is one letter.
pub(crate) fn composed(text: &str) -> String {
    text.trim().nfc().collect()
}

/// Free text or a name.
pub(crate) fn text(fact: &Fact, text: Text) -> Result<Value, FieldProblem> {
    let trimmed = |part: Option<String>| {
        part.map(|part| composed(&part))
            .filter(|part| !part.is_empty())
    };
    let text = Text {
        text: composed(&text.text),
        kk: trimmed(text.kk),
        ru: trimmed(text.ru),
    };
    let is_name = matches!(fact.kind, FactType::NameLatin | FactType::NameCyrillic);
    if text.text.is_empty() || (is_name && !text.text.contains(char::is_alphabetic)) {
        return Err(FieldProblem::TextEmpty);
    }
    for part in [Some(&text.text), text.kk.as_ref(), text.ru.as_ref()]
        .into_iter()
        .flatten()
    {
        if part.chars().count() > MOST_CHARACTERS {
            return Err(FieldProblem::TextTooLong {
                most: MOST_CHARACTERS,
            });
        }
        if part
            .chars()
            .any(|character| character.is_control() && character != '\n')
        {
            return Err(FieldProblem::ControlCharacter);
        }
    }
    letters(fact.kind, &text.text)?;
    Ok(Value::Text(text))
}

fn letters(kind: FactType, name: &str) -> Result<(), FieldProblem> {
    let stray = |allowed: fn(char) -> bool| {
        name.chars().find(|character| {
            !(allowed(*character) || matches!(character, ' ' | '-' | '\'' | '’' | '.'))
        })
    };
    match kind {
        FactType::NameLatin => stray(is_latin).map_or(Ok(()), |character| {
            Err(FieldProblem::LatinWanted { character })
        }),
        FactType::NameCyrillic => stray(is_cyrillic).map_or(Ok(()), |character| {
            Err(FieldProblem::CyrillicWanted { character })
        }),
        FactType::YesNo
        | FactType::Choice
        | FactType::Date
        | FactType::Text
        | FactType::Country
        | FactType::Number
        | FactType::Money
        | FactType::Digits => Ok(()),
    }
}

fn is_latin(character: char) -> bool {
    character.is_alphabetic()
        && (character.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&character))
}

fn is_cyrillic(character: char) -> bool {
    character.is_alphabetic() && ('\u{400}'..='\u{52f}').contains(&character)
}

/// A date of three fields as they were typed.
pub(crate) fn date(day: &str, month: &str, year: &str) -> Result<NaiveDate, FieldProblem> {
    let fields = [day.trim(), month.trim(), year.trim()];
    if fields.iter().any(|field| field.is_empty()) {
        return Err(FieldProblem::DateIncomplete);
    }
    if fields
        .iter()
        .any(|field| !field.chars().all(|character| character.is_ascii_digit()))
    {
        return Err(FieldProblem::DateNotDigits);
    }
    let impossible = || FieldProblem::DateImpossible {
        day: fields[0].to_owned(),
        month: fields[1].to_owned(),
        year: fields[2].to_owned(),
    };
    // "27" for 2027 or 1927 would be a guess.
    if fields[2].len() != 4 || fields[2].starts_with('0') {
        return Err(FieldProblem::YearNotWhole {
            year: fields[2].to_owned(),
        });
    }
    let number = |field: &str| field.parse::<u32>().map_err(|_| impossible());
    let year = fields[2].parse::<i32>().map_err(|_| impossible())?;
    NaiveDate::from_ymd_opt(year, number(fields[1])?, number(fields[0])?).ok_or_else(impossible)
}

/// A date of a case file, year-month-day.
pub(crate) fn iso_date(text: &str) -> Result<NaiveDate, FieldProblem> {
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => date(day, month, year),
        _ => Err(FieldProblem::WrongType {
            wanted: Wanted::Day,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some files and systems keep й as и and a sign above it.
    #[test]
    fn letters_that_were_taken_apart_are_put_together() {
        assert_eq!(composed(" Андре\u{438}\u{306} "), "Андре\u{439}");
        assert_eq!(composed("Е\u{308}лкин"), "\u{401}лкин");
        assert_eq!(composed("Ә\u{49b}әбай"), "Ә\u{49b}әбай");
    }

    #[test]
    fn a_day_that_is_in_no_calendar_is_refused() {
        assert!(matches!(
            date("31", "2", "2026"),
            Err(FieldProblem::DateImpossible { .. })
        ));
        assert!(date("29", "2", "2028").is_ok());
        assert_eq!(date("1", "", "2026"), Err(FieldProblem::DateIncomplete));
        assert_eq!(date("1", "ма", "2026"), Err(FieldProblem::DateNotDigits));
        for year in ["26", "02026", "0026"] {
            let refused = Err(FieldProblem::YearNotWhole {
                year: year.to_owned(),
            });
            assert_eq!(date("1", "1", year), refused, "that would be a guess");
        }
    }
}
