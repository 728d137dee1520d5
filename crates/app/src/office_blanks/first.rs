//! A first file of boxes for a blank: what its fields are called tells what some of them are for, and how the rest is written
//! stands above.

use qonys_law::EntityKind;
use qonys_law::FactType;
use qonys_papers::Blank;
use qonys_papers::BlankBoxes;
use qonys_papers::BlankEdition;
use qonys_papers::FormLanguage;
use qonys_papers::PaperError;
use qonys_papers::PlainBox;
use qonys_papers::PlainDatePart;
use qonys_papers::PlainFill;
use qonys_papers::PlainPlace;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::error::AppError;
use crate::forms::lang;
use crate::knowledge::Knowledge;
use crate::office_blanks::look::names;
use crate::speak::in_language;

/// The sentences above the boxes on how they are written, in their order.
const HOW: [&str; 5] = ["box", "place", "text", "states", "names"];

/// A file of boxes with a box for each field of the blank whose name or label is understood, to be checked by the person;
/// the other fields are named, and the file says how boxes are written.
///
/// # Errors
/// When the file cannot be used as a blank.
pub fn first_blank_boxes(
    knowledge: &Knowledge,
    files: &[Vec<u8>],
    title: &str,
    language: FormLanguage,
) -> Result<String, AppError> {
    let blank = Blank::read(files).map_err(PaperError::from)?;
    let mut boxes = BlankBoxes::new(BlankEdition {
        digest: blank.digest().to_owned(),
        title: title.to_owned(),
        language,
        edition: String::new(),
    });
    let guesses = blank
        .suggest_for_fields(&names(knowledge)?)
        .map_err(PaperError::from)?;
    let mut left: Vec<&str> = Vec::new();
    for field in blank.fields() {
        let guess = guesses.iter().find(|(name, _)| *name == field.name);
        let one = guess.and_then(|(_, guess)| {
            written(
                knowledge,
                &field.name,
                &guess.fact,
                language,
                boxes.boxes().len(),
            )
        });
        let put = one.is_some_and(|one| {
            let mut more = boxes.clone();
            let suits = more
                .put_plain(&one)
                .and_then(|()| more.suit(&blank))
                .is_ok();
            if suits {
                boxes = more;
            }
            suits
        });
        if !put {
            left.push(&field.name);
        }
    }
    let lang = lang(language);
    let guessed = if boxes.boxes().is_empty() {
        "check_none"
    } else {
        "check"
    };
    let how = std::iter::once(&guessed)
        .chain(&HOW)
        .map(|key| text(lang, &format!("blank.first_file.{key}")));
    let left = left
        .into_iter()
        .map(|field| text_with(lang, "blank.first_file.left", &[("field", field)]));
    let above: String = how
        .chain(left)
        .map(|line| format!("# {}\n", line.replace(['\r', '\n'], " ")))
        .collect();
    let below = boxes.to_toml().map_err(PaperError::from)?;
    Ok(format!("{above}\n{below}"))
}

/// The box of a field for an answer that is written as text or as a day; ticks and records of lists are for the person.
fn written(
    knowledge: &Knowledge,
    field: &str,
    fact: &str,
    language: FormLanguage,
    known: usize,
) -> Option<PlainBox> {
    let path: qonys_law::FactPath = fact.parse().ok()?;
    let declared = knowledge.interview.fact(&path)?;
    if knowledge.interview.entity(&path.entity)?.kind == EntityKind::List {
        return None;
    }
    let fact = fact.parse().ok()?;
    Some(PlainBox {
        id: format!("box-{}", known + 1),
        place: PlainPlace::Field(field.to_owned()),
        item: None,
        label: Some(in_language(&declared.label, lang(language)).to_owned()),
        record: None,
        fill: if declared.kind == FactType::Date {
            PlainFill::Date {
                fact,
                part: PlainDatePart::Whole,
            }
        } else {
            PlainFill::Text {
                fact,
                names: matches!(declared.kind, FactType::NameLatin | FactType::NameCyrillic),
                pitch: None,
            }
        },
    })
}
