//! The checks of the records on how papers are obtained.

use crate::editions;
use crate::error::PackError;
use crate::pack::Pack;
use crate::pack::kinds::Unit;
use crate::pack::obtaining::Obtaining;
use crate::words::Standing;

/// Appends everything about how papers are obtained that does not fit together.
pub(crate) fn check(pack: &Pack, errors: &mut Vec<PackError>) {
    for record in &pack.obtainings {
        undeclared(pack, record, errors);
        for problem in problems(record) {
            errors.push(PackError::Value {
                record: record.id.clone(),
                problem,
            });
        }
    }
    for (record, day) in editions::overlaps(&pack.obtainings) {
        errors.push(PackError::Overlap { record, day });
    }
}

fn undeclared(pack: &Pack, record: &Obtaining, errors: &mut Vec<PackError>) {
    let mut add = |kind: &'static str, name: &str| {
        errors.push(PackError::Undeclared {
            record: record.id.clone(),
            kind,
            name: name.to_owned(),
        });
    };
    if !pack
        .requirements
        .iter()
        .any(|requirement| requirement.paper_id() == record.paper)
    {
        add("paper", &record.paper);
    }
    if let Some(country) = &record.country
        && !pack.countries.contains_key(country)
    {
        add("country", country);
    }
    let cites = record
        .cite
        .iter()
        .chain(record.note.iter().filter_map(|note| note.cite.as_ref()));
    for cite in cites {
        if !pack.acts.contains_key(&cite.act) {
            add("act", &cite.act);
        }
    }
}

fn problems(record: &Obtaining) -> Vec<String> {
    let mut found = Vec::new();
    let id = match &record.country {
        Some(country) => format!("{}:{country}", record.paper),
        None => record.paper.clone(),
    };
    if record.id != id {
        found.push(format!("the id of paper and country is {id}"));
    }
    match record.standing {
        None => found.push("the record does not say how sure it is".to_owned()),
        Some(Standing::Official | Standing::Secondary)
            if record.cite.is_none() && record.source.is_none() =>
        {
            found.push("what somebody says has a cite or a source".to_owned());
        }
        Some(
            Standing::Official | Standing::Secondary | Standing::Unconfirmed | Standing::Unknown,
        ) => {}
    }
    if record.instead.is_some() && !record.absent {
        found.push("something is brought instead only of what does not exist".to_owned());
    }
    if record.absent && record.because.is_none() {
        found.push("a declared absence says why".to_owned());
    }
    if let (Some(from), Some(until)) = (record.from, record.until)
        && until < from
    {
        found.push("the record ends before it begins".to_owned());
    }
    if !record.absent && !record.is_timed() && record.ask.is_none() {
        found.push("what is not known names what to ask".to_owned());
    }
    for takes in record.step.iter().filter_map(|step| step.takes) {
        if takes.at_most < takes.at_least {
            found.push("a step takes at most fewer days than at least".to_owned());
        }
        match takes.unit {
            Unit::CalendarDay | Unit::WorkingDay => {}
            Unit::Tenge
            | Unit::Month
            | Unit::Year
            | Unit::Multiple
            | Unit::Count
            | Unit::AgeYears => {
                found.push("a step is counted in calendar or working days".to_owned());
            }
        }
    }
    found
}
