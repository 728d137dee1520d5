//! How the permit stands that a person holds already.

use qonys_law::Assessment;
use qonys_law::FactRef;
use qonys_law::FloorFinding;
use qonys_law::Verdict;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_law::stay::Limit;

use crate::speak::Speaker;
use crate::speak::verdict_code;
use crate::view::PermitView;

/// Whether the permit is what keeps the person in the country: then there is nothing to apply for.
pub(crate) fn is_held(assessment: &Assessment) -> bool {
    assessment.stay.limit == Some(Limit::Permit)
}

/// Whether the days that the permit asks for were kept so far: No as soon as one floor is missed, open while one of them is.
pub(crate) fn kept(assessment: &Assessment) -> VerdictKind {
    let kinds: Vec<VerdictKind> = binding(assessment).map(|floor| floor.kept.kind()).collect();
    [VerdictKind::No, VerdictKind::Undecided, VerdictKind::Yes]
        .into_iter()
        .find(|kind| kinds.contains(kind))
        .unwrap_or(VerdictKind::DoesNotApply)
}

/// The first answer without which nobody can say whether the days were kept.
pub(crate) fn asked(assessment: &Assessment) -> Option<FactRef> {
    binding(assessment).find_map(|floor| missing(&floor.kept).into_iter().next())
}

/// The answers without which something cannot be decided.
pub(crate) fn missing(verdict: &Verdict) -> Vec<FactRef> {
    let Verdict::Undecided(whys) = verdict else {
        return Vec::new();
    };
    whys.iter()
        .filter_map(|why| match why {
            Why::MissingFact { fact } => Some(fact.clone()),
            Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => None,
        })
        .collect()
}

fn binding(assessment: &Assessment) -> impl Iterator<Item = &FloorFinding> {
    let floors = assessment.stay.floors.iter();
    floors.filter(|floor| match floor.finding.verdict.kind() {
        VerdictKind::Yes | VerdictKind::Undecided => true,
        VerdictKind::No | VerdictKind::DoesNotApply => false,
    })
}

/// The permit in words; none where the person holds none.
pub(super) fn permit_view(speaker: &Speaker<'_>, assessment: &Assessment) -> Option<PermitView> {
    is_held(assessment).then(|| {
        let kept = kept(assessment);
        PermitView {
            kept: verdict_code(kept),
            kept_text: speaker.say(&format!("permit.{}", word(kept))),
        }
    })
}

/// What the heading of the answer says of a permit that is held: the key of its words.
pub(super) fn heading(assessment: &Assessment) -> String {
    format!("heading.permit_held.{}", word(kept(assessment)))
}

fn word(kept: VerdictKind) -> &'static str {
    match kept {
        VerdictKind::No => "missed",
        VerdictKind::Undecided => "open",
        VerdictKind::Yes | VerdictKind::DoesNotApply => "kept",
    }
}
