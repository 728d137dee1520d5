//! `qonys-cli stay`.

use qonys_app::assess_stays;
use qonys_app::trips_from_json;

use crate::arguments::StayOptions;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &StayOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let file = options.trips.display().to_string();
    let text = input::text(&options.trips)?;
    let answers = trips_from_json(&knowledge, &text).map_err(|error| Failure::Case {
        file: file.clone(),
        error,
    })?;
    let lang = options.lang.into();
    let view = assess_stays(&knowledge, &answers, options.on, lang);
    if !view.problems.is_empty() {
        let problems: Vec<&str> = view
            .problems
            .iter()
            .map(|problem| problem.text.as_str())
            .collect();
        return Err(Failure::Contradiction {
            file,
            problems: problems.join("; "),
        });
    }
    if options.json {
        return Ok(format!("{}\n", serde_json::to_string_pretty(&view)?));
    }
    Ok(Report::of_stay(&view, lang))
}
