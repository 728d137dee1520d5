//! `qonys-cli window`.

use chrono::Local;
use chrono::NaiveDate;
use qonys_app::check_plan;
use qonys_app::window_answer;

use crate::arguments::WindowOptions;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &WindowOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let mut case = input::case(&knowledge, &options.case)?;
    case.plan.filing = options.on.or(case.plan.filing);
    check_plan(&case.plan).map_err(|error| Failure::Case {
        file: options.case.display().to_string(),
        error,
    })?;
    let lang = options.lang.into();
    let view = window_answer(&knowledge, &case, options.today.unwrap_or_else(today), lang);
    if options.json {
        return Ok(format!("{}\n", serde_json::to_string_pretty(&view)?));
    }
    Ok(Report::of_window(&view, lang))
}

/// The day on which the program is asked.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is a shell: nobody else knows the day"
)]
fn today() -> NaiveDate {
    Local::now().date_naive()
}
