//! A display and a driver of windows in the room.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::room::Room;
use crate::ended::{Ended, until};
use crate::window::{first_page, http, webdriver::WebDriver};

/// The window of the installed program.
pub(super) struct Desktop {
    /// Drives it.
    pub(super) driver: WebDriver,
    /// How long the first page took, from the start of the program to its heading.
    pub(super) until_first_page: Duration,
    _server: Ended,
    _display: Ended,
}

impl Desktop {
    /// Opens the installed program, without a keyring and on a given day.
    pub(super) fn open(room: &Room, today: &str) -> Result<Self, String> {
        let (display, number) = display(room)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .map_err(|problem| problem.to_string())?
            .port();
        let server = started(
            room,
            &format!("exec WebKitWebDriver --port={port} --host=127.0.0.1"),
            &[
                ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
                ("DISPLAY", format!(":{number}")),
                ("DBUS_SESSION_BUS_ADDRESS", "disabled:".to_owned()),
                ("NO_AT_BRIDGE", "1".to_owned()),
                ("QONYS_TEST_NO_KEYRING", "1".to_owned()),
                ("QONYS_TEST_TODAY", today.to_owned()),
            ],
        )?;
        until("the driver of windows", || {
            http::request(port, "GET", "/status", None).ok()
        })?;
        let start = Instant::now();
        let driver = WebDriver::open(port, Path::new("/usr/bin/qonys"))?;
        first_page(&driver)?;
        Ok(Self {
            driver,
            until_first_page: start.elapsed(),
            _server: server,
            _display: display,
        })
    }
}

fn display(room: &Room) -> Result<(Ended, String), String> {
    let line = "exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp";
    let mut display = started(room, line, &[])?;
    let output = display
        .output()
        .ok_or_else(|| "Xvfb has no output".to_owned())?;
    let mut reader = BufReader::new(output);
    let mut number = String::new();
    reader
        .read_line(&mut number)
        .map_err(|problem| format!("Xvfb: {problem}"))?;
    // Whoever writes into a closed pipe ends: keep it open by reading on.
    std::thread::spawn(move || {
        let mut rest = Vec::new();
        let _end = reader.read_to_end(&mut rest);
    });
    Ok((display, number.trim().to_owned()))
}

/// A program in the room, which ends with its guard.
fn started(room: &Room, line: &str, environment: &[(&str, String)]) -> Result<Ended, String> {
    let mut command = room.persons(environment);
    command
        .arg(line)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    Ended::start(&mut command).map_err(|problem| format!("`{line}`: {problem}"))
}
