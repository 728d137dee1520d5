//! The list of attachments that lies in every sealed state.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Attachment, AttachmentId};

/// What a state says about the files beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Catalogue {
    entries: BTreeMap<AttachmentId, Attachment>,
    /// Generations below this one hold what was deleted for good; zero for none.
    pub(crate) forget_below: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    forget_below: u64,
    attachments: Vec<Attachment>,
}

impl Catalogue {
    /// Reads a list; nothing if it is none, or if an id stands twice.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(bytes).ok()?;
        let count = written.attachments.len();
        let entries: BTreeMap<_, _> = written
            .attachments
            .into_iter()
            .map(|entry| (entry.id, entry))
            .collect();
        (entries.len() == count).then_some(Self {
            entries,
            forget_below: written.forget_below,
        })
    }

    pub(crate) fn bytes(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(&Written {
            forget_below: self.forget_below,
            attachments: self.entries.values().cloned().collect(),
        })
        .ok()
    }

    pub(crate) fn get(&self, id: AttachmentId) -> Option<&Attachment> {
        self.entries.get(&id)
    }

    pub(crate) fn get_mut(&mut self, id: AttachmentId) -> Option<&mut Attachment> {
        self.entries.get_mut(&id)
    }

    pub(crate) fn insert(&mut self, entry: Attachment) {
        self.entries.insert(entry.id, entry);
    }

    pub(crate) fn remove(&mut self, id: AttachmentId) -> Option<Attachment> {
        self.entries.remove(&id)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Attachment> {
        self.entries.values()
    }

    pub(crate) fn count(&self) -> usize {
        self.entries.len()
    }

    /// All lengths together, in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.iter()
            .fold(0, |all, entry| all.saturating_add(entry.length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attachment::{AttachmentKind, DisplayName, Fingerprint};

    #[test]
    fn a_list_survives_and_no_id_stands_twice() {
        let entry = Attachment {
            id: AttachmentId::generate().unwrap(),
            name: DisplayName::new("Паспорт").unwrap(),
            kind: AttachmentKind::Jpeg,
            length: 3,
            sha256: Fingerprint::of(b"abc"),
        };
        let mut list = Catalogue::default();
        list.insert(entry.clone());
        list.forget_below = 7;
        let bytes = list.bytes().unwrap();
        assert_eq!(Catalogue::parse(&bytes), Some(list));
        let one = serde_json::to_string(&entry).unwrap();
        let twice = format!("{{\"attachments\":[{one},{one}]}}");
        assert_eq!(Catalogue::parse(twice.as_bytes()), None);
        assert_eq!(Catalogue::parse(b"{\"attachments\":[],\"more\":1}"), None);
    }
}
