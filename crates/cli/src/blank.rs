//! `qonys-cli blank`: the office's own blank, and papers to be printed onto or copied by hand.

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use clap::Subcommand;
use clap::ValueEnum;
use qonys_app::AppError;
use qonys_app::BlankError;
use qonys_app::BlankManner;
use qonys_app::FilledPaper;
use qonys_app::Foreign;
use qonys_app::ForeignReader;
use qonys_app::FormLanguage;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::PaperError;
use qonys_app::adopt_blank_boxes;
use qonys_app::calibration_paper;
use qonys_app::check_blank_boxes;
use qonys_app::copy_sheet_paper;
use qonys_app::fill_office_blank;
use qonys_app::first_blank_boxes;
use qonys_app::inspect_blank;
use qonys_app::law_used;
use serde_json::Value as Json;
use serde_json::json;

use crate::arguments::Language;
use crate::arguments::day;
use crate::failure::Failure;
use crate::input;
use crate::which_law::WhichLaw;

/// No blank of an office is larger.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

#[derive(Debug, Args)]
pub(crate) struct BlankOptions {
    #[command(subcommand)]
    command: BlankCommand,
}

#[derive(Debug, Subcommand)]
enum BlankCommand {
    /// Say what pages and fields a blank has, as JSON.
    Inspect(InspectOptions),
    /// Print a first file of boxes for a blank: a box for each field whose name is understood, to be checked, and how boxes are
    /// written.
    Boxes(BoxesOptions),
    /// Fill a blank at the boxes of its file of boxes.
    Fill(FillOptions),
    /// Print the test sheet for printing onto a blank of paper.
    Calibration(CalibrationOptions),
    /// Print the answers in the order of the form, to be copied by hand.
    CopySheet(CopySheetOptions),
}

#[derive(Debug, Args)]
struct InspectOptions {
    /// The blank: one PDF, or a picture (JPEG, PNG) for each page.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct BoxesOptions {
    /// The blank: one PDF, or a picture (JPEG, PNG) for each page.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The language of the blank.
    #[arg(long, value_enum)]
    lang: BlankLanguage,
    /// What you call the blank.
    #[arg(long)]
    title: String,
}

/// The language that the blank is printed in.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum BlankLanguage {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
}

impl BlankLanguage {
    /// The language of what is said.
    fn of(self) -> Lang {
        match self {
            Self::Kk => Lang::Kk,
            Self::Ru => Lang::Ru,
        }
    }
}

impl From<BlankLanguage> for FormLanguage {
    fn from(language: BlankLanguage) -> Self {
        match language {
            BlankLanguage::Kk => Self::Kk,
            BlankLanguage::Ru => Self::Ru,
        }
    }
}

#[derive(Debug, Args)]
struct FillOptions {
    /// The blank: one PDF, or a picture (JPEG, PNG) for each page.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The file of the blank's boxes (TOML): `blank boxes` prints a first one and says how it goes on, the window exports its own.
    #[arg(long)]
    boxes: PathBuf,
    /// The case file.
    #[arg(long)]
    case: PathBuf,
    /// The language of the blank.
    #[arg(long, value_enum)]
    lang: BlankLanguage,
    /// The day that the paper bears, as year-month-day.
    #[arg(long, value_parser = day)]
    on: NaiveDate,
    /// The folder to write into. A file that lies there already is never overwritten.
    #[arg(long)]
    out: PathBuf,
    /// Print the answers alone, onto a blank of paper.
    #[arg(long)]
    text_only: bool,
    /// Move the answers to the right and downwards, in tenths of a millimetre: 15,-7.
    #[arg(long, value_parser = numbers::<2>, allow_hyphen_values = true, requires = "text_only", value_name = "RIGHT,DOWN", default_value = "0,0")]
    offset: Figures<2>,
    /// What was measured on the test sheet, A, B, C and D, in tenths of a millimetre: 200,200,1500,2000.
    #[arg(long, value_parser = numbers::<4>, requires = "text_only", value_name = "A,B,C,D")]
    measured: Option<Figures<4>>,
    /// Turn the fields into ink.
    #[arg(long, conflicts_with = "text_only")]
    flat: bool,
    /// Use boxes that were made for another edition of the blank. Compare the two before.
    #[arg(long)]
    adopt: bool,
}

#[derive(Debug, Args)]
struct CalibrationOptions {
    /// The language of the sheet.
    #[arg(long, value_enum)]
    lang: Language,
    /// The day of the document, as year-month-day.
    #[arg(long, value_parser = day)]
    on: NaiveDate,
    /// The folder to write into. A file that lies there already is never overwritten.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct CopySheetOptions {
    /// The blank whose order the answers follow; the program's own layout, if not given.
    #[arg(requires = "boxes")]
    files: Vec<PathBuf>,
    /// The file of the blank's boxes.
    #[arg(long, requires = "files")]
    boxes: Option<PathBuf>,
    /// The case file.
    #[arg(long)]
    case: PathBuf,
    /// The language of the blank.
    #[arg(long, value_enum)]
    lang: BlankLanguage,
    /// The day, as year-month-day.
    #[arg(long, value_parser = day)]
    on: NaiveDate,
    /// The folder to write into. A file that lies there already is never overwritten.
    #[arg(long)]
    out: PathBuf,
}

/// So many whole numbers with commas between them.
#[derive(Debug, Clone, Copy)]
struct Figures<const N: usize>([i32; N]);

