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
    let what = part("what");
    // A name or a reason at the end has no stop of its own, and the next sentence would run on.
    let stop = if what.ends_with(['.', '!', '?', '…', ':']) {
        ""
    } else {
        "."
    };
    format!("{what}{stop} {}", part("do"))
}

#[cfg(test)]
mod tests {
    use qonys_lawpack::LawPackError;

    use qonys_papers::BlankError;
    use qonys_papers::PaperError;

    use super::*;

    #[test]
    fn a_fault_that_ends_with_a_name_is_ended_before_the_advice_begins() {
        for lang in Lang::ALL {
            let words = said(lang, "write_failed", &[("file", "/tmp/a")]);
            assert!(words.contains("/tmp/a. "), "{words}");
            let words = said(lang, "latin_wanted", &[("character", "С")]);
            assert!(
                words.contains("«С». ") || words.contains("“С”. "),
                "{words}"
            );
        }
    }

    /// What a library says is English: of a damaged blank it helps nobody, of a file of fields it comes last.
    #[test]
    fn what_a_library_says_of_a_blank_stands_in_no_sentence() {
        let detail = "unknown variant `long`";
        for lang in Lang::ALL {
            let of = |error| error_words(lang, &AppError::Paper(PaperError::Blank(error)));
            let damaged = of(BlankError::Damaged(detail.to_owned()));
            assert!(!damaged.contains(detail), "{damaged}");
            let file = of(BlankError::BoxFile {
                line: 5,
                place: "surname".to_owned(),
                message: detail.to_owned(),
            });
            assert!(file.ends_with(&format!(": {detail}")), "{file}");
            let other = of(BlankError::OtherLanguage { language: "kk" });
            assert!(!other.contains(" kk"), "{other}");
        }
    }

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
