//! The day on which the papers of the application that goes on were handed in.

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::Answers;
use crate::answers::FactPath;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::interview::Interview;
use crate::pack::Pack;
use crate::timeline::Axis;
use crate::value::Value;
use crate::verdict::VerdictKind;

/// The single entity of the application, and its fact: the day on which the office took the papers.
const APPLICATION: &str = "application";
const HANDED_IN: &str = "handed_in";
/// The list of refusals, and the day of each.
const REFUSAL: &str = "refusal";
const REFUSED_ON: &str = "on";

/// The day on which the papers were handed in, where that was said and the application goes on. A day that has not come yet is none;
/// papers that were followed by a refusal belong to an application that has ended, and so do those of a permit that was granted: of
/// them the interview no longer asks.
#[must_use]
pub fn handed_in(
    pack: &Pack,
    interview: &Interview,
    answers: &Answers,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let Some(Value::Date(day)) = answers.value(APPLICATION, HANDED_IN) else {
        return None;
    };
    let goes_on =
        *day <= today && !refused_since(answers, *day) && is_asked(pack, interview, answers, today);
    goes_on.then_some(*day)
}

/// Whether an application was refused on a day or later.
fn refused_since(answers: &Answers, day: NaiveDate) -> bool {
    answers.lists.get(REFUSAL).is_some_and(|list| {
        list.records.iter().any(|(_, record)| {
            matches!(
                record.get(REFUSED_ON),
                Some(Answer::Known(Value::Date(refused))) if *refused >= day
            )
        })
    })
}

/// Whether the question is asked, or nobody can say yet that it is not.
fn is_asked(pack: &Pack, interview: &Interview, answers: &Answers, today: NaiveDate) -> bool {
    let path = FactPath {
        entity: APPLICATION.to_owned(),
        fact: HANDED_IN.to_owned(),
    };
    let Some(fact) = interview.fact(&path) else {
        return false;
    };
    let axis = Axis {
        first: today,
        last: today,
    };
    fact.ask_if.as_ref().is_none_or(|asked| {
        Evaluation::new(pack, interview, answers, axis).kind_on(asked, &Scope::default(), today)
            != VerdictKind::No
    })
}
