//! The checks of deadlines: every fact is a day that is asked for, every period and deadline is declared, none
//! waits for itself.

use crate::answers::FactPath;
use crate::error::PackError;
use crate::interview::EntityKind;
use crate::interview::FactType;
use crate::interview::Interview;
use crate::pack::Pack;
use crate::pack::deadlines::Deadline;
use crate::pack::deadlines::DeadlineEvent;

/// Longer chains of deadlines that wait for one another than any honest pack has.
const DEEPEST: usize = 8;

/// Appends everything that does not fit together.
pub(crate) fn check(pack: &Pack, interview: &Interview, errors: &mut Vec<PackError>) {
    let mut checker = Checker {
        pack,
        interview,
        errors,
    };
    for deadline in &pack.deadlines {
        checker.deadline(deadline);
    }
}

struct Checker<'a> {
    pack: &'a Pack,
    interview: &'a Interview,
    errors: &'a mut Vec<PackError>,
}

impl Checker<'_> {
    fn deadline(&mut self, deadline: &Deadline) {
        let id = &deadline.id;
        self.event(id, &deadline.event);
        for period in deadline
            .period
            .iter()
            .chain(deadline.disagreement.iter().map(|other| &other.period))
        {
            self.period(id, period);
        }
        if let Some(longer) = &deadline.longer_by_plan
            && !self
                .pack
                .parameters
                .iter()
                .any(|known| known.id == longer.than)
        {
            self.undeclared(id, "parameter", &longer.than);
        }
        for fact in &deadline.closed_by {
            self.day(id, fact);
        }
        for cite in deadline
            .missed_cite
            .iter()
            .chain(deadline.disagreement.iter().map(|other| &other.cite))
        {
            if !self.pack.acts.contains_key(&cite.act) {
                self.undeclared(id, "act", &cite.act);
            }
        }
        if let Some(list) = &deadline.of
            && self
                .interview
                .entity(list)
                .is_none_or(|entity| entity.kind != EntityKind::List)
        {
            self.undeclared(id, "list of records", list);
        }
        if self.waits(&deadline.event, 0) {
            self.errors.push(PackError::Value {
                record: id.clone(),
                problem: "the deadline waits for itself".to_owned(),
            });
        }
    }

    fn event(&mut self, id: &str, event: &DeadlineEvent) {
        match event {
            DeadlineEvent::Fact(path)
            | DeadlineEvent::IfKnown(path)
            | DeadlineEvent::PresentVisit(path) => self.day(id, path),
            DeadlineEvent::Planned(_) => {}
            DeadlineEvent::Term { after, period } => {
                self.day(id, after);
                self.period(id, period);
            }
            DeadlineEvent::Deadline(other) => {
                if !self.pack.deadlines.iter().any(|known| known.id == *other) {
                    self.undeclared(id, "deadline", other);
                }
            }
            DeadlineEvent::EarliestOf(parts) | DeadlineEvent::FirstKnown(parts) => {
                for part in parts {
                    self.event(id, part);
                }
            }
            DeadlineEvent::Document(end) => {
                for path in [&end.expires, &end.issued, &end.held_on, &end.otherwise] {
                    self.day(id, path);
                }
            }
        }
    }

    /// Whether a chain of deadlines is deeper than any that ends.
    fn waits(&self, event: &DeadlineEvent, depth: usize) -> bool {
        if depth > DEEPEST {
            return true;
        }
        match event {
            DeadlineEvent::Deadline(other) => self
                .pack
                .deadlines
                .iter()
                .filter(|known| known.id == *other)
                .any(|known| self.waits(&known.event, depth + 1)),
            DeadlineEvent::EarliestOf(parts) | DeadlineEvent::FirstKnown(parts) => {
                parts.iter().any(|part| self.waits(part, depth + 1))
            }
            DeadlineEvent::Fact(_)
            | DeadlineEvent::IfKnown(_)
            | DeadlineEvent::PresentVisit(_)
            | DeadlineEvent::Planned(_)
            | DeadlineEvent::Document(_)
            | DeadlineEvent::Term { .. } => false,
        }
    }

    fn day(&mut self, id: &str, path: &FactPath) {
        let is_day = self
            .interview
            .fact(path)
            .is_some_and(|fact| fact.kind == FactType::Date);
        if !is_day {
            self.undeclared(id, "day", &path.to_string());
        }
    }

    fn period(&mut self, id: &str, period: &str) {
        if !self.pack.periods.contains_key(period) {
            self.undeclared(id, "period", period);
        }
    }

    fn undeclared(&mut self, record: &str, kind: &'static str, name: &str) {
        self.errors.push(PackError::Undeclared {
            record: record.to_owned(),
            kind,
            name: name.to_owned(),
        });
    }
}
