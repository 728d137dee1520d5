//! `qonys-cli law`: the law that the program knows, shown, listed, compared and checked.

mod folder;
mod options;
mod pack;
mod text;

pub(crate) use options::LawOptions;

use chrono::NaiveDate;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::Lawbook;
use qonys_app::built_in_lawbook;
use qonys_app::law_differences_of_books;
use qonys_app::law_differences_of_days;
use qonys_app::law_lint;
use qonys_app::law_list;
use qonys_app::law_record;
use qonys_app::law_used;
use qonys_app::lawbook_in_use;
use qonys_app::lawbook_of;
use qonys_app::view::LawDifferencesView;
use qonys_app::view::LawRecordsView;
use serde::Serialize;

use crate::answer::by_law;
use crate::failure::Failure;
use crate::law::options::DiffOptions;
use crate::law::options::LawCommand;
use crate::law::options::LintOptions;
use crate::law::options::ListOptions;
use crate::law::options::ShowOptions;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &LawOptions, law: &WhichLaw) -> Result<String, Failure> {
    match &options.command {
        LawCommand::Show(options) => show(options, law),
        LawCommand::List(options) => list(options, law),
        LawCommand::Lint(options) => lint(options),
        LawCommand::Diff(options) => diff(options, law),
        LawCommand::Verify(options) => pack::verify(options, law),
        LawCommand::Changes(options) => pack::changes(options, law),
    }
}

fn show(options: &ShowOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let book = lawbook_in_use(&knowledge)?;
    let lang: Lang = options.lang.into();
    let records = law_record(&book, &options.id, options.on, lang);
    if records.is_empty() {
        return Err(unknown(
            "no_such_record",
            &options.id,
            &book.nearest(&options.id),
        ));
    }
    by_law(
        &knowledge,
        lang,
        options.json,
        LawRecordsView { records },
        |view| text::records(&view.records, lang),
    )
}

fn list(options: &ListOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let book = lawbook_in_use(&knowledge)?;
    let lang: Lang = options.lang.into();
    if let Some(kind) = &options.kind
        && !book.kinds().contains(&kind.as_str())
    {
        return Err(unknown("no_such_kind", kind, &book.kinds()));
    }
    let view = law_list(&book, options.kind.as_deref(), lang);
    by_law(&knowledge, lang, options.json, view, |view| {
        text::list(view, options.kind.is_some())
    })
}

fn lint(options: &LintOptions) -> Result<String, Failure> {
    let files = match &options.folder {
        Some(folder) => Some(folder::texts(folder)?),
        None => None,
    };
    let borrowed: Option<Vec<(&str, &str)>> = files.as_ref().map(|files| {
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect()
    });
    let view = law_lint(borrowed.as_deref(), options.on, options.lang.into())?;
    if options.json {
        return answer(true, &view, String::new);
    }
    if view.faults.is_empty() {
        return Ok(text::notices(&view, options.lang.into()));
    }
    let faults: Vec<&str> = view
        .faults
        .iter()
        .map(|fault| fault.text.as_str())
        .collect();
    Err(Failure::Lint(faults.join("\nqonys-cli: ")))
}

fn diff(options: &DiffOptions, law: &WhichLaw) -> Result<String, Failure> {
    let lang = options.lang.into();
    let view = differences(options, lang, law)?;
    answer(options.json, &view, || text::differences(&view, lang))
}

fn differences(
    options: &DiffOptions,
    lang: Lang,
    law: &WhichLaw,
) -> Result<LawDifferencesView, Failure> {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    match (day(&options.first), day(&options.second)) {
        (Some(first), Some(second)) => {
            let knowledge = law.knowledge()?;
            let book = lawbook_in_use(&knowledge)?;
            let used = Some(law_used(&knowledge, lang));
            Ok(law_differences_of_days((&book, used), first, second, lang))
        }
        (None, None) => {
            let of_ours = [&options.first, &options.second]
                .into_iter()
                .any(|name| name == options::BUILT_IN);
            let own = if of_ours {
                Some(law_used(&Knowledge::built_in()?, lang))
            } else {
                None
            };
            Ok(law_differences_of_books(
                (&options.first, &book_of(&options.first)?),
                (&options.second, &book_of(&options.second)?),
                own,
                lang,
            ))
        }
        (Some(_), None) | (None, Some(_)) => Err(Failure::TwoOfAKind {
            first: options.first.clone(),
            second: options.second.clone(),
        }),
    }
}

/// The pack of a folder, or the one that is built in.
fn book_of(name: &str) -> Result<Lawbook, Failure> {
    if name == options::BUILT_IN {
        return Ok(built_in_lawbook()?);
    }
    let files = folder::texts(name.as_ref())?;
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    Ok(lawbook_of(&files)?)
}

fn unknown(code: &'static str, name: &str, nearest: &[&str]) -> Failure {
    Failure::NoSuchRecord {
        code,
        name: name.to_owned(),
        nearest: nearest.join(", "),
    }
}

fn answer<T: Serialize>(
    json: bool,
    view: &T,
    text: impl FnOnce() -> String,
) -> Result<String, Failure> {
    if json {
        Ok(format!("{}\n", serde_json::to_string_pretty(view)?))
    } else {
        Ok(text())
    }
}
