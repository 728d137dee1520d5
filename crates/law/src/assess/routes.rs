//! The routes of Article 7 of the Law on migration of population.

use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::over_editions;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::words::Words;

/// Whether a route is open to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteFinding {
    /// The verdict on the filing day.
    pub finding: Finding,
    /// What it is called.
    pub title: Words,
    /// What would open it.
    pub change: Words,
}

/// Whether a route is open, over the axis.
pub(crate) fn timeline(evaluation: &Evaluation<'_>, id: &str) -> Timeline<Verdict> {
    over_editions(evaluation, &evaluation.pack.routes, id, |route| {
        evaluation.timeline(&route.when, &Scope::default())
    })
}

pub(crate) fn all(context: &Context<'_>) -> Vec<RouteFinding> {
    let evaluation = &context.evaluation;
    let day = context.days.filing.day;
    let mut found = Vec::new();
    for id in evaluation.pack.routes.ids() {
        let edition = editions::on(evaluation.axis, &evaluation.pack.routes, id, day);
        let mut finding = Finding::of_timeline(id, &timeline(evaluation, id), day);
        finding.cite(evaluation, edition);
        if let Edition::InForce(route) = edition {
            finding.explain(evaluation, &route.when);
        }
        let Some(words) =
            words(edition).or_else(|| evaluation.pack.routes.iter().find(|route| route.id == id))
        else {
            continue;
        };
        found.push(RouteFinding {
            finding,
            title: words.title.clone(),
            change: words.change.clone(),
        });
    }
    found
}

/// The record that an edition speaks with.
pub(crate) fn words<'a, T>(edition: Edition<'a, T>) -> Option<&'a T> {
    match edition {
        Edition::InForce(record) | Edition::Absent(record) => Some(record),
        Edition::NotKnown(_) => None,
    }
}
