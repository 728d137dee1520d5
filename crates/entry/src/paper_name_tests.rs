//! Names on papers beside the name of the passport.

use crate::paper_name::KnownName;
use crate::paper_name::NamePart;
use crate::paper_name::PaperNameDoubt;
use crate::paper_name::WholeName;
use crate::paper_name::is_unfinished_name;
use crate::paper_name::paper_name_doubts;

fn known() -> KnownName<'static> {
    KnownName {
        latin: WholeName {
            surname: "SOKOLOV",
            given: "ANDREI",
            patronymic: "",
        },
        cyrillic: WholeName {
            surname: "Соколов",
            given: "Андрей",
            patronymic: "Викторович",
        },
        former: Vec::new(),
    }
}

fn letters(there: &str, wanted: &str) -> PaperNameDoubt {
    PaperNameDoubt::Letters {
        there: there.to_owned(),
        wanted: wanted.to_owned(),
    }
}

fn other(part: NamePart, there: &str, wanted: &str) -> PaperNameDoubt {
    PaperNameDoubt::Other {
        part,
        there: there.to_owned(),
        wanted: wanted.to_owned(),
    }
}

fn missing(part: NamePart, wanted: &str) -> PaperNameDoubt {
    PaperNameDoubt::Missing {
        part,
        wanted: wanted.to_owned(),
    }
}

#[track_caller]
fn says(there: &str, known: &KnownName<'_>, wanted: &[PaperNameDoubt]) {
    let found = paper_name_doubts(there, known);
    assert!(found == wanted, "{there}: {} doubts", found.len());
}

#[test]
fn the_same_name_is_not_questioned_however_it_is_ordered_and_written() {
    for there in [
        "Соколов Андрей Викторович",
        "АНДРЕЙ ВИКТОРОВИЧ СОКОЛОВ",
        "Соколов А. В.",
        "SOKOLOV ANDREI",
        "Andrey Sokolov",
        "SOKOLOV ANDREI VIKTOROVICH",
        "",
        " – ",
    ] {
        says(there, &known(), &[]);
    }
}

#[test]
fn a_slip_of_a_letter_is_named_with_both_words() {
    says(
        "Соколав Андрей Викторович",
        &known(),
        &[letters("Соколав", "Соколов")],
    );
    says("SOKOLOW ANDRES", &known(), &[letters("ANDRES", "ANDREI")]);
    says(
        "Соколова Андрей Викторович",
        &known(),
        &[letters("Соколова", "Соколов")],
    );
}

#[test]
fn a_patronymic_is_missed_where_the_script_has_one() {
    says(
        "Соколов Андрей",
        &known(),
        &[missing(NamePart::Patronymic, "Викторович")],
    );
    let mut printed = known();
    printed.latin.patronymic = "VIKTOROVICH";
    says(
        "SOKOLOV ANDREI",
        &printed,
        &[missing(NamePart::Patronymic, "VIKTOROVICH")],
    );
    says(
        "Соколов Андрей Петрович",
        &known(),
        &[other(NamePart::Patronymic, "Петрович", "Викторович")],
    );
}

#[test]
fn a_word_more_and_a_given_name_less() {
    let mut foreigner = KnownName {
        latin: WholeName {
            surname: "MÜLLER",
            given: "JOHN PAUL",
            patronymic: "",
        },
        ..KnownName::default()
    };
    says("John Paul Mueller", &foreigner, &[]);
    says("PAUL JOHN MULLER", &foreigner, &[]);
    says("Мюллер Джон Пауль", &foreigner, &[]);
    says(
        "Muller John",
        &foreigner,
        &[missing(NamePart::Given, "PAUL")],
    );
    says(
        "Muller John Paul Friedrich",
        &foreigner,
        &[PaperNameDoubt::More {
            there: "Friedrich".to_owned(),
        }],
    );
    foreigner.latin.given = "";
    says("Muller Friedrich", &foreigner, &[]);
}

#[test]
fn another_surname_and_a_former_one() {
    let mut wife = KnownName {
        cyrillic: WholeName {
            surname: "Белова",
            given: "Анна",
            patronymic: "Олеговна",
        },
        ..KnownName::default()
    };
    says(
        "Орлова Анна Олеговна",
        &wife,
        &[other(NamePart::Surname, "Орлова", "Белова")],
    );
    wife.former = vec!["Орлова Анна Олеговна"];
    says(
        "Орлова Анна Олеговна",
        &wife,
        &[PaperNameDoubt::Former {
            there: "Орлова".to_owned(),
        }],
    );
    says(
        "Ким Пётр Ильич",
        &wife,
        &[PaperNameDoubt::Whole {
            there: "Ким Пётр Ильич".to_owned(),
        }],
    );
}

#[test]
fn kazakh_letters_and_spaces_make_no_difference() {
    let name = KnownName {
        cyrillic: WholeName {
            surname: "Әбілов",
            given: "Қанат",
            patronymic: "Нұрланұлы",
        },
        ..KnownName::default()
    };
    says("Абилов Канат Нурлан улы", &name, &[]);
    says("ABILOV KANAT", &name, &[]);
    says("Әбілов Қанат Нұрлан ұлы", &name, &[]);
    let with_yo = KnownName {
        cyrillic: WholeName {
            surname: "Фёдоров",
            given: "Семён",
            patronymic: "",
        },
        ..KnownName::default()
    };
    says("Федоров Семен", &with_yo, &[]);
}

#[test]
fn a_name_that_is_being_written_is_left_alone() {
    for typed in [
        "",
        "Сок",
        "Соколав",
        "Соколов Анд",
        "андрей вик",
        "SOKOLOV AN",
    ] {
        assert!(is_unfinished_name(typed, &known()), "{typed}");
    }
    for typed in ["Соколав Анд", "Соколов Андрей Викторовна", "SOKOLOV ANDREY"]
    {
        assert!(!is_unfinished_name(typed, &known()), "{typed}");
    }
}

#[test]
fn nothing_is_compared_with_half_a_name() {
    let half = KnownName {
        cyrillic: WholeName {
            surname: "Белова",
            ..WholeName::default()
        },
        ..KnownName::default()
    };
    says("Орлова Анна", &half, &[]);
}
