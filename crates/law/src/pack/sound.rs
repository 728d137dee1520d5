//! The checks of circumstances and of what cannot be true.

use crate::answers::FactPath;
use crate::interview::EntityKind;
use crate::interview::FactType;
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
                if pair.first.entity != pair.then.entity
                    && !(self.single(&pair.first) && self.single(&pair.then))
                {
                    self.value(
                        &check.id,
                        "two days in order belong to one record, or to no list".to_owned(),
                    );
                }
            }
            for contradiction in &check.contradiction {
                self.condition(&check.id, &contradiction.when);
                for path in &contradiction.look_at {
                    self.fact(&check.id, path);
                }
            }
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
