//! Sums: a rate times an index on a day, with the working.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited;
use crate::assess::finding::notes;
use crate::assess::finding::over_editions;
use crate::assess::routes::words;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::money::tiyn;
use crate::pack::Dated;
use crate::pack::Parameter;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// What the sum would be by the last index that is known. Never the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orientation {
    /// The last known index, in tenge.
    pub index: Decimal,
    /// The last day on which that index holds.
    pub until: NaiveDate,
    /// The sum by it, in tiyn.
    pub tiyn: Option<i64>,
}

/// A rate times an index, with its working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The rule's id.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// The day whose index counts.
    pub day: NaiveDate,
    /// How many times the index.
    pub rate: Option<Decimal>,
    /// The index in tenge.
    pub index: Option<Decimal>,
    /// The source of the index.
    pub index_cited: Option<Cited>,
    /// The sum in tiyn; none when the rate or the index is not known.
    pub tiyn: Option<i64>,
    /// Why there is no sum.
    pub whys: Vec<Why>,
    /// For orientation only.
    pub orientation: Option<Orientation>,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// The source of the rate.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

struct Index<'a> {
    known: Option<&'a Parameter>,
    why: Option<Why>,
    last: Option<(&'a Parameter, NaiveDate)>,
}

fn index<'a>(context: &Context<'a>, id: &str, day: NaiveDate) -> Index<'a> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.parameters;
    match editions::on(evaluation.axis, records, id, day) {
        Edition::InForce(record) => Index {
            known: Some(record),
            why: None,
            last: None,
        },
        Edition::Absent(_) => Index {
            known: None,
            why: None,
            last: None,
        },
        Edition::NotKnown(from) => Index {
            known: None,
            why: Some(Why::NoKnownRule {
                rule: id.to_owned(),
                from,
            }),
            last: records
                .iter()
                .filter(|record| record.id() == id)
                .filter_map(|record| Some((record, record.until()?)))
                .filter(|(_, until)| *until < day)
                .max_by_key(|(_, until)| *until),
        },
    }
}

/// How many times an index, and where that stands.
pub(crate) struct Rate {
    value: Option<Decimal>,
    cited: Option<Cited>,
    standing: Standing,
    why: Option<Why>,
}

/// The rate that an edition names; none in a declared absence and where the law is not known.
pub(crate) fn rate_of<T: Dated>(
    evaluation: &Evaluation<'_>,
    edition: Edition<'_, T>,
    id: &str,
    value: impl FnOnce(&T) -> Option<Decimal>,
) -> Rate {
    match edition {
        Edition::InForce(record) => Rate {
            value: value(record),
            cited: cited(evaluation, record),
            standing: evaluation.standing_of(record),
            why: None,
        },
        Edition::Absent(record) => Rate {
            value: None,
            cited: cited(evaluation, record),
            standing: evaluation.standing_of(record),
            why: None,
        },
        Edition::NotKnown(from) => Rate {
            value: None,
            cited: None,
            standing: Standing::Unknown,
            why: Some(Why::NoKnownRule {
                rule: id.to_owned(),
                from,
            }),
        },
    }
}

/// A rate times the index of a day.
pub(crate) fn sum(
    context: &Context<'_>,
    id: &str,
    title: &Words,
    day: NaiveDate,
    rate: Rate,
    index_id: Option<&str>,
) -> Sum {
    let evaluation = &context.evaluation;
    let index = index_id.map_or(
        Index {
            known: None,
            why: None,
            last: None,
        },
        |index_id| index(context, index_id, day),
    );
    let times = |index: &Parameter| tiyn(rate.value?, index.value);
    let mut standing = rate.standing;
    if let Some(known) = index.known {
        standing = standing.weaker(evaluation.standing_of(known));
    }
    if index.why.is_some() {
        standing = Standing::Unknown;
    }
    Sum {
        id: id.to_owned(),
        title: title.clone(),
        day,
        rate: rate.value,
        index: index.known.map(|known| known.value),
        index_cited: index.known.and_then(|known| cited(evaluation, known)),
        tiyn: index.known.and_then(times),
        whys: rate.why.into_iter().chain(index.why).collect(),
        orientation: index.last.map(|(last, until)| Orientation {
            index: last.value,
            until,
            tiyn: times(last),
        }),
        notes: Vec::new(),
        cited: rate.cited,
        standing,
    }
}

/// On which days a sum to prove is known: rate and index.
pub(crate) fn known(evaluation: &Evaluation<'_>, id: &str) -> Timeline<Verdict> {
    over_editions(evaluation, &evaluation.pack.amounts, id, |amount| {
        let known = |parameter: &str| {
            evaluation.parameter(parameter, |_, _| Some(evaluation.constant(Verdict::Yes)))
        };
        known(&amount.rate_parameter).zip(&known(&amount.index), Verdict::and)
    })
}

/// A sum to prove, such as solvency, on the day on which it is tested.
pub(crate) fn amount(context: &Context<'_>, id: &str) -> Option<Sum> {
    let any = context
        .evaluation
        .pack
        .amounts
        .iter()
        .find(|r| r.id == id)?;
    amount_on(context, id, context.days.tested(any.tested_on))
}

/// A sum to prove on any day.
pub(crate) fn amount_on(context: &Context<'_>, id: &str, day: NaiveDate) -> Option<Sum> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.amounts;
    let any = records.iter().find(|record| record.id == id)?;
    let edition = editions::on(evaluation.axis, records, id, day);
    let spoken = words(edition).unwrap_or(any);
    let multiple = index(context, &spoken.rate_parameter, day);
    let mut rate = rate_of(evaluation, edition, id, |_| {
        multiple.known.map(|known| known.value)
    });
    if let Edition::InForce(_) = edition {
        rate.standing = multiple.known.map_or(Standing::Unknown, |known| {
            rate.standing.weaker(evaluation.standing_of(known))
        });
        rate.why = multiple.why;
    }
    let mut made = sum(context, id, &spoken.title, day, rate, Some(&spoken.index));
    made.notes = notes(evaluation, &spoken.note, day);
    Some(made)
}
