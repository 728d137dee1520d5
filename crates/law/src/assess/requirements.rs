//! What has to be handed in: per procedure, with reasons, papers and sums.

use std::collections::BTreeSet;

use crate::answering;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::NoteShown;
use crate::assess::finding::notes;
use crate::assess::finding::other_readings;
use crate::assess::finding::over_editions;
use crate::assess::paper_keys;
use crate::assess::paper_keys::PaperKey;
use crate::assess::papers;
use crate::assess::papers::JudgedPaper;
use crate::assess::papers::PaperFinding;
use crate::assess::papers::PaperStatus;
use crate::assess::papers::status;
use crate::assess::procedures::Bound;
use crate::assess::routes::words;
use crate::assess::stages::StageTerm;
use crate::assess::stages::term_of;
use crate::assess::sum_checks::SumCheck;
use crate::assess::sums;
use crate::assess::sums::Sum;
use crate::deciding::Wanted;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::explain::Reason;
use crate::pack::PaperForm;
use crate::pack::Requirement;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Words;

/// Whether something has to be handed in, and where its papers stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementFinding {
    /// Yes means that it is needed.
    pub finding: Finding,
    /// The procedure that asks for it.
    pub procedure: String,
    /// The paper.
    pub paper: String,
    /// Its number in the act.
    pub number: String,
    /// What it is called.
    pub title: Words,
    /// What it must be.
    pub what: Words,
    /// In which forms it is handed in.
    pub form: Vec<PaperForm>,
    /// Where it stands: the worst of its papers.
    pub status: PaperStatus,
    /// Its papers; empty when the countries are not known yet.
    pub papers: Vec<PaperFinding>,
    /// How long its papers are good after their issue, while the day of issue of one of them is open.
    pub valid: Option<StageTerm>,
    /// The sum that it must prove.
    pub sum: Option<Sum>,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteShown>,
    /// What to bring where a country issues none.
    pub instead: Option<Words>,
}

/// A requirement with what the window needs.
pub(crate) struct Judged {
    pub(crate) finding: RequirementFinding,
    pub(crate) need: Timeline<Verdict>,
    /// Whether its procedure binds.
    pub(crate) bound: Timeline<Verdict>,
    /// Where its papers would stand, were it needed.
    pub(crate) if_needed: PaperStatus,
    pub(crate) good: Vec<(String, Timeline<Verdict>)>,
    pub(crate) sums: Vec<SumCheck>,
    /// Whether the sum that it must prove is known: yes where it proves none.
    pub(crate) sum_known: Timeline<Verdict>,
    /// How long its papers are good after their issue.
    pub(crate) valid: Option<String>,
    /// Whether it concerns the person on the filing day; the others may on another day.
    pub(crate) shown: bool,
}

fn need_in_force(evaluation: &Evaluation<'_>, requirement: &Requirement) -> Timeline<Verdict> {
    let scope = Scope::default();
    let needed = requirement.needed_if.as_ref().map_or_else(
        || evaluation.constant(Verdict::Yes),
        |needed_if| evaluation.timeline(needed_if, &scope),
    );
    match &requirement.unless {
        Some(unless) => needed.zip(&evaluation.timeline(unless, &scope), |needed, exempt| {
            needed.and(&exempt.not())
        }),
        None => needed,
    }
}

/// Whether something has to be handed in, over the axis; `bound` says whether its procedure binds.
pub(crate) fn need(
    evaluation: &Evaluation<'_>,
    id: &str,
    bound: &Timeline<Verdict>,
) -> Timeline<Verdict> {
    over_editions(
        evaluation,
        &evaluation.pack.requirements,
        id,
        |requirement| need_in_force(evaluation, requirement),
    )
    .zip(bound, within_procedure)
}

/// Whether a requirement is shown: a list that does not bind is not, but for the papers that a replacing list
/// spares the person.
pub(crate) fn shown(bound: &Verdict, replaced: bool, paper_asked: bool) -> bool {
    *bound != Verdict::No || (replaced && !paper_asked)
}

