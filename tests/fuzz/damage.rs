//! Inputs made of seeds: bytes changed, cut, repeated, and put from one seed into another.

/// Words that the readers know.
const WORDS: &[&str] = &[
    "\"",
    "{",
    "}",
    "[",
    "]",
    "[[",
    "]]",
    "=",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "0000-00-00",
    "9999-12-31",
    "2026-02-30",
    "\u{0}",
    "\\ud800",
    "Ә",
    "\u{feff}",
    "id",
    "from",
    "until",
    "absent",
    "when",
    "all",
    "any",
    "not",
    "exists",
    "complete",
    "records",
    "18446744073709551616",
    "0.0000000001",
];

/// Larger inputs only take longer.
const LONGEST: usize = 24 * 1024;

/// A source of damaged inputs; the same in every run.
pub(crate) struct Damage {
    seeds: Vec<Vec<u8>>,
    state: u64,
}

impl Damage {
    pub(crate) fn new(seeds: Vec<Vec<u8>>) -> Self {
        Self {
            seeds,
            state: 0x9e37_79b9_7f4a_7c15,
        }
    }

    /// A number below a bound, by xorshift.
    fn below(&mut self, bound: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 16).expect("48 bits") % bound.max(1)
    }

    fn piece(&mut self) -> Vec<u8> {
        let own = self.below(self.seeds.len());
        let length = self.seeds[own].len();
        let start = self.below(length);
        let end = (start + 1 + self.below(200)).min(length);
        self.seeds[own][start..end].to_vec()
    }

    /// The next damaged input.
    pub(crate) fn next(&mut self) -> Vec<u8> {
        let own = self.below(self.seeds.len());
        let mut bytes = self.seeds[own].clone();
        if bytes.len() > LONGEST {
            // A whole part of a long file, from the beginning of a line.
            let start = self.below(bytes.len() - LONGEST);
            let line = bytes[start..].iter().position(|byte| *byte == b'\n');
            let start = start + line.map_or(0, |line| line + 1);
            bytes = bytes[start..(start + LONGEST).min(bytes.len())].to_vec();
        }
        for _ in 0..=self.below(6) {
            let place = self.below(bytes.len() + 1);
            let end = (place + self.below(40)).min(bytes.len());
            match self.below(6) {
                0 if place < bytes.len() => bytes[place] ^= 1 << self.below(8),
                1 => bytes.truncate(place),
                2 => {
                    bytes.drain(place..end);
                }
                3 => {
                    let again = bytes[place..end].to_vec();
                    bytes.splice(place..place, again);
                }
                4 => {
                    let word = WORDS[self.below(WORDS.len())].as_bytes().to_vec();
                    bytes.splice(place..end.min(place + self.below(3)).max(place), word);
                }
                _ => {
                    let piece = self.piece();
                    bytes.splice(place..place, piece);
                }
            }
        }
        bytes
    }
}
