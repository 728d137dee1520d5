//! What every rule says of a person, in a few letters each.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_law::Assessment;
use qonys_law::Axis;
use qonys_law::Condition;
use qonys_law::CostStage;
use qonys_law::Evaluation;
use qonys_law::Finding;
use qonys_law::PartState;
use qonys_law::RequirementFinding;
use qonys_law::Scope;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_law::assess;

/// By the rule, what it says.
pub(crate) type Marks = BTreeMap<String, String>;

/// The days of which every finding tells: one in each edition of Article 49 and of the lists of papers.
pub(crate) const DAYS: [&str; 6] = [
    "2022-10-22",
    "2023-06-01",
    "2024-03-01",
    "2024-05-29",
    "2025-06-01",
    "2026-11-30",
];

/// A day of the edition of the duties before that of 2022.
const BEFORE_2022: &str = "2021-06-01";

/// What every rule says of a person who hands in the papers on a day.
pub(crate) fn marks(knowledge: &Knowledge, case: &Case, filing: NaiveDate) -> Marks {
    let plan = case.plan.on(filing);
    let found = assess(&knowledge.pack, &knowledge.interview, &case.answers, &plan);
    let mut marks = of_findings(&found);
    for id in knowledge.pack.conditions.keys() {
        let named = Condition::Named(id.clone());
        let mark = of_condition(knowledge, case, filing, &named);
        marks.insert(format!("condition {id}"), mark);
    }
    marks
}

/// What a condition says of a person on a day.
pub(crate) fn of_condition(
    knowledge: &Knowledge,
    case: &Case,
    day: NaiveDate,
    condition: &Condition,
) -> String {
    let axis = Axis {
        first: day,
        last: day,
    };
    let evaluation = Evaluation::new(&knowledge.pack, &knowledge.interview, &case.answers, axis);
    let verdict = evaluation.on(condition, &Scope::default(), day);
    let whys: BTreeSet<String> = verdict
        .whys()
        .into_iter()
        .map(|why| match why {
            Why::MissingFact { fact } => fact.path().to_string(),
            Why::NoKnownRule { rule, .. } => rule,
            Why::OfficialDecides { text } => text,
        })
        .collect();
    let word = letter(verdict.kind());
    if whys.is_empty() {
        word.to_owned()
    } else {
        let whys: Vec<String> = whys.into_iter().collect();
        format!("{word}: {}", whys.join(", "))
    }
}

