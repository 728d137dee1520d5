//! `qonys-cli schema`.

use qonys_app::case_schema;
use qonys_app::output_schemas;
use qonys_app::trips_schema;
use serde_json::json;

use crate::arguments::SchemaOf;
use crate::arguments::SchemaOptions;
use crate::failure::Failure;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &SchemaOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let case = case_schema(&knowledge);
    let outputs = output_schemas();
    let shown = match options.which {
        Some(SchemaOf::Case) => case,
        Some(SchemaOf::Assess) => outputs["assess"].clone(),
        Some(SchemaOf::Agenda) => outputs["agenda"].clone(),
        Some(SchemaOf::Papers) => outputs["papers"].clone(),
        Some(SchemaOf::Photo) => outputs["photo"].clone(),
        Some(SchemaOf::Days) => outputs["days"].clone(),
        Some(SchemaOf::Window) => outputs["window"].clone(),
        Some(SchemaOf::Receipt) => outputs["receipt"].clone(),
        Some(SchemaOf::Trips) => trips_schema(&knowledge),
        Some(SchemaOf::Stay) => outputs["stay"].clone(),
        Some(SchemaOf::LawShow) => outputs["law_show"].clone(),
        Some(SchemaOf::LawList) => outputs["law_list"].clone(),
        Some(SchemaOf::LawDiff) => outputs["law_diff"].clone(),
        Some(SchemaOf::LawLint) => outputs["law_lint"].clone(),
        None => {
            let mut all = json!({ "case": case, "trips": trips_schema(&knowledge) });
            for (name, schema) in outputs.as_object().into_iter().flatten() {
                all[name] = schema.clone();
            }
            all
        }
    };
    Ok(format!("{shown:#}\n"))
}
