//! Reminders: the days ahead, a deadline that is put off, the switch, and a click on a reminder.

use serde_json::Value as Json;

use super::desktop::Desktop;
use super::page::{Item, Kind, Page};
use super::walk::Walker;

/// Days ahead that no kind has from the beginning.
const DAYS: u32 = 2;

impl Walker<'_> {
    fn reminders_page(&mut self) -> Page {
        let heading = self.words().remind("heading").to_owned();
        self.go(&heading, |page| page.heading == heading);
        self.tour("reminders", |walker, lang| {
            Some(walker.words_of(lang).remind("heading").to_owned())
        });
        self.read()
    }

    /// All that one does with reminders, once.
    pub(crate) fn reminders(&mut self, desktop: &Desktop) {
        self.reminders_page();
        self.days_ahead();
        self.put_off();
        self.reminders_page();
        self.turn(true);
        let id = the_file(desktop);
        self.follow(desktop, &id);
        self.reminders_page();
        self.turn(false);
        let left = desktop.reminders();
        assert!(left.is_empty(), "the switch leaves {left:?} behind");
    }

    /// Another number of days ahead, and the usual ones again.
    fn days_ahead(&mut self) {
        let page = self.read();
        let now = self.words().remind("days.now").to_owned();
        let lead = now.split("%{").next().unwrap_or_default();
        let fold = page.of(Kind::Press).find(|item| item.name.contains(lead));
        self.click(fold.unwrap_or_else(|| self.fail("no kind has days ahead")));
        let forms = ["one", "few", "many", "other"];
        let of_two = |item: &Item| {
            forms.iter().any(|form| {
                let words = self.words().remind_form("days.option", form);
                words.is_some_and(|words| item.name == words.replace("%{count}", &DAYS.to_string()))
            })
        };
        let page = self.wait("the days", |page| page.of(Kind::Tick).any(&of_two));
        let tick = page.of(Kind::Tick).find(|item| of_two(item));
        self.click(tick.expect("it was there"));
        let usual = self.words().remind("days.usual").to_owned();
        let has = |page: &Page| {
            let mut all = page.of(Kind::Press);
            all.find(|item| item.name.starts_with(&usual)).cloned()
        };
        let page = self.wait(&usual, |page| has(page).is_some());
        self.look();
        self.click(&has(&page).expect("it was there"));
        self.wait("the usual days", |page| has(page).is_none());
    }

    /// The first deadline is put off and brought back.
    fn put_off(&mut self) {
        let (link, heading) = {
            let words = self.words();
            (
                words.say("frame.dates").to_owned(),
                words.say("dates.heading").to_owned(),
            )
        };
        self.go(&link, |page| page.heading == heading);
        self.press_first("pause");
        let day = self.words().say("field.day").to_owned();
        let page = self.wait("the day of the pause", |page| {
            page.of(Kind::Type).any(|item| item.name == day)
        });
        // The day after this one is always ahead, and no deadline of the case is as near.
        let tomorrow = self.file.today.succ_opt().expect("a day");
        for (key, format) in [
            ("field.day", "%d"),
            ("field.month", "%m"),
            ("field.year", "%Y"),
        ] {
            let label = self.words().say(key);
            match page.of(Kind::Type).find(|item| item.name == label) {
                Some(field) => self.enter(field, &tomorrow.format(format).to_string()),
                None => self.fail(&format!("no field {label:?}")),
            }
        }
        self.press_first("pause_save");
        let back = self.words().remind("take_back").to_owned();
        let has = |page: &Page| {
            let mut all = page.of(Kind::Press);
            all.any(|item| item.name.starts_with(&back))
        };
        self.wait(&back, has);
        self.look();
        self.press_first("take_back");
        self.wait("the deadline as before", |page| !has(page));
    }

    fn press_first(&self, key: &str) {
        let begins = self.words().remind(key);
        let page = self.read();
        match page
            .of(Kind::Press)
            .find(|item| item.name.starts_with(begins))
        {
            Some(item) => self.click(item),
            None => self.fail(&format!("there is no {begins:?} to press")),
        }
    }

    fn turn(&mut self, on: bool) {
        let name = self.words().remind("background.switch");
        let page = self.read();
        match page.of(Kind::Tick).find(|item| item.name == name) {
            Some(tick) => self.click(tick),
            None => self.fail(
                "there is no switch: cargo build -p qonys-remind puts the small program beside",
            ),
        }
        let key = if on { "is_on" } else { "is_off" };
        let told = self.words().remind(&format!("background.{key}")).to_owned();
        self.wait("the switch", |page| page.text.contains(&told));
        self.look();
    }

    /// A click on the reminder starts the program once more: the open window goes to the deadline.
    fn follow(&mut self, desktop: &Desktop, id: &str) {
        assert!(desktop.second_start_ends(&["--deadline", id]));
        let heading = self.words().say("dates.heading").to_owned();
        self.wait("the page of the deadline", |page| page.heading == heading);
        self.look();
    }
}

/// The agenda file says nothing but ids, kinds and days; the id of its first deadline.
fn the_file(desktop: &Desktop) -> String {
    let files = desktop.reminders();
    let agenda = files
        .iter()
        .find(|file| file.ends_with("agenda.json"))
        .expect("the agenda file");
    assert!(files.len() > 1, "nothing starts the daily look: {files:?}");
    let text = std::fs::read_to_string(agenda).expect("the agenda file");
    let json: Json = serde_json::from_str(&text).expect("JSON");
    let entries = json["entries"].as_array().expect("entries");
    for entry in entries {
        for name in entry.as_object().expect("an entry").keys() {
            let known = ["id", "kind", "says", "day", "open_until", "remind"];
            assert!(known.contains(&name.as_str()), "{name} leaves the case");
        }
    }
    entries[0]["id"].as_str().expect("an id").to_owned()
}
