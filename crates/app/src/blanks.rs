//! The office's own blank: looked at, filled, printed onto, copied by hand.

use chrono::NaiveDate;
use qonys_papers::Alignment;
use qonys_papers::Blank;
use qonys_papers::BlankBoxes;
use qonys_papers::BlankEdition;
use qonys_papers::BlankKind;
use qonys_papers::CopyOrder;
use qonys_papers::FieldKind;
use qonys_papers::Filling;
use qonys_papers::Form;
use qonys_papers::FormLanguage;
use qonys_papers::Jpeg;
use qonys_papers::LeftOut;
use qonys_papers::Length;
use qonys_papers::Manner;
use qonys_papers::Measured;
use qonys_papers::PaperError;
use qonys_papers::SheetLanguage;
use qonys_texts::Lang;

use crate::case::Case;
use crate::error::AppError;
use crate::forms;
use crate::forms::FilledPaper;
use crate::forms::QUESTIONNAIRE;
use crate::knowledge::Knowledge;
use crate::paper_warning::PaperWarning;
use crate::view::BlankFieldCode;
use crate::view::BlankFieldView;
use crate::view::BlankKindCode;
use crate::view::BlankPageView;
use crate::view::BlankPlaceView;
use crate::view::BlankView;

/// The running words of filled blanks, the test sheet and the copy sheet, by their files.
const BASE: &str = "blank";
const CALIBRATION: &str = "calibration";
const COPY_SHEET: &str = "copy-sheet";

/// How a blank is to be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankManner {
    /// A fillable blank stays fillable.
    Fillable,
    /// Fields become ink.
    Flat,
    /// Only the answers, for a blank of paper.
    TextOnly {
        /// Tenths of a millimetre to the right and downwards.
        shift: (i32, i32),
        /// What was measured on the test sheet, in tenths of a millimetre: from the left, from
        /// the top, the ruler across, the ruler down.
        measured: Option<(i32, i32, i32, i32)>,
    },
}

fn read(files: &[Vec<u8>]) -> Result<Blank, AppError> {
    Ok(Blank::read(files).map_err(PaperError::from)?)
}

fn base(knowledge: &Knowledge) -> Result<Form, AppError> {
    let (name, source) = knowledge.form(BASE)?;
    Ok(Form::parse(&name, source)?)
}

/// Whether the files of a law pack that blanks are filled and printed with can be read.
///
/// # Errors
/// When one is not right.
pub(crate) fn check_blank_forms(knowledge: &Knowledge) -> Result<(), AppError> {
    base(knowledge)?;
    calibration_paper(knowledge, Lang::Ru, knowledge.manifest().issued)?;
    Ok(())
}

fn boxes_of(text: &str) -> Result<BlankBoxes, AppError> {
    Ok(BlankBoxes::parse(text).map_err(PaperError::from)?)
}

/// Whether every box of a file asks for an answer that some question gives. Files of boxes are shared between people: a
/// slip in one would leave a box empty without a word. What the law in use does not ask any more, but the built-in one
/// does, is no slip: filling tells of it.
///
/// # Errors
/// The first box that asks for something else; a text that is no file of boxes.
pub fn check_blank_boxes(knowledge: &Knowledge, boxes: &str) -> Result<(), AppError> {
    check_boxes(knowledge, &boxes_of(boxes)?)
}

/// The same of boxes that were read.
pub(crate) fn check_boxes(knowledge: &Knowledge, boxes: &BlankBoxes) -> Result<(), AppError> {
    if boxes
        .names_known_facts(|fact| asks(knowledge, fact.as_str()))
        .is_ok()
    {
        return Ok(());
    }
    let own = Knowledge::built_in()?;
    boxes
        .names_known_facts(|fact| asks(knowledge, fact.as_str()) || asks(&own, fact.as_str()))
        .map_err(|error| PaperError::from(error).into())
}

fn asks(knowledge: &Knowledge, fact: &str) -> bool {
    fact.parse()
        .is_ok_and(|path| knowledge.interview.fact(&path).is_some())
}

/// What is not on a blank that was filled at these boxes.
fn warnings(knowledge: &Knowledge, boxes: &BlankBoxes, left_out: &[LeftOut]) -> Vec<PaperWarning> {
    let left = left_out.iter().filter_map(|left| {
        let entity = knowledge.interview.entity(&left.entity)?;
        Some(PaperWarning::LeftOut {
            list: left.entity.clone(),
            title: entity.title.clone(),
            records: left.records,
        })
    });
    let known = boxes.boxes();
    let gone = known.iter().flat_map(|one| {
        one.facts
            .iter()
            .filter(|fact| !asks(knowledge, fact))
            .map(|fact| PaperWarning::NotAsked {
                place: one.id.to_owned(),
                fact: (*fact).to_owned(),
            })
    });
    left.chain(gone).collect()
}

