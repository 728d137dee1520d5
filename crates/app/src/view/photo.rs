//! The lines that help to cut the photo.

use qonys_papers::Length;
use qonys_papers::MeasureStanding;
use qonys_papers::PhotoLayout;
use qonys_papers::Words;
use qonys_texts::Lang;
use serde::Serialize;
use specta::Type;

/// The photo and the lines over it, in tenths of a millimetre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PhotoGuidesView {
    /// The photo's width, in tenths of a millimetre.
    pub width: u32,
    /// The photo's height, in tenths of a millimetre.
    pub height: u32,
    /// Where the size stands: act and place.
    pub cite: String,
    /// How well the lines are known: `official`, `secondary`, `unconfirmed`.
    pub standing: String,
    /// What is said beside the lines.
    pub note: String,
    /// From top to bottom.
    pub lines: Vec<PhotoGuideView>,
}

/// A part of the head lies between two heights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PhotoGuideView {
    /// `head_top`, `eyes`, `chin`.
    pub id: String,
    /// What it is.
    pub label: String,
    /// From the photo's upper edge, in tenths of a millimetre.
    pub from: u32,
    /// From the photo's upper edge, in tenths of a millimetre.
    pub until: u32,
}

impl PhotoGuidesView {
    pub(crate) fn of(layout: &PhotoLayout, lang: Lang) -> Self {
        Self {
            width: tenths(layout.photo.width),
            height: tenths(layout.photo.height),
            cite: layout.photo.cite.clone(),
            standing: match layout.guides.standing {
                MeasureStanding::Official => "official",
                MeasureStanding::Secondary => "secondary",
                MeasureStanding::Unconfirmed => "unconfirmed",
            }
            .to_owned(),
            note: said(&layout.guides.note, lang),
            lines: layout
                .guides
                .lines
                .iter()
                .map(|line| PhotoGuideView {
                    id: line.id.clone(),
                    label: said(&line.label, lang),
                    from: tenths(line.from),
                    until: tenths(line.until),
                })
                .collect(),
        }
    }
}

fn said(words: &Words, lang: Lang) -> String {
    match lang {
        Lang::Kk => words.kk.clone(),
        Lang::Ru => words.ru.clone(),
        Lang::En => words.en.clone().unwrap_or_default(),
    }
}

fn tenths(length: Length) -> u32 {
    u32::try_from(length.in_micrometres() / 100).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_said_in_every_language_and_nobody_calls_them_law() {
        let layout = PhotoLayout::built_in().unwrap();
        for lang in Lang::ALL {
            let view = PhotoGuidesView::of(&layout, lang);
            assert_eq!((view.width, view.height), (350, 450));
            assert_eq!(view.standing, "unconfirmed");
            assert!(!view.note.is_empty());
            assert!(view.lines.iter().all(|line| !line.label.is_empty()));
        }
    }
}
