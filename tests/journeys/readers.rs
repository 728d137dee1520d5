//! Five pages as a reader of the screen hears them, asked over the bus of accessibility.

use qonys_app::Lang;

use crate::support::case_file::CaseFile;
use crate::support::desktop::{Desktop, Keys};
use crate::support::expected::Expected;
use crate::support::heard::{Readers, not_heard, without_words};
use crate::support::walk::Walker;
use crate::{OMSK_ENGINEER, TODAY};

/// A task list, one question with choices, the documents with their folds, dates, and the settings.
const PAGES: [&str; 5] = [
    "#/",
    "#/question/applicant.marital_status",
    "#/hand",
    "#/dates",
    "#/settings",
];

#[test]
#[ignore = "deep run"]
fn everything_on_five_pages_is_heard_with_its_role_and_its_words() {
    let file = CaseFile::read(OMSK_ENGINEER, TODAY);
    let expected = Expected::new(&file);
    let desktop = Desktop::new(Keys::Keyring, TODAY).with_readers();
    let window = desktop.open();
    let mut walker = Walker::new("readers", &file, &expected, Lang::Ru, window);
    let readers = Readers::of(desktop.bus());
    walker.first_start(None);
    walker.sample();
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        walker.switch(lang);
        walker.lang = lang;
        for address in PAGES {
            let page = walker.open(address);
            let heard = readers.page();
            let mut tell = |problem: String| wrong.push(format!("{lang:?} {address}: {problem}"));
            let heading = heard
                .iter()
                .any(|one| one.role.starts_with("heading") && one.name == page.heading);
            if !heading {
                tell(format!("the heading {:?} is not heard", page.heading));
            }
            for item in not_heard(&page.items, &heard) {
                tell(format!("not heard: {item}"));
            }
            for one in without_words(&heard) {
                tell(format!("without words: {one:?}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0], "{} things", wrong.len());
}
