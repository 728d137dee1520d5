//! Whom one application of a family names, another may take over.

use qonys_app::AnswerInput;
use qonys_app::AppError;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::view::CaseView;
use qonys_app::view::ItemView;
use qonys_app::view::ListView;
use qonys_app::view::RecordView;

use crate::session;

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

fn day(day: &str, month: &str, year: &str) -> AnswerInput {
    AnswerInput::Date {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    }
}

fn say(session: &Session, key: &str, input: &AnswerInput) {
    let revision = session.show(Lang::En).unwrap().revision;
    session.answer(Lang::En, revision, key, input).unwrap();
}

fn add(session: &Session, entity: &str) {
    let revision = session.show(Lang::En).unwrap().revision;
    session.add_record(Lang::En, revision, entity).unwrap();
}

/// The persons that are offered for a list: application, record, name and day of birth.
fn offered(session: &Session, entity: &str) -> Vec<String> {
    let persons = session.family_persons(Lang::En, entity).unwrap();
    let told = persons.iter().map(|person| {
        let record = person.record.as_deref().unwrap_or("applicant");
        let born = person.born.as_ref().map_or("", |day| day.iso.as_str());
        format!("{}/{record} {} {born}", person.application, person.name)
    });
    told.collect()
}

fn take(
    session: &Session,
    entity: &str,
    application: &str,
    record: Option<&str>,
) -> Result<CaseView, AppError> {
    let revision = session.show(Lang::En).unwrap().revision;
    session.take_family_person(Lang::En, revision, entity, application, record)
}

fn list(view: &CaseView, entity: &str) -> ListView {
    let items = view.sections.iter().flat_map(|section| &section.items);
    items
        .filter_map(|item| match item {
            ItemView::List { list } => Some(list),
            ItemView::Question { .. } | ItemView::Papers { .. } | ItemView::Plan {} => None,
        })
        .find(|list| list.entity == entity)
        .unwrap()
        .clone()
}

/// The answered questions of a record.
fn answered(record: &RecordView) -> Vec<String> {
    let answered = record.questions.iter().filter_map(|question| {
        let answer = question.answer.as_ref()?;
        Some(format!("{}: {}", question.fact, answer.text))
    });
    answered.collect()
}

/// Erlan's application with his wife, his mother and a child; and that of his wife, which is open.
fn family(session: &Session) {
    session.create_vault(None).unwrap();
    for (key, input) in [
        ("applicant.status", word("citizen")),
        ("applicant.citizenship", word("UZ")),
        ("applicant.birth_date", day("5", "2", "1985")),
        ("applicant.birth_country", word("UZ")),
        ("applicant.ethnic_kazakh", word("no")),
        ("applicant.former_kz_citizen", AnswerInput::NotKnownYet),
        ("names.surname_cyrillic", text("Серіков")),
        ("names.given_cyrillic", text("Ерлан")),
    ] {
        say(session, key, &input);
    }
    add(session, "child");
    for (fact, input) in [
        ("surname_cyrillic", text("Серікова")),
        ("given_cyrillic", text("Дана")),
        ("birth_date", day("1", "6", "2015")),
        ("birth_country", word("UZ")),
        ("birth_place", text("Нүкіс")),
        ("citizenship", AnswerInput::NotKnownYet),
        ("ethnic_kazakh", word("yes")),
        ("applies_jointly", word("yes")),
        ("address", text("Орал")),
    ] {
        say(session, &format!("child/child-1.{fact}"), &input);
    }
    // Nobody is known by no name.
    add(session, "child");
    add(session, "relative");
    for (fact, input) in [
        ("kinship", word("spouse")),
        ("full_name", text("Серікова Айгерім Болатқызы")),
        ("birth_date", day("7", "8", "1987")),
    ] {
        say(session, &format!("relative/relative-1.{fact}"), &input);
    }
    add(session, "relative");
    for (fact, input) in [
        ("kinship", word("mother")),
        ("full_name", text("Серікова Роза")),
        ("birth_date", day("9", "10", "1960")),
        ("status_in_kazakhstan", word("citizen")),
    ] {
        say(session, &format!("relative/relative-2.{fact}"), &input);
    }
    session
        .create_application("household-1", "Айгерім")
        .unwrap();
    for (key, input) in [
        ("applicant.ethnic_kazakh", word("no")),
        ("applicant.birth_date", day("7", "8", "1987")),
        ("names.surname_cyrillic", text("Серікова")),
        ("names.given_cyrillic", text("Айгерім")),
    ] {
        say(session, key, &input);
    }
}

