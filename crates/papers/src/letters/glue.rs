//! Which spaces a line is not broken at: within a date, a sum, a number with its unit, after №, between initials and a
//! surname, before a dash. The text itself keeps its plain spaces.

/// A longer word after a number is text of its own.
const UNIT_AT_MOST: usize = 12;

/// Words that hang on what follows them, in addresses and in references to acts.
const BEFORE: [&str; 19] = [
    "г.",
    "ул.",
    "пр.",
    "пер.",
    "д.",
    "кв.",
    "стр.",
    "обл.",
    "с.",
    "пос.",
    "ст.",
    "п.",
    "пп.",
    "подп.",
    "ч.",
    "им.",
    "т.",
    "№",
    "×",
];

/// Prepositions of one letter: at the end of a line they are lost.
const PREPOSITIONS: [&str; 5] = ["в", "к", "о", "с", "у"];

/// Words that hang on what stands before them.
const AFTER: [&str; 5] = ["–", "—", "×", "₸", "қ."];

/// Whether a word and the next one stay on one line. `before` is the word before them.
pub(super) fn stays(before: Option<&str>, word: &str, next: &str) -> bool {
    let (word, bare_next) = (opened(word), closed(opened(next)));
    if AFTER.contains(&bare_next) {
        return true;
    }
    let year_ends = before.is_some_and(|before| number(opened(before)));
    if BEFORE.contains(&word) {
        // "2026 г. Омск" ends with the year, "г. Омск" is a town.
        let year = word == "г." && year_ends;
        return !year && opened(next).starts_with(|c: char| c.is_alphanumeric() || c == '№');
    }
    if PREPOSITIONS.contains(&word) {
        return opened(next).starts_with(char::is_alphanumeric);
    }
    if initial(word) {
        return opened(next).starts_with(char::is_uppercase);
    }
    if initial(bare_next) || initial(opened(next)) {
        return word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    }
    if number(word) {
        // The number of something, as in "№ 75" and "5)", counts nothing: what follows it is text of its own.
        let counts = !word.ends_with(')') && before.is_none_or(|before| opened(before) != "№");
        return (counts && unit(bare_next))
            || english_month(word, bare_next)
            || digits(bare_next)
            || next.starts_with('(');
    }
    if let Some(code) = word.strip_prefix('+') {
        return digits(code) && opened(next).starts_with(|c: char| c.is_ascii_digit());
    }
    // "30 ноября" + "2026", "2026 жылғы" + "30".
    year_ends && word.chars().all(|c| c.is_alphabetic() || c == '.') && number(bare_next)
}

/// Without what opens a quotation or a bracket.
fn opened(word: &str) -> &str {
    word.trim_start_matches(['(', '«', '„', '“'])
}

/// Without what closes a sentence or a part of it.
fn closed(word: &str) -> &str {
    let bare = word.trim_end_matches([',', ';', ':', ')', '»', '”', '“']);
    if AFTER.contains(&bare) {
        bare
    } else {
        bare.trim_end_matches('.')
    }
}

/// `4`, `325,00`, `30»`, `4)`.
fn number(word: &str) -> bool {
    let bare = word.trim_end_matches(['»', '”', ')']);
    bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.ends_with(|c: char| c.is_ascii_digit())
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '.')
        && bare.len() < 11
}

/// The next digits of a long number or of a telephone: `300`, `325,00`, `02`, `000-00-00`.
fn digits(word: &str) -> bool {
    let rest = |c: char| c.is_ascii_digit() || c == '-' || c == ',' || c == '.';
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(rest)
}

/// `30` and `November`: English writes its months with a capital letter.
fn english_month(day: &str, word: &str) -> bool {
    let mut letters = word.chars();
    day.len() <= 2
        && letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.as_str().chars().all(|c| c.is_ascii_lowercase())
        && (2..UNIT_AT_MOST).contains(&word.len())
}

/// A word that says of what there are so many, or the month of a day.
fn unit(word: &str) -> bool {
    !word.is_empty()
        && word.chars().count() <= UNIT_AT_MOST
        && (word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase))
}

/// `А.`
fn initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
}

#[cfg(test)]
mod tests {
    use super::stays;

    /// The text with every space that holds shown as `~`.
    fn shown(text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut out = String::new();
        for (index, word) in words.iter().enumerate() {
            out.push_str(word);
            if let Some(next) = words.get(index + 1) {
                let before = index.checked_sub(1).and_then(|at| words.get(at).copied());
                out.push(if stays(before, word, next) { '~' } else { ' ' });
            }
        }
        out
    }

    #[test]
    fn what_belongs_together_stays_together() {
        for held in [
            "до 30~ноября~2026~г. включительно",
            "с~«30»~ноября~2026~г. по месту",
            "2026~жылғы~30~қараша күні",
            "2026~ж.~30~қараша күнінен",
            "сумма 17~300~тенге и 865,00~₸ за карту",
            "расчёт 4~×~4~325,00~₸",
            "паспорт №~75 выдан",
            "Соколов~А.~В. и Белова",
            "Россия, г.~Омск, ул.~Мира, д.~9, кв.~15",
            "Налоговый кодекс, подп.~5) ст.~666",
            "Алматы~қ., Пушкин көшесі, 27-үй",
            "срок~– 45~дней",
            "не менее 180~(ста восьмидесяти) дней",
            "живу с~братом (в~паспорте: SOKOLOV)",
            "050010, Республика Казахстан",
            "from 1~January~2027, or 26~October~2026.",
            "телефон +7~702~000~00~02.",
            "телефон +7~(701)~000-00-00.",
            "31 декабря. Он".replace("31 ", "31~").as_str(),
        ] {
            assert_eq!(shown(&held.replace('~', " ")), held);
        }
    }
}
