//! The recovery code: a passphrase made by chance, to be written down on paper.

use std::fmt;

use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::passphrase::Passphrase;

/// Digits and Latin letters without I, L, O and U, which are misread or make words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of the code: five bits of chance each, 160 in all.
const LENGTH: usize = 32;
/// Characters of a group.
const GROUP: usize = 4;

/// A recovery code: eight groups of four characters, 160 bits of chance. Shown to the user once;
/// it is nowhere stored. Wiped when dropped; prints as nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    pub(crate) fn generate() -> Result<Self, VaultError> {
        let mut chance = Zeroizing::new([0_u8; LENGTH]);
        getrandom::fill(chance.as_mut_slice()).map_err(|_| VaultError::NoRandomness)?;
        // 32 divides 256, so every character is equally likely.
        let symbols = chance
            .iter()
            .filter_map(|byte| ALPHABET.get(usize::from(byte % 32)));
        Ok(Self::grouped(symbols.map(|symbol| char::from(*symbol))))
    }

    /// Reads what was typed, forgiving case, blanks, dashes, the usual misreadings (O for 0, I and
    /// L for 1) and Cyrillic letters of the same shape. Nothing if it can't be a recovery code.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut symbols = Zeroizing::new(String::with_capacity(LENGTH));
        for typed in typed.chars().flat_map(char::to_uppercase) {
            if typed.is_whitespace() || is_dash(typed) {
                continue;
            }
            let meant = meant_by(typed);
            if symbols.len() == LENGTH || !u8::try_from(meant).is_ok_and(|b| ALPHABET.contains(&b))
            {
                return None;
            }
            symbols.push(meant);
        }
        (symbols.len() == LENGTH).then(|| Self::grouped(symbols.chars()))
    }

    /// The code for showing and printing, in groups joined by dashes. This very text is the
    /// passphrase of the recovery file for the `age` tool.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(crate) fn passphrase(&self) -> Passphrase {
        Passphrase::new(self.0.as_str().to_owned())
    }

    fn grouped(symbols: impl Iterator<Item = char>) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (place, symbol) in symbols.enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(symbol);
        }
        Self(text)
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RecoveryCode")
    }
}

fn is_dash(typed: char) -> bool {
    matches!(
        typed,
        '-' | '_' | '.' | ',' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}'
    )
}

/// The character of the code that a capital letter stands for.
fn meant_by(typed: char) -> char {
    match typed {
        'O' | 'О' | 'Ө' => '0',
        'I' | 'L' | 'І' | 'Ӏ' => '1',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'Ј' => 'J',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Ѕ' => 'S',
        'Т' => 'T',
        'Х' => 'X',
        'У' | 'Ү' => 'Y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_code_has_eight_readable_groups() {
        let code = RecoveryCode::generate().unwrap();
        let groups: Vec<_> = code.reveal().split('-').collect();
        assert_eq!(groups.len(), 8);
        assert!(groups.iter().all(|group| {
            group.len() == 4 && group.bytes().all(|byte| ALPHABET.contains(&byte))
        }));
    }

    #[test]
    fn codes_differ_and_use_the_whole_alphabet() {
        let codes: Vec<_> = (0..64).map(|_| RecoveryCode::generate().unwrap()).collect();
        let texts: BTreeSet<_> = codes.iter().map(|code| code.reveal().to_owned()).collect();
        assert_eq!(texts.len(), 64);
        let used: BTreeSet<_> = texts.iter().flat_map(|text| text.bytes()).collect();
        // 2048 draws leave one of 32 symbols out with a chance below 1e-26.
        assert_eq!(used.len(), 33);
    }

    #[test]
    fn sloppy_typing_is_understood() {
        let code = RecoveryCode::parse("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ").unwrap();
        for typed in [
            "0123456789abcdefghjkmnpqrstvwxyz",
            " 0123 4567 89ab cdef ghjk mnpq rstv wxyz \n",
            "o123–4567—89aB‑CdeF GHJK.MNPQ,RSTV_WXYZ",
            "OI23-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ",
            "Ol23-4567-89АВ-СDЕF-GНЈК-МNРQ-RЅТV-WХУZ",
            "оі23-4567-89ав-сdеf-gнјк-мnрq-rѕтv-wхуz",
        ] {
            assert!(RecoveryCode::parse(typed) == Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn other_texts_are_no_code() {
        for typed in [
            "",
            "0123",
            "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXY",
            "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ0",
            "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXY!",
            "U123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ",
        ] {
            assert!(RecoveryCode::parse(typed).is_none(), "{typed}");
        }
    }
}
