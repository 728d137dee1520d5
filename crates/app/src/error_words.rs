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
    if let AppError::NoGlyph { answers, .. } = error {
        let answers = answers.of(lang).to_owned();
        problem.args.insert("answers".to_owned(), answers);
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

#[cfg(test)]
mod tests {
    use qonys_lawpack::LawPackError;

    use super::*;

    /// What the lints say is English: it stands behind the sentences of the person's language, and in none of them.
    #[test]
    fn a_law_pack_with_faults_is_told_in_the_language_and_its_details_come_last() {
        let detail = "fees.toml, line 3: the record has no cite";
        for lang in [Lang::Kk, Lang::Ru, Lang::En] {
            for error in [
                AppError::FaultyLaw(vec![detail.to_owned(), "another".to_owned()]),
                AppError::LawPack(LawPackError::Damaged {
                    file: "fees.toml".to_owned(),
                    problem: detail.to_owned(),
                }),
            ] {
                let words = error_words(lang, &error);
                assert!(words.ends_with(&format!(": {detail}")), "{words}");
                let problem = error.problem();
                let what = text_with(lang, &format!("errors.{}.what", problem.code), &[]);
                assert!(!what.contains("%{detail}"), "{what}");
            }
        }
    }
}
