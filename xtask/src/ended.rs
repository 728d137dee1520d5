//! Programs that run beside a task, and waiting for what they do.

use std::process::{Child, ChildStdout, Command};
use std::time::{Duration, Instant};

/// The longest that anything takes to come up.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(5);

/// A program with all that it started, ended when it is dropped.
#[derive(Debug)]
pub(crate) struct Ended(Child);

impl Ended {
    /// Starts the program in a group of its own.
    pub(crate) fn start(command: &mut Command) -> std::io::Result<Self> {
        grouped(command).spawn().map(Self)
    }

    /// What it prints, where that was asked for and not taken yet.
    pub(crate) fn output(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let mut kill = crate::shell::command("kill");
        let _gone = kill.args(["-TERM", "--", &group]).status();
        let _reaped = self.0.wait();
    }
}

#[cfg(unix)]
fn grouped(command: &mut Command) -> &mut Command {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0)
}

/// Nothing that opens windows by a driver runs there.
#[cfg(not(unix))]
fn grouped(command: &mut Command) -> &mut Command {
    command
}

/// Asks again until there is an answer.
pub(crate) fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> Result<T, String> {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return Ok(answer);
        }
        if Instant::now() >= end {
            return Err(format!("{what} does not come"));
        }
        std::thread::sleep(PAUSE);
    }
}
