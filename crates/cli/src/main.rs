//! qonys-cli.
fn main() {}
