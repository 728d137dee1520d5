//! The machine-readable lines as they were typed or pasted: cleaned, counted, and cut into fields (ICAO Doc 9303, parts 4, 5, 6).

/// Which lay-out the lines have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneFormat {
    /// Two lines of 44 characters: a passport.
    Td3,
    /// Two lines of 36 characters: an older card.
    Td2,
    /// Three lines of 30 characters: a card.
    Td1,
}

impl ZoneFormat {
    const ALL: [Self; 3] = [Self::Td3, Self::Td2, Self::Td1];

    fn lines(self) -> usize {
        match self {
            Self::Td3 | Self::Td2 => 2,
            Self::Td1 => 3,
        }
    }

    fn length(self) -> usize {
        match self {
            Self::Td3 => 44,
            Self::Td2 => 36,
            Self::Td1 => 30,
        }
    }

    /// The line of the names, from nought. What is missing at its end can only be fillers.
    fn line_of_names(self) -> usize {
        match self {
            Self::Td3 | Self::Td2 => 0,
            Self::Td1 => 2,
        }
    }
}

/// Why the lines were not read. None of these says that the paper is not good.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZoneProblem {
    /// Not two or three lines.
    #[error("{found} lines were found, not two or three")]
    Lines {
        /// How many were found.
        found: usize,
    },
    /// A line of a length that no document has.
    #[error("line {line} has {found} characters, not {wanted}")]
    Length {
        /// The line, from one.
        line: usize,
        /// How many characters it has.
        found: usize,
        /// How many it should have.
        wanted: usize,
    },
    /// A character that cannot stand in these lines.
    #[error("line {line} holds \"{character}\"")]
    Character {
        /// The line, from one.
        line: usize,
        /// The character.
        character: char,
    },
    /// The lines of a visa.
    #[error("these are the lines of a visa")]
    Visa,
    /// The lines of an internal passport of Russia, which codes Cyrillic letters.
    #[error("these are the lines of an internal passport")]
    Internal,
    /// Something else than letters in a name.
    #[error("there are digits in the name")]
    Name,
    /// A check digit does not fit: a character of this field was mistyped.
    #[error("the check digit of {field} does not fit")]
    CheckDigit {
        /// Which field.
        field: CheckedField,
    },
}

/// A field with a check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedField {
    /// The number of the document.
    Number,
    /// The day of birth.
    Birth,
    /// The last day of validity.
    Expiry,
    /// The personal number, or what else the state put there.
    Personal,
    /// All of them together.
    Whole,
}

impl CheckedField {
    fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Birth => "birth",
            Self::Expiry => "expiry",
            Self::Personal => "personal",
            Self::Whole => "whole",
        }
    }
}

impl std::fmt::Display for CheckedField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl ZoneProblem {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Lines { .. } => "zone.lines",
            Self::Length { .. } => "zone.length",
            Self::Character { .. } => "zone.character",
            Self::Visa => "zone.visa",
            Self::Internal => "zone.internal",
            Self::Name => "zone.name",
            Self::CheckDigit { field } => match field {
                CheckedField::Number => "zone.check_number",
                CheckedField::Birth => "zone.check_birth",
                CheckedField::Expiry => "zone.check_expiry",
                CheckedField::Personal => "zone.check_personal",
                CheckedField::Whole => "zone.check_whole",
            },
        }
    }

    /// The arguments of the words.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Lines { found } => vec![("found", found.to_string())],
            Self::Length {
                line,
                found,
                wanted,
            } => vec![
                ("line", line.to_string()),
                ("found", found.to_string()),
                ("wanted", wanted.to_string()),
            ],
            Self::Character { line, character } => vec![
                ("line", line.to_string()),
                ("character", character.to_string()),
            ],
            Self::Visa | Self::Internal | Self::Name | Self::CheckDigit { .. } => Vec::new(),
        }
    }
}

/// The lines with their lay-out.
pub(crate) struct Lines {
    pub(crate) format: ZoneFormat,
    lines: Vec<String>,
}

impl Lines {
    /// Some characters of a line; both counted from one, as the standard counts, the last one included.
    pub(crate) fn cut(&self, line: usize, first: usize, last: usize) -> &str {
        self.lines
            .get(line - 1)
            .and_then(|text| text.get(first - 1..last))
            .unwrap_or_default()
    }

    /// One character.
    pub(crate) fn at(&self, line: usize, place: usize) -> char {
        self.cut(line, place, place).chars().next().unwrap_or('<')
    }
}

/// Cleans what was typed: white space goes, small letters become capital ones, the quotation marks that a text reader takes the
/// fillers for become fillers. A letter of another alphabet is never exchanged for the one that looks like it.
fn cleaned(line: &str) -> String {
    let mut clean = String::with_capacity(line.len());
    for character in line.chars().filter(|c| !c.is_whitespace()) {
        match character {
            '«' | '≪' | '《' => clean.push_str("<<"),
            '‹' | '〈' | '＜' => clean.push('<'),
            other => clean.push(other.to_ascii_uppercase()),
        }
    }
    clean
}

/// The lines of a text.
///
/// # Errors
/// What stands in the way of counting them.
pub(crate) fn lines_of(text: &str) -> Result<Lines, ZoneProblem> {
    let mut lines: Vec<String> = text
        .lines()
        .map(cleaned)
        .filter(|line| !line.is_empty())
        .collect();
    for (number, line) in (1..).zip(&lines) {
        let wrong = |c: &char| !matches!(c, 'A'..='Z' | '0'..='9' | '<');
        if let Some(character) = line.chars().find(wrong) {
            return Err(ZoneProblem::Character {
                line: number,
                character,
            });
        }
    }
    if let [whole] = lines.as_slice()
        && let Some(format) = ZoneFormat::ALL
            .into_iter()
            .find(|format| whole.len() == format.lines() * format.length())
    {
        lines = (0..format.lines())
            .filter_map(|line| whole.get(line * format.length()..(line + 1) * format.length()))
            .map(str::to_owned)
            .collect();
    }
    let format = format_of(&lines)?;
    let names = format.line_of_names();
    for (number, line) in lines.iter_mut().enumerate() {
        // Nobody counts the fillers at the end of the names.
        if number == names && line.len() < format.length() {
            let missing = format.length() - line.len();
            line.push_str(&"<".repeat(missing));
        }
        if line.len() != format.length() {
            return Err(ZoneProblem::Length {
                line: number + 1,
                found: line.len(),
                wanted: format.length(),
            });
        }
    }
    Ok(Lines { format, lines })
}

/// Two lines are a passport, unless the line of the digits has the length of an older card.
fn format_of(lines: &[String]) -> Result<ZoneFormat, ZoneProblem> {
    match lines {
        [_, second] if second.len() == ZoneFormat::Td2.length() => Ok(ZoneFormat::Td2),
        [_, _] => Ok(ZoneFormat::Td3),
        [_, _, _] => Ok(ZoneFormat::Td1),
        other => Err(ZoneProblem::Lines { found: other.len() }),
    }
}
