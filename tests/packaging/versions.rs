//! One version everywhere: the one of `Cargo.toml`.

use serde_json::Value;

use super::files;

fn json(name: &str) -> Value {
    serde_json::from_str(&files::text(&files::root().join(name))).expect("JSON")
}

fn version() -> String {
    let manifest: toml::Table = files::text(&files::root().join("Cargo.toml"))
        .parse()
        .expect("TOML");
    manifest["workspace"]["package"]["version"]
        .as_str()
        .expect("a version")
        .to_owned()
}

#[test]
fn the_packages_of_npm_bear_the_version_of_cargo() {
    for name in ["ui/package.json", "packaging/package.json"] {
        assert_eq!(json(name)["version"], version(), "{name}");
    }
}

#[test]
fn the_shell_takes_its_version_from_cargo() {
    for name in ["tauri.conf.json", "tauri.release.conf.json"] {
        assert!(json(name)["version"].is_null(), "{name}");
    }
}

#[test]
fn what_is_released_bears_another_name_than_what_is_developed() {
    let (developed, released) = (json("tauri.conf.json"), json("tauri.release.conf.json"));
    assert_eq!(released["identifier"], "kz.qonys.desktop");
    for key in ["identifier", "productName"] {
        assert_ne!(developed[key], released[key], "{key}");
    }
}
