//! `qonys-cli agenda`.

use qonys_app::Knowledge;
use qonys_app::assess_case;
use qonys_app::check_plan;

use crate::arguments::AgendaOptions;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;

pub(crate) fn run(options: &AgendaOptions) -> Result<String, Failure> {
    let knowledge = Knowledge::built_in()?;
    let case = input::case(&knowledge, &options.case)?;
    check_plan(&case.plan).map_err(|error| Failure::Case {
        file: options.case.display().to_string(),
        error,
    })?;
    let lang = options.lang.into();
    let view = assess_case(&knowledge, &case, options.on, lang);
    if options.json {
        return Ok(format!("{}\n", serde_json::to_string_pretty(&view.agenda)?));
    }
    Ok(Report::of_agenda(&view.agenda, &view.disclaimer, lang))
}
