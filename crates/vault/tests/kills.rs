//! A child that is killed in the middle of its work, again and again: what it reported is there.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests; the child tells its parent how far it came"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "how the parent tells the child where, and the deep run how often"
)]

mod common;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use common::{attach, content, create, folder, phrase, scan};
use qonys_vault::{AttachmentId, NoKeys, Vault, VaultFile};

const FOLDER: &str = "QONYS_VAULT_TEST_KILLED";
const KILLS: &str = "QONYS_KILLS";
const PHRASE: &str = "long enough words";
/// Kills in a run that nobody asked to be long.
const USUAL: u64 = 500;
/// Attachments that the child keeps.
const KEPT: usize = 3;

/// What the child saves: a number and the attachments that belong to it.
fn state(number: u64, ids: &[AttachmentId]) -> Vec<u8> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    format!("{number} {}", ids.join(" ")).into_bytes()
}

/// Opens, checks that everything belongs together, and gives the number and the attachments.
fn whole(folder: &Path) -> (Vault, u64, Vec<AttachmentId>) {
    let mut vault = Vault::open_with_passphrase(folder, &NoKeys, &phrase(PHRASE)).unwrap();
    let snapshot = vault.load().unwrap().unwrap();
    assert!(snapshot.recovered.is_none(), "nothing may look damaged");
    let text = String::from_utf8(snapshot.bytes.to_vec()).unwrap();
    let mut words = text.split_whitespace();
    let number = words.next().unwrap().parse().unwrap();
    let ids: Vec<_> = words.map(|id| AttachmentId::parse(id).unwrap()).collect();
    let mut listed: Vec<_> = vault.attachments().map(|entry| entry.id).collect();
    let mut named = ids.clone();
    listed.sort();
    named.sort();
    assert_eq!(listed, named, "state and list are one");
    for id in &ids {
        content(&vault, *id).unwrap();
    }
    (vault, number, ids)
}

#[test]
#[ignore = "the child of a_killed_child_loses_nothing_it_reported"]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let (mut vault, mut number, mut ids) = whole(folder.as_ref());
    let mut out = std::io::stdout();
    loop {
        number += 1;
        ids.push(attach(&mut vault, "scan", &scan(1, 66_000)));
        if ids.len() > KEPT {
            vault.detach(ids.remove(0)).unwrap();
        }
        let bytes = state(number, &ids);
        if number.is_multiple_of(5) {
            vault.save_and_forget(&bytes).unwrap();
        } else {
            vault.save(&bytes).unwrap();
        }
        writeln!(out, "saved {number}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_killed_child_loses_nothing_it_reported() {
    let kills = std::env::var(KILLS).map_or(USUAL, |kills| kills.parse().unwrap());
    let folder = folder();
    let mut vault = create(folder.path(), &NoKeys, Some(PHRASE)).vault;
    vault.save(&state(0, &[])).unwrap();
    drop(vault);
    let (mut last, mut stale, mut unreported) = (0, 0, 0);
    // Xorshift: the moments differ from kill to kill, and are the same in every run.
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    for kill in 0..kills {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child", "--ignored", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let wanted = chance % 4;
        let mut saved = lines.map_while(Result::ok).filter_map(|line| {
            let (_, number) = line.split_once("saved ")?;
            number.parse::<u64>().ok()
        });
        let mut reported = last;
        for _ in 0..wanted {
            reported = saved.next().expect("the child lives until it is killed");
        }
        // Nothing sleeps: the turns are of different length, so the next save is met elsewhere.
        for _ in 0..(chance >> 20) % 400_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What was still on its way when the child died.
        reported = saved.last().unwrap_or(reported);
        let names: Vec<_> = common::files(folder.path());
        stale += usize::from(names.iter().any(|file| file.0.starts_with(".qonys-")));
        let (vault, number, ids) = whole(folder.path());
        assert!(
            number >= reported,
            "kill {kill}: {reported} was reported, {number} is there"
        );
        assert!(
            number <= reported + 1,
            "kill {kill}: {number} out of nothing"
        );
        unreported += u64::from(number > reported);
        drop(vault);
        let mut left: Vec<_> = common::files(folder.path())
            .into_iter()
            .map(|file| file.0)
            .filter(|name| !name.starts_with("state-"))
            .collect();
        left.retain(|name| {
            !ids.iter()
                .any(|id| *name == VaultFile::Attachment(*id).to_string())
        });
        assert_eq!(left, ["recovery.age", "vault.json"], "kill {kill}: swept");
        last = number;
    }
    println!(
        "{kills} kills, {last} saves, {stale} left a file, {unreported} were saved unreported"
    );
    assert!(last > 0, "the children came to save something");
}
