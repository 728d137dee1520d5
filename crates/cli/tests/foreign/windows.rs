//! What the windows of the blank and the photo ask: files that the person chose, read in the limited process, kept
//! sealed with the case.

use qonys_app::view::{BlankKindCode, PhotoCrop};
use qonys_app::{
    AppError, BlankBoxInput, BlankPaperInput, BlankTitleInput, BoxFill, DatePart, FormLanguage,
    Lang, TestSheetInput,
};

use super::bytes;
use super::desk::{Desk, blank_bytes, in_field, on_page, surname, text};

#[test]
fn a_blank_is_filled_by_a_typed_box_and_is_there_again_after_a_restart() {
    let desk = Desk::new();
    surname(&desk, "Әбдіқайым");
    let digest = desk.choose("reportlab.pdf");
    let view = desk.look(&digest);
    assert_eq!(view.blank.kind, BlankKindCode::Fillable);
    assert_eq!((view.title.as_str(), view.boxes.len()), ("reportlab", 0));
    let guess = view
        .suggestions
        .iter()
        .find(|one| one.field == "surname")
        .expect("a guess for the surname");
    assert_eq!(guess.suggestion.fact, "names.surname_cyrillic");
    desk.put(
        &digest,
        &in_field("surname", text("names.surname_cyrillic")),
    )
    .unwrap();
    let desk = desk.restarted();
    let view = desk.look(&digest);
    assert_eq!(view.boxes.len(), 1);
    assert!(
        view.boxes[0].label.is_some(),
        "the interview's name stands for it"
    );
    for input in [
        BlankPaperInput::Empty,
        BlankPaperInput::Filled { flat: true },
        BlankPaperInput::Filled { flat: false },
        BlankPaperInput::CopySheet,
        BlankPaperInput::TestSheet,
    ] {
        let paper = desk.session.blank_paper(Lang::Kk, &digest, &input).unwrap();
        assert!(paper.pdf.starts_with(b"%PDF-"), "{input:?}");
    }
    let filled = BlankPaperInput::Filled { flat: true };
    let name = desk
        .session
        .save_blank_paper(Lang::Ru, &digest, &filled)
        .unwrap();
    assert!(desk.session.saved(Some(&name)).unwrap().is_file());
    desk.session.print_saved(&name, "Office").unwrap();
    assert!(matches!(
        desk.session.print_saved(&name, "another; rm"),
        Err(AppError::NotPrinted { .. })
    ));
    assert!(desk.session.print_saved("/etc/passwd", "Office").is_err());
    assert_eq!(desk.office.0.lock().unwrap().len(), 1);
}

#[test]
fn a_child_without_a_box_is_told_of_before_the_blank_is_handed_in() {
    let desk = Desk::new();
    for _ in 0..2 {
        let revision = desk.revision();
        desk.session
            .add_record(Lang::Ru, revision, "child")
            .unwrap();
    }
    let digest = desk.choose("reportlab.pdf");
    let told = |input: &BlankPaperInput| {
        desk.session
            .blank_warnings(Lang::Ru, &digest, input)
            .unwrap()
    };
    let filled = BlankPaperInput::Filled { flat: true };
    let before = told(&filled);
    let first = BlankBoxInput {
        record: Some(1),
        ..in_field("given", text("child.given_cyrillic"))
    };
    desk.put(&digest, &first).unwrap();
    let after = told(&filled);
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
    assert!(
        after.iter().any(|one| one.contains("не попала 1 запись")),
        "{after:?}"
    );
    assert_eq!(told(&BlankPaperInput::TestSheet), [""; 0]);
}

