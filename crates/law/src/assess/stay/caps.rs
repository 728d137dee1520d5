//! The records of a citizenship as caps over time.

use crate::atoms::COUNTRY_UNKNOWN;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::pack;
use crate::pack::StayGround;
use crate::pack::StayRule;
use crate::pack::StayWindow;
use crate::stay::Caps;
use crate::stay::InWindow;
use crate::stay::PerVisit;
use crate::timeline::Timeline;
use crate::verdict::Why;

/// The text on the days without a visa of those who have no citizenship; no rule of a state has this id.
pub(super) const STATELESS: &str = "stay-stateless";
/// The window that holds where a state has none of its own.
const WINDOW: &str = "stay-window";

/// The editions of the rules for one citizenship.
pub(super) struct Rules<'a> {
    pub(super) rule: Timeline<Edition<'a, StayRule>>,
    pub(super) window: Timeline<Edition<'a, StayWindow>>,
    pub(super) caps: Caps,
}

/// The rules of those who have no citizenship: the days without a visa are set for citizens of states.
pub(super) fn of_nobody<'a>(evaluation: &Evaluation<'a>) -> Rules<'a> {
    let law = evaluation.pack;
    let why = Why::OfficialDecides {
        text: STATELESS.to_owned(),
    };
    let axis = evaluation.axis;
    Rules {
        rule: editions::timeline(axis, &law.stay_rules, STATELESS),
        window: editions::timeline(axis, &law.stay_windows, WINDOW),
        caps: Caps {
            per_visit: Timeline::constant(axis, PerVisit::NotKnown(why.clone())),
            in_window: Timeline::constant(axis, InWindow::NotKnown(why)),
        },
    }
}

/// The rules of a state.
pub(super) fn rules<'a>(evaluation: &Evaluation<'a>, country: &str) -> Rules<'a> {
    let law = evaluation.pack;
    let id = pack::stay_rule_of(&law.stay_rules, country);
    let rule = editions::timeline(evaluation.axis, &law.stay_rules, id.unwrap_or(country));
    let window = editions::timeline(evaluation.axis, &law.stay_windows, WINDOW);
    let unknown = |from| match id {
        Some(id) => Why::NoKnownRule {
            rule: id.to_owned(),
            from,
        },
        None => Why::OfficialDecides {
            text: COUNTRY_UNKNOWN.to_owned(),
        },
    };
    let per_visit = rule.map(|edition| match edition {
        Edition::InForce(rule) if rule.ground == StayGround::Citizen => PerVisit::NotBound,
        Edition::InForce(rule) => rule.per_visit.map_or(PerVisit::VisaNeeded, PerVisit::Days),
        Edition::Absent(_) => PerVisit::VisaNeeded,
        Edition::NotKnown(from) => PerVisit::NotKnown(unknown(*from)),
    });
    let in_window = rule.zip(&window, |rule, window| match (rule, window) {
        (
            Edition::InForce(StayRule {
                total: Some(total),
                window: Some(window),
                ..
            }),
            _,
        ) => InWindow::Days {
            total: *total,
            window: *window,
        },
        // Where there is no stay without a visa, there are no days of it to count.
        (Edition::InForce(rule), _) if !rule.ground.has_days() => InWindow::Absent,
        (_, Edition::InForce(general)) => InWindow::Days {
            total: general.total,
            window: general.window,
        },
        (_, Edition::Absent(_)) => InWindow::Absent,
        (_, Edition::NotKnown(from)) => InWindow::NotKnown(Why::NoKnownRule {
            rule: WINDOW.to_owned(),
            from: *from,
        }),
    });
    Rules {
        rule,
        window,
        caps: Caps {
            per_visit,
            in_window,
        },
    }
}
