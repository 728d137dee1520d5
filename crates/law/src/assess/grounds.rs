//! The grounds of Article 49 of the Law on migration of population.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited_plain;
use crate::assess::finding::notes;
use crate::assess::finding::other_readings;
use crate::assess::finding::over_editions;
use crate::assess::ground_days::DECISION_DAY_OPEN;
use crate::assess::ground_days::Tested;
use crate::assess::routes::words;
use crate::condition::Condition;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::pack::Ground;
use crate::pack::GroundDays;
use crate::pack::GroundStage;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Words;

/// The text that says that a ground is looked at on every day from the filing to the decision.
const TESTED_TO_DECISION: &str = "tested-to-decision";

/// Whether a ground for refusal holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundFinding {
    /// Yes means that the ground holds.
    pub finding: Finding,
    /// Its number in the article.
    pub number: String,
    /// The words of the law.
    pub text: Words,
    /// Whether only an authority can judge it.
    pub authority: bool,
    /// The paper that answers it.
    pub carried_by: Option<String>,
    /// Whether it counts for an application or afterwards.
    pub stage: GroundStage,
    /// The days of the plan it is tested on.
    pub tested_on: GroundDays,
    /// The day that shows why the verdict is what it is: the first of the tested days on which the ground holds or is open, else the
    /// first of them.
    pub telling_day: NaiveDate,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteShown>,
}

impl GroundFinding {
    /// The first day after the finding's day from which a ground that holds surely does not hold any more. None where it does not
    /// hold, where it stays, and where nobody can ever tell; days on which it is open are passed over.
    #[must_use]
    pub fn over_from(&self) -> Option<NaiveDate> {
        if self.finding.verdict != Verdict::Yes {
            return None;
        }
        self.finding
            .over_days
            .stretches()
            .filter(|stretch| stretch.from > self.finding.day)
            .find(|stretch| matches!(stretch.value, Verdict::No | Verdict::DoesNotApply))
            .map(|stretch| stretch.from)
    }
}

/// The condition of a ground; none where a paper answers it that the list of the filing day asks for.
fn condition_of(ground: &Ground, paper_asked: bool) -> Option<&Condition> {
    let by_paper = paper_asked && ground.carried_by.is_some();
    ground.when.as_ref().filter(|_| !by_paper)
}

fn in_force(evaluation: &Evaluation<'_>, ground: &Ground, paper_asked: bool) -> Timeline<Verdict> {
    let scope = Scope::default();
    let held = match condition_of(ground, paper_asked) {
        Some(when) => evaluation.timeline(when, &scope),
        None => evaluation.constant(Verdict::undecided(Why::OfficialDecides {
            text: ground.id.clone(),
        })),
    };
    let Some(unless) = &ground.unless else {
        return held;
    };
    held.zip(&evaluation.timeline(unless, &scope), exempted)
}

/// What is left of a ground beside an exemption.
fn exempted(held: &Verdict, exempt: &Verdict) -> Verdict {
    match (exempt, held) {
        (Verdict::Yes, _) => Verdict::DoesNotApply,
        (Verdict::No | Verdict::DoesNotApply, _)
        | (Verdict::Undecided(_), Verdict::No | Verdict::DoesNotApply) => held.clone(),
        (Verdict::Undecided(whys), Verdict::Yes | Verdict::Undecided(_)) => {
            let all: BTreeSet<Why> = whys.union(&held.whys()).cloned().collect();
            Verdict::undecided_for(all)
        }
    }
}

/// Whether the list of each filing day asks for the paper that answers a ground. Only a ground that has a condition beside its paper can
/// be answered without it.
pub(crate) fn paper_asked(evaluation: &Evaluation<'_>, id: &str) -> Timeline<bool> {
    let pack = evaluation.pack;
    let papers: Vec<&str> = pack
        .grounds
        .of_id(id)
        .filter(|ground| ground.when.is_some())
        .filter_map(|ground| ground.carried_by.as_deref())
        .collect();
    if papers.is_empty() {
        return Timeline::constant(evaluation.axis, true);
    }
    pack.requirements
        .firsts()
        .filter(|requirement| papers.contains(&requirement.paper_id()))
        .fold(
            Timeline::constant(evaluation.axis, false),
            |asked, requirement| {
                let own = editions::timeline(evaluation.axis, &pack.requirements, &requirement.id)
                    .map(|edition| matches!(edition, Edition::InForce(_)));
                asked.zip(&own, |one, other| *one || *other)
            },
        )
}

/// What holds over filing days, by whether the list of the day asks for the paper.
fn by_list(asked: &Timeline<bool>, over: impl Fn(bool) -> Timeline<Verdict>) -> Timeline<Verdict> {
    asked.flat_map(|asked, _| over(*asked))
}

