//! Taking over into a list whom another application of the family names.

use qonys_texts::Lang;

use super::Session;
use super::list_of;
use super::push_record;
use crate::error::AppError;
use crate::household;
use crate::household::Person;
use crate::interview;
use crate::speak::Speaker;
use crate::view::CaseView;
use crate::view::FamilyPersonView;

impl Session {
    /// The persons whom other applications of the family name and a list of the open one does not; none for lists of other things.
    ///
    /// # Errors
    /// [`AppError::NotOpen`].
    pub fn family_persons(
        &self,
        lang: Lang,
        entity: &str,
    ) -> Result<Vec<FamilyPersonView>, AppError> {
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        let knowledge = self.knowledge();
        let answers = &open.case.answers;
        let speaker = Speaker {
            knowledge: &knowledge,
            answers,
            lang,
        };
        let today = self.clock.today();
        let persons = household::persons(&knowledge, &open.document, answers, entity, today);
        let view = |person: Person| FamilyPersonView {
            application: person.application,
            record: person.record,
            name: person.who.name.text,
            born: person.who.born.map(|day| speaker.day(day)),
        };
        Ok(persons.into_iter().map(view).collect())
    }

    /// Takes one of these persons over into a new record at the end of the list, as one change. What each applicant answers alone
    /// stays open, and so does what is not asked in this application.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`] for somebody who is not offered; else as [`Session::answer`].
    pub fn take_family_person(
        &self,
        lang: Lang,
        revision: u32,
        entity: &str,
        application: &str,
        record: Option<&str>,
    ) -> Result<CaseView, AppError> {
        let today = self.clock.today();
        let person = {
            let open = self.lock_open();
            let open = open.as_ref().ok_or(AppError::NotOpen)?;
            if open.revision != revision {
                return Err(AppError::StaleRevision);
            }
            household::persons(
                &self.knowledge(),
                &open.document,
                &open.case.answers,
                entity,
                today,
            )
            .into_iter()
            .find(|person| person.application == application && person.record.as_deref() == record)
            .ok_or(AppError::UnknownPart)?
        };
        self.change(lang, revision, |knowledge, case| {
            let id = push_record(knowledge, case, entity, person.answers)?;
            let asked = interview::asked_facts(knowledge, case, today, entity, Some(&id));
            for (known, answers) in &mut list_of(knowledge, case, entity)?.records {
                if *known == id {
                    answers.retain(|fact, _| asked.contains(fact));
                }
            }
            Ok(())
        })
    }
}
