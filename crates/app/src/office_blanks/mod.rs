//! The blanks of offices that a case keeps: their boxes as a window shows and changes them.

mod boxes;
mod data;
mod first;
mod kept;
mod look;

pub(crate) use boxes::area_of;
pub(crate) use boxes::plain_box;
pub(crate) use data::data;
pub use first::first_blank_boxes;
pub use kept::KeptBlank;
pub(crate) use kept::MOST_BLANKS;
pub(crate) use kept::OpenBlank;
pub(crate) use look::look;
pub(crate) use look::names;
pub(crate) use look::suggestion;
