//! What is proved of every paper.

use qonys_papers::{Placed, PlacedKind};

use super::poppler::Word;

/// Rounding of the reader's figures.
const SLACK: i64 = 120;

/// Every placed text stands in its place, whole and alone. Returns what is wrong.
pub fn misplaced(words: &[Word], placed: &[Placed]) -> Vec<String> {
    let mut wrong = Vec::new();
    for one in placed {
        let (left, top) = (one.area.x.in_micrometres(), one.area.y.in_micrometres());
        let (right, bottom) = (
            one.area.right().in_micrometres(),
            one.area.bottom().in_micrometres(),
        );
        let mut inside: Vec<&Word> = words
            .iter()
            .filter(|word| {
                word.page == one.page
                    && word.left < right - SLACK
                    && word.right > left + SLACK
                    && word.top < bottom - SLACK
                    && word.bottom > top + SLACK
            })
            .collect();
        for word in &inside {
            if word.left < left - SLACK
                || word.right > right + SLACK
                || word.top < top - SLACK
                || word.bottom > bottom + SLACK
            {
                wrong.push(format!("{}: {} leaves its box", one.place, word.text));
            }
        }
        inside.sort_by_key(|word| (word.top, word.left));
        let found: String = inside
            .iter()
            .flat_map(|word| word.text.split_whitespace())
            .collect();
        let expected: String = match one.kind {
            PlacedKind::Text | PlacedKind::None | PlacedKind::Reference => one.text.as_str(),
            PlacedKind::Tick | PlacedKind::Photo => "",
        }
        .split_whitespace()
        .collect();
        // A word that is wider than its column is broken with a hyphen.
        if found != expected && found.replace('-', "") != expected.replace('-', "") {
            wrong.push(format!(
                "{}: found {found:?}, expected {expected:?}",
                one.place
            ));
        }
    }
    wrong
}

/// Pairs of words that lie over each other. The boxes that the reader gives are as high as the
/// font, so lines that follow each other share a little.
pub fn colliding(words: &[Word]) -> Vec<String> {
    let mut pairs = Vec::new();
    for (index, one) in words.iter().enumerate() {
        for other in &words[index + 1..] {
            let wide = one.right.min(other.right) - one.left.max(other.left);
            let high = one.bottom.min(other.bottom) - one.top.max(other.top);
            let lower = (one.bottom - one.top).min(other.bottom - other.top);
            if one.page == other.page && wide > SLACK && high * 100 > lower * 15 {
                pairs.push(format!("page {}: {} / {}", one.page, one.text, other.text));
            }
        }
    }
    pairs
}
