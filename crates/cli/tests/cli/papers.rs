//! Every paper of a case by the command line.

use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;
use serde_json::json;

use crate::calendar::changed;
use crate::run::Run;
use crate::run::journey_json;
use crate::run::run;
use crate::run::sample;
use crate::run::sample_json;
use crate::run::text;
use crate::schema;

fn papers(case: &Path, form: &str, lang: &str, out: &Path) -> Run {
    run(&[
        "papers",
        text(case),
        "--form",
        form,
        "--lang",
        lang,
        "--on",
        "2026-11-30",
        "--out",
        text(out),
    ])
}

pub(crate) fn words_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8", text(pdf), "-"])
        .output()
        .expect("pdftotext of poppler is installed");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names(answer: &Json, list: &str) -> Vec<String> {
    let rows = answer[list].as_array().expect("a list");
    rows.iter()
        .map(|row| row["paper"].as_str().expect("a key").to_owned())
        .collect()
}

#[test]
fn all_papers_of_a_case_are_written_and_none_that_it_does_not_need() {
    let folder = tempfile::tempdir().expect("a folder");
    let answer = papers(&sample("kazakh-letters"), "all", "kk", folder.path()).json();
    assert_eq!(
        names(&answer, "papers"),
        [
            "questionnaire",
            "autobiography",
            "owner_consent",
            "child_consent/child-3",
            "cover_sheet",
            "deadline_sheet",
            "card_data",
            "decision_receipt"
        ]
    );
    assert_eq!(
        names(&answer, "skipped"),
        ["applicant_consent", "parent_consent"]
    );
    assert_eq!(
        schema::mistakes(&run(&["schema", "papers"]).json(), &answer),
        Vec::<String>::new()
    );
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("a folder").count(),
        8
    );
    for paper in answer["papers"].as_array().expect("a list") {
        let file = Path::new(paper["file"].as_str().expect("a file"));
        let name = file.file_name().expect("a name").to_string_lossy();
        assert!(name.ends_with("_MINGJIASAER_2026-11-30_kk.pdf"), "{name}");
    }
    let cover = folder
        .path()
        .join("cover_sheet_MINGJIASAER_2026-11-30_kk.pdf");
    assert!(words_of(&cover).contains("(он жеті мың үш жүз) теңге 00 тиын"));
}

#[test]
fn in_english_there_is_what_is_for_the_person() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = sample("omsk-engineer");
    let answer = papers(&case, "all", "en", folder.path()).json();
    assert_eq!(
        names(&answer, "papers"),
        ["cover_sheet", "deadline_sheet", "decision_receipt"]
    );
    let complaint = papers(&case, "questionnaire", "en", folder.path()).complaint();
    assert!(
        complaint.contains("questionnaire") && complaint.contains("en"),
        "{complaint}"
    );
}

#[test]
fn a_text_of_ones_own_is_printed_in_its_language_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut case = sample_json("omsk-engineer");
    case["texts"] = json!({ "autobiography": { "motives": { "ru": "Мой собственный текст." } } });
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("a file");
    let print = |lang: &str| {
        let answer = papers(&file, "autobiography", lang, folder.path()).json();
        words_of(Path::new(answer["file"].as_str().expect("a file")))
    };
    assert!(print("ru").contains("Мой собственный текст."));
    assert!(!print("kk").contains("Мой собственный текст."));
    case["texts"] = json!({ "autobiography": { "signature": { "ru": "Текст" } } });
    std::fs::write(&file, case.to_string()).expect("a file");
    let complaint = papers(&file, "autobiography", "ru", folder.path()).complaint();
    assert!(
        complaint.contains("texts.autobiography.signature"),
        "{complaint}"
    );
}

#[test]
fn the_receipt_names_facts_without_their_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let answer = papers(
        &sample("omsk-engineer"),
        "decision_receipt",
        "ru",
        folder.path(),
    )
    .json();
    let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
    for answered in ["Соколов", "900314", "SOKOLOV"] {
        assert!(!words.contains(answered), "{answered}");
    }
    let receipt = run(&[
        "receipt",
        text(&sample("omsk-engineer")),
        "--on",
        "2026-11-30",
        "--today",
        "2026-11-30",
    ])
    .json();
    let hash = receipt["sha256"]["pack"].as_str().expect("a hash");
    assert!(
        words.replace(['\n', ' '], "").contains(hash),
        "the hash of the pack"
    );
}

#[test]
fn a_paper_that_the_case_does_not_have_is_answered_with_those_it_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = sample("kazakh-letters");
    let complaint = papers(&case, "child_consent/child-1", "ru", folder.path()).complaint();
    assert!(
        complaint.contains("нет документа «child_consent/child-1»")
            && complaint.contains("один из этих: child_consent/child-3"),
        "{complaint}"
    );
}

