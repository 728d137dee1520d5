//! The stages on the way to the card: which the person passes, and the last day to start.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::assess::Context;
use crate::assess::ended;
use crate::assess::ended::EndedProcedure;
use crate::assess::finding::Cited;
use crate::assess::finding::Finding;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited;
use crate::assess::finding::cited_plain;
use crate::assess::finding::notes;
use crate::assess::finding::over_editions;
use crate::assess::procedures::Bound;
use crate::assess::requirements::within_procedure;
use crate::assess::routes::words;
use crate::deciding::Wanted;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Scope;
use crate::pack::Dated;
use crate::pack::Procedure;
use crate::pack::Stage;
use crate::pack::StagePhase;
use crate::pack::Unit;
use crate::term::Runs;
use crate::timeline::Timeline;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// How long a stage takes at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageTerm {
    /// The term's id.
    pub period: String,
    /// How long.
    pub length: Decimal,
    /// What is counted.
    pub unit: Unit,
    /// Whether several stages share it: then only the whole is known.
    pub shared: bool,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageFinding {
    /// Yes means that the person passes it.
    pub finding: Finding,
    /// Where on the way it lies.
    pub phase: StagePhase,
    /// The procedure that asks for it.
    pub procedure: Option<String>,
    /// What it is called.
    pub title: Words,
    /// What happens.
    pub happens: Words,
    /// Where.
    pub place: Words,
    /// How long it takes at most; none when that is not known.
    pub term: Option<StageTerm>,
    /// The last day to start it so that the plan holds; none when only the whole is known, or nothing is.
    pub start_by: Option<NaiveDate>,
    /// The last day on which it is over, when the plan holds.
    pub over_by: Option<NaiveDate>,
    /// The paper that shows its end.
    pub done_by: Option<String>,
    /// Whether that paper, or the paper of a later stage of the same procedure, is in hand.
    pub done: bool,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteShown>,
}

/// The last day to start the stages of a procedure that come before filing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastStart {
    /// The procedure.
    pub procedure: String,
    /// What it is called.
    pub title: Words,
    /// Whether it binds the person on the filing day.
    pub binds: VerdictKind,
    /// How long the stages take together at most.
    pub term: Option<StageTerm>,
    /// The last day to start so that the papers can be handed in on the planned day.
    pub for_plan: Option<NaiveDate>,
    /// The last day on which the procedure is known to hold; none when no end is known.
    pub known_until: Option<NaiveDate>,
    /// The last day to start so that the papers can still be handed in under the procedure.
    pub for_procedure: Option<NaiveDate>,
    /// Whether the paper that ends the stages is in hand: nothing has to be started.
    pub done: bool,
    /// Why there is no day.
    pub whys: Vec<Why>,
    /// The source of the procedure.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// All stages and the last days to start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StagePlan {
    /// The stages in their order, also those that the person does not pass.
    pub stages: Vec<StageFinding>,
    /// The last start of every procedure with stages before filing, unless it does not bind.
    pub last_starts: Vec<LastStart>,
    /// Procedures that are over, without a known successor.
    pub ended: Vec<EndedProcedure>,
}

pub(crate) fn plan(context: &Context<'_>, procedures: &[Bound<'_>]) -> StagePlan {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.stages;
    let mut stages: Vec<StageFinding> = records
        .ids()
        .filter_map(|id| one(context, id, procedures))
        .collect();
    pass_earlier(&mut stages);
    let last_starts: Vec<LastStart> = procedures
        .iter()
        .filter_map(|bound| last_start(context, bound, &stages))
        .collect();
    for start in &last_starts {
        let term = start.term.as_ref().map(|term| term.period.as_str());
        let mut group: Vec<&mut StageFinding> = stages
            .iter_mut()
            .filter(|stage| {
                stage.procedure.as_deref() == Some(start.procedure.as_str())
                    && stage.term.as_ref().map(|term| term.period.as_str()) == term
            })
            .collect();
        if let Some(first) = group.first_mut() {
            first.start_by = start.for_plan;
        }
        if let Some(last) = group.last_mut() {
            last.over_by = start.for_plan.and(Some(context.days.filing.day));
        }
    }
    StagePlan {
        stages,
        last_starts,
        ended: ended::all(context, procedures),
    }
}

