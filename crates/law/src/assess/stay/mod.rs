//! Stays in an assessment: until which day one may stay, what an overstay costs, and what the permit asks for later.

mod basis;
mod caps;
mod floors;
mod passport;
mod penalties;
mod permit;
mod read;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use floors::FloorFinding;
pub use passport::PassportStay;
pub use penalties::DutyFinding;
pub use penalties::Fine;
pub use penalties::PenaltyFinding;
pub use read::STAY_FACTS;

use crate::answers::Answers;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::missing_as_sets;
use crate::assess::plan;
use crate::assess::plan::Plan;
use crate::assess::stay::permit::Permit;
use crate::evaluate::Evaluation;
use crate::explain::Reason;
use crate::interview::Interview;
use crate::pack::Pack;
use crate::pack::StayGround;
use crate::stay;
use crate::stay::Limit;
use crate::stay::StayProblem;
use crate::stay::Trip;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;
use crate::words::Standing;

/// The text on the stay of those who have refugee status or asylum.
const STAY_WITH_REFUGE: &str = "stay-with-refuge";

/// What holds of a person's stays on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayFinding {
    /// The day of the question.
    pub day: NaiveDate,
    /// Whether one is in the country on that day, by the visits given; none while that was not said.
    pub here: Option<bool>,
    /// Whether one may be in the country, over time: Yes on the lawful days of visits, also of the present one up to its
    /// last lawful day; No after it; it does not apply on days abroad.
    pub may_stay: Finding,
    /// The last lawful day of the present visit, if one stays. None when one is abroad, when nothing ends the stay, or when it is
    /// not known; the verdict tells which. With several passports of which none was named, the earliest.
    pub may_stay_until: Option<NaiveDate>,
    /// Whether the permanent permit is held on the day of the question.
    pub permit_held: bool,
    /// What ends the present visit.
    pub limit: Option<Limit>,
    /// The days of overstay up to the day of the question, of the visit in which they fell last.
    pub overstay: i64,
    /// The same for each passport that one holds.
    pub passports: Vec<PassportStay>,
    /// Visits that cannot all be true: then nothing is counted.
    pub problems: Vec<StayProblem>,
    /// Visits that count as visits without a visa because their basis was not said. What lies beyond the days without a visa is open
    /// there, and is no overstay.
    pub taken_as_visa_free: Vec<String>,
    /// The visits of which it is open whether the days beyond their term were an overstay; those of `taken_as_visa_free` are among them.
    pub open_overstays: BTreeSet<String>,
    /// What offences cost; those that the overstay meets are marked.
    pub penalties: Vec<PenaltyFinding>,
    /// What has to be done during a stay.
    pub duties: Vec<DutyFinding>,
    /// What a permit asks for.
    pub floors: Vec<FloorFinding>,
}

impl StayFinding {
    /// Whether there is nothing to apply for: the person holds the permit, or is a citizen.
    #[must_use]
    pub fn nothing_to_apply_for(&self) -> bool {
        match self.limit {
            Some(Limit::Permit | Limit::Citizen) => true,
            Some(Limit::PerVisit | Limit::Window | Limit::Document | Limit::VisaNeeded) | None => {
                false
            }
        }
    }
}

/// Stays alone, without the rest of an assessment.
#[must_use]
pub fn assess_stay(
    pack: &Pack,
    interview: &Interview,
    answers: &Answers,
    today: NaiveDate,
) -> StayFinding {
    let planned = Plan {
        today,
        filing: today,
        filing_given: false,
        payment: None,
        decision: None,
    };
    let days = plan::resolve(pack, interview, answers, &planned);
    let evaluation = Evaluation::new(pack, interview, answers, days.axis());
    of(&Context { evaluation, days })
}

/// A visit that goes on or is planned.
pub(crate) struct PresentVisit {
    /// The day of entry.
    pub(crate) entered: NaiveDate,
    /// The question that was answered with it.
    pub(crate) entered_fact: FactRef,
    /// The day of exit, where it is planned.
    pub(crate) left: Option<NaiveDate>,
}

/// The visit in which a day lies, else the next one after it; none where every visit is over.
pub(crate) fn present_visit(answers: &Answers, on: NaiveDate) -> Option<PresentVisit> {
    let visits = read::visits(answers, on).trips;
    let present = visits.iter().rev().find(|trip| trip.holds(on));
    let next = || visits.iter().find(|trip| on < trip.entered);
    present.or_else(next).map(|trip| PresentVisit {
        entered: trip.entered,
        entered_fact: read::entered_fact(&trip.id),
        left: trip.left,
    })
}

