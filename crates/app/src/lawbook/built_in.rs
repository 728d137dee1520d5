//! The pack that is built in, record by record, and any other pack beside the interview that is built in.

use chrono::NaiveDate;
use qonys_law::Lawbook;
use qonys_law::LintFiles;
use qonys_law::LintFinding;
use qonys_law::Severity;
use qonys_law::due;
use qonys_law::lint;
use qonys_texts::Lang;

use crate::error::AppError;
use crate::knowledge::Knowledge;
use crate::law_pack::law_used;
use crate::view::LintFindingView;
use crate::view::LintView;

/// A file of a pack: its name and its text.
type PackText<'a> = (&'a str, &'a str);

/// All records of the law pack and the interview that are built in.
///
/// # Errors
/// When a file cannot be read; the tests of every build rule that out.
pub fn built_in_lawbook() -> Result<Lawbook, AppError> {
    let law = Knowledge::built_in_law()?;
    let law: Vec<PackText<'_>> = law
        .iter()
        .map(|(name, text)| (name.as_str(), *text))
        .collect();
    lawbook_of(&law)
}

/// All records of the law and the interview that are known.
///
/// # Errors
/// When a file cannot be read; loading them ruled that out.
pub fn lawbook_in_use(knowledge: &Knowledge) -> Result<Lawbook, AppError> {
    Lawbook::read(knowledge.law_files().chain(knowledge.interview_files())).map_err(AppError::Pack)
}

/// All records of a law pack and of the interview that is built in.
///
/// # Errors
/// When a file is no TOML, with its line.
pub fn lawbook_of(law: &[PackText<'_>]) -> Result<Lawbook, AppError> {
    let interview = Knowledge::built_in_interview()?;
    let interview = interview.iter().map(|(name, text)| (name.as_str(), *text));
    Lawbook::read(law.iter().copied().chain(interview)).map_err(AppError::Pack)
}

/// Looks for faults in a law pack, or in the one that is built in, which is named in a language; with a day also for what is to be read
/// again by then.
///
/// # Errors
/// When the interview or the forms that are built in cannot be read.
pub fn law_lint(
    law: Option<&[PackText<'_>]>,
    today: Option<NaiveDate>,
    lang: Lang,
) -> Result<LintView, AppError> {
    // A pack that is built in and cannot be loaded has faults to tell; then they are told without its name.
    let named = match law {
        Some(_) => None,
        None => Knowledge::built_in()
            .ok()
            .map(|knowledge| law_used(&knowledge, lang)),
    };
    let (own, interview, forms) = (
        Knowledge::built_in_law()?,
        Knowledge::built_in_interview()?,
        Knowledge::built_in_forms()?,
    );
    let (own, interview, forms) = (borrowed(&own), borrowed(&interview), borrowed(&forms));
    let law = law.unwrap_or(&own);
    let mut found = lint(&LintFiles {
        law,
        interview: &interview,
        forms: &forms,
    });
    if let (Some(today), Ok(book)) = (today, Lawbook::read(law.iter().copied())) {
        found.extend(due(&book, today));
    }
    let of = |severity| {
        found
            .iter()
            .filter(|finding| finding.rule.severity() == severity)
            .map(view)
            .collect()
    };
    Ok(LintView {
        law: named,
        faults: of(Severity::Fault),
        notices: of(Severity::Notice),
    })
}

fn borrowed<'a>(files: &'a [(String, &'static str)]) -> Vec<PackText<'a>> {
    files
        .iter()
        .map(|(name, text)| (name.as_str(), *text))
        .collect()
}

fn view(finding: &LintFinding) -> LintFindingView {
    LintFindingView {
        rule: finding.rule.code().to_owned(),
        file: finding.file.clone(),
        line: finding.line,
        record: finding.record.clone(),
        problem: finding.problem.clone(),
        text: finding.to_string(),
    }
}
