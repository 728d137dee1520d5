//! What a user types to open a vault.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::error::VaultError;

/// The least length of a passphrase for a new vault, in characters.
const LEAST: usize = 8;

/// A passphrase or a typed recovery code. Wiped when dropped; prints as nothing.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes over what was typed, unchanged: blanks at its ends count.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// What a new vault or backup is sealed with: letters composed as most keyboards compose them.
    pub(crate) fn for_sealing(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.nfc().collect())
    }

    /// What may have been meant, each once: composed, as it was typed, taken apart.
    pub(crate) fn readings(&self) -> Vec<Zeroizing<String>> {
        let mut readings = vec![self.for_sealing()];
        for other in [self.0.clone(), Zeroizing::new(self.0.nfd().collect())] {
            if !readings.contains(&other) {
                readings.push(other);
            }
        }
        readings
    }

    /// Whether it may guard a new vault.
    pub(crate) fn long_enough(&self) -> Result<(), VaultError> {
        // Spaces around the words keep nobody out.
        if self.0.trim().chars().count() < LEAST {
            return Err(VaultError::PassphraseTooShort { least: LEAST });
        }
        Ok(())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(typed: &str) -> Vec<String> {
        let typed = Passphrase::new(typed.to_owned());
        let readings = typed.readings();
        readings.iter().map(|one| one.to_string()).collect()
    }

    #[test]
    fn letters_that_look_alike_are_one_passphrase() {
        let (composed, apart) = ("жай\u{439}", "жаи\u{306}и\u{306}");
        assert_eq!(readings(composed), ["жайй", "жаи\u{306}и\u{306}"]);
        assert_eq!(readings(apart), ["жайй", "жаи\u{306}и\u{306}"]);
        assert_eq!(readings("tas kol 7"), ["tas kol 7"]);
        assert_eq!(readings("әңғүұқөһі"), ["әңғүұқөһі"]);
    }

    #[test]
    fn what_was_typed_half_and_half_is_tried_too() {
        assert_eq!(readings("йи\u{306}").len(), 3);
    }

    #[test]
    fn spaces_alone_guard_nothing() {
        let guards = |typed: &str| Passphrase::new(typed.to_owned()).long_enough().is_ok();
        assert!(!guards("        "));
        assert!(!guards(" 1234567 "));
        assert!(guards("12345678"));
        assert!(guards("а б в г д"));
    }
}
