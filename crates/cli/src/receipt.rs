//! `qonys-cli receipt`.

use qonys_app::Knowledge;
use qonys_app::receipt;

use crate::arguments::ReceiptOptions;
use crate::failure::Failure;
use crate::input;

pub(crate) fn run(options: &ReceiptOptions) -> Result<String, Failure> {
    let knowledge = Knowledge::built_in()?;
    let (case, filing) = input::planned(&knowledge, &options.plan)?;
    let made = receipt(
        &knowledge,
        &case,
        options.plan.today.unwrap_or(filing),
        options.with_answers,
    )?;
    Ok(format!("{made:#}\n"))
}
