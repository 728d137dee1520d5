//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use clap::Parser;
use clap::Subcommand;

/// Reminds of deadlines while Qonys is closed.
#[derive(Debug, Parser)]
#[command(name = "qonys-remind", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Look once, show what is due in one notification, and end.
    Look(LookOptions),
    /// Let the system look at login and every day.
    SwitchOn(Place),
    /// No longer look, and delete the agenda file and what was remembered, in whichever folder was looked into.
    SwitchOff(OffOptions),
    /// Say by which means the system looks: `daily` at login and every day, `login` at login only, `none` not at all.
    Means,
}

#[derive(Debug, Args)]
pub(crate) struct OffOptions {
    /// A further folder whose files are deleted.
    #[arg(long)]
    pub(crate) folder: Option<PathBuf>,
    /// The identifier of the installed program; it changes nothing here.
    #[arg(long, default_value = "")]
    pub(crate) program: String,
}

/// Where the files lie, and whose notifications they are.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// The folder with the agenda file.
    #[arg(long)]
    pub(crate) folder: PathBuf,
    /// The identifier of the installed program: a click opens it where the system supports that.
    #[arg(long, default_value = "")]
    pub(crate) program: String,
}

#[derive(Debug, Args)]
pub(crate) struct LookOptions {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Look as if it were this day, as year-month-day; today in Kazakhstan, if not given.
    #[arg(long)]
    pub(crate) on: Option<NaiveDate>,
    /// Stay as long as the notification is open, and open the program when it is clicked. When the day ends meanwhile, look
    /// again.
    #[arg(long)]
    pub(crate) wait_for_click: bool,
}