#[test]
fn boxes_over_a_page_move_and_never_lie_over_each_other() {
    let desk = Desk::new();
    let digest = desk.choose("flat.pdf");
    assert!(!desk.look(&digest).ruled.is_empty(), "lines are found");
    desk.put(
        &digest,
        &on_page(20_000, 20_000, text("names.surname_cyrillic")),
    )
    .unwrap();
    let birth = BoxFill::Date {
        fact: "applicant.birth_date".to_owned(),
        part: DatePart::Year,
    };
    let over = desk.put(&digest, &on_page(30_000, 24_000, birth.clone()));
    assert_eq!(over.unwrap_err().problem().args["flaw"], "Overlaps");
    assert_eq!(desk.look(&digest).boxes.len(), 1);
    desk.put(&digest, &on_page(20_000, 40_000, birth)).unwrap();
    let second = desk.look(&digest).boxes[1].clone();
    let moved = BlankBoxInput {
        id: Some(second.id.clone()),
        ..on_page(90_000, 20_000, second.fill.clone())
    };
    desk.put(&digest, &moved).unwrap();
    let view = desk.look(&digest);
    assert_eq!((view.boxes[1].x, view.boxes[1].y), (90_000, 20_000));
    assert_eq!(view.boxes[1].fill, second.fill);
    desk.session
        .remove_blank_box(Lang::Ru, desk.revision(), &digest, &second.id)
        .unwrap();
    assert_eq!(desk.look(&digest).boxes.len(), 1);
    desk.session.undo(Lang::Ru, desk.revision()).unwrap();
    assert_eq!(desk.look(&digest).boxes.len(), 2, "undo brings it back");
    let unknown = desk.put(&digest, &on_page(20_000, 90_000, text("nobody.asks")));
    assert_eq!(unknown.unwrap_err().problem().field.unwrap(), "box.fact");
    let stale =
        desk.session
            .put_blank_box(Lang::Ru, 1, &digest, &on_page(20_000, 90_000, BoxFill::Pen));
    assert!(matches!(stale, Err(AppError::StaleRevision)));
}

#[test]
fn a_scan_is_shown_and_printed_text_only_with_what_was_measured() {
    let desk = Desk::new();
    let digest = desk.choose("scan.jpg");
    assert_eq!(desk.look(&digest).blank.kind, BlankKindCode::Scan);
    desk.put(&digest, &on_page(20_000, 20_000, BoxFill::SigningDate))
        .unwrap();
    let only = |measured| BlankPaperInput::TextOnly {
        right: 12,
        down: -7,
        measured,
    };
    let sheet = TestSheetInput {
        left: 204,
        top: 198,
        across: 1500,
        down: 2003,
    };
    let print = |input| desk.session.blank_paper(Lang::Ru, &digest, &input);
    let plain = print(only(None)).unwrap();
    let measured = print(only(Some(sheet))).unwrap();
    assert_ne!(plain.pdf, measured.pdf, "what was measured counts");
    assert!(plain.pdf.len() < print(BlankPaperInput::Empty).unwrap().pdf.len());
    let impossible = TestSheetInput {
        across: 15,
        ..sheet
    };
    assert!(matches!(
        print(only(Some(impossible))),
        Err(AppError::NotATestSheet)
    ));
}

#[test]
fn boxes_go_out_and_come_in_and_those_of_another_blank_only_when_compared() {
    let desk = Desk::new();
    let digest = desk.choose("flat.pdf");
    desk.put(
        &digest,
        &on_page(20_000, 20_000, text("names.surname_cyrillic")),
    )
    .unwrap();
    let name = desk.session.export_boxes(&digest).unwrap();
    let exported = std::fs::read(desk.session.saved(Some(&name)).unwrap()).unwrap();
    let title = BlankTitleInput {
        title: "Анкета".to_owned(),
        edition: "2026".to_owned(),
    };
    desk.session
        .name_blank(Lang::Ru, desk.revision(), &digest, &title)
        .unwrap();
    let box_id = desk.look(&digest).boxes[0].id.clone();
    desk.session
        .remove_blank_box(Lang::Ru, desk.revision(), &digest, &box_id)
        .unwrap();
    desk.files.next("boxes.toml", exported.clone());
    desk.session
        .import_boxes(Lang::Ru, desk.revision(), &digest)
        .unwrap()
        .unwrap();
    assert_eq!(desk.look(&digest).boxes.len(), 1);
    let other = desk.choose("scan.jpg");
    desk.files.next("boxes.toml", exported);
    let refused = desk
        .session
        .import_boxes(Lang::Ru, desk.revision(), &other)
        .unwrap_err();
    assert_eq!(refused.problem().code, "blank.other_blank");
    assert!(desk.look(&other).boxes.is_empty());
    desk.session
        .adopt_boxes(Lang::Ru, desk.revision(), &other)
        .unwrap();
    assert_eq!(desk.look(&other).boxes.len(), 1);
    desk.files.next("boxes.toml", b"[blank\n".to_vec());
    assert!(
        desk.session
            .import_boxes(Lang::Ru, desk.revision(), &other)
            .is_err()
    );
    assert_eq!(desk.look(&other).boxes.len(), 1, "nothing is lost");
}

