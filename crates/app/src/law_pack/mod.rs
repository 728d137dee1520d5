//! A newer law in an installed copy: taken, refused, and what it changes for somebody.

mod changes;
mod keys;
mod take;
mod used;

pub use changes::law_pack_changes;
pub use keys::law_pack_keys;
pub use take::KnownLaw;
pub use take::known_law;
pub use take::law_pack_instead;
pub use take::pack_of_built_in;
pub use take::read_law_pack;
pub use take::take_law_pack;
pub use used::law_used;
