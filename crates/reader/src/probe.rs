//! Misbehaviour on purpose: what the limits are proved with. No released program knows it.

use std::io::Write;

use serde::{Deserialize, Serialize};

/// What a file that took over the reading process might do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Probe {
    /// Takes so many bytes of memory and writes to each page.
    Memory(u64),
    /// Works without end.
    Work,
    /// Waits without end.
    Wait,
    /// Ends at once.
    Abort,
    /// Says something that is no answer, without end.
    Babble,
    /// Closes nothing and answers nothing, but ends well.
    Silence,
    /// Names the variables of the environment.
    Environment,
    /// Writes a file.
    Write(String),
}

impl Probe {
    pub(crate) fn run(self) -> Vec<String> {
        match self {
            Self::Memory(bytes) => {
                let length = usize::try_from(bytes).unwrap_or(usize::MAX);
                let mut taken = vec![0_u8; length];
                for page in taken.chunks_mut(4096) {
                    page.fill(1);
                }
                vec![taken.iter().filter(|byte| **byte == 1).count().to_string()]
            }
            Self::Work => loop {
                std::hint::spin_loop();
            },
            Self::Wait => loop {
                std::thread::park();
            },
            Self::Abort => std::process::abort(),
            Self::Babble => {
                while std::io::stdout().write_all(&[b'x'; 4096]).is_ok() {}
                Vec::new()
            }
            Self::Silence => std::process::exit(0),
            Self::Environment => std::env::vars_os()
                .map(|(name, _)| name.to_string_lossy().into_owned())
                .collect(),
            Self::Write(path) => {
                let written =
                    std::fs::File::create(path).and_then(|mut file| file.write_all(b"harm"));
                vec![
                    if written.is_ok() {
                        "written"
                    } else {
                        "refused"
                    }
                    .to_owned(),
                ]
            }
        }
    }
}
