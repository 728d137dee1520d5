//! Where a word that is wider than its line is broken: before a consonant with its vowel, as both Russian and Kazakh do.

const VOWELS: &str = "аәеёиоөуұүыіэюяaeiouy";

/// Letters that never begin a line.
const NEVER_FIRST: &str = "ьъй";

/// At least so many letters stay before and after.
const LETTERS: usize = 2;

/// The places, in bytes, where a word may be broken; none for what is not made of letters only.
pub(super) fn breaks_of(word: &str) -> Vec<usize> {
    let letters: Vec<(usize, char)> = word
        .char_indices()
        .map(|(at, c)| (at, c.to_lowercase().next().unwrap_or(c)))
        .collect();
    let end = letters
        .iter()
        .rposition(|(_, c)| c.is_alphabetic())
        .map_or(0, |last| last + 1);
    let begin = letters
        .iter()
        .position(|(_, c)| c.is_alphabetic())
        .unwrap_or(end);
    let core = &letters[begin..end];
    if !core.iter().all(|(_, c)| c.is_alphabetic()) {
        return Vec::new();
    }
    let vowel = |c: &char| VOWELS.contains(*c);
    let mut found = Vec::new();
    for at in LETTERS..core.len().saturating_sub(LETTERS - 1) {
        let (Some((byte, first)), Some((_, second))) = (core.get(at), core.get(at + 1)) else {
            continue;
        };
        let before = core.iter().take(at).any(|(_, c)| vowel(c));
        if before && !vowel(first) && vowel(second) && !NEVER_FIRST.contains(*first) {
            found.push(*byte);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::breaks_of;

    fn shown(word: &str) -> String {
        let breaks = breaks_of(word);
        word.char_indices()
            .map(|(at, c)| {
                if breaks.contains(&at) {
                    format!("-{c}")
                } else {
                    c.to_string()
                }
            })
            .collect()
    }

    #[test]
    fn a_word_is_broken_between_syllables() {
        for held in [
            "элект-роэ-нер-ге-ти-чес-кие",
            "аза-мат-ты-ғы-ңыз",
            "«ин-же-нер»,",
            "подъезд",
            "объяс-не-ние",
            "ABC12345",
            "ян",
        ] {
            assert_eq!(shown(&held.replace('-', "")), held);
        }
    }
}
