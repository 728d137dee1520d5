//! How much may be attached.

/// A megabyte, as the systems of files and people count it.
const MEGABYTE: u64 = 1_000_000;

/// How much a vault takes in attachments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most megabytes of one attachment.
    pub each: u64,
    /// The most megabytes of all attachments together.
    pub all: u64,
    /// The most attachments.
    pub count: usize,
}

impl Limits {
    pub(crate) fn bytes(megabytes: u64) -> u64 {
        megabytes.saturating_mul(MEGABYTE)
    }
}

impl Default for Limits {
    /// 100 MB each, 500 MB and 2,000 files in all: far more than a family's papers.
    fn default() -> Self {
        Self {
            each: 100,
            all: 500,
            count: 2_000,
        }
    }
}
