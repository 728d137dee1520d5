//! An answer about days as text.

use qonys_app::Lang;
use qonys_app::text_with;
use qonys_app::view::DayCountView;

use crate::report::Report;

impl Report {
    /// The answer, what it rests on, and what is not known of it.
    pub(crate) fn of_days(view: &DayCountView, lang: Lang) -> String {
        let mut report = Self::new(lang);
        report.line(0, &view.text);
        report.line(1, &view.rule);
        for why in &view.unknown {
            report.line(1, &why.text);
        }
        if let Some(before) = &view.working_day_before {
            let after = view.working_day_after.as_ref();
            let words = text_with(
                lang,
                if after.is_some() {
                    "counting.day_off"
                } else {
                    "counting.day_off_at_the_end"
                },
                &[
                    ("before", &before.text),
                    ("after", after.map_or("", |day| day.text.as_str())),
                ],
            );
            report.line(1, &words);
        }
        for unusual in &view.unusual_days {
            report.line(2, &format!("{}: {}", unusual.day.text, unusual.text));
        }
        for source in &view.sources {
            report.line(2, &format!("[{}; {}]", source.text, source.standing_text));
        }
        report.line(1, &view.standing_text);
        report.line(0, &view.disclaimer);
        report.into_text()
    }
}
