//! The checks of circumstances and of what cannot be true.

use crate::answers::FactPath;
use crate::interview::EntityKind;
use crate::interview::FactType;
use crate::pack::Procedure;
use crate::pack::references::Checker;

impl Checker<'_> {
    pub(crate) fn circumstances(&mut self) {
        let pack = self.pack;
        self.editions(&pack.circumstances);
        for circumstance in &pack.circumstances {
            self.condition(&circumstance.id, &circumstance.when);
            self.notes(&circumstance.id, &circumstance.note);
            self.disagreements(&circumstance.id, &circumstance.disagreement);
        }
    }

    pub(crate) fn sanity(&mut self) {
        let pack = self.pack;
        for check in &pack.sanity {
            for path in &check.not_after_today {
                self.day(&check.id, path);
            }
            for pair in &check.in_order {
                self.day(&check.id, &pair.first);
                self.day(&check.id, &pair.then);
                if let Some(when) = &pair.when {
                    self.condition(&check.id, when);
                }
                let fixed = self.single(&pair.first)
                    || self.single(&pair.then)
                    || (pair.first_of.is_some() && pair.then_of.is_some());
                if pair.first.entity != pair.then.entity && !fixed {
                    self.value(
                        &check.id,
                        "two days in order belong to one record, or to no list".to_owned(),
                    );
                }
            }
            for fit in &check.days_fit {
                self.fact(&check.id, &fit.days);
                self.day(&check.id, &fit.first);
                self.day(&check.id, &fit.last);
            }
            for young in &check.not_before {
                let known = |procedure: &&Procedure| procedure.id == young.procedure;
                if !pack.procedures.iter().any(|procedure| known(&procedure)) {
                    self.undeclared(&check.id, "procedure", &young.procedure);
                }
            }
            for contradiction in &check.contradiction {
                self.condition(&check.id, &contradiction.when);
                for path in &contradiction.look_at {
                    self.fact(&check.id, path);
                }
            }
            for apart in &check.years_apart {
                self.day(&check.id, &apart.older);
                self.day(&check.id, &apart.younger);
                if let Some(when) = &apart.when {
                    self.condition(&check.id, when);
                }
            }
            for bar in &check.barred_day {
                self.day(&check.id, &bar.after);
                self.day(&check.id, &bar.day);
                if !pack.periods.contains_key(&bar.period) {
                    self.undeclared(&check.id, "period", &bar.period);
                }
                if let Some(when) = &bar.when {
                    self.condition(&check.id, when);
                }
            }
            for checked in &check.check_digit {
                self.digits(&check.id, &checked.number);
                if checked.modulus == 0 {
                    self.value(&check.id, "nothing is divided by zero".to_owned());
                }
            }
            for begins in &check.begins_with_day {
                self.digits(&check.id, &begins.number);
                self.day(&check.id, &begins.day);
            }
            for named in &check.names_number {
                for path in named.look_at.iter().chain([&named.text]) {
                    self.fact(&check.id, path);
                }
                self.condition(&check.id, &named.when);
            }
            for telling in &check.telling_digit {
                self.digits(&check.id, &telling.number);
                self.fact(&check.id, &telling.tells);
                if telling.place == 0 {
                    self.value(&check.id, "digits are counted from one".to_owned());
                }
            }
        }
    }

    fn digits(&mut self, record: &str, path: &FactPath) {
        self.fact(record, path);
        if let Some(fact) = self.interview.fact(path)
            && fact.kind != FactType::Digits
        {
            self.value(record, format!("{path} is no number of digits"));
        }
    }

    fn day(&mut self, record: &str, path: &FactPath) {
        self.fact(record, path);
        if let Some(fact) = self.interview.fact(path)
            && fact.kind != FactType::Date
        {
            self.value(record, format!("{path} is no day"));
        }
    }

    fn single(&self, path: &FactPath) -> bool {
        self.interview
            .entity(&path.entity)
            .is_some_and(|entity| entity.kind == EntityKind::Single)
    }
}
