//! The law pack: acts, parameters, routes, procedures, requirements, grounds and fees as data.

mod dated;
mod load;
mod obtaining;
mod records;
mod references;
mod references_obtaining;

pub use dated::Cite;
pub use dated::Dated;
pub use load::Pack;
pub use load::addresses;
pub use obtaining::Obtaining;
pub use obtaining::Step;
pub use obtaining::StepKind;
pub use obtaining::Takes;
pub use records::Act;
pub use records::Amount;
pub use records::Country;
pub use records::Disagreement;
pub use records::Fee;
pub use records::FirstDay;
pub use records::Ground;
pub use records::GroundStage;
pub use records::IfDayOff;
pub use records::LegalText;
pub use records::List;
pub use records::Member;
pub use records::NamedCondition;
pub use records::Note;
pub use records::Parameter;
pub use records::Parts;
pub use records::Period;
pub use records::Procedure;
pub use records::Requirement;
pub use records::Route;
pub use records::TestedOn;
pub use records::Unit;
