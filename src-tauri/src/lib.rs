//! The desktop shell.

/// Starts the window.
pub fn run() {}
