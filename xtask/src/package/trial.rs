//! The deb in a Debian that holds nothing else: installed, started, used, removed, purged.

mod desktop;
mod journey;
mod room;

use std::path::Path;

use super::told;
use room::Room;

/// What switching the reminders on writes: where there is no systemd, and where there is.
const LOOKS: [&str; 2] = [
    ".config/autostart/qonys-remind.desktop",
    ".config/systemd/user/qonys-remind.timer",
];

/// Where the released program keeps a case.
const DATA: &str = ".local/share/kz.qonys.desktop";

/// Tries the deb from the installation to the purge.
pub(crate) fn run(deb: &Path, folder: &Path) -> Result<(), String> {
    let room = Room::furnish(folder)?;
    std::fs::copy(deb, room.path("qonys.deb")).map_err(|problem| told(deb, &problem))?;
    room.root("apt-get install --yes --no-install-recommends /qonys.deb")?;
    says("installed, with what it depends on");
    for (question, answer) in [
        (
            "xdg-mime query filetype /tmp/new.qonys-law",
            "application/vnd.qonys.law-pack",
        ),
        (
            "xdg-mime query filetype /tmp/qonys-2026-11-22.age",
            "application/vnd.qonys.backup",
        ),
    ] {
        let said = room.person(&format!(
            "touch /tmp/new.qonys-law /tmp/qonys-2026-11-22.age; {question}"
        ))?;
        if said.trim() != answer {
            return Err(format!("{question}: {said:?} instead of {answer:?}"));
        }
    }
    says("the desktop knows its kinds of files");
    let seconds = journey::in_the_window(&room)?;
    says(&format!(
        "a case was made in the window, which showed its first page after {seconds:.1} s"
    ));
    journey::on_the_command_line(&room)?;
    says("papers were written and reminders switched on");
    kept_by_removing(&room)
}

fn kept_by_removing(room: &Room) -> Result<(), String> {
    let before = room.person(&everything_in(DATA))?;
    if !before.contains("/vault/") {
        return Err(format!("no case lies in {DATA}: {before}"));
    }
    for look in LOOKS {
        room.person(&format!("test -f {look}"))?;
    }
    room.root("apt-get remove --yes qonys")?;
    room.root("! command -v qonys && ! command -v qonys-cli && ! command -v qonys-remind")?;
    for look in LOOKS {
        room.person(&format!("! test -e {look}"))?;
    }
    room.root("apt-get purge --yes qonys")?;
    let left = room.root("find /usr /etc /var/lib -name '*qonys*' -not -path '/var/lib/apt/*'")?;
    if !left.trim().is_empty() {
        return Err(format!("left after purging: {left}"));
    }
    if room.person(&everything_in(DATA))? != before {
        return Err("purging touched the data of the person".to_owned());
    }
    says("removed and purged: no program and no daily look is left, the case is");
    Ok(())
}

/// A command that names every file with a sum of its content.
fn everything_in(folder: &str) -> String {
    format!("find {folder} -type f | LC_ALL=C sort | xargs -d '\\n' sha256sum")
}

fn says(what: &str) {
    println!("deb: {what}");
}
