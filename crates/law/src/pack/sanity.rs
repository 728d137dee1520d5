//! What cannot be true of a person, whatever the law says: checks that find a slip of the pen.

use serde::Deserialize;

use crate::answers::FactPath;
use crate::condition::Condition;
use crate::words::Words;

/// Two days of which the first may not lie after the second: of one record, or of a record and the person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InOrder {
    /// The day that comes first.
    pub first: FactPath,
    /// The day that comes after it, or is the same.
    pub then: FactPath,
    /// The paper whose day comes first, where it is a paper's.
    pub first_of: Option<String>,
    /// The paper whose day comes after it.
    pub then_of: Option<String>,
    /// For whom, or for which records; for all, if not given.
    pub when: Option<Condition>,
}

/// A number of calendar days that was named, and the two days between which they lie: more than fit there, both days counted, cannot
/// have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaysFit {
    /// The number of days.
    pub days: FactPath,
    /// The first day on which they may begin.
    pub first: FactPath,
    /// The paper whose day it is, where it is a paper's.
    pub first_of: Option<String>,
    /// The last of them.
    pub last: FactPath,
}

/// A paper that nobody issued before a procedure began.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotBefore {
    /// The paper's key.
    pub paper: String,
    /// The procedure.
    pub procedure: String,
}

/// Answers that cannot stand together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// When they contradict one another.
    pub when: Condition,
    /// The paper that is meant, where one of the answers is a paper's.
    pub paper: Option<String>,
    /// The answers to look at again.
    pub look_at: Vec<FactPath>,
}

/// Two days of birth that lie at least so many years apart, as a parent's and a child's do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearsApart {
    /// The birth of the older one.
    pub older: FactPath,
    /// The birth of the younger one.
    pub younger: FactPath,
    /// The fewest years between them.
    pub at_least: u32,
    /// For which records of a list; for all, if not given.
    pub when: Option<Condition>,
}

/// A day that lies after an event and still in a period after it, its last day inclusive: what may not be done in that time was done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarredDay {
    /// The day of the event; the day itself is not in the period.
    pub after: FactPath,
    /// The period's id, with the length of the day that is looked at.
    pub period: String,
    /// The day that is looked at.
    pub day: FactPath,
    /// For which records of it; for all, if not given.
    pub when: Option<Condition>,
}

/// A number whose last digit follows from the others: their sum by the weights, divided by the modulus, leaves it. A remainder
/// that is no digit is tried again with the next weights.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckDigit {
    /// The number.
    pub number: FactPath,
    /// The weights of all digits but the last, the first ones first.
    pub weights: Vec<Vec<u32>>,
    /// What the sum is divided by; not zero.
    pub modulus: u32,
}

/// A number that begins with a day: two digits each of its year, month and day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeginsWithDay {
    /// The number.
    pub number: FactPath,
    /// The day.
    pub day: FactPath,
}

/// A digit of a number that tells another answer. A digit that is not listed tells nothing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TellingDigit {
    /// The number.
    pub number: FactPath,
    /// Which digit, counted from one.
    pub place: usize,
    /// The answer: a choice, or a day whose century counts.
    pub tells: FactPath,
    /// What the digits mean.
    pub meanings: Vec<DigitMeaning>,
}

/// Digits with one meaning.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DigitMeaning {
    /// The digits, one after the other.
    pub digits: String,
    /// The option, or the first year of the century: `1900`.
    pub value: String,
}

/// Numbers that a free text may name, and that disagree with another answer where it does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamesNumber {
    /// The free text.
    pub text: FactPath,
    /// The numbers, each a run of digits of its own.
    pub numbers: Vec<String>,
    /// When it disagrees.
    pub when: Condition,
    /// The answers to look at again.
    pub look_at: Vec<FactPath>,
}

/// A check of the answers against one another and against today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SanityCheck {
    /// Its id.
    pub id: String,
    /// What is wrong, and what to do.
    pub words: Words,
    /// Days that lie in the past by their nature.
    #[serde(default)]
    pub not_after_today: Vec<FactPath>,
    /// Days of one entity in their order.
    #[serde(default)]
    pub in_order: Vec<InOrder>,
    /// Numbers of days that lie between two days.
    #[serde(default)]
    pub days_fit: Vec<DaysFit>,
    /// Papers that are younger than a procedure.
    #[serde(default)]
    pub not_before: Vec<NotBefore>,
    /// Answers that cannot stand together.
    #[serde(default)]
    pub contradiction: Vec<Contradiction>,
    /// Days of birth that lie too close together.
    #[serde(default)]
    pub years_apart: Vec<YearsApart>,
    /// Days that lie in a time in which they may not.
    #[serde(default)]
    pub barred_day: Vec<BarredDay>,
    /// Numbers whose last digit follows from the others.
    #[serde(default)]
    pub check_digit: Vec<CheckDigit>,
    /// Numbers that begin with a day.
    #[serde(default)]
    pub begins_with_day: Vec<BeginsWithDay>,
    /// Digits that tell another answer.
    #[serde(default)]
    pub telling_digit: Vec<TellingDigit>,
    /// Numbers in a free text.
    #[serde(default)]
    pub names_number: Vec<NamesNumber>,
}
