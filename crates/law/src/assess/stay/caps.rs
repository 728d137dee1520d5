//! The records of a citizenship as caps over time.

use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::pack::StayRule;
use crate::pack::StayWindow;
use crate::stay::Caps;
use crate::stay::InWindow;
use crate::stay::PerVisit;
use crate::timeline::Timeline;
use crate::verdict::Why;

/// The window that holds where a state has none of its own.
const WINDOW: &str = "stay-window";
/// The text that says where to look a state up.
const COUNTRY_UNKNOWN: &str = "stay-country-unknown";

/// The editions of the rules for one citizenship.
pub(super) struct Rules<'a> {
    pub(super) rule: Timeline<Edition<'a, StayRule>>,
    pub(super) window: Timeline<Edition<'a, StayWindow>>,
    pub(super) caps: Caps,
}

/// The rules of a state.
pub(super) fn rules<'a>(evaluation: &Evaluation<'a>, country: &str) -> Rules<'a> {
    let pack = evaluation.pack;
    let id = pack
        .stay_rules
        .iter()
        .find(|rule| rule.of == country)
        .map(|rule| rule.id.as_str());
    let rule = editions::timeline(evaluation.axis, &pack.stay_rules, id.unwrap_or(country));
    let window = editions::timeline(evaluation.axis, &pack.stay_windows, WINDOW);
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
