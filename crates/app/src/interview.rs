//! The interview of a case: which questions are asked, what was answered, what still decides.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Assessment;
use qonys_law::Axis;
use qonys_law::Entity;
use qonys_law::EntityKind;
use qonys_law::EntityRef;
use qonys_law::Evaluation;
use qonys_law::Fact;
use qonys_law::FactRef;
use qonys_law::FactType;
use qonys_law::GroundStage;
use qonys_law::LIST_COMPLETE;
use qonys_law::Record;
use qonys_law::RequirementFinding;
use qonys_law::Scope;
use qonys_law::Value;
use qonys_law::Verdict;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_texts::Lang;
use qonys_texts::plural;
use qonys_texts::weekday;

use crate::assessment;
use crate::assessment::status_code;
use crate::assessment::status_text;
use crate::case::Case;
use crate::knowledge::Knowledge;
use crate::speak::PAPER;
use crate::speak::Speaker;
use crate::view::AnswerView;
use crate::view::CaseView;
use crate::view::FactKind;
use crate::view::ItemView;
use crate::view::ListView;
use crate::view::OptionView;
use crate::view::PaperCardView;
use crate::view::PrecheckView;
use crate::view::QuestionView;
use crate::view::RecordView;
use crate::view::SectionState;
use crate::view::SectionView;
use crate::view::UnusedView;
use crate::view::WhyView;

/// The section in which the plan of dates is made.
const PLAN_SECTION: &str = "dates";

/// The one question that every paper has.
const IN_HAND: &str = "in_hand";