#[test]
fn what_cannot_be_a_blank_is_refused_and_nothing_of_it_is_kept() {
    let desk = Desk::new();
    for (name, content) in [
        ("encrypted.pdf", blank_bytes("encrypted.pdf")),
        ("letter.pdf", b"%PDF-1.7 broken".to_vec()),
        ("letter.txt", b"Hello".to_vec()),
    ] {
        desk.files.next(name, content);
        let chosen = desk
            .session
            .choose_blank(Lang::Ru, desk.revision(), FormLanguage::Ru);
        assert!(chosen.is_err(), "{name}");
    }
    assert_eq!(desk.sealed_files(), 0);
    let cancelled = desk
        .session
        .choose_blank(Lang::Ru, desk.revision(), FormLanguage::Ru);
    assert!(cancelled.unwrap().is_none());
    assert!(matches!(
        desk.session.blank(&"0".repeat(64)),
        Err(AppError::NoBlank)
    ));
    let digest = desk.choose("flat.pdf");
    assert_eq!(desk.sealed_files(), 1);
    desk.session
        .remove_blank(Lang::Ru, desk.revision(), &digest)
        .unwrap();
    assert_eq!(desk.sealed_files(), 1, "it can still be taken back");
    let desk = desk.restarted();
    assert_eq!(desk.sealed_files(), 0, "it leaves the vault too");
}

#[test]
fn the_photo_is_cut_kept_and_printed_and_an_earlier_one_leaves() {
    let desk = Desk::new();
    assert!(desk.session.photo_page(Lang::Kk).unwrap().kept.is_none());
    assert!(matches!(
        desk.session.photo_sheet(Lang::Ru),
        Err(AppError::NoPhoto)
    ));
    desk.files.next("head.jpg", bytes("head.jpg"));
    assert!(desk.session.choose_picture(Lang::Ru).unwrap());
    let page = desk.session.photo_page(Lang::Ru).unwrap();
    let suggested = page.picture.unwrap().suggested;
    let wrong = PhotoCrop {
        width: suggested.width - 1,
        ..suggested
    };
    assert!(
        desk.session
            .cut_photo(Lang::Ru, desk.revision(), wrong)
            .is_err()
    );
    let before = desk.session.paper("questionnaire", Lang::Ru).unwrap();
    for _ in 0..2 {
        desk.session
            .cut_photo(Lang::Ru, desk.revision(), suggested)
            .unwrap();
    }
    assert_eq!(
        desk.sealed_files(),
        2,
        "the earlier one can still be taken back"
    );
    let with_photo = desk.session.paper("questionnaire", Lang::Ru).unwrap();
    assert!(with_photo.pdf.len() > before.pdf.len() + 5_000);
    let desk = desk.restarted();
    assert_eq!(desk.sealed_files(), 1, "the earlier one has left");
    assert!(desk.session.photo_page(Lang::Kk).unwrap().kept.is_some());
    let files = desk.session.save_photo(Lang::Kk).unwrap();
    assert_eq!(files.len(), 3);
    desk.session
        .remove_photo(Lang::Ru, desk.revision())
        .unwrap();
    desk.session.undo(Lang::Ru, desk.revision()).unwrap();
    assert!(
        desk.session.photo_page(Lang::Ru).unwrap().kept.is_some(),
        "a photo that was taken out can be taken back"
    );
    desk.session
        .remove_photo(Lang::Ru, desk.revision())
        .unwrap();
    let desk = desk.restarted();
    assert_eq!(desk.sealed_files(), 0);
    assert!(desk.session.photo_page(Lang::Ru).unwrap().kept.is_none());
}

#[test]
fn a_picture_of_a_telephone_is_refused_with_how_to_convert_it() {
    let desk = Desk::new();
    let mut heic = vec![0, 0, 0, 24];
    heic.extend_from_slice(b"ftypheic\0\0\0\0mif1heic");
    desk.files.next("IMG_1.HEIC", heic);
    let refused = desk.session.choose_picture(Lang::Ru).unwrap_err();
    assert_eq!(refused.problem().code, "paper.photo_heic");
}
