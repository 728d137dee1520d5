//! The keys of papers: `paper`, `paper:COUNTRY` or `paper/record`.

/// A key in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PaperKey<'a> {
    /// The paper.
    pub(crate) paper: &'a str,
    /// The country, where there is one paper for each.
    pub(crate) country: Option<&'a str>,
    /// The record, where there is one paper for each.
    pub(crate) record: Option<&'a str>,
}

impl<'a> PaperKey<'a> {
    /// The parts of a key.
    pub(crate) fn of(key: &'a str) -> Self {
        if let Some((paper, country)) = key.split_once(':') {
            return Self {
                paper,
                country: Some(country),
                record: None,
            };
        }
        match key.split_once('/') {
            Some((paper, record)) => Self {
                paper,
                country: None,
                record: Some(record),
            },
            None => Self {
                paper: key,
                country: None,
                record: None,
            },
        }
    }
}
