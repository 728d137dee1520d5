//! Scans and photos of papers.

use qonys_app::AppError;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::view::HouseholdsView;

use crate::{Fixed, Folder, PHRASE, files, scan, session};

#[test]
fn the_paper_of_a_scan_is_said_later_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    session.create_vault(None).unwrap();
    let view = session
        .attach("household-1", &scan(folder.path(), "a.pdf", 7), None)
        .unwrap();
    let id = view.households[0].attachments[0].id.clone();
    let of = |view: &HouseholdsView| {
        let scan = &view.households[0].attachments[0];
        (scan.paper.clone(), scan.elsewhere)
    };
    assert_eq!(of(&view), (None, false));
    let passport = Some("foreign_passport".to_owned());
    let view = session.say_paper(&id, Some("foreign_passport")).unwrap();
    assert_eq!(of(&view), (passport.clone(), false));
    assert_eq!(of(&session.say_paper(&id, None).unwrap()), (None, false));
    assert!(session.say_paper(&id, Some("no_such_paper")).is_err());

    session.say_paper(&id, Some("foreign_passport")).unwrap();
    let view = session
        .create_application("household-1", "Айгерім")
        .unwrap();
    let second = view.households[0].applications[1].id.clone();
    let view = session.open_application(&second).unwrap();
    assert_eq!(of(&view), (None, true), "it is of the first application");
    let view = session.say_paper(&id, Some("foreign_passport")).unwrap();
    assert_eq!(of(&view), (passport, false));

    let view = session.create_household("Көршілер").unwrap();
    let other = view.households[1].applications[0].id.clone();
    session.open_application(&other).unwrap();
    assert!(
        session.say_paper(&id, Some("foreign_passport")).is_err(),
        "the scan belongs to another family"
    );
}

#[test]
fn a_paper_is_attached_shown_renamed_and_exported() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys);
    session.create_vault(None).unwrap();
    let chosen = scan(folder.path(), "a.pdf", 7);
    let plain = std::fs::read(&chosen).unwrap();
    let id = session
        .attach("household-1", &chosen, None)
        .unwrap()
        .households[0]
        .attachments[0]
        .id
        .clone();
    let view = session.rename_attachment(&id, "Туу туралы куәлік").unwrap();
    assert_eq!(view.households[0].attachments[0].name, "Туу туралы куәлік");
    let mut shown = Vec::new();
    let mut piece = |bytes: &[u8]| shown.extend_from_slice(bytes);
    session.read_attachment(&id, &mut piece).unwrap();
    assert_eq!(shown, plain);
    let file = session.export_attachment(Lang::Kk, &id).unwrap().unwrap();
    assert_eq!(file.file, "Туу туралы куәлік.pdf");
    assert_eq!(file.folder, folder.path().display().to_string());
    let copy = session.saved(Some(&file.file)).unwrap();
    assert_eq!(std::fs::read(copy).unwrap(), plain);
    assert_eq!(session.attachment_to_show(&id).unwrap(), plain);
    let wrong = session
        .rename_attachment(&id, "../x")
        .unwrap_err()
        .problem();
    assert_eq!(wrong.code, "vault.name_not_allowed");
    qonys_app::replace_file(&chosen, b"MZ no paper").unwrap();
    let wrong = session
        .attach("household-1", &chosen, None)
        .unwrap_err()
        .problem();
    assert_eq!(wrong.code, "vault.attachment_kind");
    let wrong = session.attach("household-9", &scan(folder.path(), "b.pdf", 1), None);
    assert_eq!(wrong.unwrap_err().problem().code, "unknown_part");
    assert_eq!(
        files(folder.path(), "attachment-"),
        1,
        "nothing of the refused stays"
    );
}

#[test]
fn files_chosen_in_a_dialog_are_known_by_their_names_alone() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let here = session(folder.path(), &keys);
    here.create_vault(None).unwrap();
    assert!(matches!(
        here.attach_chosen("household-1", 0, None),
        Err(AppError::UnknownPart)
    ));
    scan(folder.path(), "b.PDF.pdf", 1);
    scan(folder.path(), "a.pdf", 2);
    assert_eq!(here.choose_scans(Lang::Kk), ["a.pdf", "b.PDF.pdf"]);
    here.attach_chosen("household-1", 0, Some("foreign_passport"))
        .unwrap();
    let view = here.attach_chosen("household-1", 1, None).unwrap();
    let papers: Vec<Option<&str>> = view.households[0]
        .attachments
        .iter()
        .map(|one| one.paper.as_deref())
        .collect();
    assert_eq!(papers, [Some("foreign_passport"), None]);
    assert!(here.attach_chosen("household-1", 2, None).is_err());
    let wrong = here.attach_chosen("household-1", 1, Some("horse"));
    assert_eq!(wrong.unwrap_err().problem().code, "unknown_question");
    let other = here.create_application("household-1", "").unwrap();
    assert_eq!(
        other.households[0].attachments[0].paper, None,
        "another person's paper"
    );

    here.back_up(Lang::Kk, PHRASE.to_owned()).unwrap().unwrap();
    let elsewhere = folder.path().join("elsewhere");
    let there = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(MemoryKeys::new()),
        Box::new(Folder(folder.path().to_owned())),
        elsewhere.join("vault"),
    );
    assert!(there.restore_chosen(PHRASE.to_owned()).is_err());
    let name = there.choose_backup(Lang::Ru);
    assert_eq!(name.as_deref(), Some("qonys-2026-11-21.age"));
    there.restore_chosen(PHRASE.to_owned()).unwrap();
    there.open_application("application-2").unwrap();
    let view = there.households().unwrap();
    assert_eq!(
        view.households[0].attachments[0].paper.as_deref(),
        Some("foreign_passport")
    );
}
