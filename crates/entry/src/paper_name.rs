//! Whether the name on a paper is that of the passport: letter by letter in the same script, by the tables across scripts.

use std::fmt;

use crate::letters::Script;
use crate::name_words::Word;
use crate::name_words::joined;
use crate::name_words::words;

/// A part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePart {
    /// The surname.
    Surname,
    /// The given names.
    Given,
    /// The patronymic.
    Patronymic,
}

/// A name in one script; a part that is not known is empty. Its `Debug` shows nothing of it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct WholeName<'a> {
    /// The surname.
    pub surname: &'a str,
    /// The given names.
    pub given: &'a str,
    /// The patronymic.
    pub patronymic: &'a str,
}

/// What is known of a name. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct KnownName<'a> {
    /// In the Latin letters of the passport.
    pub latin: WholeName<'a>,
    /// In the Cyrillic letters of its first translation.
    pub cyrillic: WholeName<'a>,
    /// Former names, each whole and in either script.
    pub former: Vec<&'a str>,
}

/// What differs on a paper. Its `Debug` shows nothing of the names.
#[derive(Clone, PartialEq, Eq)]
pub enum PaperNameDoubt {
    /// A few letters of a word.
    Letters {
        /// The word on the paper.
        there: String,
        /// The word that was wanted.
        wanted: String,
    },
    /// A part of the name is another one.
    Other {
        /// Which part.
        part: NamePart,
        /// What the paper has.
        there: String,
        /// What was wanted.
        wanted: String,
    },
    /// Something of a part is not on the paper.
    Missing {
        /// Which part.
        part: NamePart,
        /// What was wanted.
        wanted: String,
    },
    /// The paper has something more.
    More {
        /// What it has more.
        there: String,
    },
    /// The paper bears a former name.
    Former {
        /// What is former in it.
        there: String,
    },
    /// It is another name as a whole.
    Whole {
        /// The name on the paper.
        there: String,
    },
}

macro_rules! shows_nothing {
    ($($name:ty),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[name]")
            }
        }
    )*};
}

shows_nothing!(WholeName<'_>, KnownName<'_>, PaperNameDoubt);

/// A word of the name that is looked for on the paper.
struct Wanted {
    part: NamePart,
    word: Word,
    /// Whether a table lies between the two spellings: then a little may differ.
    by_table: bool,
    /// Whether the paper may leave it out.
    may_lack: bool,
}

/// Whether a name that is being written may still become the known one: it has fewer words than the surname and the given names, or its
/// letters so far are the beginning of the name in one of the usual orders.
#[must_use]
pub fn is_unfinished_name(there: &str, known: &KnownName<'_>) -> bool {
    let script = Script::of(there);
    let (own, other) = in_script(script, known);
    let least = wanted(script, own, other)
        .iter()
        .filter(|one| one.part != NamePart::Patronymic)
        .count();
    let typed = joined(&[there]);
    words(there).len() < least || orders(own).iter().any(|order| order.starts_with(&typed))
}

/// What differs between the name on a paper and the name that is known; nothing where that is not known whole, or the paper bears none.
///
/// The order of the words, hyphens, the letter Ё, Kazakh letters and the usual tables of Latin letters make no difference. A paper in
/// Latin letters may lack a patronymic that the passport has in Cyrillic letters only.
#[must_use]
pub fn paper_name_doubts(there: &str, known: &KnownName<'_>) -> Vec<PaperNameDoubt> {
    let script = Script::of(there);
    let (own, other) = in_script(script, known);
    let wanted = wanted(script, own, other);
    let has = |part| wanted.iter().any(|one| one.part == part);
    let on_paper = words(there);
    if on_paper.is_empty() || !has(NamePart::Surname) || !has(NamePart::Given) {
        return Vec::new();
    }
    // The same letters with other spaces between them.
    if orders(own).contains(&joined(&[there])) {
        return Vec::new();
    }
    let found = Found::of(on_paper, wanted);
    if found.is_same() {
        return Vec::new();
    }
    match found.former(&known.former) {
        Some(word) => vec![PaperNameDoubt::Former { there: word }],
        None => found.doubts(there),
    }
}

fn wanted(script: Script, own: &WholeName<'_>, other: &WholeName<'_>) -> Vec<Wanted> {
    [
        (NamePart::Surname, own.surname, other.surname),
        (NamePart::Given, own.given, other.given),
        (NamePart::Patronymic, own.patronymic, other.patronymic),
    ]
    .into_iter()
    .flat_map(|(part, own, other)| {
        let by_table = own.trim().is_empty();
        words(if by_table { other } else { own })
            .into_iter()
            .map(move |word| Wanted {
                part,
                word,
                by_table,
                // Few passports print a patronymic in Latin letters.
                may_lack: by_table && part == NamePart::Patronymic && script == Script::Latin,
            })
    })
    .collect()
}

