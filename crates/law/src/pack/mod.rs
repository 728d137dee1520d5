//! The law pack: acts, parameters, routes, procedures, requirements, grounds and fees as data.

mod dated;
mod load;
mod records;
mod references;

pub use dated::Cite;
pub use dated::Dated;
pub use load::Pack;
pub use load::addresses;
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
