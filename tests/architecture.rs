//! Who may import whom, what the pure crates may not name, and how long a file may be.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod files;

use std::process::Command;

use serde_json::Value;

/// Every edge between crates of ours that there may be, from the importer to the imported.
const EDGES: &[(&str, &str)] = &[
    ("qonys", "qonys-app"),
    ("qonys-app", "qonys-entry"),
    ("qonys-app", "qonys-law"),
    ("qonys-app", "qonys-lawpack"),
    ("qonys-app", "qonys-papers"),
    ("qonys-app", "qonys-reader"),
    ("qonys-app", "qonys-reminders"),
    ("qonys-app", "qonys-texts"),
    ("qonys-app", "qonys-vault"),
    ("qonys-cli", "qonys-app"),
    ("qonys-papers", "qonys-law"),
    ("qonys-papers", "qonys-texts"),
    ("qonys-reader", "qonys-papers"),
    ("qonys-reader", "qonys-texts"),
    ("qonys-remind", "qonys-reminders"),
    ("qonys-reminders", "qonys-texts"),
    ("xtask", "qonys-lawpack"),
];

/// The tests of the whole look into every crate.
const EDGES_OF_TESTS: &[(&str, &str)] = &[
    ("qonys", "qonys-law"),
    ("qonys", "qonys-papers"),
    ("qonys", "qonys-texts"),
    ("qonys", "qonys-vault"),
    ("qonys-acceptance", "qonys-app"),
    ("qonys-acceptance", "qonys-law"),
    ("qonys-acceptance", "qonys-papers"),
    ("qonys-acceptance", "qonys-reminders"),
    ("qonys-acceptance", "qonys-texts"),
    ("qonys-acceptance", "qonys-vault"),
];

/// The one crate of ours that may name these; a star stands for any ending.
const NAMED_ONLY_BY: &[(&str, &str)] = &[
    ("tauri*", "qonys"),
    ("printpdf", "qonys-papers"),
    ("lopdf", "qonys-papers"),
    ("image", "qonys-papers"),
    ("moxcms", "qonys-papers"),
    ("ab_glyph_rasterizer", "qonys-papers"),
    ("rlimit", "qonys-reader"),
    ("icalendar", "qonys-reminders"),
    ("notify-rust", "qonys-remind"),
    ("minisign-verify", "qonys-lawpack"),
    ("age", "qonys-vault"),
    ("keyring*", "qonys-vault"),
    ("rust-i18n*", "qonys-texts"),
];

/// Crates in which everything is given from outside.
const PURE: [&str; 7] = [
    "law",
    "lawpack",
    "entry",
    "texts",
    "papers",
    "reminders",
    "app",
];

/// What a pure crate never names, not even in its tests.
const IMPURE: [&str; 7] = [
    "Utc::now",
    "Local::now",
    "SystemTime",
    "std::env::var",
    "env::var(",
    "std::net",
    "reqwest",
];

/// Crates that not even touch a file or start a program, except to prove themselves.
const WITHOUT_FILES: [&str; 5] = ["law", "entry", "texts", "papers", "reminders"];

/// What these name in their tests only.
const FILES: [&str; 3] = ["std::fs", "fs::", "std::process"];

const LONGEST: usize = 500;

/// One dependency as a Cargo.toml declares it.
struct Dependency {
    from: String,
    to: String,
    for_tests: bool,
}

fn dependencies() -> Vec<Dependency> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(files::root())
        .output()
        .expect("cargo metadata");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON of cargo metadata");
    let mut all = Vec::new();
    for package in metadata["packages"].as_array().expect("packages") {
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            all.push(Dependency {
                from: package["name"].as_str().expect("a name").to_owned(),
                to: dependency["name"].as_str().expect("a name").to_owned(),
                for_tests: dependency["kind"] == "dev",
            });
        }
    }
    all
}

