//! The law as text that a lawyer can read.

use std::fmt::Write;

use qonys_app::Lang;
use qonys_app::text_with;
use qonys_app::view::LawDifferenceView;
use qonys_app::view::LawDifferencesView;
use qonys_app::view::LawEditionView;
use qonys_app::view::LawLineView;
use qonys_app::view::LawListView;
use qonys_app::view::LawRecordView;
use qonys_app::view::LawUsedView;
use qonys_app::view::LintView;
use qonys_app::view::SourceView;

/// Lines of text in a language.
struct Page {
    text: String,
    lang: Lang,
}

impl Page {
    fn new(lang: Lang) -> Self {
        Self {
            text: String::new(),
            lang,
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        // Writing to a String cannot fail.
        let _written = writeln!(self.text, "{}{text}", "  ".repeat(depth));
    }

    fn say(&self, key: &str) -> String {
        text_with(self.lang, &format!("lawbook.{key}"), &[])
    }

    /// The law that is spoken of, as the last line.
    fn law(&mut self, law: Option<&LawUsedView>) {
        if let Some(law) = law {
            self.line(0, &law.text);
        }
    }

    fn source(&mut self, depth: usize, source: &SourceView) {
        let seen = source.seen.as_ref().map_or_else(String::new, |day| {
            let seen = text_with(self.lang, "lawbook.show.seen", &[("day", &day.text)]);
            format!("; {seen}")
        });
        self.line(
            depth,
            &format!("[{}; {}{seen}]", source.text, source.standing_text),
        );
        if !source.url.is_empty() {
            self.line(depth, &source.url);
        }
    }

    /// A label and what it says, on one line where there is only one.
    fn said(&mut self, depth: usize, label: &str, lines: &[LawLineView]) {
        if let [only] = lines {
            self.line(depth, &format!("{label}: {}", only.text));
            return;
        }
        self.line(depth, &format!("{label}:"));
        for line in lines {
            self.line(depth + 1 + line.depth, &line.text);
        }
    }
}

/// Records with their editions.
pub(super) fn records(records: &[LawRecordView], lang: Lang) -> String {
    let mut page = Page::new(lang);
    for record in records {
        page.line(0, &record.name.title);
        page.line(1, &format!("{}: {}", record.name.kind_text, record.name.id));
        page.line(1, &record.status_text);
        for edition in record.editions.iter().filter(|edition| edition.of_the_day) {
            page.whole(&record.name.title, edition);
        }
        let dated =
            record.editions.len() > 1 || record.editions.iter().any(|edition| !edition.of_the_day);
        if dated {
            page.line(0, "");
            let heading = page.say("show.editions");
            page.line(1, &heading);
            for edition in &record.editions {
                page.short(edition);
            }
        }
        page.line(0, "");
        if record.used_by.is_empty() {
            let nobody = page.say("show.nobody");
            page.line(1, &nobody);
        } else {
            let heading = page.say("show.used_by");
            page.line(1, &heading);
            for user in &record.used_by {
                page.line(2, &format!("{} ({}:{})", user.title, user.kind, user.id));
            }
        }
        page.line(0, "");
    }
    page.text
}

impl Page {
    fn whole(&mut self, title: &str, edition: &LawEditionView) {
        self.line(2, &edition.days);
        let is_title = |lines: &[LawLineView]| matches!(lines, [only] if only.text == title);
        for field in edition
            .fields
            .iter()
            .filter(|field| !is_title(&field.lines))
        {
            self.said(2, &field.label, &field.lines);
        }
        match &edition.source {
            Some(source) => self.source(2, source),
            None => self.standing(2, edition),
        }
        self.place(2, edition);
    }

    fn standing(&mut self, depth: usize, edition: &LawEditionView) {
        if let Some(standing) = &edition.standing_text {
            self.line(depth, &format!("[{standing}]"));
        }
    }

    fn place(&mut self, depth: usize, edition: &LawEditionView) {
        let line = edition.line.to_string();
        let place = text_with(
            self.lang,
            "lawbook.show.file",
            &[("file", &edition.file), ("line", &line)],
        );
        self.line(depth, &place);
    }

    /// An edition in a few lines: its days, its short fields, its source.
    fn short(&mut self, edition: &LawEditionView) {
        let mut parts = vec![edition.days.clone()];
        if edition.absent {
            parts.push(self.say("page.absent").trim_end_matches('.').to_owned());
        }
        for field in &edition.fields {
            let short = ["value", "rate", "number", "members", "because", "unit"];
            if let ([only], true) = (field.lines.as_slice(), short.contains(&field.key.as_str())) {
                parts.push(format!("{}: {}", field.label, only.text));
            }
        }
        self.line(2, &parts.join("; "));
        match &edition.source {
            Some(source) => self.line(3, &format!("[{}; {}]", source.text, source.standing_text)),
            None => self.standing(3, edition),
        }
        self.place(3, edition);
    }
}

/// The kinds, or the records of the one that was asked for.
pub(super) fn list(view: &LawListView, one_kind: bool) -> String {
    let mut page = Page::new(Lang::En);
    for kind in &view.kinds {
        if !one_kind {
            page.line(
                0,
                &format!("{}: {} ({})", kind.kind, kind.kind_text, kind.records.len()),
            );
            continue;
        }
        page.line(0, &kind.kind_text);
        for record in &kind.records {
            page.line(1, &format!("{}: {}", record.id, record.title));
        }
    }
    page.text
}

/// What is different.
pub(super) fn differences(view: &LawDifferencesView, lang: Lang) -> String {
    let mut page = Page::new(lang);
    page.line(0, &view.heading);
    if view.differences.is_empty() {
        let none = page.say("difference.none");
        page.line(1, &none);
    }
    let mut kind = "";
    for difference in &view.differences {
        if difference.name.kind != kind {
            kind = &difference.name.kind;
            page.line(0, "");
            page.line(0, &difference.name.kind_text);
        }
        page.difference(difference);
    }
    page.law(view.law.as_ref());
    page.text
}

impl Page {
    fn difference(&mut self, difference: &LawDifferenceView) {
        let name = &difference.name;
        self.line(
            1,
            &format!("{} ({}): {}", name.title, name.id, difference.change_text),
        );
        for field in &difference.fields {
            self.line(2, &format!("{}:", field.label));
            for (key, lines) in [("was", &field.was), ("now", &field.now)] {
                let label = self.say(&format!("difference.{key}"));
                if lines.is_empty() {
                    let nothing = self.say("difference.nothing");
                    self.line(3, &format!("{label}: {nothing}"));
                } else {
                    self.said(3, &label, lines);
                }
            }
        }
        if let Some(source) = &difference.source {
            self.line(2, &format!("[{}; {}]", source.text, source.standing_text));
        }
    }
}

/// A pack without a fault, and what is worth knowing of it.
pub(super) fn notices(view: &LintView, lang: Lang) -> String {
    let mut page = Page::new(lang);
    let none = page.say("lint.none");
    page.line(0, &none);
    if !view.notices.is_empty() {
        let heading = page.say("lint.notices");
        page.line(0, &heading);
    }
    for notice in &view.notices {
        page.line(1, &notice.text);
    }
    page.law(view.law.as_ref());
    page.text
}
