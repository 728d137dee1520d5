//! Turns ids, answers and reasons of the engine into words of one language.

mod codes;
mod source;

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::CALENDAR;
use qonys_law::Dated;
use qonys_law::EntityRef;
use qonys_law::FactPath;
use qonys_law::FactRef;
use qonys_law::LIST_COMPLETE;
use qonys_law::Reason;
use qonys_law::Standing;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_law::Words;
use qonys_texts::Lang;
use qonys_texts::date_long;
use qonys_texts::money;
use qonys_texts::plural;
use qonys_texts::text;
use qonys_texts::text_with;
use rust_decimal::Decimal;

pub(crate) use self::codes::standing_code;
pub(crate) use self::codes::verdict_code;
use crate::knowledge::Knowledge;
use crate::paper_key::PaperKey;
use crate::view::DayView;
use crate::view::MoneyView;
use crate::view::ReasonView;

/// The kind of entity that papers are.
pub(crate) const PAPER: &str = "paper";

/// Speaks one language.
#[derive(Clone, Copy)]
pub(crate) struct Speaker<'a> {
    pub(crate) knowledge: &'a Knowledge,
    pub(crate) answers: &'a qonys_law::Answers,
    pub(crate) lang: Lang,
}

/// The words of a language.
pub(crate) fn in_language(words: &Words, lang: Lang) -> &str {
    match lang {
        Lang::Kk => &words.kk,
        Lang::Ru => &words.ru,
        Lang::En => &words.en,
    }
}

impl<'a> Speaker<'a> {
    pub(crate) fn words(&self, words: &Words) -> String {
        in_language(words, self.lang).to_owned()
    }

    pub(crate) fn say(&self, key: &str) -> String {
        text(self.lang, &format!("findings.{key}"))
    }

