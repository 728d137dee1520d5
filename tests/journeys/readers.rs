//! Pages as a reader of the screen hears them, asked over the bus of accessibility.

use qonys_app::Lang;
use serde_json::json;

use crate::support::axe::Axe;
use crate::support::case_file::CaseFile;
use crate::support::desktop::{Desktop, Keys};
use crate::support::expected::Expected;
use crate::support::heard::{Readers, Role};
use crate::support::told::{Both, Told};
use crate::support::walk::Walker;
use crate::{OMSK_ENGINEER, TODAY};

const HOME: &str = "#/";
const QUESTION: &str = "#/question/applicant.marital_status";
const DOCUMENTS: &str = "#/hand";
const PAPERS: &str = "#/papers";
const SETTINGS: &str = "#/settings";
const PLAN: &str = "#/plan";

/// A task list, one question with choices, the documents with their folds, the papers, the settings; a form with dates, long
/// lists, switches, and a page with passphrases.
const PAGES: [&str; 9] = [
    HOME,
    QUESTION,
    DOCUMENTS,
    PAPERS,
    SETTINGS,
    PLAN,
    "#/dates",
    "#/reminders",
    "#/safe",
];

/// No page has fewer: its frame alone has the skip link, three languages and its links.
const LEAST: usize = 12;

/// What is heard, word for word; of a field its label, and not what was typed into it.
const WORDS: [(Lang, &str, Role, &str); 12] = [
    (Lang::Kk, HOME, Role::Heading, "Істің барысы"),
    (Lang::Ru, HOME, Role::Heading, "Ход вашего дела"),
    (Lang::Kk, QUESTION, Role::Radio, "Некеде тұрамын"),
    (Lang::Ru, QUESTION, Role::Radio, "Состою в браке"),
    (Lang::Kk, DOCUMENTS, Role::Link, "Негізгі мазмұнға өту"),
    (Lang::Ru, DOCUMENTS, Role::Link, "Перейти к содержанию"),
    (Lang::Kk, PAPERS, Role::Heading, "Басып шығаратын қағаздар"),
    (Lang::Ru, PAPERS, Role::Heading, "Бумаги для печати"),
    (Lang::Kk, SETTINGS, Role::Button, "Үлгіні ашу"),
    (Lang::Ru, SETTINGS, Role::Button, "Открыть пример"),
    (Lang::Kk, PLAN, Role::Entry, "Жылы"),
    (Lang::Ru, PLAN, Role::Entry, "Год"),
];

/// A button loses the words on it.
const TAKE_WORDS: &str = "const button = [...document.querySelectorAll('main button')]
      .find((button) => button.textContent.trim() === arguments[0]);
    button.replaceChildren();
    return true;";

#[test]
#[ignore = "deep run"]
fn everything_on_nine_pages_is_heard_with_its_role_and_its_words() {
    let file = CaseFile::read(OMSK_ENGINEER, TODAY);
    let expected = Expected::new(&file);
    let desktop = Desktop::new(Keys::Keyring, TODAY).with_readers();
    let window = desktop.open();
    let mut walker = Walker::new("readers", &file, &expected, Lang::Ru, window);
    let readers = Readers::of(desktop.bus());
    let axe = Axe::read();
    walker.first_start(None);
    walker.sample();

    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        walker.switch(lang);
        walker.lang = lang;
        for address in PAGES {
            let page = walker.open(address);
            let both = Both::read(&walker.window.driver, &axe, &readers);
            let both = walker.must(both);
            let mut tell = |problem: String| wrong.push(format!("{lang:?} {address}: {problem}"));
            both.wrong().into_iter().for_each(&mut tell);
            let said = |role: Role, name: &str| {
                let told = Told {
                    role,
                    name: name.to_owned(),
                };
                both.heard.contains(&told)
            };
            if !said(Role::Heading, &page.heading) {
                tell(format!("the heading {:?} is not heard", page.heading));
            }
            if both.heard.len() < LEAST {
                tell(format!("only {} things are heard", both.heard.len()));
            }
            let here = WORDS
                .iter()
                .filter(|(of, on, ..)| (*of, *on) == (lang, address));
            for (.., role, words) in here {
                if !said(*role, words) {
                    tell(format!("{role:?} {words:?} is not heard"));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0], "{} things", wrong.len());
    a_button_without_words_is_missed(&walker, &axe, &readers);
}

/// A reader that would notice nothing proves nothing: on the page of settings a button loses its words.
fn a_button_without_words_is_missed(walker: &Walker<'_>, axe: &Axe, readers: &Readers) {
    walker.open(SETTINGS);
    let driver = &walker.window.driver;
    let mut both = walker.must(Both::read(driver, axe, readers));
    assert_eq!(both.wrong(), [""; 0], "before");
    let words = walker.words().aid("settings.sample_try");
    walker.must(driver.run(TAKE_WORDS, &[json!(words)]));
    both.listen_again(readers);
    let missed = both.wrong();
    let told = [
        format!("not heard: {:?} {words:?}", Role::Button),
        format!("without words: {:?}", Role::Button),
    ];
    for one in told {
        assert!(missed.contains(&one), "{one}; but {missed:#?}");
    }
}
