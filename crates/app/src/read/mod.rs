//! Reading answers: from the fields of a screen and from case files, by one set of rules.

mod blanks;
mod case_file;
mod input;
mod kept;
mod line_of;
mod money;
mod papers;
mod reminders;
mod strict_json;
mod texts;
pub(crate) mod trips;
mod value;

pub use case_file::case_from_json;
pub use case_file::case_to_json;
pub use case_file::check_plan;
pub(crate) use input::answer_of_input;
pub(crate) use input::date_of_input;
pub(crate) use kept::Kept;
pub(crate) use kept::case_with_kept;
pub(crate) use kept::saved_case;
pub use line_of::line_of_field;
pub(crate) use money::plain_money;
pub(crate) use papers::check_key;
pub use papers::check_paper_countries;
pub use trips::trip_problem_places;
pub use trips::trips_from_json;
pub(crate) use value::composed;
pub(crate) use value::word as written;
