//! What is written into a payment of the duty.

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited;
use crate::assess::finding::notes;
use crate::editions;
use crate::editions::Edition;
use crate::words::Standing;
use crate::words::Words;

/// One thing to write into a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentDetailFinding {
    /// The record's id.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// What to write; none when it is not known for the payment day.
    pub value: Option<Words>,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// What is written into a payment on the payment day.
pub(crate) fn details(context: &Context<'_>) -> Vec<PaymentDetailFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.payment_details;
    let day = context.days.payment.day;
    records
        .ids()
        .filter_map(|id| {
            let any = records.iter().find(|detail| detail.id == id)?;
            match editions::on(evaluation.axis, records, id, day) {
                Edition::InForce(detail) => Some(PaymentDetailFinding {
                    id: id.to_owned(),
                    title: detail.title.clone(),
                    value: Some(detail.value.clone()),
                    notes: notes(evaluation, &detail.note, day),
                    cited: cited(evaluation, detail),
                    standing: evaluation.standing_of(detail),
                }),
                Edition::Absent(_) => None,
                Edition::NotKnown(_) => Some(PaymentDetailFinding {
                    id: id.to_owned(),
                    title: any.title.clone(),
                    value: None,
                    notes: Vec::new(),
                    cited: None,
                    standing: Standing::Unknown,
                }),
            }
        })
        .collect()
}
