//! What is said beside a field while it is filled in: doubts, and spellings that may be taken over.

use chrono::NaiveDate;
use qonys_entry::NameDoubt;
use qonys_entry::Script;
use qonys_entry::name_doubt;
use qonys_entry::spellings;
use qonys_law::Answer;
use qonys_law::FactPath;
use qonys_law::FactRef;
use qonys_law::Record;
use qonys_law::SanityFinding;
use qonys_law::Text;
use qonys_law::Value;
use qonys_law::look_again;

use crate::entry::fields::FIELDS;
use crate::entry::fields::NamePair;
use crate::entry::paper_names::doubts_of_typed;
use crate::entry::said;
use crate::read::written;
use crate::speak::Speaker;
use crate::view::EntryHintsView;
use crate::view::SuggestionView;
use crate::view::TwinsView;

/// The hints for a text that stands in a field, on a day.
pub(crate) fn entry_hints(
    speaker: &Speaker<'_>,
    fact: &FactRef,
    typed: &str,
    today: NaiveDate,
) -> EntryHintsView {
    let typed = typed.trim();
    let mut hints = EntryHintsView {
        doubts: looked_at_again(speaker, fact, typed, today),
        ..EntryHintsView::default()
    };
    hints.doubts.extend(doubts_of_typed(speaker, fact, typed));
    let path = fact.path();
    for pair in FIELDS.iter().flat_map(|fields| &fields.name) {
        if pair.latin == path {
            of_name(speaker, pair, Script::Latin, typed, &mut hints);
        } else if pair.cyrillic == path {
            of_name(speaker, pair, Script::Cyrillic, typed, &mut hints);
        }
    }
    hints.twins = twins(speaker, typed);
    hints
}

/// What the checks of the law pack say of the answer as it is typed, before it is saved. What is no answer yet is not judged: the field
/// says itself that digits are missing.
fn looked_at_again(
    speaker: &Speaker<'_>,
    fact: &FactRef,
    typed: &str,
    today: NaiveDate,
) -> Vec<String> {
    let knowledge = speaker.knowledge;
    let Some(declared) = knowledge.interview.fact(&fact.path()) else {
        return Vec::new();
    };
    let Ok(value) = written(declared, &knowledge.pack, typed) else {
        return Vec::new();
    };
    let mut answers = speaker.answers.clone();
    answers.set(fact, Answer::Known(value));
    let typed = Speaker {
        answers: &answers,
        ..*speaker
    };
    look_again(&knowledge.pack, &knowledge.interview, &answers, today, fact)
        .iter()
        .map(|found| beside_others(&typed, found, fact))
        .collect()
}

/// What a check says of an answer, with the other answers that it was held against.
fn beside_others(speaker: &Speaker<'_>, found: &SanityFinding, fact: &FactRef) -> String {
    let others = found.facts.iter().filter(|other| *other != fact);
    let beside = others.filter_map(|other| match speaker.answers.get(other)? {
        Answer::Known(value) => Some(said(
            speaker,
            "hint.other_answer",
            &[
                ("label", &speaker.label(other)),
                ("answer", &speaker.value(&other.path(), value)),
            ],
        )),
        Answer::NotKnownYet => None,
    });
    let mut sentences = vec![speaker.words(&found.words)];
    sentences.extend(beside);
    sentences.join(" ")
}

/// What is to be looked at again in an answer that is saved, as sentences.
pub(crate) fn doubts_of_answer(
    speaker: &Speaker<'_>,
    fact: &FactRef,
    found: &[SanityFinding],
) -> Vec<String> {
    let path = fact.path();
    let mut hints = EntryHintsView::default();
    if let Some(Answer::Known(Value::Text(text))) = speaker.answers.get(fact) {
        for pair in FIELDS.iter().flat_map(|fields| &fields.name) {
            let script = if pair.latin == path {
                Script::Latin
            } else if pair.cyrillic == path {
                Script::Cyrillic
            } else {
                continue;
            };
            of_name(speaker, pair, script, text.text.trim(), &mut hints);
        }
    }
    found
        .iter()
        .filter(|one| one.facts.contains(fact))
        .map(|one| beside_others(speaker, one, fact))
        .chain(hints.doubts)
        .collect()
}

fn of_name(
    speaker: &Speaker<'_>,
    pair: &NamePair,
    script: Script,
    typed: &str,
    hints: &mut EntryHintsView,
) {
    let (other_path, other_script) = match script {
        Script::Latin => (&pair.cyrillic, Script::Cyrillic),
        Script::Cyrillic => (&pair.latin, Script::Latin),
    };
    let other = match value(speaker, other_path) {
        Some(Value::Text(text)) => text.text.trim(),
        Some(_) | None => return,
    };
    let doubt = match script {
        Script::Latin => name_doubt(typed, other),
        Script::Cyrillic => name_doubt(other, typed),
    };
    if let Some(doubt) = doubt {
        let key = match doubt {
            NameDoubt::FarApart => "name.far_apart",
            NameDoubt::WordsDiffer => "name.words_differ",
        };
        hints.doubts.push(said(speaker, key, &[("other", other)]));
    }
    hints.suggestions = spellings(other, other_script)
        .into_iter()
        .filter(|spelling| spelling.text != typed)
        .map(|spelling| SuggestionView {
            text: spelling.text,
            language: match script {
                Script::Latin => None,
                Script::Cyrillic => Some(spelling.language.to_owned()),
            },
        })
        .collect();
}

fn value<'a>(speaker: &Speaker<'a>, path: &FactPath) -> Option<&'a Value> {
    speaker.answers.value(&path.entity, &path.fact)
}

/// The twins that the same text has elsewhere in the case: a town that was translated once need not be translated again.
fn twins(speaker: &Speaker<'_>, typed: &str) -> Option<TwinsView> {
    if typed.is_empty() {
        return None;
    }
    let answers = speaker.answers;
    let records = answers.singles.values().chain(answers.papers.values());
    let of_lists = answers
        .lists
        .values()
        .flat_map(|list| list.records.iter().map(|(_, record)| record));
    records
        .chain(of_lists)
        .flat_map(texts)
        .find(|text| text.text.trim() == typed && (text.kk.is_some() || text.ru.is_some()))
        .map(|text| TwinsView {
            kk: text.kk.clone(),
            ru: text.ru.clone(),
        })
}

fn texts(record: &Record) -> impl Iterator<Item = &Text> {
    record.values().filter_map(|answer| match answer {
        Answer::Known(Value::Text(text)) => Some(text),
        Answer::Known(_) | Answer::NotKnownYet => None,
    })
}