fn numbers<const N: usize>(text: &str) -> Result<Figures<N>, String> {
    let wrong = || format!("{N} whole numbers with commas between them are wanted");
    let mut figures = [0; N];
    let parts: Vec<&str> = text.split(',').collect();
    if parts.len() != N {
        return Err(wrong());
    }
    for (figure, part) in figures.iter_mut().zip(parts) {
        *figure = part.trim().parse().map_err(|_| wrong())?;
        if !(-10_000..=10_000).contains(figure) {
            return Err("at most a metre is wanted".to_owned());
        }
    }
    Ok(Figures(figures))
}

pub(crate) fn run(options: &BlankOptions, law: &WhichLaw) -> Result<String, Failure> {
    match &options.command {
        BlankCommand::Inspect(options) => {
            let view = inspect_blank(&bytes(&options.files)?)
                .map_err(|error| of_blank(&options.files, error))?;
            Ok(format!("{}\n", serde_json::to_string_pretty(&view)?))
        }
        BlankCommand::Boxes(options) => first_blank_boxes(
            &law.knowledge()?,
            &bytes(&options.files)?,
            &options.title,
            options.lang.into(),
        )
        .map_err(|error| of_blank(&options.files, error)),
        BlankCommand::Fill(options) => fill(options, law),
        BlankCommand::Calibration(options) => {
            let knowledge = law.knowledge()?;
            let lang = options.lang.into();
            let paper = calibration_paper(&knowledge, lang, options.on)?;
            written(&paper, &options.out, &knowledge, lang)
        }
        BlankCommand::CopySheet(options) => copy_sheet(options, law),
    }
}

fn fill(options: &FillOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let case = input::case(&knowledge, &options.case)?;
    let files = bytes(&options.files)?;
    let mut boxes = input::text(&options.boxes)?;
    if options.adopt {
        boxes = adopt_blank_boxes(&files, &boxes)
            .map_err(|error| of_boxes(&options.boxes, &options.files, error))?;
    }
    let Figures([right, down]) = options.offset;
    let manner = if options.text_only {
        BlankManner::TextOnly {
            shift: (right, down),
            measured: options.measured.map(|Figures([a, b, c, d])| (a, b, c, d)),
        }
    } else if options.flat {
        BlankManner::Flat
    } else {
        BlankManner::Fillable
    };
    let paper = fill_office_blank(
        &knowledge,
        &case,
        &files,
        &boxes,
        options.lang.into(),
        manner,
        options.on,
    )
    .map_err(|error| of_boxes(&options.boxes, &options.files, error))?;
    written(&paper, &options.out, &knowledge, options.lang.of())
}

/// What is wrong in a file of boxes, with its name: such files go from hand to hand.
fn of_boxes(file: &Path, files: &[PathBuf], error: AppError) -> Failure {
    let of_boxes = matches!(
        &error,
        AppError::Paper(PaperError::Blank(
            BlankError::BoxFile { .. }
                | BlankError::BoxFlaw { .. }
                | BlankError::UnknownFact { .. }
                | BlankError::NoState { .. },
        ))
    );
    if of_boxes {
        Failure::of_file(file, error)
    } else {
        of_blank(files, error)
    }
}

/// What is wrong with the blank, with the name of its file where it has only one.
fn of_blank(files: &[PathBuf], error: AppError) -> Failure {
    let of_file = matches!(
        &error,
        AppError::Paper(PaperError::Blank(
            BlankError::UnknownKind
                | BlankError::TooMuch { .. }
                | BlankError::Damaged(_)
                | BlankError::Colours
                | BlankError::Encrypted
                | BlankError::Signed
                | BlankError::XfaOnly,
        ))
    );
    match files {
        [file] if of_file => Failure::of_file(file, error),
        _ => Failure::App(error),
    }
}

fn copy_sheet(options: &CopySheetOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let case = input::case(&knowledge, &options.case)?;
    let files = bytes(&options.files)?;
    let boxes = options
        .boxes
        .as_ref()
        .map(|boxes| input::text(boxes))
        .transpose()?;
    if let (Some(file), Some(text)) = (&options.boxes, &boxes) {
        check_blank_boxes(&knowledge, text)
            .map_err(|error| of_boxes(file, &options.files, error))?;
    }
    let blank = boxes.as_ref().map(|boxes| (&files[..], boxes.as_str()));
    let paper = copy_sheet_paper(&knowledge, &case, blank, options.lang.into(), options.on)?;
    written(&paper, &options.out, &knowledge, options.lang.of())
}

fn written(
    paper: &FilledPaper,
    folder: &Path,
    knowledge: &Knowledge,
    lang: Lang,
) -> Result<String, Failure> {
    let path = paper
        .write_into(folder)
        .map_err(|error| Failure::writing(folder, error))?;
    let warnings: Vec<Json> = paper
        .warnings
        .iter()
        .map(|warning| {
            json!({
                "code": warning.code(),
                "kk": warning.text(Lang::Kk),
                "ru": warning.text(Lang::Ru),
                "en": warning.text(Lang::En),
            })
        })
        .collect();
    let answer = json!({
        "law": law_used(knowledge, lang),
        "file": path.display().to_string(),
        "notes": paper.notes,
        "warnings": warnings,
    });
    Ok(format!("{answer:#}\n"))
}

/// The files, each read to its end in the limited process first.
fn bytes(files: &[PathBuf]) -> Result<Vec<Vec<u8>>, Failure> {
    let reader = ForeignReader::of_this_program().map_err(AppError::from)?;
    files
        .iter()
        .map(|file| {
            let bytes = input::bytes(file, MOST_BYTES)?;
            reader
                .check_blank(Foreign::bytes(bytes.clone()))
                .map_err(|error| Failure::of_file(file, error.into()))?;
            Ok(bytes)
        })
        .collect()
}
