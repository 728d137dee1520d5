//! The papers of one requirement: in hand or not, and on which days they are good.

use chrono::Days;
use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::answers::Answer;
use crate::answers::EntityRef;
use crate::answers::FactRef;
use crate::answers::PAPER;
use crate::assess::Context;
use crate::assess::finding::NoteShown;
use crate::assess::legalisation;
use crate::assess::legalisation::LegalisationFinding;
use crate::assess::obtaining;
use crate::assess::obtaining::ObtainingFinding;
use crate::assess::paper_keys::PaperKey;
use crate::assess::sanity;
use crate::assess::sum_checks;
use crate::assess::sum_checks::SumCheck;
use crate::evaluate::Scope;
use crate::pack::Obtaining;
use crate::pack::Requirement;
use crate::pack::Runs;
use crate::timeline::Timeline;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Words;

/// The facts of a paper, as the interview names them.
pub(crate) const IN_HAND: &str = "in_hand";
pub(crate) const ISSUED: &str = "issued";
const EXPIRES: &str = "expires";

/// Where a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperStatus {
    /// It need not be handed in.
    NotNeeded,
    /// Whether it is needed is not decided.
    Open,
    /// The person has not said whether it is in hand.
    NotSaid,
    /// Whether what is in hand will do, the law does not say: an authority has to be asked.
    OfficeSays,
    /// It is not in hand.
    Missing,
    /// It is in hand, but the date that decides how long it is good was not given.
    DateMissing,
    /// It is in hand and good on the filing day.
    InHand,
    /// It is issued, or becomes good, only after the filing day.
    NotYet,
    /// It is good today and no longer on the filing day.
    WillBeOutOfDate,
    /// It is no longer good.
    OutOfDate,
    /// It is in hand, but the sum on it is not enough.
    WrongSum,
    /// It is in hand, but whether the sum on it is enough cannot be said.
    SumOpen,
    /// The country is reported to issue none.
    NoneInCountry,
}

/// One paper of a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperFinding {
    /// The key of its answers: the paper's id, or id and country, or id and record.
    pub key: String,
    /// The country, where there is one paper for each.
    pub country: Option<String>,
    /// The record of a list, where there is one paper for each.
    pub record: Option<EntityRef>,
    /// Where it stands.
    pub status: PaperStatus,
    /// The day of its issue.
    pub issued: Option<NaiveDate>,
    /// The last day on which it can be handed in.
    pub last_good_day: Option<NaiveDate>,
    /// How it is obtained; none where it need not be, or where nobody could tell us.
    pub obtaining: Option<ObtainingFinding>,
    /// What it needs as a foreign paper; none where it is no foreign paper, or need not be brought.
    pub legalisation: Option<LegalisationFinding>,
    /// Why there is none in the country.
    pub none_because: Option<NoteShown>,
    /// What to bring instead, where the country issues none.
    pub instead: Option<Words>,
}

/// A paper with the days on which it is good, when it is in hand.
pub(crate) struct JudgedPaper {
    pub(crate) finding: PaperFinding,
    pub(crate) good: Option<Timeline<Verdict>>,
    pub(crate) sum: Option<SumCheck>,
}

/// What is known of a paper: whether it is held, on which days it is good, and so where it stands.
struct Looked<'a> {
    held: Verdict,
    issued: Option<NaiveDate>,
    /// On which days its dates are good.
    valid: Timeline<Verdict>,
    /// On which days the sum on it is good; none where it shows none.
    sum: Option<Timeline<Verdict>>,
    not_issued: Option<&'a Obtaining>,
    status: PaperStatus,
}

/// Where a paper stands on the filing day.
pub(crate) fn status(
    context: &Context<'_>,
    requirement: &Requirement,
    need: &Verdict,
    paper: &PaperKey,
) -> PaperStatus {
    looked(context, requirement, &needed(need, paper), paper).status
}

/// Whether a paper of a requirement is needed.
fn needed(need: &Verdict, paper: &PaperKey) -> Verdict {
    match need {
        Verdict::No | Verdict::DoesNotApply => need.clone(),
        Verdict::Yes | Verdict::Undecided(_) => need.and(&paper.counts),
    }
}

