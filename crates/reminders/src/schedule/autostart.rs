//! The entry that a desktop starts at login, where there is no systemd.

use crate::schedule::program::ScheduledProgram;

/// Where the folder of the agenda stands in the entry; desktops pass over whatever begins with `X-`.
const FOLDER: &str = "X-Qonys-Folder=";

/// The entry. When the program is uninstalled, the desktop passes over it.
#[must_use]
pub fn autostart_entry(program: &ScheduledProgram) -> String {
    let line: Vec<String> = program.words().map(quoted).collect();
    format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Name=Qonys\n\
         Comment=Reminders of deadlines\n\
         TryExec={path}\n\
         Exec={line}\n\
         Terminal=false\n\
         NoDisplay=true\n\
         {FOLDER}{folder}\n",
        path = doubled(program.path()),
        line = doubled(&line.join(" ")),
        folder = doubled(program.folder()),
    )
}

/// The folder into which an entry looks that [`autostart_entry`] wrote; none in any other text.
#[must_use]
pub fn folder_of_entry(text: &str) -> Option<String> {
    text.lines()
        .find_map(|line| line.strip_prefix(FOLDER))
        .filter(|folder| !folder.is_empty())
        .map(|folder| folder.replace("\\\\", "\\"))
}

/// A value of the file: its backslashes are doubled.
fn doubled(value: &str) -> String {
    value.replace('\\', "\\\\")
}

/// An argument in quotes; the backslashes are doubled once more for the file itself.
fn quoted(word: &str) -> String {
    let mut text = String::from("\"");
    for letter in word.chars() {
        if matches!(letter, '"' | '`' | '$' | '\\') {
            text.push('\\');
        }
        text.push(letter);
        if letter == '%' {
            text.push('%');
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_strange_letters_stays_one_argument() {
        let program =
            ScheduledProgram::new("/opt/Qonys/qonys-remind", "/home/a \"b\" 50%$", "").unwrap();
        let entry = autostart_entry(&program);
        assert!(
            entry.contains(
                "Exec=\"/opt/Qonys/qonys-remind\" \"look\" \"--folder\" \"/home/a \\\\\"b\\\\\" 50%%\\\\$\"\n"
            ),
            "{entry}"
        );
    }

    #[test]
    fn the_folder_is_read_back() {
        let folder = "/home/a \"b\" 50%$ \\ қазақ";
        let program = ScheduledProgram::new("/opt/qonys-remind", folder, "").unwrap();
        let entry = autostart_entry(&program);
        assert_eq!(folder_of_entry(&entry).as_deref(), Some(folder));
        assert_eq!(folder_of_entry("[Desktop Entry]\nExec=a\n"), None);
    }
}
