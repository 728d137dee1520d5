//! What every finding has: a verdict, its days, its reasons and its source.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answering;
use crate::answers::FactRef;
use crate::condition::Condition;
use crate::deciding::Wanted;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::explain::Reason;
use crate::pack::Cite;
use crate::pack::Dated;
use crate::pack::Disagreement;
use crate::pack::Editions;
use crate::pack::Note;
use crate::timeline::Stretch;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// The source of a finding: the edition that was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The act's id.
    pub act: String,
    /// Article or item.
    pub place: String,
    /// The first day of the edition.
    pub from: Option<NaiveDate>,
    /// The last day of the edition.
    pub until: Option<NaiveDate>,
    /// The day its wording was last read.
    pub seen: Option<NaiveDate>,
    /// How sure we are of it.
    pub standing: Standing,
    /// Its address.
    pub url: String,
}

/// A remark that holds for this person on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteShown {
    /// The words.
    pub words: Words,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// A verdict with everything that stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub id: String,
    /// The verdict on the day.
    pub verdict: Verdict,
    /// The day on which the rule was tested.
    pub day: NaiveDate,
    /// The verdict over time: each stretch with its kind.
    pub stretches: Vec<Stretch<VerdictKind>>,
    /// What decided.
    pub reasons: Vec<Reason>,
    /// The smallest sets of answers that could decide it.
    pub deciding: Vec<BTreeSet<FactRef>>,
    /// The source.
    pub cited: Option<Cited>,
    /// Why the rule did not exist on the day.
    pub absent_because: Option<Words>,
    /// How sure it is: the weakest of the record and of what decided.
    pub standing: Standing,
    /// The verdict over time with its reasons.
    pub(crate) over_days: Timeline<Verdict>,
}

impl Finding {
    /// The verdict on another day. A day beyond the reach of the assessment has that of the nearest day within.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &Verdict {
        self.over_days.at(day)
    }

    pub(crate) fn of_timeline(id: &str, timeline: &Timeline<Verdict>, day: NaiveDate) -> Self {
        let kinds = timeline.map(Verdict::kind);
        Self {
            id: id.to_owned(),
            verdict: timeline.at(day).clone(),
            day,
            stretches: kinds
                .stretches()
                .map(|stretch| Stretch {
                    from: stretch.from,
                    until: stretch.until,
                    value: *stretch.value,
                })
                .collect(),
            reasons: Vec::new(),
            deciding: Vec::new(),
            cited: None,
            absent_because: None,
            standing: Standing::Official,
            over_days: timeline.clone(),
        }
    }

    /// Adds why a condition came out as it did on the finding's day.
    pub(crate) fn explain(&mut self, evaluation: &Evaluation<'_>, condition: &Condition) {
        self.explain_on(evaluation, condition, self.day);
    }

    /// Adds why a condition came out as it did on a day.
    pub(crate) fn explain_on(
        &mut self,
        evaluation: &Evaluation<'_>,
        condition: &Condition,
        day: NaiveDate,
    ) {
        self.reason_on(evaluation, condition, day);
        let mut sets = std::mem::take(&mut self.deciding);
        sets.extend(evaluation.deciding(condition, &Scope::default(), day));
        self.deciding = answering::minimal(sets);
    }

    /// Adds the reasons of one of several conditions that only decide together; which answers do, [`Finding::decide`] says.
    pub(crate) fn reason(&mut self, evaluation: &Evaluation<'_>, condition: &Condition) {
        self.reason_on(evaluation, condition, self.day);
    }

    /// Takes the answers that could decide all of these conditions together: that each is as wanted, or that one is not.
    pub(crate) fn decide(&mut self, evaluation: &Evaluation<'_>, conditions: &[Wanted<'_>]) {
        self.deciding = match self.verdict.kind() {
            VerdictKind::Undecided => evaluation.deciding_together(conditions, self.day),
            VerdictKind::Yes | VerdictKind::No | VerdictKind::DoesNotApply => Vec::new(),
        };
    }

    fn reason_on(&mut self, evaluation: &Evaluation<'_>, condition: &Condition, day: NaiveDate) {
        let explained = evaluation.explain(condition, &Scope::default(), day);
        for reason in explained.reasons {
            if !self.reasons.contains(&reason) {
                self.reasons.push(reason);
            }
        }
        self.standing = self.standing.weaker(explained.standing);
    }

    /// Adds the edition that was in force on the finding's day.
    pub(crate) fn cite<T: Dated>(&mut self, evaluation: &Evaluation<'_>, edition: Edition<'_, T>) {
        match edition {
            Edition::InForce(record) => {
                self.cited = cited(evaluation, record);
                self.standing = self.standing.weaker(evaluation.standing_of(record));
            }
            Edition::Absent(record) => {
                self.cited = cited(evaluation, record);
                self.absent_because = record.because().cloned();
                self.standing = self.standing.weaker(evaluation.standing_of(record));
            }
            Edition::NotKnown(_) => self.standing = Standing::Unknown,
        }
    }
}

