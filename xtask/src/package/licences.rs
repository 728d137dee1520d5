//! Whose work lies in the programs, and under which terms: those terms ask to be given along.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::programs::{NAMES, text};
use super::{read, told};
use crate::{cargo, paths};

/// The packages of the screens that end up in the window, beside what `ui/package.json` lists.
const COMPILED_IN: [&str; 1] = ["svelte"];

/// How files of licences begin.
const BEGINNINGS: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];

/// A line before each text.
const RULE: &str =
    "--------------------------------------------------------------------------------";

/// The file `copyright`, as Debian wants it.
pub(crate) fn of_the_program() -> Result<String, String> {
    let root = paths::root();
    let mut all = read(&root.join("packaging/linux/copyright"))?;
    for (name, file) in [("MIT", "LICENSE-MIT"), ("OFL-1.1", "assets/fonts/OFL.txt")] {
        all.push_str(&format!("\nLicense: {name}\n"));
        for line in read(&root.join(file))?.lines() {
            all.push_str(if line.trim().is_empty() { " ." } else { " " });
            all.push_str(line.trim_end());
            all.push('\n');
        }
    }
    Ok(all)
}

/// Every crate and package of others in the programs with its licence, and each text once.
pub(crate) fn of_others() -> Result<String, String> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut list = BTreeSet::new();
    for (name, licence, folder) in crates()?.into_iter().chain(packages()?) {
        list.insert(format!("{name}: {licence}"));
        for licence in texts_in(Path::new(&folder))? {
            texts.entry(licence).or_default().insert(name.clone());
        }
    }
    let mut all = String::from("Qonys contains the work of others:\n\n");
    for line in list {
        all.push_str(&line);
        all.push('\n');
    }
    for (licence, names) in texts {
        let names: Vec<String> = names.into_iter().collect();
        all.push_str(&format!("\n{RULE}\n{}\n\n{licence}\n", names.join(", ")));
    }
    Ok(all)
}

/// Name with version, licence and folder of every crate that is linked in.
fn crates() -> Result<Vec<(String, String, String)>, String> {
    let metadata = cargo::metadata(&["--locked"])?;
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> = list(&metadata["packages"])
        .into_iter()
        .map(|package| (text(&package, "id").to_owned(), package))
        .collect();
    let nodes: BTreeMap<String, Value> = list(&metadata["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node, "id").to_owned(), node))
        .collect();
    let mut wanted: Vec<String> = packages
        .values()
        .filter(|package| NAMES.contains(&text(package, "name")))
        .map(|package| text(package, "id").to_owned())
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        for dependency in nodes
            .get(&id)
            .into_iter()
            .flat_map(|node| list(&node["deps"]))
        {
            // Neither what only builds nor what only tests.
            if list(&dependency["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null())
            {
                wanted.push(text(&dependency, "pkg").to_owned());
            }
        }
    }
    Ok(seen
        .iter()
        .filter_map(|id| packages.get(id))
        .filter(|package| !package["source"].is_null())
        .map(|package| {
            let manifest = Path::new(text(package, "manifest_path"));
            let folder = manifest.parent().unwrap_or(manifest);
            (
                format!("{} {}", text(package, "name"), text(package, "version")),
                text(package, "license").to_owned(),
                folder.display().to_string(),
            )
        })
        .collect())
}

/// The same of the packages in the screens.
fn packages() -> Result<Vec<(String, String, String)>, String> {
    let parsed = |path: &Path| -> Result<Value, String> {
        serde_json::from_str(&read(path)?).map_err(|problem| told(path, &problem))
    };
    let own = parsed(&paths::ui().join("package.json"))?;
    let listed = own["dependencies"].as_object().into_iter().flatten();
    listed
        .map(|(name, _)| name.as_str())
        .chain(COMPILED_IN)
        .map(|name| {
            let folder = paths::ui().join("node_modules").join(name);
            let package = parsed(&folder.join("package.json"))?;
            Ok((
                format!("{name} {}", text(&package, "version")),
                text(&package, "license").to_owned(),
                folder.display().to_string(),
            ))
        })
        .collect()
}

fn texts_in(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|problem| told(folder, &problem))?;
    Ok(entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().to_uppercase();
            BEGINNINGS.iter().any(|start| name.starts_with(start)) && entry.path().is_file()
        })
        // What is no text is no licence.
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .map(|text| text.replace("\r\n", "\n").trim().to_owned())
        .collect())
}
