//! What may happen after an application: the deadlines of the law pack by the day that starts them.

use std::sync::LazyLock;

use qonys_law::Assessment;
use qonys_law::DeadlineEvent;
use qonys_law::EntityKind;
use qonys_law::EntityRef;
use qonys_law::FactPath;
use qonys_law::FactRef;
use qonys_law::TestedOn;
use serde::Deserialize;

use crate::assessment::agenda;
use crate::case::APPLICATION;
use crate::case::HANDED_IN;
use crate::speak::Speaker;
use crate::view::AfterPageView;
use crate::view::HappeningView;

const FILE: &str = include_str!("../../../../assets/entry/happenings.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    happenings: Vec<FactPath>,
}

/// The happenings; none if the file cannot be read, which a test rules out.
static HAPPENINGS: LazyLock<Vec<FactPath>> = LazyLock::new(|| {
    toml::from_str::<File>(FILE).map_or_else(|_| Vec::new(), |file| file.happenings)
});

/// The page: each happening with what has to be done then. One that the law in use does not ask about is left out.
pub(crate) fn after(speaker: &Speaker<'_>, assessment: &Assessment) -> AfterPageView {
    let entries = agenda::agenda(speaker, assessment).entries;
    let interview = &speaker.knowledge.interview;
    let happenings = HAPPENINGS
        .iter()
        .filter_map(|path| {
            let fact = interview.fact(path)?;
            let started: Vec<&str> = deadlines_of(speaker, path, assessment.days.handed_in);
            Some(HappeningView {
                key: path.to_string(),
                question: speaker.words(&fact.question),
                label: speaker.label(&FactRef {
                    entity: EntityRef {
                        kind: path.entity.clone(),
                        record: None,
                    },
                    fact: path.fact.clone(),
                }),
                list: interview
                    .entity(&path.entity)
                    .filter(|entity| entity.kind == EntityKind::List)
                    .map(|entity| entity.id.clone()),
                entries: entries
                    .iter()
                    .filter(|entry| started.contains(&entry.finding.id.as_str()))
                    .cloned()
                    .collect(),
            })
        })
        .collect();
    AfterPageView { happenings }
}

/// The deadlines whose time a day starts. The planned filing day starts some as well, until the papers are handed in.
fn deadlines_of<'a>(speaker: &Speaker<'a>, path: &FactPath, handed_in: bool) -> Vec<&'a str> {
    let filed = handed_in && path.entity == APPLICATION && path.fact == HANDED_IN;
    speaker
        .knowledge
        .pack
        .deadlines
        .into_iter()
        .filter(|deadline| {
            let by_filing = matches!(deadline.event, DeadlineEvent::Planned(TestedOn::Filing));
            (filed && by_filing) || starts(&deadline.event, path)
        })
        .map(|deadline| deadline.id.as_str())
        .collect()
}

fn starts(event: &DeadlineEvent, path: &FactPath) -> bool {
    match event {
        DeadlineEvent::Fact(fact)
        | DeadlineEvent::IfKnown(fact)
        | DeadlineEvent::PresentVisit(fact) => fact == path,
        DeadlineEvent::Term { after, .. } => after == path,
        DeadlineEvent::Planned(_) | DeadlineEvent::Deadline(_) => false,
        DeadlineEvent::Document(end) => end.expires == *path,
        DeadlineEvent::EarliestOf(events) | DeadlineEvent::FirstKnown(events) => {
            events.iter().any(|event| starts(event, path))
        }
    }
}
