//! The document as a file: fonts, structure, metadata, size, the same bytes every time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{Filling, FormLanguage, Jpeg, NoFacts, PlacedKind, render};
use support::{fixtures, poppler, print, questionnaire, today};

#[test]
fn fonts_are_embedded_subsets_and_the_file_is_sound() {
    let form = questionnaire();
    for (name, answers) in fixtures::all() {
        for language in FormLanguage::ALL {
            let paper = print(&form, language, &answers);
            let path = poppler::save(&format!("file-{name}-{}", language.code()), &paper.pdf);
            let path = path.to_str().unwrap();
            let fonts = poppler::run("pdffonts", &[path]);
            let rows: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(rows.len() >= 4, "{fonts}");
            for row in rows {
                let fields: Vec<&str> = row.split_whitespace().rev().collect();
                // From the end: generation, object, unicode, subset, embedded.
                assert_eq!(fields[2..5], ["yes", "yes", "yes"], "{row}");
            }
            poppler::run("qpdf", &["--check", path]);
            let info = poppler::run("pdfinfo", &[path]);
            let pages = format!("Pages:           {}\n", paper.pages);
            assert!(info.contains(&pages), "{info}");
            assert!(info.contains("A4"), "{info}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let form = questionnaire();
    let answers = fixtures::maximal();
    for language in FormLanguage::ALL {
        let first = print(&form, language, &answers);
        // Another document in between must leave no trace.
        print(&form, language, &NoFacts);
        assert!(first == print(&form, language, &answers));
    }
    assert!(
        print(&form, FormLanguage::Ru, &NoFacts).pdf
            != print(&form, FormLanguage::Kk, &NoFacts).pdf
    );
}

#[test]
fn a_page_of_text_is_small() {
    let form = questionnaire();
    for (name, answers) in fixtures::all() {
        for language in FormLanguage::ALL {
            let paper = print(&form, language, &answers);
            assert!(paper.pdf.len() < 60_000 * paper.pages, "{name}");
            assert!(paper.pdf.len() < 100_000, "{name}: {}", paper.pdf.len());
        }
    }
}

#[test]
fn metadata_say_what_the_document_is_and_never_whose() {
    let form = questionnaire();
    for language in FormLanguage::ALL {
        let filled = print(&form, language, &fixtures::typical());
        let path = poppler::save(&format!("metadata-{}", language.code()), &filled.pdf);
        let read = |pdf: &std::path::Path| {
            let info = poppler::run("pdfinfo", &["-isodates", pdf.to_str().unwrap()]);
            let xmp = poppler::run("pdfinfo", &["-meta", pdf.to_str().unwrap()]);
            (info, xmp)
        };
        let (info, xmp) = read(&path);
        assert!(info.contains(form.title().of(language)), "{info}");
        assert!(info.contains("2026-11-30"), "{info}");
        assert!(xmp.contains("<pdfaid:part>1</pdfaid:part>"), "{xmp}");
        // The metadata of a filled and of a blank form are the same, so no answer is in them.
        let blank = poppler::save(
            &format!("metadata-blank-{}", language.code()),
            &print(&form, language, &NoFacts).pdf,
        );
        let (blank_info, blank_xmp) = read(&blank);
        assert_eq!(xmp, blank_xmp);
        let without_size = |info: &str| -> Vec<String> {
            info.lines()
                .filter(|line| !line.starts_with("File size"))
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(without_size(&info), without_size(&blank_info));
        let lang = format!("/Lang({})", language.code());
        let spaced = format!("/Lang ({})", language.code());
        let raw = String::from_utf8_lossy(&filled.pdf).into_owned();
        assert!(raw.contains(&lang) || raw.contains(&spaced));
    }
}

#[test]
fn the_form_never_claims_to_be_the_official_blank() {
    let form = questionnaire();
    for language in FormLanguage::ALL {
        let paper = print(&form, language, &fixtures::maximal());
        let path = poppler::save(&format!("claims-{}", language.code()), &paper.pdf);
        let text = poppler::run("pdftotext", &["-layout", path.to_str().unwrap(), "-"]);
        for page in text.trim_end_matches('\u{C}').split('\u{C}') {
            let disclaimer = match language {
                FormLanguage::Kk => "Ресми бланк емес",
                FormLanguage::Ru => "Не официальный бланк",
            };
            assert!(page.contains(disclaimer) && page.contains(form.edition()));
        }
        for claim in [
            "Приложение 2",
            "приложению 2",
            "Приложение 4",
            "2-қосымша",
            "4-қосымша",
        ] {
            assert!(!text.contains(claim), "{claim}");
        }
    }
}

#[test]
fn the_photo_goes_in_untouched() {
    // The smallest baseline grey JPEG: eight by eight pixels.
    let bytes: &[u8] = &[
        0xFF, 0xD8, 0xFF, 0xDB, 0, 0x43, 0, 16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19,
        24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92,
        78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112,
        100, 120, 92, 101, 103, 99, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xC4, 0,
        0x14, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xC4, 0, 0x14, 0x10, 1,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0,
        0x37, 0xFF, 0xD9,
    ];
    let photo = Jpeg::read(bytes.to_vec()).unwrap();
    let form = questionnaire();
    let answers = fixtures::typical();
    let filling = Filling {
        facts: &answers,
        words: &support::Lexicon,
        photo: Some(&photo),
        on: today(),
    };
    let paper = render(&form, FormLanguage::Ru, &filling).unwrap();
    assert!(paper.pdf.windows(bytes.len()).any(|part| part == bytes));
    let placed: Vec<_> = paper
        .placed
        .iter()
        .filter(|one| one.kind == PlacedKind::Photo)
        .collect();
    assert_eq!(placed.len(), 1);
    // A square picture in a box of 35 × 45 mm is 35 mm wide and stands in the middle.
    assert_eq!(placed[0].area.width.in_micrometres(), 35_000);
    assert_eq!(placed[0].area.height.in_micrometres(), 35_000);
    let path = poppler::save("photo", &paper.pdf);
    let images = poppler::run("pdfimages", &["-list", path.to_str().unwrap()]);
    assert!(images.contains("jpeg"), "{images}");
    poppler::run("qpdf", &["--check", path.to_str().unwrap()]);
}

/// A sheet never ends with the heading of what begins on the next: the reference names the sheet of the first row.
#[test]
fn a_continuation_begins_below_its_heading() {
    use qonys_papers::{FormLanguage, PlacedKind, render};
    use support::{Answers, filling, questionnaire, text};

    let form = questionnaire();
    for children in [9, 12, 15, 18, 21] {
        let mut answers = Answers::default();
        // Less than a sheet holds and more than is left of most: it goes on whole.
        let motives = "Хочу жить вместе с семьёй в Алматы. ".repeat(100);
        answers.set("applicant.motives", text(&motives));
        for number in 1..=children {
            let name = text(&format!("Анна {number}"));
            answers.record("child", &[("given_cyrillic", name)]);
        }
        let paper = render(&form, FormLanguage::Ru, &filling(&answers)).unwrap();
        let references: Vec<_> = paper
            .placed
            .iter()
            .filter(|one| one.kind == PlacedKind::Reference)
            .collect();
        assert_eq!(references.len(), 2, "children and motives go on");
        for one in references {
            let sheet: usize = one
                .text
                .chars()
                .skip_while(|c| !c.is_ascii_digit())
                .take_while(char::is_ascii_digit)
                .collect::<String>()
                .parse()
                .unwrap();
            let first = paper
                .placed
                .iter()
                .filter(|other| other.kind == PlacedKind::Text && other.page > one.page)
                .filter(|other| other.place.split('.').next() == Some(&*one.place))
                .map(|other| other.page)
                .min();
            assert_eq!(first, Some(sheet), "{}, {children} children", one.place);
        }
    }
}
