//! Units of systemd for the person's own session.

use crate::schedule::HOUR;
use crate::schedule::program::ScheduledProgram;

/// Where the folder of the agenda stands in a unit; systemd passes over whatever begins with `X-`.
const SECTION: &str = "[X-Qonys]";
const FOLDER: &str = "Folder=";

/// The service: one look, which stays as long as the notification is open. When the program is uninstalled, the service does
/// nothing. What a click opened is not closed with it; a look that hangs is ended before it could swallow a third day.
#[must_use]
pub fn systemd_service(program: &ScheduledProgram) -> String {
    let mut words = program.words();
    // Only arguments are searched for variables; in the path a dollar is a dollar.
    let path = words.next().map(in_quotes).unwrap_or_default();
    let line: Vec<String> = std::iter::once(path)
        .chain(words.map(|word| in_quotes(&word.replace('$', "$$"))))
        .collect();
    format!(
        "[Unit]\n\
         Description=Qonys: reminders of deadlines\n\
         ConditionPathExists={condition}\n\
         \n\
         [Service]\n\
         Type=exec\n\
         ExecStart={line}\n\
         KillMode=process\n\
         RuntimeMaxSec=26h\n\
         \n\
         {SECTION}\n\
         {FOLDER}{folder}\n",
        condition = plain(program.path()),
        line = line.join(" "),
        folder = program.folder(),
    )
}

/// The folder into which a service looks that [`systemd_service`] wrote; none in any other text.
#[must_use]
pub fn folder_of_service(text: &str) -> Option<&str> {
    let (_, ours) = text.split_once(SECTION)?;
    ours.lines()
        .find_map(|line| line.strip_prefix(FOLDER))
        .filter(|folder| !folder.is_empty())
}

/// The timer: shortly after login and every day; a day on which the computer was off is made up for. It falls silent with the
/// service when the program is uninstalled.
#[must_use]
pub fn systemd_timer(program: &ScheduledProgram) -> String {
    format!(
        "[Unit]\n\
         Description=Qonys: a daily look at the deadlines\n\
         ConditionPathExists={condition}\n\
         \n\
         [Timer]\n\
         OnStartupSec=1min\n\
         OnCalendar=*-*-* {HOUR:02}:00:00\n\
         Persistent=true\n\
         \n\
         [Install]\n\
         WantedBy=timers.target\n",
        condition = plain(program.path()),
    )
}

/// A word of a command line: in quotes, with what systemd would replace in any word written twice.
fn in_quotes(word: &str) -> String {
    let escaped = word
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('%', "%%");
    format!("\"{escaped}\"")
}

/// A path that stands alone to the end of its line.
fn plain(path: &str) -> String {
    path.replace('%', "%%")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "/opt/100% $HOME/qonys-remind";
    const FOLDER_OF_IT: &str = "/home/a b/100% $HOME \"x\"/қазақ";

    #[test]
    fn a_dollar_is_doubled_in_arguments_and_not_in_the_path() {
        let program = ScheduledProgram::new(PATH, FOLDER_OF_IT, "kz.qonys").unwrap();
        let service = systemd_service(&program);
        assert!(
            service.contains(
                "ExecStart=\"/opt/100%% $HOME/qonys-remind\" \"look\" \"--folder\" \"/home/a b/100%% $$HOME \\\"x\\\"/қазақ\" \"--program\" \"kz.qonys\"\n"
            ),
            "{service}"
        );
        let condition = "ConditionPathExists=/opt/100%% $HOME/qonys-remind\n";
        assert!(service.contains(condition));
        // Without the program the timer itself rests too.
        assert!(systemd_timer(&program).contains(condition));
    }

    #[test]
    fn the_folder_is_read_back() {
        let program = ScheduledProgram::new(PATH, FOLDER_OF_IT, "").unwrap();
        let service = systemd_service(&program);
        assert_eq!(folder_of_service(&service), Some(FOLDER_OF_IT));
        for none in ["", "[Service]\nFolder=/a\n", "[X-Qonys]\nFolder=\n"] {
            assert_eq!(folder_of_service(none), None, "{none}");
        }
    }
}
