//! The way to the decision as text: stages, the right to stay, papers to order, changes ahead, routes compared.

use qonys_app::Lang;
use qonys_app::text_with;
use qonys_app::view::ChangeAheadView;
use qonys_app::view::OrdersView;
use qonys_app::view::RouteComparisonView;
use qonys_app::view::StagePlanView;
use qonys_app::view::UntilDecisionView;
use qonys_app::view::VerdictCode;
use qonys_app::view::WindowAnswer;
use qonys_app::view::WindowView;

use super::Report;

impl Report {
    /// The filing window with what belongs to it.
    pub(crate) fn of_window(view: &WindowAnswer, lang: Lang) -> String {
        let mut report = Self {
            text: String::new(),
            lang,
        };
        report.window(&view.window);
        report.orders(&view.orders);
        report.stages(&view.stages);
        report.until_decision(view.until_decision.as_ref());
        report.changes_ahead(&view.changes_ahead);
        report.line(0, "");
        report.line(0, &view.disclaimer);
        report.text
    }

    fn plan_heading(&mut self, key: &str) {
        let heading = text_with(self.lang, &format!("plans.headings.{key}"), &[]);
        self.line(0, "");
        self.line(0, &heading);
    }

    fn plan(&self, key: &str, args: &[(&str, &str)]) -> String {
        text_with(self.lang, &format!("plans.{key}"), args)
    }

    pub(super) fn window(&mut self, window: &WindowView) {
        self.heading("window");
        self.line(1, &window.text);
        for stretch in &window.stretches {
            let days = self.days_from(Some(&stretch.from), stretch.until.as_ref());
            self.line(1, &format!("{days}: {}", stretch.verdict_text));
            for why in stretch.whys.iter().chain(&stretch.working.whys) {
                self.line(3, &why.text);
            }
        }
        for paper in &window.begins {
            let text = self.plan(
                "window.begins",
                &[("paper", &paper.title), ("day", &paper.day.text)],
            );
            self.line(2, &text);
        }
        for paper in &window.ends {
            let text = self.plan(
                "window.ends",
                &[("paper", &paper.title), ("day", &paper.day.text)],
            );
            self.line(2, &text);
        }
    }

    pub(super) fn orders(&mut self, orders: &OrdersView) {
        self.plan_heading("orders");
        self.line(1, &orders.text);
        for order in &orders.papers {
            self.line(1, &format!("{}: {}", order.title, order.status_text));
            self.line(2, &order.text);
            if let Some(ask) = &order.what {
                self.line(2, ask);
            }
            self.line(3, &format!("[{}]", order.standing_text));
        }
    }

    pub(super) fn stages(&mut self, plan: &StagePlanView) {
        self.plan_heading("stages");
        for start in &plan.last_starts {
            self.line(1, &format!("{}: {}", start.title, start.text));
            if let Some(term) = &start.term {
                self.line(3, &term.text);
            }
            if let Some(source) = &start.source {
                self.line(3, &format!("[{}; {}]", source.text, start.standing_text));
            }
        }
        for stage in &plan.stages {
            self.line(
                1,
                &format!("{}: {}", stage.title, stage.finding.verdict_text),
            );
            if stage.finding.verdict == VerdictCode::No {
                self.finding(&stage.finding);
                continue;
            }
            self.line(2, &stage.what);
            self.line(2, &stage.place_text);
            if let Some(term) = stage.term.as_ref().filter(|term| !term.shared) {
                self.line(2, &term.text);
                if let Some(source) = &term.source {
                    self.line(3, &format!("[{}; {}]", source.text, term.standing_text));
                }
            }
            for note in stage.notes.iter().chain(&stage.disagreements) {
                self.line(3, &note.text);
            }
            self.finding(&stage.finding);
        }
    }

    pub(super) fn until_decision(&mut self, found: Option<&UntilDecisionView>) {
        let Some(found) = found else { return };
        self.plan_heading("until_decision");
        self.line(1, &format!("{}: {}", found.verdict_text, found.text));
        for why in &found.whys {
            self.line(3, &why.text);
        }
        if let Some(older) = &found.older {
            self.line(1, &older.text);
        }
        if let Some(advice) = &found.advice {
            self.line(1, &advice.text);
        }
        if let Some(source) = &found.source {
            self.line(3, &format!("[{}; {}]", source.text, found.standing_text));
        }
    }

    pub(super) fn changes_ahead(&mut self, changes: &[ChangeAheadView]) {
        if changes.is_empty() {
            return;
        }
        self.plan_heading("changes");
        let mut day = "";
        for change in changes {
            if change.day.iso != day {
                self.line(1, &change.day.text);
                day = &change.day.iso;
            }
            self.line(2, &change.text);
            for why in &change.whys {
                self.line(3, &why.text);
            }
        }
    }

    pub(super) fn comparison(&mut self, routes: &[RouteComparisonView]) {
        self.plan_heading("comparison");
        for route in routes {
            self.line(1, &format!("{}: {}", route.title, route.verdict_text));
            if !route.supposed.is_empty() {
                let answers: Vec<&str> = route.supposed.iter().map(|s| s.text.as_str()).collect();
                let text = self.plan("comparison.supposed", &[("answers", &answers.join("; "))]);
                self.line(2, &text);
            }
            let Some(needs) = &route.needs else {
                self.line(2, &route.change);
                continue;
            };
            for (key, what) in [
                ("more", &needs.more),
                ("spared", &needs.spared),
                ("open", &needs.open),
            ] {
                if !what.is_empty() {
                    let titles: Vec<&str> = what.iter().map(|named| named.title.as_str()).collect();
                    let text = self.plan(
                        &format!("comparison.{key}"),
                        &[("papers", &titles.join("; "))],
                    );
                    self.line(2, &text);
                }
            }
        }
    }
}