/// The fields that somebody filled before and that no box names. What the office does not let be changed is its own.
fn filled_before(blank: &Blank, boxes: &BlankBoxes) -> Vec<PaperWarning> {
    let named = boxes.boxes();
    let takes_answers = |kind: FieldKind| match kind {
        FieldKind::Text
        | FieldKind::CheckBox
        | FieldKind::Radio
        | FieldKind::EditableList
        | FieldKind::List => true,
        FieldKind::Button | FieldKind::Signature => false,
    };
    blank
        .fields()
        .iter()
        .filter(|field| field.filled && !field.read_only && takes_answers(field.kind))
        .filter(|field| !named.iter().any(|one| one.field == Some(&field.name)))
        .map(|field| PaperWarning::FilledBefore {
            field: field.name.clone(),
        })
        .collect()
}

/// Looks at a blank: its pages and fields. One PDF, or a picture for each page.
///
/// # Errors
/// When the file cannot be used as a blank.
pub fn inspect_blank(files: &[Vec<u8>]) -> Result<BlankView, AppError> {
    Ok(blank_view(&read(files)?))
}

/// The pages and fields of a blank.
pub(crate) fn blank_view(blank: &Blank) -> BlankView {
    BlankView {
        kind: match blank.kind() {
            BlankKind::Fillable => BlankKindCode::Fillable,
            BlankKind::Flat => BlankKindCode::Flat,
            BlankKind::Scan => BlankKindCode::Scan,
        },
        digest: blank.digest().to_owned(),
        pages: blank
            .pages()
            .iter()
            .map(|page| BlankPageView {
                width: micrometres(page.width),
                height: micrometres(page.height),
                turned: i32::try_from(page.turn.degrees()).unwrap_or(0),
                offset_x: micrometres(page.offset.0),
                offset_y: micrometres(page.offset.1),
                size_assumed: page.assumed,
            })
            .collect(),
        fields: blank
            .fields()
            .iter()
            .map(|field| BlankFieldView {
                name: field.name.clone(),
                kind: match field.kind {
                    FieldKind::Text => BlankFieldCode::Text,
                    FieldKind::CheckBox => BlankFieldCode::CheckBox,
                    FieldKind::Radio => BlankFieldCode::Radio,
                    FieldKind::EditableList => BlankFieldCode::EditableList,
                    FieldKind::List => BlankFieldCode::List,
                    FieldKind::Button => BlankFieldCode::Button,
                    FieldKind::Signature => BlankFieldCode::Signature,
                },
                places: field
                    .spots
                    .iter()
                    .map(|spot| BlankPlaceView {
                        page: u32::try_from(spot.page).unwrap_or(u32::MAX),
                        x: micrometres(spot.area.x),
                        y: micrometres(spot.area.y),
                        width: micrometres(spot.area.width),
                        height: micrometres(spot.area.height),
                        state: spot.state.clone(),
                    })
                    .collect(),
                most_characters: field.most.and_then(|most| u32::try_from(most).ok()),
                comb: field.comb,
                multiline: field.multiline,
                read_only: field.read_only,
                required: field.required,
                options: field
                    .options
                    .iter()
                    .map(|option| option.words.clone())
                    .collect(),
                hint: field.hint.clone(),
                filled: field.filled,
            })
            .collect(),
    }
}

fn micrometres(length: Length) -> i32 {
    i32::try_from(length.in_micrometres()).unwrap_or(i32::MAX)
}

/// A file of boxes for a blank, still without boxes.
///
/// # Errors
/// When the file cannot be used as a blank.
pub fn new_blank_boxes(
    files: &[Vec<u8>],
    title: &str,
    language: FormLanguage,
    edition: &str,
) -> Result<String, AppError> {
    let blank = read(files)?;
    let boxes = BlankBoxes::new(BlankEdition {
        digest: blank.digest().to_owned(),
        title: title.to_owned(),
        language,
        edition: edition.to_owned(),
    });
    Ok(boxes.to_toml().map_err(PaperError::from)?)
}

/// Puts a box into a file of boxes, in place of one of the same id; returns the file. The box
/// is the text of one `[[box]]`, without that heading.
///
/// # Errors
/// When the text is no box, or it does not suit the blank.
pub fn put_blank_box(files: &[Vec<u8>], boxes: &str, one: &str) -> Result<String, AppError> {
    let blank = read(files)?;
    let mut boxes = boxes_of(boxes)?;
    boxes
        .put(one)
        .and_then(|()| boxes.suit(&blank))
        .and_then(|()| boxes.to_toml())
        .map_err(|error| PaperError::from(error).into())
}

/// Says that boxes of another blank are to be used for this one; returns the file.
///
/// # Errors
/// When the boxes do not suit the blank.
pub fn adopt_blank_boxes(files: &[Vec<u8>], boxes: &str) -> Result<String, AppError> {
    let blank = read(files)?;
    let mut boxes = boxes_of(boxes)?;
    boxes.adopt(&blank);
    boxes
        .suit(&blank)
        .and_then(|()| boxes.to_toml())
        .map_err(|error| PaperError::from(error).into())
}

