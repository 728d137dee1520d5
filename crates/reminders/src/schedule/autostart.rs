//! The entry that a desktop starts at login, where there is no systemd.

use crate::schedule::program::ScheduledProgram;

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
         NoDisplay=true\n",
        path = program.path().replace('\\', "\\\\"),
        line = line.join(" ").replace('\\', "\\\\"),
    )
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
}
