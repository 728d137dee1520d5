//! The log: when the program started, by which law it answers, and the codes of what went wrong.
//!
//! No answer, no name, no path and no argument of a message is written: what is noted is a code or a place in the source.

use std::panic;

use tauri::AppHandle;
use tauri_plugin_log::Builder;
use tauri_plugin_log::RotationStrategy;
use tauri_plugin_log::Target;
use tauri_plugin_log::TargetKind;
use tauri_plugin_log::attach_logger;

/// Whose lines are written: those of libraries are not, because nobody knows what they hold.
const OURS: &str = "qonys";
/// The file in the folder of logs, without its ending.
const FILE: &str = "qonys";
/// Bytes of a file, after which the next is begun; the one before it is kept.
const LONGEST: u128 = 200_000;

/// Begins the log. A folder that cannot be written keeps nobody from the case: then there is no log.
pub(crate) fn begin(app: &AppHandle) {
    let log = Builder::new()
        .clear_targets()
        .target(Target::new(TargetKind::LogDir {
            file_name: Some(FILE.to_owned()),
        }))
        .filter(|line| line.target() == OURS)
        .level(::log::LevelFilter::Info)
        .max_file_size(LONGEST)
        .rotation_strategy(RotationStrategy::KeepSome(1))
        .split(app);
    if let Ok((_plugin, level, log)) = log {
        // Only a second log in one program is refused.
        let _second = attach_logger(level, log);
    }
    note_panics();
}

/// Notes a start of the program.
pub(crate) fn started(law: u32) {
    ::log::info!(
        target: OURS,
        "start {} {} law {law}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
    );
}

/// Notes the code of a problem that a screen is told.
pub(crate) fn problem(code: &str) {
    ::log::warn!(target: OURS, "problem {code}");
}

/// Where the program broke is noted; with which words is not, for they may hold an answer.
fn note_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if let Some(place) = panic.location() {
            ::log::error!(target: OURS, "panic {}:{}", place.file(), place.line());
        }
        before(panic);
    }));
}
