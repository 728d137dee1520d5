//! Units of systemd for the person's own session.

use crate::schedule::HOUR;
use crate::schedule::program::ScheduledProgram;

/// The service: one look. When the program is uninstalled, the service does nothing. It may stay for an hour to be clicked;
/// what a click opened is not closed with it.
#[must_use]
pub fn systemd_service(program: &ScheduledProgram) -> String {
    let line: Vec<String> = program.words().map(quoted).collect();
    format!(
        "[Unit]\n\
         Description=Qonys: reminders of deadlines\n\
         ConditionPathExists={condition}\n\
         \n\
         [Service]\n\
         Type=exec\n\
         ExecStart={line}\n\
         KillMode=process\n\
         RuntimeMaxSec=70min\n",
        condition = plain(program.path()),
        line = line.join(" "),
    )
}

/// The timer: shortly after login and every day; a day on which the computer was off is made up for.
#[must_use]
pub fn systemd_timer() -> String {
    format!(
        "[Unit]\n\
         Description=Qonys: a daily look at the deadlines\n\
         \n\
         [Timer]\n\
         OnStartupSec=1min\n\
         OnCalendar=*-*-* {HOUR:02}:00:00\n\
         Persistent=true\n\
         \n\
         [Install]\n\
         WantedBy=timers.target\n"
    )
}

/// A word of a command line: in quotes, with what systemd would replace written twice.
fn quoted(word: &str) -> String {
    let escaped = word
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('%', "%%")
        .replace('$', "$$");
    format!("\"{escaped}\"")
}

/// A path that stands alone to the end of its line.
fn plain(path: &str) -> String {
    path.replace('%', "%%")
}
