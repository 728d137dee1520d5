//! How a paper is obtained, in words.

use qonys_law::LegalisationFinding;
use qonys_law::LegalisationForm;
use qonys_law::ObtainingFinding;
use qonys_law::Step;
use qonys_law::StepKind;
use qonys_law::Takes;
use qonys_law::Unit;
use qonys_texts::plural;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::finding::note;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::LegalisationCode;
use crate::view::LegalisationView;
use crate::view::ObtainingView;
use crate::view::StepCode;
use crate::view::StepView;
use crate::view::TakesView;

pub(crate) fn obtaining_view(speaker: &Speaker<'_>, found: &ObtainingFinding) -> ObtainingView {
    ObtainingView {
        steps: found
            .steps
            .iter()
            .map(|step| step_view(speaker, step, found))
            .collect(),
        timed: found.timed,
        ask: found.ask.as_ref().map(|words| speaker.words(words)),
        notes: found.notes.iter().map(|n| note(speaker, n)).collect(),
        page: found.source.as_ref().map(|words| speaker.words(words)),
        source: found.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(found.standing),
        standing_text: speaker.standing(found.standing),
    }
}

fn step_view(speaker: &Speaker<'_>, step: &Step, found: &ObtainingFinding) -> StepView {
    let (kind, key) = match step.kind {
        StepKind::Before => (StepCode::Before, "before"),
        StepKind::Issue => (StepCode::Issue, "issue"),
        StepKind::Notary => (StepCode::Notary, "notary"),
        StepKind::Apostille => (StepCode::Apostille, "apostille"),
    };
    StepView {
        kind,
        kind_text: text(speaker.lang, &format!("obtaining.step.{key}")),
        office: speaker.words(&step.place),
        takes: step.takes.map(|takes| TakesView {
            at_least: takes.at_least,
            at_most: takes.at_most,
            working_days: takes.unit == Unit::WorkingDay,
            or_more: takes.or_more,
        }),
        takes_text: step.takes.map_or_else(
            || text(speaker.lang, "obtaining.time_unknown"),
            |takes| takes_text(speaker, takes),
        ),
        price: step.price.as_ref().map(|words| speaker.words(words)),
        standing: standing_code(step.standing.unwrap_or(found.standing)),
    }
}

fn takes_text(speaker: &Speaker<'_>, takes: Takes) -> String {
    let unit = if takes.unit == Unit::WorkingDay {
        "working"
    } else {
        "calendar"
    };
    let days = match (takes.at_least, takes.at_most) {
        (_, 0) => text(speaker.lang, "obtaining.same_day"),
        (least, most) => {
            let form = if least == 0 { "up_to" } else { "range" };
            plural(
                speaker.lang,
                &format!("obtaining.{form}.{unit}"),
                i64::from(most),
                &[("least", &least.to_string())],
            )
        }
    };
    if takes.or_more {
        text_with(speaker.lang, "obtaining.or_more", &[("days", &days)])
    } else {
        days
    }
}

pub(crate) fn legalisation_view(
    speaker: &Speaker<'_>,
    found: &LegalisationFinding,
) -> LegalisationView {
    LegalisationView {
        form: match found.form {
            LegalisationForm::NotNeeded => LegalisationCode::NotNeeded,
            LegalisationForm::Apostille => LegalisationCode::Apostille,
            LegalisationForm::Legalisation => LegalisationCode::Legalisation,
        },
        text: speaker.words(&found.words),
        source: found.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(found.standing),
        standing_text: speaker.standing(found.standing),
    }
}
