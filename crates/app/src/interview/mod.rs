//! The interview of a case: which questions are asked, what was answered, what still decides.

mod asked;
mod cards;
mod question;
mod unused;

pub(crate) use asked::asked_facts;
pub(crate) use question::kind;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use qonys_law::Answers;
use qonys_law::Assessment;
use qonys_law::Axis;
use qonys_law::Condition;
use qonys_law::Entity;
use qonys_law::EntityKind;
use qonys_law::EntityRef;
use qonys_law::Evaluation;
use qonys_law::Fact;
use qonys_law::FactRef;
use qonys_law::GroundStage;
use qonys_law::LIST_COMPLETE;
use qonys_law::Scope;
use qonys_law::Verdict;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_texts::Lang;
use qonys_texts::plural;

use crate::assessment::pages;
use crate::case::Case;
use crate::knowledge::Knowledge;
use crate::speak::Speaker;
use crate::view::CaseView;
use crate::view::ItemView;
use crate::view::ListView;
use crate::view::PrecheckView;
use crate::view::QuestionView;
use crate::view::RecordView;
use crate::view::SectionState;
use crate::view::SectionView;
use crate::view::StatusCode;

/// The section in which the plan of dates is made.
const PLAN_SECTION: &str = "dates";

/// A case in words, with the assessment that was made of it.
pub(crate) fn case_view(
    knowledge: &Knowledge,
    case: &Case,
    assessment: &Assessment,
    revision: u32,
    can_undo: bool,
    lang: Lang,
) -> CaseView {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let day = assessment.days.filing.day;
    let screen = Screen {
        speaker,
        evaluation: Evaluation::new(
            &knowledge.pack,
            &knowledge.interview,
            &case.answers,
            Axis {
                first: day,
                last: day,
            },
        ),
        day,
        deciding: missing(&assessment.may_apply.verdict),
        assessment,
    };
    let count = screen.deciding.len();
    CaseView {
        revision,
        language: lang.code().to_owned(),
        can_undo,
        precheck: screen.precheck(),
        sections: knowledge
            .interview
            .sections
            .iter()
            .map(|section| screen.section(&section.id, &speaker.words(&section.title)))
            // Life after the permit is no section for those who have none yet.
            .filter(|section| !section.items.is_empty())
            .collect(),
        deciding: u32::try_from(count).unwrap_or(u32::MAX),
        deciding_text: if count == 0 {
            speaker.say("decided")
        } else {
            plural(
                lang,
                "findings.deciding",
                i64::try_from(count).unwrap_or(i64::MAX),
                &[],
            )
        },
        unused: screen.unused(),
        result: pages::summary(&speaker, assessment),
    }
}

fn missing(verdict: &Verdict) -> BTreeSet<FactRef> {
    verdict
        .whys()
        .into_iter()
        .filter_map(|why| match why {
            Why::MissingFact { fact } => Some(fact),
            Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => None,
        })
        .collect()
}

/// A fact of an entity, in the scope of its record.
fn fact_ref(kind: &str, record: Option<&str>, fact: &str) -> FactRef {
    FactRef {
        entity: EntityRef {
            kind: kind.to_owned(),
            record: record.map(str::to_owned),
        },
        fact: fact.to_owned(),
    }
}

/// What all parts of a screen need.
struct Screen<'a> {
    speaker: Speaker<'a>,
    evaluation: Evaluation<'a>,
    day: NaiveDate,
    deciding: BTreeSet<FactRef>,
    assessment: &'a Assessment,
}

