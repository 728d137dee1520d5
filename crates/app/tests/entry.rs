//! The aids of entry, what may happen after an application, the sources of the law and the case to try.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::AppError;
use qonys_app::Clock;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::view::AgendaStateCode;
use qonys_app::view::CaseView;
use qonys_app::view::HappeningView;
use qonys_app::view::ItemView;

/// A citizen of Russia; the digits are those of the specimen of Doc 9303, with her own days.
const LINES: &str =
    "P<RUSIVANOVA<<AIGUL<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36RUS8803143F2708276<<<<<<<<<<<<<<<4";

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }
}

struct Nobody;

impl FolderChooser for Nobody {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

fn opened(folder: &Path) -> Session {
    let session = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(MemoryKeys::new()),
        Box::new(Nobody),
        folder.join("vault"),
    );
    session.create_vault(None).unwrap();
    session
}

fn word(value: &str) -> AnswerInput {
    AnswerInput::Word {
        value: value.to_owned(),
    }
}

fn text(text: &str) -> AnswerInput {
    AnswerInput::Text {
        text: text.to_owned(),
        kk: None,
        ru: None,
    }
}

fn date(year: &str, month: &str, day: &str) -> AnswerInput {
    AnswerInput::Date {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    }
}

fn answered(session: &Session, key: &str, input: &AnswerInput) -> CaseView {
    let revision = session.show(Lang::En).unwrap().revision;
    session.answer(Lang::En, revision, key, input).unwrap()
}

/// What is to be looked at again in the answers of a case, with the question.
fn doubts(view: &CaseView) -> Vec<(&str, &str)> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .flat_map(|item| match item {
            ItemView::Question { question } => question
                .doubts
                .iter()
                .map(|doubt| (question.key.as_str(), doubt.as_str()))
                .collect(),
            ItemView::List { .. } | ItemView::Papers { .. } | ItemView::Plan {} => Vec::new(),
        })
        .collect()
}

#[test]
fn a_doubt_stays_with_the_answers_that_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    answered(&session, "applicant.status", &word("citizen"));
    answered(&session, "names.surname_latin", &text("SOKOLOV"));
    answered(&session, "names.surname_cyrillic", &text("Соколов"));
    answered(&session, "applicant.birth_date", &date("1991", "3", "14"));
    let fits = answered(&session, "applicant.iin", &word("910314300126"));
    assert_eq!(doubts(&fits), Vec::<(&str, &str)>::new());
    answered(&session, "names.surname_cyrillic", &text("Иванова"));
    let differs = answered(&session, "applicant.birth_date", &date("1990", "3", "14"));
    let found = doubts(&differs);
    let keys: Vec<&str> = found.iter().map(|(key, _)| *key).collect();
    for key in [
        "applicant.iin",
        "applicant.birth_date",
        "names.surname_latin",
        "names.surname_cyrillic",
    ] {
        assert!(keys.contains(&key), "{key}: {found:?}");
    }
}

fn answer_of(view: &CaseView, key: &str) -> Option<String> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .find_map(|item| match item {
            ItemView::Question { question } if question.key == key => {
                question.answer.as_ref().map(|answer| answer.text.clone())
            }
            ItemView::Question { .. }
            | ItemView::List { .. }
            | ItemView::Papers { .. }
            | ItemView::Plan {} => None,
        })
}

/// The lines with the digits that fit, so that the test says what they are about and not how they are counted.
fn lines() -> String {
    let (first, second) = LINES.split_once('\n').unwrap();
    let open = |session: &Session, lines: &str| session.read_machine_zone(Lang::En, lines).is_ok();
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    for birth in 0..10 {
        for expiry in 0..10 {
            for whole in 0..10 {
                let mut tried = second.to_owned();
                tried.replace_range(19..20, &birth.to_string());
                tried.replace_range(27..28, &expiry.to_string());
                tried.replace_range(43..44, &whole.to_string());
                let lines = format!("{first}\n{tried}");
                if open(&session, &lines) {
                    return lines;
                }
            }
        }
    }
    panic!("one of a thousand fits");
}

