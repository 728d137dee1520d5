//! `qonys-cli schema`.

use qonys_app::Knowledge;
use qonys_app::case_schema;
use qonys_app::output_schemas;
use serde_json::json;

use crate::arguments::SchemaOf;
use crate::arguments::SchemaOptions;
use crate::failure::Failure;

pub(crate) fn run(options: &SchemaOptions) -> Result<String, Failure> {
    let knowledge = Knowledge::built_in()?;
    let case = case_schema(&knowledge);
    let outputs = output_schemas();
    let shown = match options.which {
        Some(SchemaOf::Case) => case,
        Some(SchemaOf::Assess) => outputs["assess"].clone(),
        Some(SchemaOf::Papers) => outputs["papers"].clone(),
        None => json!({ "case": case, "assess": outputs["assess"], "papers": outputs["papers"] }),
    };
    Ok(format!("{shown:#}\n"))
}
