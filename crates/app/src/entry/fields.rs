//! Which answers the aids are about: `assets/entry/fields.toml`.

use std::sync::LazyLock;

use qonys_entry::NamePart;
use qonys_law::FactPath;
use serde::Deserialize;

const FILE: &str = include_str!("../../../../assets/entry/fields.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryFields {
    pub(super) zone: ZoneFields,
    #[serde(default)]
    pub(super) name: Vec<NamePair>,
    pub(super) paper_names: PaperNames,
}

/// What the machine-readable lines fill.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ZoneFields {
    pub(super) number: FactPath,
    pub(super) surname: FactPath,
    pub(super) given: FactPath,
    pub(super) citizenship: FactPath,
    pub(super) birth: FactPath,
    pub(super) sex: FactPath,
    pub(super) expiry: FactPath,
    /// The option for a man.
    pub(super) male: String,
    /// The option for a woman.
    pub(super) female: String,
}

/// Two spellings of one name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamePair {
    pub(super) part: PartOfName,
    pub(super) latin: FactPath,
    pub(super) cyrillic: FactPath,
}

/// A part of a name, as the file says it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PartOfName {
    Surname,
    Given,
    Patronymic,
}

impl From<PartOfName> for NamePart {
    fn from(part: PartOfName) -> Self {
        match part {
            PartOfName::Surname => Self::Surname,
            PartOfName::Given => Self::Given,
            PartOfName::Patronymic => Self::Patronymic,
        }
    }
}

/// The names on papers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaperNames {
    /// Whether the paper is there.
    pub(super) in_hand: FactPath,
    /// The name on it in Latin letters.
    pub(super) latin: FactPath,
    /// The name on it in Cyrillic letters.
    pub(super) cyrillic: FactPath,
    /// A former name.
    pub(super) former: FactPath,
    /// The papers that bear the applicant's name in the hand of who issued or translated them.
    pub(super) papers: Vec<String>,
}

/// The file; none if it cannot be read, which a test rules out.
pub(super) static FIELDS: LazyLock<Option<EntryFields>> =
    LazyLock::new(|| toml::from_str(FILE).ok());
