//! Filling the papers from a case.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Axis;
use qonys_law::EntityRef;
use qonys_law::Evaluation;
use qonys_law::FactPath;
use qonys_law::Interview;
use qonys_law::PaperStatus;
use qonys_law::Record;
use qonys_law::Scope;
use qonys_law::Value;
use qonys_law::Verdict;
use qonys_law::VerdictKind;
use qonys_papers::Filling;
use qonys_papers::Form;
use qonys_papers::FormFacts;
use qonys_papers::FormLanguage;
use qonys_papers::FormValue;
use qonys_papers::FormWords;
use qonys_papers::Jpeg;
use qonys_texts::Lang;

use crate::assessment;
use crate::case::Case;
use crate::error::AppError;
use crate::files;
use crate::glyph;
use crate::knowledge::Knowledge;
use crate::paper_warning::PaperWarning;
use crate::read::plain_money;
use crate::speak::Speaker;
use crate::speak::in_language;

/// The application-questionnaire, by the name of its file.
pub(crate) const QUESTIONNAIRE: &str = "questionnaire";

/// The lines that a blank takes from the checklist: what is in hand.
const ENCLOSURES: &str = "enclosures";

/// The lines that our own layout takes from it: what has to be enclosed, with a mark at what is in hand.
const ENCLOSURES_MARKED: &str = "enclosures_marked";

/// Before a paper that is in hand; the label of the box explains it.
const IN_HAND: &str = "[+]";

/// Before a paper that is still to come: the mark is then made by hand.
const TO_COME: &str = "[_]";

/// A filled paper, not yet written.
#[derive(Debug)]
pub struct FilledPaper {
    /// A sensible file name with surname and date.
    pub name: String,
    /// The finished document.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// The questions whose answers are still in the other language or script, as `entity.fact`.
    pub notes: Vec<String>,
    /// What is not on the paper.
    pub warnings: Vec<PaperWarning>,
}

/// Fills the application-questionnaire.
///
/// # Errors
/// A character that the font cannot print, with its box; a form file that is not right.
pub fn fill_questionnaire(
    knowledge: &Knowledge,
    case: &Case,
    language: FormLanguage,
    on: NaiveDate,
) -> Result<FilledPaper, AppError> {
    fill_with_photo(knowledge, case, language, on, None)
}

/// Fills the application-questionnaire, with the photo in its box where there is one.
pub(crate) fn fill_with_photo(
    knowledge: &Knowledge,
    case: &Case,
    language: FormLanguage,
    on: NaiveDate,
    photo: Option<&Jpeg>,
) -> Result<FilledPaper, AppError> {
    let (name, source) = knowledge.form(QUESTIONNAIRE)?;
    let form = Form::parse(&name, source)?;
    let paper = with_filling(knowledge, case, language, on, |filling| {
        qonys_papers::render(&form, language, &Filling { photo, ..*filling })
    })?;
    let name = file_name(&case.answers, QUESTIONNAIRE, lang(language), on);
    Ok(filled(name, paper))
}

/// What forms and blanks are filled with from a case.
pub(crate) fn with_filling<T>(
    knowledge: &Knowledge,
    case: &Case,
    language: FormLanguage,
    on: NaiveDate,
    print: impl FnOnce(&Filling<'_>) -> Result<T, qonys_papers::PaperError>,
) -> Result<T, AppError> {
    let mut facts = CaseFacts::new(knowledge, &case.answers, on);
    let given = &mut facts.given;
    let listed = enclosures(knowledge, case, on, language);
    given.lines.insert(
        ENCLOSURES_MARKED.to_owned(),
        listed
            .iter()
            .map(|(title, held)| format!("{} {title}", if *held { IN_HAND } else { TO_COME }))
            .collect(),
    );
    given.lines.insert(
        ENCLOSURES.to_owned(),
        listed
            .into_iter()
            .filter(|(_, held)| *held)
            .map(|(title, _)| title)
            .collect(),
    );
    print(&Filling {
        facts: &facts,
        words: &PackWords { knowledge },
        photo: None,
        on,
    })
    .map_err(|error| glyph::named(knowledge, case, lang(language), error))
}

/// A finished paper under its name, with what is to be looked at before printing.
pub(crate) fn filled(name: String, paper: qonys_papers::Paper) -> FilledPaper {
    let mut notes: Vec<String> = Vec::new();
    for note in paper.notes {
        if !notes.contains(&note.fact) {
            notes.push(note.fact);
        }
    }
    FilledPaper {
        name,
        pdf: paper.pdf,
        pages: paper.pages,
        notes,
        warnings: Vec::new(),
    }
}

/// Longer surnames are cut: some systems hold no path of more than 260 characters.
const LONGEST_SURNAME: usize = 60;

/// The name of a file: paper, surname, date, language. The surname is the Latin one, so that any system can hold the
/// name, else the Cyrillic one. It begins with the paper's own id and holds letters, digits, `-`, `_` and `.` only, so it
/// is never a name that Windows keeps for itself.
pub(crate) fn file_name(answers: &Answers, paper: &str, lang: Lang, on: NaiveDate) -> String {
    let surname = surname(answers, "surname_latin")
        .or_else(|| surname(answers, "surname_cyrillic"))
        .map(|surname| format!("_{surname}"))
        .unwrap_or_default();
    format!("{paper}{surname}_{on}_{}.pdf", lang.code())
}

fn surname(answers: &Answers, fact: &str) -> Option<String> {
    let Some(Value::Text(text)) = answers.value("names", fact) else {
        return None;
    };
    let kept: String = text
        .text
        .chars()
        .filter(|character| character.is_alphanumeric() || *character == '-')
        .take(LONGEST_SURNAME)
        .collect();
    (!kept.is_empty()).then_some(kept)
}

impl FilledPaper {
    /// Writes the paper into a folder under its name; a file that lies there already is kept and the
    /// new one gets a number.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn write_into(&self, folder: &Path) -> Result<PathBuf, AppError> {
        files::write_new(folder, &self.name, &self.pdf)
    }
}

