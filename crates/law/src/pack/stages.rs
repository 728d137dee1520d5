//! The stages of an application, and what holds while it is examined.

use serde::Deserialize;

use crate::condition::Condition;
use crate::error::PackError;
use crate::pack::Pack;
use crate::pack::dated::dated;
use crate::pack::records::Disagreement;
use crate::pack::records::Note;
use crate::words::Words;

/// Where on the way a stage lies.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum StagePhase {
    /// Before the papers are handed in.
    BeforeFiling,
    /// The papers are handed in.
    Filing,
    /// The application is examined and decided on.
    Decision,
    /// After a positive decision.
    AfterDecision,
}

dated! {
    /// One stage on the way to the card.
    Stage {
        /// Its place among the stages.
        #[serde(default)]
        order: u32,
        /// Where on the way it lies.
        phase: StagePhase,
        /// What it is called.
        title: Words,
        /// What happens.
        happens: Words,
        /// Where it happens.
        #[serde(rename = "where")]
        place: Words,
        /// The procedure that asks for it; every procedure, if absent.
        #[serde(default)]
        procedure: Option<String>,
        /// Who passes it; everybody, if absent.
        #[serde(default)]
        needed_if: Option<Condition>,
        /// The term of this stage alone.
        #[serde(default)]
        takes: Option<String>,
        /// The term that it shares with the other stages that name it: only the whole is known.
        #[serde(default)]
        together: Option<String>,
        /// The paper that shows that it is over.
        #[serde(default)]
        done_by: Option<String>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings, which did not decide.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}

dated! {
    /// What holds while an application is examined.
    Examination {
        /// What it is called.
        title: Words,
        /// The term for the decision.
        term: String,
        /// The term that older pages give.
        #[serde(default)]
        older_term: Option<String>,
        /// What to say of the older term: the id of a text.
        #[serde(default)]
        older_text: Option<String>,
        /// The longest stay that is given for the time of the examination, counted from the filing day.
        #[serde(default)]
        bridge: Option<String>,
        /// What to do when the stay ends before the decision: the id of a text.
        advice: String,
        /// What to say where the stay itself is not known: the id of a text.
        unknown: String,
        /// The text for a decision that has not come by the day on which it was expected.
        late: String,
    }
}

/// Appends what does not fit together in the stages.
pub(crate) fn check(pack: &Pack, errors: &mut Vec<PackError>) {
    for stage in &pack.stages {
        let mut missing = |kind: &'static str, name: &str| {
            errors.push(PackError::Undeclared {
                record: stage.id.clone(),
                kind,
                name: name.to_owned(),
            });
        };
        for period in stage.takes.iter().chain(&stage.together) {
            if !pack.periods.contains_key(period) {
                missing("period", period);
            }
        }
        if let Some(procedure) = &stage.procedure
            && !pack.procedures.iter().any(|known| known.id == *procedure)
        {
            missing("procedure", procedure);
        }
        if let Some(paper) = &stage.done_by
            && !pack.requirements.iter().any(|r| r.paper_id() == paper)
        {
            missing("paper", paper);
        }
        if stage.takes.is_some() && stage.together.is_some() {
            errors.push(PackError::Value {
                record: stage.id.clone(),
                problem: "a stage has a term of its own or one that it shares".to_owned(),
            });
        }
    }
    for record in &pack.examinations {
        let mut missing = |kind: &'static str, name: &str| {
            errors.push(PackError::Undeclared {
                record: record.id.clone(),
                kind,
                name: name.to_owned(),
            });
        };
        for period in [
            Some(&record.term),
            record.older_term.as_ref(),
            record.bridge.as_ref(),
        ]
        .into_iter()
        .flatten()
        {
            if !pack.periods.contains_key(period) {
                missing("period", period);
            }
        }
        for text in [&record.advice, &record.unknown, &record.late]
            .into_iter()
            .chain(&record.older_text)
        {
            if !pack.texts.contains_key(text) {
                missing("text", text);
            }
        }
    }
}
