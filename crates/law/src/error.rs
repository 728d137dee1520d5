//! What can be wrong with a law pack or an interview.

/// A law pack or an interview file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// A file is not readable as records.
    #[error("{file}:{line}: {problem}")]
    Syntax {
        /// The file's name inside the pack.
        file: String,
        /// Line, counted from one.
        line: usize,
        /// What the reader says of it.
        problem: String,
    },
    /// A record names something that is not declared.
    #[error("{record}: {kind} \"{name}\" is not declared")]
    Undeclared {
        /// The record that names it.
        record: String,
        /// What kind of thing is missing: act, condition, fact, list, parameter, period, text.
        kind: &'static str,
        /// The name that is missing.
        name: String,
    },
    /// Two records of one id hold on the same day.
    #[error("{record}: two editions hold on {day}")]
    Overlap {
        /// The record's id.
        record: String,
        /// The first day that both claim.
        day: chrono::NaiveDate,
    },
    /// A value is not of its kind.
    #[error("{record}: {problem}")]
    Value {
        /// The record's id.
        record: String,
        /// What is wrong.
        problem: String,
    },
}

impl PackError {
    /// Makes a syntax error of what the TOML reader says, with the line it points at.
    pub(crate) fn syntax(file: &str, source: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(1, |span| {
            source
                .get(..span.start)
                .map_or(1, |before| before.matches('\n').count() + 1)
        });
        Self::Syntax {
            file: file.to_owned(),
            line,
            problem: error.message().to_owned(),
        }
    }
}
