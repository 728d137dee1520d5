//! The rows of a table: `subject | verdict | claim | claim …`.

use qonys_app::view::AssessmentView;
use qonys_app::view::FindingView;
use qonys_app::view::VerdictCode;

use crate::around;
use crate::claims;
use crate::deadlines;
use crate::money;
use crate::over_time;
use crate::paper_claims;
use crate::plan_claims;
use crate::stay;

/// One row.
pub(crate) struct Row<'a> {
    /// As it stands in the file.
    pub(crate) line: &'a str,
    cells: Vec<&'a str>,
}

/// The rows of a table; empty lines and lines that begin with # say nothing.
pub(crate) fn of(table: &str) -> impl Iterator<Item = Row<'_>> {
    table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| Row {
            line,
            cells: line.split('|').map(str::trim).collect(),
        })
}

impl Row<'_> {
    /// What is not as the row says.
    pub(crate) fn problems(&self, view: &AssessmentView) -> Vec<String> {
        let (subject, claims) = self.cells.split_first().expect("a row has a subject");
        let (kind, id) = subject.split_once(' ').unwrap_or((subject, ""));
        let judged = |finding: &FindingView, claim: &str| judged(kind, finding, claim);
        let each = |check: &dyn Fn(&str) -> Option<String>| {
            claims.iter().filter_map(|claim| check(claim)).collect()
        };
        match (kind, id) {
            ("may", "apply") => each(&|claim| judged(&view.may_apply, claim)),
            ("heading", "says") => {
                each(&|claim| claims::says(&view.heading, &view.language, claim))
            }
            ("route", _) => match view.routes.iter().find(|route| route.finding.id == id) {
                Some(route) => each(&|claim| {
                    claims::route(route, claim).unwrap_or_else(|| judged(&route.finding, claim))
                }),
                None => absent(),
            },
            ("ground", _) => match view.grounds.iter().find(|ground| ground.finding.id == id) {
                Some(ground) => each(&|claim| {
                    claims::ground(ground, &view.language, claim)
                        .unwrap_or_else(|| judged(&ground.finding, claim))
                }),
                None => absent(),
            },
            ("procedure", _) => match view.procedures.iter().find(|p| p.finding.id == id) {
                Some(procedure) => each(&|claim| {
                    around::procedure(procedure, &view.language, claim)
                        .unwrap_or_else(|| judged(&procedure.finding, claim))
                }),
                None => absent(),
            },
            ("beside", _) => match view.beside.iter().find(|b| b.procedure.finding.id == id) {
                Some(beside) => each(&|claim| {
                    around::beside(beside, claim)
                        .unwrap_or_else(|| judged(&beside.procedure.finding, claim))
                }),
                None => absent(),
            },
            ("circumstance", _) => match view.circumstances.iter().find(|c| c.finding.id == id) {
                Some(circumstance) => each(&|claim| {
                    around::circumstance(circumstance, &view.language, claim)
                        .unwrap_or_else(|| judged(&circumstance.finding, claim))
                }),
                None => absent(),
            },
            ("look", "again") => around::sanity(&view.sanity, claims),
            ("requirement", _) => match around::requirements(view).find(|r| r.finding.id == id) {
                Some(requirement) => each(&|claim| {
                    claims::requirement(requirement, &view.language, claim)
                        .unwrap_or_else(|| judged(&requirement.finding, claim))
                }),
                None => absent(),
            },
            ("fee", _) => match view.fees.iter().find(|fee| fee.finding.id == id) {
                Some(fee) => each(&|claim| {
                    claims::fee(fee, &view.language, claim)
                        .unwrap_or_else(|| judged(&fee.finding, claim))
                }),
                None => absent(),
            },
            ("tariff" | "part" | "budget" | "stage_sum" | "sum_on" | "payment", _) => {
                money::problems(view, kind, id, claims)
            }
            ("paper", _) => match view
                .requirements
                .iter()
                .flat_map(|requirement| &requirement.papers)
                .find(|paper| paper.key == id)
            {
                Some(paper) => each(&|claim| paper_claims::paper(paper, &view.language, claim)),
                None if claims == [paper_claims::NONE] => Vec::new(),
                None => absent(),
            },
            ("deadline", _) => match deadlines::entry(&view.agenda, id) {
                Some(entry) => each(&|claim| {
                    deadlines::claim(entry, claim).unwrap_or_else(|| judged(&entry.finding, claim))
                }),
                None if claims == ["no"] => Vec::new(),
                None => absent(),
            },
            ("stage", _) => match view.stages.stages.iter().find(|s| s.finding.id == id) {
                Some(stage) => each(&|claim| {
                    plan_claims::stage(stage, &view.language, claim)
                        .unwrap_or_else(|| judged(&stage.finding, claim))
                }),
                None => absent(),
            },
            ("stages", "none") => claims::differs("the stages", &0, &view.stages.stages.len())
                .into_iter()
                .collect(),
            ("last", _) => {
                let wanted = id.strip_prefix("start ").expect("a last start");
                let starts = &view.stages.last_starts;
                match starts.iter().find(|start| start.procedure == wanted) {
                    Some(start) => each(&|claim| plan_claims::last_start(start, claim)),
                    None if claims == ["none"] => Vec::new(),
                    None => absent(),
                }
            }
            ("until", "decision") => match &view.until_decision {
                Some(found) => each(&|claim| plan_claims::until_decision(found, claim)),
                None if claims == ["none"] => Vec::new(),
                None => absent(),
            },
            ("order", _) => match view.orders.papers.iter().find(|order| order.key == id) {
                Some(order) => each(&|claim| plan_claims::order(order, claim)),
                None if claims == ["none"] => Vec::new(),
                None => absent(),
            },
            ("orders", "in") => vec![
                view.orders
                    .papers
                    .iter()
                    .map(|o| o.key.as_str())
                    .collect::<Vec<_>>(),
            ]
            .into_iter()
            .filter_map(|found| claims::differs("the order", &claims.to_vec(), &found))
            .collect(),
            ("compare", _) => match view.comparison.iter().find(|route| route.id == id) {
                Some(route) => each(&|claim| plan_claims::compare(route, claim)),
                None => absent(),
            },
            ("change", _) => plan_claims::changes(&view.changes_ahead, id, claims),
            ("stay", _) => stay::stay(&view.stay, claims),
            ("offence", _) => stay::offence(&view.stay, id, claims),
            ("floor", _) => stay::floor(&view.stay, &view.language, id, claims),
            ("window", _) => claims::window(&view.window, id, claims),
            ("open" | "closed", "routes") => {
                let wanted = if kind == "open" {
                    VerdictCode::Yes
                } else {
                    VerdictCode::No
                };
                same_set(
                    claims,
                    view.routes.iter().map(|route| &route.finding),
                    wanted,
                )
            }
            ("requirements", verdict) => same_set(
                claims,
                view.requirements.iter().map(|r| &r.finding),
                claims::verdict("requirement", verdict).expect("a verdict"),
            ),
            ("grounds", verdict) => same_set(
                claims,
                view.grounds.iter().map(|ground| &ground.finding),
                claims::verdict("ground", verdict).expect("a verdict"),
            ),
            _ => panic!("no row begins like this: {}", self.line),
        }
    }
}

fn absent() -> Vec<String> {
    vec!["there is none".to_owned()]
}

fn judged(kind: &str, finding: &FindingView, claim: &str) -> Option<String> {
    match claims::verdict(kind, claim) {
        Some(verdict) => claims::differs("the verdict", &verdict, &finding.verdict),
        None => over_time::claim(kind, finding, claim)
            .unwrap_or_else(|| claims::finding(finding, claim)),
    }
}

/// Exactly these rules have the verdict; a cell may name several.
fn same_set<'a>(
    claims: &[&str],
    found: impl Iterator<Item = &'a FindingView>,
    verdict: VerdictCode,
) -> Vec<String> {
    let mut wanted: Vec<&str> = claims
        .iter()
        .flat_map(|cell| cell.split(','))
        .map(str::trim)
        .filter(|id| !id.is_empty() && *id != "none")
        .collect();
    wanted.sort_unstable();
    let mut ids: Vec<&str> = found
        .filter(|finding| finding.verdict == verdict)
        .map(|finding| finding.id.as_str())
        .collect();
    ids.sort_unstable();
    claims::differs("the list", &wanted, &ids)
        .into_iter()
        .collect()
}
