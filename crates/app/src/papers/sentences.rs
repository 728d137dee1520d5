//! Phrases one after the other in one cell, each ended: run together they read as one that makes no sense.

/// What ends a sentence.
const ENDS: [char; 4] = ['.', '!', '?', '…'];

/// The phrases as sentences, each with its end, in their order.
pub(super) fn sentences<'a>(phrases: impl IntoIterator<Item = &'a str>) -> String {
    let said: Vec<String> = phrases
        .into_iter()
        .map(str::trim_end)
        .filter(|phrase| !phrase.is_empty())
        .map(ended)
        .collect();
    said.join(" ")
}

fn ended(phrase: &str) -> String {
    // A question in quotation marks that ends the sentence takes no stop of its own.
    let quoted = phrase.trim_end_matches(['»', '”']);
    if phrase.ends_with(ENDS) || quoted.ends_with(['!', '?', '…']) {
        phrase.to_owned()
    } else {
        format!("{phrase}.")
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn each_phrase_ends_before_the_next_begins() {
        for (phrases, said) in [
            (
                &["Не решено", "Жауап жоқ: Балалар"][..],
                "Не решено. Жауап жоқ: Балалар.",
            ),
            (&["до 30 ноября 2026 г.", "Да!"], "до 30 ноября 2026 г. Да!"),
            (&["ответ на «Когда?»", "", "нет"], "ответ на «Когда?» нет."),
            (&[], ""),
        ] {
            assert_eq!(sentences(phrases.iter().copied()), said);
        }
    }
}
