//! The options of `qonys-cli law`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use clap::Subcommand;

use crate::arguments::Language;
use crate::arguments::PlanOptions;
use crate::arguments::day;

/// What stands for the pack that is built in, in place of a folder.
pub(super) const BUILT_IN: &str = "built-in";

#[derive(Debug, Args)]
pub(crate) struct LawOptions {
    #[command(subcommand)]
    pub(super) command: LawCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum LawCommand {
    /// Show a record in the edition of a day, with all its editions, its source and who uses it.
    Show(ShowOptions),
    /// List the kinds of records, or the records of a kind.
    List(ListOptions),
    /// Look for faults in a law pack.
    Lint(LintOptions),
    /// Show what is different between two days, or between two packs.
    Diff(DiffOptions),
    /// Check a law pack: its signature, and the faults that the tests of a build would find.
    Verify(PackOptions),
    /// Show what a law pack would change for a case.
    Changes(ChangesOptions),
}

#[derive(Debug, Args)]
pub(super) struct PackOptions {
    /// The law pack.
    pub(super) file: PathBuf,
    /// The language of the words.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(super) lang: Language,
}

#[derive(Debug, Args)]
pub(super) struct ChangesOptions {
    #[command(flatten)]
    pub(super) pack: PackOptions,
    #[command(flatten)]
    pub(super) plan: PlanOptions,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ShowOptions {
    /// The record's id, or `kind:id` where several kinds share an id; see `law list`.
    pub(super) id: String,
    /// The day, as year-month-day.
    #[arg(long, value_parser = day)]
    pub(super) on: NaiveDate,
    /// The language of the words.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(super) lang: Language,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// The kind of records; all kinds with their number, if not given.
    pub(super) kind: Option<String>,
    /// The language of the words.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(super) lang: Language,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct LintOptions {
    /// A folder with the TOML files of a law pack; the pack that is built in, if not given.
    pub(super) folder: Option<PathBuf>,
    /// Also name what was to be read again before this day, as year-month-day.
    #[arg(long, value_parser = day)]
    pub(super) on: Option<NaiveDate>,
    /// The language of the headings; the findings themselves are in English.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(super) lang: Language,
    /// Print JSON instead of text; faults then do not change the exit code.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct DiffOptions {
    /// A day as year-month-day, a folder with a law pack, or `built-in`.
    pub(super) first: String,
    /// Another of the same.
    pub(super) second: String,
    /// The language of the words.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(super) lang: Language,
    /// Print JSON instead of text.
    #[arg(long)]
    pub(super) json: bool,
}
