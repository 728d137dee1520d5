//! What a vault gives back.

use std::fmt;

use zeroize::Zeroizing;

/// The contents of a vault as they were last saved.
pub struct Snapshot {
    /// Which save this is; the first is 1.
    pub generation: u64,
    /// What was saved; wiped when dropped.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Set if newer generations did not open and this is an older one: tell the user.
    pub recovered: Option<Recovered>,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Snapshot")
            .field("generation", &self.generation)
            .field("recovered", &self.recovered)
            .finish_non_exhaustive()
    }
}

/// What was lost when an older generation had to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The generations that did not open, newest first. Their files stay in the folder.
    pub lost: Vec<u64>,
}

/// A save that will last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Which save this is.
    pub generation: u64,
}
