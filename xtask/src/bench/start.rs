//! From the start of the program to its first page, beside a page of Tauri with nothing on it.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::ended::{Ended, until};
use crate::scratch::Scratch;
use crate::window::{first_page, http, webdriver::WebDriver};
use crate::{cargo, shell};

/// How often each program is started for its figure. They take turns, so that the machine is the same for both.
const STARTS: usize = 9;

/// The medians of both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Starts {
    /// Qonys, as it is released, without a case.
    pub(super) program: Duration,
    /// The bare page, built the same way.
    pub(super) bare: Duration,
}

impl Starts {
    /// How often the bare page would start meanwhile, with one digit.
    pub(super) fn ratio(self) -> String {
        let tenths = self.program.as_micros() * 10 / self.bare.as_micros().max(1);
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// Starts both in turn, after one start of each that nobody counts.
pub(super) fn measured() -> Result<Starts, String> {
    let release = cargo::target()?.join("release");
    let program = release.join("qonys");
    if !program.is_file() {
        return Err("`cargo xtask package` builds the program".to_owned());
    }
    let mut build = cargo::cargo("build");
    build.args(["--locked", "--release", "--workspace", "--example", "bare"]);
    shell::shown(build.args(["--features", "custom-protocol"]))?;
    let bare = release.join("examples").join("bare");
    let scratch = Scratch::new("start")?;
    let (_server, port) = server(&scratch, &[])?;
    let (mut programs, mut bares) = (Vec::new(), Vec::new());
    for turn in 0..=STARTS {
        let (of_program, of_bare) = (one(port, &program)?, one(port, &bare)?);
        if turn > 0 {
            programs.push(of_program);
            bares.push(of_bare);
        }
    }
    Ok(Starts {
        program: median(programs)?,
        bare: median(bares)?,
    })
}

/// A driver of windows, with a display and a bus of its own; the programs that it opens find these variables.
pub(super) fn server(
    scratch: &Scratch,
    variables: &[(&str, &str)],
) -> Result<(Ended, u16), String> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|problem| problem.to_string())?
        .port();
    let mut driver = shell::command("WebKitWebDriver");
    driver
        .arg(format!("--port={port}"))
        .arg("--host=127.0.0.1")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("NO_AT_BRIDGE", "1")
        .envs(variables.iter().copied());
    let mut command = scratch.with_display_and_bus(&driver);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let server = Ended::start(&mut command).map_err(|problem| problem.to_string())?;
    until("the driver of windows", || {
        http::request(port, "GET", "/status", None).ok()
    })?;
    Ok((server, port))
}

fn one(port: u16, program: &Path) -> Result<Duration, String> {
    let start = Instant::now();
    let driver = WebDriver::open(port, program)?;
    first_page(&driver)?;
    let took = start.elapsed();
    driver.close();
    Ok(took)
}

fn median(mut times: Vec<Duration>) -> Result<Duration, String> {
    times.sort_unstable();
    times
        .get(times.len() / 2)
        .copied()
        .ok_or_else(|| "nothing was started".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_has_one_digit() {
        let of = |program, bare| {
            Starts {
                program: Duration::from_millis(program),
                bare: Duration::from_millis(bare),
            }
            .ratio()
        };
        assert_eq!(of(300, 200), "1.5");
        assert_eq!(of(200, 200), "1.0");
        assert_eq!(of(199, 200), "0.9");
    }
}
