//! Other programs that the journeys need. A missing one fails the test with a sentence.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::wait;

/// What the tests read of their surroundings.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests of the window start programs and need to know where they lie"
)]
pub(crate) fn surrounding(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The program on the path, or a sentence about the package that has it.
pub(crate) fn find(program: &str, package: &str) -> PathBuf {
    let path = surrounding("PATH").expect("PATH is set");
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
        .unwrap_or_else(|| {
            panic!(
                "{program} is missing: the journeys need it. On Debian: apt-get install {package}"
            )
        })
}

/// A program of ours with all that it starts; ended when it is dropped.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
}

impl Running {
    /// Starts a program in a group of its own.
    pub(crate) fn start(command: &mut Command) -> Self {
        use std::os::unix::process::CommandExt as _;
        let child = command
            .process_group(0)
            .spawn()
            .unwrap_or_else(|problem| panic!("{}: {problem}", command.get_program().display()));
        Self { child }
    }

    /// Whether it still runs.
    pub(crate) fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Whether it ended well; none while it runs.
    pub(crate) fn ended(&mut self) -> Option<bool> {
        let status = self.child.try_wait().ok().flatten()?;
        Some(status.success())
    }

    /// Its output, where that was asked for.
    pub(crate) fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Its input, where that was asked for.
    pub(crate) fn input(&mut self) -> Option<std::process::ChildStdin> {
        self.child.stdin.take()
    }

    /// Ends it and everything in its group, and waits until all of them are gone.
    pub(crate) fn end(&mut self) {
        let group = format!("-{}", self.child.id());
        let signal = |signal: &str| {
            Command::new("kill")
                .args([signal, "--", &group])
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success())
        };
        signal("-TERM");
        let gone = |child: &mut Child| {
            // Without this the ended child itself would count as alive.
            let _reaped = child.try_wait();
            (!signal("-0")).then_some(())
        };
        if wait::until(Duration::from_secs(3), || gone(&mut self.child)).is_none() {
            signal("-KILL");
            wait::until(Duration::from_secs(5), || gone(&mut self.child));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}
