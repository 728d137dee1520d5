//! Records about the days that a foreigner may spend in the country, and must spend there after the permit.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::answers::FactPath;
use crate::condition::Condition;
use crate::pack::dated::Cite;
use crate::pack::dated::dated;
use crate::pack::editions::Editions;
use crate::pack::records::Disagreement;
use crate::pack::records::Note;
use crate::words::Words;

/// On what a stay without a visa rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StayGround {
    /// The Treaty on the Eurasian Economic Union.
    Union,
    /// An agreement with the state.
    Agreement,
    /// A decision of Kazakhstan alone.
    Unilateral,
    /// It is reported, but not on what it rests.
    NotKnown,
    /// There is no stay without a visa.
    VisaNeeded,
    /// Its citizens are no foreigners: no rule of stay binds them.
    Citizen,
}

impl StayGround {
    /// Whether a stay on this ground has a number of days.
    #[must_use]
    pub fn has_days(self) -> bool {
        match self {
            Self::Union | Self::Agreement | Self::Unilateral | Self::NotKnown => true,
            Self::VisaNeeded | Self::Citizen => false,
        }
    }
}

/// Whose duty or offence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StayPerson {
    /// The foreigner who stays.
    Visitor,
    /// Whoever takes the foreigner in.
    Host,
    /// The foreigner with a permanent residence permit.
    Resident,
}

/// What the days of a floor are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FloorDays {
    /// Days in the country.
    Presence,
    /// Days of work in the profession.
    Work,
}

impl FloorDays {
    /// The list in which the person tells them: the absences, or the periods of work.
    #[must_use]
    pub fn list(self) -> &'static str {
        match self {
            Self::Presence => "absence",
            Self::Work => "profession_work",
        }
    }
}

dated! {
    /// How long citizens of a state may stay without a visa. The days of crossing the border count.
    StayRule {
        /// The state, ISO 3166-1 alpha-2; or `others`, for all states that have no rule of their own.
        of: String,
        /// What the rule for all others is called.
        #[serde(default)]
        title: Option<Words>,
        /// Of which states and territories the rule for all others says nothing either.
        #[serde(default)]
        except: Vec<String>,
        /// On what it rests.
        ground: StayGround,
        /// The most days of one visit; none where a visa is needed, and for citizens.
        #[serde(default)]
        per_visit: Option<u32>,
        /// The most days of all visits in a window, where this state has a number of its own.
        #[serde(default)]
        total: Option<u32>,
        /// The length of that window in days.
        #[serde(default)]
        window: Option<u32>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings, which did not decide.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}

/// What a rule is about that holds for all states without a rule of their own.
pub(crate) const OTHERS: &str = "others";

/// The id of the rule for a state: its own, else the one for all others; none where that says nothing of it.
pub(crate) fn stay_rule_of<'a>(rules: &'a Editions<StayRule>, country: &str) -> Option<&'a str> {
    let own = rules.iter().find(|rule| rule.of == country);
    let others = || {
        rules
            .iter()
            .find(|rule| rule.of == OTHERS && !rule.except.iter().any(|except| except == country))
    };
    own.or_else(others).map(|rule| rule.id.as_str())
}

/// A limit for a calendar year that one source names and the law does not: it is counted, and an official decides beyond it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearLimit {
    /// The most days from 1 January to 31 December, by that source.
    pub days: u32,
    /// The stays without a visa of which the source speaks, by what they rest on.
    pub grounds: Vec<StayGround>,
    /// What to ask beyond it.
    pub text: String,
    /// The source.
    pub cite: Cite,
}

dated! {
    /// The most days of all visits in a window of days, for every state that has no number of its own.
    /// The window rolls: it ends on each day of the stay.
    StayWindow {
        /// What it is called.
        title: Words,
        /// The most days; zero in a declared absence.
        #[serde(default)]
        total: u32,
        /// The length of the window in days.
        #[serde(default)]
        window: u32,
        /// A limit for a calendar year beside it.
        #[serde(default)]
        in_year: Option<YearLimit>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings, which did not decide.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}

dated! {
    /// What somebody who stays, or takes a foreigner in, has to do.
    StayDuty {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// Whose duty it is.
        who: StayPerson,
        /// What has to be done.
        words: Words,
    }
}

dated! {
    /// What an offence against the rules of stay costs.
    StayPenalty {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// Whose offence it is.
        who: StayPerson,
        /// The offence and the penalty in words.
        words: Words,
        /// For an overstay: it is longer than this many days.
        #[serde(default)]
        over_days: Option<u32>,
        /// For an overstay: it is not longer than this many days; no end, if absent.
        #[serde(default)]
        to_days: Option<u32>,
        /// The fine as a multiple of the index; no fine, if absent.
        #[serde(default)]
        rate: Option<Decimal>,
        /// The parameter that is the index.
        #[serde(default)]
        index: Option<String>,
        /// Whether expulsion may be ordered instead, or must be where there is no fine.
        #[serde(default)]
        expulsion: bool,
    }
}

/// An absence that counts as residence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorException {
    /// The reason of the absence, as an option of the question.
    pub reason: String,
    /// The term after the end of that reason in which one must be back.
    pub back_within: String,
}

dated! {
    /// The days that the holder of a permit must spend in the country or work, in any months in a row.
    StayFloor {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// What happens when it is missed.
        words: Words,
        /// What its days are.
        counts: FloorDays,
        /// The parameter that holds the fewest days.
        fewest_days: String,
        /// The parameter that holds the length of the window in months.
        window_months: String,
        /// The day of the permit, from which it runs.
        since: FactPath,
        /// Whom it binds; everybody, if absent.
        #[serde(default)]
        when: Option<Condition>,
        /// Whom it exempts.
        #[serde(default)]
        unless: Option<Condition>,
        /// Absences that count as residence.
        #[serde(default)]
        except: Vec<FloorException>,
        /// What an official decides about an absence from which one could not come back in time.
        #[serde(default)]
        prevented: Option<String>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings, which did not decide.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}