#[test]
fn a_folder_that_cannot_be_written_to_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a-file");
    std::fs::write(&file, "no folder").expect("a file");
    let complaint = papers(&sample("omsk-engineer"), "card_data", "ru", &file).complaint();
    assert!(
        complaint.contains(text(&file)) && complaint.contains("Укажите другую папку"),
        "{complaint}"
    );
}

#[test]
fn the_cover_sheet_counts_once_and_says_what_it_counts() {
    let folder = tempfile::tempdir().expect("a folder");
    let words = |case: &Path, form: &str, lang: &str| {
        let answer = papers(case, form, lang, folder.path()).json();
        words_of(Path::new(answer["file"].as_str().expect("a file")))
    };
    let cover = words(&sample("omsk-engineer"), "cover_sheet", "ru");
    assert!(cover.contains("не готовы 3 документа"), "{cover}");
    assert!(!cover.contains("не на руках"), "one count: {cover}");
    assert!(cover.contains("– Заявление-анкета – ещё нет"), "{cover}");
    assert!(cover.contains("Соколова Мария Андреевна"), "{cover}");
    assert!(cover.contains("Только для ориентира"), "{cover}");
    assert!(
        cover.contains("Неизвестно, платят ли пошлину отдельно за детей"),
        "{cover}"
    );
    assert!(cover.contains("Перед оплатой проверьте"), "{cover}");
    let spouse = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/cases/former-compatriot-spouse.json");
    let cover = words(&spouse, "cover_sheet", "ru");
    assert!(
        cover.contains("1 ноября 2026 г. (этот день прошёл)"),
        "{cover}"
    );
    assert!(
        cover.contains("выберите более поздний день подачи"),
        "{cover}"
    );
    let card = words(&sample("omsk-engineer"), "card_data", "kk");
    assert!(card.contains("865"), "{card}");
}

/// Whoever may not apply, or may not know it, reads on the sheet why.
#[test]
fn the_cover_sheet_says_why_one_may_not_apply() {
    let folder = tempfile::tempdir().expect("a folder");
    let cover = |case: &Path| {
        let answer = papers(case, "cover_sheet", "ru", folder.path()).json();
        words_of(Path::new(answer["file"].as_str().expect("a file")))
    };
    let convicted = changed("omsk-engineer", folder.path(), |case| {
        case["lists"]["conviction"] = serde_json::json!({
            "complete": true,
            "records": [{ "id": "c", "country": "RU", "date": "2020-01-15", "outstanding": true }],
        });
    });
    let barred = cover(&convicted);
    assert!(
        barred.contains("неснятую или непогашенную судимость"),
        "{barred}"
    );
    assert!(barred.contains("ст. 49"), "{barred}");
    let open = changed("omsk-engineer", folder.path(), |case| {
        case["answers"]["applicant"]["prosecuted_at_home"] = serde_json::Value::Null;
    });
    let open = cover(&open);
    assert!(open.contains("нет ответа ещё на 1 вопрос"), "{open}");
    let sure = cover(&sample("omsk-engineer"));
    assert!(!sure.contains("нет ответа ещё"), "{sure}");
}

/// Two children may bear one name; each has a certificate of its own.
#[test]
fn the_papers_of_two_children_of_one_name_are_listed_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let twins = changed("omsk-engineer", folder.path(), |case| {
        let children = case["lists"]["child"]["records"]
            .as_array_mut()
            .expect("the children");
        let mut other = children[0].clone();
        other["id"] = "child-2".into();
        children.push(other);
        case["papers"]["child_birth_certificate/child-2"] = serde_json::json!({ "in_hand": false });
    });
    let answer = papers(&twins, "questionnaire", "ru", folder.path()).json();
    let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
    assert!(words.contains("[+] Свидетельство о рождении"), "{words}");
    assert!(words.contains("[_] Свидетельство о рождении"), "{words}");
}

/// One answer that is missing leaves the need of papers open; those that are in hand are enclosed all the same.
#[test]
fn papers_in_hand_are_enclosed_though_their_need_is_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let open = changed("omsk-engineer", folder.path(), |case| {
        case["answers"]["applicant"]["birth_date"] = Json::Null;
        case["answers"]["applicant"]["iin"] = Json::Null;
        case["plan"] = json!({});
    });
    let answer = papers(&open, "questionnaire", "ru", folder.path()).json();
    let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
    assert!(words.contains("[+] Фотография"), "{words}");
    assert!(words.contains("[+] Медицинская справка"), "{words}");
}

#[test]
fn the_questionnaire_lists_what_must_be_enclosed_and_marks_what_is_in_hand() {
    let folder = tempfile::tempdir().expect("a folder");
    let answer = papers(
        &sample("omsk-engineer"),
        "questionnaire",
        "ru",
        folder.path(),
    )
    .json();
    let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
    assert!(words.contains("1) [+] Заграничный паспорт"), "{words}");
    assert!(
        words.contains("[_] Квитанция об оплате государственной пошлины"),
        "{words}"
    );
    // Russia issues no consent: it cannot be enclosed.
    assert!(!words.contains("Письменное согласие"), "{words}");
}

