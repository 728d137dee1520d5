//! How the permit stands that a person holds already.

use qonys_law::Assessment;
use qonys_law::FactRef;
use qonys_law::FloorFinding;
use qonys_law::Verdict;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_law::stay::Limit;

use crate::speak::Speaker;
use crate::view::PermitView;
use crate::view::VerdictCode;

/// How a permit stands. Article 49 of the Law on Migration of the Population names the same grounds for refusing a permit and for taking
/// it back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PermitStanding {
    /// Nothing is known that stands against it.
    Kept,
    /// Whether the days that it asks for were kept is open.
    Open,
    /// Too many days were missed.
    Missed,
    /// Another ground holds by the answers.
    Ground,
}

impl PermitStanding {
    /// The key of its words.
    fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Open => "open",
            Self::Missed => "missed",
            Self::Ground => "ground",
        }
    }
}

/// Whether the permit is what keeps the person in the country: then there is nothing to apply for.
pub(crate) fn is_held(assessment: &Assessment) -> bool {
    assessment.stay.limit == Some(Limit::Permit)
}

/// How the permit stands. What surely stands against it comes before what is open.
pub(crate) fn standing(assessment: &Assessment) -> PermitStanding {
    let any = |wanted: VerdictKind| binding(assessment).any(|floor| floor.kept.kind() == wanted);
    let ground_holds = assessment
        .grounds
        .iter()
        // What a paper answers was answered when the permit was given.
        .any(|ground| ground.carried_by.is_none() && ground.finding.verdict == Verdict::Yes);
    if any(VerdictKind::No) {
        PermitStanding::Missed
    } else if ground_holds {
        PermitStanding::Ground
    } else if any(VerdictKind::Undecided) {
        PermitStanding::Open
    } else {
        PermitStanding::Kept
    }
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
        let standing = standing(assessment);
        PermitView {
            kept: match standing {
                PermitStanding::Kept => VerdictCode::Yes,
                PermitStanding::Open => VerdictCode::Undecided,
                PermitStanding::Missed | PermitStanding::Ground => VerdictCode::No,
            },
            kept_text: speaker.say(&format!("permit.{}", standing.word())),
        }
    })
}

/// What the heading of the answer says of a permit that is held: the key of its words.
pub(super) fn heading(assessment: &Assessment) -> String {
    format!("heading.permit_held.{}", standing(assessment).word())
}
