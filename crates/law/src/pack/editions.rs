//! All editions of the records of one kind, found by id without a search.

use std::collections::HashMap;
use std::ops::Deref;

use crate::pack::Dated;

/// All editions of the records of one kind, in the order of the pack.
///
/// It is read as a slice; those of one id are found at once, because the engine asks for them thousands of times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editions<T> {
    records: Vec<T>,
    /// The place of the first record of each id, in the order of the records.
    first: Vec<usize>,
    /// The places of the editions of each id, the earliest first.
    by_id: HashMap<String, Vec<usize>>,
}

impl<T> Default for Editions<T> {
    fn default() -> Self {
        Self {
            records: Vec::new(),
            first: Vec::new(),
            by_id: HashMap::new(),
        }
    }
}

impl<T: Dated> Editions<T> {
    /// The ids of all records, each once, in the order of the records.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.first.iter().map(|place| self.records[*place].id())
    }

    /// The first record of each id, in the order of the records.
    pub fn firsts(&self) -> impl Iterator<Item = &T> {
        self.first.iter().map(|place| &self.records[*place])
    }

    /// The editions of an id, the earliest first; none for an id that is not there.
    pub fn of_id(&self, id: &str) -> impl Iterator<Item = &T> {
        self.by_id
            .get(id)
            .into_iter()
            .flatten()
            .map(|place| &self.records[*place])
    }

    /// Puts the records into another order.
    pub(crate) fn arrange<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let mut records = std::mem::take(&mut self.records);
        records.sort_by_key(key);
        *self = Self::default();
        self.extend(records);
    }
}

impl<T: Dated> Extend<T> for Editions<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, records: I) {
        for record in records {
            let place = self.records.len();
            match self.by_id.get_mut(record.id()) {
                Some(places) => {
                    let after = places
                        .partition_point(|known| self.records[*known].from() <= record.from());
                    places.insert(after, place);
                }
                None => {
                    self.first.push(place);
                    self.by_id.insert(record.id().to_owned(), vec![place]);
                }
            }
            self.records.push(record);
        }
    }
}

impl<T> Deref for Editions<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.records
    }
}

impl<'a, T> IntoIterator for &'a Editions<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.records.iter()
    }
}
