//! What cannot be true: days in the future, days in the wrong order, answers against one another, numbers that do not fit.

mod numbers;

use chrono::Months;
use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::Answers;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::answers::PAPER;
use crate::assess::Context;
use crate::assess::papers;
use crate::assess::plan;
use crate::assess::plan::Plan;
use crate::condition::Condition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::interview::EntityKind;
use crate::interview::Interview;
use crate::pack::BarredDay;
use crate::pack::Contradiction;
use crate::pack::Dated;
use crate::pack::DaysFit;
use crate::pack::InOrder;
use crate::pack::NotBefore;
use crate::pack::Pack;
use crate::pack::SanityCheck;
use crate::pack::YearsApart;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::words::Words;

/// Answers that cannot be true as they stand. It changes no verdict: the person looks at them again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SanityFinding {
    /// The check.
    pub id: String,
    /// What is wrong, and what to do.
    pub words: Words,
    /// The answers to look at again.
    pub facts: Vec<FactRef>,
}

/// What the checks say of one answer, by itself and beside the others, without the rest of an assessment: for an answer that is still
/// being written.
#[must_use]
pub fn look_again(
    pack: &Pack,
    interview: &Interview,
    answers: &Answers,
    today: NaiveDate,
    fact: &FactRef,
) -> Vec<SanityFinding> {
    let planned = Plan {
        today,
        filing: today,
        filing_given: false,
        payment: None,
        decision: None,
    };
    let days = plan::resolve(pack, interview, answers, &planned);
    let evaluation = Evaluation::new(pack, interview, answers, days.axis());
    let mut found = all(&Context { evaluation, days });
    found.retain(|one| one.facts.contains(fact));
    found
}