/// The name in a script, and the name in the other one.
fn in_script<'k, 'a>(
    script: Script,
    known: &'k KnownName<'a>,
) -> (&'k WholeName<'a>, &'k WholeName<'a>) {
    match script {
        Script::Latin => (&known.latin, &known.cyrillic),
        Script::Cyrillic => (&known.cyrillic, &known.latin),
    }
}

/// The letters of a name in the usual orders of its parts.
fn orders(name: &WholeName<'_>) -> [Vec<char>; 3] {
    let (surname, given, patronymic) = (name.surname, name.given, name.patronymic);
    [
        [surname, given, patronymic],
        [given, patronymic, surname],
        [given, surname, patronymic],
    ]
    .map(|order| joined(&order))
}

/// How the words of the paper and of the name were paired.
struct Found {
    /// Pairs of which a few letters differ.
    letters: Vec<(Word, Wanted)>,
    /// The parts of which a word was found, with all or nearly all letters.
    parts: Vec<NamePart>,
    /// What the paper lacks.
    lacking: Vec<Wanted>,
    /// What the paper has more.
    more: Vec<Word>,
}

impl Found {
    fn of(mut on_paper: Vec<Word>, wanted: Vec<Wanted>) -> Self {
        let mut found = Self {
            letters: Vec::new(),
            parts: Vec::new(),
            lacking: Vec::new(),
            more: Vec::new(),
        };
        // The surest pairs first: a word is not taken by another one that is only like it.
        let pairs: [fn(&Word, &Wanted) -> bool; 4] = [
            |word, one| word.same(&one.word),
            |word, one| one.by_table && word.by_some_table(&one.word),
            |word, one| word.is_initial_of(&one.word),
            |word, one| word.slip_of(&one.word),
        ];
        found.lacking = wanted;
        for (pass, fits) in pairs.iter().enumerate() {
            let is_slip = pass + 1 == pairs.len();
            for one in std::mem::take(&mut found.lacking) {
                let Some(at) = on_paper.iter().position(|word| fits(word, &one)) else {
                    found.lacking.push(one);
                    continue;
                };
                let word = on_paper.remove(at);
                found.parts.push(one.part);
                if is_slip {
                    found.letters.push((word, one));
                }
            }
        }
        found.more = on_paper;
        found
    }

    fn is_same(&self) -> bool {
        self.letters.is_empty()
            && self.more.is_empty()
            && self.lacking.iter().all(|one| one.may_lack)
    }

    /// The first word of the paper that is not of the name and is of a former one.
    fn former(&self, former: &[&str]) -> Option<String> {
        let of_former: Vec<Word> = former.iter().flat_map(|name| words(name)).collect();
        let odd = self.letters.iter().map(|(word, _)| word);
        odd.chain(&self.more)
            .find(|word| of_former.iter().any(|one| word.same(one)))
            .map(|word| word.text.clone())
    }

    fn doubts(self, there: &str) -> Vec<PaperNameDoubt> {
        let main = [NamePart::Surname, NamePart::Given];
        if !main.iter().any(|part| self.parts.contains(part)) {
            return vec![PaperNameDoubt::Whole {
                there: there.trim().to_owned(),
            }];
        }
        let mut doubts: Vec<PaperNameDoubt> = self
            .letters
            .into_iter()
            .map(|(word, one)| PaperNameDoubt::Letters {
                there: word.text,
                wanted: one.word.text,
            })
            .collect();
        let mut more = text(&self.more);
        for part in [NamePart::Surname, NamePart::Given, NamePart::Patronymic] {
            let lacking: Vec<&Wanted> =
                self.lacking.iter().filter(|one| one.part == part).collect();
            let words: Vec<Word> = lacking.iter().map(|one| one.word.clone()).collect();
            if words.is_empty() {
                continue;
            }
            match more.take() {
                // What the paper has more stands in the place of what it lacks.
                Some(there) => doubts.push(PaperNameDoubt::Other {
                    part,
                    there,
                    wanted: text(&words).unwrap_or_default(),
                }),
                None if lacking.iter().all(|one| one.may_lack) => {}
                None => doubts.push(PaperNameDoubt::Missing {
                    part,
                    wanted: text(&words).unwrap_or_default(),
                }),
            }
        }
        doubts.extend(more.map(|there| PaperNameDoubt::More { there }));
        doubts
    }
}

/// Words with spaces between them; none where there are none.
fn text(words: &[Word]) -> Option<String> {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}