    pub(crate) fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        text_with(self.lang, &format!("findings.{key}"), args)
    }

    /// A sentence about the plan.
    pub(crate) fn plan(&self, key: &str, args: &[(&str, &str)]) -> String {
        text_with(self.lang, &format!("plans.{key}"), args)
    }

    pub(crate) fn day(&self, day: NaiveDate) -> DayView {
        DayView {
            iso: day.to_string(),
            text: date_long(self.lang, day),
        }
    }

    pub(crate) fn money(&self, tiyn: i64) -> MoneyView {
        MoneyView {
            tenge: Decimal::new(tiyn, 2).to_string(),
            text: money(self.lang, tiyn),
        }
    }

    pub(crate) fn country(&self, code: &str) -> String {
        self.knowledge
            .pack
            .countries
            .get(code)
            .map_or_else(|| code.to_owned(), |country| self.words(&country.name))
    }

    /// The name of a paper, by its key.
    pub(crate) fn paper(&self, key: &str) -> String {
        let key = PaperKey::of(key);
        let paper = key.paper;
        let title = self
            .knowledge
            .pack
            .requirements
            .iter()
            .find(|requirement| requirement.paper_id() == paper)
            .map_or_else(
                || paper.to_owned(),
                |requirement| self.words(&requirement.title),
            );
        let of_whom = match (key.country, key.record) {
            (Some(code), _) => self.country(code),
            (None, Some(record)) => self.paper_records(paper).map_or_else(
                || record.to_owned(),
                |kind| {
                    self.person(&EntityRef {
                        kind: kind.to_owned(),
                        record: Some(record.to_owned()),
                    })
                },
            ),
            (None, None) => return title,
        };
        self.say_with("paper_of", &[("paper", &title), ("country", &of_whom)])
    }

    /// The list of which each record has a paper of its own.
    fn paper_records(&self, paper: &str) -> Option<&'a str> {
        self.knowledge
            .pack
            .requirements
            .iter()
            .filter(|requirement| requirement.paper_id() == paper)
            .find_map(|requirement| requirement.of_each_record.as_deref())
    }

    /// The name of a child, a relative or another record; its number, while it has no name.
    pub(crate) fn person(&self, entity: &EntityRef) -> String {
        let declared = self.knowledge.interview.entity(&entity.kind);
        let list = self.answers.lists.get(&entity.kind);
        let id = entity.record.as_deref().unwrap_or_default();
        let record = list.and_then(|list| list.get(id));
        let names: Vec<String> = declared
            .iter()
            .flat_map(|declared| &declared.named_by)
            .filter_map(|fact| match record?.get(fact)? {
                Answer::Known(value) => Some((fact, value)),
                Answer::NotKnownYet => None,
            })
            .map(|(fact, value)| {
                self.value(
                    &FactPath {
                        entity: entity.kind.clone(),
                        fact: fact.clone(),
                    },
                    value,
                )
            })
            .collect();
        if !names.is_empty() {
            return names.join(" ");
        }
        let number = list
            .and_then(|list| list.records.iter().position(|(known, _)| known == id))
            .map_or(0, |place| place + 1);
        let one = declared
            .and_then(|declared| declared.one.as_ref())
            .map_or_else(String::new, |one| self.words(one));
        format!("{one} {number}")
    }

    /// The short name of a question, with the record it belongs to.
    pub(crate) fn label(&self, fact: &FactRef) -> String {
        let interview = &self.knowledge.interview;
        let entity = interview.entity(&fact.entity.kind);
        if fact.fact == LIST_COMPLETE && fact.entity.record.is_none() {
            return entity.map_or_else(
                || fact.entity.kind.clone(),
                |entity| self.words(&entity.title),
            );
        }
        let label = interview
            .fact(&fact.path())
            .map_or_else(|| fact.to_string(), |declared| self.words(&declared.label));
        match &fact.entity.record {
            None => label,
            Some(key) if fact.entity.kind == PAPER => {
                format!("{}: {label}", self.paper(key))
            }
            Some(record) => {
                let number = self
                    .answers
                    .lists
                    .get(&fact.entity.kind)
                    .and_then(|list| list.records.iter().position(|(id, _)| id == record))
                    .map_or(0, |place| place + 1);
                let one = entity
                    .and_then(|entity| entity.one.as_ref())
                    .map_or_else(String::new, |one| self.words(one));
                format!("{one} {number}: {label}")
            }
        }
    }

    /// An answer in words.
    pub(crate) fn value(&self, path: &FactPath, value: &Value) -> String {
        match value {
            Value::YesNo(true) => self.say("answer.yes"),
            Value::YesNo(false) => self.say("answer.no"),
            Value::Date(day) => date_long(self.lang, *day),
            Value::Country(code) => self.country(code),
            Value::Number(number) => number.to_string(),
            Value::Money(tiyn) => money(self.lang, *tiyn),
            Value::Text(text) => text.text.clone(),
            Value::Choice(id) => self
                .knowledge
                .interview
                .fact(path)
                .and_then(|fact| fact.option.iter().find(|option| option.id == *id))
                .map_or_else(|| id.clone(), |option| self.words(&option.label)),
        }
    }

    /// What a rule, parameter or list is called, by its id.
    pub(crate) fn rule(&self, id: &str) -> String {
        let pack = &self.knowledge.pack;
        let found = None
            .or_else(|| {
                pack.parameters
                    .iter()
                    .find(|r| r.id == id)
                    .map(|r| &r.title)
            })
            .or_else(|| {
                pack.procedures
                    .iter()
                    .find(|r| r.id == id)
                    .map(|r| &r.title)
            })
            .or_else(|| {
                pack.requirements
                    .iter()
                    .find(|r| r.id == id)
                    .map(|r| &r.title)
            })
            .or_else(|| pack.fees.iter().find(|r| r.id == id).map(|r| &r.title))
            .or_else(|| pack.amounts.iter().find(|r| r.id == id).map(|r| &r.title))
            .or_else(|| pack.tariffs.iter().find(|r| r.id == id).map(|r| &r.title))
            .or_else(|| pack.costs.iter().find(|r| r.id == id).map(|r| &r.title))
            .or_else(|| pack.routes.iter().find(|r| r.id == id).map(|r| &r.title))
            .or_else(|| pack.lists.iter().find(|r| r.id == id).map(|r| &r.title))
            .or_else(|| pack.stages.iter().find(|r| r.id == id).map(|r| &r.title))
            .or_else(|| self.stay_rule(id))
            .or_else(|| pack.periods.get(id).map(|r| &r.title))
            .or_else(|| pack.conditions.get(id).map(|r| &r.title))
            .or_else(|| pack.grounds.iter().find(|r| r.id == id).map(|r| &r.text));
        found.map_or_else(
            || {
                if id == CALENDAR {
                    self.say("rule.calendar")
                } else {
                    id.to_owned()
                }
            },
            |title| self.words(title),
        )
    }

    /// The first day of which the pack knows a rule, parameter or list.
    fn first_known(&self, id: &str) -> Option<NaiveDate> {
        fn of<T: Dated>(records: &[T], id: &str) -> Option<NaiveDate> {
            records
                .iter()
                .filter(|record| record.id() == id)
                .filter_map(Dated::from)
                .min()
        }
        let pack = &self.knowledge.pack;
        None.or_else(|| of(&pack.parameters, id))
            .or_else(|| of(&pack.procedures, id))
            .or_else(|| of(&pack.requirements, id))
            .or_else(|| of(&pack.fees, id))
            .or_else(|| of(&pack.amounts, id))
            .or_else(|| of(&pack.tariffs, id))
            .or_else(|| of(&pack.routes, id))
            .or_else(|| of(&pack.lists, id))
            .or_else(|| of(&pack.grounds, id))
            .or_else(|| of(&pack.costs, id))
            .or_else(|| of(&pack.stages, id))
            .or_else(|| {
                let period = pack.periods.get(id)?;
                of(&pack.parameters, &period.parameter)
            })
            .or_else(|| of(&pack.stay_rules, id))
            .or_else(|| of(&pack.calendar, id))
    }

    pub(crate) fn why(&self, why: &Why) -> ReasonView {
        match why {
            Why::MissingFact { fact } => self.missing(fact),
            Why::NoKnownRule { rule, .. } if self.knowledge.pack.texts.contains_key(rule) => {
                ReasonView {
                    kind: "not_known".to_owned(),
                    id: rule.clone(),
                    text: self.legal_text(rule),
                    verdict: None,
                }
            }
            Why::NoKnownRule { rule, from } => {
                // A gap before the first edition reaches back without end: it is named by its last day.
                let begins = self.first_known(rule).filter(|first| from < first);
                ReasonView {
                    kind: "not_known".to_owned(),
                    id: rule.clone(),
                    text: match begins {
                        Some(first) => self.say_with(
                            "reason.not_known_before",
                            &[
                                ("before", &date_long(self.lang, first)),
                                ("rule", &self.rule(rule)),
                            ],
                        ),
                        None => self.say_with(
                            "reason.not_known",
                            &[
                                ("from", &date_long(self.lang, *from)),
                                ("rule", &self.rule(rule)),
                            ],
                        ),
                    },
                    verdict: None,
                }
            }
            Why::OfficialDecides { text } => ReasonView {
                kind: "text".to_owned(),
                id: text.clone(),
                text: self.legal_text(text),
                verdict: None,
            },
        }
    }

    /// What no answer says yet. Whoever said that they do not know yet is told so, not that they said nothing.
    fn missing(&self, fact: &FactRef) -> ReasonView {
        let label = self.label(fact);
        let text = match self.answers.get(fact) {
            _ if fact.fact == LIST_COMPLETE => {
                self.say_with("reason.list_open", &[("title", &label)])
            }
            Some(Answer::NotKnownYet) => {
                let answer = self.say("answer.not_known_yet");
                self.say_with("reason.fact", &[("label", &label), ("answer", &answer)])
            }
            // It cannot be true beside another answer.
            Some(Answer::Known(_)) => self.say_with("reason.look_again", &[("label", &label)]),
            None => self.say_with("reason.missing", &[("label", &label)]),
        };
        ReasonView {
            kind: "missing".to_owned(),
            id: fact.to_string(),
            text,
            verdict: None,
        }
    }

    pub(crate) fn reason(&self, reason: &Reason) -> ReasonView {
        match reason {
            Reason::Condition { id, verdict } => {
                let words = self
                    .knowledge
                    .pack
                    .conditions
                    .get(id)
                    .map(|named| match verdict {
                        VerdictKind::Yes => &named.yes,
                        VerdictKind::No => &named.no,
                        VerdictKind::Undecided | VerdictKind::DoesNotApply => &named.title,
                    });
                ReasonView {
                    kind: "condition".to_owned(),
                    id: id.clone(),
                    text: words.map_or_else(|| id.clone(), |words| self.words(words)),
                    verdict: Some(verdict_code(*verdict)),
                }
            }
            Reason::Fact { fact, value } => ReasonView {
                kind: "fact".to_owned(),
                id: fact.to_string(),
                text: self.say_with(
                    "reason.fact",
                    &[
                        ("label", &self.label(fact)),
                        ("answer", &self.value(&fact.path(), value)),
                    ],
                ),
                verdict: None,
            },
            Reason::Missing { fact } => self.missing(fact),
            Reason::ListComplete { of, count } => {
                let title = self.rule_of_entity(of);
                let text = if *count == 0 {
                    self.say_with("reason.list_none", &[("title", &title)])
                } else {
                    plural(
                        self.lang,
                        "findings.reason.list_all",
                        i64::try_from(*count).unwrap_or(i64::MAX),
                        &[("title", &title)],
                    )
                };
                ReasonView {
                    kind: "list_complete".to_owned(),
                    id: of.clone(),
                    text,
                    verdict: None,
                }
            }
            Reason::Text { id } => ReasonView {
                kind: "text".to_owned(),
                id: id.clone(),
                text: self.legal_text(id),
                verdict: None,
            },
        }
    }

    fn rule_of_entity(&self, id: &str) -> String {
        self.knowledge
            .interview
            .entity(id)
            .map_or_else(|| id.to_owned(), |entity| self.words(&entity.title))
    }

    /// The short name of a question by its path, whatever record it stands in.
    pub(crate) fn path_label(&self, path: &str) -> String {
        path.parse::<FactPath>()
            .ok()
            .and_then(|path| self.knowledge.interview.fact(&path))
            .map_or_else(|| path.to_owned(), |fact| self.words(&fact.label))
    }

    /// A question in full by its path, whatever record it stands in.
    pub(crate) fn path_question(&self, path: &str) -> String {
        path.parse::<FactPath>()
            .ok()
            .and_then(|path| self.knowledge.interview.fact(&path))
            .map_or_else(|| path.to_owned(), |fact| self.words(&fact.question))
    }

    pub(crate) fn standing(&self, standing: Standing) -> String {
        self.say(match standing {
            Standing::Official => "standing.official",
            Standing::Secondary => "standing.secondary",
            Standing::Unconfirmed => "standing.unconfirmed",
            Standing::Unknown => "standing.unknown",
        })
    }

    pub(crate) fn verdict(&self, verdict: VerdictKind) -> String {
        self.say(match verdict {
            VerdictKind::Yes => "verdict.yes",
            VerdictKind::No => "verdict.no",
            VerdictKind::Undecided => "verdict.undecided",
            VerdictKind::DoesNotApply => "verdict.does_not_apply",
        })
    }
}