fn looked<'a>(
    context: &Context<'a>,
    requirement: &Requirement,
    need: &Verdict,
    paper: &PaperKey,
) -> Looked<'a> {
    let evaluation = &context.evaluation;
    let filing = context.days.filing.day;
    let key = paper.key.as_str();
    let scope = Scope::default().with(PAPER, key);
    let in_hand = evaluation.answers.paper_value(key, IN_HAND);
    let said = in_hand.and_then(Value::yes_no).map_or_else(
        || {
            Verdict::undecided(Why::MissingFact {
                fact: paper_fact(key, IN_HAND),
            })
        },
        Verdict::of,
    );
    let held = match &requirement.held {
        None => said,
        // Other answers say it; while they do not, somebody who says that the paper is there is believed.
        Some(held) => match (evaluation.on(held, &scope, filing), said) {
            (Verdict::Undecided(_), Verdict::Yes) => Verdict::Yes,
            (held, _) => held,
        },
    };
    let issued = date(context, key, ISSUED);
    let valid = good_days(context, requirement, key, issued, &scope);
    let sum = sum_checks::good(context, requirement, key);
    let country = paper.country.as_deref();
    let not_issued = evaluation
        .pack
        .not_issued(requirement.paper_id(), country, filing);
    let status = match (need, &held) {
        (Verdict::No | Verdict::DoesNotApply, _) => PaperStatus::NotNeeded,
        (Verdict::Undecided(_), _) => PaperStatus::Open,
        // On the filing day there was no such paper yet, whatever rule of that day is known.
        (Verdict::Yes, Verdict::Yes) if issued.is_some_and(|issued| issued > filing) => {
            PaperStatus::NotYet
        }
        (Verdict::Yes, Verdict::Yes) => held_status(context, &valid, sum.as_ref()),
        (Verdict::Yes, Verdict::No | Verdict::Undecided(_) | Verdict::DoesNotApply)
            if not_issued.is_some() =>
        {
            PaperStatus::NoneInCountry
        }
        (Verdict::Yes, Verdict::No | Verdict::DoesNotApply) => PaperStatus::Missing,
        (Verdict::Yes, Verdict::Undecided(_)) if held.left_to_officials() => {
            PaperStatus::OfficeSays
        }
        (Verdict::Yes, Verdict::Undecided(_)) => PaperStatus::NotSaid,
    };
    Looked {
        held,
        issued,
        valid,
        sum,
        not_issued,
        status,
    }
}

pub(crate) fn judge(
    context: &Context<'_>,
    requirement: &Requirement,
    need: &Verdict,
    paper: &PaperKey,
) -> JudgedPaper {
    let evaluation = &context.evaluation;
    let key = paper.key.as_str();
    let country = paper.country.as_deref();
    let need = needed(need, paper);
    let Looked {
        held,
        issued,
        valid,
        sum,
        not_issued,
        status,
    } = looked(context, requirement, &need, paper);
    let last_good_day = if held == Verdict::Yes {
        last_good_day(&valid)
    } else {
        None
    };
    let good = match sum {
        Some(sum) => valid.zip(&sum, Verdict::and),
        None => valid,
    };
    JudgedPaper {
        finding: PaperFinding {
            key: key.to_owned(),
            country: paper.country.clone(),
            record: paper.record.clone(),
            status,
            issued,
            last_good_day,
            obtaining: obtaining::of(context, requirement.paper_id(), country, status),
            legalisation: legalisation::of(context, paper.issued_in.as_deref(), status),
            none_because: not_issued
                .filter(|_| status == PaperStatus::NoneInCountry)
                .and_then(|record| obtaining::because(evaluation, record)),
            instead: not_issued
                .filter(|_| status == PaperStatus::NoneInCountry)
                .and_then(|record| record.instead.clone()),
        },
        good: (held == Verdict::Yes).then(|| match &paper.uncounted {
            Some(uncounted) => good.zip(uncounted, Verdict::or),
            None => good,
        }),
        sum: match need {
            Verdict::Yes | Verdict::Undecided(_) if held == Verdict::Yes => {
                sum_checks::check(context, requirement, key)
            }
            // A list may name no receipt, and the duty was due all the same.
            Verdict::DoesNotApply if held == Verdict::Yes && requirement.fee.is_some() => {
                sum_checks::check(context, requirement, key)
            }
            Verdict::Yes | Verdict::No | Verdict::Undecided(_) | Verdict::DoesNotApply => None,
        },
    }
}

fn good_days(
    context: &Context<'_>,
    requirement: &Requirement,
    key: &str,
    issued: Option<NaiveDate>,
    scope: &Scope,
) -> Timeline<Verdict> {
    let evaluation = &context.evaluation;
    let by_rule = match (&requirement.good_while, &requirement.valid, issued) {
        (Some(good_while), _, _) => evaluation.timeline(good_while, scope),
        (None, Some(period), Some(issued)) => {
            match evaluation.last_day_of(issued, period, context.days.filing.day) {
                Some(last) => evaluation.between(issued, last),
                None => evaluation.constant(Verdict::undecided(Why::NoKnownRule {
                    rule: period.clone(),
                    from: evaluation.axis.first,
                })),
            }
        }
        (None, Some(_), None) => evaluation.constant(Verdict::undecided(Why::MissingFact {
            fact: paper_fact(key, ISSUED),
        })),
        (None, None, Some(issued)) => evaluation.starting(issued),
        (None, None, None) => evaluation.constant(Verdict::Yes),
    };
    let granted = match &requirement.runs {
        Some(runs) => by_rule.zip(&granted(context, runs, issued), Verdict::and),
        None => by_rule,
    };
    match date(context, key, EXPIRES) {
        Some(expires) => granted.zip(&evaluation.until_day(expires), Verdict::and),
        None => granted,
    }
}

