//! What the cover sheet, the deadline sheet and the receipt say, by the command line.

use std::path::Path;

use serde_json::Value as Json;
use serde_json::json;

use crate::papers::words_of;
use crate::run::journey_json;
use crate::run::run;
use crate::run::sample_json;
use crate::run::text;

/// The words of one paper of a case, printed for a day.
fn words(case: &Json, form: &str, lang: &str, on: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("a case");
    let out = text(folder.path());
    let answer = run(&[
        "papers",
        text(&file),
        "--form",
        form,
        "--lang",
        lang,
        "--on",
        on,
        "--out",
        out,
    ])
    .json();
    words_of(Path::new(answer["file"].as_str().expect("a file")))
}

#[test]
fn no_paper_calls_the_document_of_a_stateless_person_a_passport_only() {
    let case = journey_json("stateless");
    let on = "2026-11-30";
    let questionnaire = words(&case, "questionnaire", "ru", on);
    assert!(
        questionnaire.contains("Заграничный паспорт или документ лица без гражданства"),
        "{questionnaire}"
    );
    for (lang, document, certificate) in [
        (
            "ru",
            "или документ лица без гражданства",
            "или удостоверение лица без гражданства",
        ),
        (
            "kk",
            "немесе азаматтығы жоқ адамның құжаты",
            "немесе азаматтығы жоқ адамның куәлігі",
        ),
        (
            "en",
            "or stateless person's document",
            "or stateless person's certificate",
        ),
    ] {
        let cover = words(&case, "cover_sheet", lang, on);
        assert!(cover.contains(document), "{cover}");
        assert!(cover.contains(certificate), "{cover}");
    }
    let cover = words(&case, "cover_sheet", "ru", on);
    assert!(
        cover.contains("за вид на жительство или удостоверение лица без гражданства – до их"),
        "{cover}"
    );
}

#[test]
fn a_sheet_for_another_day_than_the_plan_says_what_of_the_plan_it_leaves_out() {
    let mut case = sample_json("omsk-engineer");
    case["plan"] = json!({ "filing": "2027-01-15", "payment": "2027-01-14" });
    for form in ["cover_sheet", "deadline_sheet", "decision_receipt"] {
        let said = words(&case, form, "ru", "2026-12-20");
        assert!(
            said.contains("другой день подачи: 15 января 2027 г."),
            "{form}: {said}"
        );
        assert!(
            said.contains("другой день уплаты: 14 января 2027 г."),
            "{form}: {said}"
        );
        assert!(!said.contains("по вашему плану"), "{form}: {said}");
    }
    for form in ["cover_sheet", "deadline_sheet"] {
        let said = words(&case, form, "ru", "2026-12-20");
        assert!(said.contains("на который рассчитан этот лист"), "{said}");
        let said = words(&case, form, "ru", "2027-01-15");
        assert!(said.contains("День подачи по вашему плану"), "{said}");
        assert!(!said.contains("В вашем плане указан другой"), "{said}");
    }
}

#[test]
fn a_paper_that_several_lists_name_is_told_apart_by_its_list() {
    let case = json!({ "format": 1 });
    let cover = words(&case, "cover_sheet", "ru", "2026-11-30");
    for list in [
        "Квитанция об оплате государственной пошлины – Общий порядок",
        "Квитанция об оплате государственной пошлины – Порядок для несовершеннолетнего",
    ] {
        assert!(cover.contains(list), "{list}: {cover}");
    }
    let sure = words(
        &sample_json("omsk-engineer"),
        "cover_sheet",
        "ru",
        "2026-11-30",
    );
    assert!(!sure.contains("пошлины – Общий порядок"), "{sure}");
}

#[test]
fn what_is_said_of_a_fee_is_said_in_sentences() {
    let case = json!({ "format": 1 });
    for (lang, stopped) in [
        ("ru", "рождения. Ещё"),
        ("kk", "күні. Жауап"),
        ("en", "birth. Not"),
    ] {
        let cover = words(&case, "cover_sheet", lang, "2026-11-30");
        assert!(cover.contains(stopped), "{stopped}: {cover}");
        let run_on = stopped.replace('.', "");
        assert!(!cover.contains(&run_on), "{run_on}: {cover}");
    }
}

/// Where a case is filed long ago, pieces of law follow each other of which nothing is known.
#[test]
fn days_that_are_not_decided_are_told_once_for_each_run_of_them() {
    let mut case = sample_json("omsk-engineer");
    case["plan"] = json!({ "filing": "2022-10-22", "payment": "2022-10-22" });
    case["papers"] = json!({});
    case["answers"]["entry"] = json!({});
    let cover = words(&case, "cover_sheet", "ru", "2022-10-22");
    assert_eq!(cover.matches("Про дни с").count(), 1, "{cover}");
}

#[test]
fn a_stage_that_is_passed_does_not_end_on_the_filing_day() {
    let case = sample_json("omsk-engineer");
    for (lang, ended) in [("ru", "30 ноября 2026 г. да"), ("kk", "30 қараша иә")] {
        let cover = words(&case, "cover_sheet", lang, "2026-11-30");
        assert!(!cover.contains(ended), "{cover}");
        assert!(
            cover.contains(ended.rsplit(' ').next().expect("a word")),
            "{cover}"
        );
    }
}

#[test]
fn what_the_receipt_is_not_stands_before_its_hashes() {
    let receipt = words(
        &sample_json("omsk-engineer"),
        "decision_receipt",
        "ru",
        "2026-11-30",
    );
    let not = receipt.find("Это не решение").expect("a disclaimer");
    let hashes = receipt.find("SHA-256").expect("hashes");
    assert!(not < hashes, "{receipt}");
}
