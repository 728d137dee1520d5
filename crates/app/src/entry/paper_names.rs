//! The name on each paper beside the name of the passport.

use qonys_entry::KnownName;
use qonys_entry::NamePart;
use qonys_entry::PaperNameDoubt;
use qonys_entry::Script;
use qonys_entry::WholeName;
use qonys_entry::is_unfinished_name;
use qonys_entry::paper_name_doubts;
use qonys_law::Answer;
use qonys_law::EntityRef;
use qonys_law::FactPath;
use qonys_law::FactRef;
use qonys_law::Text;
use qonys_law::Value;

use crate::entry::fields::FIELDS;
use crate::entry::fields::PaperNames;
use crate::entry::said;
use crate::paper_key::PaperKey;
use crate::speak::PAPER;
use crate::speak::Speaker;
use crate::view::LookAtView;
use crate::view::SanityView;

/// What the check is called.
const CHECK: &str = "paper-name";

fn names() -> Option<&'static PaperNames> {
    FIELDS.as_ref().map(|fields| &fields.paper_names)
}

/// Whether a question is about the name on a paper.
pub(crate) fn asks_for_name(path: &FactPath) -> bool {
    names().is_some_and(|names| names.latin == *path || names.cyrillic == *path)
}

/// Whether a paper bears the applicant's name in the hand of who issued or translated it.
pub(crate) fn bears_name(key: &str) -> bool {
    let paper = PaperKey::of(key).paper;
    names().is_some_and(|names| names.papers.iter().any(|named| named == paper))
}

/// What differs in a name as it is typed for a paper; nothing for another question. What may still be written is not missed yet: the
/// card says it once the name is saved.
pub(super) fn doubts_of_typed(speaker: &Speaker<'_>, fact: &FactRef, typed: &str) -> Vec<String> {
    let known = known(speaker);
    if !asks_for_name(&fact.path()) || is_unfinished_name(typed, &known) {
        return Vec::new();
    }
    paper_name_doubts(typed, &known)
        .iter()
        .filter(|doubt| !matches!(doubt, PaperNameDoubt::Missing { .. }))
        .map(|doubt| sentence(speaker, doubt))
        .collect()
}

/// What differs on a paper, as sentences; a paper that is not in hand has no name yet.
pub(crate) fn doubts_of_paper(speaker: &Speaker<'_>, key: &str) -> Vec<String> {
    names_on(speaker, key)
        .into_iter()
        .flat_map(|(_, text)| doubts(speaker, text))
        .collect()
}

/// What differs on papers, each with the answers to compare.
pub(crate) fn paper_names<'k>(
    speaker: &Speaker<'_>,
    keys: impl IntoIterator<Item = &'k str>,
) -> Vec<SanityView> {
    keys.into_iter()
        .flat_map(|key| {
            let paper = speaker.paper(key);
            names_on(speaker, key)
                .into_iter()
                .flat_map(move |(fact, text)| {
                    let look_at = look_at(speaker, &fact, text);
                    let paper = paper.clone();
                    doubts(speaker, text)
                        .into_iter()
                        .map(move |doubt| SanityView {
                            id: CHECK.to_owned(),
                            text: said(
                                speaker,
                                "paper_name.of_paper",
                                &[("paper", &paper), ("text", &doubt)],
                            ),
                            look_at: look_at.clone(),
                        })
                })
        })
        .collect()
}

/// The names that were given for a paper in hand, with their questions.
fn names_on<'a>(speaker: &Speaker<'a>, key: &str) -> Vec<(FactRef, &'a str)> {
    let Some(names) = names() else {
        return Vec::new();
    };
    let held = matches!(
        speaker.answers.paper_value(key, &names.in_hand.fact),
        Some(Value::YesNo(true))
    );
    if !held || !bears_name(key) {
        return Vec::new();
    }
    [&names.latin, &names.cyrillic]
        .into_iter()
        .filter(|path| speaker.knowledge.interview.fact(path).is_some())
        .filter_map(|path| {
            let name = speaker.answers.paper_value(key, &path.fact)?.text()?;
            Some((of_paper(key, path), name.text.as_str()))
        })
        .collect()
}

fn of_paper(key: &str, path: &FactPath) -> FactRef {
    FactRef {
        entity: EntityRef {
            kind: PAPER.to_owned(),
            record: Some(key.to_owned()),
        },
        fact: path.fact.clone(),
    }
}

