//! The checks a pack passes before it is used: every name resolves, no two editions overlap.

use std::collections::BTreeMap;

use crate::answers::FactPath;
use crate::answers::PAPER;
use crate::condition::Condition;
use crate::condition::Literal;
use crate::condition::Node;
use crate::editions;
use crate::error::PackError;
use crate::interview::EntityKind;
use crate::interview::FactType;
use crate::interview::Interview;
use crate::pack::Editions;
use crate::pack::Pack;
use crate::pack::dated::Cite;
use crate::pack::dated::Dated;
use crate::pack::records::Disagreement;
use crate::pack::records::Note;

/// Appends everything that does not fit together.
pub(crate) fn check(pack: &Pack, interview: &Interview, errors: &mut Vec<PackError>) {
    let mut checker = Checker {
        pack,
        interview,
        errors,
    };
    checker.conditions();
    checker.records();
    checker.members();
    checker.legalisations();
    checker.stays();
    for entity in &interview.entities {
        checker.optional(&entity.id, entity.ask_if.as_ref());
    }
    checker.circumstances();
    checker.sanity();
    for fact in &interview.facts {
        let record = fact.id.to_string();
        checker.optional(&record, fact.ask_if.as_ref());
        checker.cite(&record, fact.why_cite.as_ref());
    }
}

/// Deeper than any honest pack, shallow enough for any stack.
const DEEPEST: usize = 64;

/// Larger than any honest condition, small enough to be evaluated in no time.
const MOST_PARTS: usize = 10_000;

/// What evaluating a condition costs.
#[derive(Clone, Copy)]
struct Weight {
    depth: usize,
    parts: usize,
}

pub(crate) struct Checker<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) interview: &'a Interview,
    errors: &'a mut Vec<PackError>,
}