impl<'a> Screen<'a> {
    fn answers(&self) -> &'a Answers {
        self.speaker.answers
    }

    fn interview(&self) -> &'a qonys_law::Interview {
        &self.speaker.knowledge.interview
    }

    /// Whether a question is asked.
    fn asked(&self, fact: &Fact, record: Option<&str>) -> bool {
        asked::asked(&self.evaluation, self.answers(), self.day, fact, record)
    }

    /// Whether a condition for asking holds.
    fn wanted(&self, ask_if: &Condition, scope: &Scope) -> bool {
        asked::wanted(&self.evaluation, self.answers(), self.day, ask_if, scope)
    }

    fn precheck(&self) -> PrecheckView {
        let mut facts: Vec<&Fact> = self
            .interview()
            .facts
            .iter()
            .filter(|fact| fact.precheck.is_some() && self.asked(fact, None))
            .collect();
        facts.sort_by_key(|fact| fact.precheck);
        let questions: Vec<QuestionView> = facts
            .into_iter()
            .map(|fact| self.question(fact, None))
            .collect();
        PrecheckView {
            open: open(&questions),
            questions,
        }
    }

    fn section(&self, id: &str, title: &str) -> SectionView {
        let mut items = Vec::new();
        let mut grouped: BTreeSet<&str> = BTreeSet::new();
        for fact in &self.interview().facts {
            if self.interview().section_of(fact) != Some(id) {
                continue;
            }
            let Some(entity) = self.interview().entity(&fact.id.entity) else {
                continue;
            };
            match entity.kind {
                EntityKind::Single => {
                    if self.asked(fact, None) {
                        items.push(ItemView::Question {
                            question: Box::new(self.question(fact, None)),
                        });
                    }
                }
                EntityKind::List => {
                    let wanted = entity
                        .ask_if
                        .as_ref()
                        .is_none_or(|ask_if| self.wanted(ask_if, &Scope::default()));
                    if wanted && grouped.insert(&entity.id) {
                        items.push(ItemView::List {
                            list: self.list(entity),
                        });
                    }
                }
                EntityKind::Keyed => {
                    if grouped.insert(&entity.id) {
                        let cards = self.papers();
                        items.push(ItemView::Papers {
                            perhaps: self.perhaps(&cards),
                            cards,
                        });
                    }
                }
            }
        }
        if id == PLAN_SECTION {
            items.push(ItemView::Plan {});
        }
        let planned = id != PLAN_SECTION || self.assessment.days.filing.given;
        let filed = self.assessment.days.handed_in;
        let waiting = |item: &&ItemView| !(filed && is_papers(item));
        let open = items.iter().filter(waiting).map(open_in).sum::<u32>() + u32::from(!planned);
        let blocked = self.blocked(id);
        // Papers that the office has taken need nothing any more.
        let out_of_date = if filed {
            Vec::new()
        } else {
            out_of_date(&items)
        };
        let state = if !blocked.is_empty() {
            SectionState::Blocked
        } else if !out_of_date.is_empty() {
            SectionState::OutOfDate
        } else if open == 0 && (filed || !items.iter().any(papers_to_come)) {
            SectionState::Ready
        } else if items.iter().any(started) {
            SectionState::InProgress
        } else {
            SectionState::NotStarted
        };
        SectionView {
            id: id.to_owned(),
            title: title.to_owned(),
            state,
            state_text: self.speaker.say(match state {
                SectionState::NotStarted => "section.not_started",
                SectionState::InProgress => "section.in_progress",
                SectionState::Ready => "section.ready",
                SectionState::Blocked => "section.blocked",
                SectionState::OutOfDate => "section.out_of_date",
            }),
            state_why: match state {
                SectionState::Blocked => Some(blocked.join("; ")),
                SectionState::OutOfDate => Some(out_of_date.join("; ")),
                SectionState::NotStarted | SectionState::InProgress | SectionState::Ready => None,
            },
            open,
            items,
        }
    }

    /// A section is blocked when an answer in it makes a ground hold; the words of these grounds.
    fn blocked(&self, section: &str) -> Vec<String> {
        let asked_here = |reason: &qonys_law::Reason| match reason {
            qonys_law::Reason::Fact { fact, .. } => self
                .interview()
                .fact(&fact.path())
                .and_then(|declared| self.interview().section_of(declared))
                .is_some_and(|asked_in| asked_in == section),
            qonys_law::Reason::Condition { .. }
            | qonys_law::Reason::Missing { .. }
            | qonys_law::Reason::ListComplete { .. }
            | qonys_law::Reason::Text { .. } => false,
        };
        self.assessment
            .grounds
            .iter()
            .filter(|ground| {
                ground.stage == GroundStage::Application
                    && ground.finding.verdict.kind() == VerdictKind::Yes
                    && ground.finding.reasons.iter().any(asked_here)
            })
            .map(|ground| self.speaker.words(&ground.text))
            .collect()
    }

    fn list(&self, entity: &Entity) -> ListView {
        let words = |words: &Option<qonys_law::Words>| {
            words
                .as_ref()
                .map_or_else(String::new, |words| self.speaker.words(words))
        };
        let list = self.answers().lists.get(&entity.id);
        let one = words(&entity.one);
        ListView {
            title: self.speaker.words(&entity.title),
            hint: entity.hint.as_ref().map(|hint| self.speaker.words(hint)),
            none: words(&entity.none),
            that_is_all: words(&entity.that_is_all),
            add: words(&entity.add),
            complete: list.is_some_and(|list| list.complete),
            decides: self
                .deciding
                .contains(&fact_ref(&entity.id, None, LIST_COMPLETE)),
            records: list
                .map(|list| list.records.as_slice())
                .unwrap_or_default()
                .iter()
                .enumerate()
                .map(|(place, (id, _))| self.record(entity, &one, place, id))
                .collect(),
            one,
            entity: entity.id.clone(),
        }
    }

    fn record(&self, entity: &Entity, one: &str, place: usize, id: &str) -> RecordView {
        let questions: Vec<QuestionView> = self
            .interview()
            .facts_of(&entity.id)
            .filter(|fact| self.asked(fact, Some(id)))
            .map(|fact| self.question(fact, Some(id)))
            .collect();
        // The first two answers tell one record from another.
        let told: Vec<&str> = questions
            .iter()
            .filter_map(|question| question.answer.as_ref())
            .filter(|answer| !answer.not_known_yet)
            .map(|answer| answer.text.as_str())
            .take(2)
            .collect();
        let heading = if told.is_empty() {
            format!("{one} {}", place + 1)
        } else {
            format!("{one} {}: {}", place + 1, told.join(", "))
        };
        RecordView {
            id: id.to_owned(),
            heading,
            questions,
        }
    }
}

