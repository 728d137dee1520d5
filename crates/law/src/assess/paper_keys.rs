//! Which papers a requirement asks for: one, or one for each country, or one for each record of a list.

use std::collections::BTreeSet;

use crate::answers::Answer;
use crate::answers::EntityRef;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::interview::EntityKind;
use crate::pack::Requirement;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;

/// One paper that a requirement asks for.
pub(crate) struct PaperKey {
    /// The key of its answers: `paper`, `paper:COUNTRY` or `paper/record`.
    pub(crate) key: String,
    /// The country, where there is one paper for each.
    pub(crate) country: Option<String>,
    /// The record, where there is one paper for each.
    pub(crate) record: Option<EntityRef>,
    /// The state that issued it, as far as it is known.
    pub(crate) issued_in: Option<String>,
    /// Whether its record counts on the filing day: yes, or undecided.
    pub(crate) counts: Verdict,
    /// The days on which its record does not count; none where it counts on all days.
    pub(crate) uncounted: Option<Timeline<Verdict>>,
}

/// The papers of a requirement.
pub(crate) struct PaperKeys {
    /// The papers that are known to be asked for.
    pub(crate) papers: Vec<PaperKey>,
    /// The facts that are missing to know them all.
    pub(crate) missing: Vec<FactRef>,
}

/// The papers that a requirement asks for on the filing day.
pub(crate) fn of(context: &Context<'_>, requirement: &Requirement) -> PaperKeys {
    let paper = requirement.paper_id();
    if let Some(entity) = &requirement.of_each_record {
        return of_records(context, requirement, entity);
    }
    if requirement.of_each.is_empty() {
        let issued_in = requirement
            .issued_in
            .as_ref()
            .and_then(|fact| country(&context.evaluation, fact, &Scope::default()).ok()?);
        return PaperKeys {
            papers: vec![PaperKey {
                key: paper.to_owned(),
                country: None,
                record: None,
                issued_in,
                counts: Verdict::Yes,
                uncounted: None,
            }],
            missing: Vec::new(),
        };
    }
    let (countries, missing) = countries(context, requirement);
    PaperKeys {
        papers: countries
            .into_iter()
            .map(|country| PaperKey {
                key: format!("{paper}:{country}"),
                issued_in: Some(country.clone()),
                country: Some(country),
                record: None,
                counts: Verdict::Yes,
                uncounted: None,
            })
            .collect(),
        missing,
    }
}

/// The countries that the facts of a requirement name, each once, and the facts that are missing.
fn countries(context: &Context<'_>, requirement: &Requirement) -> (Vec<String>, Vec<FactRef>) {
    let evaluation = &context.evaluation;
    let day = context.days.filing.day;
    let mut found: Vec<String> = Vec::new();
    let mut missing: Vec<FactRef> = Vec::new();
    for path in &requirement.of_each {
        for scope in scopes(evaluation, path, &mut missing) {
            let asked = evaluation
                .interview
                .fact(path)
                .and_then(|fact| fact.ask_if.as_ref())
                .map_or(Verdict::Yes, |ask_if| evaluation.on(ask_if, &scope, day));
            if asked == Verdict::No {
                continue;
            }
            // What a person is excused from by the record itself needs no country either.
            let counts = match &requirement.of_each_where {
                Some(condition) if is_list(evaluation, path) => {
                    evaluation.on(condition, &scope, day)
                }
                Some(_) | None => Verdict::Yes,
            };
            match counts {
                Verdict::No | Verdict::DoesNotApply => continue,
                Verdict::Undecided(whys) => {
                    add_facts(&whys, &mut missing);
                    continue;
                }
                Verdict::Yes => {}
            }
            match country(evaluation, path, &scope) {
                Ok(Some(code)) => {
                    if !found.contains(&code) && !requirement.of_each_except.contains(&code) {
                        found.push(code);
                    }
                }
                Ok(None) => {}
                Err(fact) => missing.push(fact),
            }
        }
    }
    (found, missing)
}

fn is_list(evaluation: &Evaluation<'_>, path: &FactPath) -> bool {
    evaluation
        .interview
        .entity(&path.entity)
        .is_some_and(|entity| entity.kind == EntityKind::List)
}

/// One scope for each record of the path's list, or the only one of a single entity.
fn scopes(evaluation: &Evaluation<'_>, path: &FactPath, missing: &mut Vec<FactRef>) -> Vec<Scope> {
    if !is_list(evaluation, path) {
        return vec![Scope::default()];
    }
    let list = evaluation.answers.lists.get(&path.entity);
    if list.is_none_or(|list| !list.complete) {
        missing.push(complete(&path.entity));
    }
    list.map(|list| list.records.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|(record, _)| Scope::default().with(&path.entity, record))
        .collect()
}

/// The country that a fact names; an error is the fact that is missing.
fn country(
    evaluation: &Evaluation<'_>,
    path: &FactPath,
    scope: &Scope,
) -> Result<Option<String>, FactRef> {
    let fact = evaluation.fact_ref(path, scope);
    match evaluation.answers.get(&fact) {
        Some(Answer::Known(value)) => Ok(value.country().map(str::to_owned)),
        Some(Answer::NotKnownYet) | None => Err(fact),
    }
}

fn of_records(context: &Context<'_>, requirement: &Requirement, entity: &str) -> PaperKeys {
    let evaluation = &context.evaluation;
    let day = context.days.filing.day;
    let paper = requirement.paper_id();
    let mut papers = Vec::new();
    let mut missing = Vec::new();
    let list = evaluation.answers.lists.get(entity);
    if list.is_none_or(|list| !list.complete) {
        missing.push(complete(entity));
    }
    for (id, _) in list.map(|list| list.records.as_slice()).unwrap_or_default() {
        let scope = Scope::default().with(entity, id);
        let counting = requirement
            .of_each_where
            .as_ref()
            .map(|condition| evaluation.timeline(condition, &scope));
        let counts = counting
            .as_ref()
            .map_or(Verdict::Yes, |counting| counting.at(day).clone());
        match &counts {
            Verdict::No | Verdict::DoesNotApply => continue,
            Verdict::Undecided(whys) => add_facts(whys, &mut missing),
            Verdict::Yes => {}
        }
        papers.push(PaperKey {
            key: format!("{paper}/{id}"),
            country: None,
            record: Some(EntityRef {
                kind: entity.to_owned(),
                record: Some(id.clone()),
            }),
            issued_in: requirement
                .issued_in
                .as_ref()
                .and_then(|fact| country(evaluation, fact, &scope).ok()?),
            counts,
            uncounted: counting.map(|counting| counting.map(Verdict::not)),
        });
    }
    PaperKeys { papers, missing }
}

fn add_facts(whys: &BTreeSet<Why>, missing: &mut Vec<FactRef>) {
    for why in whys {
        match why {
            Why::MissingFact { fact } => missing.push(fact.clone()),
            Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => {}
        }
    }
}