/// The name on the paper, and those of the passport in the same script.
fn look_at(speaker: &Speaker<'_>, fact: &FactRef, text: &str) -> Vec<LookAtView> {
    let script = Script::of(text);
    let own = FIELDS.iter().flat_map(|fields| &fields.name).map(|pair| {
        let path = match script {
            Script::Latin => &pair.latin,
            Script::Cyrillic => &pair.cyrillic,
        };
        FactRef {
            entity: EntityRef {
                kind: path.entity.clone(),
                record: None,
            },
            fact: path.fact.clone(),
        }
    });
    std::iter::once(fact.clone())
        .chain(own)
        .filter_map(|fact| match speaker.answers.get(&fact)? {
            Answer::Known(value) => Some(LookAtView {
                fact: fact.to_string(),
                label: speaker.label(&fact),
                answer: Some(speaker.value(&fact.path(), value)),
            }),
            Answer::NotKnownYet => None,
        })
        .collect()
}

fn doubts(speaker: &Speaker<'_>, there: &str) -> Vec<String> {
    paper_name_doubts(there, &known(speaker))
        .iter()
        .map(|doubt| sentence(speaker, doubt))
        .collect()
}

fn sentence(speaker: &Speaker<'_>, doubt: &PaperNameDoubt) -> String {
    let (key, there, wanted) = match doubt {
        PaperNameDoubt::Letters { there, wanted } => ("letters", there.as_str(), wanted.as_str()),
        PaperNameDoubt::Other {
            part,
            there,
            wanted,
        } => (
            match part {
                NamePart::Surname => "other_surname",
                NamePart::Given => "other_given",
                NamePart::Patronymic => "other_patronymic",
            },
            there.as_str(),
            wanted.as_str(),
        ),
        PaperNameDoubt::Missing { part, wanted } => (
            match part {
                NamePart::Surname => "no_surname",
                NamePart::Given => "no_given",
                NamePart::Patronymic => "no_patronymic",
            },
            "",
            wanted.as_str(),
        ),
        PaperNameDoubt::More { there } => ("more", there.as_str(), ""),
        PaperNameDoubt::Former { there } => ("former", there.as_str(), ""),
        PaperNameDoubt::Whole { there } => ("whole", there.as_str(), ""),
    };
    said(
        speaker,
        &format!("paper_name.{key}"),
        &[("there", there), ("wanted", wanted)],
    )
}

fn known<'a>(speaker: &Speaker<'a>) -> KnownName<'a> {
    let mut known = KnownName::default();
    for pair in FIELDS.iter().flat_map(|fields| &fields.name) {
        let (latin, cyrillic) = (
            single(speaker, &pair.latin),
            single(speaker, &pair.cyrillic),
        );
        put(&mut known.latin, pair.part.into(), latin);
        put(&mut known.cyrillic, pair.part.into(), cyrillic);
    }
    known.former = former(speaker);
    known
}

fn put<'a>(name: &mut WholeName<'a>, part: NamePart, text: &'a str) {
    match part {
        NamePart::Surname => name.surname = text,
        NamePart::Given => name.given = text,
        NamePart::Patronymic => name.patronymic = text,
    }
}

fn single<'a>(speaker: &Speaker<'a>, path: &FactPath) -> &'a str {
    match speaker.answers.value(&path.entity, &path.fact) {
        Some(Value::Text(text)) => text.text.trim(),
        Some(_) | None => "",
    }
}

/// The former names as they were written, with their twins.
fn former<'a>(speaker: &Speaker<'a>) -> Vec<&'a str> {
    let Some(path) = names().map(|names| &names.former) else {
        return Vec::new();
    };
    let records = speaker.answers.lists.get(&path.entity);
    records
        .into_iter()
        .flat_map(|list| &list.records)
        .filter_map(|(_, record)| match record.get(&path.fact)? {
            Answer::Known(Value::Text(text)) => Some(text),
            Answer::Known(_) | Answer::NotKnownYet => None,
        })
        .flat_map(spellings_of)
        .collect()
}

fn spellings_of(text: &Text) -> impl Iterator<Item = &str> {
    let twins = [text.kk.as_deref(), text.ru.as_deref()];
    std::iter::once(text.text.as_str()).chain(twins.into_iter().flatten())
}
