//! The open case of the desktop: one writer, every change saved before it is shown.

mod blank_boxes;
mod blank_papers;
mod blanks;
mod calendar;
mod choosing;
mod entry;
mod households;
mod law;
mod opening;
mod overview;
mod pages;
mod papers;
mod persons;
mod photo;
mod reminders;
mod safekeeping;
mod sample;
mod saving;
mod sealed;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::RwLock;

use qonys_law::Answers;
use qonys_law::EntityKind;
use qonys_law::FactPath;
use qonys_law::Record;
use qonys_reader::ForeignReader;
use qonys_texts::Lang;
use qonys_vault::KeySource;

use self::choosing::Chosen;
use self::law::LawShelf;
use self::opening::Open;
pub use self::opening::case_of_saved;
pub(crate) use self::reminders::last_pause;
use crate::case::Case;
use crate::case::CasePlan;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::interview;
use crate::knowledge::Knowledge;
use crate::paper_key::PaperKey;
use crate::ports::Clock;
use crate::ports::FileChooser;
use crate::ports::FolderChooser;
use crate::ports::NoFiles;
use crate::ports::NoPrinters;
use crate::ports::NoReminders;
use crate::ports::Printers;
use crate::ports::ReminderListener;
use crate::ports::Seeds;
use crate::read;
use crate::session::blanks::BlankDesk;
use crate::session::photo::ChosenPicture;
use crate::session::saving::Exports;
use crate::speak::PAPER;
use crate::speak::Speaker;
use crate::view::CaseView;
use crate::view::CountryView;
use crate::wire::AnswerInput;
use crate::wire::PlanInput;

/// How many changes can be undone.
const MOST_UNDO: usize = 100;

/// The desktop's use cases.
pub struct Session {
    knowledge: RwLock<Arc<Knowledge>>,
    law: Mutex<LawShelf>,
    clock: Box<dyn Clock>,
    keys: Box<dyn KeySource>,
    chooser: Box<dyn FolderChooser>,
    folder: PathBuf,
    open: Mutex<Option<Open>>,
    exports: Mutex<Exports>,
    chosen: Mutex<Chosen>,
    files: Box<dyn FileChooser>,
    printers: Box<dyn Printers>,
    reader: Option<ForeignReader>,
    seeds: Box<dyn Seeds>,
    listener: Box<dyn ReminderListener>,
    blanks: Mutex<BlankDesk>,
    picture: Mutex<Option<Arc<ChosenPicture>>>,
}

impl Session {
    /// A session with nothing open yet.
    #[must_use]
    pub fn new(
        knowledge: Knowledge,
        clock: Box<dyn Clock>,
        keys: Box<dyn KeySource>,
        chooser: Box<dyn FolderChooser>,
        folder: PathBuf,
    ) -> Self {
        Self {
            knowledge: RwLock::new(Arc::new(knowledge)),
            law: Mutex::default(),
            clock,
            keys,
            chooser,
            folder,
            open: Mutex::new(None),
            exports: Mutex::default(),
            chosen: Mutex::default(),
            files: Box::new(NoFiles),
            printers: Box::new(NoPrinters),
            reader: None,
            seeds: Box::new(NoReminders),
            listener: Box::new(NoReminders),
            blanks: Mutex::default(),
            picture: Mutex::default(),
        }
    }

