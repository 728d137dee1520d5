//! The words of a name as they are compared.

use crate::letters::Script;
use crate::letters::spellings;
use crate::names::distance;
use crate::names::folded;

/// One letter of so many may differ where a slip of the pen is likelier than another name.
const LETTERS_A_SLIP: usize = 4;

/// One letter of so many may differ where a table lies between two spellings: states differ a little in theirs.
const LETTERS_A_TABLE: usize = 3;

/// Letters of Cyrillic alphabets for which papers in another language print a plain one. A paper that prints Е for Ё is right.
const PLAIN_CYRILLIC: [(char, char); 14] = [
    ('Ё', 'Е'),
    ('Ә', 'А'),
    ('Ғ', 'Г'),
    ('Қ', 'К'),
    ('Ң', 'Н'),
    ('Ө', 'О'),
    ('Ұ', 'У'),
    ('Ү', 'У'),
    ('Һ', 'Х'),
    ('І', 'И'),
    ('Ї', 'И'),
    ('Є', 'Е'),
    ('Ґ', 'Г'),
    ('Ў', 'У'),
];

/// Latin letters with marks: the plain letter, and the letters of the machine-readable lines (ICAO Doc 9303, part 3, section 6) where
/// those are others.
const PLAIN_LATIN: [(&str, &str, &str); 22] = [
    ("ÄÆ", "A", "AE"),
    ("Å", "A", "AA"),
    ("ÀÁÂÃĀĂĄǍ", "A", "A"),
    ("ÇĆĈĊČ", "C", "C"),
    ("ÐĎĐ", "D", "D"),
    ("ÈÉÊËĒĔĖĘĚ", "E", "E"),
    ("ĜĞĠĢ", "G", "G"),
    ("ĤĦ", "H", "H"),
    ("ÌÍÎÏĨĪĬĮİ", "I", "I"),
    ("Ĵ", "J", "J"),
    ("Ķ", "K", "K"),
    ("ĹĻĽĿŁ", "L", "L"),
    ("ÑŃŅŇ", "N", "N"),
    ("ÖØŒ", "O", "OE"),
    ("ÒÓÔÕŌŎŐ", "O", "O"),
    ("ŔŖŘ", "R", "R"),
    ("ŚŜŞŠȘ", "S", "S"),
    ("ŢŤŦÞȚ", "T", "TH"),
    ("Ü", "U", "UE"),
    ("ÙÚÛŨŪŬŮŰŲ", "U", "U"),
    ("ÝŶŸ", "Y", "Y"),
    ("ŹŻŽ", "Z", "Z"),
];

/// A word as it was written, with what it is compared by.
#[derive(Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    script: Script,
    /// Its letters without what makes no difference.
    plain: Vec<char>,
    /// How it may be spelled in Latin letters, each with the tables' differences folded into one.
    latin: Vec<Vec<char>>,
}

impl Word {
    fn new(text: &str) -> Self {
        let script = Script::of(text);
        Self {
            text: text.to_owned(),
            script,
            plain: plain(text, script),
            latin: latin(text, script),
        }
    }

    /// Whether they are the same word; in two scripts, by a table.
    pub(crate) fn same(&self, other: &Self) -> bool {
        if self.script == Script::Cyrillic && other.script == Script::Cyrillic {
            return self.plain == other.plain;
        }
        self.apart(other).0 == 0
    }

    /// Whether so few letters differ that it looks like a slip of the pen.
    pub(crate) fn slip_of(&self, other: &Self) -> bool {
        let (apart, length) = self.apart(other);
        apart * LETTERS_A_SLIP <= length
    }

    /// Whether it may be the same word by another table.
    pub(crate) fn by_some_table(&self, other: &Self) -> bool {
        let (apart, length) = self.apart(other);
        apart * LETTERS_A_TABLE <= length
    }

    /// Whether this is the first letter of the other.
    pub(crate) fn is_initial_of(&self, other: &Self) -> bool {
        let first = |word: &Self| word.plain.first().copied();
        self.script == other.script && self.plain.len() == 1 && first(self) == first(other)
    }

    /// How many letters differ at least, and of how many.
    fn apart(&self, other: &Self) -> (usize, usize) {
        let of = |one: &[char], two: &[char]| (distance(one, two), one.len().max(two.len()));
        if self.script == Script::Cyrillic && other.script == Script::Cyrillic {
            return of(&self.plain, &other.plain);
        }
        self.latin
            .iter()
            .flat_map(|one| other.latin.iter().map(move |two| of(one, two)))
            .min()
            .unwrap_or((1, 0))
    }
}

/// The words of a name. A hyphen divides words, an apostrophe does not.
pub(crate) fn words(name: &str) -> Vec<Word> {
    let whole: String = name
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | 'ʼ' | '`'))
        .collect();
    whole
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(Word::new)
        .collect()
}

/// All letters of some names without what lies between them and makes no difference.
pub(crate) fn joined(names: &[&str]) -> Vec<char> {
    names
        .iter()
        .flat_map(|name| plain(name, Script::of(name)))
        .collect()
}

fn plain(text: &str, script: Script) -> Vec<char> {
    let letters = text.to_uppercase();
    let letters = letters.chars().filter(|letter| letter.is_alphabetic());
    match script {
        Script::Cyrillic => letters
            .map(|letter| {
                let known = PLAIN_CYRILLIC.iter().find(|(from, _)| *from == letter);
                known.map_or(letter, |(_, to)| *to)
            })
            .collect(),
        Script::Latin => without_marks(&letters.collect::<String>(), |(_, plain, _)| plain)
            .chars()
            .collect(),
    }
}

fn latin(text: &str, script: Script) -> Vec<Vec<char>> {
    match script {
        Script::Cyrillic => spellings(text, Script::Cyrillic)
            .iter()
            .map(|one| folded(&one.text))
            .collect(),
        Script::Latin => {
            let large = text.to_uppercase();
            vec![
                folded(&without_marks(&large, |(_, plain, _)| plain)),
                folded(&without_marks(&large, |(_, _, lines)| lines)),
            ]
        }
    }
}

fn without_marks(
    text: &str,
    choose: fn((&str, &'static str, &'static str)) -> &'static str,
) -> String {
    text.chars().fold(String::new(), |mut plain, letter| {
        match PLAIN_LATIN
            .iter()
            .find(|(from, _, _)| from.contains(letter))
        {
            Some(known) => plain.push_str(choose(*known)),
            None => plain.push(letter),
        }
        plain
    })
}
