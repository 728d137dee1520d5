//! What the reading process may use.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const MEBIBYTE: u64 = 1024 * 1024;

/// What the reading process may use. The process lowers its own limits before it looks at the file.
///
/// Memory and processor time are held by the system on Linux; on other Unix systems as far as the system does it.
/// Windows has such limits only by job objects, for which no safe library exists: there the sizes that the readers
/// refuse by themselves and the time by the clock are what holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Bytes that the process may write to in its memory.
    pub memory: u64,
    /// Bytes of addresses, the program itself and its libraries included.
    pub addresses: u64,
    /// Seconds of work of the processor.
    pub processor_seconds: u64,
    /// Seconds by the clock; longer, because the computer may be busy with other things.
    pub clock_seconds: u64,
    /// The largest file.
    pub file: u64,
    /// The longest answer.
    pub answer: u64,
}

impl Limits {
    /// Enough for a picture of 64 million pixels, and for a hundred pages of PDF.
    pub const USUAL: Self = Self {
        memory: 1024 * MEBIBYTE,
        addresses: 4096 * MEBIBYTE,
        processor_seconds: 20,
        clock_seconds: 60,
        file: qonys_papers::MOST_PICTURE_BYTES,
        answer: 16 * MEBIBYTE,
    };

    pub(crate) fn clock(self) -> Duration {
        Duration::from_secs(self.clock_seconds)
    }

    /// Lowers the limits of this process; it cannot raise them again. Returns whether the system took them.
    #[cfg(unix)]
    pub(crate) fn lower(self) -> bool {
        use rlimit::Resource;

        let lower = |resource: Resource, soft: u64, hard: u64| {
            let most = resource.get().map_or(hard, |(_, most)| most.min(hard));
            resource.set(soft.min(most), most).is_ok()
        };
        // A second between the two, so that the end says what it was.
        let processor = lower(
            Resource::CPU,
            self.processor_seconds,
            self.processor_seconds + 1,
        );
        // No file, no picture of the memory on the disk.
        let files = lower(Resource::FSIZE, 0, 0) && lower(Resource::CORE, 0, 0);
        let memory = lower(Resource::AS, self.addresses, self.addresses)
            && lower(Resource::DATA, self.memory, self.memory);
        // Only Linux holds to the limits of memory; others may not even take them.
        processor && files && (memory || !cfg!(target_os = "linux"))
    }

    #[cfg(not(unix))]
    pub(crate) fn lower(self) -> bool {
        true
    }
}
