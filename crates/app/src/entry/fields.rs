//! Which answers the aids are about: `assets/entry/fields.toml`.

use std::sync::LazyLock;

use qonys_law::FactPath;
use serde::Deserialize;

const FILE: &str = include_str!("../../../../assets/entry/fields.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryFields {
    pub(super) zone: ZoneFields,
    #[serde(default)]
    pub(super) name: Vec<NamePair>,
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
    pub(super) latin: FactPath,
    pub(super) cyrillic: FactPath,
}

/// The file; none if it cannot be read, which a test rules out.
pub(super) static FIELDS: LazyLock<Option<EntryFields>> =
    LazyLock::new(|| toml::from_str(FILE).ok());
