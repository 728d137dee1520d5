//! The checks of the records about stays.

use crate::answers::FactPath;
use crate::interview::FactType;
use crate::pack::references::Checker;
use crate::pack::stay::OTHERS;
use crate::pack::stay::StayRule;

impl Checker<'_> {
    /// Rules of stay, duties, penalties and floors.
    pub(super) fn stays(&mut self) {
        let pack = self.pack;
        self.editions(&pack.stay_rules);
        self.editions(&pack.stay_windows);
        self.editions(&pack.stay_duties);
        self.editions(&pack.stay_penalties);
        self.editions(&pack.stay_floors);
        for rule in &pack.stay_rules {
            self.stay_rule(rule);
            self.notes(&rule.id, &rule.note);
            for other in &rule.disagreement {
                self.cite(&rule.id, other.cite.as_ref());
            }
        }
        for window in &pack.stay_windows {
            if !window.absent && (window.total == 0 || window.window <= window.total) {
                self.value(
                    &window.id,
                    "a window is longer than the days allowed in it".to_owned(),
                );
            }
            self.notes(&window.id, &window.note);
            if let Some(limit) = &window.in_year {
                self.cite(&window.id, Some(&limit.cite));
                if !pack.texts.contains_key(&limit.text) {
                    self.undeclared(&window.id, "text", &limit.text);
                }
            }
            for other in &window.disagreement {
                self.cite(&window.id, other.cite.as_ref());
            }
        }
        for penalty in &pack.stay_penalties {
            match &penalty.index {
                Some(index) => self.parameter(&penalty.id, index),
                None if penalty.rate.is_none() => {}
                None => self.value(&penalty.id, "a fine needs an index".to_owned()),
            }
        }
        for floor in &pack.stay_floors {
            self.parameter(&floor.id, &floor.fewest_days);
            self.parameter(&floor.id, &floor.window_months);
            self.fact(&floor.id, &floor.since);
            self.optional(&floor.id, floor.when.as_ref());
            self.optional(&floor.id, floor.unless.as_ref());
            self.notes(&floor.id, &floor.note);
            for except in &floor.except {
                if !pack.periods.contains_key(&except.back_within) {
                    self.undeclared(&floor.id, "period", &except.back_within);
                }
                self.absence_reason(&floor.id, &except.reason);
            }
            if let Some(text) = &floor.prevented
                && !pack.texts.contains_key(text)
            {
                self.undeclared(&floor.id, "text", text);
            }
            for other in &floor.disagreement {
                self.cite(&floor.id, other.cite.as_ref());
            }
        }
    }

    fn stay_rule(&mut self, rule: &StayRule) {
        let of_others = rule.of == OTHERS;
        let own = (!of_others).then_some(&rule.of);
        for country in rule.except.iter().chain(own) {
            if !self.pack.countries.contains_key(country) {
                self.undeclared(&rule.id, "country", country);
            }
        }
        if of_others != rule.title.is_some() || (!of_others && !rule.except.is_empty()) {
            self.value(
                &rule.id,
                "the rule for all other states has a name and may have exceptions, and no other rule has"
                    .to_owned(),
            );
        }
        if rule.ground.has_days() != rule.per_visit.is_some() {
            self.value(
                &rule.id,
                "a stay without a visa has a number of days for a visit, and nothing else has"
                    .to_owned(),
            );
        }
        if rule.total.is_some() != rule.window.is_some() {
            self.value(
                &rule.id,
                "the days of all visits and the window stand together".to_owned(),
            );
        }
        if rule
            .total
            .zip(rule.window)
            .is_some_and(|(total, window)| window <= total)
        {
            self.value(
                &rule.id,
                "a window is longer than the days allowed in it".to_owned(),
            );
        }
    }

    fn absence_reason(&mut self, record: &str, reason: &str) {
        let path = FactPath {
            entity: "absence".to_owned(),
            fact: "reason".to_owned(),
        };
        let known = self.interview.fact(&path).is_some_and(|fact| {
            fact.kind == FactType::Choice && fact.option.iter().any(|option| option.id == reason)
        });
        if !known {
            self.undeclared(record, "option", &format!("{path} = {reason}"));
        }
    }
}