/// A case in words.
pub(crate) fn case_view(
    knowledge: &Knowledge,
    case: &Case,
    revision: u32,
    can_undo: bool,
    today: NaiveDate,
    lang: Lang,
) -> CaseView {
    let assessment = assessment::assess(knowledge, case, today);
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
        assessment: &assessment,
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
        result: assessment::view(&speaker, &assessment),
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

    /// Whether a question is asked. It waits for the answers that decide whether it is; it is asked when
    /// the person does not know those.
    fn asked(&self, fact: &Fact, record: Option<&str>) -> bool {
        let scope = record.map_or_else(Scope::default, |record| {
            Scope::default().with(&fact.id.entity, record)
        });
        let Some(ask_if) = &fact.ask_if else {
            return true;
        };
        match self.evaluation.on(ask_if, &scope, self.day) {
            Verdict::Yes => true,
            Verdict::No | Verdict::DoesNotApply => false,
            Verdict::Undecided(whys) => whys.iter().all(|why| match why {
                Why::MissingFact { fact } => self.answers().get(fact).is_some(),
                Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => true,
            }),
        }
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
                            question: self.question(fact, None),
                        });
                    }
                }
                EntityKind::List => {
                    if grouped.insert(&entity.id) {
                        items.push(ItemView::List {
                            list: self.list(entity),
                        });
                    }
                }
                EntityKind::Keyed => {
                    if grouped.insert(&entity.id) {
                        items.push(ItemView::Papers {
                            cards: self.papers(),
                        });
                    }
                }
            }
        }
        if id == PLAN_SECTION {
            items.push(ItemView::Plan {});
        }
        let open = items.iter().map(open_in).sum();
        let state = if self.blocked(id) {
            SectionState::Blocked
        } else if open == 0 {
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
            }),
            open,
            items,
        }
    }

    /// A section is blocked when an answer in it makes a ground hold.
    fn blocked(&self, section: &str) -> bool {
        self.assessment
            .grounds
            .iter()
            .filter(|ground| {
                ground.stage == GroundStage::Application
                    && ground.finding.verdict.kind() == VerdictKind::Yes
            })
            .flat_map(|ground| &ground.finding.reasons)
            .any(|reason| match reason {
                qonys_law::Reason::Fact { fact, .. } => self
                    .interview()
                    .fact(&fact.path())
                    .and_then(|declared| self.interview().section_of(declared))
                    .is_some_and(|asked_in| asked_in == section),
                qonys_law::Reason::Condition { .. }
                | qonys_law::Reason::Missing { .. }
                | qonys_law::Reason::ListComplete { .. }
                | qonys_law::Reason::Text { .. } => false,
            })
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

    fn papers(&self) -> Vec<PaperCardView> {
        let mut cards: Vec<PaperCardView> = Vec::new();
        for requirement in &self.assessment.requirements {
            if requirement.finding.verdict.kind() != VerdictKind::Yes {
                continue;
            }
            for paper in &requirement.papers {
                if cards.iter().all(|card| card.key != paper.key) {
                    cards.push(self.card(requirement, paper));
                }
            }
        }
        cards
    }

    fn card(
        &self,
        requirement: &RequirementFinding,
        paper: &qonys_law::PaperFinding,
    ) -> PaperCardView {
        let record = self
            .speaker
            .knowledge
            .pack
            .requirements
            .iter()
            .find(|record| record.id == requirement.finding.id);
        let questions = if record.is_some_and(|record| record.held.is_some()) {
            Vec::new()
        } else {
            // Only where a term runs from its issue does the rest of a paper's facts matter.
            let dated = record.is_some_and(|record| record.valid.is_some());
            self.interview()
                .facts_of(PAPER)
                .filter(|fact| dated || fact.id.fact == IN_HAND)
                .filter(|fact| self.asked(fact, Some(&paper.key)))
                .map(|fact| self.question(fact, Some(&paper.key)))
                .collect()
        };
        PaperCardView {
            key: paper.key.clone(),
            title: self.speaker.paper(&paper.key),
            what: self.speaker.words(&requirement.what),
            status: status_code(paper.status),
            status_text: status_text(&self.speaker, paper.status),
            last_good_day: paper.last_good_day.map(|day| self.speaker.day(day)),
            questions,
            source: requirement
                .finding
                .cited
                .as_ref()
                .map(|cited| self.speaker.source(cited)),
        }
    }

    fn question(&self, fact: &Fact, record: Option<&str>) -> QuestionView {
        let reference = fact_ref(&fact.id.entity, record, &fact.id.fact);
        let speaker = &self.speaker;
        QuestionView {
            key: reference.to_string(),
            entity: fact.id.entity.clone(),
            record: record.map(str::to_owned),
            fact: fact.id.fact.clone(),
            kind: kind(fact.kind),
            question: speaker.words(&fact.question),
            label: speaker.words(&fact.label),
            hint: fact.hint.as_ref().map(|hint| speaker.words(hint)),
            why: fact.why.as_ref().map(|why| WhyView {
                text: speaker.words(why),
                source: fact
                    .why_cite
                    .as_ref()
                    .and_then(|cite| speaker.why_source(cite)),
            }),
            options: fact
                .option
                .iter()
                .map(|option| OptionView {
                    id: option.id.clone(),
                    label: speaker.words(&option.label),
                    hint: option.hint.as_ref().map(|hint| speaker.words(hint)),
                })
                .collect(),
            optional: fact.optional,
            unknown_allowed: fact.unknown,
            length: fact.length.and_then(|length| u32::try_from(length).ok()),
            decides: self.deciding.contains(&reference),
            answer: self
                .answers()
                .get(&reference)
                .map(|answer| self.answer(fact, answer)),
        }
    }

    fn answer(&self, fact: &Fact, answer: &Answer) -> AnswerView {
        let value = match answer {
            Answer::NotKnownYet => {
                return AnswerView {
                    text: self.speaker.say("answer.not_known_yet"),
                    not_known_yet: true,
                    value: String::new(),
                    date: None,
                    kk: None,
                    ru: None,
                    echo: None,
                };
            }
            Answer::Known(value) => value,
        };
        let (raw, date, twins) = match value {
            Value::YesNo(true) => ("yes".to_owned(), None, None),
            Value::YesNo(false) => ("no".to_owned(), None, None),
            Value::Choice(word) | Value::Country(word) => (word.clone(), None, None),
            Value::Number(number) => (number.to_string(), None, None),
            Value::Date(day) => (String::new(), Some(*day), None),
            Value::Text(text) => (text.text.clone(), None, Some(text)),
        };
        AnswerView {
            text: self.speaker.value(&fact.id, value),
            not_known_yet: false,
            value: raw,
            date: date.map(fields),
            kk: twins.and_then(|text| text.kk.clone()),
            ru: twins.and_then(|text| text.ru.clone()),
            echo: date.map(|day| weekday(self.speaker.lang, day)),
        }
    }

    /// Answers that are kept although their question is no longer asked.
    fn unused(&self) -> Vec<UnusedView> {
        let mut unused = Vec::new();
        for (entity, record) in &self.answers().singles {
            self.unused_in(entity, None, record, &mut unused);
        }
        for (entity, list) in &self.answers().lists {
            for (id, record) in &list.records {
                self.unused_in(entity, Some(id), record, &mut unused);
            }
        }
        unused
    }

    fn unused_in(
        &self,
        entity: &str,
        id: Option<&str>,
        record: &Record,
        unused: &mut Vec<UnusedView>,
    ) {
        for fact in self.interview().facts_of(entity) {
            let Some(Answer::Known(value)) = record.get(&fact.id.fact) else {
                continue;
            };
            if !self.asked(fact, id) {
                unused.push(UnusedView {
                    label: self.speaker.label(&fact_ref(entity, id, &fact.id.fact)),
                    answer: self.speaker.value(&fact.id, value),
                });
            }
        }
    }
}

fn fields(day: NaiveDate) -> [String; 3] {
    use chrono::Datelike;
    [
        day.day().to_string(),
        day.month().to_string(),
        day.year().to_string(),
    ]
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
        ItemView::Question { question } => open(std::slice::from_ref(question)),
        ItemView::List { list } => {
            let records: u32 = list
                .records
                .iter()
                .map(|record| open(&record.questions))
                .sum();
            records + u32::from(!list.complete)
        }
        ItemView::Papers { cards } => cards.iter().map(|card| open(&card.questions)).sum(),
        ItemView::Plan {} => 0,
    }
}

fn started(item: &ItemView) -> bool {
    match item {
        ItemView::Question { question } => question.answer.is_some(),
        ItemView::List { list } => list.complete || !list.records.is_empty(),
        ItemView::Papers { cards } => cards
            .iter()
            .flat_map(|card| &card.questions)
            .any(|question| question.answer.is_some()),
        ItemView::Plan {} => false,
    }
}

fn kind(kind: FactType) -> FactKind {
    match kind {
        FactType::YesNo => FactKind::YesNo,
        FactType::Choice => FactKind::Choice,
        FactType::Date => FactKind::Date,
        FactType::Text => FactKind::Text,
        FactType::NameLatin => FactKind::NameLatin,
        FactType::NameCyrillic => FactKind::NameCyrillic,
        FactType::Country => FactKind::Country,
        FactType::Number => FactKind::Number,
        FactType::Digits => FactKind::Digits,
    }
}
