//! The only place that writes to the terminal.

use std::io::Write;
use std::process::ExitCode;

/// The exit code of wrong input, as the help says.
const WRONG_INPUT: u8 = 2;

/// Prints an answer. A reader that went away, as `head` does, is no failure.
pub(crate) fn answer(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Prints what is wrong.
pub(crate) fn failure(words: &str) -> ExitCode {
    // There is nowhere left to report that the terminal itself is gone.
    let _gone = writeln!(std::io::stderr().lock(), "qonys-cli: {words}");
    ExitCode::from(WRONG_INPUT)
}