/// The source of a record.
pub(crate) fn cited(evaluation: &Evaluation<'_>, record: &impl Dated) -> Option<Cited> {
    let cite = record.cite()?;
    let act = evaluation.pack.acts.get(&cite.act)?;
    Some(Cited {
        act: cite.act.clone(),
        place: cite.place.clone(),
        from: record.from().or(act.from),
        until: record.until().or(act.until),
        seen: record.seen().or(act.seen),
        standing: evaluation.standing_of(record),
        url: record.url().unwrap_or(&act.url).to_owned(),
    })
}

/// The source of a remark.
pub(crate) fn cited_plain(
    evaluation: &Evaluation<'_>,
    cite: Option<&Cite>,
    standing: Standing,
) -> Option<Cited> {
    let cite = cite?;
    let act = evaluation.pack.acts.get(&cite.act)?;
    Some(Cited {
        act: cite.act.clone(),
        place: cite.place.clone(),
        from: act.from,
        until: act.until,
        seen: act.seen,
        standing,
        url: act.url.clone(),
    })
}

/// The remarks that hold on a day.
pub(crate) fn notes(evaluation: &Evaluation<'_>, notes: &[Note], day: NaiveDate) -> Vec<NoteShown> {
    notes
        .iter()
        .filter(|note| {
            note.when
                .as_ref()
                .is_none_or(|when| evaluation.on(when, &Scope::default(), day) == Verdict::Yes)
        })
        .map(|note| NoteShown {
            words: note.words.clone(),
            cited: cited_plain(evaluation, note.cite.as_ref(), note.standing),
            standing: note.standing,
        })
        .collect()
}

/// Other readings of a rule, with their sources.
pub(crate) fn other_readings(
    evaluation: &Evaluation<'_>,
    disagreements: &[Disagreement],
) -> Vec<NoteShown> {
    disagreements
        .iter()
        .map(|other| NoteShown {
            words: other.words.clone(),
            cited: cited_plain(evaluation, other.cite.as_ref(), Standing::Secondary),
            standing: Standing::Secondary,
        })
        .collect()
}

/// The verdict of all editions of a record over the axis.
pub(crate) fn over_editions<T: Dated>(
    evaluation: &Evaluation<'_>,
    records: &Editions<T>,
    id: &str,
    in_force: impl Fn(&T) -> Timeline<Verdict>,
) -> Timeline<Verdict> {
    editions::timeline(evaluation.axis, records, id).flat_map(|edition, _| match edition {
        Edition::InForce(record) => in_force(record),
        Edition::Absent(_) => evaluation.constant(Verdict::DoesNotApply),
        Edition::NotKnown(since) => evaluation.constant(Verdict::undecided(Why::NoKnownRule {
            rule: id.to_owned(),
            from: *since,
        })),
    })
}

/// Each missing answer of an open verdict as a set of its own.
pub(crate) fn missing_as_sets(verdict: &Verdict) -> Vec<BTreeSet<FactRef>> {
    verdict
        .whys()
        .into_iter()
        .filter_map(|why| match why {
            Why::MissingFact { fact } => Some(BTreeSet::from([fact])),
            Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => None,
        })
        .collect()
}