#[test]
fn the_lines_of_a_passport_fill_in_only_what_the_person_said_yes_to() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let lines = lines();
    answered(&session, "applicant.birth_date", &date("1988", "3", "15"));
    answered(&session, "names.surname_latin", &text("IVANOVA"));

    let read = session.read_machine_zone(Lang::En, &lines).unwrap();
    let of = |key: &str| read.fields.iter().find(|field| field.key == key).unwrap();
    assert_eq!(read.fields.len(), 7);
    assert_eq!(of("applicant.birth_date").text, "14 March 1988");
    assert_eq!(
        of("applicant.birth_date").before.as_deref(),
        Some("15 March 1988"),
        "another answer is shown beside it"
    );
    assert!(of("names.surname_latin").same);
    assert_eq!(of("applicant.citizenship").text, "Russia");
    assert_eq!(of("applicant.sex").text, "Female");
    assert_eq!(of("passport.expires").text, "27 August 2027");
    assert!(read.remarks.is_empty());

    let before = session.show(Lang::En).unwrap();
    assert_eq!(
        answer_of(&before, "names.given_latin"),
        None,
        "nothing was filled in"
    );
    let keys = ["names.given_latin", "applicant.birth_date"].map(str::to_owned);
    let after = session
        .take_machine_zone(Lang::En, before.revision, &lines, &keys)
        .unwrap();
    assert_eq!(
        answer_of(&after, "names.given_latin").as_deref(),
        Some("AIGUL")
    );
    assert_eq!(
        answer_of(&after, "applicant.birth_date").as_deref(),
        Some("14 March 1988")
    );
    assert_eq!(answer_of(&after, "passport.number"), None, "not ticked");
    let undone = session.undo(Lang::En, after.revision).unwrap();
    assert_eq!(
        answer_of(&undone, "names.given_latin"),
        None,
        "one undo for all"
    );
    assert_eq!(
        answer_of(&undone, "applicant.birth_date").as_deref(),
        Some("15 March 1988")
    );
}

/// The sex has no check digit: lines that do not tell it are read, and that it is missing is said.
#[test]
fn lines_without_the_sex_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let remarks = |lines: &str| {
        let zone = session.read_machine_zone(Lang::En, lines).unwrap();
        let sex = zone.fields.iter().any(|one| one.key == "applicant.sex");
        (sex, zone.remarks)
    };
    let told = lines();
    assert_eq!(remarks(&told), (true, Vec::new()));
    let (first, second) = told.split_once('\n').unwrap();
    let mut untold = second.to_owned();
    untold.replace_range(20..21, "<");
    let (sex, remarks) = remarks(&format!("{first}\n{untold}"));
    assert!(!sex);
    assert_eq!(
        remarks,
        ["The lines do not tell the sex. Choose it yourself."]
    );
}

#[test]
fn mistyped_lines_and_old_pages_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let lines = lines();
    let wrong = lines.replacen("L898902C36", "L898902C37", 1);
    let problem = session
        .read_machine_zone(Lang::Ru, &wrong)
        .unwrap_err()
        .problem();
    assert_eq!(problem.code, "zone.check_number");
    let view = session.show(Lang::Ru).unwrap();
    let keys = ["passport.number".to_owned()];
    assert!(matches!(
        session.take_machine_zone(Lang::Ru, view.revision + 1, &lines, &keys),
        Err(AppError::StaleRevision)
    ));
    assert_eq!(session.show(Lang::Ru).unwrap().revision, view.revision);
}

#[test]
fn an_identification_number_is_questioned_beside_its_field_and_taken_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let doubts = |typed: &str| {
        session
            .entry_hints(Lang::En, "applicant.iin", typed)
            .unwrap()
            .doubts
    };
    assert_eq!(doubts("900314399986"), [""; 0]);
    assert_eq!(doubts("900314399987").len(), 1, "a mistyped digit");
    assert_eq!(doubts("90031439998"), [""; 0], "not finished yet");
    answered(&session, "applicant.birth_date", &date("1990", "3", "15"));
    answered(&session, "applicant.sex", &word("female"));
    let said = doubts("900314399986");
    assert_eq!(said.len(), 2, "the day and the sex: {said:?}");
    assert!(said[0].contains("15 March 1990"), "{said:?}");
    assert!(said[1].ends_with("Sex: Female"), "{said:?}");
    assert_eq!(
        doubts("900314599989").len(),
        3,
        "the day, the century and the sex"
    );
    assert_eq!(doubts("9003143999861"), [""; 0], "no answer");
    let view = answered(&session, "applicant.iin", &word("900314399986"));
    assert_eq!(
        answer_of(&view, "applicant.iin").as_deref(),
        Some("900314399986")
    );
}

#[test]
fn spellings_are_offered_and_far_ones_questioned() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let hints = |key: &str, typed: &str| session.entry_hints(Lang::Ru, key, typed).unwrap();
    assert!(hints("names.surname_cyrillic", "").suggestions.is_empty());
    answered(&session, "names.surname_latin", &text("SOKOLOV"));
    let offered = hints("names.surname_cyrillic", "").suggestions;
    assert_eq!(offered[0].text, "Соколов");
    assert!(hints("names.surname_cyrillic", "Соколов").doubts.is_empty());
    assert_eq!(hints("names.surname_cyrillic", "Андрей").doubts.len(), 1);
    answered(&session, "names.surname_cyrillic", &text("Соколов"));
    assert_eq!(
        hints("names.surname_latin", "").suggestions[0].text,
        "SOKOLOV"
    );
    assert!(
        hints("names.surname_latin", "SOKOLOV")
            .suggestions
            .is_empty()
    );
}