/// On which days a paper still grants something, by the answers to questions that are asked.
fn granted(context: &Context<'_>, runs: &Runs, issued: Option<NaiveDate>) -> Timeline<Verdict> {
    let evaluation = &context.evaluation;
    let scope = Scope::default();
    let until = evaluation.fact_ref(&runs.until, &scope);
    let open = Verdict::undecided(Why::MissingFact {
        fact: until.clone(),
    });
    match evaluation.answers.get(&until) {
        _ if !sanity::is_asked(context, &runs.until, &scope) => {
            return evaluation.constant(Verdict::Yes);
        }
        Some(Answer::Known(value)) => {
            if let Some(last) = value.day() {
                let runs_until = evaluation.until_day(last);
                return match fits(context, runs, issued, last) {
                    Some(fits) => runs_until.zip(&fits, Verdict::and),
                    None => runs_until,
                };
            }
        }
        Some(Answer::NotKnownYet) => return evaluation.constant(open),
        None => {}
    }
    let after = || {
        let (_, days) = sanity::answered(context, &runs.days, &scope)?;
        let days = u64::try_from(days.number()?).ok()?;
        issued?.checked_add_days(Days::new(days))
    };
    match after() {
        Some(after) => Timeline::with_changes(evaluation.axis, Verdict::Yes, vec![(after, open)]),
        None => evaluation.constant(Verdict::Yes),
    }
}

/// Whether the fewest days that have to be granted can lie between the paper's issue and the last day, both counted: whatever number of
/// days was named.
fn fits(
    context: &Context<'_>,
    runs: &Runs,
    issued: Option<NaiveDate>,
    last: NaiveDate,
) -> Option<Timeline<Verdict>> {
    let evaluation = &context.evaluation;
    let at_least = runs.at_least.as_ref()?;
    let days = sanity::days_from(issued?, last);
    Some(evaluation.parameter(at_least, |fewest, _| {
        Some(evaluation.constant(Verdict::of(Decimal::from(days) >= fewest)))
    }))
}

fn dated_status(context: &Context<'_>, good: &Timeline<Verdict>) -> PaperStatus {
    let filing = context.days.filing.day;
    let today = context.days.today;
    match good.at(filing) {
        Verdict::Yes | Verdict::DoesNotApply => PaperStatus::InHand,
        Verdict::Undecided(_) => PaperStatus::DateMissing,
        Verdict::No => {
            let later = good
                .stretches()
                .any(|stretch| stretch.from > filing && *stretch.value == Verdict::Yes);
            if later {
                PaperStatus::NotYet
            } else if today < filing && *good.at(today) == Verdict::Yes {
                PaperStatus::WillBeOutOfDate
            } else {
                PaperStatus::OutOfDate
            }
        }
    }
}

/// Where a paper in hand stands: its days first, then the sum on it.
fn held_status(
    context: &Context<'_>,
    valid: &Timeline<Verdict>,
    shown: Option<&Timeline<Verdict>>,
) -> PaperStatus {
    let dated = dated_status(context, valid);
    if dated != PaperStatus::InHand {
        return dated;
    }
    match shown.map(|shown| shown.at(context.days.filing.day)) {
        None | Some(Verdict::Yes | Verdict::DoesNotApply) => PaperStatus::InHand,
        Some(Verdict::No) => PaperStatus::WrongSum,
        Some(Verdict::Undecided(_)) => PaperStatus::SumOpen,
    }
}

fn last_good_day(good: &Timeline<Verdict>) -> Option<NaiveDate> {
    good.stretches()
        .filter(|stretch| *stretch.value == Verdict::Yes && stretch.until < good.axis().last)
        .last()
        .map(|stretch| stretch.until)
}

pub(crate) fn date(context: &Context<'_>, key: &str, fact: &str) -> Option<NaiveDate> {
    context.evaluation.answers.paper_value(key, fact)?.day()
}

pub(crate) fn paper_fact(key: &str, fact: &str) -> FactRef {
    FactRef {
        entity: EntityRef {
            kind: PAPER.to_owned(),
            record: Some(key.to_owned()),
        },
        fact: fact.to_owned(),
    }
}