/// Whether a ground holds, over the axis, for an application with or without the paper that answers it.
pub(crate) fn holds(evaluation: &Evaluation<'_>, id: &str, paper_asked: bool) -> Timeline<Verdict> {
    over_editions(evaluation, &evaluation.pack.grounds, id, |ground| {
        in_force(evaluation, ground, paper_asked)
    })
}

/// What a ground says against an application: as far as answers can decide it. A ground that holds stays
/// open, and is not dropped, while only an official can say whether the person is exempt from it.
pub(crate) fn against(
    evaluation: &Evaluation<'_>,
    id: &str,
    paper_asked: bool,
) -> Timeline<Verdict> {
    let scope = Scope::default();
    over_editions(evaluation, &evaluation.pack.grounds, id, |ground| {
        let Some(when) = condition_of(ground, paper_asked) else {
            return evaluation.constant(Verdict::DoesNotApply);
        };
        let held = evaluation
            .timeline(when, &scope)
            .map(Verdict::without_officials);
        match &ground.unless {
            Some(unless) => held.zip(&evaluation.timeline(unless, &scope), exempted),
            None => held,
        }
    })
}

/// Every ground with its finding, and its verdict over filing days.
pub(crate) fn all(context: &Context<'_>) -> Vec<(GroundFinding, Timeline<Verdict>)> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.grounds;
    let mut found = Vec::new();
    for any in records.firsts() {
        let id = any.id.as_str();
        let tested = Tested::of(&context.days, any.tested_on);
        let asked = paper_asked(evaluation, id);
        let by_paper = *asked.at(context.days.filing.day);
        let each = holds(evaluation, id, by_paper);
        let day = tested.telling_day(&each);
        let edition = editions::on(evaluation.axis, records, id, day);
        let over_its_days = by_list(&asked, |on_the_day| {
            if on_the_day == by_paper {
                tested.over_its_days(&each)
            } else {
                tested.over_its_days(&holds(evaluation, id, on_the_day))
            }
        });
        let mut finding = Finding::of_timeline(id, &over_its_days, tested.day());
        finding.cite(evaluation, edition);
        if let Edition::InForce(ground) = edition {
            explain(evaluation, ground, by_paper, &mut finding, day);
        }
        let spoken = words(edition).unwrap_or(any);
        let over_filing = by_list(&asked, |by_paper| {
            tested.over_filing(&against(evaluation, id, by_paper))
        });
        let mut notes = notes(evaluation, &spoken.note, day);
        if tested.differ(&each) && !spoken.authority {
            notes.extend(days_remark(evaluation, any.tested_on, &mut finding));
        }
        found.push((
            GroundFinding {
                finding,
                number: spoken.number.clone(),
                text: spoken.text.clone(),
                authority: spoken.authority,
                carried_by: spoken.carried_by.clone().filter(|_| by_paper),
                stage: spoken.stage,
                tested_on: any.tested_on,
                telling_day: day,
                notes,
                disagreements: other_readings(evaluation, &spoken.disagreement),
            },
            over_filing,
        ));
    }
    found
}

/// What to say where the days from the filing to the decision do not all say the same. That every one of them counts is a
/// reading; that the law names the day of the decision is none.
fn days_remark(
    evaluation: &Evaluation<'_>,
    tested_on: GroundDays,
    finding: &mut Finding,
) -> Option<NoteShown> {
    let id = match tested_on {
        GroundDays::Filing => return None,
        GroundDays::Decision => DECISION_DAY_OPEN,
        GroundDays::FilingToDecision => TESTED_TO_DECISION,
    };
    let text = evaluation.pack.texts.get(id)?;
    let standing = text.standing.unwrap_or_default();
    finding.standing = finding.standing.weaker(standing);
    Some(NoteShown {
        words: text.words.clone(),
        cited: cited_plain(evaluation, text.cite.as_ref(), standing),
        standing,
    })
}

fn explain(
    evaluation: &Evaluation<'_>,
    ground: &Ground,
    paper_asked: bool,
    finding: &mut Finding,
    day: NaiveDate,
) {
    let when = condition_of(ground, paper_asked);
    let exempt = ground
        .unless
        .as_ref()
        .map(|unless| (unless, evaluation.on(unless, &Scope::default(), day)));
    match (exempt, when) {
        (Some((unless, Verdict::Yes)), _) => finding.explain_on(evaluation, unless, day),
        (Some((unless, Verdict::Undecided(_))), Some(when)) if finding.verdict != Verdict::No => {
            finding.explain_on(evaluation, when, day);
            finding.explain_on(evaluation, unless, day);
        }
        (_, Some(when)) => finding.explain_on(evaluation, when, day),
        (_, None) => {}
    }
}
