//! The language of the system, for the one message that has no agenda to take it from.

use qonys_reminders::Lang;

/// What the system says of its language, the strongest word first.
const NAMES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the system, as far as this program speaks it.
#[expect(
    clippy::disallowed_methods,
    reason = "the language of the system is known to the surroundings alone"
)]
pub(crate) fn of_the_system() -> Lang {
    let said = NAMES
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|said| !said.is_empty());
    spoken(said.as_deref())
}

/// Kazakh where the system says nothing, as everywhere in the program; English for a language that it does not speak.
fn spoken(said: Option<&str>) -> Lang {
    let said = said.unwrap_or_default();
    let code = said.split(['_', '.', '@']).next().unwrap_or_default();
    match code {
        "" | "C" | "POSIX" => Lang::Kk,
        code => code.parse().unwrap_or(Lang::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_says_its_language_with_a_country() {
        for (said, lang) in [
            (Some("ru_KZ.UTF-8"), Lang::Ru),
            (Some("kk_KZ"), Lang::Kk),
            (Some("en"), Lang::En),
            (Some("de_DE.UTF-8"), Lang::En),
            (Some("C.UTF-8"), Lang::Kk),
            (None, Lang::Kk),
        ] {
            assert_eq!(spoken(said), lang, "{said:?}");
        }
    }
}
