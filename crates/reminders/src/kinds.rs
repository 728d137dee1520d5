//! The kinds of reminders, read from `assets/reminders.toml`: which deadlines they take and how long before they speak.

use serde::Deserialize;
use serde::Serialize;

use crate::error::ReminderError;

/// The file that is built in.
const BUILT_IN: &str = include_str!("../../../assets/reminders.toml");

/// The longest time before a deadline at which one can be reminded, in days; two years.
pub(crate) const MOST_DAYS: u16 = 731;

/// What the day of a kind means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// The day is the last one.
    Due,
    /// Something holds or is possible from the day on.
    Starts,
}

/// A kind of reminder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderKind {
    /// Its id, under which `locales/reminders.*.json` has its title.
    pub id: String,
    /// What its day means.
    pub says: Says,
    /// How many days before the day one is reminded, the longest first; 0 is the day itself.
    pub before: Vec<u16>,
    /// How many days after it, the shortest first.
    pub after: Vec<u16>,
    /// The keys of the agenda that it takes; a star at the end stands for any ending.
    pub covers: Vec<String>,
}

/// All kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderKinds {
    kinds: Vec<ReminderKind>,
    rest: ReminderKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Vec<ReminderKind>,
}

impl ReminderKinds {
    /// The kinds that are built in.
    ///
    /// # Errors
    /// When the file contradicts itself; the tests of every build rule that out.
    pub fn built_in() -> Result<Self, ReminderError> {
        Self::of_text(BUILT_IN)
    }

    /// The kinds of a file.
    ///
    /// # Errors
    /// When it is no such file, two kinds have one id or take one key, days are out of order, or nothing takes the rest.
    pub fn of_text(text: &str) -> Result<Self, ReminderError> {
        let wrong = |problem: String| ReminderError::Kinds { problem };
        let file: File = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
        let kinds = file.kind;
        for (place, kind) in kinds.iter().enumerate() {
            let falling = kind.before.windows(2).all(|pair| pair[0] > pair[1]);
            let rising = kind.after.windows(2).all(|pair| pair[0] < pair[1]);
            let within = |days: &[u16]| days.iter().all(|days| *days <= MOST_DAYS);
            if !falling || !rising || !within(&kind.before) || !within(&kind.after) {
                return Err(wrong(format!("{}: days out of order", kind.id)));
            }
            if kind.before.is_empty() || kind.after.contains(&0) {
                return Err(wrong(format!("{}: never, or twice on one day", kind.id)));
            }
            for earlier in &kinds[..place] {
                let shared = earlier.covers.iter().find(|key| kind.covers.contains(key));
                if earlier.id == kind.id || shared.is_some() {
                    return Err(wrong(format!(
                        "{} and {} are mixed up",
                        earlier.id, kind.id
                    )));
                }
            }
        }
        let rest = kinds
            .iter()
            .find(|kind| kind.covers.iter().any(|key| key == "*"))
            .cloned()
            .ok_or_else(|| wrong("nothing takes the rest".to_owned()))?;
        Ok(Self { kinds, rest })
    }

    /// The kinds in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &ReminderKind> {
        self.kinds.iter()
    }

    /// The kind that takes a key of the agenda. A record after a slash belongs to the key: `complaint/refusal-1`.
    #[must_use]
    pub fn of_key(&self, key: &str) -> &ReminderKind {
        let whole = key.split_once('/').map_or(key, |(id, _)| id);
        let mut best: Option<(usize, &ReminderKind)> = None;
        for kind in &self.kinds {
            for covered in &kind.covers {
                let length = match covered.strip_suffix('*') {
                    Some(start) if key.starts_with(start) => start.len(),
                    None if covered == whole => usize::MAX,
                    Some(_) | None => continue,
                };
                if best.is_none_or(|(longest, _)| longest < length) {
                    best = Some((length, kind));
                }
            }
        }
        best.map_or(&self.rest, |(_, kind)| kind)
    }

    /// A kind by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&ReminderKind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }
}

#[cfg(test)]
mod tests {
    use qonys_texts::Lang;
    use qonys_texts::has;

    use super::*;

    fn kinds(text: &str) -> Result<ReminderKinds, ReminderError> {
        ReminderKinds::of_text(text)
    }

    #[test]
    fn every_kind_that_is_built_in_has_a_name_in_every_language() {
        let kinds = ReminderKinds::built_in().unwrap();
        assert!(kinds.iter().count() > 10);
        for kind in kinds.iter() {
            for lang in Lang::ALL {
                let key = format!("reminders.kind.{}", kind.id);
                assert!(has(lang, &key), "{key} in {lang}");
            }
            // Whatever else the person chooses: of the day itself one hears.
            assert_eq!(kind.before.last(), Some(&0), "{}", kind.id);
        }
    }

    #[test]
    fn the_closest_kind_takes_a_key() {
        let kinds = ReminderKinds::built_in().unwrap();
        for (key, kind) in [
            ("registration", "registration"),
            ("registration_after_moving", "registration"),
            ("paper:medical_028", "paper_ends"),
            ("paper:foreign_passport", "passport_ends"),
            ("order:criminal_record:RU", "order_paper"),
            ("complaint/refusal-1", "complaint"),
            ("child_turns_14/child-2", "child_age"),
            ("card_of_child_at_16/child-2", "card"),
            ("floor:presence", "presence_floor"),
            ("something_new", "other"),
        ] {
            assert_eq!(kinds.of_key(key).id, kind, "{key}");
        }
    }

    #[test]
    fn a_file_that_contradicts_itself_is_refused() {
        let kind = |id: &str, before: &str, after: &str, covers: &str| {
            format!(
                "[[kind]]\nid = \"{id}\"\nsays = \"due\"\nbefore = {before}\nafter = {after}\ncovers = {covers}\n"
            )
        };
        let rest = kind("other", "[7, 0]", "[1]", "[\"*\"]");
        assert!(kinds(&rest).is_ok());
        assert!(
            kinds(&kind("a", "[0]", "[]", "[\"a\"]")).is_err(),
            "no rest"
        );
        for bad in [
            kind("a", "[1, 7]", "[]", "[\"a\"]"),
            kind("a", "[]", "[1]", "[\"a\"]"),
            kind("a", "[1]", "[0]", "[\"a\"]"),
            kind("a", "[9999]", "[]", "[\"a\"]"),
            kind("other", "[1]", "[]", "[\"a\"]"),
            kind("a", "[1]", "[]", "[\"*\"]"),
        ] {
            assert!(kinds(&format!("{rest}{bad}")).is_err(), "{bad}");
        }
    }
}
