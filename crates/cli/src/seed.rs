//! The seed of a case: random bytes without which nobody can compute what an id in a calendar or in the file of reminders means.

use std::path::Path;

use qonys_app::AppError;
use qonys_app::Case;
use qonys_app::make_file;
use qonys_app::seed_of_case;
use qonys_app::seed_with_word;

use crate::arguments::AgendaOptions;
use crate::failure::Failure;
use crate::input;
use crate::kept;

/// The file of the seed that is kept for a person.
const KEPT: &str = "calendar-seed";

/// How many random bytes a seed has; it is written with two digits for each.
const BYTES: usize = 16;

/// Gives a case its seed: its own, that of a file that is named, or the one that is kept for the person.
pub(crate) fn give(case: &mut Case, options: &AgendaOptions) -> Result<(), Failure> {
    let mut seed = match &options.seed_file {
        Some(file) => of_file(file)?,
        None if !case.reminders.seed.is_empty() => case.reminders.seed.clone(),
        None => {
            let file = kept::file(KEPT).ok_or(Failure::NoPlaceForSeed)?;
            seed_of_case(&of_file(&file)?, case)
        }
    };
    if !options.calendar.is_empty() {
        seed = seed_with_word(&seed, &options.calendar);
    }
    case.reminders.seed = seed;
    Ok(())
}

/// The seed in a file, which is made where there is none. Of two programs that make it at once both read what the first wrote.
fn of_file(file: &Path) -> Result<String, Failure> {
    let shown = || file.display().to_string();
    if !file.exists() {
        let mut bytes = [0_u8; BYTES];
        getrandom::fill(&mut bytes).map_err(|_| AppError::NoRandomness)?;
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let made = make_file(file, format!("{digits}\n").as_bytes());
        made.map_err(|error| not_made(shown(), error))?;
    }
    let text = input::text(file)?;
    let seed = text.trim();
    let sound = seed.len() == 2 * BYTES && seed.bytes().all(|byte| byte.is_ascii_hexdigit());
    if sound {
        Ok(seed.to_owned())
    } else {
        Err(Failure::ForeignSeed { file: shown() })
    }
}

fn not_made(file: String, error: AppError) -> Failure {
    if let AppError::Write { kind, .. } = error {
        Failure::NoSeed { file, kind }
    } else {
        Failure::App(error)
    }
}
