//! The check digit of machine-readable lines: ICAO Doc 9303, part 3, section 4.9.

/// The weights, over and over again.
const WEIGHTS: [u32; 3] = [7, 3, 1];

/// What a character counts: a digit itself, A to Z ten to thirty-five, the filler nothing.
fn worth(character: char) -> u32 {
    match character {
        '0'..='9' => u32::from(character) - u32::from('0'),
        'A'..='Z' => u32::from(character) - u32::from('A') + 10,
        _ => 0,
    }
}

/// The check digit of some characters.
pub(crate) fn check_digit(characters: &str) -> char {
    let sum: u32 = characters
        .chars()
        .zip(WEIGHTS.iter().cycle())
        .map(|(character, weight)| worth(character) * weight)
        .sum();
    char::from_digit(sum % 10, 10).unwrap_or('0')
}

/// Whether a check digit is that of the characters. A filler stands for nought where the whole field is empty.
pub(crate) fn holds(characters: &str, digit: char) -> bool {
    let empty = characters.chars().all(|character| character == '<');
    check_digit(characters) == digit || (empty && digit == '<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        assert_eq!(
            check_digit("520727"),
            '3',
            "Doc 9303-3, section 4.9, example 1"
        );
        assert_eq!(check_digit("AB2134<<<"), '5', "example 2");
        assert_eq!(
            check_digit("HA672242<658022549601086<<<<<<<<<<<<<<0"),
            '8',
            "the last digit of all, over three parts of the second line"
        );
    }

    #[test]
    fn an_empty_field_may_have_a_filler_for_its_digit() {
        assert!(holds("<<<<<<<<<<<<<<", '<'));
        assert!(holds("<<<<<<<<<<<<<<", '0'));
        assert!(!holds("L898902C3", '<'));
    }
}
