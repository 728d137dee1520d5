//! What stands around the application, in words.

use qonys_law::Answer;
use qonys_law::BesideFinding;
use qonys_law::CircumstanceFinding;
use qonys_law::PaperForm;
use qonys_law::ProcedureFinding;
use qonys_law::SanityFinding;

use crate::assessment::finding::finding;
use crate::assessment::finding::note;
use crate::assessment::requirements::requirement_view;
use crate::speak::Speaker;
use crate::view::BesideView;
use crate::view::CircumstanceView;
use crate::view::LookAtView;
use crate::view::PaperFormCode;
use crate::view::PaperFormView;
use crate::view::ProcedureView;
use crate::view::SanityView;

pub(super) fn procedure_view(speaker: &Speaker<'_>, procedure: &ProcedureFinding) -> ProcedureView {
    ProcedureView {
        finding: finding(speaker, &procedure.finding),
        title: speaker.words(&procedure.title),
        adds_to: procedure.adds_to.clone(),
        replaced_by: procedure.replaced_by.clone(),
        notes: procedure.notes.iter().map(|n| note(speaker, n)).collect(),
        disagreements: procedure
            .disagreements
            .iter()
            .map(|n| note(speaker, n))
            .collect(),
    }
}

pub(super) fn beside_view(speaker: &Speaker<'_>, beside: &BesideFinding) -> BesideView {
    BesideView {
        procedure: procedure_view(speaker, &beside.procedure),
        requirements: beside
            .requirements
            .iter()
            .map(|requirement| requirement_view(speaker, requirement))
            .collect(),
    }
}

pub(super) fn circumstance_view(
    speaker: &Speaker<'_>,
    circumstance: &CircumstanceFinding,
) -> CircumstanceView {
    CircumstanceView {
        finding: finding(speaker, &circumstance.finding),
        title: speaker.words(&circumstance.title),
        proof: speaker.words(&circumstance.proof),
        notes: circumstance
            .notes
            .iter()
            .map(|n| note(speaker, n))
            .collect(),
        disagreements: circumstance
            .disagreements
            .iter()
            .map(|n| note(speaker, n))
            .collect(),
    }
}

pub(super) fn sanity_view(speaker: &Speaker<'_>, sanity: &SanityFinding) -> SanityView {
    SanityView {
        id: sanity.id.clone(),
        text: speaker.words(&sanity.words),
        look_at: sanity
            .facts
            .iter()
            .map(|fact| LookAtView {
                fact: fact.to_string(),
                label: speaker.label(fact),
                answer: match speaker.answers.get(fact) {
                    Some(Answer::Known(value)) => Some(speaker.value(&fact.path(), value)),
                    Some(Answer::NotKnownYet) | None => None,
                },
            })
            .collect(),
    }
}

pub(super) fn form_view(speaker: &Speaker<'_>, form: PaperForm) -> PaperFormView {
    let (code, key) = match form {
        PaperForm::Original => (PaperFormCode::Original, "form.original"),
        PaperForm::OriginalShown => (PaperFormCode::OriginalShown, "form.original_shown"),
        PaperForm::Copy => (PaperFormCode::Copy, "form.copy"),
        PaperForm::Notarised => (PaperFormCode::Notarised, "form.notarised"),
        PaperForm::TranslatedIfForeign => (
            PaperFormCode::TranslatedIfForeign,
            "form.translated_if_foreign",
        ),
        PaperForm::Electronic => (PaperFormCode::Electronic, "form.electronic"),
    };
    PaperFormView {
        code,
        text: speaker.say(key),
    }
}
