//! Stays: how long one may be in the country, and how long one must be there after the permit.

mod caps;
mod count;
mod days;
mod floor;
mod trip;

pub use caps::Caps;
pub use caps::InWindow;
pub use caps::Limit;
pub use caps::PerVisit;
pub use caps::Reentry;
pub use caps::VisitEnd;
pub use count::StayCount;
pub use count::VisitCount;
pub use days::DaySet;
pub use floor::BrokenWindow;
pub use floor::Floor;
pub use floor::FloorCount;
pub use trip::StayProblem;
pub use trip::Trip;
pub use trip::TripBasis;
pub use trip::problems;
