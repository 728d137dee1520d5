//! Writes the rules of every person anew, as the pack has them. What has changed is then read in the difference of the files, person
//! by person, against the sources: nothing is right because it was written.
#![allow(clippy::disallowed_methods, reason = "writes the files of the matrix")]

use std::fs;

use qonys_app::Knowledge;

use super::marks;
use super::person;
use super::person::Person;
use crate::files;
use crate::matrix::Marks;

/// How the rules of a person begin and end in a file.
const BLOCK: (&str, &str) = ("rules = '''\n", "'''\n");

/// What separates the persons of a file.
const PERSON: &str = "[[person]]\n";

#[test]
#[ignore = "writes tests/persons anew: run it by name, and read what changed"]
fn write_the_rules_of_every_person() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let mut before: Vec<(Person, Marks)> = Vec::new();
    for path in files::below("tests/persons", &["toml"]) {
        let text = files::text(&path);
        let mut parts = text.split(PERSON);
        let mut whole = parts.next().unwrap_or_default().to_owned();
        for (part, person) in parts.zip(person::of_file(&path)) {
            let found = marks(&knowledge, &person.case(&knowledge), person.filing);
            let compared = person.compared_with(&before);
            whole.push_str(PERSON);
            whole.push_str(without_rules(part).trim_end());
            whole.push('\n');
            whole.push_str(&block(&marks::lines(&compared, &found)));
            whole.push('\n');
            before.push((person, found));
        }
        fs::write(&path, format!("{}\n", whole.trim_end())).expect("the file can be written");
    }
}

fn without_rules(part: &str) -> String {
    let Some((head, rest)) = part.split_once(BLOCK.0) else {
        return part.to_owned();
    };
    let (_, tail) = rest.split_once(BLOCK.1).unwrap_or((rest, ""));
    format!("{head}{tail}")
}

fn block(lines: &[(String, String)]) -> String {
    let width = lines.iter().map(|(rule, _)| rule.chars().count()).max();
    let Some(width) = width else {
        return String::new();
    };
    let lines: Vec<String> = lines
        .iter()
        .map(|(rule, mark)| format!("{rule:<width$} | {mark}").trim_end().to_owned())
        .collect();
    format!("{}{}\n{}", BLOCK.0, lines.join("\n"), BLOCK.1)
}
