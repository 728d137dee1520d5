//! What a blank has no boxes for.

use std::collections::{BTreeMap, BTreeSet};

use super::boxfile::BlankBoxes;
use crate::form::Fill;
use crate::paper::{Filling, LeftOut};
use crate::say::Asked;

/// The records for which there is no box. Boxes stand for single records (the first child, the second); a table takes all
/// that it asks for. Nothing goes on to a sheet for a record that no box names, so that it must be told.
pub(crate) fn left_out(boxes: &BlankBoxes, filling: &Filling<'_>) -> Vec<LeftOut> {
    let mut lists: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for one in &boxes.boxes {
        if matches!(one.fill, Fill::Table(_)) {
            continue;
        }
        for fact in one.facts() {
            let named = lists.entry(fact.entity()).or_default();
            named.extend(one.record.and_then(|number| number.checked_sub(1)));
        }
    }
    lists
        .into_iter()
        .map(|(entity, named)| {
            let tables = || {
                boxes.boxes.iter().filter_map(|one| match &one.fill {
                    Fill::Table(table) if table.entity == entity => Some(table),
                    Fill::Table(_)
                    | Fill::Text(_)
                    | Fill::Comb(_)
                    | Fill::Choice(_)
                    | Fill::Lines(_)
                    | Fill::Static(_)
                    | Fill::Tick(_)
                    | Fill::States(_)
                    | Fill::Date(_)
                    | Fill::Photo
                    | Fill::SigningDate
                    | Fill::Blank => None,
                })
            };
            let records = (0..filling.facts.records(entity))
                .filter(|index| {
                    let asked = Asked::record(filling.facts, *index);
                    !named.contains(index) && !tables().any(|table| asked.hold(&table.records))
                })
                .count();
            LeftOut {
                entity: entity.to_owned(),
                records,
            }
        })
        .filter(|left| left.records > 0)
        .collect()
}
