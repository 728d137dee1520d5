//! Editions of one record over the axis: in force, declared absent, or not known.

use chrono::NaiveDate;

use crate::pack::Dated;
use crate::timeline::Axis;
use crate::timeline::Timeline;

/// What the pack knows of a record on a day.
#[derive(Debug)]
pub(crate) enum Edition<'a, T> {
    /// This edition is in force.
    InForce(&'a T),
    /// This record says that there was none.
    Absent(&'a T),
    /// The pack does not know; since this day.
    NotKnown(NaiveDate),
}

impl<T> Clone for Edition<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Edition<'_, T> {}

impl<T> PartialEq for Edition<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::InForce(a), Self::InForce(b)) | (Self::Absent(a), Self::Absent(b)) => {
                std::ptr::eq(*a, *b)
            }
            (Self::NotKnown(a), Self::NotKnown(b)) => a == b,
            (Self::InForce(_) | Self::Absent(_) | Self::NotKnown(_), _) => false,
        }
    }
}

/// The editions of one id over the axis.
pub(crate) fn timeline<'a, T: Dated>(
    axis: Axis,
    records: &'a [T],
    id: &str,
) -> Timeline<Edition<'a, T>> {
    let mut editions: Vec<&T> = records.iter().filter(|record| record.id() == id).collect();
    editions.sort_by_key(|record| record.from());
    let mut changes = Vec::new();
    for record in editions {
        let edition = if record.absent() {
            Edition::Absent(record)
        } else {
            Edition::InForce(record)
        };
        changes.push((record.from().unwrap_or(axis.first), edition));
        if let Some(after) = record.until().and_then(|last| last.succ_opt()) {
            changes.push((after, Edition::NotKnown(after)));
        }
    }
    Timeline::with_changes(axis, Edition::NotKnown(axis.first), changes)
}

/// The ids of all records, each once, in the order of the records.
pub(crate) fn ids<T: Dated>(records: &[T]) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    for record in records {
        if !ids.contains(&record.id()) {
            ids.push(record.id());
        }
    }
    ids
}

/// The ids of which two editions hold on one day, with the first such day.
pub(crate) fn overlaps<T: Dated>(records: &[T]) -> Vec<(String, NaiveDate)> {
    let mut found = Vec::new();
    for id in ids(records) {
        let mut editions: Vec<&T> = records.iter().filter(|record| record.id() == id).collect();
        editions.sort_by_key(|record| record.from());
        for pair in editions.windows(2) {
            let begins = pair[1].from().unwrap_or(NaiveDate::MIN);
            if pair[0].until().is_none_or(|last| begins <= last) {
                found.push((id.to_owned(), begins));
            }
        }
    }
    found
}
