//! Every page in every language and both themes: judged by axe-core, and kept as a picture where a folder for them is given.

use qonys_app::Lang;

use crate::support::barriers::Barriers;
use crate::support::case_file::CaseFile;
use crate::support::desktop::{Desktop, Keys};
use crate::support::expected::Expected;
use crate::support::view::View;
use crate::support::walk::Walker;
use crate::{OMSK_ENGINEER, PASSPHRASE, TODAY};

/// More than this many pages are judged, each in one language.
const LEAST_JUDGED: usize = 150;

/// The case of the settings is the one with which the program may be tried.
fn gallery(name: &str, lang: Lang, view: View) {
    let file = CaseFile::read(OMSK_ENGINEER, TODAY);
    let expected = Expected::new(&file);
    let desktop = Desktop::new(Keys::Passphrase, TODAY).with_view(view);
    let window = desktop.open();
    let mut walker = Walker::new(name, &file, &expected, lang, window);
    walker.barriers = Some(Barriers::of_everything());
    walker.first_start(Some(PASSPHRASE));
    walker.sample();
    walker.blank();
    let reached = walker.every_page();
    let not_reached = walker.not_reached(&reached);
    assert_eq!(not_reached, [""; 0], "no link leads there");
    if view == View::Usual {
        walker.answer_for_show();
        walker.switch(lang);
        walker.lang = lang;
    }
    walker.restart(&desktop);
    walker.unlock(PASSPHRASE);
    let judged = walker.barriers.as_ref().map_or(0, Barriers::number);
    assert!(judged > LEAST_JUDGED, "only {judged} pages were judged");
}

#[test]
#[ignore = "deep run"]
fn every_page_in_every_language_and_both_themes() {
    gallery("page", Lang::Ru, View::Usual);
}

#[test]
#[ignore = "deep run"]
fn every_page_in_a_narrow_window() {
    gallery("narrow-page", Lang::Kk, View::Narrow);
}

/// The recovery code, the locked case and the backup come where there is a keyring.
#[test]
#[ignore = "deep run"]
fn the_pages_of_a_start_with_a_keyring() {
    let file = CaseFile::read(OMSK_ENGINEER, TODAY);
    let expected = Expected::new(&file);
    let desktop = Desktop::new(Keys::Keyring, TODAY);
    let window = desktop.open();
    let mut walker = Walker::new("keyring-page", &file, &expected, Lang::Kk, window);
    walker.barriers = Some(Barriers::of_everything());
    walker.first_start(None);
    walker.sample();
    walker.lock_and_open();
    let backup = Desktop::new(Keys::Keyring, TODAY);
    walker.restart(&backup);
    walker.entrance_to_restoring();
}
