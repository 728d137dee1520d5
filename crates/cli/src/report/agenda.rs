//! The agenda as text: first what is overdue, then what has a day, in the order of the days, then what waits for an answer or may happen.

use qonys_app::Lang;
use qonys_app::view::AgendaEntryView;
use qonys_app::view::AgendaStateCode;
use qonys_app::view::AgendaView;

use crate::report::Report;

/// The remark that says what to do now that a day has passed.
const OVERDUE: &str = "overdue";

impl Report {
    /// The agenda alone.
    pub(crate) fn of_agenda(view: &AgendaView, disclaimer: &str, lang: Lang) -> String {
        let mut report = Self::new(lang);
        report.agenda(view);
        report.line(0, "");
        report.line(0, disclaimer);
        report.into_text()
    }

    /// The entries with a day, then those without one.
    pub(super) fn agenda(&mut self, view: &AgendaView) {
        let passed = |entry: &&AgendaEntryView| {
            matches!(entry.state, AgendaStateCode::Passed | AgendaStateCode::Done)
        };
        let overdue = |entry: &&AgendaEntryView| {
            passed(entry) && entry.remarks.iter().any(|remark| remark.id == OVERDUE)
        };
        let with_day = || view.entries.iter().filter(|entry| entry.day.is_some());
        self.agenda_part("agenda_overdue", with_day().filter(overdue));
        self.agenda_part("agenda_dated", with_day().filter(|entry| !passed(entry)));
        self.agenda_part(
            "agenda_over",
            with_day().filter(|entry| passed(entry) && !overdue(entry)),
        );
        self.waiting(view);
        for (heading, state) in [
            ("agenda_unknown", AgendaStateCode::NotKnown),
            ("agenda_if", AgendaStateCode::IfItHappens),
        ] {
            let without_day = view
                .entries
                .iter()
                .filter(|entry| entry.day.is_none() && entry.state == state);
            self.agenda_part(heading, without_day);
        }
    }

    /// What waits for an answer: the question, and under it what it opens.
    fn waiting(&mut self, view: &AgendaView) {
        let mut questions: Vec<(&str, Vec<&AgendaEntryView>)> = Vec::new();
        for entry in &view.entries {
            let (None, AgendaStateCode::NeedsAnswer, Some(asks)) =
                (&entry.day, entry.state, &entry.asks_text)
            else {
                continue;
            };
            match questions.iter_mut().find(|(known, _)| known == asks) {
                Some((_, entries)) => entries.push(entry),
                None => questions.push((asks, vec![entry])),
            }
        }
        if !questions.is_empty() {
            self.heading("agenda_waiting");
        }
        for (asks, entries) in questions {
            self.line(1, &format!("? {asks}"));
            for entry in entries {
                self.line(2, &titled(entry));
            }
        }
    }

    fn agenda_part<'a>(
        &mut self,
        heading: &str,
        entries: impl Iterator<Item = &'a AgendaEntryView>,
    ) {
        let mut begun = false;
        for entry in entries {
            if !begun {
                self.heading(heading);
                begun = true;
            }
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &AgendaEntryView) {
        let mut when = entry.when_text.clone();
        if let Some(left) = &entry.left_text {
            when = format!("{when} ({left})");
        }
        self.line(1, &format!("{when} – {}", titled(entry)));
        self.line(2, &entry.what);
        for remark in &entry.remarks {
            self.line(2, &remark.text);
        }
        for why in &entry.unknown {
            self.line(2, &why.text);
        }
        for other in &entry.others {
            self.line(2, &other.text);
        }
        for note in &entry.notes {
            self.line(2, &note.text);
        }
        if let Some(missed) = &entry.missed {
            let source = entry
                .missed_source
                .as_ref()
                .map_or_else(String::new, |source| format!(" [{}]", source.text));
            self.line(2, &format!("! {missed}{source}"));
        }
        let Some(asks) = &entry.asks_text else {
            self.finding(&entry.finding);
            return;
        };
        // The reasons would only repeat what is asked.
        self.line(2, &format!("? {asks}"));
        if let Some(source) = &entry.finding.source {
            self.line(
                3,
                &format!("[{}; {}]", source.text, entry.finding.standing_text),
            );
        }
    }
}

/// The title with the record it is about.
fn titled(entry: &AgendaEntryView) -> String {
    match &entry.about {
        Some(about) => format!("{}: {about}", entry.title),
        None => entry.title.clone(),
    }
}
