//! Starting other programs.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

/// What a program left behind.
pub(crate) struct Finished {
    /// Whether it ended with 0.
    pub(crate) success: bool,
    /// Standard output and standard error, each in its own order.
    pub(crate) output: String,
}

/// A command that starts at the root of the repository.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::paths::root());
    command
}

/// The command as one would type it.
pub(crate) fn typed(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| {
            let word = word.to_string_lossy();
            if word.contains([' ', '(', '|', '*']) {
                format!("'{word}'")
            } else {
                word.into_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command whose words go to the terminal.
pub(crate) fn shown(command: &mut Command) -> Result<(), String> {
    let name = typed(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(ended(&name, status)),
        Err(problem) => Err(not_started(&name, &problem)),
    }
}

/// Runs a command whose words go to the terminal and are kept as well.
pub(crate) fn kept(command: &mut Command) -> Result<Finished, String> {
    let name = typed(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|problem| not_started(&name, &problem))?;
    let errors = child.stderr.take();
    let beside = thread::spawn(move || errors.map(|s| copy(s, std::io::stderr())));
    let mut output = child
        .stdout
        .take()
        .map(|s| copy(s, std::io::stdout()))
        .unwrap_or_default();
    if let Ok(Some(errors)) = beside.join() {
        output.push_str(&errors);
    }
    let status = child
        .wait()
        .map_err(|problem| not_started(&name, &problem))?;
    Ok(Finished {
        success: status.success(),
        output,
    })
}

/// What a quick question to a program answers, if it is there and ends with 0.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name lies on the path.
pub(crate) fn is_there(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder: std::path::PathBuf| {
            let file = folder.join(program);
            file.is_file() || file.with_extension("exe").is_file()
        })
    })
}

/// Whether this is Debian or a child of it.
pub(crate) fn is_debian() -> bool {
    cfg!(target_os = "linux") && Path::new("/etc/debian_version").exists() && is_there("apt-get")
}

fn copy(from: impl Read, mut to: impl Write) -> String {
    let mut kept = String::new();
    let mut lines = BufReader::new(from);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
        let text = String::from_utf8_lossy(&line);
        // A closed terminal must not stop the checks.
        let _closed = to.write_all(text.as_bytes()).and_then(|()| to.flush());
        kept.push_str(&text);
        line.clear();
    }
    kept
}

fn ended(name: &str, status: ExitStatus) -> String {
    format!("`{name}` ended with {status}")
}

fn not_started(name: &str, problem: &std::io::Error) -> String {
    format!("`{name}` could not be started: {problem}")
}