pub(crate) fn all(context: &Context<'_>, procedures: &[Bound<'_>]) -> Vec<Judged> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.requirements;
    let day = context.days.filing.day;
    let mut judged: Vec<Judged> = records
        .firsts()
        .filter_map(|any| {
            let bound = procedures
                .iter()
                .find(|bound| bound.finding.finding.id == any.procedure)?;
            Some(one(context, any, bound))
        })
        .collect();
    let asked: BTreeSet<String> = judged
        .iter()
        .filter(|requirement| *requirement.need.at(day) != Verdict::No)
        .map(|requirement| requirement.finding.paper.clone())
        .collect();
    for requirement in &mut judged {
        let Some(bound) = procedures
            .iter()
            .find(|bound| bound.finding.finding.id == requirement.finding.procedure)
        else {
            continue;
        };
        requirement.shown = shown(
            bound.timeline.at(day),
            !bound.finding.replaced_by.is_empty(),
            asked.contains(&requirement.finding.paper),
        );
    }
    judged
}

/// What is left of a part of a procedure by whether the procedure binds.
pub(crate) fn within_procedure(own: &Verdict, bound: &Verdict) -> Verdict {
    match (own, bound) {
        // Outside its procedure a list asks for nothing, whatever is known of it.
        (_, Verdict::No) => Verdict::No,
        (Verdict::DoesNotApply, _) | (_, Verdict::DoesNotApply) => Verdict::DoesNotApply,
        // While the whole procedure is not known there is no more to say of its parts.
        (_, Verdict::Undecided(whys)) if whys.iter().any(Why::is_gap) => bound.clone(),
        (Verdict::Yes | Verdict::No | Verdict::Undecided(_), _) => own.and(bound),
    }
}

fn one(context: &Context<'_>, any: &Requirement, bound: &Bound<'_>) -> Judged {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.requirements;
    let day = context.days.filing.day;
    let edition = editions::on(evaluation.axis, records, &any.id, day);
    let need = need(evaluation, &any.id, &bound.timeline);
    let proves = records
        .iter()
        .any(|record| record.id == any.id && record.amount.is_some());
    let sum_known = if proves {
        over_editions(evaluation, records, &any.id, |requirement| {
            requirement.amount.as_ref().map_or_else(
                || evaluation.constant(Verdict::Yes),
                |amount| sums::known(evaluation, amount),
            )
        })
    } else {
        evaluation.constant(Verdict::Yes)
    };
    let mut finding = Finding::of_timeline(&any.id, &need, day);
    finding.cite(evaluation, edition);
    let spoken = words(edition).unwrap_or(any);
    explain(evaluation, edition, bound, &mut finding);
    let keys = paper_keys::of(context, spoken);
    let judged: Vec<JudgedPaper> = keys
        .papers
        .iter()
        .map(|paper| papers::judge(context, spoken, need.at(day), paper))
        .collect();
    let status = worst(
        judged.iter().map(|paper| paper.finding.status),
        need.at(day),
        !keys.missing.is_empty(),
    );
    let if_needed = if need.at(day).left_to_officials() {
        if_needed(context, spoken, &keys.papers, !keys.missing.is_empty())
    } else {
        status
    };
    add_missing(&mut finding, keys.missing);
    // How to bring a paper is no matter for a person who need not bring it.
    let concerns = match need.at(day) {
        Verdict::Yes | Verdict::Undecided(_) => true,
        Verdict::No | Verdict::DoesNotApply => false,
    };
    let instead = judged
        .iter()
        .find_map(|paper| paper.finding.instead.clone());
    let not_issued: Vec<NoteShown> = judged
        .iter()
        .filter_map(|paper| paper.finding.none_because.clone())
        .collect();
    let good = judged
        .iter()
        .filter_map(|paper| Some((paper.finding.key.clone(), paper.good.clone()?)))
        .collect();
    let sums = judged
        .iter()
        .filter_map(|paper| paper.sum.clone())
        .collect();
    let dated = !judged.is_empty() && judged.iter().all(|paper| paper.finding.issued.is_some());
    Judged {
        finding: RequirementFinding {
            procedure: spoken.procedure.clone(),
            paper: spoken.paper_id().to_owned(),
            number: spoken.number.clone(),
            title: spoken.title.clone(),
            what: spoken.what.clone(),
            form: spoken.form.clone(),
            status,
            papers: judged.into_iter().map(|paper| paper.finding).collect(),
            valid: spoken
                .valid
                .as_ref()
                .filter(|_| concerns && !dated)
                .and_then(|period| term_of(context, period, false, day)),
            sum: spoken
                .amount
                .as_ref()
                .filter(|_| concerns)
                .and_then(|amount| sums::amount(context, amount)),
            notes: if concerns {
                let mut shown = notes(evaluation, &spoken.note, day);
                shown.extend(not_issued);
                shown
            } else {
                Vec::new()
            },
            disagreements: if concerns {
                other_readings(evaluation, &spoken.disagreement)
            } else {
                Vec::new()
            },
            instead,
            finding,
        },
        need,
        bound: bound.timeline.clone(),
        if_needed,
        good,
        sums,
        sum_known,
        valid: spoken.valid.clone(),
        shown: false,
    }
}

