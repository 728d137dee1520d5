//! One question with its answer.

use chrono::Datelike;
use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Fact;
use qonys_law::FactType;
use qonys_law::Value;
use qonys_texts::weekday;

use crate::entry::doubts_of_answer;
use crate::interview::Screen;
use crate::interview::fact_ref;
use crate::read::plain_money;
use crate::view::AnswerView;
use crate::view::FactKind;
use crate::view::OptionView;
use crate::view::QuestionView;
use crate::view::WhyView;

impl Screen<'_> {
    pub(super) fn question(&self, fact: &Fact, record: Option<&str>) -> QuestionView {
        let reference = fact_ref(&fact.id.entity, record, &fact.id.fact);
        let speaker = &self.speaker;
        QuestionView {
            key: reference.to_string(),
            entity: fact.id.entity.clone(),
            record: record.map(str::to_owned),
            fact: fact.id.fact.clone(),
            kind: kind(fact.kind),
            question: speaker.words(&fact.question),
            label: speaker.words(&fact.label),
            hint: fact.hint.as_ref().map(|hint| speaker.words(hint)),
            why: fact.why.as_ref().map(|why| WhyView {
                text: speaker.words(why),
                source: fact
                    .why_cite
                    .as_ref()
                    .and_then(|cite| speaker.why_source(cite)),
            }),
            options: fact
                .option
                .iter()
                .map(|option| OptionView {
                    id: option.id.clone(),
                    label: speaker.words(&option.label),
                    hint: option.hint.as_ref().map(|hint| speaker.words(hint)),
                })
                .collect(),
            optional: fact.optional,
            unknown_allowed: fact.unknown,
            long: fact.long,
            length: fact.length.and_then(|length| u32::try_from(length).ok()),
            decides: self.deciding.contains(&reference),
            doubts: doubts_of_answer(speaker, &reference, &self.assessment.sanity),
            answer: self
                .answers()
                .get(&reference)
                .map(|answer| self.answer(fact, answer)),
        }
    }

    fn answer(&self, fact: &Fact, answer: &Answer) -> AnswerView {
        let value = match answer {
            Answer::NotKnownYet => {
                return AnswerView {
                    text: self.speaker.say("answer.not_known_yet"),
                    not_known_yet: true,
                    value: String::new(),
                    date: None,
                    kk: None,
                    ru: None,
                    echo: None,
                };
            }
            Answer::Known(value) => value,
        };
        let (raw, date, twins) = match value {
            Value::YesNo(true) => ("yes".to_owned(), None, None),
            Value::YesNo(false) => ("no".to_owned(), None, None),
            Value::Choice(word) | Value::Country(word) => (word.clone(), None, None),
            Value::Number(number) => (number.to_string(), None, None),
            Value::Money(tiyn) => (plain_money(*tiyn), None, None),
            Value::Date(day) => (String::new(), Some(*day), None),
            Value::Text(text) => (text.text.clone(), None, Some(text)),
        };
        AnswerView {
            text: self.speaker.value(&fact.id, value),
            not_known_yet: false,
            value: raw,
            date: date.map(fields),
            kk: twins.and_then(|text| text.kk.clone()),
            ru: twins.and_then(|text| text.ru.clone()),
            echo: date.map(|day| weekday(self.speaker.lang, day)),
        }
    }
}

fn fields(day: NaiveDate) -> [String; 3] {
    [
        day.day().to_string(),
        day.month().to_string(),
        day.year().to_string(),
    ]
}

pub(crate) fn kind(kind: FactType) -> FactKind {
    match kind {
        FactType::YesNo => FactKind::YesNo,
        FactType::Choice => FactKind::Choice,
        FactType::Date => FactKind::Date,
        FactType::Text => FactKind::Text,
        FactType::NameLatin => FactKind::NameLatin,
        FactType::NameCyrillic => FactKind::NameCyrillic,
        FactType::Country => FactKind::Country,
        FactType::Number => FactKind::Number,
        FactType::Money => FactKind::Money,
        FactType::Digits => FactKind::Digits,
    }
}
