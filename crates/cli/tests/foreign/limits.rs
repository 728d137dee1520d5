//! The limits hold against a process that does its worst.

use qonys_app::{Foreign, ForeignReader, Limits, Probe, ReadError};

use super::{nothing, patient, reader};

const MEBIBYTE: u64 = 1024 * 1024;

fn small() -> Limits {
    Limits {
        memory: 200 * MEBIBYTE,
        ..patient()
    }
}

#[test]
fn memory_is_bounded() {
    let reader = reader().within(small());
    let taken = reader.probe(Probe::Memory(100 * MEBIBYTE), nothing());
    assert_eq!(taken.unwrap(), [(100 * MEBIBYTE).to_string()]);
    let refused = reader.probe(Probe::Memory(200 * MEBIBYTE), nothing());
    assert_eq!(refused.unwrap_err(), ReadError::Crashed);
}

#[test]
fn work_without_end_is_stopped() {
    let limits = Limits {
        processor_seconds: 1,
        ..patient()
    };
    let stopped = reader().within(limits).probe(Probe::Work, nothing());
    assert_eq!(stopped.unwrap_err(), ReadError::TooSlow);
}

#[test]
fn waiting_without_end_is_stopped() {
    let limits = Limits {
        clock_seconds: 1,
        ..patient()
    };
    let stopped = reader().within(limits).probe(Probe::Wait, nothing());
    assert_eq!(stopped.unwrap_err(), ReadError::TooSlow);
}

#[test]
fn a_process_that_ends_badly_or_says_nothing_is_no_answer() {
    for probe in [Probe::Abort, Probe::Silence] {
        let found = reader().probe(probe.clone(), nothing());
        assert_eq!(found.unwrap_err(), ReadError::Crashed, "{probe:?}");
    }
    let babbled = reader().probe(Probe::Babble, nothing());
    assert_eq!(babbled.unwrap_err(), ReadError::BadAnswer);
}

#[test]
fn the_environment_is_empty() {
    let found = reader().probe(Probe::Environment, nothing()).unwrap();
    let strange: Vec<&String> = found
        .iter()
        .filter(|name| !["LD_LIBRARY_PATH", "SystemRoot"].contains(&name.as_str()))
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
    assert!(
        std::env::vars_os().count() > found.len(),
        "there was something to hide"
    );
}

#[test]
fn no_file_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harm");
    let probe = Probe::Write(path.display().to_string());
    // Writing beyond the limit ends the process, or is refused where the signal is ignored.
    match reader().probe(probe, nothing()) {
        Err(error) => assert_eq!(error, ReadError::Crashed),
        Ok(found) => assert_eq!(found, ["refused"]),
    }
    let written = std::fs::read(&path).unwrap_or_default();
    assert!(written.is_empty());
}

#[test]
fn a_large_file_is_refused_by_its_size() {
    let limits = Limits {
        file: 1000,
        ..patient()
    };
    let reader = reader().within(limits);
    let refused = reader.inspect_photo(Foreign::bytes(vec![0; 1001]));
    assert_eq!(refused.unwrap_err(), ReadError::TooLarge { most: 1000 });
    // The process stops taking bytes; the caller does not wait for ever.
    let refused = reader.inspect_photo(Foreign::bytes(vec![0; 10_000_000]));
    assert_eq!(refused.unwrap_err(), ReadError::TooLarge { most: 1000 });
    assert!(matches!(
        reader.inspect_photo(Foreign::bytes(vec![0; 1000])),
        Err(ReadError::Photo(_))
    ));
}

#[test]
fn what_is_no_file_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        Foreign::open(folder.path()).unwrap_err(),
        ReadError::NotAFile
    );
    assert!(matches!(
        Foreign::open(&folder.path().join("none")),
        Err(ReadError::Unreadable(_))
    ));
}

#[test]
fn a_program_that_is_not_there_is_said() {
    let absent = ForeignReader::of("/nowhere/qonys".into());
    assert!(matches!(
        absent.inspect_photo(nothing()),
        Err(ReadError::NotStarted(_))
    ));
}
