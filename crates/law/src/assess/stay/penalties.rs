//! What has to be done during a stay, and what it costs not to do it.

use rust_decimal::Decimal;

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::cited;
use crate::editions;
use crate::editions::Edition;
use crate::money::tiyn;
use crate::pack::StayPerson;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// A fine: a multiple of the index of the day on which the case is opened, here the day of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fine {
    /// How many times the index.
    pub rate: Decimal,
    /// The index in tenge.
    pub index: Option<Decimal>,
    /// The fine in tiyn; none when the index is not known.
    pub tiyn: Option<i64>,
    /// Why there is no sum.
    pub why: Option<Why>,
}

/// A penalty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PenaltyFinding {
    /// The record.
    pub id: String,
    /// Whose offence it is.
    pub who: StayPerson,
    /// The offence and the penalty in words.
    pub words: Words,
    /// The fine, where there is one.
    pub fine: Option<Fine>,
    /// Whether expulsion may be ordered.
    pub expulsion: bool,
    /// Whether the overstay that was counted is this offence.
    pub applies: bool,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// A duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyFinding {
    /// The record.
    pub id: String,
    /// Whose duty it is.
    pub who: StayPerson,
    /// What has to be done.
    pub words: Words,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// All penalties of the day; those that an overstay of so many days meets are marked.
pub(super) fn penalties(context: &Context<'_>, overstay: i64) -> Vec<PenaltyFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.stay_penalties;
    let day = context.days.today;
    records
        .ids()
        .filter_map(|id| match editions::on(evaluation.axis, records, id, day) {
            Edition::InForce(record) => Some(record),
            Edition::Absent(_) | Edition::NotKnown(_) => None,
        })
        .map(|record| {
            let fine = record
                .rate
                .map(|rate| fine(context, rate, record.index.as_deref()));
            let mut standing = evaluation.standing_of(record);
            if fine.as_ref().is_some_and(|fine| fine.why.is_some()) {
                standing = Standing::Unknown;
            }
            PenaltyFinding {
                id: record.id.clone(),
                who: record.who,
                words: record.words.clone(),
                fine,
                expulsion: record.expulsion,
                applies: record
                    .over_days
                    .is_some_and(|over| overstay > i64::from(over))
                    && record.to_days.is_none_or(|to| overstay <= i64::from(to)),
                cited: cited(evaluation, record),
                standing,
            }
        })
        .collect()
}

fn fine(context: &Context<'_>, rate: Decimal, index: Option<&str>) -> Fine {
    let evaluation = &context.evaluation;
    let none = |why| Fine {
        rate,
        index: None,
        tiyn: None,
        why,
    };
    let Some(index) = index else {
        return none(None);
    };
    match editions::on(
        evaluation.axis,
        &evaluation.pack.parameters,
        index,
        context.days.today,
    ) {
        Edition::InForce(known) => Fine {
            rate,
            index: Some(known.value),
            tiyn: tiyn(rate, known.value),
            why: None,
        },
        Edition::Absent(_) => none(None),
        Edition::NotKnown(from) => none(Some(Why::NoKnownRule {
            rule: index.to_owned(),
            from,
        })),
    }
}

/// All duties of the day.
pub(super) fn duties(context: &Context<'_>) -> Vec<DutyFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.stay_duties;
    records
        .ids()
        .filter_map(
            |id| match editions::on(evaluation.axis, records, id, context.days.today) {
                Edition::InForce(record) => Some(DutyFinding {
                    id: record.id.clone(),
                    who: record.who,
                    words: record.words.clone(),
                    cited: cited(evaluation, record),
                    standing: evaluation.standing_of(record),
                }),
                Edition::Absent(_) | Edition::NotKnown(_) => None,
            },
        )
        .collect()
}