    /// The law in use.
    fn knowledge(&self) -> Arc<Knowledge> {
        let knowledge = self
            .knowledge
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&knowledge)
    }

    fn put_knowledge(&self, newer: Arc<Knowledge>) {
        *self
            .knowledge
            .write()
            .unwrap_or_else(PoisonError::into_inner) = newer;
    }

    /// The same with files that a person can choose, and with what reads them.
    #[must_use]
    pub fn with_files(self, files: Box<dyn FileChooser>, reader: ForeignReader) -> Self {
        Self {
            files,
            reader: Some(reader),
            ..self
        }
    }

    /// The same with printers.
    #[must_use]
    pub fn with_printers(self, printers: Box<dyn Printers>) -> Self {
        Self { printers, ..self }
    }

    /// The same with reminders for the time when the program is closed.
    #[must_use]
    pub fn with_reminders(
        self,
        seeds: Box<dyn Seeds>,
        listener: Box<dyn ReminderListener>,
    ) -> Self {
        Self {
            seeds,
            listener,
            ..self
        }
    }

    /// The day in Kazakhstan.
    #[must_use]
    pub fn today(&self) -> chrono::NaiveDate {
        self.clock.today()
    }

    /// Says that the reminders may be others now: the language of the screens is another.
    pub fn reminders_changed(&self) {
        self.listener.changed();
    }

    fn lock_open(&self) -> MutexGuard<'_, Option<Open>> {
        // A panic elsewhere leaves the last saved case here, which is what one wants to go on with.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The case in a language.
    ///
    /// # Errors
    /// When no case is open.
    pub fn show(&self, lang: Lang) -> Result<CaseView, AppError> {
        let mut open = self.lock_open();
        let open = open.as_mut().ok_or(AppError::NotOpen)?;
        Ok(self.view(open, lang))
    }

    fn view(&self, open: &mut Open, lang: Lang) -> CaseView {
        let Open {
            case,
            revision,
            history,
            assessed,
            ..
        } = open;
        let assessment = self.assessed(case, assessed);
        interview::case_view(
            &self.knowledge(),
            case,
            assessment,
            *revision,
            !history.is_empty(),
            lang,
        )
    }

    fn change(
        &self,
        lang: Lang,
        revision: u32,
        make: impl FnOnce(&Knowledge, &mut Case) -> Result<(), AppError>,
    ) -> Result<CaseView, AppError> {
        let mut guard = self.lock_open();
        let open = guard.as_mut().ok_or(AppError::NotOpen)?;
        if open.revision != revision {
            return Err(AppError::StaleRevision);
        }
        let mut case = open.case.clone();
        make(&self.knowledge(), &mut case)?;
        if case != open.case {
            let kept = open.kept.after(&open.case, &case);
            let before = (open.case.clone(), open.kept.clone());
            open.put_case(case, kept)?;
            if open.history.len() == MOST_UNDO {
                open.history.remove(0);
            }
            open.history.push(before);
            self.listener.changed();
        }
        Ok(self.view(open, lang))
    }

    /// Answers a question.
    ///
    /// # Errors
    /// The field and what is wrong with it; [`AppError::StaleRevision`]; what saving can bring.
    pub fn answer(
        &self,
        lang: Lang,
        revision: u32,
        key: &str,
        input: &AnswerInput,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |knowledge, case| {
            let unknown = || AppError::field(key, FieldProblem::UnknownField);
            let (entity, id, fact) = split_key(key).ok_or_else(unknown)?;
            let path = FactPath {
                entity: entity.to_owned(),
                fact: fact.to_owned(),
            };
            let declared = knowledge.interview.fact(&path).ok_or_else(unknown)?;
            let answer = read::answer_of_input(declared, &knowledge.pack, input)
                .map_err(|problem| AppError::field(key, problem))?;
            let record = record_of(&mut case.answers, entity, id).ok_or_else(unknown)?;
            match answer {
                Some(answer) => {
                    record.insert(fact.to_owned(), answer);
                }
                None => {
                    record.remove(fact);
                }
            }
            Ok(())
        })
    }

    /// Adds an empty record at the end of a list.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub fn add_record(
        &self,
        lang: Lang,
        revision: u32,
        entity: &str,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |knowledge, case| {
            push_record(knowledge, case, entity, Record::new())?;
            Ok(())
        })
    }

    /// Takes a record out of a list.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub fn remove_record(
        &self,
        lang: Lang,
        revision: u32,
        entity: &str,
        record: &str,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |knowledge, case| {
            list_of(knowledge, case, entity)?
                .records
                .retain(|(id, _)| id != record);
            // A later record of the same number is another person: nothing of this one may stay behind.
            case.answers.papers.retain(|key, _| {
                let parts = PaperKey::of(key);
                parts.record != Some(record) || !is_of_each(knowledge, parts.paper, entity)
            });
            Ok(())
        })
    }

    /// Says that a list is complete, or that it is not.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub fn complete_list(
        &self,
        lang: Lang,
        revision: u32,
        entity: &str,
        complete: bool,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |knowledge, case| {
            list_of(knowledge, case, entity)?.complete = complete;
            Ok(())
        })
    }

    /// Sets the plan of dates.
    ///
    /// # Errors
    /// The date that is wrong; else as [`Session::answer`].
    pub fn plan(&self, lang: Lang, revision: u32, input: &PlanInput) -> Result<CaseView, AppError> {
        let today = self.clock.today();
        self.change(lang, revision, |knowledge, case| {
            let day = |name: &str, input| {
                read::date_of_input(input)
                    .map_err(|problem| AppError::field(format!("plan.{name}"), problem))
            };
            // The day on which the papers were handed in is no plan: nothing typed here moves it.
            let handed_in = case.handed_in(knowledge, today);
            let plan = CasePlan {
                filing: handed_in
                    .map_or_else(|| day("filing", &input.filing), |day| Ok(Some(day)))?,
                payment: day("payment", &input.payment)?,
                decision: day("decision", &input.decision)?,
            };
            if plan.filing.is_none() {
                return Err(AppError::field("plan.filing", FieldProblem::FilingMissing));
            }
            read::check_plan(&plan)?;
            case.plan = plan;
            Ok(())
        })
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`]; else as [`Session::answer`].
    pub fn undo(&self, lang: Lang, revision: u32) -> Result<CaseView, AppError> {
        let mut guard = self.lock_open();
        let open = guard.as_mut().ok_or(AppError::NotOpen)?;
        if open.revision != revision {
            return Err(AppError::StaleRevision);
        }
        let before = open.history.last().cloned();
        let (mut case, kept) = before.ok_or(AppError::NothingToUndo)?;
        // What is undone may be older than the seed: the ids outside the case stay the same.
        let seed = &open.case.reminders.seed;
        seed.clone_into(&mut case.reminders.seed);
        open.put_case(case, kept)?;
        open.history.pop();
        self.listener.changed();
        Ok(self.view(open, lang))
    }

    /// All countries by their names in a language.
    #[must_use]
    pub fn countries(&self, lang: Lang) -> Vec<CountryView> {
        let (answers, knowledge) = (Answers::default(), self.knowledge());
        let speaker = Speaker {
            knowledge: &knowledge,
            answers: &answers,
            lang,
        };
        knowledge
            .pack
            .countries
            .values()
            .map(|country| CountryView {
                code: country.code.clone(),
                name: speaker.words(&country.name),
            })
            .collect()
    }

    /// Whether an address is one that the law pack names.
    ///
    /// # Errors
    /// [`AppError::UnknownAddress`] when it is not.
    pub fn check_address(&self, url: &str) -> Result<(), AppError> {
        let known = self.knowledge().pack.acts.values().any(|act| {
            let others = [&act.url_kk, &act.url_en].into_iter().flatten();
            std::iter::once(&act.url)
                .chain(others)
                .any(|known| known == url)
        }) || qonys_law::addresses(&self.knowledge().pack).any(|known| known == url);
        if known {
            Ok(())
        } else {
            Err(AppError::UnknownAddress)
        }
    }
}

/// The parts of a question's key: entity, record, fact.
fn split_key(key: &str) -> Option<(&str, Option<&str>, &str)> {
    let (entity, fact) = key.rsplit_once('.')?;
    Some(match entity.split_once('/') {
        Some((entity, record)) => (entity, Some(record), fact),
        None => (entity, None, fact),
    })
}

fn record_of<'a>(
    answers: &'a mut Answers,
    entity: &str,
    id: Option<&str>,
) -> Option<&'a mut Record> {
    match id {
        None => Some(answers.singles.entry(entity.to_owned()).or_default()),
        Some(key) if entity == PAPER => Some(answers.papers.entry(key.to_owned()).or_default()),
        Some(id) => answers
            .lists
            .get_mut(entity)?
            .records
            .iter_mut()
            .find(|(known, _)| known == id)
            .map(|(_, record)| record),
    }
}

/// Whether each record of a list has such a paper of its own.
fn is_of_each(knowledge: &Knowledge, paper: &str, entity: &str) -> bool {
    knowledge.pack.requirements.iter().any(|requirement| {
        requirement.paper_id() == paper && requirement.of_each_record.as_deref() == Some(entity)
    })
}

/// Puts a record at the end of a list, and gives the id that it gets.
fn push_record(
    knowledge: &Knowledge,
    case: &mut Case,
    entity: &str,
    record: Record,
) -> Result<String, AppError> {
    let list = list_of(knowledge, case, entity)?;
    let mut number = list.records.len() + 1;
    while list.get(&format!("{entity}-{number}")).is_some() {
        number += 1;
    }
    let id = format!("{entity}-{number}");
    list.records.push((id.clone(), record));
    list.complete = false;
    Ok(id)
}

fn list_of<'a>(
    knowledge: &Knowledge,
    case: &'a mut Case,
    entity: &str,
) -> Result<&'a mut qonys_law::Records, AppError> {
    match knowledge.interview.entity(entity) {
        Some(known) if known.kind == EntityKind::List => {
            Ok(case.answers.lists.entry(entity.to_owned()).or_default())
        }
        Some(_) | None => Err(AppError::field(entity, FieldProblem::UnknownField)),
    }
}
