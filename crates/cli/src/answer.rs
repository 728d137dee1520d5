//! An answer with the law by which it was given.

use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::law_used;
use qonys_app::view::ByLaw;
use serde::Serialize;

use crate::failure::Failure;

/// An answer as JSON with the field `law`, or as text whose last line names the law.
pub(crate) fn by_law<T: Serialize>(
    knowledge: &Knowledge,
    lang: Lang,
    json: bool,
    answer: T,
    text: impl FnOnce(&T) -> String,
) -> Result<String, Failure> {
    let law = law_used(knowledge, lang);
    if json {
        let whole = serde_json::to_string_pretty(&ByLaw { law, answer })?;
        return Ok(format!("{whole}\n"));
    }
    Ok(format!("{}{}\n", text(&answer), law.text))
}
