//! What a permit asks for: days of residence, and of work in the profession.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use crate::answers::LIST_COMPLETE;
use crate::answers::Record;
use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited_plain;
use crate::assess::finding::notes;
use crate::assess::finding::over_editions;
use crate::assess::stay::read;
use crate::assess::stay::read::Said;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Scope;
use crate::pack::FloorDays;
use crate::pack::StayFloor;
use crate::stay::DaySet;
use crate::stay::Floor;
use crate::stay::FloorCount;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// The text about service, study or a business trip that is not over.
const STILL_EXCEPTED: &str = "absence-still-excepted";

/// A floor, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorFinding {
    /// Yes means that it binds this person, once there is a permit.
    pub finding: Finding,
    /// What it is called.
    pub title: Words,
    /// What happens when it is missed.
    pub words: Words,
    /// What its days are.
    pub counts: FloorDays,
    /// The fewest days.
    pub required: Option<i64>,
    /// The months in which they lie.
    pub months: Option<u32>,
    /// Whether it is kept so far: Yes, No, open, or it does not apply (no permit yet, or the person is exempt).
    pub kept: Verdict,
    /// The count; none without a permit or while an answer is missing. Days that an official has to judge count as missed.
    pub count: Option<FloorCount>,
    /// Where the days are not told yet: the last day on which it is surely kept, had every day since the permit been missed.
    pub kept_until_at_least: Option<NaiveDate>,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// Other readings.
    pub disagreements: Vec<NoteShown>,
}

/// The days missed.
#[derive(Default)]
struct Missed {
    /// Days that count as missed for sure.
    surely: Vec<(NaiveDate, NaiveDate)>,
    /// Days of which an official decides.
    perhaps: Vec<(NaiveDate, NaiveDate)>,
    /// The first missed day of a stretch that goes on.
    going_on: Option<NaiveDate>,
    /// What has to be answered first.
    whys: BTreeSet<Why>,
    /// Texts that hold for one of the absences.
    texts: Vec<String>,
}

/// All floors.
pub(super) fn all(context: &Context<'_>, permit: Option<Option<NaiveDate>>) -> Vec<FloorFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.stay_floors;
    let day = context.days.today;
    records
        .ids()
        .filter_map(|id| {
            let edition = editions::on(evaluation.axis, records, id, day);
            let Edition::InForce(record) = edition else {
                return None;
            };
            let binds = over_editions(evaluation, records, id, |record| {
                let holds = record.when.as_ref().map_or_else(
                    || evaluation.constant(Verdict::Yes),
                    |when| evaluation.timeline(when, &Scope::default()),
                );
                match &record.unless {
                    Some(unless) => {
                        let exempt = evaluation.timeline(unless, &Scope::default());
                        holds.zip(&exempt, |holds, exempt| holds.and(&exempt.not()))
                    }
                    None => holds,
                }
            });
            let mut finding = Finding::of_timeline(id, &binds, day);
            finding.cite(evaluation, edition);
            for condition in record.when.iter().chain(&record.unless) {
                finding.explain(evaluation, condition);
            }
            Some(stand(context, record, finding, permit))
        })
        .collect()
}

