//! A desktop of its own for each test: display, bus, keyring, home. Nothing touches the user's data.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::http;
use super::pictures;
use super::tools::{self, Running};
use super::view::View;
use super::wait;
use super::webdriver::WebDriver;

const READY: Duration = Duration::from_secs(20);

/// What holds the key of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keys {
    /// There is no keyring: a passphrase.
    Passphrase,
    /// A real keyring on a bus of its own.
    Keyring,
}

/// Dropped from top to bottom: what needs the display goes before it, and the home last.
pub(crate) struct Desktop {
    keyring: Option<Running>,
    bus: Option<Running>,
    _display: Running,
    environment: Vec<(String, String)>,
    view: View,
    home: tempfile::TempDir,
}

/// The open program.
pub(crate) struct Window {
    /// Drives it.
    pub(crate) driver: WebDriver,
    /// How large it is.
    pub(crate) view: View,
    server: Running,
}

/// A blank as an office might give it out, which the dialog of the tests gives.
fn a_blank() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("crates/papers/tests/blanks/flat.pdf")
        .display()
        .to_string()
}

impl Desktop {
    /// A desktop on which it is a given day.
    pub(crate) fn new(keys: Keys, today: &str) -> Self {
        let home = tempfile::Builder::new()
            .prefix("qonys-")
            .tempdir()
            .expect("a temporary home");
        for folder in ["data", "config", "cache", "state", "run", "papers"] {
            let folder = home.path().join(folder);
            fs::create_dir(&folder).expect("a folder in the temporary home");
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("its rights");
        }
        let (display, number) = start_display();
        let of = |name: &str| home.path().join(name).display().to_string();
        let mut environment: Vec<(String, String)> = [
            ("PATH", tools::surrounding("PATH").expect("PATH is set")),
            ("HOME", home.path().display().to_string()),
            ("TMPDIR", of("state")),
            ("XDG_DATA_HOME", of("data")),
            ("XDG_CONFIG_HOME", of("config")),
            ("XDG_CACHE_HOME", of("cache")),
            ("XDG_STATE_HOME", of("state")),
            ("XDG_RUNTIME_DIR", of("run")),
            ("DISPLAY", format!(":{number}")),
            ("GDK_BACKEND", "x11".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("QONYS_TEST_TODAY", today.to_owned()),
            ("QONYS_TEST_EXPORT_FOLDER", of("papers")),
            ("QONYS_TEST_FILES", a_blank()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        let set = |environment: &mut Vec<(String, String)>, name: &str, value: &str| {
            environment.push((name.to_owned(), value.to_owned()));
        };
        let (mut bus, mut keyring) = (None, None);
        match keys {
            Keys::Passphrase => {
                set(&mut environment, "DBUS_SESSION_BUS_ADDRESS", "disabled:");
                set(&mut environment, "QONYS_TEST_NO_KEYRING", "1");
            }
            Keys::Keyring => {
                let (daemon, address) = start_bus(&environment);
                set(&mut environment, "DBUS_SESSION_BUS_ADDRESS", &address);
                bus = Some(daemon);
                keyring = Some(start_keyring(&environment));
            }
        }
        Self {
            keyring,
            bus,
            _display: display,
            environment,
            view: View::Usual,
            home,
        }
    }

    /// The same with windows of another size.
    pub(crate) fn with_view(mut self, view: View) -> Self {
        // What GTK does on a screen with twice as many pixels: letters and layout grow alike.
        self.environment
            .push(("GDK_SCALE".to_owned(), view.scale().to_string()));
        self.view = view;
        self
    }

    /// The same with names and roles of everything in the window on the bus, for readers of the screen.
    pub(crate) fn with_readers(mut self) -> Self {
        self.environment.retain(|(name, _)| name != "NO_AT_BRIDGE");
        self
    }

    /// The address of its session bus.
    pub(crate) fn bus(&self) -> &str {
        let mut all = self.environment.iter();
        all.find(|(name, _)| name == "DBUS_SESSION_BUS_ADDRESS")
            .map_or("", |(_, address)| address)
    }

    /// The folder in which the sealed case lies.
    pub(crate) fn vault(&self) -> PathBuf {
        fs::read_dir(self.home.path().join("data"))
            .expect("the data of the programs")
            .map(|entry| entry.expect("a folder").path().join("vault"))
            .find(|vault| vault.is_dir())
            .expect("the program made its vault")
    }

    /// The folders in which the program and the system keep what the person never chose: data, settings, caches, the
    /// temporary files.
    pub(crate) fn own_folders(&self) -> Vec<PathBuf> {
        ["data", "config", "cache", "state", "run"]
            .map(|name| self.home.path().join(name))
            .into()
    }

    /// Makes every save one that does not open.
    #[expect(
        clippy::disallowed_methods,
        reason = "tests do harm to files on purpose"
    )]
    pub(crate) fn break_saves(&self) {
        for entry in fs::read_dir(self.vault()).expect("the vault") {
            let path = entry.expect("a file").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with("state-") {
                let mut bytes = fs::read(&path).expect("a save");
                *bytes.last_mut().expect("a save that is not empty") ^= 1;
                fs::write(&path, bytes).expect("harm on purpose");
            }
        }
    }

    /// The log, beside the vault.
    pub(crate) fn log(&self) -> PathBuf {
        self.vault().with_file_name("logs").join("qonys.log")
    }

    /// The folder into which papers are exported.
    pub(crate) fn papers(&self) -> PathBuf {
        self.home.path().join("papers")
    }

    /// The folders in which the files of the reminders and what starts them lie, and what is in them.
    pub(crate) fn reminders(&self) -> Vec<PathBuf> {
        let data = fs::read_dir(self.home.path().join("data")).expect("the data of the programs");
        let agenda = data.map(|entry| {
            entry
                .expect("a folder")
                .path()
                .join("reminders/agenda.json")
        });
        let config = self.home.path().join("config");
        let starts = [
            "autostart/qonys-remind.desktop",
            "systemd/user/qonys-remind.timer",
            "systemd/user/qonys-remind.service",
        ];
        agenda
            .chain(starts.into_iter().map(|name| config.join(name)))
            .filter(|file| file.is_file())
            .collect()
    }

    /// Starts the program once more while its window is open, and says whether it ended by itself and well.
    pub(crate) fn second_start_ends(&self, arguments: &[&str]) -> bool {
        let mut command = plain(Path::new(env!("CARGO_BIN_EXE_qonys")), &self.environment);
        command.args(arguments);
        let mut second = Running::start(command.stdout(Stdio::null()));
        wait::until(READY, || second.ended()) == Some(true)
    }

    /// Opens the program.
    pub(crate) fn open(&self) -> Window {
        let program = tools::find("WebKitWebDriver", "webkit2gtk-driver");
        // A free port may be taken between asking and using it: then the next one is tried.
        for _ in 0..5 {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
                .and_then(|listener| listener.local_addr())
                .expect("a free port")
                .port();
            let mut command = plain(&program, &self.environment);
            command
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .arg(format!("--port={port}"))
                .arg("--host=127.0.0.1")
                .stdout(Stdio::null());
            let mut server = Running::start(&mut command);
            let ready = wait::until(READY, || {
                if !server.runs() {
                    return Some(false);
                }
                http::request(port, "GET", "/status", None)
                    .is_ok()
                    .then_some(true)
            });
            if ready == Some(true) {
                let driver = WebDriver::open(port, Path::new(env!("CARGO_BIN_EXE_qonys")))
                    .unwrap_or_else(|problem| panic!("the window did not open: {problem}"));
                let view = self.view;
                let (width, height) = view.size();
                pictures::resize(&driver, view, width, height)
                    .unwrap_or_else(|problem| panic!("{problem}"));
                return Window {
                    driver,
                    view,
                    server,
                };
            }
        }
        panic!("WebKitWebDriver did not start on any of five ports");
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.keyring = None;
        self.bus = None;
    }
}

impl Window {
    /// Closes the window and waits until the program is gone.
    pub(crate) fn close(&mut self) {
        self.driver.close();
        self.server.end();
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.close();
    }
}

/// A command that inherits nothing from whoever runs the tests.
fn plain(program: &Path, environment: &[(String, String)]) -> Command {
    let mut command = Command::new(program);
    command
        .env_clear()
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .stderr(if tools::surrounding("QONYS_TEST_LOUD").is_some() {
            Stdio::inherit()
        } else {
            Stdio::null()
        });
    command
}

fn start_display() -> (Running, u32) {
    let (width, height) = pictures::DISPLAY;
    let screen = format!("{width}x{height}x24");
    let mut command = plain(&tools::find("Xvfb", "xvfb"), &[]);
    command
        .args(["-displayfd", "1", "-screen", "0", &screen])
        .args(["-nolisten", "tcp", "-noreset"])
        .stdout(Stdio::piped());
    let mut display = Running::start(&mut command);
    // It says its number when it is ready.
    let number = first_line(&mut display)
        .trim()
        .parse()
        .expect("Xvfb says the number of its display");
    (display, number)
}

fn start_bus(environment: &[(String, String)]) -> (Running, String) {
    let program = tools::find("dbus-daemon", "dbus-daemon");
    let mut command = plain(&program, environment);
    command
        .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
        .stdout(Stdio::piped());
    let mut bus = Running::start(&mut command);
    let address = first_line(&mut bus).trim().to_owned();
    assert!(!address.is_empty(), "dbus-daemon says its address");
    (bus, address)
}

fn start_keyring(environment: &[(String, String)]) -> Running {
    let program = tools::find("gnome-keyring-daemon", "gnome-keyring");
    let asks = tools::find("dbus-send", "dbus-bin");
    let mut command = plain(&program, environment);
    // Without a display it can ask nobody, so a test never waits for an answer.
    command
        .env_remove("DISPLAY")
        .args(["--foreground", "--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null());
    let mut keyring = Running::start(&mut command);
    keyring
        .input()
        .expect("its input")
        .write_all(b"test")
        .expect("the keyring takes its password");
    let ready = wait::until(READY, || {
        let output = plain(&asks, environment)
            .args(["--session", "--print-reply", "--dest=org.freedesktop.DBus"])
            .args(["/", "org.freedesktop.DBus.NameHasOwner"])
            .arg("string:org.freedesktop.secrets")
            .output()
            .ok()?;
        String::from_utf8_lossy(&output.stdout)
            .contains("boolean true")
            .then_some(())
    });
    assert!(ready.is_some(), "gnome-keyring-daemon did not come up");
    keyring
}

fn first_line(program: &mut Running) -> String {
    let mut reader = BufReader::new(program.output().expect("its output"));
    let mut line = String::new();
    reader.read_line(&mut line).expect("a line");
    // Whoever writes into a closed pipe ends: keep it open by reading on.
    std::thread::spawn(move || {
        let mut rest = Vec::new();
        let _end = reader.read_to_end(&mut rest);
    });
    line
}
