//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use qonys_app::Crop;
use qonys_app::Lang;

use crate::blank::BlankOptions;
use crate::law::LawOptions;
use crate::which_law::WhichLaw;

/// Assess a case and fill its papers, offline. Exit code 0: an answer ("not eligible" is an answer);
/// 2: the input is wrong, and the message names file and field.
#[derive(Debug, Parser)]
#[command(name = "qonys-cli", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) law: WhichLaw,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// May the person apply, by which route, with which papers, for which fees?
    Assess(AssessOptions),
    /// Show, list, compare and check the law that the program knows.
    Law(LawOptions),
    /// What is due, possible or over on which day?
    Agenda(AgendaOptions),
    /// Fill papers and write them as PDF.
    Papers(PapersOptions),
    /// Cut the photo of 35 × 45 mm out of a picture (JPEG, PNG, WebP).
    Photo(PhotoOptions),
    /// Fill the office's own blank, or print onto it.
    Blank(BlankOptions),
    /// On which days are the papers valid together, and when is what to be ordered and begun?
    Window(WindowOptions),
    /// What was asked and answered, as a record that can be checked: hashes, verdicts and reasons.
    Receipt(ReceiptOptions),
    /// Print the JSON Schema of the case file and of every output.
    Schema(SchemaOptions),
    /// Until which day may a person stay, when may they come again, what does the permit ask for?
    Stay(StayOptions),
    /// On which day does a term of working or calendar days end, and how many days lie between two?
    Days(DaysOptions),
}