fn is_papers(item: &ItemView) -> bool {
    match item {
        ItemView::Papers { .. } => true,
        ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => false,
    }
}

/// Whether it is not decided yet which papers are needed.
fn papers_to_come(item: &ItemView) -> bool {
    match item {
        ItemView::Papers { cards, .. } => cards.is_empty(),
        ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => false,
    }
}

/// The papers that were good and are not, or will not be on the filing day.
fn out_of_date(items: &[ItemView]) -> Vec<String> {
    items
        .iter()
        .flat_map(|item| match item {
            ItemView::Papers { cards, .. } => cards.as_slice(),
            ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => &[],
        })
        .filter(|card| {
            matches!(
                card.status,
                StatusCode::OutOfDate | StatusCode::WillBeOutOfDate
            )
        })
        .map(|card| format!("{}: {}", card.title, card.status_text))
        .collect()
}

fn open(questions: &[QuestionView]) -> u32 {
    let count = questions
        .iter()
        .filter(|question| question.answer.is_none() && !question.optional)
        .count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn open_in(item: &ItemView) -> u32 {
    match item {
        ItemView::Question { question } => open(std::slice::from_ref(&**question)),
        ItemView::List { list } => {
            let records: u32 = list
                .records
                .iter()
                .map(|record| open(&record.questions))
                .sum();
            records + u32::from(!list.complete)
        }
        ItemView::Papers { cards, .. } => cards.iter().map(|card| open(&card.questions)).sum(),
        ItemView::Plan {} => 0,
    }
}

fn started(item: &ItemView) -> bool {
    match item {
        ItemView::Question { question } => question.answer.is_some(),
        ItemView::List { list } => list.complete || !list.records.is_empty(),
        ItemView::Papers { cards, .. } => cards
            .iter()
            .flat_map(|card| &card.questions)
            .any(|question| question.answer.is_some()),
        ItemView::Plan {} => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::PaperCardView;

    fn papers(statuses: &[StatusCode]) -> Vec<ItemView> {
        let cards = statuses
            .iter()
            .map(|status| PaperCardView {
                key: String::new(),
                title: format!("{status:?}"),
                what: String::new(),
                status: *status,
                status_text: "words".to_owned(),
                last_good_day: None,
                obtaining: None,
                legalisation: None,
                instead: None,
                filled: None,
                order_by: None,
                questions: Vec::new(),
                doubts: Vec::new(),
                source: None,
            })
            .collect();
        vec![ItemView::Papers {
            cards,
            perhaps: Vec::new(),
        }]
    }

    #[test]
    fn a_section_is_out_of_date_by_papers_that_were_good() {
        let items = papers(&[
            StatusCode::InHand,
            StatusCode::OutOfDate,
            StatusCode::Missing,
            StatusCode::WillBeOutOfDate,
        ]);
        assert_eq!(
            out_of_date(&items),
            ["OutOfDate: words", "WillBeOutOfDate: words"]
        );
        assert!(out_of_date(&papers(&[StatusCode::Missing])).is_empty());
    }
}