impl Checker<'_> {
    pub(crate) fn undeclared(&mut self, record: &str, kind: &'static str, name: &str) {
        self.errors.push(PackError::Undeclared {
            record: record.to_owned(),
            kind,
            name: name.to_owned(),
        });
    }

    pub(crate) fn value(&mut self, record: &str, problem: String) {
        self.errors.push(PackError::Value {
            record: record.to_owned(),
            problem,
        });
    }

    fn conditions(&mut self) {
        let mut weights = BTreeMap::new();
        for named in self.pack.conditions.values() {
            self.condition(&named.id, &named.when);
            self.cite(&named.id, named.cite.as_ref());
            if self.weight(&named.when, 0, &mut weights).is_none() {
                self.value(&named.id, "the condition leads back to itself".to_owned());
            }
        }
        for text in self.pack.texts.values() {
            self.cite(&text.id, text.cite.as_ref());
        }
        for period in self.pack.periods.values() {
            self.parameter(&period.id, &period.parameter);
            self.cite(&period.id, period.cite.as_ref());
        }
    }

    /// How much evaluating a condition costs when every name in it is written out; none when it leads back to itself, or is
    /// deeper or larger than any honest pack has it.
    fn weight(
        &self,
        condition: &Condition,
        above: usize,
        known: &mut BTreeMap<String, Weight>,
    ) -> Option<Weight> {
        if above > DEEPEST {
            return None;
        }
        let mut whole = Some(Weight { depth: 1, parts: 1 });
        condition.walk(&mut |part| {
            // One part that leads back is enough; to follow all of them could take for ever.
            let (Some(so_far), Condition::Named(name)) = (whole, part) else {
                return;
            };
            let own = match known.get(name) {
                Some(weight) => Some(*weight),
                None => match self.pack.conditions.get(name) {
                    Some(next) => self.weight(&next.when, above + 1, known),
                    None => Some(Weight { depth: 0, parts: 0 }),
                },
            };
            if let Some(own) = own {
                known.insert(name.clone(), own);
            }
            whole = own.map(|own| Weight {
                depth: so_far.depth.max(own.depth + 1),
                parts: so_far.parts.saturating_add(own.parts),
            });
        });
        whole.filter(|weight| above + weight.depth <= DEEPEST && weight.parts <= MOST_PARTS)
    }

    fn records(&mut self) {
        let pack = self.pack;
        self.editions(&pack.parameters);
        self.editions(&pack.lists);
        self.editions(&pack.routes);
        self.editions(&pack.procedures);
        self.editions(&pack.requirements);
        self.editions(&pack.grounds);
        self.editions(&pack.deadlines);
        for deadline in &pack.deadlines {
            self.optional(&deadline.id, deadline.when.as_ref());
            let longer = deadline.longer_by_plan.as_ref();
            self.optional(&deadline.id, longer.map(|longer| &longer.when));
            self.optional(&deadline.id, deadline.as_long_as.as_ref());
            self.notes(&deadline.id, &deadline.note);
        }
        self.editions(&pack.calendar);
        for year in &pack.calendar {
            self.notes(&year.id, &year.note);
        }
        self.editions(&pack.fees);
        self.editions(&pack.amounts);
        self.editions(&pack.legalisations);
        self.editions(&pack.stages);
        self.editions(&pack.examinations);
        for stage in &pack.stages {
            self.optional(&stage.id, stage.needed_if.as_ref());
            self.notes(&stage.id, &stage.note);
            for other in &stage.disagreement {
                self.cite(&stage.id, other.cite.as_ref());
            }
        }
        for route in &pack.routes {
            self.condition(&route.id, &route.when);
        }
        for procedure in &pack.procedures {
            self.optional(&procedure.id, procedure.who.as_ref());
            for other in procedure.replaces.iter().chain(&procedure.adds_to) {
                self.procedure(&procedure.id, other);
            }
            self.notes(&procedure.id, &procedure.note);
            self.disagreements(&procedure.id, &procedure.disagreement);
        }
        for requirement in &pack.requirements {
            self.procedure(&requirement.id, &requirement.procedure);
            for condition in [
                &requirement.needed_if,
                &requirement.unless,
                &requirement.held,
                &requirement.good_while,
            ] {
                self.optional(&requirement.id, condition.as_ref());
            }
            for fact in requirement
                .of_each
                .iter()
                .chain(&requirement.issued_in)
                .chain(
                    requirement
                        .runs
                        .iter()
                        .flat_map(|runs| [&runs.until, &runs.days]),
                )
            {
                self.fact(&requirement.id, fact);
            }
            if let Some(at_least) = requirement
                .runs
                .as_ref()
                .and_then(|runs| runs.at_least.as_ref())
            {
                self.parameter(&requirement.id, at_least);
            }
            self.optional(&requirement.id, requirement.of_each_where.as_ref());
            if let Some(of) = &requirement.of_each_record
                && self
                    .interview
                    .entity(of)
                    .is_none_or(|entity| entity.kind != EntityKind::List)
            {
                self.undeclared(&requirement.id, "entity", of);
            }
            if requirement.of_each_record.is_some() && !requirement.of_each.is_empty() {
                self.value(
                    &requirement.id,
                    "there is a paper for each country or for each record, not both".to_owned(),
                );
            }
            if let Some(period) = &requirement.valid
                && !pack.periods.contains_key(period)
            {
                self.undeclared(&requirement.id, "period", period);
            }
            if let Some(amount) = &requirement.amount
                && !pack.amounts.iter().any(|record| record.id == *amount)
            {
                self.undeclared(&requirement.id, "amount", amount);
            }
            self.disagreements(&requirement.id, &requirement.disagreement);
            self.notes(&requirement.id, &requirement.note);
        }
        for ground in &pack.grounds {
            self.optional(&ground.id, ground.when.as_ref());
            self.optional(&ground.id, ground.unless.as_ref());
            self.notes(&ground.id, &ground.note);
            self.disagreements(&ground.id, &ground.disagreement);
            // Beside a paper a condition speaks for those whose list does not ask for the paper.
            let has_rule = ground.when.is_some() || ground.carried_by.is_some();
            if !ground.absent && ground.authority == has_rule {
                self.value(
                    &ground.id,
                    "a ground has a condition, or a paper answers it, or an authority judges it"
                        .to_owned(),
                );
            }
            if let Some(paper) = &ground.carried_by
                && !pack
                    .requirements
                    .iter()
                    .any(|requirement| requirement.paper_id() == paper)
            {
                self.undeclared(&ground.id, "paper", paper);
            }
        }
        self.money();
    }

    fn legalisations(&mut self) {
        for rule in &self.pack.legalisations {
            if let Some(list) = &rule.list
                && !self.pack.lists.iter().any(|known| known.id == *list)
            {
                self.undeclared(&rule.id, "list", list);
            }
            if let Some(country) = &rule.country
                && !self.pack.countries.contains_key(country)
            {
                self.undeclared(&rule.id, "country", country);
            }
        }
    }

    fn members(&mut self) {
        for member in &self.pack.members {
            if !self.pack.lists.iter().any(|list| list.id == member.list) {
                self.undeclared(&member.of, "list", &member.list);
            }
            self.cite(&member.of, member.cite.as_ref());
        }
    }

    pub(crate) fn editions<T: Dated>(&mut self, records: &Editions<T>) {
        for record in records {
            self.cite(record.id(), record.cite());
            if record.cite().is_none() {
                self.value(record.id(), "the record has no cite".to_owned());
            }
            if record.absent() && record.because().is_none() {
                self.value(record.id(), "a declared absence says why".to_owned());
            }
            if let (Some(from), Some(until)) = (record.from(), record.until())
                && until < from
            {
                self.value(record.id(), "the record ends before it begins".to_owned());
            }
        }
        for (record, day) in editions::overlaps(records) {
            self.errors.push(PackError::Overlap { record, day });
        }
    }

    pub(crate) fn disagreements(&mut self, record: &str, disagreements: &[Disagreement]) {
        for other in disagreements {
            self.cite(record, other.cite.as_ref());
        }
    }

    pub(crate) fn notes(&mut self, record: &str, notes: &[Note]) {
        for note in notes {
            self.optional(record, note.when.as_ref());
            self.cite(record, note.cite.as_ref());
        }
    }

    pub(crate) fn cite(&mut self, record: &str, cite: Option<&Cite>) {
        if let Some(cite) = cite
            && !self.pack.acts.contains_key(&cite.act)
        {
            self.undeclared(record, "act", &cite.act);
        }
    }

    fn procedure(&mut self, record: &str, id: &str) {
        if !self.pack.procedures.iter().any(|known| known.id == id) {
            self.undeclared(record, "procedure", id);
        }
    }

    pub(crate) fn parameter(&mut self, record: &str, id: &str) {
        if !self.pack.parameters.iter().any(|known| known.id == id) {
            self.undeclared(record, "parameter", id);
        }
    }

    pub(crate) fn fact(&mut self, record: &str, path: &FactPath) {
        if self.interview.fact(path).is_none() {
            self.undeclared(record, "fact", &path.to_string());
        }
    }

    pub(crate) fn optional(&mut self, record: &str, condition: Option<&Condition>) {
        if let Some(condition) = condition {
            self.condition(record, condition);
        }
    }

    pub(crate) fn condition(&mut self, record: &str, condition: &Condition) {
        condition.walk(&mut |part| self.part(record, part));
    }

    fn part(&mut self, record: &str, part: &Condition) {
        if let Some(path) = part.fact() {
            self.fact(record, path);
        }
        let node = match part {
            Condition::Named(name) => {
                if !self.pack.conditions.contains_key(name) {
                    self.undeclared(record, "condition", name);
                }
                return;
            }
            Condition::Node(node) => node,
        };
        match node.as_ref() {
            Node::Is { fact, value } => {
                if let Literal::Word(word) = value {
                    self.option(record, fact, word);
                }
            }
            Node::OneOf { fact, values } => {
                for word in values {
                    self.option(record, fact, word);
                }
            }
            Node::InList { list, .. } => {
                if !self.pack.lists.iter().any(|known| known.id == *list) {
                    self.undeclared(record, "list", list);
                }
            }
            Node::Exists { of, .. } | Node::Every { of, .. } => {
                if self.interview.entity(of).is_none() || of == PAPER {
                    self.undeclared(record, "entity", of);
                }
            }
            Node::Count { of, at_least, .. } => {
                if self.interview.entity(of).is_none() || of == PAPER {
                    self.undeclared(record, "entity", of);
                }
                self.parameter(record, at_least);
            }
            Node::AgeAtLeast { years, .. } => self.parameter(record, years),
            Node::Within { period, .. } => {
                if !self.pack.periods.contains_key(period) {
                    self.undeclared(record, "period", period);
                }
            }
            Node::Outlasts { by_more_than, .. } => self.parameter(record, by_more_than),
            Node::NumberAtLeast { parameter, .. } => self.parameter(record, parameter),
            Node::Official(text) | Node::Unknown(text) | Node::Gap(text) => {
                if !self.pack.texts.contains_key(text) {
                    self.undeclared(record, "text", text);
                }
            }
            Node::All(_)
            | Node::Any(_)
            | Node::Not(_)
            | Node::ByPassport(_)
            | Node::StayGround { .. }
            | Node::Reached { .. }
            | Node::Happened { .. }
            | Node::Until { .. } => {}
        }
    }

    fn option(&mut self, record: &str, path: &FactPath, word: &str) {
        let Some(fact) = self.interview.fact(path) else {
            return;
        };
        let known = match fact.kind {
            FactType::Choice => fact.option.iter().any(|option| option.id == word),
            FactType::Country => self.pack.countries.contains_key(word),
            FactType::YesNo
            | FactType::Date
            | FactType::Text
            | FactType::NameLatin
            | FactType::NameCyrillic
            | FactType::Number
            | FactType::Money
            | FactType::Digits => false,
        };
        if !known {
            self.undeclared(record, "option", &format!("{path} = {word}"));
        }
    }
}
