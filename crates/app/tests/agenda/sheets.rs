//! What the window prints for oneself bears the day on which it is made, and for the office the day of the filing.

#![expect(
    clippy::disallowed_methods,
    reason = "a file for another program to read, and nothing is lost with it"
)]

use std::path::Path;
use std::process::Command;

use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;

use crate::filed::Fixed;
use crate::filed::Nowhere;

fn printed(session: &Session, paper: &str, folder: &Path) -> String {
    let file = folder.join(format!("{paper}.pdf"));
    let pdf = session.paper(paper, Lang::Ru).unwrap().pdf;
    std::fs::write(&file, pdf).unwrap();
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8", file.to_str().unwrap(), "-"])
        .output()
        .unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sample plans the filing for 30 November 2026; the registration ends on 1 December.
fn on(today: &'static str, folder: &Path) -> Session {
    let session = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed(today)),
        Box::new(MemoryKeys::new()),
        Box::new(Nowhere),
        folder.join("vault"),
    );
    session.create_vault(None).unwrap();
    session.create_sample(Lang::Ru).unwrap();
    session
}

#[test]
fn the_sheet_of_deadlines_counts_from_the_day_on_which_it_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let session = on("2026-11-21", folder.path());
    let sheet = printed(&session, "deadline_sheet", folder.path());
    assert!(sheet.contains("Составлен: 21 ноября 2026 г."), "{sheet}");
    assert!(sheet.contains("День подачи по вашему плану"), "{sheet}");
    assert!(!sheet.contains("другой день подачи"), "{sheet}");
    let receipt = printed(&session, "decision_receipt", folder.path());
    assert!(
        receipt.contains("День вопроса: 21 ноября 2026 г."),
        "{receipt}"
    );
    let cover = printed(&session, "cover_sheet", folder.path());
    assert!(cover.contains("день подачи: 30 ноября 2026 г."), "{cover}");
}

#[test]
fn a_day_still_ahead_has_not_passed_on_the_sheet() {
    const PASSED: &str = "Срок регистрации прошёл";
    for (today, passed) in [("2026-11-29", false), ("2026-12-02", true)] {
        let folder = tempfile::tempdir().unwrap();
        let session = on(today, folder.path());
        let sheet = printed(&session, "deadline_sheet", folder.path());
        assert_eq!(sheet.contains(PASSED), passed, "{today}: {sheet}");
    }
}
