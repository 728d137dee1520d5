//! What stands on the screens, and one of the answers that a question can have.

use qonys_app::AnswerInput;
use qonys_app::view::CaseView;
use qonys_app::view::FactKind;
use qonys_app::view::ItemView;
use qonys_app::view::QuestionView;

/// Every question on the screens, also those of records and papers.
pub(crate) fn questions(view: &CaseView) -> Vec<&QuestionView> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .flat_map(|item| -> Vec<&QuestionView> {
            match item {
                ItemView::Question { question } => vec![question],
                ItemView::List { list } => list
                    .records
                    .iter()
                    .flat_map(|record| &record.questions)
                    .collect(),
                ItemView::Papers { cards, .. } => {
                    cards.iter().flat_map(|card| &card.questions).collect()
                }
                ItemView::Plan {} => Vec::new(),
            }
        })
        .collect()
}

pub(crate) fn lists(view: &CaseView) -> Vec<&str> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .filter_map(|item| match item {
            ItemView::List { list } => Some(list.entity.as_str()),
            ItemView::Question { .. } | ItemView::Papers { .. } | ItemView::Plan {} => None,
        })
        .collect()
}

/// One of the answers that a question can have.
pub(crate) fn input(question: &QuestionView, choice: u16) -> AnswerInput {
    let word = |value: &str| AnswerInput::Word {
        value: value.to_owned(),
    };
    let text = |text: &str| AnswerInput::Text {
        text: text.to_owned(),
        kk: None,
        ru: None,
    };
    if question.unknown_allowed && choice.is_multiple_of(5) {
        return AnswerInput::NotKnownYet;
    }
    let pick = usize::from(choice / 5);
    let of = |from: &[&str]| from[pick % from.len()].to_owned();
    match question.kind {
        FactKind::YesNo => word(&of(&["yes", "no"])),
        FactKind::Choice => word(&question.options[pick % question.options.len()].id),
        FactKind::Country => word(&of(&["RU", "DE", "UZ", "TM"])),
        FactKind::Number => word(&of(&["0", "1", "3", "18"])),
        FactKind::Money => word(&of(&["17300.00", "5709000.00"])),
        FactKind::Digits => {
            let length = usize::try_from(question.length.unwrap_or(12)).unwrap();
            word(&of(&["880314300123", "010101500017"])[..length.min(12)])
        }
        FactKind::Date => {
            let (day, month, year) = [
                ("14", "3", "1988"),
                ("1", "11", "2026"),
                ("27", "8", "2031"),
            ][pick % 3];
            AnswerInput::Date {
                day: day.to_owned(),
                month: month.to_owned(),
                year: year.to_owned(),
            }
        }
        FactKind::Text => text(&of(&["Омск", "Алматы қаласы"])),
        FactKind::NameLatin => text(&of(&["IVANOVA", "ABAI"])),
        FactKind::NameCyrillic => text(&of(&["Иванова", "Абай"])),
    }
}
