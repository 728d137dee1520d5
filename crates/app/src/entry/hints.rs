//! What is said beside a field while it is filled in: doubts, and spellings that may be taken over.

use qonys_entry::IinDoubt;
use qonys_entry::NameDoubt;
use qonys_entry::Script;
use qonys_entry::Sex;
use qonys_entry::iin_doubts;
use qonys_entry::name_doubt;
use qonys_entry::spellings;
use qonys_law::Answer;
use qonys_law::FactPath;
use qonys_law::Record;
use qonys_law::Text;
use qonys_law::Value;

use crate::entry::fields::EntryFields;
use crate::entry::fields::FIELDS;
use crate::entry::fields::Identification;
use crate::entry::fields::NamePair;
use crate::entry::said;
use crate::speak::Speaker;
use crate::view::EntryHintsView;
use crate::view::SuggestionView;
use crate::view::TwinsView;

/// The hints for a text that stands in a field.
pub(crate) fn entry_hints(speaker: &Speaker<'_>, path: &FactPath, typed: &str) -> EntryHintsView {
    let mut hints = EntryHintsView::default();
    let Some(fields) = FIELDS.as_ref() else {
        return hints;
    };
    let typed = typed.trim();
    if let Some(one) = fields.identification.iter().find(|one| one.number == *path) {
        hints.doubts = doubts_of_number(speaker, fields, one, typed);
    }
    for pair in &fields.name {
        if pair.latin == *path {
            of_name(speaker, pair, Script::Latin, typed, &mut hints);
        } else if pair.cyrillic == *path {
            of_name(speaker, pair, Script::Cyrillic, typed, &mut hints);
        }
    }
    hints.twins = twins(speaker, typed);
    hints
}

fn doubts_of_number(
    speaker: &Speaker<'_>,
    fields: &EntryFields,
    one: &Identification,
    typed: &str,
) -> Vec<String> {
    let birth = match value(speaker, &one.birth) {
        Some(Value::Date(day)) => Some(*day),
        Some(_) | None => None,
    };
    let sex = match value(speaker, &one.sex) {
        Some(Value::Choice(id)) if *id == fields.zone.male => Some(Sex::Male),
        Some(Value::Choice(id)) if *id == fields.zone.female => Some(Sex::Female),
        Some(_) | None => None,
    };
    let day = birth.map_or_else(String::new, |day| speaker.day(day).text);
    iin_doubts(typed, birth, sex)
        .into_iter()
        .map(|doubt| match doubt {
            IinDoubt::CheckDigit => said(speaker, "iin.check_digit", &[]),
            IinDoubt::Birth => said(speaker, "iin.birth", &[("day", &day)]),
            IinDoubt::Century => said(speaker, "iin.century", &[("day", &day)]),
            IinDoubt::Sex => said(speaker, "iin.sex", &[]),
        })
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
