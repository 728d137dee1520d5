//! Stays counted for one passport.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::Datelike as _;
use chrono::NaiveDate;
use chrono::TimeDelta;

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited;
use crate::assess::finding::cited_plain;
use crate::assess::finding::notes;
use crate::assess::stay::caps;
use crate::assess::stay::caps::Rules;
use crate::assess::stay::read;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::pack::Disagreement;
use crate::pack::StayGround;
use crate::pack::YearLimit;
use crate::stay::Caps;
use crate::stay::Limit;
use crate::stay::StayCount;
use crate::stay::Trip;
use crate::stay::VisitCount;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// What holds of stays with the passport of one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportStay {
    /// The state.
    pub country: String,
    /// On what a stay without a visa rests, by the rule of the day.
    pub ground: Option<StayGround>,
    /// The most days of one visit.
    pub per_visit: Option<u32>,
    /// The most days of all visits.
    pub total: Option<u32>,
    /// The days in which these lie.
    pub window: Option<u32>,
    /// A limit for the calendar year that only one source names, with what was used of it.
    pub in_year: Option<YearUse>,
    /// Why there was no cap of all visits.
    pub no_window_because: Option<Words>,
    /// The visits counted; none while an answer is missing or the visits contradict one another.
    pub count: Option<StayCount>,
    /// Whether one may be in the country, over time.
    pub may_stay: Timeline<Verdict>,
    /// What is not known.
    pub whys: BTreeSet<Why>,
    /// Remarks on the rules.
    pub notes: Vec<NoteShown>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteShown>,
    /// The source of the days of one visit.
    pub rule_cited: Option<Cited>,
    /// The source of the days of all visits.
    pub window_cited: Option<Cited>,
    /// How sure it is: the weakest of both.
    pub standing: Standing,
    /// How sure it is that the window binds at all, where an agreement says nothing of it.
    pub counting: Standing,
}

/// What was used of a limit for a calendar year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearUse {
    /// The most days, by the source.
    pub most: u32,
    /// The days used since 1 January.
    pub used: i64,
    /// The day on which the last of them is used, where the present visit may go on beyond it.
    pub last: Option<NaiveDate>,
    /// The source.
    pub cited: Option<Cited>,
}

/// Counts the visits for each passport.
pub(super) fn all(
    context: &Context<'_>,
    countries: &[String],
    trips: &[Trip],
    unsaid: &BTreeMap<String, Verdict>,
    open: &BTreeSet<Why>,
    resident_since: Option<NaiveDate>,
) -> Vec<PassportStay> {
    let evaluation = &context.evaluation;
    let mut rules: BTreeMap<&str, Rules<'_>> = BTreeMap::new();
    let named = trips.iter().filter_map(|trip| trip.passport.as_deref());
    for country in countries.iter().map(String::as_str).chain(named) {
        rules
            .entry(country)
            .or_insert_with(|| caps::rules(evaluation, country));
    }
    countries
        .iter()
        .filter_map(|country| {
            let own = rules.get(country.as_str())?;
            let caps_of = |trip: &Trip| -> &Caps {
                trip.passport
                    .as_deref()
                    .and_then(|named| rules.get(named))
                    .map_or(&own.caps, |rules| &rules.caps)
            };
            let count = open.is_empty().then(|| {
                let day = context.days.today;
                asking_for_ends(StayCount::of(
                    trips,
                    &own.caps,
                    caps_of,
                    day,
                    resident_since,
                ))
            });
            Some(finding(context, country, own, count, unsaid, open))
        })
        .collect()
}

