//! Whether anything that the person said lies readable on the disk.

use std::fs;
use std::path::Path;

use qonys_law::{Answer, Record, Value};

use super::case_file::CaseFile;

/// Shorter words stand in programs and their data by chance.
const LEAST: usize = 6;

/// All texts of the answers that nobody else would write.
fn said(file: &CaseFile) -> Vec<String> {
    let answers = &file.case.answers;
    let records = answers.lists.values().flat_map(|list| &list.records);
    let all = answers
        .singles
        .values()
        .chain(records.map(|(_, record)| record))
        .chain(answers.papers.values());
    let mut words: Vec<String> = all.flat_map(texts).collect();
    words.retain(|word| word.chars().count() >= LEAST);
    words.sort();
    words.dedup();
    words
}

fn texts(record: &Record) -> Vec<String> {
    let text = |answer: &Answer| match answer {
        Answer::Known(Value::Text(text)) => {
            let twins = [text.kk.clone(), text.ru.clone()];
            let twins = twins.into_iter().flatten();
            std::iter::once(text.text.clone()).chain(twins).collect()
        }
        Answer::Known(
            Value::YesNo(_)
            | Value::Choice(_)
            | Value::Date(_)
            | Value::Country(_)
            | Value::Number(_)
            | Value::Money(_),
        )
        | Answer::NotKnownYet => Vec::new(),
    };
    record.values().flat_map(text).collect()
}

/// Every file below a folder in which an answer or one of the secrets can be read, as UTF-8 or as UTF-16.
pub(crate) fn found(file: &CaseFile, secrets: &[&str], folder: &Path) -> Vec<String> {
    let mut words = said(file);
    assert!(words.len() > 5, "the case says too little to look for");
    words.extend(secrets.iter().map(|&secret| secret.to_owned()));
    let mut found = Vec::new();
    search(folder, &words, &mut found);
    found
}

fn search(folder: &Path, words: &[String], found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the program") {
        let entry = entry.expect("an entry");
        let path = entry.path();
        let kind = entry.file_type().expect("what it is");
        if kind.is_dir() {
            search(&path, words, found);
        } else if kind.is_file() {
            let bytes = fs::read(&path).expect("a file of the program");
            let readings = [
                String::from_utf8_lossy(&bytes).into_owned(),
                utf16(&bytes),
                utf16(bytes.get(1..).unwrap_or_default()),
            ];
            for word in words {
                if readings.iter().any(|reading| reading.contains(word)) {
                    found.push(format!("{} holds {word:?}", path.display()));
                }
            }
        }
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}