fn stand(
    context: &Context<'_>,
    record: &StayFloor,
    finding: Finding,
    permit: Option<Option<NaiveDate>>,
) -> FloorFinding {
    let evaluation = &context.evaluation;
    let day = context.days.today;
    let number =
        |id: &str| match editions::on(evaluation.axis, &evaluation.pack.parameters, id, day) {
            Edition::InForce(parameter) => parameter.value.to_u32(),
            Edition::Absent(_) | Edition::NotKnown(_) => None,
        };
    let (required, months) = (
        number(&record.fewest_days).map(i64::from),
        number(&record.window_months),
    );
    let mut shown = notes(evaluation, &record.note, day);
    let concerns = record.when.as_ref().map_or(Verdict::Yes, |when| {
        evaluation.on(when, &Scope::default(), day)
    });
    let mut kept_until_at_least = None;
    let (kept, count) = match (&finding.verdict, permit, required, months) {
        (Verdict::No | Verdict::DoesNotApply, ..) | (_, None, ..) => (Verdict::DoesNotApply, None),
        // Nobody said that the floor is theirs at all: its days would alarm for nothing. An exemption that is open is another matter.
        (Verdict::Undecided(_), ..) if concerns.kind() == VerdictKind::Undecided => {
            (concerns, None)
        }
        (_, Some(None), ..) => (
            Verdict::undecided(read::missing(read::fact("permit", None, "issued"))),
            None,
        ),
        (_, Some(Some(since)), Some(required), Some(months)) => {
            let floor = Floor {
                required,
                months,
                since,
            };
            let missed = match record.counts {
                FloorDays::Presence => absences(context, record, since),
                FloorDays::Work => idle(context, since),
            };
            for id in &missed.texts {
                if let Some(text) = evaluation.pack.texts.get(id) {
                    let standing = text.standing.unwrap_or_default();
                    shown.push(NoteShown {
                        words: text.words.clone(),
                        cited: cited_plain(evaluation, text.cite.as_ref(), standing),
                        standing,
                    });
                }
            }
            if !missed.whys.is_empty() {
                let all_missed = floor.count(&DaySet::of(Vec::new()), Some(since), since);
                kept_until_at_least = all_missed.back_by;
            }
            judged(record, floor, missed, day)
        }
        (_, Some(Some(_)), _, _) => (
            Verdict::undecided(Why::NoKnownRule {
                rule: record.fewest_days.clone(),
                from: day,
            }),
            None,
        ),
    };
    // Whether it binds may be open: then so is whether it is kept, unless it is kept anyway.
    let kept = match (&finding.verdict, &kept) {
        (Verdict::Undecided(whys), Verdict::No) => Verdict::Undecided(whys.clone()),
        (Verdict::Undecided(_) | Verdict::Yes | Verdict::No | Verdict::DoesNotApply, _) => kept,
    };
    FloorFinding {
        finding,
        title: record.title.clone(),
        words: record.words.clone(),
        counts: record.counts,
        required,
        months,
        kept,
        count,
        kept_until_at_least,
        notes: shown,
        disagreements: record
            .disagreement
            .iter()
            .map(|other| NoteShown {
                words: other.words.clone(),
                cited: cited_plain(evaluation, other.cite.as_ref(), Standing::Secondary),
                standing: Standing::Secondary,
            })
            .collect(),
    }
}

/// Whether a floor is kept, with the days that an official judges counted as missed in the figures.
fn judged(
    record: &StayFloor,
    floor: Floor,
    missed: Missed,
    day: NaiveDate,
) -> (Verdict, Option<FloorCount>) {
    if !missed.whys.is_empty() {
        return (Verdict::Undecided(missed.whys.into()), None);
    }
    let surely = DaySet::of(missed.surely.clone());
    let perhaps = DaySet::of([missed.surely, missed.perhaps].concat());
    let broken = |count: &FloorCount| count.broken_on.is_some_and(|on| on <= day);
    let careful = floor.count(&perhaps, missed.going_on, day);
    let kept = if !broken(&careful) {
        Verdict::Yes
    } else if broken(&floor.count(&surely, missed.going_on, day)) {
        Verdict::No
    } else {
        Verdict::undecided(Why::OfficialDecides {
            text: record.prevented.clone().unwrap_or_default(),
        })
    };
    (kept, Some(careful))
}

/// The days abroad since the permit. The days of crossing are days in the country.
fn absences(context: &Context<'_>, record: &StayFloor, since: NaiveDate) -> Missed {
    let answers = context.evaluation.answers;
    let entity = FloorDays::Presence.list();
    let mut missed = Missed::default();
    let list = answers.lists.get(entity);
    if list.is_none_or(|list| !list.complete) {
        missed
            .whys
            .insert(read::missing(read::fact(entity, None, LIST_COMPLETE)));
    }
    for (id, absence) in list.map(|list| list.records.as_slice()).unwrap_or_default() {
        missed.absence(context, record, since, id, absence);
    }
    missed
}

