//! The random seed without which nobody can compute what an id in a calendar means.

use std::path::Path;

use qonys_app::OpaqueId;
use serde_json::Value as Json;

use crate::calendar::changed;
use crate::calendar::events;
use crate::run::run;
use crate::run::run_at;
use crate::run::sample;

/// The UIDs of an export of a person.
fn uids(data: &Path, case: &Path, file: &Path, more: &[&str]) -> Vec<String> {
    let mut arguments = vec![
        "agenda",
        case.to_str().expect("a path"),
        "--on",
        "2026-11-22",
    ];
    arguments.extend(["--ics", file.to_str().expect("a path")]);
    arguments.extend(more);
    let _gone = std::fs::remove_file(file);
    run_at(data, &arguments).answer();
    events(file).into_keys().collect()
}

/// Ids that were equal for everybody would let anybody try all keys: the paper of a country tells the citizenship.
#[test]
fn nobody_else_has_the_same_ids() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("qonys.ics");
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    let case = sample("omsk-engineer");
    let first = uids(&one, &case, &file, &[]);
    assert_eq!(uids(&one, &case, &file, &[]), first, "the seed is kept");
    let apart = |second: &[String], what: &str| {
        assert!(second.iter().all(|uid| !first.contains(uid)), "{what}");
    };
    apart(&uids(&other, &case, &file, &[]), "another account");
    let wife = changed("omsk-engineer", folder.path(), |case| {
        case["answers"]["names"]["given_latin"] = Json::from("OLGA");
    });
    apart(&uids(&one, &wife, &file, &[]), "another person");
    let word = uids(&one, &case, &file, &["--calendar", "work"]);
    apart(&word, "another calendar");
    // What a reader of the sources could compute from nothing.
    let guessed: Vec<String> = ["", "seed"]
        .iter()
        .map(|seed| OpaqueId::of(seed, "registration").as_str().to_owned())
        .collect();
    for uid in &first {
        assert!(!guessed.iter().any(|guess| uid.contains(guess)), "{uid}");
    }
}

#[cfg(unix)]
#[test]
fn a_seed_file_is_made_for_the_person_alone_and_read_again() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let (file, seed) = (
        folder.path().join("qonys.ics"),
        folder.path().join("of the case.seed"),
    );
    let named = ["--seed-file", seed.to_str().expect("a path")];
    let case = sample("omsk-engineer");
    let first = uids(&data, &case, &file, &named);
    let rights = std::fs::metadata(&seed).expect("the seed").permissions();
    assert_eq!(rights.mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(&seed).expect("the seed");
    assert_eq!(text.trim().len(), 32);
    // It belongs to the case: with it the ids are the same for whoever has it, also when a name was mended.
    let mended = changed("omsk-engineer", folder.path(), |case| {
        case["answers"]["names"]["given_latin"] = Json::from("ANDREY");
    });
    assert_eq!(
        uids(&folder.path().join("b"), &mended, &file, &named),
        first
    );
    assert_ne!(uids(&data, &case, &file, &[]), first);
    // The seed of the case itself counts where no file is named.
    let own = changed("omsk-engineer", folder.path(), |case| {
        case["reminders"] = serde_json::json!({ "seed": text.trim() });
    });
    assert_eq!(uids(&data, &own, &file, &[]), first);
}

#[test]
fn without_a_seed_nothing_is_written_and_it_is_said_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("qonys.ics");
    let foreign = folder.path().join("notes.txt");
    std::fs::write(&foreign, "a list of theirs").expect("a file");
    let below_a_file = foreign.join("seed");
    let case = sample("omsk-engineer");
    for (lang, words) in [
        ("en", "--seed-file"),
        ("ru", "через --seed-file"),
        ("kk", "--seed-file арқылы"),
    ] {
        for seed in [&foreign, &below_a_file] {
            let arguments = [
                "agenda",
                case.to_str().expect("a path"),
                "--on",
                "2026-11-22",
                "--lang",
                lang,
                "--ics",
                file.to_str().expect("a path"),
                "--seed-file",
                seed.to_str().expect("a path"),
            ];
            let complaint = run(&arguments).complaint();
            assert!(complaint.contains(words), "{complaint}");
            assert!(!file.exists());
        }
    }
    let text = std::fs::read_to_string(&foreign).expect("their file");
    assert_eq!(text, "a list of theirs");
}

/// What would do nothing is refused.
#[test]
fn options_of_the_calendar_are_refused_for_the_file_of_reminders() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a path");
    let case = sample("omsk-engineer");
    let case = case.to_str().expect("a path");
    let common = ["agenda", case, "--on", "2026-11-22"];
    let reminders = [&common[..], &["--reminders", path]].concat();
    for more in [
        &["--calendar", "work"][..],
        &["--details"],
        &["--previous", "a.ics"],
    ] {
        run(&[&reminders, more].concat()).complaint();
        run(&[&common, more].concat()).complaint();
    }
    assert!(!folder.path().join("agenda.json").exists());
    let seed = folder.path().join("seed");
    let seed = ["--seed-file", seed.to_str().expect("a path")];
    run(&[&common[..], &seed].concat()).complaint();
    run(&[&reminders[..], &seed].concat()).json();
}
