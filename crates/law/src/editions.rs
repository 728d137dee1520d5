//! Editions of one record over the axis: in force, declared absent, or not known.

use chrono::NaiveDate;

use crate::pack::Dated;
use crate::pack::Editions;
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

/// The days on which what is known of one id changes, in order, each with what is known from then on.
fn changes<'a, T: Dated>(
    axis: Axis,
    records: &'a Editions<T>,
    id: &str,
) -> impl Iterator<Item = (NaiveDate, Edition<'a, T>)> {
    records.of_id(id).flat_map(move |record| {
        let edition = if record.absent() {
            Edition::Absent(record)
        } else {
            Edition::InForce(record)
        };
        let begins = record.from().unwrap_or(axis.first);
        let after = record.until().and_then(|last| last.succ_opt());
        [
            Some((begins, edition)),
            after.map(|after| (after, Edition::NotKnown(after))),
        ]
        .into_iter()
        .flatten()
    })
}

/// The editions of one id over the axis.
pub(crate) fn timeline<'a, T: Dated>(
    axis: Axis,
    records: &'a Editions<T>,
    id: &str,
) -> Timeline<Edition<'a, T>> {
    Timeline::with_changes(
        axis,
        Edition::NotKnown(axis.first),
        changes(axis, records, id),
    )
}

/// The edition of one id on a day, as its timeline over the axis has it.
pub(crate) fn on<'a, T: Dated>(
    axis: Axis,
    records: &'a Editions<T>,
    id: &str,
    day: NaiveDate,
) -> Edition<'a, T> {
    let day = day.clamp(axis.first, axis.last);
    changes(axis, records, id)
        .take_while(|(from, _)| *from <= day)
        .last()
        .map_or(Edition::NotKnown(axis.first), |(_, edition)| edition)
}

/// The ids of which two editions hold on one day, with the first such day.
pub(crate) fn overlaps<T: Dated>(records: &Editions<T>) -> Vec<(String, NaiveDate)> {
    let mut found = Vec::new();
    for id in records.ids() {
        let mut earlier: Option<&T> = None;
        for later in records.of_id(id) {
            let begins = later.from().unwrap_or(NaiveDate::MIN);
            if earlier.is_some_and(|earlier| earlier.until().is_none_or(|last| begins <= last)) {
                found.push((id.to_owned(), begins));
            }
            earlier = Some(later);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_the_same_only_as_itself() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let (one, alike) = (String::from("30 days"), String::from("30 days"));
        assert_eq!(Edition::InForce(&one), Edition::InForce(&one));
        assert_ne!(Edition::InForce(&one), Edition::InForce(&alike));
        assert_ne!(Edition::InForce(&one), Edition::Absent(&one));
        let since = |text| Edition::<String>::NotKnown(day(text));
        assert_eq!(since("2026-01-01"), since("2026-01-01"));
        assert_ne!(since("2026-01-01"), since("2026-01-02"));
        assert_ne!(since("2026-01-01"), Edition::InForce(&one));
    }
}