/// Stays in an assessment.
pub(crate) fn of(context: &Context<'_>) -> StayFinding {
    let evaluation = &context.evaluation;
    let day = context.days.today;
    let mut visits = read::visits(evaluation.answers, day);
    let permit = Permit::on(evaluation.answers, day);
    let resident = permit.held().is_some();
    let resident_since = permit.held().flatten();
    let problems = stay::problems(&visits.trips);
    visits.whys.extend(problems.iter().map(contradiction));
    if let Permit::Annulled { since, from } = permit {
        permit::after_annulment(&mut visits, since, from, day);
    }
    let mut citizen = false;
    let countries = match read::citizenships(evaluation.answers) {
        read::Citizenships::Of(_)
        | read::Citizenships::Stateless
        | read::Citizenships::Missing(_)
            if permit::became_a_citizen(evaluation.answers, day) =>
        {
            citizen = true;
            Ok(own_states(evaluation, day))
        }
        read::Citizenships::Of(mut countries) => {
            // Whoever is a citizen is no foreigner, whatever other passport there is.
            let own = countries
                .iter()
                .position(|country| is_own(evaluation, country, day));
            if let Some(own) = own {
                citizen = true;
                countries = vec![countries.swap_remove(own)];
            }
            Ok(countries)
        }
        read::Citizenships::Stateless => Ok(Vec::new()),
        read::Citizenships::Missing(why) => Err(why),
    };
    let refuge = read::refuge(evaluation.answers);
    match refuge.kind() {
        VerdictKind::Yes => visits.left_to_an_authority(STAY_WITH_REFUGE, day),
        VerdictKind::Undecided => {
            visits.overstay_is_open(&refuge);
            visits.ask_for_citizenships(evaluation.answers, day);
        }
        VerdictKind::No | VerdictKind::DoesNotApply => {
            visits.ask_for_citizenships(evaluation.answers, day);
        }
    }
    if resident || citizen {
        // A holder of a permit, or a citizen, is asked for no visits any more.
        visits.whys.clear();
    }
    let counted = if problems.is_empty() {
        visits.trips.as_slice()
    } else {
        &[]
    };
    // Since when a resident's days count for no visit is not known without the day of the permit.
    let uncounted = (resident && resident_since.is_none())
        .then(|| read::missing(read::fact("permit", None, "issued")));
    let unsaid = visits.overstays_that_are_open();
    let stateless = countries.as_ref().is_ok_and(Vec::is_empty);
    let (mut passports, open) = match countries {
        Ok(_) if stateless => {
            let whys = visits.whys.iter().chain(&uncounted).cloned().collect();
            let found = passport::stateless(context, counted, &unsaid, &whys, resident_since);
            (vec![found], BTreeSet::new())
        }
        Ok(countries) => (
            passport::all(
                context,
                &countries,
                counted,
                &unsaid,
                &visits.whys.iter().chain(&uncounted).cloned().collect(),
                resident_since,
            ),
            BTreeSet::new(),
        ),
        Err(why) => (Vec::new(), BTreeSet::from([why])),
    };
    let whys: BTreeSet<Why> = visits.whys.union(&open).cloned().collect();
    let here = if resident || citizen {
        visits
            .trips
            .iter()
            .any(|trip| trip.holds(day))
            .then_some(true)
    } else if problems.is_empty() && visits.whys.is_empty() {
        Some(visits.trips.iter().any(|trip| trip.holds(day)))
    } else {
        None
    };
    let (mut may_stay, mut until, mut limit) =
        right_to_stay(context, &passports, &whys, &visits.trips, &unsaid, here);
    if resident {
        let held = match (resident_since, uncounted) {
            (Some(since), _) => evaluation.starting(since),
            (None, Some(why)) => Timeline::with_changes(
                evaluation.axis,
                Verdict::undecided(why),
                vec![(day, Verdict::Yes)],
            ),
            (None, None) => evaluation.constant(Verdict::Yes),
        };
        let mut finding = Finding::of_timeline("stay", &held, day);
        if let Some(basis) = basis::of(evaluation, Limit::Permit, day) {
            finding.cited = basis.cited;
            finding.standing = basis.standing;
        }
        (may_stay, until, limit) = (finding, None, Some(Limit::Permit));
    }
    if citizen {
        let mut finding = Finding::of_timeline("stay", &evaluation.constant(Verdict::Yes), day);
        if let Some(passport) = passports.first() {
            finding.cited.clone_from(&passport.rule_cited);
            finding.standing = passport.standing;
        }
        (may_stay, until, limit) = (finding, None, Some(Limit::Citizen));
    }
    let overstay = if whys.is_empty() {
        passports
            .iter()
            .filter_map(|passport| passport.count.as_ref())
            .filter_map(|count| passport::overstay(count, &unsaid))
            .max()
            .unwrap_or(0)
    } else {
        0
    };
    if stateless {
        // There is no passport of a state to tell of, and only a document is known to end the visit.
        passports.clear();
        limit =
            limit.filter(|limit| matches!(limit, Limit::Document | Limit::Permit | Limit::Citizen));
    }
    StayFinding {
        day,
        here,
        may_stay,
        may_stay_until: until,
        permit_held: resident,
        limit,
        overstay,
        passports,
        problems,
        taken_as_visa_free: if citizen {
            Vec::new()
        } else {
            visits.taken_as_visa_free
        },
        open_overstays: unsaid.into_keys().collect(),
        penalties: if citizen {
            Vec::new()
        } else {
            penalties::penalties(context, overstay)
        },
        duties: if citizen {
            Vec::new()
        } else {
            penalties::duties(context)
        },
        floors: floors::all(context, permit.held().filter(|_| !citizen)),
    }
}