/// Where the papers of a requirement would stand, were it needed.
pub(crate) fn if_needed(
    context: &Context<'_>,
    requirement: &Requirement,
    papers: &[PaperKey],
    more_unknown: bool,
) -> PaperStatus {
    let needed = Verdict::Yes;
    let each = papers
        .iter()
        .map(|paper| status(context, requirement, &needed, paper));
    worst(each, &needed, more_unknown)
}

/// Where a requirement stands: the worst of its papers.
pub(crate) fn worst(
    papers: impl Iterator<Item = PaperStatus>,
    need: &Verdict,
    more_unknown: bool,
) -> PaperStatus {
    // Papers may be wanted that nobody knows of yet: the ones in hand do not speak for the whole.
    let unsaid = (more_unknown && *need == Verdict::Yes).then_some(PaperStatus::NotSaid);
    papers
        .chain(unsaid)
        .max_by_key(|status| urgency(*status))
        .unwrap_or(match need {
            Verdict::No | Verdict::DoesNotApply => PaperStatus::NotNeeded,
            Verdict::Undecided(_) => PaperStatus::Open,
            Verdict::Yes => PaperStatus::NotSaid,
        })
}

/// Which status of several papers speaks for the whole: the one that needs the person most.
fn urgency(status: PaperStatus) -> u8 {
    match status {
        PaperStatus::NotNeeded => 0,
        PaperStatus::InHand => 1,
        PaperStatus::NotYet => 2,
        PaperStatus::DateMissing => 3,
        PaperStatus::NotSaid => 4,
        PaperStatus::Open => 5,
        PaperStatus::OfficeSays => 6,
        PaperStatus::SumOpen => 7,
        PaperStatus::WillBeOutOfDate => 8,
        PaperStatus::OutOfDate => 9,
        PaperStatus::WrongSum => 10,
        PaperStatus::Missing => 11,
        PaperStatus::NoneInCountry => 12,
    }
}

fn explain(
    evaluation: &Evaluation<'_>,
    edition: Edition<'_, Requirement>,
    bound: &Bound<'_>,
    finding: &mut Finding,
) {
    let procedure = &bound.finding.finding;
    match bound.timeline.at(finding.day) {
        Verdict::Yes => {}
        Verdict::No | Verdict::Undecided(_) | Verdict::DoesNotApply => {
            finding.reasons.extend(procedure.reasons.iter().cloned());
        }
    }
    if procedure.verdict != Verdict::No {
        finding.standing = finding.standing.weaker(procedure.standing);
    }
    // Outside its procedure the list asks for nothing: whom it exempts is no reason.
    if procedure.verdict == Verdict::No {
        return;
    }
    let mut conditions = bound.conditions.clone();
    let Edition::InForce(requirement) = edition else {
        finding.decide(evaluation, &conditions);
        return;
    };
    conditions.extend(requirement.needed_if.iter().map(Wanted::to_hold));
    conditions.extend(requirement.unless.iter().map(Wanted::to_fail));
    finding.decide(evaluation, &conditions);
    let scope = Scope::default();
    if let Some(needed_if) = &requirement.needed_if {
        finding.reason(evaluation, needed_if);
        if evaluation.on(needed_if, &scope, finding.day) == Verdict::No {
            return;
        }
    }
    if let Some(unless) = &requirement.unless {
        finding.reason(evaluation, unless);
    }
    // "Missing" alone does not tell a person why the paper in hand does not do.
    if let Some(held) = &requirement.held
        && finding.verdict == Verdict::Yes
        && evaluation.on(held, &scope, finding.day) == Verdict::No
    {
        for reason in evaluation.explain(held, &scope, finding.day).reasons {
            if !finding.reasons.contains(&reason) {
                finding.reasons.push(reason);
            }
        }
    }
}

fn add_missing(finding: &mut Finding, missing: Vec<FactRef>) {
    for fact in missing {
        let reason = Reason::Missing { fact: fact.clone() };
        if finding.verdict != Verdict::No && !finding.reasons.contains(&reason) {
            finding.reasons.push(reason);
            finding.deciding.push(BTreeSet::from([fact]));
        }
    }
    finding.deciding = answering::minimal(std::mem::take(&mut finding.deciding));
}
