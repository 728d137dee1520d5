//! A paper as a finished document, and all papers that a case needs.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_papers::FlowFilling;
use qonys_papers::FormLanguage;
use qonys_papers::Jpeg;
use qonys_texts::Lang;

use crate::case::Case;
use crate::error::AppError;
use crate::forms::FilledPaper;
use crate::forms::Given;
use crate::forms::PackWords;
use crate::forms::file_name;
use crate::forms::fill_questionnaire;
use crate::forms::fill_with_photo;
use crate::glyph;
use crate::knowledge::Knowledge;
use crate::papers::composed::facts;
use crate::papers::cover;
use crate::papers::deadline_sheet;
use crate::papers::fee_rows;
use crate::papers::item::Item;
use crate::papers::item::Need;
use crate::papers::item::items;
use crate::papers::item::missing;
use crate::papers::kinds::Kind;
use crate::papers::kinds::in_words;
use crate::papers::paper_day::PaperDay;
use crate::papers::receipt;
use crate::speak::Speaker;

/// A paper that was not printed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedPaper {
    /// `paper` or `paper/record`.
    pub key: String,
    /// `not_needed` or `no_such_language`.
    pub why: &'static str,
}

/// A paper that could not be printed.
#[derive(Debug)]
pub struct FailedPaper {
    /// `paper` or `paper/record`.
    pub key: String,
    /// What it is called, in the language of the paper.
    pub title: String,
    /// Why.
    pub error: AppError,
}

/// What came of printing all papers.
#[derive(Debug)]
pub struct PrintedPapers {
    /// The papers with their keys.
    pub papers: Vec<(String, FilledPaper)>,
    /// What was left out.
    pub skipped: Vec<SkippedPaper>,
    /// What could not be printed: an answer is at fault, and the other papers have none of it.
    pub failed: Vec<FailedPaper>,
}

/// Prints one paper. `key` is `paper`, or `paper/record` where each record of a list has its own; a bare id then takes
/// the first of them.
///
/// # Errors
/// A paper that the case does not have, a language that it is not printed in, a character that the font lacks.
pub fn print_paper(
    knowledge: &Knowledge,
    case: &Case,
    key: &str,
    lang: Lang,
    on: NaiveDate,
) -> Result<FilledPaper, AppError> {
    print_with_photo(knowledge, case, key, lang, PaperDay::HandedIn(on), None)
}

/// The same with the photo, where the paper has a place for it.
pub(crate) fn print_with_photo(
    knowledge: &Knowledge,
    case: &Case,
    key: &str,
    lang: Lang,
    on: PaperDay,
    photo: Option<&Jpeg>,
) -> Result<FilledPaper, AppError> {
    let (item, _) = found(knowledge, case, key, on.day())?;
    if let (Kind::Boxes(_), Some(language)) = (Kind::of(knowledge, item.id)?, form_language(lang)) {
        return fill_with_photo(knowledge, case, language, on.day(), photo);
    }
    printed(knowledge, case, &item, lang, on)
}

fn form_language(lang: Lang) -> Option<FormLanguage> {
    match lang {
        Lang::Kk => Some(FormLanguage::Kk),
        Lang::Ru => Some(FormLanguage::Ru),
        Lang::En => None,
    }
}

/// Prints the paper of a key, or all papers of a bare id that the person needs or may need: a consent for each child. Where
/// none is needed, the first of them, so that it can be looked at.
///
/// # Errors
/// As [`print_paper`].
pub fn print_each(
    knowledge: &Knowledge,
    case: &Case,
    key: &str,
    lang: Lang,
    on: NaiveDate,
) -> Result<Vec<(String, FilledPaper)>, AppError> {
    let (items, _) = items(knowledge, case, on)?;
    let asked: Vec<&Item> = items
        .iter()
        .filter(|item| item.key() == key || item.id == key)
        .collect();
    let needed: Vec<&Item> = asked
        .iter()
        .copied()
        .filter(|item| match item.need {
            Need::Needed | Need::Open => true,
            Need::NotOnTheList(_) | Need::RuledOut(_) => false,
        })
        .collect();
    let chosen = if needed.is_empty() {
        asked.into_iter().take(1).collect()
    } else {
        needed
    };
    if chosen.is_empty() {
        return Err(no_such(key, &items));
    }
    chosen
        .into_iter()
        .map(|item| {
            Ok((
                item.key(),
                printed(knowledge, case, item, lang, PaperDay::HandedIn(on))?,
            ))
        })
        .collect()
}

