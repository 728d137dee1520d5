//! Whole journeys in the real window: from the first start to the printed papers.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

#[path = "journeys/all_ten.rs"]
mod all_ten;
#[path = "journeys/every_page.rs"]
mod every_page;
#[path = "journeys/family.rs"]
mod family;
#[path = "journeys/readers.rs"]
mod readers;
mod support;

use std::path::Path;
use std::process::Command;

use qonys_app::{FormLanguage, Lang};

use support::barriers::Barriers;
use support::case_file::CaseFile;
use support::compare;
use support::desktop::{Desktop, Keys};
use support::expected::Expected;
use support::hands::Hands;
use support::log;
use support::plaintext;
use support::printed;
use support::tools;
use support::view::View;
use support::walk::Walker;

const TODAY: &str = "2026-11-22";
const PASSPHRASE: &str = "дала жел боран 7";
/// Set in the journey that is run once more where there is no network.
const WITHOUT_NETWORK: &str = "QONYS_TEST_WITHOUT_NETWORK";

/// A case file that is filled in by somebody.
struct Journey {
    name: &'static str,
    file: &'static str,
    lang: Lang,
    keys: Keys,
    hands: Hands,
    view: View,
    barriers: Option<Barriers>,
}

impl Journey {
    fn new(name: &'static str, file: &'static str, lang: Lang) -> Self {
        Self {
            name,
            file,
            lang,
            keys: Keys::Passphrase,
            hands: Hands::Mouse,
            view: View::Usual,
            barriers: None,
        }
    }

    fn with_keyring(mut self) -> Self {
        self.keys = Keys::Keyring;
        self
    }

    fn by_keyboard(mut self) -> Self {
        self.hands = Hands::Keyboard;
        self
    }

    fn in_view(mut self, view: View) -> Self {
        self.view = view;
        self
    }

    fn judged(mut self, barriers: Barriers) -> Self {
        self.barriers = Some(barriers);
        self
    }

    /// From the first start over the whole interview and the papers to another start.
    fn run(self) {
        assert_no_network_if_so_told();
        let Self {
            name, lang, keys, ..
        } = self;
        let file = CaseFile::read(self.file, TODAY);
        let expected = Expected::new(&file);
        assert_eq!(expected.unanswered(), [""; 0], "the case file is whole");

        let desktop = Desktop::new(keys, TODAY).with_view(self.view);
        let window = desktop.open();
        let mut walker = Walker::new(name, &file, &expected, lang, window);
        walker.hands = self.hands;
        walker.barriers = self.barriers;
        let passphrase = (keys == Keys::Passphrase).then_some(PASSPHRASE);
        let code = walker.first_start(passphrase);
        walker.interview();
        assert_eq!(walker.left_open, [""; 0], "left for later");
        walker.answer();
        walker.pages();
        walker.export(2);
        read_back(&desktop.papers(), &file, &expected);
        if lang == Lang::Ru {
            walker.blank();
        }
        walker.home();
        walker.keeping();
        walker.beside();
        if keys == Keys::Keyring {
            assert!(
                desktop.second_start_ends(&[]),
                "the first window has the case"
            );
            walker.reminders(&desktop);
            walker.back_up(PASSPHRASE);
            walker.hand_over(
                &desktop,
                &desktop.papers().join(format!("qonys-{TODAY}.age")),
            );
            walker.lock_and_open();
        }

        walker.restart(&desktop);
        match passphrase {
            Some(passphrase) => walker.unlock(passphrase),
            None => walker.opened_without_asking(),
        }
        walker.check_all_answers();
        // Another computer with a keyring of its own, and nothing but the backup.
        let other = (keys == Keys::Keyring).then(|| Desktop::new(keys, TODAY));
        if let Some(other) = &other {
            let backup = desktop.papers().join(format!("qonys-{TODAY}.age"));
            walker.restore(other, &backup, PASSPHRASE);
            walker.check_all_answers();
            walker.restore_in_place(other, PASSPHRASE);
            walker.check_all_answers();
        }
        let Walker { window, toured, .. } = walker;
        drop(window);
        assert!(toured.len() > 12, "the language was switched on {toured:?}");

        let secret = passphrase.map_or_else(|| code.unwrap(), str::to_owned);
        for folder in desktop.own_folders() {
            let readable = plaintext::found(&file, &[&secret], &folder);
            assert_eq!(readable, [""; 0], "what was said lies on the disk");
        }
        assert_eq!(log::wrong(&desktop.log()), [""; 0], "the log says too much");
        let saved = compare::saved(&file, &desktop.vault(), &secret);
        let differences = compare::differences(&file, &expected, &saved);
        assert_eq!(differences, [""; 0], "what was saved is what the file says");
        assert_eq!(never_asked(&file, &expected), [""; 0]);
    }
}

