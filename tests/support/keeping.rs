//! Families, scans, a backup, locking, and the backup on another computer.

use std::path::Path;

use super::desktop::Desktop;
use super::page::Kind;
use super::page::Page;
use super::walk::Walker;

/// How long a text from a PDF is waited for is up to the walker; these words stand on every questionnaire.
const ON_THE_QUESTIONNAIRE: [&str; 2] = ["ЗАЯВЛЕНИЕ-АНКЕТА", "ӨТІНІШ-САУАЛНАМА"];

impl Walker<'_> {
    fn keeping_page(&mut self, kind: &str) {
        let key = format!("frame.{kind}");
        let own = self.words().keep(&key).to_owned();
        self.go(&own, |page| page.heading == own);
        self.tour(kind, |walker, lang| {
            Some(walker.words_of(lang).keep(&key).to_owned())
        });
    }

    /// Presses something whose words begin so and hold that.
    fn press_one(&self, begins: &str, holds: &str) {
        let page = self.read();
        let mut all = page.of(Kind::Press);
        match all.find(|item| item.name.starts_with(begins) && item.name.contains(holds)) {
            Some(item) => self.click(item),
            None => self.fail(&format!("there is no {begins:?} with {holds:?}")),
        }
    }

    fn type_into(&self, label: &str, text: &str) {
        let page = self.read();
        match page.of(Kind::Type).find(|item| item.name == label) {
            Some(field) => self.enter(field, text),
            None => self.fail(&format!("no field {label:?}")),
        }
    }

    /// The pages of what is stored, once: who is there, the scans, what keeps them safe.
    pub(crate) fn keeping(&mut self) {
        for kind in ["families", "scans", "safe"] {
            self.keeping_page(kind);
        }
    }

    /// The pages beside the case, once: what to do when something happens, the settings, the guide.
    pub(crate) fn beside(&mut self) {
        for (link, heading) in [
            ("after.frame", "after.heading"),
            ("settings.heading", "settings.heading"),
            ("guide.heading", "guide.heading"),
        ] {
            let link = self.words().aid(link).to_owned();
            let own = self.words().aid(heading).to_owned();
            self.go(&link, |page| page.heading == own);
            self.tour(heading, |walker, lang| {
                Some(walker.words_of(lang).aid(heading).to_owned())
            });
        }
    }

    /// The application of one more adult in the family of the sample, which is opened.
    pub(crate) fn second_adult(&mut self, name: &str) {
        let families = self.words().keep("frame.families").to_owned();
        self.open("#/families");
        self.wait(&families, |page| page.heading == families);
        let add = self.words().keep("families.add_application").to_owned();
        let family = self.words().aid("sample.name").to_owned();
        self.press_one(&add, &family);
        let whose = self.words().keep("families.whose").to_owned();
        self.wait(&whose, |page| {
            page.of(Kind::Type).any(|item| item.name == whose)
        });
        self.type_into(&whose, name);
        self.leave(&add);
    }

    /// Takes somebody over into a list from another application of the family.
    pub(crate) fn take_over(&mut self, list: &str, name: &str) {
        self.open(&format!("#/list/{list}"));
        // Also what changes or removes the record holds the name, but not the application.
        let offered = |page: &Page| {
            let mut all = page.of(Kind::Press);
            all.any(|item| item.name.contains(name) && item.name.contains('«'))
        };
        let page = self.wait(name, offered);
        self.in_every_language(&page);
        self.press_one("", name);
        let check = self.words().keep("taking.check").to_owned();
        let page = self.wait(&check, |page| {
            let checked = page.of(Kind::Press).any(|item| item.name == check);
            checked && !offered(page)
        });
        assert!(page.text.contains(name), "it is said who was taken over");
        self.in_every_language(&page);
        self.leave(&check);
        let surname = name.split(' ').next().unwrap_or(name);
        self.wait("the record", |page| page.heading.contains(surname));
        self.look();
    }

    /// Attaches the papers that were exported, looks at one, and makes a backup of it all beside them.
    pub(crate) fn back_up(&mut self, passphrase: &str) {
        self.keeping_page("scans");
        let add = self.words().keep("scans.add").to_owned();
        self.press_one(&add, "");
        let see = self.words().keep("scans.see").to_owned();
        self.wait("the attached scans", |page| {
            page.of(Kind::Press)
                .any(|item| item.name.starts_with(&see) && item.name.contains("questionnaire"))
        });
        self.press_one(&see, "questionnaire");
        self.wait("the pages of the scan", |page| {
            let mut words = ON_THE_QUESTIONNAIRE.iter();
            words.any(|words| page.text.contains(words))
        });
        self.look();
        self.keeping_page("safe");
        for key in ["backup.first", "backup.second"] {
            let label = self.words().keep(key).to_owned();
            self.type_into(&label, passphrase);
        }
        let make = self.words().keep("backup.make").to_owned();
        self.press_until(&make, |page| page.text.contains(".age"));
        self.look();
    }

    /// A double click on the backup beside the open case: nothing is replaced, and the window says so.
    pub(crate) fn hand_over(&mut self, desktop: &Desktop, backup: &Path) {
        let file = backup.to_str().expect("a readable name");
        assert!(desktop.second_start_ends(&[file]));
        let said = self.words().keep("restore.opened").to_owned();
        self.wait(&said, |page| page.text.contains(&said));
        self.look();
    }

    /// Locks the case and opens it again; the keyring has its key.
    pub(crate) fn lock_and_open(&mut self) {
        let lock = self.words().keep("frame.lock").to_owned();
        let heading = self.words().keep("locked.heading").to_owned();
        self.go(&lock, |page| page.heading == heading);
        self.tour("locked", |walker, lang| {
            Some(walker.words_of(lang).keep("locked.heading").to_owned())
        });
        let open = self.words().keep("locked.open").to_owned();
        self.leave(&open);
        self.opened_without_asking();
    }

    /// Another computer: the case comes out of the backup at the first start.
    pub(crate) fn restore(&mut self, desktop: &Desktop, backup: &Path, passphrase: &str) {
        let name = backup.file_name().expect("a file");
        std::fs::copy(backup, desktop.papers().join(name)).expect("the copy of the backup");
        self.restart(desktop);
        self.entrance_to_restoring();
        let choose = self.words().keep("restore.choose").to_owned();
        self.press_until(&choose, |page| page.text.contains(".age"));
        let label = self.words().keep("restore.phrase").to_owned();
        self.type_into(&label, passphrase);
        let go = self.words().keep("restore.go").to_owned();
        self.leave(&go);
        self.opened_without_asking();
    }

    /// From the first page of a new window to the page on which a backup is chosen.
    pub(crate) fn entrance_to_restoring(&mut self) {
        let own = self.words().say("language.self").to_owned();
        self.wait("the choice of a language", |page| {
            page.of(Kind::Press).any(|item| item.name.starts_with(&own))
        });
        self.press_one(&own, "");
        let link = self.words().keep("restore.link").to_owned();
        self.wait(&link, |page| page.press(&link).is_some());
        self.leave(&link);
        self.tour("restore", |walker, lang| {
            Some(walker.words_of(lang).keep("restore.heading").to_owned())
        });
    }

    /// No save opens any more: the case comes out of the backup, and what does not open is set aside.
    pub(crate) fn restore_in_place(&mut self, desktop: &Desktop, passphrase: &str) {
        self.window.close();
        desktop.break_saves();
        self.restart(desktop);
        let failed = self.words().say("failed.heading").to_owned();
        self.wait(&failed, |page| page.heading == failed);
        let link = self.words().keep("restore.link").to_owned();
        self.leave(&link);
        let choose = self.words().keep("restore.choose").to_owned();
        self.press_until(&choose, |page| page.text.contains(".age"));
        let label = self.words().keep("restore.phrase").to_owned();
        self.type_into(&label, passphrase);
        let agreed = self.words().keep("aside.agreed").to_owned();
        let page = self.read();
        match page.of(Kind::Tick).find(|item| item.name == agreed) {
            Some(tick) => self.click(tick),
            None => self.fail("nobody is asked before the folder is set aside"),
        }
        self.look();
        let go = self.words().keep("restore.go").to_owned();
        self.leave(&go);
        let heading = self.words().keep("aside.heading").to_owned();
        let page = self.wait(&heading, |page| page.heading == heading);
        assert!(page.text.contains(&format!("vault-{}", crate::TODAY)));
        self.look();
        self.leave(self.words().say("code.go_on"));
        self.opened_without_asking();
    }
}