fn forbidden(edge: &Dependency) -> bool {
    let pair = (edge.from.as_str(), edge.to.as_str());
    let ours = pair.1 == "qonys" || pair.1.starts_with("qonys-") || pair.1 == "xtask";
    let allowed = EDGES.contains(&pair) || (edge.for_tests && EDGES_OF_TESTS.contains(&pair));
    let stranger = NAMED_ONLY_BY.iter().any(|(name, owner)| {
        let named = match name.strip_suffix('*') {
            Some(start) => pair.1.starts_with(start),
            None => pair.1 == *name,
        };
        named && pair.0 != *owner
    });
    (ours && !allowed) || stranger
}

#[test]
fn no_crate_imports_what_it_may_not() {
    let all = dependencies();
    let shell_to_app = |edge: &Dependency| edge.from == "qonys" && edge.to == "qonys-app";
    assert!(
        all.iter().any(shell_to_app),
        "cargo metadata was read rightly"
    );
    let bad: Vec<String> = all
        .iter()
        .filter(|edge| forbidden(edge))
        .map(|e| format!("{} -> {}", e.from, e.to))
        .collect();
    assert!(bad.is_empty(), "new edges, see ARCHITECTURE.md: {bad:#?}");
}

#[test]
fn a_new_edge_is_found() {
    let edge = |from: &str, to: &str, for_tests| {
        forbidden(&Dependency {
            from: from.to_owned(),
            to: to.to_owned(),
            for_tests,
        })
    };
    assert!(
        edge("qonys-law", "qonys-texts", false),
        "findings carry keys, not words"
    );
    assert!(edge("qonys-law", "qonys-texts", true), "not even for tests");
    assert!(
        edge("qonys-app", "qonys", false),
        "nothing imports the shell"
    );
    assert!(
        edge("qonys", "qonys-law", false),
        "the shell goes through app"
    );
    assert!(!edge("qonys", "qonys-law", true));
    assert!(edge("qonys-app", "tauri", false));
    assert!(edge("qonys-app", "tauri-plugin-dialog", false));
    assert!(edge("qonys-cli", "age", false));
    assert!(!edge("qonys-vault", "age", false));
    assert!(!edge("qonys-app", "serde", false));
}

/// What a source text names that it may not, with the line.
fn impurities(source: &str, may_touch_files: bool) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut files_allowed = may_touch_files;
    for (line, text) in (1..).zip(source.lines()) {
        files_allowed |= text.contains("#[cfg(test)]");
        if text.trim_start().starts_with("//") {
            continue;
        }
        let named = |what: &&&'static str| text.contains(**what);
        found.extend(IMPURE.iter().filter(named).map(|what| (line, *what)));
        if !files_allowed {
            found.extend(FILES.iter().find(named).map(|what| (line, *what)));
        }
    }
    found
}

#[test]
fn the_pure_crates_know_no_clock_environment_network_or_file() {
    let mut bad = Vec::new();
    for name in PURE {
        let sources = files::below(&format!("crates/{name}"), &["rs"]);
        assert!(
            !sources.is_empty(),
            "crates/{name} has no sources: is the list of names still right?"
        );
        for file in sources {
            let path = files::name(&file);
            let is_test = path.contains("/tests/") || path.ends_with("/tests.rs");
            let may_touch_files = is_test || !WITHOUT_FILES.contains(&name);
            let found = impurities(&files::text(&file), may_touch_files);
            bad.extend(
                found
                    .iter()
                    .map(|(line, what)| format!("{path}:{line}: {what}")),
            );
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn an_impurity_is_found() {
    let source = "use std::fs;\nlet now = chrono::Utc::now();\n// SystemTime in a comment\n#[cfg(test)]\nmod t { use std::fs; }\n";
    assert_eq!(impurities(source, false), [(1, "std::fs"), (2, "Utc::now")]);
    assert_eq!(impurities(source, true), [(2, "Utc::now")]);
}

#[test]
fn no_file_is_too_long() {
    let sources = files::below("", &["rs", "ts", "svelte"]);
    assert!(sources.len() > 10, "the walk finds the sources");
    let bad: Vec<String> = sources
        .iter()
        .map(|file| (files::name(file), files::text(file).lines().count()))
        .filter(|(name, lines)| {
            *lines > LONGEST && !name.contains("/bindings") && !name.contains("/generated")
        })
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert!(bad.is_empty(), "at most {LONGEST} lines a file: {bad:#?}");
}
