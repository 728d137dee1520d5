//! Which papers a case has, and how far each is.

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Assessment;
use qonys_law::EntityKind;
use qonys_law::EntityRef;
use qonys_law::FactPath;
use qonys_law::FactRef;
use qonys_law::LIST_COMPLETE;
use qonys_law::RequirementFinding;
use qonys_law::Scope;
use qonys_law::VerdictKind;

use crate::assessment;
use crate::case::Case;
use crate::error::AppError;
use crate::forms::CaseFacts;
use crate::knowledge::Knowledge;
use crate::paper_key::PaperKey;
use crate::papers::kinds::Kind;
use crate::papers::kinds::paper_ids;

/// Whether a person needs a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Need {
    /// It is handed in or useful.
    Needed,
    /// That is not decided.
    Open,
    /// The checklist has no such paper for this person; the id of its requirement, where there is one.
    NotOnTheList(Option<String>),
    /// Its own file says why not.
    RuledOut(qonys_papers::Words),
}

/// One paper that can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    /// The paper.
    pub(crate) id: &'static str,
    /// The record it is about.
    pub(crate) record: Option<String>,
    /// The list of that record.
    pub(crate) list: Option<String>,
    pub(crate) need: Need,
}

impl Item {
    /// `paper` or `paper/record`.
    pub(crate) fn key(&self) -> String {
        match &self.record {
            Some(record) => format!("{}/{record}", self.id),
            None => self.id.to_owned(),
        }
    }

    /// The list and the record that it is about.
    pub(crate) fn about(&self) -> Option<(&str, &str)> {
        Some((self.list.as_deref()?, self.record.as_deref()?))
    }

    /// The place of its record in the list, from 0.
    pub(crate) fn subject(&self, case: &Case) -> Option<usize> {
        let list = case.answers.lists.get(self.list.as_ref()?)?;
        let record = self.record.as_ref()?;
        list.records.iter().position(|(id, _)| id == record)
    }
}

/// Every paper of a case, one for each record where that is so.
pub(crate) fn items(
    knowledge: &Knowledge,
    case: &Case,
    on: NaiveDate,
) -> Result<(Vec<Item>, Assessment), AppError> {
    let assessed = assessment::assess(knowledge, case, on);
    let facts = CaseFacts::new(knowledge, &case.answers, on);
    let mut found = Vec::new();
    for id in paper_ids() {
        let kind = Kind::of(knowledge, id)?;
        let Some(paper) = kind.paper() else {
            found.push(Item {
                id,
                record: None,
                list: None,
                need: Need::Needed,
            });
            continue;
        };
        let wanted: Vec<&RequirementFinding> = assessed
            .requirements
            .iter()
            .filter(|requirement| requirement.paper == paper)
            .collect();
        let need = match kind.not_needed(&facts) {
            Some(words) => Need::RuledOut(words.clone()),
            None => need(&wanted),
        };
        let Some(list) = kind.subject() else {
            found.push(Item {
                id,
                record: None,
                list: None,
                need,
            });
            continue;
        };
        let mut records: Vec<String> = Vec::new();
        let asked = wanted
            .iter()
            .filter(|one| match one.finding.verdict.kind() {
                VerdictKind::Yes | VerdictKind::Undecided => true,
                VerdictKind::No | VerdictKind::DoesNotApply => false,
            });
        for key in asked.flat_map(|one| one.papers.iter().map(|paper| paper.key.as_str())) {
            if let Some(record) = PaperKey::of(key).record
                && !records.iter().any(|known| known == record)
            {
                records.push(record.to_owned());
            }
        }
        if records.is_empty() {
            found.push(Item {
                id,
                record: None,
                list: Some(list.to_owned()),
                need,
            });
        } else {
            found.extend(records.into_iter().map(|record| Item {
                id,
                record: Some(record),
                list: Some(list.to_owned()),
                need: need.clone(),
            }));
        }
    }
    Ok((found, assessed))
}

fn need(wanted: &[&RequirementFinding]) -> Need {
    let any = |kind: VerdictKind| wanted.iter().any(|one| one.finding.verdict.kind() == kind);
    if any(VerdictKind::Yes) {
        Need::Needed
    } else if any(VerdictKind::Undecided) {
        Need::Open
    } else {
        Need::NotOnTheList(wanted.first().map(|one| one.finding.id.clone()))
    }
}

/// The questions whose answers the paper still wants: asked, not optional, and not answered. `about` is the list and the
/// record that the paper is about.
pub(crate) fn missing(
    knowledge: &Knowledge,
    case: &Case,
    kind: &Kind,
    about: Option<(&str, &str)>,
    on: NaiveDate,
) -> Vec<FactRef> {
    let facts = CaseFacts::new(knowledge, &case.answers, on);
    let mut found: Vec<FactRef> = Vec::new();
    let mut lists: Vec<String> = Vec::new();
    let reference = |path: &FactPath, record: Option<&str>| FactRef {
        entity: EntityRef {
            kind: path.entity.clone(),
            record: record.map(str::to_owned),
        },
        fact: path.fact.clone(),
    };
    let wanting = |path: &FactPath, record: Option<&str>| {
        let optional = knowledge
            .interview
            .fact(path)
            .is_none_or(|declared| declared.optional);
        let scope = record.map_or_else(Scope::default, |record| {
            Scope::default().with(&path.entity, record)
        });
        let answered = matches!(
            case.answers.get(&reference(path, record)),
            Some(Answer::Known(_))
        );
        !optional && !answered && facts.asked(path, &scope)
    };
    for path in kind
        .facts()
        .iter()
        .filter_map(|fact| fact.parse::<FactPath>().ok())
    {
        let Some(entity) = knowledge.interview.entity(&path.entity) else {
            continue;
        };
        if entity.kind != EntityKind::List {
            if wanting(&path, None) {
                found.push(reference(&path, None));
            }
            continue;
        }
        let list = case.answers.lists.get(&path.entity);
        let chosen = about
            .filter(|(list, _)| *list == path.entity)
            .map(|(_, record)| record);
        if chosen.is_none() && !lists.contains(&path.entity) {
            lists.push(path.entity.clone());
            if !list.is_some_and(|list| list.complete) {
                found.push(FactRef {
                    entity: EntityRef {
                        kind: path.entity.clone(),
                        record: None,
                    },
                    fact: LIST_COMPLETE.to_owned(),
                });
            }
        }
        for (record, _) in list.map(|list| list.records.as_slice()).unwrap_or_default() {
            if chosen.is_none_or(|chosen| chosen == record) && wanting(&path, Some(record)) {
                found.push(reference(&path, Some(record)));
            }
        }
    }
    found
}