/// The states whose citizens are no foreigners.
fn own_states(evaluation: &Evaluation<'_>, day: NaiveDate) -> Vec<String> {
    let own = evaluation.pack.stay_rules.iter();
    own.filter(|rule| rule.ground == StayGround::Citizen)
        .map(|rule| rule.of.clone())
        .filter(|country| is_own(evaluation, country, day))
        .take(1)
        .collect()
}

/// Whether citizens of a state are no foreigners.
fn is_own(evaluation: &Evaluation<'_>, country: &str, day: NaiveDate) -> bool {
    let ground = evaluation.stay_ground(country, &[StayGround::Citizen]);
    *ground.at(day) == Verdict::Yes
}

/// The answer that has to be mended where visits contradict one another.
fn contradiction(problem: &StayProblem) -> Why {
    let fact = match problem {
        StayProblem::LeftBeforeEntered { trip } | StayProblem::NotEnded { trip, .. } => {
            read::left_fact(trip)
        }
        StayProblem::Overlap { second, .. } => read::entered_fact(second),
        StayProblem::DocumentEndsEarly { trip } => read::until_fact(trip),
    };
    read::missing(fact)
}

/// Whether one may stay, over the axis, and the last lawful day of the present visit.
fn right_to_stay(
    context: &Context<'_>,
    passports: &[PassportStay],
    whys: &BTreeSet<Why>,
    trips: &[Trip],
    unsaid: &BTreeMap<String, Verdict>,
    here: Option<bool>,
) -> (Finding, Option<NaiveDate>, Option<Limit>) {
    let evaluation = &context.evaluation;
    let day = context.days.today;
    if !whys.is_empty() {
        let open = Verdict::Undecided(whys.clone().into());
        // Whatever else is missing: on a document that has run out nobody may stay.
        let timeline = match read::document_end(evaluation.answers, trips) {
            Some(end) => evaluation.until_day(end).map(|before| match before {
                Verdict::Yes => open.clone(),
                Verdict::No | Verdict::Undecided(_) | Verdict::DoesNotApply => Verdict::No,
            }),
            None => evaluation.constant(open),
        };
        let mut finding = Finding::of_timeline("stay", &timeline, day);
        finding.deciding = missing_as_sets(&finding.verdict);
        finding.standing = Standing::Unknown;
        return (finding, None, None);
    }
    let present = trips.iter().rev().find(|trip| trip.holds(day));
    // With several passports and none named, they may say different things: the answer decides.
    let which =
        present.map(|trip| Verdict::undecided(read::missing(read::passport_fact(&trip.id))));
    let mut timelines = passports.iter().map(|passport| &passport.may_stay);
    let merged = match timelines.next() {
        Some(first) => timelines.fold(first.clone(), |merged: Timeline<Verdict>, next| {
            merged.zip(next, |a, b| {
                if a == b {
                    a.clone()
                } else {
                    which.clone().unwrap_or(Verdict::DoesNotApply)
                }
            })
        }),
        None => evaluation.constant(Verdict::DoesNotApply),
    };
    let mut finding = Finding::of_timeline("stay", &merged, day);
    finding.deciding = missing_as_sets(&finding.verdict);
    if here == Some(true)
        && let Some(trip) = present
    {
        let fact: FactRef = read::entered_fact(&trip.id);
        finding.reasons.push(Reason::Fact {
            fact,
            value: crate::value::Value::Date(trip.entered),
        });
    }
    let ends: Vec<_> = passports
        .iter()
        .filter_map(|passport| passport.count.as_ref())
        .filter_map(stay::StayCount::present)
        .map(|visit| &visit.end)
        .collect();
    let earliest = ends
        .iter()
        .filter_map(|end| end.last.map(|last| (last, end.limit)))
        .min_by_key(|(last, _)| *last);
    // Where it is open whether the visit went on lawfully, a day that has passed ended nothing yet.
    let goes_on_perhaps = present.is_some_and(|trip| unsaid.contains_key(&trip.id))
        && earliest.is_some_and(|(last, _)| last < day);
    let known = ends.iter().all(|end| end.why.is_none()) && !goes_on_perhaps;
    let (until, limit) = match earliest {
        // Nothing ended that never began.
        Some((_, Limit::VisaNeeded)) if known => (None, Some(Limit::VisaNeeded)),
        Some((last, limit)) if known => (Some(last), Some(limit)),
        Some(_) | None => (None, ends.first().map(|end| end.limit)),
    };
    if let Some(basis) = limit.and_then(|limit| basis::of(evaluation, limit, day)) {
        finding.cited = basis.cited;
        finding.standing = basis.standing;
        return (finding, until, limit);
    }
    if let Some(passport) = passports.first() {
        finding.cited = if limit == Some(Limit::Window) {
            passport.window_cited.clone()
        } else {
            passport.rule_cited.clone()
        };
    }
    finding.standing = passports
        .iter()
        .map(|passport| {
            if limit == Some(Limit::Window) {
                passport.standing.weaker(passport.counting)
            } else {
                passport.standing
            }
        })
        .max()
        .unwrap_or(Standing::Unknown);
    (finding, until, limit)
}
