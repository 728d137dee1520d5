//! A small pack in which nothing is wrong.

use qonys_law::LintFiles;
use qonys_law::LintFinding;
use qonys_law::Severity;
use qonys_law::lint;

pub(crate) const LAW: &str = r#"
[[act]]
id = "law"
parts = "article"
title = { kk = "Көші-қон туралы заң", ru = "Закон о миграции", en = "Law on Migration" }
short = { kk = "Заң", ru = "Закон", en = "Law" }
url = "https://example.org/docs/law"
from = 2020-01-01
until = 2030-12-31
seen = 2026-11-01
standing = "official"
next_review = 2027-01-15

[[parameter]]
id = "adult_age"
value = "18"
unit = "age_years"
title = { kk = "Кәмелетке толу жасы", ru = "Возраст совершеннолетия", en = "Age of majority" }
from = 2020-01-01
until = 2024-12-31
cite = "law:1(2-1)"

[[parameter]]
id = "adult_age"
value = "21"
unit = "age_years"
title = { kk = "Кәмелетке толу жасы", ru = "Возраст совершеннолетия", en = "Age of majority" }
from = 2025-01-01
until = 2030-12-31
cite = "law:1(2-1)"

[[condition]]
id = "adult"
title = { kk = "Ересек адам", ru = "Взрослый", en = "Adult" }
yes = { kk = "Сіз ересексіз.", ru = "Вы взрослый.", en = "You are an adult." }
no = { kk = "Сіз ересек емессіз.", ru = "Вы не взрослый.", en = "You are no adult." }
when = { age_at_least = { born = "applicant.born", years = "adult_age" } }

[[route]]
id = "open"
title = { kk = "Ашық жол", ru = "Открытый путь", en = "Open route" }
when = "adult"
change = { kk = "Ересек болыңыз.", ru = "Станьте взрослым.", en = "Grow up." }
from = 2020-01-01
until = 2030-12-31
cite = "law:7"
"#;

pub(crate) const INTERVIEW: &str = r#"
[[section]]
id = "you"
order = 1
title = { kk = "Сіз туралы", ru = "О вас", en = "About you" }

[[entity]]
id = "applicant"
section = "you"
kind = "single"
title = { kk = "Өтініш беруші", ru = "Заявитель", en = "Applicant" }

[[fact]]
id = "applicant.born"
type = "date"
question = { kk = "Қашан тудыңыз?", ru = "Когда вы родились?", en = "When were you born?" }
label = { kk = "Туған күні", ru = "Дата рождения", en = "Date of birth" }
unknown = true
"#;

/// What the lints say of a law and an interview.
pub(crate) fn findings(law: &str, interview: &str) -> Vec<LintFinding> {
    lint(&LintFiles {
        law: &[("law.toml", law)],
        interview: &[("interview.toml", interview)],
        forms: &[],
    })
}

#[test]
fn nothing_is_found_in_a_sound_pack() {
    let found = findings(LAW, INTERVIEW);
    assert!(found.is_empty(), "{found:#?}");
    assert!(
        found
            .iter()
            .all(|finding| finding.rule.severity() == Severity::Notice)
    );
}