#[test]
fn a_child_of_the_family_is_taken_over_without_what_each_parent_says_alone() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys);
    family(&session);
    let before = session.show(Lang::En).unwrap();
    assert_eq!(
        list(&before, "child").records,
        [],
        "nothing comes by itself"
    );
    assert_eq!(
        offered(&session, "child"),
        ["application-2/child-1 Серікова Дана 2015-06-01"]
    );
    let view = take(&session, "child", "application-2", Some("child-1")).unwrap();
    let taken = list(&view, "child");
    assert_eq!(taken.records.len(), 1);
    assert_eq!(
        answered(&taken.records[0]),
        [
            "surname_cyrillic: Серікова",
            "given_cyrillic: Дана",
            "birth_date: 1 June 2015",
            "birth_country: Uzbekistan",
            "birth_place: Нүкіс",
            "ethnic_kazakh: yes",
            "address: Орал",
        ],
        "not whether she applies jointly, nor what nobody knew"
    );
    assert!(
        !taken.complete,
        "the list is open until the person says more"
    );
    assert!(offered(&session, "child").is_empty(), "she is in the list");
    let again = take(&session, "child", "application-2", Some("child-1"));
    assert!(matches!(again, Err(AppError::UnknownPart)));

    drop(session);
    let session = self::session(folder.path(), &keys);
    session.start(None).unwrap();
    let view = session.show(Lang::En).unwrap();
    assert_eq!(
        list(&view, "child").records,
        taken.records,
        "it was saved at once"
    );
}

#[test]
fn one_undo_takes_back_who_was_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    family(&session);
    let before = list(&session.show(Lang::En).unwrap(), "child");
    let view = take(&session, "child", "application-2", Some("child-1")).unwrap();
    let view = session.undo(Lang::En, view.revision).unwrap();
    assert_eq!(list(&view, "child"), before);
    assert_eq!(offered(&session, "child").len(), 1, "and is offered again");
}

#[test]
fn the_other_adult_and_his_relatives_are_offered_but_not_the_applicant_herself() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    family(&session);
    assert_eq!(
        offered(&session, "relative"),
        [
            "application-2/applicant Серіков Ерлан 1985-02-05",
            "application-2/relative-2 Серікова Роза 1960-10-09",
        ],
        "relative-1 is she, though with her patronymic"
    );
    let view = take(&session, "relative", "application-2", None).unwrap();
    assert_eq!(
        answered(&list(&view, "relative").records[0]),
        [
            "full_name: Серіков Ерлан",
            "birth_date: 5 February 1985",
            "birth_country: Uzbekistan",
            "citizenship: Uzbekistan",
            "ethnic_kazakh: no",
        ],
        "not how they are related, nor what he does not know"
    );
    let view = take(&session, "relative", "application-2", Some("relative-2")).unwrap();
    let mother = answered(&list(&view, "relative").records[1]);
    assert_eq!(
        mother.len(),
        3,
        "{mother:?}: her kinship is another to the wife"
    );
    assert!(offered(&session, "relative").is_empty());
    session.open_application("application-2").unwrap();
    assert!(
        offered(&session, "relative").is_empty(),
        "he has named his wife and his mother, and is no relative of his own"
    );
}

#[test]
fn an_answer_that_is_not_asked_any_more_is_not_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    family(&session);
    session.open_application("application-2").unwrap();
    say(&session, "applicant.status", &word("stateless"));
    session.open_application("application-3").unwrap();
    // An ethnic Kazakh is not asked whether her child is one.
    say(&session, "applicant.ethnic_kazakh", &word("yes"));
    let view = take(&session, "relative", "application-2", None).unwrap();
    let husband = answered(&list(&view, "relative").records[0]).join("; ");
    assert!(husband.contains("birth_country"), "{husband}");
    assert!(
        !husband.contains("citizenship"),
        "he has none any more: {husband}"
    );
    let view = take(&session, "child", "application-2", Some("child-1")).unwrap();
    assert_eq!(view.unused, [], "nothing lies in the case unasked");
}

#[test]
fn only_the_same_family_is_asked_and_only_about_persons() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    family(&session);
    assert!(offered(&session, "stay").is_empty());
    assert!(offered(&session, "no_such_list").is_empty());
    let revision = session.show(Lang::En).unwrap().revision;
    let stale =
        session.take_family_person(Lang::En, revision - 1, "relative", "application-2", None);
    assert!(matches!(stale, Err(AppError::StaleRevision)));

    session.create_household("Көршілер").unwrap();
    assert!(offered(&session, "child").is_empty());
    let strangers = take(&session, "child", "application-2", Some("child-1"));
    assert!(matches!(strangers, Err(AppError::UnknownPart)));
    session.open_application("application-3").unwrap();
    session.delete_application("application-2").unwrap();
    assert!(
        offered(&session, "child").is_empty(),
        "with one application nobody is offered"
    );
}
