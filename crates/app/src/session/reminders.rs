//! What the person chooses about reminders in the open case, and what leaves it for the time when the program is closed.

use chrono::Days;
use chrono::NaiveDate;
use qonys_reminders::AgendaFile;
use qonys_reminders::Deadline;
use qonys_reminders::Mark;
use qonys_reminders::MarkKind;
use qonys_reminders::OpaqueId;
use qonys_reminders::ReminderKinds;
use qonys_reminders::ReminderSettings;
use qonys_texts::Lang;

use super::Session;
use super::opening::Open;
use crate::assessment::assess_case;
use crate::assessment::pages;
use crate::case::Case;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::read;
use crate::reminders::deadline;
use crate::reminders::reminder_file;
use crate::reminders::reminders_view;
use crate::speak::Speaker;
use crate::view::CaseView;
use crate::view::FoundDeadlineView;
use crate::view::RemindersView;
use crate::wire::MarkInput;

/// The field of a pause, where a problem belongs to it.
const PAUSE: &str = "reminders.pause";

/// The longest time, in days, for which the reminders of a deadline that is over can pause.
const MOST_PAUSE: u64 = 366;

impl Session {
    /// The reminders of the open case, of the revision that the screen shows.
    ///
    /// # Errors
    /// When no case is open, or it is at another revision.
    pub fn reminders_page(&self, lang: Lang, revision: u32) -> Result<RemindersView, AppError> {
        let mut open = self.lock_open();
        let open = open.as_mut().ok_or(AppError::NotOpen)?;
        if open.revision != revision {
            return Err(AppError::StaleRevision);
        }
        let Open { case, assessed, .. } = open;
        let assessment = self.assessed(case, assessed);
        let knowledge = self.knowledge();
        let speaker = Speaker {
            knowledge: &knowledge,
            answers: &case.answers,
            lang,
        };
        let agenda = pages::dates(&speaker, assessment).agenda;
        reminders_view(&speaker, &agenda, &case.reminders, self.clock.today())
    }

    /// Says of a deadline of the agenda that it is done, that its reminders pause, or that it is hidden, or takes that back.
    /// It holds as long as the deadline keeps its day.
    ///
    /// # Errors
    /// When the agenda has no such deadline with a day; a day that is no end of a pause; [`AppError::StaleRevision`]; what
    /// saving can bring.
    pub fn mark_deadline(
        &self,
        lang: Lang,
        revision: u32,
        key: &str,
        mark: Option<&MarkInput>,
    ) -> Result<CaseView, AppError> {
        let today = self.clock.today();
        self.change(lang, revision, |knowledge, case| {
            let Some(mark) = mark else {
                case.reminders.marks.remove(key);
                return Ok(());
            };
            let deadline = assess_case(knowledge, case, today, lang)
                .agenda
                .entries
                .iter()
                .find(|entry| entry.key == key)
                .and_then(deadline)
                .ok_or_else(|| AppError::field(key, FieldProblem::UnknownField))?;
            let kind = mark_kind(mark, &deadline, today)
                .map_err(|problem| AppError::field(PAUSE, problem))?;
            let day = deadline.day;
            case.reminders
                .marks
                .insert(key.to_owned(), Mark { day, kind });
            Ok(())
        })
    }