fn of_findings(found: &Assessment) -> Marks {
    let mut marks = Marks::new();
    let mut add = |kind: &str, id: &str, mark: String| {
        let earlier = marks.insert(format!("{kind} {id}"), mark.clone());
        if let Some(earlier) = earlier {
            marks.insert(format!("{kind} {id}"), format!("{earlier} and {mark}"));
        }
    };
    for route in &found.routes {
        add("route", &route.finding.id, over_days(&route.finding));
    }
    for ground in &found.grounds {
        add("ground", &ground.finding.id, over_days(&ground.finding));
    }
    for procedure in &found.procedures {
        let mut mark = over_days(&procedure.finding);
        for other in &procedure.replaced_by {
            mark.push_str(&format!(" | {other} stands in its place"));
        }
        add("procedure", &procedure.finding.id, mark);
    }
    for requirement in &found.requirements {
        add(
            "requirement",
            &requirement.finding.id,
            of_requirement(requirement),
        );
    }
    for beside in &found.beside {
        let finding = &beside.procedure.finding;
        add("beside", &finding.id, over_days(finding));
        for requirement in &beside.requirements {
            add(
                "requirement",
                &requirement.finding.id,
                of_requirement(requirement),
            );
        }
    }
    for circumstance in &found.circumstances {
        let finding = &circumstance.finding;
        add("circumstance", &finding.id, over_days(finding));
    }
    for fee in &found.fees {
        let before = on(&fee.finding, BEFORE_2022);
        let mark = format!("{before} before 2022, then {}", over_days(&fee.finding));
        add("fee", &fee.finding.id, mark);
    }
    for tariff in &found.tariffs {
        add("tariff", &tariff.finding.id, over_days(&tariff.finding));
    }
    for part in &found.budget.parts {
        let count = part.count.map_or("?".to_owned(), |count| count.to_string());
        let state = match part.state {
            PartState::Counted => "counted",
            PartState::NotKnown => "not known",
            PartState::Open => "open",
            PartState::Possible => "possible",
        };
        let stage = match part.stage {
            CostStage::BeforeFiling => "before filing",
            CostStage::WhileWaiting => "while waiting",
            CostStage::AfterDecision => "after the decision",
        };
        add("part", &part.id, format!("{count} {state} {stage}"));
    }
    for stage in &found.stages.stages {
        let verdict = letter(stage.finding.verdict.kind());
        add("stage", &stage.finding.id, verdict.to_owned());
    }
    for duty in &found.stay.duties {
        add("duty", &duty.id, format!("{:?}", duty.who).to_lowercase());
    }
    for offence in &found.stay.penalties {
        add(
            "offence",
            &offence.id,
            format!("{:?}", offence.who).to_lowercase(),
        );
    }
    for floor in &found.stay.floors {
        add("floor", &floor.finding.id, over_days(&floor.finding));
    }
    for deadline in &found.deadlines {
        let record = deadline
            .record
            .as_ref()
            .and_then(|record| record.record.as_deref())
            .map_or(String::new(), |record| format!(":{record}"));
        let day = deadline.event.map_or("?".to_owned(), |day| day.to_string());
        let done = deadline
            .done
            .map_or(String::new(), |day| format!(", done {day}"));
        let verdict = letter(deadline.finding.verdict.kind());
        let id = &deadline.finding.id;
        add(
            "deadline",
            &format!("{id}{record}"),
            format!("{verdict} {day}{done}"),
        );
    }
    for check in &found.sanity {
        let facts: Vec<String> = check
            .facts
            .iter()
            .map(|fact| fact.path().to_string())
            .collect();
        add(
            "look",
            &format!("{} {}", check.id, facts.join(" + ")),
            "again".to_owned(),
        );
    }
    marks
}

fn of_requirement(requirement: &RequirementFinding) -> String {
    let mut mark = over_days(&requirement.finding);
    let forms: Vec<String> = requirement
        .form
        .iter()
        .map(|form| format!("{form:?}").to_lowercase())
        .collect();
    let status = format!("{:?}", requirement.status).to_lowercase();
    mark.push_str(&format!(" | {status}"));
    if !forms.is_empty() {
        mark.push_str(&format!(" | {}", forms.join(" ")));
    }
    let papers: BTreeSet<&str> = requirement
        .papers
        .iter()
        .map(|paper| paper.key.as_str())
        .collect();
    for paper in papers {
        mark.push_str(&format!(" | {paper}"));
    }
    if let Some(sum) = &requirement.sum {
        let known = if sum.tiyn.is_some() {
            "a sum"
        } else {
            "no sum"
        };
        mark.push_str(&format!(" | {known}"));
    }
    mark
}

/// The verdict on each of the days.
fn over_days(finding: &Finding) -> String {
    DAYS.map(|day| on(finding, day)).join(" ")
}

/// The verdict on a day.
fn on(finding: &Finding, day: &str) -> &'static str {
    let day: NaiveDate = day.parse().expect("a day");
    finding
        .stretches
        .iter()
        .find(|stretch| stretch.from <= day && day <= stretch.until)
        .map_or("?", |stretch| letter(stretch.value))
}

fn letter(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Yes => "yes",
        VerdictKind::No => "no",
        VerdictKind::Undecided => "open",
        VerdictKind::DoesNotApply => "–",
    }
}

/// By the rule, what is found and not said; nothing where a rule is said and not found.
pub(crate) fn lines(said: &Marks, found: &Marks) -> Vec<(String, String)> {
    let lacks = found
        .iter()
        .filter(|(rule, mark)| said.get(*rule) != Some(mark))
        .map(|(rule, mark)| (rule.clone(), mark.clone()));
    let too_much = said
        .keys()
        .filter(|rule| !found.contains_key(*rule))
        .map(|rule| (rule.clone(), String::new()));
    lacks.chain(too_much).collect()
}