pub(crate) fn lang(language: FormLanguage) -> Lang {
    match language {
        FormLanguage::Kk => Lang::Kk,
        FormLanguage::Ru => Lang::Ru,
    }
}

/// The titles of the papers to enclose and whether each is in hand, without the questionnaire itself. What is not in hand
/// is listed where it is surely needed; what the country does not issue is not.
pub(crate) fn enclosures(
    knowledge: &Knowledge,
    case: &Case,
    on: NaiveDate,
    language: FormLanguage,
) -> Vec<(String, bool)> {
    let assessment = assessment::assess(knowledge, case, on);
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang: lang(language),
    };
    let mut lines: Vec<(String, bool)> = Vec::new();
    // Two lists may name one paper; two children may bear one name.
    let mut listed_before: BTreeSet<(String, Option<EntityRef>)> = BTreeSet::new();
    for requirement in &assessment.requirements {
        if requirement.paper == QUESTIONNAIRE {
            continue;
        }
        let needed = requirement.finding.verdict.kind() == VerdictKind::Yes;
        for paper in &requirement.papers {
            let (listed, held) = match paper.status {
                PaperStatus::InHand | PaperStatus::DateMissing | PaperStatus::SumOpen => {
                    (true, true)
                }
                PaperStatus::NotSaid
                | PaperStatus::OfficeSays
                | PaperStatus::Missing
                | PaperStatus::NotYet
                | PaperStatus::WillBeOutOfDate
                | PaperStatus::OutOfDate
                | PaperStatus::WrongSum => (needed, false),
                // Whoever has a paper encloses it, though it is not decided whether it is needed.
                PaperStatus::Open => {
                    let said = case.answers.paper_value(&paper.key, "in_hand");
                    let held = said.and_then(Value::yes_no) == Some(true);
                    (held, held)
                }
                PaperStatus::NotNeeded | PaperStatus::NoneInCountry => (false, false),
            };
            let title = if paper.country.is_some() || paper.record.is_some() {
                speaker.paper(&paper.key)
            } else {
                speaker.words(&requirement.title)
            };
            if listed && listed_before.insert((title.clone(), paper.record.clone())) {
                lines.push((title, held));
            }
        }
    }
    lines
}

/// Lines and rows that are no answers, by the names under which a paper asks for them.
#[derive(Default, Clone)]
pub(crate) struct Given {
    pub(crate) lines: BTreeMap<String, Vec<String>>,
    pub(crate) rows: BTreeMap<String, Vec<Vec<String>>>,
}

/// The answers of a case, as papers ask for them.
pub(crate) struct CaseFacts<'a> {
    answers: &'a Answers,
    interview: &'a Interview,
    evaluation: Evaluation<'a>,
    on: NaiveDate,
    pub(crate) given: Given,
}

impl<'a> CaseFacts<'a> {
    pub(crate) fn new(knowledge: &'a Knowledge, answers: &'a Answers, on: NaiveDate) -> Self {
        Self {
            answers,
            interview: &knowledge.interview,
            evaluation: Evaluation::new(
                &knowledge.pack,
                &knowledge.interview,
                answers,
                Axis {
                    first: on,
                    last: on,
                },
            ),
            on,
            given: Given::default(),
        }
    }
}