/// Everything that cannot be true, in the order of the checks.
pub(crate) fn all(context: &Context<'_>) -> Vec<SanityFinding> {
    let pack = context.evaluation.pack;
    pack.sanity
        .iter()
        .flat_map(|check| {
            let future = check
                .not_after_today
                .iter()
                .flat_map(|path| in_future(context, path));
            let order = check
                .in_order
                .iter()
                .flat_map(|pair| out_of_order(context, pair));
            let fewer = check
                .days_fit
                .iter()
                .filter_map(|fit| too_many(context, fit));
            let early = check
                .not_before
                .iter()
                .filter_map(|young| too_early(context, young));
            let against = check
                .contradiction
                .iter()
                .flat_map(|contradiction| contradicting(context, contradiction));
            let close = check
                .years_apart
                .iter()
                .flat_map(|apart| too_close(context, apart));
            future
                .chain(order)
                .chain(fewer)
                .chain(early)
                .chain(against)
                .chain(close)
                .chain(check.barred_day.iter().flat_map(|bar| barred(context, bar)))
                .chain(numbers::wrong(context, check))
                .map(|facts| found(check, facts))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn found(check: &SanityCheck, facts: Vec<FactRef>) -> SanityFinding {
    SanityFinding {
        id: check.id.clone(),
        words: check.words.clone(),
        facts,
    }
}

/// Every record of an entity of which one may speak: the only one, or each of a list or of the papers.
fn scopes(context: &Context<'_>, entity: &str) -> Vec<Scope> {
    let evaluation = &context.evaluation;
    match evaluation.interview.entity(entity).map(|known| known.kind) {
        Some(EntityKind::List) => evaluation
            .answers
            .lists
            .get(entity)
            .map(|list| list.records.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|(record, _)| Scope::default().with(entity, record))
            .collect(),
        Some(EntityKind::Keyed) => evaluation
            .answers
            .papers
            .keys()
            .map(|key| Scope::default().with(PAPER, key))
            .collect(),
        Some(EntityKind::Single) | None => vec![Scope::default()],
    }
}

/// Whether a question is asked, or nobody can say yet that it is not.
pub(crate) fn is_asked(context: &Context<'_>, path: &FactPath, scope: &Scope) -> bool {
    let evaluation = &context.evaluation;
    evaluation.interview.fact(path).is_some_and(|fact| {
        fact.ask_if
            .as_ref()
            .is_none_or(|asked| evaluation.on(asked, scope, context.days.today) != Verdict::No)
    })
}

/// What was answered to a question that is asked.
pub(crate) fn answered<'a>(
    context: &'a Context<'_>,
    path: &FactPath,
    scope: &Scope,
) -> Option<(FactRef, &'a Value)> {
    if !is_asked(context, path, scope) {
        return None;
    }
    let evaluation = &context.evaluation;
    let fact = evaluation.fact_ref(path, scope);
    match evaluation.answers.get(&fact)? {
        Answer::Known(value) => Some((fact, value)),
        Answer::NotKnownYet => None,
    }
}

/// The day that was answered to a question that is asked.
fn day(context: &Context<'_>, path: &FactPath, scope: &Scope) -> Option<(FactRef, NaiveDate)> {
    let (fact, value) = answered(context, path, scope)?;
    Some((fact, value.day()?))
}

fn in_future(context: &Context<'_>, path: &FactPath) -> Vec<Vec<FactRef>> {
    scopes(context, &path.entity)
        .iter()
        .filter_map(|scope| day(context, path, scope))
        .filter(|(_, day)| *day > context.days.today)
        .map(|(fact, _)| vec![fact])
        .collect()
}

fn out_of_order(context: &Context<'_>, pair: &InOrder) -> Vec<Vec<FactRef>> {
    let sides = [(&pair.first, &pair.first_of), (&pair.then, &pair.then_of)];
    // The records that are looked at; a paper that was named is no record among others.
    let many = sides.iter().find(|(path, paper)| {
        let entity = context.evaluation.interview.entity(&path.entity);
        paper.is_none() && entity.is_some_and(|entity| entity.kind != EntityKind::Single)
    });
    many.map_or_else(
        || vec![Scope::default()],
        |(path, _)| scopes(context, &path.entity),
    )
    .iter()
    .filter(|scope| holds(context, pair.when.as_ref(), scope))
    .filter_map(|scope| {
        let (first, earlier) = day(
            context,
            &pair.first,
            &of_paper(scope, pair.first_of.as_deref()),
        )?;
        let (then, later) = day(
            context,
            &pair.then,
            &of_paper(scope, pair.then_of.as_deref()),
        )?;
        (earlier > later).then(|| vec![first, then])
    })
    .collect()
}

/// How many calendar days there are from a day to another, both counted; none or fewer where the second lies before the first.
pub(crate) fn days_from(first: NaiveDate, last: NaiveDate) -> i64 {
    last.signed_duration_since(first).num_days() + 1
}

/// More days than fit between two days that are in their order.
fn too_many(context: &Context<'_>, fit: &DaysFit) -> Option<Vec<FactRef>> {
    let scope = of_paper(&Scope::default(), fit.first_of.as_deref());
    let (named, value) = answered(context, &fit.days, &scope)?;
    let (first, from) = day(context, &fit.first, &scope)?;
    let (last, until) = day(context, &fit.last, &scope)?;
    (from <= until && value.number()? > days_from(from, until)).then(|| vec![named, first, last])
}

/// The same scope, in which a paper is at hand, where one was named.
fn of_paper(scope: &Scope, paper: Option<&str>) -> Scope {
    match paper {
        Some(key) => scope.with(PAPER, key),
        None => scope.clone(),
    }
}

/// Whether a check is for a record at all.
fn holds(context: &Context<'_>, when: Option<&Condition>, scope: &Scope) -> bool {
    when.is_none_or(|when| context.evaluation.on(when, scope, context.days.today) == Verdict::Yes)
}

/// A paper whose day of issue lies before the procedure began that issues it.
fn too_early(context: &Context<'_>, young: &NotBefore) -> Option<Vec<FactRef>> {
    let issued = papers::paper_fact(&young.paper, papers::ISSUED);
    let day = papers::date(context, &young.paper, papers::ISSUED)?;
    let records = context.evaluation.pack.procedures.of_id(&young.procedure);
    let begins = records
        .filter(|record| !record.absent)
        .filter_map(Dated::from)
        .min()?;
    (day < begins).then(|| vec![issued])
}

/// Births with fewer years between them than the check asks for; the younger one may also be the older by the answers.
fn too_close(context: &Context<'_>, apart: &YearsApart) -> Vec<Vec<FactRef>> {
    let evaluation = &context.evaluation;
    let list = [&apart.older, &apart.younger].into_iter().find(|path| {
        evaluation
            .interview
            .entity(&path.entity)
            .is_some_and(|entity| entity.kind == EntityKind::List)
    });
    list.map_or_else(
        || vec![Scope::default()],
        |path| scopes(context, &path.entity),
    )
    .iter()
    .filter(|scope| holds(context, apart.when.as_ref(), scope))
    .filter_map(|scope| {
        let (older, born) = day(context, &apart.older, scope)?;
        let (younger, born_later) = day(context, &apart.younger, scope)?;
        let least = Months::new(apart.at_least.saturating_mul(12));
        let fits = born
            .checked_add_months(least)
            .is_some_and(|first| first <= born_later);
        (!fits).then(|| vec![older, younger])
    })
    .collect()
}

/// Days in a period after an event.
fn barred(context: &Context<'_>, bar: &BarredDay) -> Vec<Vec<FactRef>> {
    let days = |path: &FactPath, when: Option<&Condition>| {
        let scopes = scopes(context, &path.entity);
        let meant = scopes.iter().filter(|scope| holds(context, when, scope));
        meant
            .filter_map(|scope| day(context, path, scope))
            .collect::<Vec<_>>()
    };
    let events = days(&bar.after, None);
    days(&bar.day, bar.when.as_ref())
        .into_iter()
        .flat_map(|(fact, day)| {
            let in_time = move |event: NaiveDate| {
                let last = context.evaluation.last_day_of(event, &bar.period, day);
                event < day && last.is_some_and(|last| day <= last)
            };
            let hit = events.iter().filter(move |(_, event)| in_time(*event));
            hit.map(move |(event, _)| vec![event.clone(), fact.clone()])
        })
        .collect()
}

fn contradicting(context: &Context<'_>, contradiction: &Contradiction) -> Vec<Vec<FactRef>> {
    let evaluation = &context.evaluation;
    // The record of a list that is looked at; else the person as a whole.
    let list = contradiction.look_at.iter().find(|path| {
        evaluation
            .interview
            .entity(&path.entity)
            .is_some_and(|entity| entity.kind == EntityKind::List)
    });
    list.map_or_else(
        || vec![Scope::default()],
        |path| scopes(context, &path.entity),
    )
    .iter()
    .map(|scope| of_paper(scope, contradiction.paper.as_deref()))
    .filter(|scope| evaluation.on(&contradiction.when, scope, context.days.today) == Verdict::Yes)
    .map(|scope| {
        contradiction
            .look_at
            .iter()
            .map(|path| evaluation.fact_ref(path, &scope))
            .collect()
    })
    .collect()
}
