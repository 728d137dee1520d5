//! Whether a Latin and a Cyrillic spelling can be the same name.

use crate::letters::Script;
use crate::letters::spellings;

/// What is doubtful about two spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameDoubt {
    /// No usual table leads from one to the other: one of them may be mistyped, or they are different names.
    FarApart,
    /// They have another number of words: a second given name or a patronymic stands in one of them only.
    WordsDiffer,
}

/// A spelling may differ from that of a table in one letter of so many.
const LETTERS_A_DIFFERENCE: usize = 3;

/// Whether the two can be the same name. Tables differ a little from state to state, so what is only a little apart is not
/// questioned.
#[must_use]
pub fn name_doubt(latin: &str, cyrillic: &str) -> Option<NameDoubt> {
    let wanted = folded(latin);
    if wanted.is_empty() || folded(cyrillic).is_empty() && cyrillic.trim().is_empty() {
        return None;
    }
    let nearest = spellings(cyrillic, Script::Cyrillic)
        .iter()
        .map(|one| folded(&one.text))
        .map(|tried| (distance(&wanted, &tried), wanted.len().max(tried.len())))
        .min();
    let far = nearest.is_none_or(|(apart, length)| apart * LETTERS_A_DIFFERENCE > length);
    if !far {
        return None;
    }
    if words(latin) == words(cyrillic) {
        Some(NameDoubt::FarApart)
    } else {
        Some(NameDoubt::WordsDiffer)
    }
}

fn words(name: &str) -> usize {
    name.split([' ', '-'])
        .filter(|word| !word.is_empty())
        .count()
}

/// What the tables spell one way or the other is made one: groups of letters for one sound, doubled letters, marks.
pub(crate) fn folded(name: &str) -> Vec<char> {
    const SAME: &[(&str, &str)] = &[
        ("SHCH", "S"),
        ("TCH", "C"),
        ("SCH", "S"),
        ("DZH", "J"),
        ("ZH", "J"),
        ("SH", "S"),
        ("CH", "C"),
        ("KH", "H"),
        ("TS", "C"),
        ("PH", "F"),
        ("OU", "U"),
        ("CK", "K"),
        ("X", "KS"),
        ("Q", "K"),
        ("W", "V"),
        ("Y", "I"),
        ("Z", "Z"),
    ];
    let mut text: String = name
        .to_uppercase()
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect();
    for (many, one) in SAME {
        text = text.replace(many, one);
    }
    let mut letters: Vec<char> = text.chars().collect();
    letters.dedup();
    letters
}

/// How many letters have to be changed, added or left out.
pub(crate) fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut before = i;
        let mut next = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or(usize::MAX - 1);
            let left = next.last().copied().unwrap_or(usize::MAX - 1);
            next.push((before + usize::from(a != b)).min(above + 1).min(left + 1));
            before = above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_spellings_are_not_questioned() {
        for (latin, cyrillic) in [
            ("SOKOLOV", "Соколов"),
            ("ANDREI", "Андрей"),
            ("ANDREY", "Андрей"),
            ("IULIIA", "Юлия"),
            ("YULIA", "Юлия"),
            ("TATIANA", "Татьяна"),
            ("SHCHERBAKOV", "Щербаков"),
            ("TCHAIKOVSKI", "Чайковский"),
            ("HASSAN", "Хасан"),
            ("NURLANKYZY", "Нұрланқызы"),
            ("MUELLER", "Мюллер"),
            ("", "Соколов"),
            ("SOKOLOV", ""),
        ] {
            assert_eq!(name_doubt(latin, cyrillic), None, "{latin} {cyrillic}");
        }
    }

    #[test]
    fn other_names_and_swapped_ones_are_questioned() {
        for (latin, cyrillic) in [("SOKOLOV", "Андрей"), ("IVANOVA", "Петрова"), ("LI", "Ким")]
        {
            assert_eq!(
                name_doubt(latin, cyrillic),
                Some(NameDoubt::FarApart),
                "{latin} {cyrillic}"
            );
        }
        assert_eq!(
            name_doubt("ANDREI VIKTOROVICH", "Андрей"),
            Some(NameDoubt::WordsDiffer),
            "a patronymic in one of them"
        );
    }
}
