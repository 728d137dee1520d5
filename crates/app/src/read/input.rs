//! Answers from the fields of a screen.

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Fact;
use qonys_law::FactType;
use qonys_law::Pack;
use qonys_law::Text;
use qonys_law::Value;

use crate::field_problem::FieldProblem;
use crate::read::value;
use crate::wanted::Wanted;
use crate::wire::AnswerInput;
use crate::wire::DateInput;

/// The answer of the fields; none when the answer is taken back.
pub(crate) fn answer_of_input(
    fact: &Fact,
    pack: &Pack,
    input: &AnswerInput,
) -> Result<Option<Answer>, FieldProblem> {
    let known = |value| Some(Answer::Known(value));
    match (input, fact.kind) {
        (AnswerInput::Empty, _) => Ok(None),
        (AnswerInput::NotKnownYet, _) => Ok(Some(Answer::NotKnownYet)),
        (AnswerInput::Date { day, month, year }, FactType::Date) => {
            value::date(day, month, year).map(|date| known(Value::Date(date)))
        }
        (
            AnswerInput::Text { text, kk, ru },
            FactType::Text | FactType::NameLatin | FactType::NameCyrillic,
        ) => value::text(
            fact,
            Text {
                text: text.clone(),
                kk: kk.clone(),
                ru: ru.clone(),
            },
        )
        .map(known),
        (AnswerInput::Text { text, .. }, FactType::Digits | FactType::Number | FactType::Money) => {
            value::word(fact, pack, text).map(known)
        }
        (AnswerInput::Word { value: word }, _) => value::word(fact, pack, word).map(known),
        (AnswerInput::Date { .. } | AnswerInput::Text { .. }, _) => Err(FieldProblem::WrongType {
            wanted: wanted(fact.kind),
        }),
    }
}

/// A date of the plan; none when all three fields are empty.
pub(crate) fn date_of_input(input: &DateInput) -> Result<Option<NaiveDate>, FieldProblem> {
    if [&input.day, &input.month, &input.year]
        .iter()
        .all(|field| field.trim().is_empty())
    {
        return Ok(None);
    }
    value::date(&input.day, &input.month, &input.year).map(Some)
}

/// What a type looks like, for messages about files.
pub(crate) fn wanted(kind: FactType) -> Wanted {
    match kind {
        FactType::YesNo => Wanted::YesNo,
        FactType::Choice => Wanted::Option,
        FactType::Date => Wanted::Day,
        FactType::Text | FactType::NameLatin | FactType::NameCyrillic => Wanted::Text,
        FactType::Country => Wanted::Country,
        FactType::Number => Wanted::Number,
        FactType::Money => Wanted::Money,
        FactType::Digits => Wanted::Digits,
    }
}
