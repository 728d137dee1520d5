//! `qonys-cli assess`.

use qonys_app::assess_case;

use crate::answer::by_law;
use crate::arguments::AssessOptions;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &AssessOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let (case, filing) = input::planned(&knowledge, &options.plan)?;
    let lang = options.lang.into();
    let view = assess_case(
        &knowledge,
        &case,
        options.plan.today.unwrap_or(filing),
        lang,
    );
    by_law(&knowledge, lang, options.json, view, |view| {
        Report::of(view, lang)
    })
}