    /// Chooses the days before deadlines of a kind, or goes back to the built-in ones.
    ///
    /// # Errors
    /// When there is no such kind, or the days are too many or too long before; as [`Session::mark_deadline`].
    pub fn choose_days_before(
        &self,
        lang: Lang,
        revision: u32,
        kind: &str,
        days: Option<Vec<u16>>,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |_, case| {
            if ReminderKinds::built_in()?.get(kind).is_none() {
                return Err(AppError::field(kind, FieldProblem::UnknownField));
            }
            match days {
                Some(days) if ReminderSettings::are_days(&days) => {
                    case.reminders.before.insert(kind.to_owned(), days);
                }
                Some(_) => return Err(AppError::field(kind, FieldProblem::NumberNotWhole)),
                None => {
                    case.reminders.before.remove(kind);
                }
            }
            Ok(())
        })
    }

    /// The agenda file of all applications of the store. An application that has no seed yet gets one first.
    ///
    /// # Errors
    /// When no case is open; [`AppError::NoRandomness`]; what saving the seeds can bring.
    pub fn background_agenda(&self, lang: Lang) -> Result<AgendaFile, AppError> {
        let (today, knowledge) = (self.clock.today(), self.knowledge());
        let files = self
            .seeded_cases()?
            .iter()
            .map(|(_, case)| reminder_file(&knowledge, case, today, lang))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(AgendaFile::of_several(lang, files))
    }

    /// Finds the deadline of a reminder by the id that the agenda file has for it.
    ///
    /// # Errors
    /// As [`Session::background_agenda`].
    pub fn find_deadline(&self, lang: Lang, id: &str) -> Result<FoundDeadlineView, AppError> {
        let (today, knowledge) = (self.clock.today(), self.knowledge());
        for (application, case) in self.seeded_cases()? {
            let agenda = assess_case(&knowledge, &case, today, lang).agenda;
            let seed = &case.reminders.seed;
            let found = agenda
                .entries
                .into_iter()
                .find(|entry| OpaqueId::of(seed, &entry.key).as_str() == id);
            if let Some(entry) = found {
                return Ok(FoundDeadlineView {
                    application: Some(application),
                    key: Some(entry.key),
                });
            }
        }
        Ok(FoundDeadlineView {
            application: None,
            key: None,
        })
    }

    /// The cases of all applications by their ids, each with a seed. One that today's law cannot read has no reminders,
    /// and does not keep the others from theirs.
    fn seeded_cases(&self) -> Result<Vec<(String, Case)>, AppError> {
        let knowledge = self.knowledge();
        let mut guard = self.lock_open();
        let open = guard.as_mut().ok_or(AppError::NotOpen)?;
        self.give_seeds(open)?;
        let applications = open
            .document
            .households
            .iter()
            .flat_map(|household| &household.applications);
        Ok(applications
            .filter_map(|application| {
                let case = if open.document.is_open(&application.id) {
                    open.case.clone()
                } else {
                    read::saved_case(&knowledge, &application.case).ok()?.0
                };
                Some((application.id.clone(), case))
            })
            .collect())
    }

    /// Gives each application that has none its seed. Nothing that a screen shows changes by that.
    pub(super) fn give_seeds(&self, open: &mut Open) -> Result<(), AppError> {
        let mut document = open.document.clone();
        if !document.give_seeds(&|| self.seeds.fresh())? {
            return Ok(());
        }
        open.put_document(&self.knowledge(), document)?;
        if let Some(seed) = open.document.opened().and_then(|open| open.seed()) {
            seed.clone_into(&mut open.case.reminders.seed);
        }
        Ok(())
    }
}

fn mark_kind(
    mark: &MarkInput,
    deadline: &Deadline,
    today: NaiveDate,
) -> Result<MarkKind, FieldProblem> {
    match mark {
        MarkInput::Done => Ok(MarkKind::Done),
        MarkInput::Hidden => Ok(MarkKind::Hidden),
        MarkInput::Paused { until } => {
            let until = read::date_of_input(until)?.ok_or(FieldProblem::DateIncomplete)?;
            let last = last_pause(deadline, today);
            if until <= today {
                Err(FieldProblem::PauseNotAhead)
            } else if until > last {
                Err(FieldProblem::PauseTooLong {
                    day: last.format("%d.%m.%Y").to_string(),
                })
            } else {
                Ok(MarkKind::SnoozedUntil(until))
            }
        }
    }
}

/// The last day on which a pause may end: the last useful day of the deadline, and a year where that is not ahead.
pub(crate) fn last_pause(deadline: &Deadline, today: NaiveDate) -> NaiveDate {
    let last = deadline.last_useful(today);
    if last > today {
        last
    } else if deadline.day > today {
        deadline.day
    } else {
        today
            .checked_add_days(Days::new(MOST_PAUSE))
            .unwrap_or(NaiveDate::MAX)
    }
}
