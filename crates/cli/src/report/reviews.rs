//! How fresh the law pack is, as lines.

use qonys_app::view::ReviewsView;

use crate::report::Report;

impl Report {
    pub(super) fn reviews(&mut self, reviews: &ReviewsView) {
        self.heading("reviews");
        self.line(1, &reviews.text);
        if let Some(warning) = &reviews.beyond {
            self.line(1, &warning.text);
        }
        for review in reviews.overdue.iter().chain(&reviews.before_plan) {
            self.line(2, &format!("{} {}", review.text, review.url));
        }
    }
}