/// Counts the visits of a stateless person: a visa or a temporary permit ends a visit as it does for everybody; days without one are open.
pub(super) fn stateless(
    context: &Context<'_>,
    trips: &[Trip],
    unsaid: &BTreeMap<String, Verdict>,
    open: &BTreeSet<Why>,
    resident_since: Option<NaiveDate>,
) -> PassportStay {
    let rules = caps::of_nobody(&context.evaluation);
    let count = open.is_empty().then(|| {
        let day = context.days.today;
        asking_for_ends(StayCount::of(
            trips,
            &rules.caps,
            |_| &rules.caps,
            day,
            resident_since,
        ))
    });
    finding(context, caps::STATELESS, &rules, count, unsaid, open)
}

/// The same count, in which the end of a visa or permit that was not told is asked for.
fn asking_for_ends(mut count: StayCount) -> StayCount {
    for visit in &mut count.visits {
        if visit.end.limit == Limit::Document && visit.end.last.is_none() && visit.end.why.is_none()
        {
            visit.end.why = Some(read::missing(read::until_fact(&visit.trip)));
        }
    }
    count
}

fn finding(
    context: &Context<'_>,
    country: &str,
    rules: &Rules<'_>,
    count: Option<StayCount>,
    unsaid: &BTreeMap<String, Verdict>,
    open: &BTreeSet<Why>,
) -> PassportStay {
    let evaluation = &context.evaluation;
    let day = context.days.today;
    // The rule of a visit is that of its day of entry.
    let entered = count
        .as_ref()
        .and_then(StayCount::present)
        .map_or(day, |visit| visit.entered);
    let rule = *rules.rule.at(entered);
    let window = *rules.window.at(day);
    let mut standing = Standing::Official;
    let mut whys = open.clone();
    let mut disagreements = Vec::new();
    let mut shown = Vec::new();
    let mut rule_cited = None;
    let mut own_window = None;
    let mut counting = Standing::Official;
    let (ground, per_visit) = match rule {
        Edition::InForce(rule) => {
            standing = standing.weaker(evaluation.standing_of(rule));
            rule_cited = cited(evaluation, rule);
            own_window = rule.total.zip(rule.window);
            shown.extend(notes(evaluation, &rule.note, day));
            disagreements.extend(others(evaluation, &rule.disagreement));
            (Some(rule.ground), rule.per_visit)
        }
        Edition::Absent(_) | Edition::NotKnown(_) => {
            standing = Standing::Unknown;
            if let crate::stay::PerVisit::NotKnown(why) = rules.caps.per_visit.at(entered) {
                whys.insert(why.clone());
            }
            (None, None)
        }
    };
    let mut no_window_because = None;
    let (mut general, mut window_cited) = (None, None);
    let mut in_year = None;
    // Who needs a visa, or is no foreigner, has no days without a visa that a window could hold.
    match Some(window).filter(|_| ground.is_none_or(StayGround::has_days)) {
        None => {}
        Some(Edition::InForce(record)) => {
            if own_window.is_none() {
                general = Some((record.total, record.window));
                standing = standing.weaker(evaluation.standing_of(record));
                if !disagreements.is_empty() {
                    // An agreement that is silent on the window may go before it.
                    counting = counting.weaker(Standing::Unconfirmed);
                }
                window_cited = cited(evaluation, record);
                disagreements.extend(others(evaluation, &record.disagreement));
                if let (Some(limit), Some(ground), Some(count)) = (&record.in_year, ground, &count)
                    && limit.grounds.contains(&ground)
                {
                    let used = year_use(evaluation, limit, count, day);
                    if used.used > i64::from(used.most) {
                        whys.insert(Why::OfficialDecides {
                            text: limit.text.clone(),
                        });
                    }
                    in_year = Some(used);
                }
            }
            shown.extend(notes(evaluation, &record.note, day));
        }
        Some(Edition::Absent(record)) if own_window.is_none() => {
            no_window_because.clone_from(&record.because);
            standing = standing.weaker(evaluation.standing_of(record));
            window_cited = cited(evaluation, record);
        }
        Some(Edition::Absent(_)) => {}
        Some(Edition::NotKnown(from)) if own_window.is_none() => {
            standing = Standing::Unknown;
            whys.insert(Why::NoKnownRule {
                rule: "stay-window".to_owned(),
                from,
            });
        }
        Some(Edition::NotKnown(_)) => {}
    }
    if own_window.is_some() {
        window_cited.clone_from(&rule_cited);
    }
    let both = own_window.or(general);
    let may_stay = match &count {
        Some(count) => timeline(evaluation, count, unsaid),
        None => evaluation.constant(Verdict::Undecided(whys.clone().into())),
    };
    PassportStay {
        country: country.to_owned(),
        ground,
        per_visit,
        total: both.map(|(total, _)| total),
        window: both.map(|(_, window)| window),
        in_year,
        no_window_because,
        count,
        may_stay,
        whys,
        notes: shown,
        disagreements,
        rule_cited,
        window_cited,
        standing,
        counting,
    }
}

