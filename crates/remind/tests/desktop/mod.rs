//! A display, a bus and a notification service (dunst) for one test; nothing of the person's own desktop is touched.

use std::cell::Cell;
use std::io::BufRead as _;
use std::io::BufReader;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;

use serde_json::Value as Json;

/// A notification as the service took it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The name of the program.
    pub(crate) program: String,
    /// The heading.
    pub(crate) title: String,
    /// The text.
    pub(crate) body: String,
}

/// Ended when it is dropped, the service first.
pub(crate) struct Desktop {
    service: Child,
    bus: Child,
    display: Child,
    number: u32,
    address: String,
    home: tempfile::TempDir,
    taken: Cell<usize>,
}

fn missing(program: &str, package: &str) -> ! {
    panic!("{program} is missing: on Debian, apt-get install {package}")
}

/// Starts a program that says one line when it is ready.
fn start(command: &mut Command, package: &str) -> (Child, String) {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|_| missing(&program, package));
    let mut line = String::new();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    output.read_line(&mut line).unwrap();
    // Whoever writes into a closed pipe ends.
    std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
    (child, line.trim().to_owned())
}

impl Desktop {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let (display, number) = start(
            Command::new("Xvfb").args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"]),
            "xvfb",
        );
        let number = number.parse().expect("Xvfb says the number of its display");
        let (bus, address) = start(
            Command::new("dbus-daemon").args([
                "--session",
                "--nofork",
                "--nopidfile",
                "--print-address=1",
            ]),
            "dbus-daemon",
        );
        let service = Command::new("dunst")
            .env("DISPLAY", format!(":{number}"))
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .env("HOME", home.path())
            .env("XDG_CONFIG_HOME", home.path())
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|_| missing("dunst", "dunst"));
        let desktop = Self {
            service,
            bus,
            display,
            number,
            address,
            home,
            taken: Cell::new(0),
        };
        desktop.wait_for_service();
        desktop
    }

    /// Asks until the service answers; each question is a program of its own, which takes its time.
    fn wait_for_service(&self) {
        for _ in 0..2_000 {
            if self.asks("dunstctl", &["count"]).is_some() {
                return;
            }
        }
        panic!("dunst did not come up");
    }

    /// The address of the bus.
    pub(crate) fn bus(&self) -> &str {
        &self.address
    }

    fn asks(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let output = Command::new(program)
            .args(arguments)
            .env("DISPLAY", format!(":{}", self.number))
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("HOME", self.home.path())
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|_| missing(program, "dunst systemd"));
        output
            .status
            .success()
            .then(|| String::from_utf8(output.stdout).unwrap())
    }

    /// Waits for a notification and clicks on it until that was heard; each question is a program of its own. dunst leaves it to
    /// the person whether a click also closes.
    pub(crate) fn click(&self, mut heard: impl FnMut() -> bool) {
        let shown = || {
            self.asks("dunstctl", &["count", "displayed"])
                .is_some_and(|count| count.trim() != "0")
        };
        assert!((0..2_000).any(|_| shown()), "nothing is shown");
        // Whoever waits for the click may not listen yet.
        for _ in 0..2_000 {
            if heard() {
                return;
            }
            self.asks("dunstctl", &["action"]);
        }
        panic!("the click was not taken");
    }

    /// How many notifications are on the screen.
    pub(crate) fn displayed(&self) -> String {
        let count = self.asks("dunstctl", &["count", "displayed"]);
        count.expect("a count").trim().to_owned()
    }

    /// Closes what is on the screen, as a person does who has read it.
    pub(crate) fn close_all(&self) {
        self.asks("dunstctl", &["close-all"]).expect("closed");
    }

    /// When the newest notification of the history would have run out by itself; nought for never.
    pub(crate) fn last_timeout(&self) -> i64 {
        let history = self.asks("dunstctl", &["history"]).expect("the history");
        let history: Json = serde_json::from_str(&history).expect("JSON of the history");
        let timeout = &history["data"][0][0]["timeout"]["data"];
        timeout.as_i64().expect("a timeout")
    }

    /// What was shown since the last question, the first one first.
    pub(crate) fn take_shown(&self) -> Vec<Shown> {
        // The history holds what is closed.
        self.close_all();
        let history = self.asks("dunstctl", &["history"]).expect("the history");
        let history: Json = serde_json::from_str(&history).expect("JSON of the history");
        let newest_first = history["data"][0].as_array().expect("a list");
        let new = newest_first.len() - self.taken.replace(newest_first.len());
        let mut shown: Vec<Shown> = newest_first
            .iter()
            .take(new)
            .map(|one| {
                let of = |name: &str| one[name]["data"].as_str().expect("a text").to_owned();
                Shown {
                    program: of("appname"),
                    title: of("summary"),
                    body: of("body"),
                }
            })
            .collect();
        shown.reverse();
        shown
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in [&mut self.service, &mut self.bus, &mut self.display] {
            let _ended = child.kill();
            let _reaped = child.wait();
        }
    }
}
