//! Sums of money as people write them.

/// More digits than any sum of a case.
const MOST_DIGITS: usize = 15;

/// The tiyn of a sum in tenge; none when it is no sum, or when it could be read in two ways.
///
/// Spaces of every kind group the digits, so do commas between groups of three. The tiyn stand after a point or
/// a comma and have one or two digits. Nothing is rounded.
pub(crate) fn tiyn_of(text: &str) -> Option<i64> {
    let plain: String = text
        .trim()
        .trim_end_matches('₸')
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let (tenge, rest) = match (plain.rfind('.'), plain.rfind(',')) {
        (Some(point), _) => (plain.get(..point)?, plain.get(point + 1..)?),
        (None, Some(comma)) if plain.len() - comma <= 3 => {
            (plain.get(..comma)?, plain.get(comma + 1..)?)
        }
        (None, Some(_) | None) => (plain.as_str(), "0"),
    };
    if rest.is_empty() || rest.len() > 2 || !digits(rest) {
        return None;
    }
    let hundredths = rest.parse::<i64>().ok()?;
    let tiyn = if rest.len() == 1 {
        hundredths.checked_mul(10)?
    } else {
        hundredths
    };
    ungrouped(tenge)?.checked_mul(100)?.checked_add(tiyn)
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_ascii_digit())
}

/// A whole number whose digits may stand in groups of three between commas.
fn ungrouped(text: &str) -> Option<i64> {
    let groups: Vec<&str> = text.split(',').collect();
    let (first, others) = groups.split_first()?;
    let grouped = others.is_empty() || first.len() <= 3;
    if !digits(first) || !grouped || !others.iter().all(|g| g.len() == 3 && digits(g)) {
        return None;
    }
    let joined = groups.concat();
    if joined.len() > MOST_DIGITS {
        return None;
    }
    joined.parse().ok()
}

/// A sum as a case file holds it: tenge, a point and two digits of tiyn.
pub(crate) fn plain_money(tiyn: i64) -> String {
    rust_decimal::Decimal::new(tiyn, 2).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_as_people_write_it() {
        for text in [
            "17300",
            "17300.00",
            "17300,0",
            "17 300",
            "17\u{a0}300,00\u{a0}₸",
            "17,300.00 ₸",
            "17,300",
        ] {
            assert_eq!(tiyn_of(text), Some(1_730_000), "{text}");
        }
        assert_eq!(tiyn_of("612,60"), Some(61_260));
        assert_eq!(tiyn_of("0.05"), Some(5));
        assert_eq!(tiyn_of("5,709,000"), Some(570_900_000));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_not_read() {
        for text in [
            "",
            "-1",
            "17.300",
            "17.300.00",
            "1,73,00",
            "1234,567",
            "12e3",
            "100.005",
            ",50",
            "17300.",
            "9999999999999999",
        ] {
            assert_eq!(tiyn_of(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for tiyn in [0, 5, 61_260, 1_730_000, 570_900_000] {
            assert_eq!(tiyn_of(&plain_money(tiyn)), Some(tiyn));
        }
    }
}