/// A case and the days of its plan.
#[derive(Debug, Args)]
pub(crate) struct PlanOptions {
    /// The case file (JSON; see `qonys-cli schema`).
    pub(crate) case: PathBuf,
    /// The day the papers are handed in, as year-month-day; the plan's day, if not given.
    #[arg(long, value_parser = day)]
    pub(crate) on: Option<NaiveDate>,
    /// The day the fee is paid; the plan's day or the filing day, if not given.
    #[arg(long, value_parser = day)]
    pub(crate) paid: Option<NaiveDate>,
    /// The day of the decision; the plan's day or the end of the term for it, if not given.
    #[arg(long, value_parser = day)]
    pub(crate) decided: Option<NaiveDate>,
    /// The day on which the question is asked; the filing day, if not given.
    #[arg(long, value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct AssessOptions {
    #[command(flatten)]
    pub(crate) plan: PlanOptions,
    /// The language of the words. It never changes a verdict.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("leaving").args(["ics", "reminders"])))]
pub(crate) struct AgendaOptions {
    /// The case file (JSON; see `qonys-cli schema`).
    pub(crate) case: PathBuf,
    /// The day on which the question is asked, as year-month-day.
    #[arg(long, value_parser = day)]
    pub(crate) on: NaiveDate,
    /// The language of the words. It never changes a day.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    /// Print JSON instead of text.
    #[arg(long, conflicts_with = "ics")]
    pub(crate) json: bool,
    /// Write the deadlines as a calendar file (RFC 5545) with alarms; without a name it is printed. A file that an earlier
    /// export wrote is brought up to date: what changed gets a new number, what no longer applies is cancelled.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-")]
    pub(crate) ics: Option<PathBuf>,
    /// Write the file from which `qonys-remind` reminds into this folder. It holds ids that say nothing, kinds, days and the
    /// language.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["json", "ics", "previous", "details", "calendar"])]
    pub(crate) reminders: Option<PathBuf>,
    /// The export before, where it lies in another file than the one to write.
    #[arg(long, value_name = "FILE", requires = "ics")]
    pub(crate) previous: Option<PathBuf>,
    /// Say in the titles of the calendar which paper and which person is meant. Without it they name kinds of deadlines only.
    #[arg(long, requires = "ics")]
    pub(crate) details: bool,
    /// A word that keeps two calendars of one case apart, where both are imported into one program.
    #[arg(
        long,
        value_name = "WORD",
        requires = "ics",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) calendar: String,
    /// The file with the random seed from which ids are made: without it nobody can compute what an id means. A file that is not
    /// there is made. Otherwise the seed of the case counts, or one that is kept in your folder of data. Keep it: with another
    /// seed the events of an earlier calendar are doubled.
    #[arg(long, value_name = "FILE", requires = "leaving")]
    pub(crate) seed_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct WindowOptions {
    /// The case file.
    pub(crate) case: PathBuf,
    /// The day the papers are handed in, as year-month-day; the plan's day or today, if not given.
    #[arg(long, value_parser = day)]
    pub(crate) on: Option<NaiveDate>,
    /// The day on which the question is asked; the day of the computer's clock, if not given.
    #[arg(long, value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
    /// The language of the words. It never changes a verdict.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReceiptOptions {
    #[command(flatten)]
    pub(crate) plan: PlanOptions,
    /// Put the answers themselves into the receipt, and not only their hash.
    #[arg(long)]
    pub(crate) with_answers: bool,
}

#[derive(Debug, Args)]
pub(crate) struct StayOptions {
    /// The file of trips (JSON; see `qonys-cli schema trips`).
    pub(crate) trips: PathBuf,
    /// The day of the question, as year-month-day.
    #[arg(long, value_parser = day)]
    pub(crate) on: NaiveDate,
    /// The language of the words. It never changes a verdict.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("question").required(true).args(["working", "calendar", "between"])))]
pub(crate) struct DaysOptions {
    /// The day from which is counted, as year-month-day. It is not counted itself.
    #[arg(long, value_parser = day)]
    pub(crate) from: NaiveDate,
    /// So many working days.
    #[arg(long, value_name = "N")]
    pub(crate) working: Option<u16>,
    /// So many calendar days.
    #[arg(long, value_name = "N")]
    pub(crate) calendar: Option<u16>,
    /// Up to this day, which is counted.
    #[arg(long, value_name = "DAY", value_parser = day, conflicts_with = "backwards")]
    pub(crate) between: Option<NaiveDate>,
    /// Count backwards: the day by which something has to be begun.
    #[arg(long)]
    pub(crate) backwards: bool,
    /// The language of the words. It never changes a day.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PapersOptions {
    /// The case file.
    pub(crate) case: PathBuf,
    /// The paper, or `all` for every paper that the case needs. Where each child or relative has a paper of their own,
    /// `PAPER/RECORD` names one.
    #[arg(long, value_parser = paper)]
    pub(crate) form: String,
    /// The language of the paper. The cover sheet and the receipt are printed in English too.
    #[arg(long, value_enum)]
    pub(crate) lang: Language,
    /// The day that the paper bears, as year-month-day. Cover sheet, deadline sheet, receipt and the sheet for the card are reckoned
    /// as if the papers were handed in on this day, with fees paid by then; where the plan names other days, they say so.
    #[arg(long, value_parser = day)]
    pub(crate) on: NaiveDate,
    /// The folder to write into. A file that lies there already is never overwritten.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct PhotoOptions {
    /// The picture. It is read in a limited process of its own.
    pub(crate) picture: PathBuf,
    /// The part of the upright picture in pixels: from the left, from the top, width, height. Width to height is exactly 35:45,
    /// at least 413 × 531. Without it the largest part in the middle is taken, wherever the face is.
    #[arg(long, value_parser = crop, value_name = "X,Y,WIDTH,HEIGHT")]
    pub(crate) crop: Option<Crop>,
    /// The language of the captions on the sheet.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    /// The day that the PDF bears, as year-month-day; today, if not given.
    #[arg(long, value_parser = day)]
    pub(crate) on: Option<NaiveDate>,
    /// The folder to write into. A file that lies there already is never overwritten.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaOptions {
    /// Print only this one.
    #[arg(value_enum)]
    pub(crate) which: Option<SchemaOf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SchemaOf {
    /// The case file.
    Case,
    /// What `assess --json` prints.
    Assess,
    /// What `agenda --json` prints.
    Agenda,
    /// What `papers` prints.
    Papers,
    /// What `photo` prints.
    Photo,
    /// The file of trips.
    Trips,
    /// What `stay --json` prints.
    Stay,
    /// What `days --json` prints.
    Days,
    /// What `window --json` prints.
    Window,
    /// What `receipt` prints.
    Receipt,
    /// What `law show --json` prints.
    LawShow,
    /// What `law list --json` prints.
    LawList,
    /// What `law diff --json` prints.
    LawDiff,
    /// What `law lint --json` prints.
    LawLint,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Kk => Self::Kk,
            Language::Ru => Self::Ru,
            Language::En => Self::En,
        }
    }
}

/// A paper that the program prints, or `all`.
fn paper(text: &str) -> Result<String, String> {
    let id = text.split('/').next().unwrap_or(text);
    let ids = qonys_app::paper_ids();
    if text == "all" || ids.contains(&id) {
        Ok(text.to_owned())
    } else {
        Err(format!("one of these is wanted: all, {}", ids.join(", ")))
    }
}

/// Reads a day as year-month-day.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| "a day as year-month-day is wanted, for example 2026-11-30".to_owned())
}

/// Reads a part of a picture as four whole numbers with commas.
fn crop(text: &str) -> Result<Crop, String> {
    let wanted = || "four whole numbers are wanted, for example 100,50,700,900".to_owned();
    let numbers: Vec<u32> = text
        .split(',')
        .map(|number| number.trim().parse().map_err(|_| wanted()))
        .collect::<Result<_, _>>()?;
    match numbers.as_slice() {
        [x, y, width, height] => Ok(Crop {
            x: *x,
            y: *y,
            width: *width,
            height: *height,
        }),
        _ => Err(wanted()),
    }
}
