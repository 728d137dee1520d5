//! What every dated record has: its days, its source and how sure it is.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::Deserializer;

use crate::words::Standing;
use crate::words::Words;

/// Where a statement stands: an act and the place in it, written `act-id:place`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The act's id.
    pub act: String,
    /// Article, item or annex, as lawyers write it.
    pub place: String,
}

impl<'de> Deserialize<'de> for Cite {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.split_once(':') {
            Some((act, place)) if !act.is_empty() && !place.is_empty() => Ok(Self {
                act: act.to_owned(),
                place: place.to_owned(),
            }),
            Some(_) | None => Err(serde::de::Error::custom(format!(
                "cite \"{text}\" is not of the form act:place"
            ))),
        }
    }
}

/// Reads a TOML date.
pub(crate) fn day<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    let datetime = toml::value::Datetime::deserialize(deserializer)?;
    let (Some(date), None) = (datetime.date, datetime.time) else {
        return Err(serde::de::Error::custom("a date without a time is wanted"));
    };
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
    .map(Some)
    .ok_or_else(|| serde::de::Error::custom("there is no such day"))
}

/// Reads a TOML date that must be there.
pub(crate) fn one_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    day(deserializer)?.ok_or_else(|| serde::de::Error::custom("a date is wanted"))
}

/// A record that holds on some days: an edition.
pub trait Dated {
    /// The id that all editions of one thing share.
    fn id(&self) -> &str;
    /// The first day, inclusive; none means as far back as one looks.
    fn from(&self) -> Option<NaiveDate>;
    /// The last day, inclusive; none means no end is known.
    fn until(&self) -> Option<NaiveDate>;
    /// Whether the record says that the thing did not exist on these days.
    fn absent(&self) -> bool;
    /// Why it did not exist.
    fn because(&self) -> Option<&Words>;
    /// The source.
    fn cite(&self) -> Option<&Cite>;
    /// How sure the record is, where it differs from its act.
    fn standing(&self) -> Option<Standing>;
    /// The day on which its wording was last read, where it differs from its act.
    fn seen(&self) -> Option<NaiveDate>;
    /// The address of the wording, where it differs from its act.
    fn url(&self) -> Option<&str>;
}

/// Declares a record with the fields that every dated record has.
macro_rules! dated {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident : $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The id that all editions share.
            pub id: String,
            $($(#[$field_meta])* pub $field: $type,)*
            /// The first day, inclusive.
            #[serde(default, deserialize_with = "crate::pack::dated::day")]
            pub from: Option<chrono::NaiveDate>,
            /// The last day, inclusive.
            #[serde(default, deserialize_with = "crate::pack::dated::day")]
            pub until: Option<chrono::NaiveDate>,
            /// Whether it is known not to exist on these days.
            #[serde(default)]
            pub absent: bool,
            /// Why it does not exist on these days.
            #[serde(default)]
            pub because: Option<crate::words::Words>,
            /// The source.
            #[serde(default)]
            pub cite: Option<crate::pack::dated::Cite>,
            /// How sure it is, where it differs from its act.
            #[serde(default)]
            pub standing: Option<crate::words::Standing>,
            /// The day its wording was last read, where it differs from its act.
            #[serde(default, deserialize_with = "crate::pack::dated::day")]
            pub seen: Option<chrono::NaiveDate>,
            /// The address of the wording, where it differs from its act.
            #[serde(default)]
            pub url: Option<String>,
        }

        impl crate::pack::dated::Dated for $name {
            fn id(&self) -> &str { &self.id }
            fn from(&self) -> Option<chrono::NaiveDate> { self.from }
            fn until(&self) -> Option<chrono::NaiveDate> { self.until }
            fn absent(&self) -> bool { self.absent }
            fn because(&self) -> Option<&crate::words::Words> { self.because.as_ref() }
            fn cite(&self) -> Option<&crate::pack::dated::Cite> { self.cite.as_ref() }
            fn standing(&self) -> Option<crate::words::Standing> { self.standing }
            fn seen(&self) -> Option<chrono::NaiveDate> { self.seen }
            fn url(&self) -> Option<&str> { self.url.as_deref() }
        }
    };
}
pub(crate) use dated;
