//! `qonys-cli stay`.

use qonys_app::assess_stays;
use qonys_app::line_of_field;
use qonys_app::trip_problem_places;
use qonys_app::trips_from_json;

use crate::answer::by_law;
use crate::arguments::StayOptions;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &StayOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let text = input::text(&options.trips)?;
    let answers = trips_from_json(&knowledge, &text)
        .map_err(|error| Failure::in_text(&options.trips, &text, error))?;
    let lang = options.lang.into();
    let view = assess_stays(&knowledge, &answers, options.on, lang);
    if !view.problems.is_empty() {
        let problems: Vec<&str> = view
            .problems
            .iter()
            .map(|problem| problem.text.as_str())
            .collect();
        let field = trip_problem_places(&knowledge, &answers, options.on)
            .into_iter()
            .next()
            .unwrap_or_else(|| "trips".to_owned());
        return Err(Failure::Contradiction {
            file: options.trips.display().to_string(),
            line: line_of_field(&text, &field),
            field,
            problems: problems.join("; "),
        });
    }
    by_law(&knowledge, lang, options.json, view, |view| {
        Report::of_stay(view, lang)
    })
}
