//! The filing window in words.

use qonys_law::Assessment;
use qonys_law::Window;

use crate::assessment::requirements::paper;
use crate::speak::Speaker;
use crate::speak::verdict_code;
use crate::view::WindowStretchView;
use crate::view::WindowView;

pub(super) fn window_view(
    speaker: &Speaker<'_>,
    assessment: &Assessment,
    window: &Window,
) -> WindowView {
    let papers = assessment
        .requirements
        .iter()
        .flat_map(|requirement| &requirement.papers);
    WindowView {
        first: window.first.map(|day| speaker.day(day)),
        last: window.last.map(|day| speaker.day(day)),
        stretches: window
            .stretches
            .iter()
            .map(|stretch| WindowStretchView {
                from: speaker.day(stretch.from),
                until: stretch.until.map(|day| speaker.day(day)),
                verdict: verdict_code(stretch.verdict),
                verdict_text: speaker.verdict(stretch.verdict),
                whys: stretch.whys.iter().map(|why| speaker.why(why)).collect(),
            })
            .collect(),
        limits: window
            .limits
            .iter()
            .filter_map(|(key, _)| {
                papers
                    .clone()
                    .find(|finding| finding.key == *key)
                    .map(|finding| paper(speaker, finding))
            })
            .collect(),
        missing: window.missing.clone(),
    }
}