#[test]
fn a_text_that_was_translated_once_brings_its_twin() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let omsk = AnswerInput::Text {
        text: "Омск".to_owned(),
        kk: Some("Омбы".to_owned()),
        ru: None,
    };
    answered(&session, "applicant.birth_place", &omsk);
    let hints = session
        .entry_hints(Lang::Kk, "passport.issuer", " Омск ")
        .unwrap();
    assert_eq!(hints.twins.unwrap().kk.as_deref(), Some("Омбы"));
    assert!(
        session
            .entry_hints(Lang::Kk, "passport.issuer", "Омс")
            .unwrap()
            .twins
            .is_none()
    );
}

fn happening(session: &Session, key: &str) -> HappeningView {
    let revision = session.show(Lang::En).unwrap().revision;
    let page = session.after_page(Lang::En, revision).unwrap();
    page.happenings
        .into_iter()
        .find(|one| one.key == key)
        .unwrap()
}

#[test]
fn every_happening_is_a_question_with_words() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let revision = session.show(Lang::Kk).unwrap().revision;
    let page = session.after_page(Lang::Kk, revision).unwrap();
    assert_eq!(page.happenings.len(), 13, "none is passed over");
    for one in &page.happenings {
        assert!(
            one.question.ends_with('?') && !one.label.is_empty(),
            "{}",
            one.key
        );
    }
}

#[test]
fn a_refusal_gives_the_days_of_a_complaint_and_of_a_new_application() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    answered(&session, "permit.granted", &word("no"));
    assert!(
        happening(&session, "refusal.on").entries.is_empty(),
        "nobody refused"
    );
    let revision = session.show(Lang::En).unwrap().revision;
    session.add_record(Lang::En, revision, "refusal").unwrap();
    answered(&session, "refusal/refusal-1.on", &date("2026", "11", "2"));
    let refusal = happening(&session, "refusal.on");
    assert_eq!(refusal.list.as_deref(), Some("refusal"));
    let days: Vec<(&str, &str)> = refusal
        .entries
        .iter()
        .filter_map(|entry| Some((entry.finding.id.as_str(), entry.day.as_ref()?.iso.as_str())))
        .collect();
    assert!(
        days.contains(&("complaint", "2027-02-02")),
        "three months: {days:?}"
    );
    assert!(days.iter().any(|(id, _)| *id == "apply_again"), "{days:?}");
}

#[test]
fn a_lost_card_has_three_days_only_for_who_has_a_permit() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    answered(&session, "permit.granted", &word("yes"));
    answered(&session, "card.lost_on", &date("2026", "11", "20"));
    let lost = happening(&session, "card.lost_on");
    assert_eq!(lost.list, None);
    let entry = lost.entries.first().unwrap();
    assert_eq!(entry.state, AgendaStateCode::Ahead);
    assert_eq!(entry.day.as_ref().unwrap().iso, "2026-11-23");
    answered(&session, "permit.granted", &word("no"));
    assert!(happening(&session, "card.lost_on").entries.is_empty());
}

#[test]
fn the_sources_say_when_they_were_read_and_whether_that_is_too_long_ago() {
    let folder = tempfile::tempdir().unwrap();
    let law = opened(folder.path()).sources_of_law(Lang::Ru);
    assert!(law.sources.len() > 20);
    assert!(
        law.sources
            .iter()
            .all(|one| !one.title.is_empty() && !one.standing_text.is_empty())
    );
    for one in &law.sources {
        let passed = one
            .next_review
            .as_ref()
            .is_some_and(|day| day.iso < law.today.iso);
        assert_eq!(one.overdue, passed, "{}", one.title);
    }
}

#[test]
fn the_sample_is_a_household_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    answered(&session, "applicant.status", &word("stateless"));
    let own = session.households().unwrap();
    let with_sample = session.create_sample(Lang::Kk).unwrap();
    assert_eq!(with_sample.households.len(), 2);
    let sample = &with_sample.households[1];
    assert!(sample.name.as_ref().unwrap().starts_with("Үлгі"));
    assert!(sample.applications[0].open);
    let view = session.show(Lang::Ru).unwrap();
    assert_eq!(
        answer_of(&view, "names.surname_cyrillic").as_deref(),
        Some("Соколов")
    );
    session
        .open_application(&own.households[0].applications[0].id)
        .unwrap();
    let view = session.show(Lang::En).unwrap();
    assert_eq!(
        answer_of(&view, "names.surname_cyrillic"),
        None,
        "the person's own case is as it was"
    );
    assert_eq!(
        answer_of(&view, "applicant.status").as_deref(),
        Some("Stateless person")
    );
}
