//! The list of the programs and fonts that are given away with this one, for the settings page: `ui/src/lib/licences.json`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

#[expect(dead_code, reason = "the files are known by name")]
mod files;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;
use serde_json::json;

const FILE: &str = "ui/src/lib/licences.json";
/// The programs that people get.
const GIVEN_AWAY: [&str; 3] = ["qonys", "qonys-cli", "qonys-remind"];
/// The screens are compiled with it, and it is in them afterwards.
const COMPILED_IN: [&str; 1] = ["svelte"];
/// Fonts of the papers; those of the screens come as packages.
const FONTS: [(&str, &str); 2] = [("Noto Sans", "OFL-1.1"), ("Noto Serif", "OFL-1.1")];

/// Name to licence: of one name one line is enough, whatever versions there are.
type Parts = BTreeMap<String, String>;

fn json_of(program: &str, arguments: &[&str]) -> Value {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(files::root())
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// What the programs are made of, on all systems; nothing of the tests and of the build.
fn of_rust() -> Parts {
    let metadata = json_of(
        env!("CARGO"),
        &["metadata", "--offline", "--format-version", "1"],
    );
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (package["id"].as_str().unwrap(), package))
        .collect();
    let edges: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), &node["deps"]))
        .collect();
    let mut wanted: Vec<&str> = packages
        .iter()
        .filter(|(_, package)| GIVEN_AWAY.contains(&package["name"].as_str().unwrap()))
        .map(|(id, _)| *id)
        .collect();
    assert_eq!(wanted.len(), GIVEN_AWAY.len(), "all programs are there");
    let mut seen = BTreeSet::new();
    let mut parts = Parts::new();
    while let Some(id) = wanted.pop() {
        if !seen.insert(id) {
            continue;
        }
        let package = packages[id];
        if !package["source"].is_null() {
            let licence = package["license"]
                .as_str()
                .unwrap_or("?")
                .replace('/', " OR ");
            let name = package["name"].as_str().unwrap().to_owned();
            parts.insert(
                name,
                licence.split_whitespace().collect::<Vec<_>>().join(" "),
            );
        }
        let normal = |edge: &&Value| {
            let kinds = edge["dep_kinds"].as_array().unwrap();
            kinds.iter().any(|kind| kind["kind"].is_null())
        };
        let next = edges[id].as_array().unwrap().iter().filter(normal);
        wanted.extend(next.map(|edge| edge["pkg"].as_str().unwrap()));
    }
    parts
}

fn of_screens() -> Parts {
    let lock: Value =
        serde_json::from_str(&files::text(&files::root().join("ui/package-lock.json"))).unwrap();
    lock["packages"]
        .as_object()
        .unwrap()
        .iter()
        .filter_map(|(path, package)| Some((path.strip_prefix("node_modules/")?, package)))
        .filter(|(name, package)| {
            let only_for_building = package["dev"] == true || package["optional"] == true;
            COMPILED_IN.contains(name) || !only_for_building
        })
        .map(|(name, package)| {
            (
                name.to_owned(),
                package["license"].as_str().unwrap_or("?").to_owned(),
            )
        })
        .collect()
}

#[test]
fn the_list_of_licences_is_fresh() {
    let mut parts = of_rust();
    parts.extend(of_screens());
    parts.extend(FONTS.map(|(name, licence)| (name.to_owned(), licence.to_owned())));
    let unknown: Vec<&String> = parts
        .iter()
        .filter(|(_, licence)| *licence == "?")
        .map(|(name, _)| name)
        .collect();
    assert!(unknown.is_empty(), "without a licence: {unknown:?}");
    let list: Vec<Value> = parts
        .iter()
        .map(|(name, licence)| json!({ "name": name, "licence": licence }))
        .collect();
    let lines: Vec<String> = list.iter().map(Value::to_string).collect();
    let text = format!("[\n  {}\n]\n", lines.join(",\n  "));
    let file = files::root().join(FILE);
    if std::env::var_os("QONYS_GEN").is_some() {
        std::fs::write(&file, &text).expect("the list can be written");
        return;
    }
    assert!(
        files::text(&file) == text,
        "{FILE} is stale, run `cargo xtask gen`"
    );
}
