//! An answer as text that a lawyer can read.

mod agenda;
mod around;
mod days;
mod papers;
mod plan;
mod reviews;

mod money;
mod stay;

use std::fmt::Write;

use qonys_app::Lang;
use qonys_app::text_with;
use qonys_app::view::AssessmentView;
use qonys_app::view::DayView;
use qonys_app::view::FindingView;
use qonys_app::view::SumView;
use qonys_app::view::VerdictCode;

/// Lines of text, one part of the answer after the other.
pub(crate) struct Report {
    text: String,
    lang: Lang,
}

impl Report {
    /// The whole assessment.
    pub(crate) fn of(view: &AssessmentView, lang: Lang) -> String {
        let mut report = Self::new(lang);
        report.line(0, &view.heading);
        report.finding(&view.may_apply);
        report.sanity(&view.sanity);
        report.heading("routes");
        for route in &view.routes {
            report.line(
                1,
                &format!("{}: {}", route.title, route.finding.verdict_text),
            );
            report.finding(&route.finding);
            if route.finding.verdict == VerdictCode::No {
                report.line(3, &format!("→ {}", route.change));
            }
        }
        report.heading("grounds");
        for ground in &view.grounds {
            // The number of a whole article stands in the source below.
            let item = if ground.number.ends_with(')') {
                format!("{} ", ground.number)
            } else {
                String::new()
            };
            let verdict = &ground.finding.verdict_text;
            report.line(1, &format!("{item}{}: {verdict}", ground.text));
            report.finding(&ground.finding);
            report.notes(&ground.notes, &ground.disagreements);
            match ground.finding.verdict {
                VerdictCode::Yes => report.changes(&ground.finding),
                // An open ground may hang on the day: then its days say more than its reasons.
                VerdictCode::Undecided if ground.finding.changes.len() > 1 => {
                    report.changes(&ground.finding);
                }
                VerdictCode::Undecided | VerdictCode::No | VerdictCode::DoesNotApply => {}
            }
        }
        report.heading("procedures");
        for procedure in &view.procedures {
            report.line(
                1,
                &format!("{}: {}", procedure.title, procedure.finding.verdict_text),
            );
            report.finding(&procedure.finding);
            report.changes(&procedure.finding);
            report.notes(&procedure.notes, &procedure.disagreements);
        }
        report.heading("requirements");
        for requirement in &view.requirements {
            report.requirement(requirement);
        }
        report.around(view);
        report.money(view);
        report.window(&view.window);
        report.orders(&view.orders);
        report.stages(&view.stages);
        report.until_decision(view.until_decision.as_ref());
        report.changes_ahead(&view.changes_ahead);
        report.comparison(&view.comparison);
        report.reviews(&view.reviews);
        report.agenda(&view.agenda);
        report.stay(&view.stay, false);
        report.line(0, "");
        report.line(0, &view.disclaimer);
        report.into_text()
    }

    fn new(lang: Lang) -> Self {
        Self {
            text: String::new(),
            lang,
        }
    }

    fn into_text(self) -> String {
        self.text
    }

    fn line(&mut self, depth: usize, text: &str) {
        // Writing to a String cannot fail.
        let _written = writeln!(self.text, "{}{text}", "  ".repeat(depth));
    }

    fn heading(&mut self, key: &str) {
        let heading = text_with(self.lang, &format!("report.{key}"), &[]);
        self.line(0, "");
        self.line(0, &heading);
    }

    fn finding(&mut self, finding: &FindingView) {
        for reason in &finding.reasons {
            self.line(3, &reason.text);
        }
        if let Some(source) = &finding.source {
            self.line(3, &format!("[{}; {}]", source.text, finding.standing_text));
        }
    }

    /// The days on which a verdict changes.
    fn changes(&mut self, finding: &FindingView) {
        for change in &finding.changes {
            let days = self.days_from(change.from.as_ref(), change.until.as_ref());
            self.line(3, &format!("{days}: {}", change.verdict_text));
        }
    }

    /// From which day to which; an open end is said in words.
    fn days_from(&self, from: Option<&DayView>, until: Option<&DayView>) -> String {
        let say = |key: &str, day: &DayView| {
            text_with(self.lang, &format!("report.{key}"), &[("day", &day.text)])
        };
        match (from, until) {
            (Some(from), Some(until)) => format!("{} – {}", from.text, until.text),
            (Some(from), None) => say("days_from", from),
            (None, Some(until)) => say("days_until", until),
            (None, None) => text_with(self.lang, "report.days_all", &[]),
        }
    }

    fn sum(&mut self, sum: &SumView) {
        self.working(sum);
        for note in &sum.notes {
            self.line(3, &note.text);
        }
    }

    /// A sum with its working, without remarks.
    fn working(&mut self, sum: &SumView) {
        if let (Some(working), Some(money)) = (&sum.working, &sum.sum) {
            self.line(2, &format!("{working} = {}", money.text));
        }
        for why in &sum.whys {
            self.line(2, &why.text);
        }
        if let Some(orientation) = &sum.orientation {
            self.line(2, &orientation.text);
        }
    }
}
