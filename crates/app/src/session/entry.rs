//! Aids of entry, the sources of the law and what may happen later, for the open case.

use qonys_entry::read_zone;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::EntityRef;
use qonys_law::FactRef;
use qonys_texts::Lang;

use super::Session;
use super::record_of;
use super::split_key;
use crate::assessment::after::after;
use crate::entry;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::AfterPageView;
use crate::view::CaseView;
use crate::view::EntryHintsView;
use crate::view::MachineZoneView;
use crate::view::SourceOfLawView;
use crate::view::SourcesOfLawView;

impl Session {
    /// What the machine-readable lines of a passport say, beside what the case says. Nothing is filled in.
    ///
    /// # Errors
    /// When no case is open, or the lines are mistyped or those of another document.
    pub fn read_machine_zone(&self, lang: Lang, lines: &str) -> Result<MachineZoneView, AppError> {
        let zone = read_zone(lines, self.clock.today())?;
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        let knowledge = self.knowledge();
        let speaker = Speaker {
            knowledge: &knowledge,
            answers: &open.case.answers,
            lang,
        };
        Ok(entry::machine_zone_view(&speaker, &zone))
    }

    /// Fills in what the lines say for the questions that the person said yes to, as one change.
    ///
    /// # Errors
    /// As [`Session::read_machine_zone`] and [`Session::answer`].
    pub fn take_machine_zone(
        &self,
        lang: Lang,
        revision: u32,
        lines: &str,
        keys: &[String],
    ) -> Result<CaseView, AppError> {
        let zone = read_zone(lines, self.clock.today())?;
        self.change(lang, revision, |knowledge, case| {
            for (path, value) in entry::answers_of_zone(&zone) {
                let key = path.to_string();
                if !keys.contains(&key) || knowledge.interview.fact(&path).is_none() {
                    continue;
                }
                let record = record_of(&mut case.answers, &path.entity, None)
                    .ok_or_else(|| AppError::field(key, FieldProblem::UnknownField))?;
                record.insert(path.fact, Answer::Known(value));
            }
            Ok(())
        })
    }

    /// What is said beside a field while a text stands in it; nothing of it is saved.
    ///
    /// # Errors
    /// When no case is open, or nothing knows the field.
    pub fn entry_hints(
        &self,
        lang: Lang,
        key: &str,
        typed: &str,
    ) -> Result<EntryHintsView, AppError> {
        let (entity, record, fact) =
            split_key(key).ok_or_else(|| AppError::field(key, FieldProblem::UnknownField))?;
        let fact = FactRef {
            entity: EntityRef {
                kind: entity.to_owned(),
                record: record.map(str::to_owned),
            },
            fact: fact.to_owned(),
        };
        let today = self.clock.today();
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        let knowledge = self.knowledge();
        let speaker = Speaker {
            knowledge: &knowledge,
            answers: &open.case.answers,
            lang,
        };
        Ok(entry::entry_hints(&speaker, &fact, typed, today))
    }

    /// What may happen after an application, and what has to be done then.
    ///
    /// # Errors
    /// As [`Session::answer_page`].
    pub fn after_page(&self, lang: Lang, revision: u32) -> Result<AfterPageView, AppError> {
        self.page(lang, revision, after)
    }

    /// The sources of the law in use, with the days on which they were read and are to be read again.
    #[must_use]
    pub fn sources_of_law(&self, lang: Lang) -> SourcesOfLawView {
        let (answers, knowledge) = (Answers::default(), self.knowledge());
        let today = self.clock.today();
        let speaker = Speaker {
            knowledge: &knowledge,
            answers: &answers,
            lang,
        };
        SourcesOfLawView {
            today: speaker.day(today),
            sources: knowledge
                .pack
                .acts
                .values()
                .map(|act| SourceOfLawView {
                    title: speaker.words(&act.title),
                    url: speaker.address(act).to_owned(),
                    standing: standing_code(act.standing),
                    standing_text: speaker.standing(act.standing),
                    seen: act.seen.map(|day| speaker.day(day)),
                    next_review: act.next_review.map(|day| speaker.day(day)),
                    overdue: act.next_review.is_some_and(|day| day < today),
                })
                .collect(),
        }
    }
}
