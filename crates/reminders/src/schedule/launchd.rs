//! The agent of launchd on macOS.

use plist::Dictionary;
use plist::Value;

use crate::error::ReminderError;
use crate::schedule::HOUR;
use crate::schedule::program::FOLDER_OPTION;
use crate::schedule::program::ScheduledProgram;

/// The property list: at login, and every day; launchd makes up for an hour at which the computer slept.
///
/// # Errors
/// When it cannot be written, which no program of this type brings about.
pub fn launch_agent(label: &str, program: &ScheduledProgram) -> Result<String, ReminderError> {
    let words = program.words().map(|word| Value::String(word.to_owned()));
    let mut daily = Dictionary::new();
    daily.insert("Hour".to_owned(), Value::Integer(u64::from(HOUR).into()));
    daily.insert("Minute".to_owned(), Value::Integer(0_u64.into()));
    let mut agent = Dictionary::new();
    agent.insert("Label".to_owned(), Value::String(label.to_owned()));
    agent.insert("ProgramArguments".to_owned(), Value::Array(words.collect()));
    agent.insert("RunAtLoad".to_owned(), Value::Boolean(true));
    agent.insert("StartCalendarInterval".to_owned(), Value::Dictionary(daily));
    agent.insert(
        "ProcessType".to_owned(),
        Value::String("Background".to_owned()),
    );
    let mut bytes = Vec::new();
    Value::Dictionary(agent)
        .to_writer_xml(&mut bytes)
        .map_err(|_| ReminderError::Schedule)?;
    String::from_utf8(bytes).map_err(|_| ReminderError::Schedule)
}

/// The folder into which an agent looks that [`launch_agent`] wrote; none in any other text.
#[must_use]
pub fn folder_of_agent(text: &str) -> Option<String> {
    let agent = Value::from_reader_xml(text.as_bytes()).ok()?;
    let words = agent.as_dictionary()?.get("ProgramArguments")?.as_array()?;
    let mut words = words.iter().filter_map(Value::as_string);
    words.find(|word| *word == FOLDER_OPTION)?;
    words.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agent_is_read_back() {
        let program = ScheduledProgram::new(
            "/Applications/Qonys.app/Contents/MacOS/qonys-remind",
            "/Users/a/Library/Application Support/<kz> & co",
            "kz.qonys",
        )
        .unwrap();
        let text = launch_agent("qonys-remind", &program).unwrap();
        let read = Value::from_reader_xml(text.as_bytes()).unwrap();
        let agent = read.as_dictionary().unwrap();
        let words: Vec<&str> = agent["ProgramArguments"]
            .as_array()
            .unwrap()
            .iter()
            .map(|word| word.as_string().unwrap())
            .collect();
        assert_eq!(words, program.words().collect::<Vec<_>>());
        assert_eq!(agent["RunAtLoad"].as_boolean(), Some(true));
        let daily = agent["StartCalendarInterval"].as_dictionary().unwrap();
        assert_eq!(daily["Hour"].as_unsigned_integer(), Some(9));
    }
    #[test]
    fn the_folder_is_read_back() {
        let program = ScheduledProgram::new("/a/qonys-remind", "/Users/a/<kz> & co", "b").unwrap();
        let text = launch_agent("qonys-remind", &program).unwrap();
        assert_eq!(
            folder_of_agent(&text).as_deref(),
            Some("/Users/a/<kz> & co")
        );
        assert_eq!(folder_of_agent("a letter"), None);
    }
}
