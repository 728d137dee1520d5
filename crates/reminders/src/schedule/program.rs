//! What the system is to start.

use crate::error::ReminderError;

/// The option before the folder of the agenda.
pub(super) const FOLDER_OPTION: &str = "--folder";

/// The small program with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledProgram {
    path: String,
    folder: String,
    arguments: Vec<String>,
}

impl ScheduledProgram {
    /// The program at a path, looking into a folder. `identifier` is that of the installed program and may be empty.
    ///
    /// # Errors
    /// When one of them holds a character that no line of such a file can hold: a line feed, or another control character.
    pub fn new(path: &str, folder: &str, identifier: &str) -> Result<Self, ReminderError> {
        let parts = [path, folder, identifier];
        if parts.iter().any(|part| part.contains(char::is_control)) || path.is_empty() {
            return Err(ReminderError::Path);
        }
        let mut arguments = vec![
            "look".to_owned(),
            FOLDER_OPTION.to_owned(),
            folder.to_owned(),
        ];
        if !identifier.is_empty() {
            arguments.push("--program".to_owned());
            arguments.push(identifier.to_owned());
        }
        Ok(Self {
            path: path.to_owned(),
            folder: folder.to_owned(),
            arguments,
        })
    }

    /// The same, staying while the notification is open to open the program when it is clicked, where the system cannot do
    /// that by itself.
    #[must_use]
    pub fn waiting_for_a_click(mut self) -> Self {
        self.arguments.push("--wait-for-click".to_owned());
        self
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The folder into which it looks.
    #[must_use]
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// Its arguments.
    #[must_use]
    pub fn arguments(&self) -> &[String] {
        &self.arguments
    }

    /// Path and arguments.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.path.as_str()).chain(self.arguments.iter().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_two_lines_is_refused() {
        assert!(ScheduledProgram::new("/usr/bin/qonys-remind", "/home/a b", "").is_ok());
        for (path, folder) in [("", "/a"), ("/a\nExecStart=/b", "/a"), ("/a", "/b\u{0}")] {
            assert_eq!(
                ScheduledProgram::new(path, folder, ""),
                Err(ReminderError::Path)
            );
        }
    }
}
