//! The program.
fn main() {
    qonys::run();
}
