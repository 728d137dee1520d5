//! The agent of launchd on macOS.

use plist::Dictionary;
use plist::Value;

use crate::error::ReminderError;
use crate::schedule::HOUR;
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
}