/// Prints every paper that the person needs or may need. A paper that cannot be printed keeps back no other.
///
/// # Errors
/// Files of the law that do not fit together.
pub fn print_all(
    knowledge: &Knowledge,
    case: &Case,
    lang: Lang,
    on: NaiveDate,
) -> Result<PrintedPapers, AppError> {
    let (items, _) = items(knowledge, case, on)?;
    let mut all = PrintedPapers {
        papers: Vec::new(),
        skipped: Vec::new(),
        failed: Vec::new(),
    };
    for item in items {
        let key = item.key();
        let needed = match item.need {
            Need::Needed | Need::Open => true,
            Need::NotOnTheList(_) | Need::RuledOut(_) => false,
        };
        if !needed {
            all.skipped.push(SkippedPaper {
                key,
                why: "not_needed",
            });
        } else if Kind::of(knowledge, item.id)?.languages().contains(&lang) {
            match printed(knowledge, case, &item, lang, PaperDay::HandedIn(on)) {
                Ok(paper) => all.papers.push((key, paper)),
                Err(error) => all.failed.push(FailedPaper {
                    key,
                    title: in_words(Kind::of(knowledge, item.id)?.title(), lang).to_owned(),
                    error,
                }),
            }
        } else {
            all.skipped.push(SkippedPaper {
                key,
                why: "no_such_language",
            });
        }
    }
    Ok(all)
}

/// The paper of a key.
pub(crate) fn found(
    knowledge: &Knowledge,
    case: &Case,
    key: &str,
    on: NaiveDate,
) -> Result<(Item, Assessment), AppError> {
    let (items, assessed) = items(knowledge, case, on)?;
    items
        .iter()
        .find(|item| item.key() == key || item.id == key)
        .map(|item| (item.clone(), assessed))
        .ok_or_else(|| no_such(key, &items))
}

/// Which papers there are instead: those of the same kind, else all.
fn no_such(key: &str, items: &[Item]) -> AppError {
    let id = key.split_once('/').map_or(key, |(id, _)| id);
    let same: Vec<String> = items
        .iter()
        .filter(|item| item.id == id)
        .map(Item::key)
        .collect();
    let known = if same.is_empty() {
        items.iter().map(Item::key).collect()
    } else {
        same
    };
    AppError::NoSuchPaper {
        paper: key.to_owned(),
        known: known.join(", "),
    }
}

fn printed(
    knowledge: &Knowledge,
    case: &Case,
    item: &Item,
    lang: Lang,
    of: PaperDay,
) -> Result<FilledPaper, AppError> {
    let on = of.day();
    let paper = match Kind::of(knowledge, item.id)? {
        Kind::Boxes(_) => {
            let language =
                form_language(lang).ok_or_else(|| qonys_papers::PaperError::NoSuchLanguage {
                    paper: item.id.to_owned(),
                    language: lang.code(),
                })?;
            return fill_questionnaire(knowledge, case, language, on);
        }
        Kind::Flow(paper) => paper,
    };
    let facts = facts(knowledge, case, item, lang, of)?;
    let subject = item.subject(case);
    let printed = qonys_papers::print(
        &paper,
        lang,
        &FlowFilling {
            facts: &facts,
            words: &PackWords { knowledge },
            on,
            subject,
        },
    )
    .map_err(|error| glyph::named(knowledge, case, lang, error))?;
    let mut notes: Vec<String> = Vec::new();
    for note in printed.notes {
        if !notes.contains(&note.fact) {
            notes.push(note.fact);
        }
    }
    // The record's number, not its name: a child's name may hold what a file system does not take.
    let stem = match subject {
        Some(index) => format!("{}-{}", item.id, index + 1),
        None => item.id.to_owned(),
    };
    Ok(FilledPaper {
        name: file_name(&case.answers, &stem, lang, on),
        pdf: printed.pdf,
        pages: printed.pages,
        notes,
        warnings: Vec::new(),
    })
}

/// The questions that a paper still wants answered, by their short names.
fn unanswered(
    knowledge: &Knowledge,
    case: &Case,
    id: &str,
    lang: Lang,
    on: NaiveDate,
) -> Result<Vec<String>, AppError> {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let facts = missing(knowledge, case, &Kind::of(knowledge, id)?, None, on);
    Ok(facts.iter().map(|fact| speaker.label(fact)).collect())
}

/// Puts together what is given to a paper beside the answers.
pub(crate) fn give(
    knowledge: &Knowledge,
    case: &Case,
    id: &str,
    lang: Lang,
    of: PaperDay,
    given: &mut Given,
) -> Result<(), AppError> {
    let on = of.day();
    for (block, text) in case.texts.get(id).into_iter().flatten() {
        if let Some(own) = text.of(lang) {
            given
                .lines
                .insert(format!("own.{block}"), vec![own.to_owned()]);
        }
    }
    match id {
        "cover_sheet" => cover::give(knowledge, case, lang, on, given),
        "deadline_sheet" => deadline_sheet::give(knowledge, case, lang, of, given),
        "card_data" => fee_rows::give_card(knowledge, case, lang, on, given),
        "autobiography" => {
            let unanswered = unanswered(knowledge, case, id, lang, on)?;
            given.lines.insert("unanswered".to_owned(), unanswered);
        }
        "decision_receipt" => receipt::give(knowledge, case, lang, of, given)?,
        _other_papers_take_answers_only => {}
    }
    Ok(())
}
