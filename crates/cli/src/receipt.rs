//! `qonys-cli receipt`.

use qonys_app::receipt;

use crate::arguments::ReceiptOptions;
use crate::failure::Failure;
use crate::input;
use crate::which_law::WhichLaw;

pub(crate) fn run(options: &ReceiptOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let (case, filing) = input::planned(&knowledge, &options.plan)?;
    let made = receipt(
        &knowledge,
        &case,
        options.plan.today.unwrap_or(filing),
        options.with_answers,
    )?;
    Ok(format!("{made:#}\n"))
}
