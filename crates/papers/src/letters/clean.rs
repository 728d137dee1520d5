//! Pasted text brings along characters that nobody sees; they are no part of an answer.

/// The text without invisible characters, with plain spaces and line ends, trimmed.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{0B}' | '\u{0C}' => out.push('\n'),
            '\t' => out.push(' '),
            // Soft hyphen, zero-width marks, direction marks, byte order mark.
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{FEFF}' => {}
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_what_cannot_be_seen_is_dropped() {
        assert_eq!(
            clean(" Ал\u{AD}маты\u{200B},\tҚаскелең\r\n12 "),
            "Алматы, Қаскелең\n12"
        );
    }
}
