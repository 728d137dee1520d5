//! The task of the Task Scheduler on Windows.

use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

use crate::error::ReminderError;
use crate::schedule::HOUR;
use crate::schedule::program::ScheduledProgram;

/// The namespace of task definitions.
const NAMESPACE: &str = "http://schemas.microsoft.com/windows/2004/02/mit/task";

/// A day on which the daily look begins; any past day does.
const BEGINS: &str = "2026-01-01";

type Xml = Writer<Vec<u8>>;

/// The definition: at login and every day, without rights of an administrator; a missed hour is made up for, and a look that
/// hangs is ended.
///
/// # Errors
/// When it cannot be written, which no program of this type brings about.
pub fn task_definition(program: &ScheduledProgram) -> Result<String, ReminderError> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut xml, program).map_err(|_| ReminderError::Schedule)?;
    String::from_utf8(xml.into_inner()).map_err(|_| ReminderError::Schedule)
}

fn write(xml: &mut Xml, program: &ScheduledProgram) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", None, None)))?;
    xml.create_element("Task")
        .with_attributes([("version", "1.2"), ("xmlns", NAMESPACE)])
        .write_inner_content(|xml| {
            group(xml, "Triggers", |xml| {
                group(xml, "LogonTrigger", |xml| text(xml, "Enabled", "true"))?;
                group(xml, "CalendarTrigger", |xml| {
                    text(xml, "StartBoundary", &format!("{BEGINS}T{HOUR:02}:00:00"))?;
                    text(xml, "Enabled", "true")?;
                    group(xml, "ScheduleByDay", |xml| text(xml, "DaysInterval", "1"))
                })
            })?;
            group(xml, "Settings", |xml| {
                text(xml, "MultipleInstancesPolicy", "IgnoreNew")?;
                text(xml, "DisallowStartIfOnBatteries", "false")?;
                text(xml, "StopIfGoingOnBatteries", "false")?;
                text(xml, "StartWhenAvailable", "true")?;
                text(xml, "RunOnlyIfNetworkAvailable", "false")?;
                text(xml, "ExecutionTimeLimit", "PT1M")
            })?;
            group(xml, "Actions", |xml| {
                group(xml, "Exec", |xml| {
                    text(xml, "Command", program.path())?;
                    let words: Vec<String> = program
                        .arguments()
                        .iter()
                        .map(|word| quoted(word))
                        .collect();
                    text(xml, "Arguments", &words.join(" "))
                })
            })
        })?;
    Ok(())
}

fn group(
    xml: &mut Xml,
    name: &str,
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(name).write_inner_content(inner)?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    xml.create_element(name)
        .write_text_content(BytesText::new(value))?;
    Ok(())
}

/// An argument as programs of Windows read their command line: a backslash counts only before a quote.
fn quoted(word: &str) -> String {
    let mut text = String::from("\"");
    let mut backslashes = 0;
    for letter in word.chars() {
        if letter == '"' {
            text.push_str(&"\\".repeat(backslashes + 1));
        }
        backslashes = if letter == '\\' { backslashes + 1 } else { 0 };
        text.push(letter);
    }
    text.push_str(&"\\".repeat(backslashes));
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use quick_xml::escape::resolve_xml_entity;

    use super::*;

    /// The texts of the elements, by the path of their names; a parser that the writer does not share.
    fn read(xml: &str) -> Vec<(String, String)> {
        let mut reader = Reader::from_str(xml);
        let (mut path, mut found): (Vec<String>, Vec<(String, String)>) = (Vec::new(), Vec::new());
        let mut content = String::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    path.push(start.name().0.to_owned());
                    content.clear();
                }
                Event::Text(part) => content.push_str(&part.into_inner()),
                Event::GeneralRef(entity) => {
                    let name = entity.into_inner();
                    content.push_str(resolve_xml_entity(&name).expect("a known entity"));
                }
                Event::End(_) => {
                    if !content.trim().is_empty() {
                        found.push((path.join("/"), content.clone()));
                    }
                    content.clear();
                    path.pop();
                }
                Event::Eof => return found,
                Event::Empty(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
            }
        }
    }

    #[test]
    fn the_task_is_read_back() {
        let program = ScheduledProgram::new(
            r"C:\Program Files\Qonys\qonys-remind.exe",
            r"C:\Users\Айгүл & Co\AppData\",
            "",
        )
        .unwrap();
        let found = read(&task_definition(&program).unwrap());
        let of = |path: &str| {
            let at = found.iter().find(|(at, _)| at == path);
            at.map(|(_, text)| text.as_str())
        };
        assert_eq!(
            of("Task/Actions/Exec/Command"),
            Some(r"C:\Program Files\Qonys\qonys-remind.exe")
        );
        // A backslash before the closing quote is doubled, or the quote would belong to the path.
        assert_eq!(
            of("Task/Actions/Exec/Arguments"),
            Some(r#""look" "--folder" "C:\Users\Айгүл & Co\AppData\\""#)
        );
        assert_eq!(of("Task/Triggers/LogonTrigger/Enabled"), Some("true"));
        assert_eq!(
            of("Task/Triggers/CalendarTrigger/StartBoundary"),
            Some("2026-01-01T09:00:00")
        );
        assert_eq!(of("Task/Settings/StartWhenAvailable"), Some("true"));
    }
}
