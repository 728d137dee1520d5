//! The fake clock: one look a day, and the agenda file written anew whenever the program is opened.

use std::fmt::Write as _;

use chrono::Datelike as _;
use chrono::NaiveDate;
use chrono::Weekday;
use qonys_app::Knowledge;
use qonys_app::case_from_json;
use qonys_app::reminder_file;
use qonys_reminders::AgendaFile;
use qonys_reminders::Shown;
use qonys_reminders::check;
use qonys_reminders::speak;

use crate::life::Life;
use crate::life::set;

const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
const DAYS: usize = 366;

/// Everything that is shown in the year: the day, the heading, the text.
pub(crate) fn walk(life: &Life) -> String {
    let knowledge = Knowledge::built_in().unwrap();
    let mut json = life.base.clone();
    set(&mut json, "reminders.seed", &"a year".into());
    let mut shown = Shown::default();
    let mut file: Option<AgendaFile> = None;
    let mut told = format!("{}\n", life.about);
    for today in FIRST.iter_days().take(DAYS) {
        if life
            .off
            .is_some_and(|(from, until)| (from..=until).contains(&today))
        {
            continue;
        }
        let changes = life.changes.get(&today);
        for (path, value) in changes.into_iter().flatten() {
            set(&mut json, path, value);
        }
        if changes.is_some() || today.weekday() == Weekday::Sun || file.is_none() {
            let case = case_from_json(&knowledge, &json.to_string())
                .unwrap_or_else(|error| panic!("{} on {today}: {error}", life.id));
            file = Some(reminder_file(&knowledge, &case, today, life.lang).unwrap());
        }
        // What lies on the disk is what is read.
        let text = file.as_ref().unwrap().to_json().unwrap();
        let read = AgendaFile::of_json(&text).unwrap();
        let looked = check(&read, &shown, today);
        assert_eq!(
            check(&read, &looked.shown, today).due,
            [],
            "a second look is silent"
        );
        shown = looked.shown;
        if let Some(spoken) = speak(read.language, &looked.due) {
            let body = spoken.body.replace('\n', " / ");
            writeln!(told, "{today} | {} | {body}", spoken.title).unwrap();
        }
    }
    told
}
