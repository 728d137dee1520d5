//! On what a stay rests that no citizenship gives: a visa, a temporary permit, the permanent permit.

use chrono::NaiveDate;

use crate::assess::finding::Cited;
use crate::assess::finding::cited;
use crate::assess::finding::cited_plain;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::stay::Limit;
use crate::words::Standing;

/// The duty of those who hold a visa or a temporary permit: its rule says when their stay ends.
const DOCUMENT: &str = "duty-leave-in-time";
/// The text on the right of those who hold the permanent permit.
const PERMIT: &str = "stay-permit";

/// The source of a stay and how sure it is.
pub(super) struct Basis {
    pub(super) cited: Option<Cited>,
    pub(super) standing: Standing,
}

/// The source of what ends a stay on a day; none where the rules of a citizenship end it.
pub(super) fn of(evaluation: &Evaluation<'_>, limit: Limit, day: NaiveDate) -> Option<Basis> {
    match limit {
        Limit::Document => Some(document(evaluation, day)),
        Limit::Permit => {
            let cite = evaluation.pack.texts.get(PERMIT)?.cite.as_ref()?;
            let standing = evaluation.pack.acts.get(&cite.act)?.standing;
            Some(Basis {
                cited: cited_plain(evaluation, Some(cite), standing),
                standing,
            })
        }
        Limit::PerVisit | Limit::Window | Limit::VisaNeeded | Limit::Citizen => None,
    }
}

fn document(evaluation: &Evaluation<'_>, day: NaiveDate) -> Basis {
    let duties = &evaluation.pack.stay_duties;
    match editions::on(evaluation.axis, duties, DOCUMENT, day) {
        Edition::InForce(duty) | Edition::Absent(duty) => Basis {
            cited: cited(evaluation, duty),
            standing: evaluation.standing_of(duty),
        },
        Edition::NotKnown(_) => Basis {
            cited: None,
            standing: Standing::Unknown,
        },
    }
}
