//! `qonys-cli days`.

use qonys_app::DayQuestion;
use qonys_app::count_days;

use crate::answer::by_law;
use crate::arguments::DaysOptions;
use crate::failure::Failure;
use crate::report::Report;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &DaysOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let lang = options.lang.into();
    let backwards = options.backwards;
    let question = match (options.working, options.calendar, options.between) {
        (Some(days), _, _) => DayQuestion::Working { days, backwards },
        (None, Some(days), _) => DayQuestion::Calendar { days, backwards },
        (None, None, Some(other)) => DayQuestion::Between(other),
        // One of the three is asked for by the command line itself.
        (None, None, None) => DayQuestion::Between(options.from),
    };
    let view = count_days(&knowledge, options.from, question, lang);
    by_law(&knowledge, lang, options.json, view, |view| {
        Report::of_days(view, lang)
    })
}
