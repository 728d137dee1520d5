//! The files that make a desktop know the program.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_app::HandedFile;
use serde_json::Value;

use super::files;

const IDENTIFIER: &str = "kz.qonys.desktop";

fn text(name: &str) -> String {
    files::text(&files::root().join("packaging/linux").join(name))
}

fn entry() -> BTreeMap<String, String> {
    text(&format!("{IDENTIFIER}.desktop"))
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn the_desktop_file_speaks_the_three_languages_of_the_window() {
    let entry = entry();
    for key in ["Name", "GenericName", "Comment", "Keywords"] {
        for language in ["", "[kk]", "[ru]"] {
            assert!(entry.contains_key(&format!("{key}{language}")), "{key}");
        }
    }
    for language in ["en", "kk", "ru"] {
        let words = files::root().join(format!("locales/app.{language}.json"));
        let words: Value = serde_json::from_str(&files::text(&words)).expect("JSON");
        let key = match language {
            "en" => "GenericName".to_owned(),
            other => format!("GenericName[{other}]"),
        };
        assert_eq!(words["app"]["brand"]["line"], entry[&key], "{key}");
    }
}

#[test]
fn every_kind_of_file_has_its_name_in_the_three_languages() {
    let declared = text(&format!("{IDENTIFIER}.xml"));
    for kind in declared.split("<mime-type ").skip(1) {
        for language in [
            "<comment>",
            "<comment xml:lang=\"kk\">",
            "<comment xml:lang=\"ru\">",
        ] {
            assert!(kind.contains(language), "{language} in {kind}");
        }
    }
    for pattern in ["*.qonys-law", "qonys-*.age"] {
        assert!(declared.contains(&format!("pattern=\"{pattern}\"")));
    }
}

/// A double click on a file must do something: every kind that is declared is offered, and the program knows its ending.
#[test]
fn a_desktop_offers_the_files_that_the_program_opens_and_no_others() {
    let entry = entry();
    assert_eq!(entry["Exec"], "qonys %f");
    let offered: BTreeSet<&str> = entry["MimeType"].split_terminator(';').collect();
    let declared = text(&format!("{IDENTIFIER}.xml"));
    let kinds: BTreeSet<&str> = declared
        .split("<mime-type type=\"")
        .skip(1)
        .filter_map(|kind| kind.split('"').next())
        .collect();
    assert_eq!(offered, kinds);
    assert_eq!(offered.len(), HandedFile::ALL.len());
    for kind in HandedFile::ALL {
        for ending in kind.endings() {
            assert!(declared.contains(&format!(".{ending}\"")), "{ending}");
        }
    }
}

/// Any program may write files of age: only our own ending is claimed where a system cannot tell ours by their names.
#[test]
fn an_installer_claims_the_ending_of_a_law_pack_alone() {
    let bundle = files::text(&files::root().join("packaging/bundle.json"));
    let bundle: Value = serde_json::from_str(&bundle).expect("JSON");
    let claimed = bundle["bundle"]["fileAssociations"].as_array().unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(
        claimed[0]["ext"],
        serde_json::json!(HandedFile::LawPack.endings())
    );
    assert!(entry()["MimeType"].contains(claimed[0]["mimeType"].as_str().unwrap()));
}

#[test]
fn every_icon_and_name_is_the_identifier_of_the_release() {
    let release = files::text(&files::root().join("tauri.release.conf.json"));
    let release: Value = serde_json::from_str(&release).expect("JSON");
    assert_eq!(release["identifier"], IDENTIFIER);
    assert_eq!(entry()["Icon"], IDENTIFIER);
    let about = text(&format!("{IDENTIFIER}.metainfo.xml"));
    assert!(about.contains(&format!("<id>{IDENTIFIER}</id>")));
}

/// The script is run as root on computers of others: what it may take away is what the reminders write, and nothing else.
#[test]
fn the_script_after_removing_takes_only_what_the_reminders_wrote() {
    let script = text("postrm");
    let takes: Vec<&str> = script
        .lines()
        .map(str::trim)
        .filter(|line| line.contains("rm -"))
        .collect();
    assert_eq!(
        takes,
        [
            r#"rm -f "$units/qonys-remind.service" "$units/qonys-remind.timer" "$units/timers.target.wants/qonys-remind.timer""#,
            "rm -f autostart/qonys-remind.desktop",
        ]
    );
    assert!(
        script.contains("runuser -u \"$name\""),
        "with the rights of the person"
    );
    assert!(!script.contains("kz.qonys"), "the data is not even named");
    // An update is neither.
    assert!(script.contains(r#"if [ "$1" = remove ] || [ "$1" = purge ]; then"#));
    // Who is logged in has a timer that runs on without its file.
    assert!(script.contains("systemctl --user stop qonys-remind.timer"));
}

/// The script itself, run on a home: what a person switched on goes, what belongs to a program elsewhere stays, and so does all
/// else.
#[cfg(unix)]
#[test]
fn the_script_takes_the_daily_look_of_this_package_away() {
    use std::process::Command;
    let script = text("postrm");
    let inner = script.split("TAKE_AWAY='").nth(1).expect("the part");
    let inner = inner.split("\n'\n").next().expect("its end");
    for (program, goes) in [
        ("/usr/bin/qonys-remind", true),
        ("/opt/mine/qonys-remind", false),
    ] {
        let home = tempfile::tempdir().expect("a home");
        let put = |name: &str| {
            let file = home.path().join(".config").join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(&file, format!("ExecStart=\"{program}\" \"look\"\n")).expect("a file");
            file
        };
        let written = [
            "systemd/user/qonys-remind.service",
            "systemd/user/qonys-remind.timer",
            "systemd/user/timers.target.wants/qonys-remind.timer",
            "autostart/qonys-remind.desktop",
        ]
        .map(put);
        let others = ["systemd/user/backup.service", "qonys.txt"].map(put);
        // The systemd of whoever runs this is not asked.
        let tools = home.path().join("tools");
        std::fs::create_dir(&tools).expect("a folder");
        std::os::unix::fs::symlink("/bin/true", tools.join("systemctl")).expect("a link");
        let ended = Command::new("/bin/sh")
            .args(["-c", inner, "sh"])
            .arg(home.path())
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", tools.display()))
            .status()
            .expect("sh");
        assert!(ended.success());
        for file in written {
            assert_eq!(file.exists(), !goes, "{}", file.display());
        }
        for file in others {
            assert!(file.exists(), "{}", file.display());
        }
    }
}
