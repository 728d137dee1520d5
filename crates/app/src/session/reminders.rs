//! What the person chooses about reminders in the open case.

use qonys_reminders::AgendaFile;
use qonys_reminders::Mark;
use qonys_reminders::MarkKind;
use qonys_reminders::ReminderKinds;
use qonys_reminders::ReminderSettings;
use qonys_texts::Lang;

use super::Session;
use crate::assessment::assess_case;
use crate::error::AppError;
use crate::error::FieldProblem;
use crate::reminders::reminder_file;
use crate::view::CaseView;

impl Session {
    /// Says of a deadline of the agenda that it is done, put off or hidden, or takes that back. It holds as long as the
    /// deadline keeps its day.
    ///
    /// # Errors
    /// When the agenda has no such deadline with a day; [`AppError::StaleRevision`]; what saving can bring.
    pub fn mark_deadline(
        &self,
        lang: Lang,
        revision: u32,
        key: &str,
        mark: Option<MarkKind>,
    ) -> Result<CaseView, AppError> {
        let today = self.clock.today();
        self.change(lang, revision, |knowledge, case| {
            let Some(kind) = mark else {
                case.reminders.marks.remove(key);
                return Ok(());
            };
            let day = assess_case(knowledge, case, today, lang)
                .agenda
                .entries
                .iter()
                .find(|entry| entry.key == key)
                .and_then(|entry| entry.day.as_ref()?.iso.parse().ok())
                .ok_or_else(|| AppError::field(key, FieldProblem::UnknownField))?;
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

    /// Switches reminders while the program is closed on or off. `seed` is random and makes the ids of this case its own; it is
    /// kept from the first time, so that the ids stay the same.
    ///
    /// # Errors
    /// As [`Session::mark_deadline`].
    pub fn switch_background(
        &self,
        lang: Lang,
        revision: u32,
        on: bool,
        seed: &str,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |_, case| {
            case.reminders.background = on;
            if on && case.reminders.seed.is_empty() {
                seed.clone_into(&mut case.reminders.seed);
            }
            Ok(())
        })
    }

    /// The agenda file of the open case, where the person switched it on.
    ///
    /// # Errors
    /// When no case is open.
    pub fn background_reminders(&self, lang: Lang) -> Result<Option<AgendaFile>, AppError> {
        let today = self.clock.today();
        let mut open = self.lock_open();
        let open = open.as_mut().ok_or(AppError::NotOpen)?;
        if !open.case.reminders.background {
            return Ok(None);
        }
        reminder_file(&self.knowledge(), &open.case, today, lang).map(Some)
    }
}