/// Fills the office's blank. `boxes` is the text of its file of boxes.
///
/// # Errors
/// Boxes of another blank or language; figures that are no test sheet's; what any paper refuses.
pub fn fill_office_blank(
    knowledge: &Knowledge,
    case: &Case,
    files: &[Vec<u8>],
    boxes: &str,
    language: FormLanguage,
    manner: BlankManner,
    on: NaiveDate,
) -> Result<FilledPaper, AppError> {
    let boxes = boxes_of(boxes)?;
    check_boxes(knowledge, &boxes)?;
    fill_read_blank(
        knowledge,
        case,
        (&read(files)?, &boxes),
        (language, manner),
        None,
        on,
    )
}

/// Fills a blank that was read, with the photo where there is one.
pub(crate) fn fill_read_blank(
    knowledge: &Knowledge,
    case: &Case,
    (blank, boxes): (&Blank, &BlankBoxes),
    (language, manner): (FormLanguage, BlankManner),
    photo: Option<&Jpeg>,
    on: NaiveDate,
) -> Result<FilledPaper, AppError> {
    let base = base(knowledge)?;
    let (paper_manner, name) = match manner {
        BlankManner::Fillable => (Manner::Fillable, BASE),
        BlankManner::Flat => (Manner::Flat, BASE),
        BlankManner::TextOnly { shift, measured } => {
            let alignment = match measured {
                None => Alignment::default(),
                Some((left, top, across, down)) => Alignment::of_test_sheet(Measured {
                    left,
                    top,
                    across,
                    down,
                })
                .ok_or(AppError::NotATestSheet)?,
            };
            let alignment = alignment.and_shifted(shift.0, shift.1);
            (Manner::TextOnly(alignment), "blank-text")
        }
    };
    let paper = forms::with_filling(knowledge, case, language, on, |filling| {
        let filling = Filling { photo, ..*filling };
        qonys_papers::fill_blank(blank, boxes, &base, language, &filling, paper_manner)
    })?;
    let name = forms::file_name(&case.answers, name, forms::lang(language), on);
    let mut warnings = warnings(knowledge, boxes, &paper.left_out);
    match manner {
        BlankManner::Fillable | BlankManner::Flat => {
            warnings.extend(filled_before(blank, boxes));
        }
        BlankManner::TextOnly { .. } => {}
    }
    Ok(FilledPaper {
        warnings,
        ..forms::filled(name, paper)
    })
}

/// The test sheet for printing onto a blank of paper.
///
/// # Errors
/// When the file of its texts is not right.
pub fn calibration_paper(
    knowledge: &Knowledge,
    language: Lang,
    on: NaiveDate,
) -> Result<FilledPaper, AppError> {
    let (_, texts) = knowledge.form(CALIBRATION)?;
    let sheet_language = match language {
        Lang::Kk => SheetLanguage::Kk,
        Lang::Ru => SheetLanguage::Ru,
        Lang::En => SheetLanguage::En,
    };
    let pdf = qonys_papers::calibration_sheet(texts, sheet_language, on)?;
    Ok(forms::filled(
        format!("{CALIBRATION}_{}.pdf", language.code()),
        qonys_papers::Paper {
            pdf,
            pages: 1,
            placed: Vec::new(),
            notes: Vec::new(),
            left_out: Vec::new(),
        },
    ))
}

/// The answers in the order of the form, to be copied by hand: of our layout, or of a blank
/// with its file of boxes.
///
/// # Errors
/// Boxes of another blank; what any paper refuses.
pub fn copy_sheet_paper(
    knowledge: &Knowledge,
    case: &Case,
    blank: Option<(&[Vec<u8>], &str)>,
    language: FormLanguage,
    on: NaiveDate,
) -> Result<FilledPaper, AppError> {
    let (_, texts) = knowledge.form(COPY_SHEET)?;
    let mut gone = Vec::new();
    let paper = match blank {
        None => {
            let (name, source) = knowledge.form(QUESTIONNAIRE)?;
            let form = Form::parse(&name, source)?;
            forms::with_filling(knowledge, case, language, on, |filling| {
                qonys_papers::copy_sheet(CopyOrder::Form(&form), texts, language, filling)
            })?
        }
        Some((files, boxes)) => {
            let (blank, boxes, base) = (read(files)?, boxes_of(boxes)?, base(knowledge)?);
            boxes.suit(&blank).map_err(PaperError::from)?;
            let order = CopyOrder::Blank(&blank, &boxes, &base);
            let paper = forms::with_filling(knowledge, case, language, on, |filling| {
                qonys_papers::copy_sheet(order, texts, language, filling)
            })?;
            gone = warnings(knowledge, &boxes, &paper.left_out);
            paper
        }
    };
    let name = forms::file_name(&case.answers, COPY_SHEET, forms::lang(language), on);
    Ok(FilledPaper {
        warnings: gone,
        ..forms::filled(name, paper)
    })
}
