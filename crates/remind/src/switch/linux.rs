//! A timer of systemd; where there is none, an entry that the desktop starts at login.

use std::path::PathBuf;

use qonys_reminders::SCHEDULE_NAME;
use qonys_reminders::ScheduledProgram;
use qonys_reminders::autostart_entry;
use qonys_reminders::folder_of_entry;
use qonys_reminders::folder_of_service;
use qonys_reminders::systemd_service;
use qonys_reminders::systemd_timer;

use crate::failure::Failure;
use crate::switch::Means;
use crate::switch::put;
use crate::switch::runs;
use crate::switch::surrounding;
use crate::switch::take_away;

struct Places {
    units: PathBuf,
    autostart: PathBuf,
}

fn places() -> Result<Places, Failure> {
    let config = surrounding("XDG_CONFIG_HOME")
        .or_else(|| surrounding("HOME").map(|home| home.join(".config")))
        .ok_or_else(|| Failure::NotSwitched("there is no home folder".to_owned()))?;
    Ok(Places {
        units: config.join("systemd/user"),
        autostart: config.join("autostart"),
    })
}

fn service() -> String {
    format!("{SCHEDULE_NAME}.service")
}

fn timer() -> String {
    format!("{SCHEDULE_NAME}.timer")
}

fn entry() -> String {
    format!("{SCHEDULE_NAME}.desktop")
}

pub(super) fn on(program: &ScheduledProgram) -> Result<(), Failure> {
    let program = &program.clone().waiting_for_a_click();
    let places = places()?;
    put(
        &places.units,
        &service(),
        systemd_service(program).as_bytes(),
    )?;
    put(&places.units, &timer(), systemd_timer(program).as_bytes())?;
    let started = runs("systemctl", &["--user", "daemon-reload"])
        && runs("systemctl", &["--user", "enable", "--now", &timer()]);
    if started {
        // Both would look twice at login.
        return take_away(&places.autostart.join(entry()));
    }
    take_units_away(&places)?;
    put(
        &places.autostart,
        &entry(),
        autostart_entry(program).as_bytes(),
    )
}

/// The folder into which the look that is switched on looks.
pub(super) fn folder() -> Option<PathBuf> {
    let places = places().ok()?;
    let read = |file: PathBuf| std::fs::read_to_string(file).ok();
    let of_service = read(places.units.join(service()))
        .and_then(|text| folder_of_service(&text).map(PathBuf::from));
    of_service.or_else(|| {
        let entry = read(places.autostart.join(entry()))?;
        folder_of_entry(&entry).map(PathBuf::from)
    })
}

pub(super) fn means() -> Means {
    let Ok(places) = places() else {
        return Means::None;
    };
    if places.units.join(timer()).exists() {
        Means::Daily
    } else if places.autostart.join(entry()).exists() {
        Means::Login
    } else {
        Means::None
    }
}

pub(super) fn off() -> Result<(), Failure> {
    let places = places()?;
    if places.units.join(timer()).exists() {
        // Where systemd is gone, taking the units away is enough.
        let _gone = runs("systemctl", &["--user", "disable", "--now", &timer()]);
    }
    take_units_away(&places)?;
    take_away(&places.autostart.join(entry()))
}

fn take_units_away(places: &Places) -> Result<(), Failure> {
    take_away(&places.units.join("timers.target.wants").join(timer()))?;
    take_away(&places.units.join(timer()))?;
    take_away(&places.units.join(service()))?;
    let _gone = runs("systemctl", &["--user", "daemon-reload"]);
    Ok(())
}