/// A stage opens only when the one before it is passed: whoever holds the paper of a later one has passed all before it in
/// the same procedure, also those that end with no paper.
fn pass_earlier(stages: &mut [StageFinding]) {
    let mut passed: Vec<String> = Vec::new();
    for stage in stages.iter_mut().rev() {
        let Some(procedure) = &stage.procedure else {
            continue;
        };
        if passed.contains(procedure) {
            stage.done = true;
        } else if stage.done {
            passed.push(procedure.clone());
        }
    }
}

/// The day on which a stage is looked at.
fn day_of(context: &Context<'_>, phase: StagePhase) -> NaiveDate {
    match phase {
        StagePhase::BeforeFiling | StagePhase::Filing | StagePhase::Decision => {
            context.days.filing.day
        }
        StagePhase::AfterDecision => context.days.decision.day,
    }
}

fn one(context: &Context<'_>, id: &str, procedures: &[Bound<'_>]) -> Option<StageFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.stages;
    let any = records.iter().find(|stage| stage.id == id)?;
    let day = day_of(context, any.phase);
    let edition = editions::on(evaluation.axis, records, id, day);
    let own = over_editions(evaluation, records, id, |stage| {
        stage.needed_if.as_ref().map_or_else(
            || evaluation.constant(Verdict::Yes),
            |needed_if| evaluation.timeline(needed_if, &Scope::default()),
        )
    });
    let bound = any
        .procedure
        .as_ref()
        .and_then(|id| procedures.iter().find(|b| b.finding.finding.id == *id));
    let timeline: Timeline<Verdict> = match bound {
        Some(bound) => own.zip(&bound.timeline, within_procedure),
        None => own,
    };
    let mut finding = Finding::of_timeline(id, &timeline, day);
    finding.cite(evaluation, edition);
    let mut conditions = Vec::new();
    if let Some(bound) = bound {
        let procedure = &bound.finding.finding;
        if *bound.timeline.at(day) != Verdict::Yes {
            finding.reasons.extend(procedure.reasons.iter().cloned());
        }
        conditions.extend(bound.conditions.iter().copied());
        if procedure.verdict != Verdict::No {
            finding.standing = finding.standing.weaker(procedure.standing);
        }
    }
    if let Edition::InForce(Stage {
        needed_if: Some(needed_if),
        ..
    }) = edition
    {
        finding.reason(evaluation, needed_if);
        conditions.push(Wanted::to_hold(needed_if));
    }
    finding.decide(evaluation, &conditions);
    let spoken = words(edition).unwrap_or(any);
    let term = term(context, spoken, day);
    let (start_by, over_by) = match spoken.phase {
        StagePhase::BeforeFiling | StagePhase::AfterDecision => (None, None),
        StagePhase::Filing => (Some(context.days.filing.day), Some(context.days.filing.day)),
        StagePhase::Decision => (
            Some(context.days.filing.day),
            Some(context.days.decision.day),
        ),
    };
    Some(StageFinding {
        finding,
        phase: spoken.phase,
        procedure: spoken.procedure.clone(),
        title: spoken.title.clone(),
        happens: spoken.happens.clone(),
        place: spoken.place.clone(),
        term,
        start_by,
        over_by,
        done_by: spoken.done_by.clone(),
        done: spoken
            .done_by
            .as_ref()
            .is_some_and(|paper| in_hand(context, paper)),
        notes: notes(evaluation, &spoken.note, day),
        disagreements: spoken
            .disagreement
            .iter()
            .map(|other| NoteShown {
                words: other.words.clone(),
                cited: cited_plain(evaluation, other.cite.as_ref(), Standing::Secondary),
                standing: Standing::Secondary,
            })
            .collect(),
    })
}

fn in_hand(context: &Context<'_>, paper: &str) -> bool {
    context.evaluation.answers.paper_value(paper, "in_hand") == Some(&Value::YesNo(true))
}

