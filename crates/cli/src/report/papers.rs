//! Single papers: whose they are, where they stand, how they are obtained.

use qonys_app::text_with;
use qonys_app::view::ObtainingView;
use qonys_app::view::PaperView;

use crate::report::Report;

impl Report {
    /// One paper with its country or person, its days, and the way to it.
    pub(super) fn paper(&mut self, paper: &PaperView) {
        let mut parts: Vec<String> = paper.country.iter().chain(&paper.person).cloned().collect();
        let days: Vec<String> = [
            ("issued", &paper.issued),
            ("good_until", &paper.last_good_day),
        ]
        .into_iter()
        .filter_map(|(key, day)| {
            let day = day.as_ref()?;
            Some(text_with(
                self.lang,
                &format!("report.{key}"),
                &[("day", &day.text)],
            ))
        })
        .collect();
        if !parts.is_empty() || !days.is_empty() {
            parts.push(paper.status_text.clone());
            parts.extend(days);
            self.line(2, &parts.join("; "));
        }
        if let Some(obtaining) = &paper.obtaining {
            self.obtaining(obtaining);
        }
        if let Some(legalisation) = &paper.legalisation {
            self.line(3, &legalisation.text);
            let source = legalisation
                .source
                .as_ref()
                .map(|source| format!("{}; ", source.text))
                .unwrap_or_default();
            self.line(3, &format!("[{source}{}]", legalisation.standing_text));
        }
        if let Some(instead) = &paper.instead {
            self.line(3, instead);
        }
    }

    fn obtaining(&mut self, obtaining: &ObtainingView) {
        if !obtaining.steps.is_empty() || obtaining.ask.is_some() {
            let heading = text_with(self.lang, "obtaining.how", &[]);
            self.line(3, &format!("{heading}:"));
        }
        for step in &obtaining.steps {
            let price = step
                .price
                .as_ref()
                .map(|price| format!("; {price}"))
                .unwrap_or_default();
            self.line(
                4,
                &format!(
                    "{}: {}; {}{price}",
                    step.kind_text, step.office, step.takes_text
                ),
            );
        }
        for note in &obtaining.notes {
            self.line(4, &note.text);
        }
        if let Some(ask) = &obtaining.ask {
            self.line(4, ask);
        }
        let source = obtaining
            .page
            .iter()
            .chain(obtaining.source.iter().map(|source| &source.text))
            .map(|source| format!("{source}; "))
            .collect::<String>();
        self.line(4, &format!("[{source}{}]", obtaining.standing_text));
    }
}