#[test]
fn the_cover_sheet_is_reckoned_for_one_day_and_names_it_and_the_law() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut case = sample_json("omsk-engineer");
    case["plan"] = json!({ "filing": "2026-12-10", "payment": "2026-12-05" });
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("a file");
    for (lang, day, other, law) in [
        (
            "ru",
            "30 ноября 2026 г.",
            "указан другой день подачи: 10 декабря 2026 г.",
            "версия 1 от 22 ноября 2026 г.",
        ),
        (
            "kk",
            "2026 ж. 30 қараша",
            "басқа күн тұр: 2026 ж. 10 желтоқсан",
            "1-нұсқа, 2026 ж. 22 қараша",
        ),
    ] {
        let answer = papers(&file, "cover_sheet", lang, folder.path()).json();
        assert_eq!(answer["law"]["version"], 1);
        let cover = words_of(Path::new(answer["file"].as_str().expect("a file")));
        assert!(
            cover.contains(day) && cover.contains(other) && cover.contains(law),
            "{cover}"
        );
        assert_eq!(
            cover.matches("10 декабря").count(),
            usize::from(lang == "ru"),
            "{cover}"
        );
        let answer = papers(&file, "deadline_sheet", lang, folder.path()).json();
        let sheet = words_of(Path::new(answer["file"].as_str().expect("a file")));
        assert!(sheet.contains(law), "{sheet}");
        assert!(sheet.contains(day) && sheet.contains(other), "{sheet}");
    }
    // The receipt of the same run is reckoned for the same day.
    let answer = papers(&file, "decision_receipt", "ru", folder.path()).json();
    let receipt = words_of(Path::new(answer["file"].as_str().expect("a file")));
    for other in ["10 декабря", "5 декабря"] {
        assert_eq!(receipt.matches(other).count(), 1, "{receipt}");
    }
}

#[test]
fn whoever_is_stateless_pays_for_the_certificate() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("case.json");
    std::fs::write(&file, journey_json("stateless").to_string()).expect("a case");
    let answer = papers(&file, "card_data", "ru", folder.path()).json();
    let card = words_of(Path::new(answer["file"].as_str().expect("a file")));
    assert!(card.contains("34 600"), "{card}");
    assert!(!card.contains("не платите"), "{card}");
    assert!(!card.contains("национальный"), "{card}");
}

#[test]
fn a_question_without_an_answer_does_not_read_as_a_fact() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut case = journey_json("stateless");
    case["answers"] = json!({});
    case["lists"] = json!({});
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("a file");
    let answer = papers(&file, "deadline_sheet", "ru", folder.path()).json();
    let sheet = words_of(Path::new(answer["file"].as_str().expect("a file")));
    assert!(sheet.contains("нет ответа на вопрос «"), "{sheet}");
    assert!(!sheet.contains("Разрешение выдано"), "{sheet}");
}

#[test]
fn a_job_whose_end_is_not_known_yet_does_not_go_on_until_now() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut case = journey_json("stateless");
    case["lists"]["job"] = json!({
        "complete": true,
        "records": [{ "id": "job-1", "from": "2020-01-01", "until": { "unknown": true } }],
    });
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("a file");
    for form in ["autobiography", "questionnaire"] {
        let answer = papers(&file, form, "ru", folder.path()).json();
        let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
        assert!(words.contains("01.01.2020"), "{words}");
        assert!(!words.contains("по настоящее время"), "{words}");
    }
}

#[test]
fn a_character_without_a_glyph_is_told_by_its_question_and_keeps_back_no_other_paper() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut case = sample_json("omsk-engineer");
    case["answers"]["applicant"]["motives"] = json!("Хочу жить с семьёй \u{1F600}");
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("a case");
    let out = folder.path().join("out");

    let complaint = papers(&file, "questionnaire", "ru", &out).complaint();
    assert!(complaint.contains("нет знака «\u{1F600}». "), "{complaint}");
    assert!(!complaint.contains("motives"), "{complaint}");

    let ran = papers(&file, "all", "ru", &out);
    assert_eq!(ran.code, Some(2));
    let answer: Json = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(names(&answer, "failed"), ["questionnaire", "autobiography"]);
    assert_eq!(
        schema::mistakes(&run(&["schema", "papers"]).json(), &answer),
        Vec::<String>::new()
    );
    let title = answer["failed"][0]["title"].as_str().expect("a title");
    assert!(ran.err.contains(title), "{}", ran.err);
    let written = answer["papers"].as_array().expect("a list");
    assert!(written.len() >= 3, "{answer}");
    for paper in written {
        assert!(Path::new(paper["file"].as_str().expect("a file")).exists());
    }
}