/// The term of a stage as it is known on a day.
fn term(context: &Context<'_>, stage: &Stage, day: NaiveDate) -> Option<StageTerm> {
    let (period, shared) = match (&stage.takes, &stage.together) {
        (Some(period), _) => (period, false),
        (None, Some(period)) => (period, true),
        (None, None) => return None,
    };
    term_of(context, period, shared, day)
}

pub(crate) fn term_of(
    context: &Context<'_>,
    period: &str,
    shared: bool,
    day: NaiveDate,
) -> Option<StageTerm> {
    let evaluation = &context.evaluation;
    let record = evaluation.pack.periods.get(period)?;
    let parameters = &evaluation.pack.parameters;
    match editions::on(evaluation.axis, parameters, &record.parameter, day) {
        Edition::InForce(parameter) => Some(StageTerm {
            period: period.to_owned(),
            length: parameter.value,
            unit: parameter.unit,
            shared,
            cited: cited(evaluation, parameter),
            standing: evaluation
                .standing_of(parameter)
                .weaker(record.standing.unwrap_or_default()),
        }),
        Edition::Absent(_) | Edition::NotKnown(_) => None,
    }
}

/// The last day from which a term, as it stands on its end, is over on a day or before it.
fn latest_start(context: &Context<'_>, period: &str, end: NaiveDate) -> Option<NaiveDate> {
    context.evaluation.term(end, period, Runs::Before, end).last
}

fn last_start(
    context: &Context<'_>,
    bound: &Bound<'_>,
    stages: &[StageFinding],
) -> Option<LastStart> {
    let evaluation = &context.evaluation;
    let filing = context.days.filing.day;
    let id = &bound.finding.finding.id;
    let own: Vec<&Stage> = evaluation
        .pack
        .stages
        .iter()
        .filter(|stage| {
            stage.procedure.as_ref() == Some(id) && stage.phase == StagePhase::BeforeFiling
        })
        .collect();
    let period = own.iter().find_map(|stage| stage.together.as_ref())?;
    let edition = evaluation
        .pack
        .procedures
        .iter()
        .filter(|record| record.id == *id && !record.absent)
        .filter(|record| record.until().is_none_or(|last| context.days.today <= last))
        .min_by_key(|record| record.from())?;
    let known_until = known_until(&evaluation.pack.procedures, edition);
    let under = known_until.map_or(filing, |last| last.min(filing));
    // Whoever is not bound on the last day that counts has nothing to start.
    let binds = bound.timeline.at(under);
    if matches!(binds, Verdict::No | Verdict::DoesNotApply) {
        return None;
    }
    let at_filing = bound.timeline.at(filing);
    let gap: Vec<Why> = at_filing.whys().into_iter().filter(Why::is_gap).collect();
    let term = term_of(context, period, true, under);
    let for_plan = if gap.is_empty() {
        latest_start(context, period, filing)
    } else {
        None
    };
    let for_procedure = known_until.and_then(|last| latest_start(context, period, last));
    let mut whys = gap;
    if term.is_none() {
        whys.push(Why::NoKnownRule {
            rule: period.clone(),
            from: under,
        });
    }
    let standing = term
        .as_ref()
        .map_or(Standing::Unknown, |term| term.standing)
        .weaker(evaluation.standing_of(edition));
    Some(LastStart {
        procedure: id.clone(),
        title: edition.title.clone(),
        binds: at_filing.kind(),
        for_plan,
        known_until,
        for_procedure,
        done: stages
            .iter()
            .rfind(|stage| {
                stage.procedure.as_ref() == Some(id) && stage.phase == StagePhase::BeforeFiling
            })
            .is_some_and(|stage| stage.done),
        whys,
        cited: cited(evaluation, edition),
        standing,
        term,
    })
}

/// The last day of a procedure that is known: editions that follow one another without a gap are one stretch.
fn known_until(records: &[Procedure], edition: &Procedure) -> Option<NaiveDate> {
    let mut last = edition.until()?;
    loop {
        let next = records.iter().find(|record| {
            record.id == edition.id && !record.absent && record.from() == last.succ_opt()
        });
        match next.map(Dated::until) {
            Some(Some(until)) if until > last => last = until,
            Some(None) => return None,
            Some(Some(_)) | None => return Some(last),
        }
    }
}
