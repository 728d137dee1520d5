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

/// What a file in UTF-16 begins with.
const BYTE_ORDER_MARK: u16 = 0xFEFF;

type Xml = Writer<Vec<u8>>;

/// The name by which the actions of a task find who runs them.
const WHO: &str = "Author";

/// The definition: when `user` logs in and every day, without rights of an administrator; a missed hour is made up for, and a
/// look that hangs is ended. `user` is the account as Windows writes it, `DOMAIN\name`: a task at the login of anybody could be
/// registered by an administrator only.
///
/// # Errors
/// [`ReminderError::Account`] when the account is empty or holds a control character.
pub fn task_definition(program: &ScheduledProgram, user: &str) -> Result<String, ReminderError> {
    if user.trim().is_empty() || user.contains(char::is_control) {
        return Err(ReminderError::Account);
    }
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut xml, program, user).map_err(|_| ReminderError::Schedule)?;
    String::from_utf8(xml.into_inner()).map_err(|_| ReminderError::Schedule)
}

/// The same as the file that the Task Scheduler itself writes and reads: UTF-16 with a mark of the order of its bytes, so that no
/// letter of a path or a name depends on the code page of the computer.
///
/// # Errors
/// As [`task_definition`].
pub fn task_file(program: &ScheduledProgram, user: &str) -> Result<Vec<u8>, ReminderError> {
    let text = task_definition(program, user)?;
    Ok(std::iter::once(BYTE_ORDER_MARK)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect())
}

fn write(xml: &mut Xml, program: &ScheduledProgram, user: &str) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-16"), None)))?;
    xml.create_element("Task")
        .with_attributes([("version", "1.2"), ("xmlns", NAMESPACE)])
        .write_inner_content(|xml| {
            group(xml, "Triggers", |xml| {
                group(xml, "LogonTrigger", |xml| {
                    text(xml, "Enabled", "true")?;
                    text(xml, "UserId", user)
                })?;
                group(xml, "CalendarTrigger", |xml| {
                    text(xml, "StartBoundary", &format!("{BEGINS}T{HOUR:02}:00:00"))?;
                    text(xml, "Enabled", "true")?;
                    group(xml, "ScheduleByDay", |xml| text(xml, "DaysInterval", "1"))
                })
            })?;
            group(xml, "Principals", |xml| {
                xml.create_element("Principal")
                    .with_attribute(("id", WHO))
                    .write_inner_content(|xml| {
                        text(xml, "UserId", user)?;
                        text(xml, "LogonType", "InteractiveToken")?;
                        text(xml, "RunLevel", "LeastPrivilege")
                    })?;
                Ok(())
            })?;
            group(xml, "Settings", |xml| {
                text(xml, "MultipleInstancesPolicy", "IgnoreNew")?;
                text(xml, "DisallowStartIfOnBatteries", "false")?;
                text(xml, "StopIfGoingOnBatteries", "false")?;
                text(xml, "StartWhenAvailable", "true")?;
                text(xml, "RunOnlyIfNetworkAvailable", "false")?;
                text(xml, "ExecutionTimeLimit", "PT1M")
            })?;
            xml.create_element("Actions")
                .with_attribute(("Context", WHO))
                .write_inner_content(|xml| {
                    group(xml, "Exec", |xml| {
                        text(xml, "Command", program.path())?;
                        let words: Vec<String> = program
                            .arguments()
                            .iter()
                            .map(|word| quoted(word))
                            .collect();
                        text(xml, "Arguments", &words.join(" "))
                    })
                })?;
            Ok(())
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

    fn program() -> ScheduledProgram {
        ScheduledProgram::new(
            r"C:\Program Files\Qonys\qonys-remind.exe",
            r"C:\Users\Айгүл & Co\AppData\",
            "",
        )
        .unwrap()
    }

    const USER: &str = r"ҮЙ & <Co>\Айгүл";

    #[test]
    fn the_task_is_read_back() {
        let found = read(&task_definition(&program(), USER).unwrap());
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

    /// Without a user the trigger is the login of anybody, and only an administrator may register it.
    #[test]
    fn the_task_belongs_to_the_person_and_asks_for_no_administrator() {
        let text = task_definition(&program(), USER).unwrap();
        let found = read(&text);
        let of = |path: &str| -> Vec<&str> {
            let at = found.iter().filter(|(at, _)| at == path);
            at.map(|(_, text)| text.as_str()).collect()
        };
        assert_eq!(of("Task/Triggers/LogonTrigger/UserId"), [USER]);
        assert_eq!(of("Task/Principals/Principal/UserId"), [USER]);
        assert_eq!(
            of("Task/Principals/Principal/LogonType"),
            ["InteractiveToken"]
        );
        assert_eq!(of("Task/Principals/Principal/RunLevel"), ["LeastPrivilege"]);
        // The action runs as that person.
        assert!(text.contains("<Principal id=\"Author\">"), "{text}");
        assert!(text.contains("<Actions Context=\"Author\">"), "{text}");
        for nobody in ["", "  ", "A\nB"] {
            assert_eq!(
                task_definition(&program(), nobody),
                Err(ReminderError::Account)
            );
        }
    }

    #[test]
    fn the_file_is_in_utf_16_and_says_so() {
        let bytes = task_file(&program(), USER).unwrap();
        assert_eq!(bytes.get(..2), Some(&[0xFF, 0xFE][..]));
        let words: Vec<u16> = bytes
            .chunks_exact(2)
            .skip(1)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        let text = String::from_utf16(&words).unwrap();
        assert!(
            text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"),
            "{text}"
        );
        assert_eq!(text, task_definition(&program(), USER).unwrap());
    }
}
