//! Answers that are kept but no longer used.

use qonys_law::Answer;
use qonys_law::Record;

use crate::interview::Screen;
use crate::interview::fact_ref;
use crate::view::UnusedView;

impl Screen<'_> {
    /// Answers that are kept although their question is no longer asked.
    pub(super) fn unused(&self) -> Vec<UnusedView> {
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