fn year_use(
    evaluation: &Evaluation<'_>,
    limit: &YearLimit,
    count: &StayCount,
    day: NaiveDate,
) -> YearUse {
    let left = i64::from(limit.days) - count.used_in_year;
    let ends = count.present().and_then(|visit| visit.end.last);
    let last = day.checked_add_signed(TimeDelta::days(left));
    YearUse {
        most: limit.days,
        used: count.used_in_year,
        last: last.filter(|last| {
            left >= 0 && last.year() == day.year() && ends.is_some_and(|ends| *last < ends)
        }),
        cited: cited_plain(evaluation, Some(&limit.cite), Standing::Secondary),
    }
}

fn others(evaluation: &Evaluation<'_>, all: &[Disagreement]) -> Vec<NoteShown> {
    all.iter()
        .map(|other| NoteShown {
            words: other.words.clone(),
            cited: cited_plain(evaluation, other.cite.as_ref(), Standing::Secondary),
            standing: Standing::Secondary,
        })
        .collect()
}

/// Whether one may be in the country: Yes on lawful days, No on days of overstay; it does not apply abroad. Where something was not
/// said of a visit, it stands instead of an overstay.
fn timeline(
    evaluation: &Evaluation<'_>,
    count: &StayCount,
    unsaid: &BTreeMap<String, Verdict>,
) -> Timeline<Verdict> {
    let mut changes: Vec<(NaiveDate, Verdict)> = Vec::new();
    for (place, visit) in count.visits.iter().enumerate() {
        let right = match &visit.end.why {
            Some(why) => Verdict::undecided(why.clone()),
            None => Verdict::Yes,
        };
        changes.push((visit.entered, right.clone()));
        let beyond = unsaid.get(&visit.trip).cloned().unwrap_or(Verdict::No);
        for (first, last) in &visit.unlawful {
            changes.push((*first, beyond.clone()));
            if let Some(after) = last.succ_opt()
                && visit.left.is_none_or(|left| after <= left)
            {
                changes.push((after, right.clone()));
            }
        }
        let comes_back = count
            .visits
            .get(place + 1)
            .is_some_and(|next| visit.left.is_some_and(|left| next.entered <= left));
        if !comes_back && let Some(after) = visit.left.and_then(|left| left.succ_opt()) {
            changes.push((after, Verdict::DoesNotApply));
        }
    }
    changes.sort_by_key(|(day, _)| *day);
    Timeline::with_changes(evaluation.axis, Verdict::DoesNotApply, changes)
}

/// The days of overstay of the present visit, else of the last one that had any. None are held against a visit of which something was not
/// said.
pub(super) fn overstay(count: &StayCount, unsaid: &BTreeMap<String, Verdict>) -> Option<i64> {
    let of_visit = |visit: &VisitCount| {
        if unsaid.contains_key(&visit.trip) {
            0
        } else {
            visit.overstay
        }
    };
    match count.present() {
        Some(visit) => Some(of_visit(visit)),
        None => count
            .visits
            .iter()
            .rev()
            .map(of_visit)
            .find(|days| *days > 0),
    }
}
