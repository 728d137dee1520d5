//! Names that somebody may have meant.

/// More than this many names help nobody.
const MOST: usize = 5;

/// A name of so few letters is in many others by chance.
const LETTERS: usize = 3;

/// The names most like a wrong one, each once: first those that contain it, then those with the fewest different letters.
pub(super) fn to<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut known: Vec<&str> = names.collect();
    known.sort_unstable();
    known.dedup();
    let plain = |name: &str| name.to_lowercase().replace('_', "-");
    let wrong = plain(wrong);
    let mut scored: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let other = plain(name);
            let contains = wrong.len() > 2
                && (other.contains(&wrong)
                    || (other.len() > LETTERS && wrong.contains(other.as_str())));
            let apart = if contains {
                0
            } else {
                // One word of the name may be all that somebody remembers.
                let word = other
                    .split(['-', '.', ':', '/'])
                    .filter(|word| word.len() > LETTERS)
                    .map(|word| distance(&wrong, word) + 1)
                    .min();
                distance(&wrong, &other).min(word.unwrap_or(usize::MAX))
            };
            // More than half of the letters different is another name.
            (contains || apart * 2 <= wrong.chars().count()).then_some((apart, name))
        })
        .collect();
    scored.sort_by_key(|(apart, name)| (*apart, name.len()));
    scored
        .into_iter()
        .take(MOST)
        .map(|(_, name)| name)
        .collect()
}

/// How many letters have to be put in, left out or changed (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let changed = row[j] + usize::from(letter != *other);
            next.push(changed.min(row[j + 1] + 1).min(next[j] + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let names = ["mci", "ground-14-1", "ground-14", "residence_permit"];
        assert_eq!(
            to("residense_permit", names.into_iter()),
            ["residence_permit"]
        );
        assert_eq!(
            to("ground_14", names.into_iter()),
            ["ground-14", "ground-14-1"]
        );
        assert_eq!(to("residense", names.into_iter()), ["residence_permit"]);
        assert_eq!(to("weather", names.into_iter()), Vec::<&str>::new());
    }

    #[test]
    fn letters_apart_are_counted() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