/// Answers of the file that the window never asks for; papers may be in hand that nobody wants.
fn never_asked(file: &CaseFile, expected: &Expected) -> Vec<String> {
    let mut keys = compare::not_asked(file, expected);
    keys.retain(|key| !key.starts_with("paper/"));
    keys
}

fn read_back(folder: &Path, file: &CaseFile, expected: &Expected) {
    // A paper bears the day on which it is handed in.
    let on = file.case.plan.filing.unwrap_or(file.today);
    for (ending, language) in [("_kk.pdf", FormLanguage::Kk), ("_ru.pdf", FormLanguage::Ru)] {
        let exported = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.contains("questionnaire") && name.ends_with(ending)
            })
            .unwrap_or_else(|| panic!("no {ending} was exported"));
        let wrong = printed::wrong(&exported, file, expected, language, on);
        assert_eq!(wrong, [""; 0], "{}", exported.display());
    }
}

const OMSK_ENGINEER: &str = "assets/samples/omsk-engineer.json";

#[test]
fn a_citizen_of_russia_in_russian() {
    Journey::new("visa-free-ru", OMSK_ENGINEER, Lang::Ru).run();
}

#[test]
fn an_ethnic_kazakh_in_kazakh() {
    let file = "assets/samples/kazakh-letters.json";
    Journey::new("ethnic-kazakh-kk", file, Lang::Kk).run();
}

#[test]
fn the_spouse_of_a_former_compatriot_in_english_with_a_keyring() {
    let file = "tests/cases/former-compatriot-spouse.json";
    Journey::new("spouse-en", file, Lang::En)
        .with_keyring()
        .judged(Barriers::quick(Lang::En))
        .run();
}

/// The same program and the same driver, where there is nothing but the loopback that the driver itself needs.
#[test]
fn a_whole_journey_without_any_network() {
    if tools::surrounding(WITHOUT_NETWORK).is_some() {
        return;
    }
    let unshare = tools::find("unshare", "util-linux");
    tools::find("ip", "iproute2");
    let mut command = Command::new(unshare);
    if !is_root() {
        command.arg("--map-root-user");
    }
    let output = command
        .args([
            "--net",
            "sh",
            "-c",
            "ip link set lo up && exec \"$@\"",
            "sh",
        ])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "a_citizen_of_russia_in_russian", "--nocapture"])
        .env(WITHOUT_NETWORK, "1")
        .env_remove("QONYS_SCREENSHOTS")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "without a network: {said}"
    );
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}

fn assert_no_network_if_so_told() {
    if tools::surrounding(WITHOUT_NETWORK).is_none() {
        return;
    }
    // Not /sys/class/net, which keeps showing the network of whoever mounted it.
    let devices = std::fs::read_to_string("/proc/self/net/dev").unwrap();
    let names: Vec<&str> = devices
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, _)| name.trim())
        .collect();
    assert_eq!(names, ["lo"], "no interface but the loopback");
    let outside = std::net::TcpStream::connect(("192.0.2.1", 80));
    assert!(outside.is_err(), "nothing outside can be reached");
}
