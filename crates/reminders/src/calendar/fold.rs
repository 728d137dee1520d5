//! Folding of long lines. The library lets the last part of a folded line grow to 76 octets, one more than the standard.

/// The most octets of a line without its end (RFC 5545, 3.1).
const MOST: usize = 75;

/// Folds the lines of a calendar anew: none is longer than 75 octets, and no letter is cut.
pub(super) fn folded(calendar: &str) -> String {
    let whole = calendar.replace("\r\n ", "");
    let mut text = String::with_capacity(calendar.len());
    for line in whole.split_terminator("\r\n") {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > MOST {
                text.push_str("\r\n ");
                octets = 1;
            }
            text.push(letter);
            octets += letter.len_utf8();
        }
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_of_75_octets_stays_whole() {
        for (length, lines) in [(75, 1), (76, 2), (149, 2), (150, 3)] {
            let text = folded(&format!("{}\r\n", "a".repeat(length)));
            assert_eq!(text.split_terminator("\r\n").count(), lines, "{length}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_longer_and_nothing_is_lost(words in "[әғқңөұүһі a,;老\\\\]{0,400}") {
            let line = format!("SUMMARY:{words}\r\nEND:VEVENT\r\n");
            let text = folded(&line);
            prop_assert!(text.split("\r\n").all(|part| part.len() <= MOST));
            prop_assert_eq!(text.replace("\r\n ", ""), line);
            prop_assert_eq!(folded(&text), text);
        }
    }
}
