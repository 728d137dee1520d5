//! `qonys-cli papers`.

use qonys_app::Knowledge;
use qonys_app::fill_questionnaire;
use serde_json::json;

use crate::arguments::PaperForm;
use crate::arguments::PapersOptions;
use crate::failure::Failure;
use crate::input;

pub(crate) fn run(options: &PapersOptions) -> Result<String, Failure> {
    let knowledge = Knowledge::built_in()?;
    let case = input::case(&knowledge, &options.case)?;
    let paper = match options.form {
        PaperForm::Questionnaire => {
            fill_questionnaire(&knowledge, &case, options.lang.into(), options.on)?
        }
    };
    let path = paper.write_into(&options.out)?;
    let answer = json!({ "file": path.display().to_string(), "notes": paper.notes });
    Ok(format!("{answer:#}\n"))
}
