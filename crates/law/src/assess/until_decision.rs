//! Whether the right to stay lasts until the decision, and what to do when it does not.

use chrono::NaiveDate;

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited;
use crate::assess::finding::cited_plain;
use crate::assess::stages::StageTerm;
use crate::assess::stages::term_of;
use crate::assess::stay::StayFinding;
use crate::pack::Dated;
use crate::pack::Examination;
use crate::term::Runs;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Standing;

/// A day of decision by another source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OlderDecision {
    /// The term.
    pub term: StageTerm,
    /// The last day of that term.
    pub decision: NaiveDate,
    /// The next working day, where that day is a day off and nobody could tell whether the law moves it.
    pub moved: Option<NaiveDate>,
    /// Whether the right to stay lasts until then.
    pub verdict: Verdict,
    /// What to say of it.
    pub note: Option<NoteShown>,
}

/// Whether the person may stay until the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UntilDecision {
    /// Yes: the right to stay lasts through the day of the decision. No: it ends before.
    pub verdict: Verdict,
    /// Whether the right to stay lasts through the filing day itself.
    pub at_filing: Verdict,
    /// The last day of the right to stay.
    pub may_stay_until: Option<NaiveDate>,
    /// The day of the decision: planned, or the end of the term for it.
    pub decision: NaiveDate,
    /// Whether the person planned the day of the decision.
    pub decision_given: bool,
    /// Whether that day has passed, and the decision on the papers that were handed in has not come.
    pub awaited: bool,
    /// The next working day, where the term ends on a day off and nobody could tell whether the law moves it.
    pub decision_moved: Option<NaiveDate>,
    /// The term for the decision.
    pub term: Option<StageTerm>,
    /// How many days are not covered.
    pub days_short: i64,
    /// The last day of the longest stay that can be given for the time of the examination.
    pub bridge_until: Option<NaiveDate>,
    /// Whether that stay would reach the decision.
    pub bridge_reaches: bool,
    /// What to do, when the stay ends before the decision or may end before it.
    pub advice: Option<NoteShown>,
    /// What older pages say of the term.
    pub older: Option<OlderDecision>,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is: the weakest of stay and term.
    pub standing: Standing,
}

/// Whether a stay lasts through all days from one to another.
fn lasts(stay: &StayFinding, unknown: &str, from: NaiveDate, until: NaiveDate) -> Verdict {
    stay.may_stay
        .over_days
        .stretches()
        .filter(|stretch| stretch.from <= until && from <= stretch.until)
        .fold(Verdict::DoesNotApply, |whole, stretch| {
            // A day abroad says nothing of the stay that is planned.
            let part = match stretch.value {
                Verdict::DoesNotApply => Verdict::undecided(Why::OfficialDecides {
                    text: unknown.to_owned(),
                }),
                Verdict::Yes | Verdict::No | Verdict::Undecided(_) => stretch.value.clone(),
            };
            whole.and(&part)
        })
}

pub(crate) fn of(context: &Context<'_>, stay: &StayFinding) -> Option<UntilDecision> {
    let evaluation = &context.evaluation;
    let filing = context.days.filing.day;
    if stay.nothing_to_apply_for() {
        return None;
    }
    let record = in_force(&evaluation.pack.examinations, filing)?;
    let decision = context.days.decision;
    let term = term_of(context, &record.term, false, filing);
    let today = context.days.today;
    let awaited = context.days.handed_in && decision.day < today;
    let verdict = match (decision.given, &term) {
        // Without a term there is no day to compare with.
        (false, None) => Verdict::undecided(Why::NoKnownRule {
            rule: record.term.clone(),
            from: filing,
        }),
        (true | false, _) => {
            // A decision that is still awaited comes after today, whatever day was expected.
            let expected = decision.day.max(filing);
            let until = if awaited {
                expected.max(today)
            } else {
                expected
            };
            let covered = lasts(stay, &record.unknown, filing, until);
            if awaited {
                covered.and(&Verdict::undecided(Why::OfficialDecides {
                    text: record.late.clone(),
                }))
            } else {
                covered
            }
        }
    };
    let bridge_until = record
        .bridge
        .as_ref()
        .and_then(|bridge| evaluation.last_day_of(filing, bridge, filing));
    let text = |id: &String| {
        let text = evaluation.pack.texts.get(id)?;
        let standing = text.standing.unwrap_or_else(|| {
            text.cite
                .as_ref()
                .and_then(|cite| evaluation.pack.acts.get(&cite.act))
                .map_or(Standing::Unknown, |act| act.standing)
        });
        Some(NoteShown {
            words: text.words.clone(),
            cited: cited_plain(evaluation, text.cite.as_ref(), standing),
            standing,
        })
    };
    let older = record.older_term.as_ref().and_then(|period| {
        let term = term_of(context, period, false, filing)?;
        let end = evaluation.term(filing, period, Runs::After, filing);
        let decision = end.last?;
        Some(OlderDecision {
            term,
            decision,
            moved: end.moved,
            verdict: lasts(stay, &record.unknown, filing, decision),
            note: record.older_text.as_ref().and_then(text),
        })
    });
    let assured = verdict == Verdict::Yes
        && older
            .as_ref()
            .is_none_or(|older| older.verdict == Verdict::Yes);
    let standing = match (&term, decision.given) {
        (_, true) => stay.may_stay.standing,
        (Some(term), false) => stay.may_stay.standing.weaker(term.standing),
        (None, false) => Standing::Unknown,
    };
    Some(UntilDecision {
        at_filing: lasts(stay, &record.unknown, filing, filing),
        may_stay_until: stay.may_stay_until,
        decision: decision.day,
        decision_given: decision.given,
        awaited,
        decision_moved: if decision.given {
            None
        } else {
            evaluation
                .term(filing, &record.term, Runs::After, filing)
                .moved
        },
        days_short: stay
            .may_stay_until
            .map_or(0, |until| (decision.day - until).num_days().max(0)),
        bridge_until,
        bridge_reaches: bridge_until.is_some_and(|until| decision.day <= until),
        advice: if assured { None } else { text(&record.advice) },
        older,
        cited: cited(evaluation, record),
        standing,
        term,
        verdict,
    })
}

fn in_force(records: &[Examination], day: NaiveDate) -> Option<&Examination> {
    records.iter().find(|record| {
        !record.absent
            && record.from().is_none_or(|from| from <= day)
            && record.until().is_none_or(|until| day <= until)
    })
}
