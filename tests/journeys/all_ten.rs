//! The seven cases that take too long for every change; with the three of every change they are ten. Each file says how the
//! person differs from another; nothing of it stands in the driver.

use qonys_app::Lang;

use crate::support::case_file::CaseFile;
use crate::support::expected::Expected;
use crate::support::view::View;
use crate::{Journey, TODAY, never_asked};

const GERMAN: &str = "tests/journeys/cases/german-without-a-visa.json";
const OF_UZBEKISTAN: &str = "tests/journeys/cases/ethnic-kazakh-of-uzbekistan.json";
const SPOUSE: &str = "tests/journeys/cases/spouse-of-a-citizen.json";
const MINOR: &str = "tests/journeys/cases/minor-with-a-parent.json";
const STATELESS: &str = "tests/journeys/cases/stateless.json";
const PROFESSION: &str = "tests/journeys/cases/in-demand-profession.json";
const OBSTACLES: &str = "tests/journeys/cases/many-obstacles.json";

/// Tells before a long journey what a file lacks or says too much.
#[test]
fn the_case_files_are_whole_and_say_nothing_that_is_not_asked() {
    let files = [
        GERMAN,
        OF_UZBEKISTAN,
        SPOUSE,
        MINOR,
        STATELESS,
        PROFESSION,
        OBSTACLES,
    ];
    let mut wrong = Vec::new();
    for name in files {
        let file = CaseFile::read(name, TODAY);
        let expected = Expected::new(&file);
        let lacks = expected.unanswered();
        wrong.extend(lacks.iter().map(|key| format!("{name} lacks {key}")));
        let never = never_asked(&file, &expected);
        wrong.extend(never.iter().map(|key| format!("{name}: nobody asks {key}")));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
#[ignore = "deep run"]
fn a_german_without_a_visa_in_english_by_keyboard() {
    Journey::new("german-en", GERMAN, Lang::En)
        .by_keyboard()
        .run();
}

#[test]
#[ignore = "deep run"]
fn an_ethnic_kazakh_of_uzbekistan_in_kazakh_by_keyboard() {
    Journey::new("uzbekistan-kk", OF_UZBEKISTAN, Lang::Kk)
        .by_keyboard()
        .run();
}

#[test]
#[ignore = "deep run"]
fn the_spouse_of_a_citizen_in_russian_in_a_narrow_window() {
    Journey::new("spouse-of-citizen-ru", SPOUSE, Lang::Ru)
        .in_view(View::Narrow)
        .run();
}

#[test]
#[ignore = "deep run"]
fn a_minor_in_kazakh_at_twice_the_size() {
    Journey::new("minor-kk", MINOR, Lang::Kk)
        .in_view(View::Zoomed)
        .run();
}

#[test]
#[ignore = "deep run"]
fn a_stateless_person_in_russian() {
    Journey::new("stateless-ru", STATELESS, Lang::Ru).run();
}

#[test]
#[ignore = "deep run"]
fn somebody_with_a_profession_in_demand_in_english_with_a_keyring() {
    Journey::new("profession-en", PROFESSION, Lang::En)
        .with_keyring()
        .run();
}

#[test]
#[ignore = "deep run"]
fn somebody_with_many_obstacles_in_kazakh() {
    Journey::new("obstacles-kk", OBSTACLES, Lang::Kk).run();
}