impl CaseFacts<'_> {
    /// Whether a question is asked: it is, unless another answer rules it out.
    pub(crate) fn asked(&self, path: &FactPath, scope: &Scope) -> bool {
        self.interview
            .fact(path)
            .and_then(|declared| declared.ask_if.as_ref())
            .is_none_or(|ask_if| self.evaluation.on(ask_if, scope, self.on) != Verdict::No)
    }

    /// The answer, if its question is still asked: an answer that no longer matters is kept in the case,
    /// but it is not printed.
    fn known(
        &self,
        record: Option<&Record>,
        fact: &qonys_papers::FactPath,
        scope: &Scope,
    ) -> Option<FormValue> {
        let path = FactPath {
            entity: fact.entity().to_owned(),
            fact: fact.fact().to_owned(),
        };
        if !self.asked(&path, scope) {
            return None;
        }
        match record?.get(fact.fact())? {
            Answer::Known(value) => Some(form_value(value)),
            Answer::NotKnownYet => None,
        }
    }
}

fn form_value(value: &Value) -> FormValue {
    match value {
        Value::YesNo(yes) => FormValue::YesNo(*yes),
        Value::Choice(id) => FormValue::Choice(id.clone()),
        Value::Date(day) => FormValue::Date(*day),
        Value::Country(code) => FormValue::Country(code.clone()),
        Value::Number(number) => FormValue::Number(*number),
        Value::Money(tiyn) => FormValue::Text {
            text: plain_money(*tiyn),
            kk: None,
            ru: None,
        },
        Value::Text(text) => FormValue::Text {
            text: text.text.clone(),
            kk: text.kk.clone(),
            ru: text.ru.clone(),
        },
    }
}

impl FormFacts for CaseFacts<'_> {
    fn value(&self, fact: &qonys_papers::FactPath) -> Option<FormValue> {
        self.known(
            self.answers.singles.get(fact.entity()),
            fact,
            &Scope::default(),
        )
    }

    fn records(&self, entity: &str) -> usize {
        self.answers
            .lists
            .get(entity)
            .map_or(0, |list| list.records.len())
    }

    fn record_value(&self, index: usize, fact: &qonys_papers::FactPath) -> Option<FormValue> {
        let list = self.answers.lists.get(fact.entity())?;
        let (id, record) = list.records.get(index)?;
        self.known(
            Some(record),
            fact,
            &Scope::default().with(fact.entity(), id),
        )
    }

    fn list_complete(&self, entity: &str) -> bool {
        self.answers
            .lists
            .get(entity)
            .is_some_and(|list| list.complete)
    }

    fn ruled_out(&self, record: Option<usize>, fact: &qonys_papers::FactPath) -> bool {
        let path = FactPath {
            entity: fact.entity().to_owned(),
            fact: fact.fact().to_owned(),
        };
        let of = |index: usize| {
            let list = self.answers.lists.get(fact.entity())?;
            list.records.get(index)
        };
        let scope = match record.and_then(of) {
            Some((id, _)) => Scope::default().with(fact.entity(), id),
            None => Scope::default(),
        };
        !self.asked(&path, &scope)
    }

    fn not_known_yet(&self, record: Option<usize>, fact: &qonys_papers::FactPath) -> bool {
        let found = match record {
            Some(index) => self
                .answers
                .lists
                .get(fact.entity())
                .and_then(|list| list.records.get(index))
                .map(|(_, record)| record),
            None => self.answers.singles.get(fact.entity()),
        };
        matches!(
            found.and_then(|record| record.get(fact.fact())),
            Some(Answer::NotKnownYet)
        )
    }

    fn given(&self, name: &str) -> Vec<String> {
        self.given.lines.get(name).cloned().unwrap_or_default()
    }

    fn given_rows(&self, name: &str) -> Vec<Vec<String>> {
        self.given.rows.get(name).cloned().unwrap_or_default()
    }
}

/// The names of countries and options from the pack and the interview.
pub(crate) struct PackWords<'a> {
    pub(crate) knowledge: &'a Knowledge,
}

impl FormWords for PackWords<'_> {
    fn country(&self, code: &str, language: FormLanguage) -> Option<String> {
        self.knowledge
            .pack
            .countries
            .get(code)
            .map(|country| in_language(&country.name, lang(language)).to_owned())
    }

    fn option(
        &self,
        fact: &qonys_papers::FactPath,
        option: &str,
        language: FormLanguage,
    ) -> Option<String> {
        let path = FactPath {
            entity: fact.entity().to_owned(),
            fact: fact.fact().to_owned(),
        };
        self.knowledge
            .interview
            .fact(&path)?
            .option
            .iter()
            .find(|known| known.id == option)
            .map(|known| in_language(&known.label, lang(language)).to_owned())
    }
}
