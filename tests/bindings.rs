//! The generated types of the wire are those of the Rust code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may stop at the first surprise, and this one writes the generated file"
)]

use std::path::Path;

#[test]
fn the_bindings_of_the_screens_are_fresh() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/backend/bindings.ts");
    if std::env::var("QONYS_GEN").is_ok() {
        qonys::export_bindings(&file).expect("every type can be said in TypeScript");
    }
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let written = folder.path().join("bindings.ts");
    qonys::export_bindings(&written).expect("every type can be said in TypeScript");
    let fresh = std::fs::read_to_string(&written).expect("it was just written");
    let committed = std::fs::read_to_string(&file).expect("the bindings are committed");
    assert!(
        committed == fresh,
        "{} is stale: run `cargo xtask gen`",
        file.display()
    );
}
