//! `qonys-cli papers`.

use qonys_app::FilledPaper;
use qonys_app::PrintedPapers;
use qonys_app::error_words;
use qonys_app::law_used;
use qonys_app::print_all;
use qonys_app::print_each;
use serde_json::Value as Json;
use serde_json::json;

use crate::arguments::PapersOptions;
use crate::failure::Failure;
use crate::input;
use crate::which_law::WhichLaw;

/// The word for every paper.
const ALL: &str = "all";

pub(crate) fn run(options: &PapersOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let case = input::case(&knowledge, &options.case)?;
    let lang = options.lang.into();
    let all = options.form == ALL;
    let printed = if all {
        print_all(&knowledge, &case, lang, options.on)?
    } else {
        PrintedPapers {
            papers: print_each(&knowledge, &case, &options.form, lang, options.on)?,
            skipped: Vec::new(),
            failed: Vec::new(),
        }
    };
    let mut written: Vec<Json> = Vec::new();
    for (key, paper) in &printed.papers {
        match write(options, key, paper) {
            Ok(one) => written.push(one),
            Err(failure) => {
                let before = written
                    .iter()
                    .filter_map(|one| one["file"].as_str().map(str::to_owned))
                    .collect();
                return Err(failure.after(before));
            }
        }
    }
    let skipped: Vec<Json> = printed
        .skipped
        .iter()
        .map(|skipped| json!({ "paper": skipped.key, "why": skipped.why }))
        .collect();
    let mut answer =
        json!({ "law": law_used(&knowledge, lang), "papers": written, "skipped": skipped });
    if let (false, Some(one)) = (all, written.first()) {
        answer["file"] = one["file"].clone();
        answer["notes"] = one["notes"].clone();
    }
    if printed.failed.is_empty() {
        return Ok(format!("{answer:#}\n"));
    }
    answer["failed"] = printed
        .failed
        .iter()
        .map(|failed| {
            json!({
                "paper": failed.key,
                "title": failed.title,
                "why": error_words(lang, &failed.error),
            })
        })
        .collect();
    Err(Failure::NotMade {
        answer: format!("{answer:#}\n"),
        papers: printed
            .failed
            .into_iter()
            .map(|failed| (failed.title, failed.error))
            .collect(),
    })
}

fn write(options: &PapersOptions, key: &str, paper: &FilledPaper) -> Result<Json, Failure> {
    let path = paper
        .write_into(&options.out)
        .map_err(|error| Failure::writing(&options.out, error))?;
    Ok(json!({
        "paper": key,
        "file": path.display().to_string(),
        "pages": paper.pages,
        "notes": paper.notes,
    }))
}
