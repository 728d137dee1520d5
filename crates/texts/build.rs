//! The texts are read while the crate is compiled, which cargo cannot see by itself.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo through its output"
)]

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}