impl Missed {
    fn absence(
        &mut self,
        context: &Context<'_>,
        record: &StayFloor,
        since: NaiveDate,
        id: &str,
        absence: &Record,
    ) {
        let on = context.days.today;
        let entity = FloorDays::Presence.list();
        let absence = Some(absence);
        let Said::Known(left) = read::day(absence, "left") else {
            self.whys
                .insert(read::missing(read::fact(entity, Some(id), "left")));
            return;
        };
        let back = match read::day(absence, "back") {
            Said::Known(back) if back < left => {
                self.whys
                    .insert(read::missing(read::fact(entity, Some(id), "back")));
                return;
            }
            Said::Known(back) => Some(back),
            Said::Nothing => None,
            Said::NotKnown => {
                self.whys
                    .insert(read::missing(read::fact(entity, Some(id), "back")));
                return;
            }
        };
        let first = left.succ_opt().unwrap_or(left).max(since);
        // Whoever is still away may come back today, and the day of crossing is a day in the country.
        let last = back.unwrap_or(on).pred_opt().unwrap_or(NaiveDate::MIN);
        let days = (first, last);
        match excepted(context, record, absence, back) {
            Excepted::Yes => {}
            Excepted::NotYetOver => self.texts.push(STILL_EXCEPTED.to_owned()),
            Excepted::OfficialDecides => self.perhaps.push(days),
            Excepted::No => {
                self.surely.push(days);
                if back.is_none() && left <= on {
                    self.going_on = Some(first);
                }
            }
        }
    }
}

/// Whether an absence counts as residence.
enum Excepted {
    Yes,
    /// It does, if one comes back in time.
    NotYetOver,
    /// One came back late for a reason that an official judges.
    OfficialDecides,
    No,
}

fn excepted(
    context: &Context<'_>,
    record: &StayFloor,
    absence: Option<&Record>,
    back: Option<NaiveDate>,
) -> Excepted {
    let reason = read::choice(absence, "reason").known();
    let Some(except) = record
        .except
        .iter()
        .find(|except| Some(&except.reason) == reason.as_ref())
    else {
        return Excepted::No;
    };
    let Some(ended) = read::day(absence, "ended").known() else {
        // Who is back has ended it, at the latest on the day of coming back.
        return if back.is_some() {
            Excepted::Yes
        } else {
            Excepted::NotYetOver
        };
    };
    let on = back.unwrap_or(context.days.today);
    let in_time = context
        .evaluation
        .last_day_of(ended, &except.back_within, ended)
        .is_some_and(|last| on <= last);
    match (in_time, back) {
        (true, Some(_)) => Excepted::Yes,
        (true, None) => Excepted::NotYetOver,
        (false, _) if read::yes_no(absence, "prevented").known() == Some(true) => {
            Excepted::OfficialDecides
        }
        (false, _) => Excepted::No,
    }
}

/// The days since the permit on which one did not work in the profession.
fn idle(context: &Context<'_>, since: NaiveDate) -> Missed {
    let on = context.days.today;
    let entity = FloorDays::Work.list();
    let mut missed = Missed::default();
    let list = context.evaluation.answers.lists.get(entity);
    if list.is_none_or(|list| !list.complete) {
        missed
            .whys
            .insert(read::missing(read::fact(entity, None, LIST_COMPLETE)));
    }
    let mut worked = Vec::new();
    let mut goes_on = false;
    for (id, record) in list.map(|list| list.records.as_slice()).unwrap_or_default() {
        let Said::Known(from) = read::day(Some(record), "from") else {
            missed
                .whys
                .insert(read::missing(read::fact(entity, Some(id), "from")));
            continue;
        };
        let until = match read::day(Some(record), "until") {
            Said::Known(until) => until,
            Said::Nothing => {
                goes_on = goes_on || from <= on;
                on
            }
            Said::NotKnown => {
                missed
                    .whys
                    .insert(read::missing(read::fact(entity, Some(id), "until")));
                continue;
            }
        };
        worked.push((from, until));
    }
    let mut next = since;
    for (from, until) in DaySet::of(worked).stretches() {
        if let Some(before) = from.pred_opt() {
            missed.surely.push((next, before));
        }
        next = until.succ_opt().unwrap_or(until).max(next);
    }
    // Today may still become a day of work.
    if let Some(yesterday) = on.pred_opt().filter(|yesterday| next <= *yesterday) {
        missed.surely.push((next, yesterday));
    }
    if next <= on && !goes_on {
        missed.going_on = Some(next);
    }
    missed
}
