//! A character that no bundled font has, told by the questions whose answers hold it.

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::EntityRef;
use qonys_law::FactRef;
use qonys_law::Record;
use qonys_law::Value;
use qonys_papers::PaperError;
use qonys_texts::Lang;
use qonys_texts::text;

use crate::case::Case;
use crate::error::AppError;
use crate::knowledge::Knowledge;
use crate::speak::PAPER;
use crate::speak::Speaker;

/// What a text of the person's own in place of a composed one is called.
const OWN_TEXT: &str = "papers.own_text_with_glyph";

/// The questions whose answers hold a character, by what the person calls them, in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAnswers {
    names: [String; 3],
    /// The language of the paper.
    paper: Lang,
}

impl NamedAnswers {
    /// The names in a language, with commas between them.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        let [kk, ru, en] = &self.names;
        match lang {
            Lang::Kk => kk,
            Lang::Ru => ru,
            Lang::En => en,
        }
    }

    /// The names in the language of the paper.
    #[must_use]
    pub fn of_paper(&self) -> &str {
        self.of(self.paper)
    }
}

/// The error of a paper; one of a character without a glyph names the questions and not the place on the paper, which only
/// the program's own files know.
pub(crate) fn named(
    knowledge: &Knowledge,
    case: &Case,
    paper: Lang,
    error: PaperError,
) -> AppError {
    let PaperError::MissingGlyph { character, .. } = &error else {
        return error.into();
    };
    let facts = holding(&case.answers, *character);
    let own = facts.is_empty()
        && case.texts.values().flatten().any(|(_, own)| {
            [&own.kk, &own.ru]
                .into_iter()
                .flatten()
                .any(|text| text.contains(*character))
        });
    if facts.is_empty() && !own {
        return error.into();
    }
    let names = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| {
        if own {
            return text(lang, OWN_TEXT);
        }
        let speaker = Speaker {
            knowledge,
            answers: &case.answers,
            lang,
        };
        let labels: Vec<String> = facts.iter().map(|fact| speaker.label(fact)).collect();
        labels.join(", ")
    });
    AppError::NoGlyph {
        character: *character,
        answers: Box::new(NamedAnswers { names, paper }),
    }
}

/// The questions whose answers hold a character.
fn holding(answers: &Answers, character: char) -> Vec<FactRef> {
    let singles = answers
        .singles
        .iter()
        .map(|(kind, record)| (kind.as_str(), None, record));
    let listed = answers.lists.iter().flat_map(|(kind, list)| {
        list.records
            .iter()
            .map(move |(id, record)| (kind.as_str(), Some(id.as_str()), record))
    });
    let papers = answers
        .papers
        .iter()
        .map(|(key, record)| (PAPER, Some(key.as_str()), record));
    singles
        .chain(listed)
        .chain(papers)
        .flat_map(|(kind, id, record)| {
            held(record, character).map(move |fact| FactRef {
                entity: EntityRef {
                    kind: kind.to_owned(),
                    record: id.map(str::to_owned),
                },
                fact: fact.to_owned(),
            })
        })
        .collect()
}

fn held(record: &Record, character: char) -> impl Iterator<Item = &str> {
    record.iter().filter_map(move |(fact, answer)| {
        let Answer::Known(Value::Text(text)) = answer else {
            return None;
        };
        [Some(&text.text), text.kk.as_ref(), text.ru.as_ref()]
            .into_iter()
            .flatten()
            .any(|text| text.contains(character))
            .then_some(fact.as_str())
    })
}
