//! Findings, grounds and remarks in words.

use qonys_law::Finding;
use qonys_law::GroundFinding;
use qonys_law::GroundStage;
use qonys_law::NoteShown;
use qonys_law::RequirementFinding;
use qonys_law::Stretch;
use qonys_law::Verdict;
use qonys_law::VerdictKind;

use crate::assessment::requirements::status_text;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::ChangeView;
use crate::view::DecidingView;
use crate::view::FindingView;
use crate::view::GroundView;
use crate::view::NoteView;
use crate::view::ReasonView;

pub(super) fn finding(speaker: &Speaker<'_>, finding: &Finding) -> FindingView {
    let mut reasons: Vec<ReasonView> = finding
        .reasons
        .iter()
        .map(|reason| speaker.reason(reason))
        .collect();
    for why in finding.verdict.whys() {
        let shown = speaker.why(&why);
        if !reasons
            .iter()
            .any(|known| known.kind == shown.kind && known.id == shown.id)
        {
            reasons.push(shown);
        }
    }
    if let Some(because) = &finding.absent_because {
        reasons.push(ReasonView {
            kind: "absent".to_owned(),
            id: finding.id.clone(),
            text: speaker.words(because),
            verdict: None,
        });
    }
    FindingView {
        id: finding.id.clone(),
        verdict: verdict_code(finding.verdict.kind()),
        verdict_text: speaker.verdict(finding.verdict.kind()),
        day: speaker.day(finding.day),
        reasons,
        deciding: finding
            .deciding
            .iter()
            .map(|set| DecidingView {
                facts: set.iter().map(ToString::to_string).collect(),
                text: set
                    .iter()
                    .map(|fact| speaker.label(fact))
                    .collect::<Vec<_>>()
                    .join("; "),
            })
            .collect(),
        changes: changes(speaker, &finding.stretches),
        source: finding.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(finding.standing),
        standing_text: speaker.standing(finding.standing),
    }
}

pub(super) fn changes(
    speaker: &Speaker<'_>,
    stretches: &[Stretch<VerdictKind>],
) -> Vec<ChangeView> {
    let last = stretches.len().saturating_sub(1);
    stretches
        .iter()
        .enumerate()
        .map(|(place, stretch)| ChangeView {
            from: (place > 0).then(|| speaker.day(stretch.from)),
            until: (place < last).then(|| speaker.day(stretch.until)),
            verdict: verdict_code(stretch.value),
            verdict_text: speaker.verdict(stretch.value),
        })
        .collect()
}

/// A ground; the requirements say whether a list asks for the paper that answers it.
pub(super) fn ground_view(
    speaker: &Speaker<'_>,
    ground: &GroundFinding,
    requirements: &[RequirementFinding],
) -> GroundView {
    let mut shown = finding(speaker, &ground.finding);
    // Of a child, and of whoever took another citizenship, the list does not ask for it: there the list decides nothing.
    let asked = requirements.iter().find(|requirement| {
        Some(&requirement.paper) == ground.carried_by.as_ref()
            && requirement.finding.verdict != Verdict::No
    });
    let carried_by =
        ground
            .carried_by
            .as_ref()
            .map(|paper| match asked.map(|requirement| requirement.status) {
                Some(status) => speaker.say_with(
                    "reason.carried_paper",
                    &[
                        ("paper", &speaker.paper(paper)),
                        ("status", &status_text(speaker, status)),
                    ],
                ),
                None => speaker.paper(paper),
            });
    let key = if asked.is_some() {
        "reason.carried_by"
    } else {
        "reason.not_carried"
    };
    if let Some(paper) = &carried_by {
        for reason in &mut shown.reasons {
            if reason.id == ground.finding.id {
                reason.text = speaker.say_with(key, &[("paper", paper)]);
            }
        }
    }
    GroundView {
        finding: shown,
        number: ground.number.clone(),
        text: speaker.words(&ground.text),
        authority: ground.authority,
        carried_by,
        after_permit: ground.stage == GroundStage::AfterPermit,
        notes: ground.notes.iter().map(|n| note(speaker, n)).collect(),
        disagreements: ground
            .disagreements
            .iter()
            .map(|n| note(speaker, n))
            .collect(),
    }
}

pub(super) fn note(speaker: &Speaker<'_>, note: &NoteShown) -> NoteView {
    NoteView {
        text: speaker.words(&note.words),
        source: note.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(note.standing),
    }
}
