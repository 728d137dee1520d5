//! `qonys-cli window`.

use qonys_app::window_answer;

use crate::answer::by_law;
use crate::arguments::WindowOptions;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;
use crate::today::today;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &WindowOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let case = input::case(&knowledge, &options.case)?;
    let day = options.today.unwrap_or_else(today);
    let mut case = input::filed(&knowledge, case, options.on, Some(day));
    if let Some(on) = options.on {
        // The window is asked for with fees paid by the day, and decided after it.
        case.plan.payment = case.plan.payment.map(|paid| paid.min(on));
        case.plan.decision = case.plan.decision.filter(|decided| *decided >= on);
    }
    input::lay_over(&mut case.plan, &options.case, (options.on, None, None))?;
    let lang = options.lang.into();
    let view = window_answer(&knowledge, &case, day, lang);
    by_law(&knowledge, lang, options.json, view, |view| {
        Report::of_window(view, lang)
    })
}
