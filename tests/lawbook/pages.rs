//! The pages under `docs/law` are what the pack says. `QONYS_GEN=1` writes them; `cargo xtask gen` does that.

use std::collections::BTreeMap;

use qonys_app::Lang;
use qonys_app::built_in_lawbook;
use qonys_app::law_index;
use qonys_app::law_pages;

use crate::files;

const FOLDER: &str = "docs/law";

/// Every page by its path in the repository.
fn made() -> BTreeMap<String, String> {
    let book = built_in_lawbook().expect("a pack that can be read");
    let mut pages = BTreeMap::new();
    for lang in Lang::ALL {
        let index = law_index(&book, lang);
        for page in law_pages(&book, lang).into_iter().chain([index]) {
            pages.insert(format!("{FOLDER}/{}/{}", lang.code(), page.file), page.text);
        }
    }
    pages
}

/// The pages that lie there.
fn committed() -> BTreeMap<String, String> {
    Lang::ALL
        .iter()
        .flat_map(|lang| files::below(&format!("{FOLDER}/{}", lang.code()), &["md"]))
        .map(|file| (files::name(&file), files::text(&file)))
        .collect()
}

fn write(made: &BTreeMap<String, String>) {
    for stale in committed().keys().filter(|path| !made.contains_key(*path)) {
        std::fs::remove_file(files::root().join(stale)).expect("a page of a kind that is gone");
    }
    for (path, text) in made {
        let file = files::root().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder"))
            .expect("the folder of a language");
        std::fs::write(file, text).expect("a page");
    }
}

#[test]
fn the_pages_of_the_law_are_fresh() {
    let made = made();
    if std::env::var("QONYS_GEN").is_ok() {
        write(&made);
    }
    let committed = committed();
    let stale: Vec<&String> = made
        .keys()
        .chain(committed.keys())
        .filter(|path| made.get(*path) != committed.get(*path))
        .collect();
    assert!(stale.is_empty(), "stale, run `cargo xtask gen`: {stale:#?}");
}

#[test]
fn every_page_says_every_record_in_its_language() {
    let book = built_in_lawbook().expect("a pack that can be read");
    for lang in Lang::ALL {
        let pages = law_pages(&book, lang);
        let all: String = pages.iter().map(|page| page.text.as_str()).collect();
        for entry in book
            .entries()
            .iter()
            .filter(|entry| entry.kind != "section")
        {
            assert!(
                all.contains(&format!("`{}`", entry.id)),
                "{} {} has no place in {}",
                entry.kind,
                entry.id,
                lang.code()
            );
        }
        for page in &pages {
            assert!(
                !page.text.contains("lawbook.") && !page.text.contains("findings."),
                "{} in {} shows a key",
                page.file,
                lang.code()
            );
            assert!(!page.text.contains("%{"), "{} shows a place", page.file);
        }
    }
}

/// A link of a page leads to a record that the page has.
#[test]
fn every_link_leads_somewhere() {
    let made = made();
    let mut bad = Vec::new();
    for (path, text) in &made {
        let folder = path.rsplit_once('/').expect("a folder").0;
        for link in text.split("](").skip(1) {
            let target = link.split(')').next().expect("a closed link");
            let Some((file, mark)) = target.split_once('#') else {
                continue;
            };
            if target.contains("://") {
                continue;
            }
            let there = made
                .get(&format!("{folder}/{file}"))
                .is_some_and(|text| text.contains(&format!("<a id=\"{mark}\">")));
            if !there {
                bad.push(format!("{path}: {target}"));
            }
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}
