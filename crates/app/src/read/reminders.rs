//! What a case says of its reminders: `"reminders": { "before": { KIND: [DAYS] }, "marks": { KEY: { "day": …, "kind": … } } }`.

use qonys_reminders::ReminderKinds;
use qonys_reminders::ReminderSettings;
use serde::Deserialize as _;
use serde_json::Value as Json;

use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::read::case_file::wrong;
use crate::wanted::Wanted;

/// Reads the choices. In a saved case what no longer fits is left out: nobody is kept from the answers by a reminder. In a case
/// file it is an error.
pub(super) fn reminders(
    json: Option<&Json>,
    may_be_old: bool,
) -> Result<ReminderSettings, AppError> {
    let Some(json) = json else {
        return Ok(ReminderSettings::default());
    };
    let mut settings = match ReminderSettings::deserialize(json) {
        Ok(settings) => settings,
        Err(_) if may_be_old => ReminderSettings::default(),
        Err(_) => {
            return Err(wrong("reminders", Wanted::Reminders));
        }
    };
    let kinds = ReminderKinds::built_in()?;
    if may_be_old {
        settings
            .before
            .retain(|kind, days| kinds.get(kind).is_some() && ReminderSettings::are_days(days));
    }
    for (kind, days) in &settings.before {
        let at = format!("reminders.before.{kind}");
        if kinds.get(kind).is_none() {
            return Err(AppError::field(at, FieldProblem::UnknownField));
        }
        if !ReminderSettings::are_days(days) {
            return Err(wrong(&at, Wanted::ReminderDays));
        }
    }
    Ok(settings)
}

/// The choices as a case file holds them.
pub(super) fn reminders_json(settings: &ReminderSettings) -> Json {
    // A type of texts, numbers and days is always JSON.
    serde_json::to_value(settings).unwrap_or_default()
}
