//! `docs/platforms.md` lists every branch of the sources that only some systems compile.

use std::collections::BTreeSet;

use super::files;

const LIST: &str = "docs/platforms.md";

/// What tells systems apart.
const SYSTEMS: [&str; 6] = [
    "windows",
    "unix",
    "target_os",
    "target_family",
    "target_env",
    "target_arch",
];

/// How a branch may have been checked.
const CHECKS: [&str; 3] = ["tested on Linux", "type-checked for Windows", "read"];

/// The branches of a source text, as they stand there, in one line each.
fn branches(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for start in ["cfg(", "cfg!(", "cfg_attr("] {
        for (at, _) in source.match_indices(start) {
            let line = source[..at].rfind('\n').map_or(0, |end| end + 1);
            if source[line..at].trim_start().starts_with("//") {
                continue;
            }
            let branch = balanced(&source[at..]);
            if SYSTEMS.iter().any(|system| names(&branch, system)) {
                found.insert(branch);
            }
        }
    }
    found
}

/// From the beginning to the closing bracket, with single spaces.
fn balanced(text: &str) -> String {
    let mut depth = 0_u32;
    let mut end = text.len();
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            end = at + 1;
            break;
        }
    }
    text[..end].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a word stands there whole.
fn names(branch: &str, word: &str) -> bool {
    branch
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .any(|part| part == word || (word == "windows" && part == "windows_subsystem"))
}

/// File, branch and how it was checked, of every row.
fn rows() -> Vec<[String; 3]> {
    let text = files::text(&files::root().join(LIST));
    text.lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let [file, branch, _, checked] = cells.as_slice() else {
                return None;
            };
            let code = |cell: &str| cell.trim_matches('`').to_owned();
            (file.starts_with('`')).then(|| [code(file), code(branch), (*checked).to_owned()])
        })
        .collect()
}

#[test]
fn every_branch_for_a_system_is_in_the_list_with_how_it_was_checked() {
    let mut sources = BTreeSet::new();
    for file in files::below("", &["rs", "toml"]) {
        let name = files::name(&file);
        if name == "tests/packaging/platforms.rs" || name == "deny.toml" {
            continue;
        }
        for branch in branches(&files::text(&file)) {
            sources.insert((name.clone(), branch));
        }
    }
    assert!(sources.len() > 20, "the walk finds the branches");
    let rows = rows();
    let listed: BTreeSet<(String, String)> = rows
        .iter()
        .map(|[file, branch, _]| (file.clone(), branch.clone()))
        .collect();
    let missing: Vec<_> = sources.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&sources).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "{LIST} lacks {missing:#?} and lists in vain {gone:#?}"
    );
    for [file, branch, checked] in rows {
        let known = |part: &str| CHECKS.contains(&part.trim());
        assert!(
            checked.split(',').all(known),
            "{file}, {branch}: {checked:?} is none of {CHECKS:?}"
        );
    }
}

#[test]
fn a_branch_is_found_as_it_is_written() {
    let source = "#[cfg(all(\n    unix,\n    not(target_os = \"macos\")\n))]\nlet a = cfg!(windows) && b;\n\
                  // cfg(unix) in a comment\n#[cfg(test)]\n#[cfg(feature = \"unixlike\")]\n";
    let found: Vec<String> = branches(source).into_iter().collect();
    assert_eq!(
        found,
        [
            "cfg!(windows)",
            "cfg(all( unix, not(target_os = \"macos\") ))"
        ]
    );
}
