//! Errors in words, for who reads files and lines and not a window.

use qonys_texts::Lang;
use qonys_texts::has;
use qonys_texts::text_with;

use crate::error::AppError;
use crate::field_problem::FieldProblem;

/// What is wrong and what to do, in a language. Where a file is meant, its fields are named as the file names them.
#[must_use]
pub fn error_words(lang: Lang, error: &AppError) -> String {
    let mut problem = error.problem();
    if let AppError::Field {
        problem: FieldProblem::WrongType { wanted },
        ..
    } = error
    {
        problem.args.insert("wanted".to_owned(), wanted.words(lang));
    }
    let args: Vec<(&str, &str)> = problem
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let own = format!("cli.{}", problem.code);
    let code = if has(lang, &format!("errors.{own}.what")) {
        own
    } else {
        problem.code
    };
    said(lang, &code, &args)
}

/// What is wrong and what to do, by a code of the files of words.
#[must_use]
pub fn said(lang: Lang, code: &str, args: &[(&str, &str)]) -> String {
    let part = |part: &str| text_with(lang, &format!("errors.{code}.{part}"), args);
    format!("{} {}", part("what"), part("do"))
}
