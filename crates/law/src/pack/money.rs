//! Money: fees, sums to prove, unit prices, the parts of a budget and how a duty is paid.

use serde::Deserialize;

use crate::answers::FactPath;
use crate::condition::Condition;
use crate::pack::dated::dated;
use crate::pack::kinds::TestedOn;
use crate::pack::records::Note;
use crate::words::Words;

dated! {
    /// A state fee: a rate of an index on a day.
    Fee {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// How many times the index; zero in a declared absence.
        #[serde(default)]
        rate: rust_decimal::Decimal,
        /// The parameter that is the index.
        #[serde(default)]
        index: Option<String>,
        /// The day whose index counts.
        #[serde(default)]
        tested_on: TestedOn,
        /// Who pays it; everybody, if absent.
        #[serde(default)]
        applies_if: Option<Condition>,
        /// Who is exempt; nobody, if absent.
        #[serde(default)]
        unless: Option<Condition>,
        /// Whether it is paid after the decision.
        #[serde(default)]
        later: bool,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
    }
}

dated! {
    /// A sum that must be proved.
    Amount {
        /// What it is called.
        title: Words,
        /// The parameter that says how many times the index.
        rate_parameter: String,
        /// The parameter that is the index.
        index: String,
        /// The day whose index counts.
        #[serde(default)]
        tested_on: TestedOn,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
    }
}

dated! {
    /// The duty for one act of a notary, a court or an office: a unit price.
    Tariff {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// For what one unit is: each document, each page.
        #[serde(default)]
        per: Option<Words>,
        /// How many times the index; zero in a declared absence.
        #[serde(default)]
        rate: rust_decimal::Decimal,
        /// The parameter that is the index.
        #[serde(default)]
        index: Option<String>,
        /// Who is exempt; nobody, if absent.
        #[serde(default)]
        unless: Option<Condition>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
    }
}

/// When a part of the budget is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CostStage {
    /// Before the papers are handed in; counted on the day of payment.
    BeforeFiling,
    /// Between filing and decision; counted on the filing day.
    WhileWaiting,
    /// After the decision; counted on the day of the decision.
    AfterDecision,
}

/// How many units of a part are paid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// As many as the person says.
    Answer {
        /// The number.
        fact: FactPath,
    },
    /// One for each record for which a condition holds.
    Records {
        /// The kind of the records.
        of: String,
        /// What must hold of a record.
        #[serde(rename = "where")]
        condition: Condition,
    },
    /// One for each paper of the part's `paper`, such as one for each country.
    Papers,
}

dated! {
    /// A part of what the way to the card costs. Without a fee and a tariff its price is not known.
    Cost {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// When it is paid.
        stage: CostStage,
        /// What it is called.
        title: Words,
        /// The fee that it is.
        #[serde(default)]
        fee: Option<String>,
        /// The tariff that is its unit price.
        #[serde(default)]
        tariff: Option<String>,
        /// The paper for which it is paid; the part counts only while that paper is needed.
        #[serde(default)]
        paper: Option<String>,
        /// Who pays it; everybody, if absent.
        #[serde(default)]
        applies_if: Option<Condition>,
        /// When the person has chosen it: until that is answered it is only possible, and not chosen it is left out.
        #[serde(default)]
        chosen_if: Option<Condition>,
        /// How many units; one, if absent.
        #[serde(default)]
        count: Option<Count>,
        /// Whether the person may do without it: then it is named, and never counted.
        #[serde(default)]
        optional: bool,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
    }
}

dated! {
    /// What has to be written into a payment of a duty.
    PaymentDetail {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// What to write.
        value: Words,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
    }
}
