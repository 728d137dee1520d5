//! Foreign files through the limited process, by the finished program: whatever the file does, the caller lives and
//! gets an answer or an error.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at the first surprise, and these write bad files"
)]

mod bombs;
mod desk;
mod limits;
mod mutations;
mod photo;
mod windows;

use std::path::{Path, PathBuf};

use qonys_app::{Foreign, ForeignReader, Limits};

/// The reader, with the program that was just built.
fn reader() -> ForeignReader {
    ForeignReader::of(PathBuf::from(env!("CARGO_BIN_EXE_qonys-cli"))).within(patient())
}

/// The usual limits, save that the computer may be busy with other tests.
fn patient() -> Limits {
    Limits {
        clock_seconds: 300,
        processor_seconds: 60,
        ..Limits::USUAL
    }
}

/// A file among the seeds.
fn seed(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpora/photo")
        .join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(seed(name)).unwrap()
}

fn nothing() -> Foreign {
    Foreign::bytes(Vec::new())
}
