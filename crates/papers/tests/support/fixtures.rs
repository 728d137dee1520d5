//! The people who fill the form.

use super::{Answers, choice, country, day, text, twins};
use qonys_papers::FormValue;

pub const KAZAKH_LETTERS: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

const LISTS: &[&str] = &[
    "former_name",
    "citizenship",
    "relative",
    "child",
    "study",
    "job",
    "conviction",
    "penalty",
    "expulsion",
    "refusal",
];

/// Only what nobody can leave out; no list is complete.
pub fn minimal() -> Answers {
    let mut answers = Answers::default();
    answers
        .set("names.surname_cyrillic", text("Ли"))
        .set("names.given_cyrillic", text("Анна"))
        .set("applicant.status", choice("citizen"))
        .set("applicant.citizenship", country("RU"))
        .set("applicant.birth_date", day("1990-03-14"));
    answers
}

/// A usual case.
pub fn typical() -> Answers {
    let mut answers = Answers::default();
    answers
        .set(
            "office.name",
            twins(
                "Алматы қаласы Полиция департаментінің Көші-қон қызметі басқармасы",
                "Управление миграционной службы Департамента полиции города Алматы",
            ),
        )
        .set("names.surname_cyrillic", text("Соколова"))
        .set("names.given_cyrillic", text("Екатерина"))
        .set("names.patronymic_cyrillic", text("Андреевна"))
        .set("names.surname_latin", text("SOKOLOVA"))
        .set("names.given_latin", text("EKATERINA"))
        .set("applicant.birth_date", day("1990-03-14"))
        .set("applicant.birth_country", country("RU"))
        .set(
            "applicant.birth_place",
            twins("Омбы облысы, Тара қаласы", "Омская область, город Тара"),
        )
        .set("applicant.sex", choice("female"))
        .set("applicant.ethnic_kazakh", FormValue::YesNo(false))
        .set("applicant.ethnicity", twins("орыс", "русская"))
        .set("applicant.iin", text("900314450123"))
        .set("applicant.status", choice("citizen"))
        .set("applicant.citizenship", country("RU"))
        .set("applicant.former_kz_citizen", FormValue::YesNo(false))
        .set("passport.kind", choice("foreign"))
        .set("passport.number", text("75 № 1234567"))
        .set(
            "passport.issuer",
            twins("Ресей ІІМ 55001", "МВД России 55001"),
        )
        .set("passport.issued", day("2023-05-17"))
        .set("passport.expires", day("2033-05-17"))
        .set("applicant.permanent_residence_country", country("RU"))
        .set(
            "applicant.residence_address_abroad",
            twins(
                "Омбы қаласы, Ленин көшесі, 12-үй, 34-пәтер",
                "г. Омск, ул. Ленина, д. 12, кв. 34",
            ),
        )
        .set("dwelling.postcode", text("050000"))
        .set("dwelling.region", twins("Алматы қаласы", "город Алматы"))
        .set("dwelling.street", twins("Абай даңғылы", "проспект Абая"))
        .set("dwelling.house", text("10"))
        .set("dwelling.flat", text("25"))
        .set("dwelling.address_code", text("0201300123456789"))
        .set("dwelling.basis", choice("notarised_contract"))
        .set("dwelling.owner_name", text("Ахметов Нұрлан Серікұлы"))
        .set("dwelling.days_provided", FormValue::Number(365))
        .set("applicant.phone", text("+7 700 123 45 67"))
        .set("applicant.email", text("e.sokolova@example.org"))
        .set("entry.entered_on", day("2026-11-01"))
        .set(
            "entry.border_point",
            twins("«Жаңажол» өткізу пункті", "пункт пропуска «Жаңажол»"),
        )
        .set("entry.purpose", choice("permanent_residence"))
        .set("entry.basis", choice("visa_free"))
        .set("applicant.marital_status", choice("married"))
        .set("work.education", choice("higher"))
        .set("work.speciality", twins("мұғалім", "учитель"))
        .set(
            "work.languages",
            twins("орыс, қазақ (A1)", "русский, казахский (A1)"),
        )
        .set("work.military", choice("not_liable"))
        .set(
            "work.income_source",
            twins("жалақы, жинақ ақша", "заработная плата, сбережения"),
        )
        .set("applicant.prosecuted_at_home", FormValue::YesNo(false))
        .set(
            "applicant.motives",
            twins(
                "Жұбайым Алматыда тұрады және жұмыс істейді. Отбасым бірге болғанын қалаймын.",
                "Мой супруг живёт и работает в Алматы. Хочу, чтобы семья была вместе.",
            ),
        )
        .give(
            "enclosures_marked",
            &[
                "Шетелдік паспорт",
                "Соттылықтың жоқтығы туралы анықтама",
                "Түбіртек (17 300 ₸)",
            ],
        )
        .record(
            "relative",
            &[
                ("kinship", choice("spouse")),
                ("full_name", text("Соколов Илья Петрович")),
                ("birth_date", day("1988-08-02")),
                ("birth_country", country("KZ")),
                ("citizenship", country("KZ")),
                ("residence_country", country("KZ")),
                ("address", twins("Алматы қаласы", "город Алматы")),
                ("workplace", twins("№ 12 мектеп", "школа № 12")),
            ],
        )
        .record(
            "relative",
            &[
                ("kinship", choice("mother")),
                ("full_name", text("Иванова Мария Ильинична")),
                ("birth_date", day("1962-01-09")),
                ("citizenship", country("RU")),
                ("residence_country", country("RU")),
            ],
        )
        .record(
            "child",
            &[
                ("surname_cyrillic", text("Соколов")),
                ("given_cyrillic", text("Пётр")),
                ("patronymic_cyrillic", text("Ильич")),
                ("birth_date", day("2015-06-01")),
                ("birth_country", country("RU")),
                ("citizenship", country("RU")),
                ("applies_jointly", FormValue::YesNo(true)),
            ],
        )
        .record(
            "study",
            &[
                (
                    "institution",
                    twins(
                        "Омбы мемлекеттік педагогикалық университеті",
                        "Омский государственный педагогический университет",
                    ),
                ),
                ("place", twins("Омбы", "Омск")),
                ("from", day("2007-09-01")),
                ("until", day("2012-06-30")),
                ("speciality", twins("мұғалім", "учитель")),
                ("diploma", text("КС 12345")),
            ],
        )
        .record(
            "job",
            &[
                ("employer", twins("№ 7 мектеп", "школа № 7")),
                ("position", twins("мұғалім", "учитель")),
                ("country", country("RU")),
                ("from", day("2012-09-01")),
            ],
        )
        .complete(LISTS);
    answers
}

/// As much as a life can hold.
pub fn maximal() -> Answers {
    let mut answers = typical();
    let long = "Константинопольский-Абдрахманқұлбекұлы";
    answers
        .set("names.surname_cyrillic", text(long))
        .set("names.given_cyrillic", text("Мұхаммед-Әлиаскар Салахуддин"))
        .set("names.patronymic_cyrillic", text("Абдурахманжан-Қуандықұлы"))
        .set("names.surname_latin", text("KONSTANTINOPOLSKIY-ABDRAKHMANKULBEKULY"))
        .set("entry.basis", choice("visa"))
        .set("entry.visa", choice("permanent_residence_b8"))
        .set("entry.visa_number", text("KZ 1234567"))
        .set("entry.visa_until", day("2026-12-31"))
        .set(
            "applicant.motives",
            text(&"Қазақстанда туып-өскен ата-анамның жеріне оралып, балаларымды ана тілінде оқытқым келеді; бұл туралы көптен ойлап жүрмін. ".repeat(40)),
        )
        .give(
            "enclosures_marked",
            &["Нотариально удостоверенный перевод документа, подтверждающего отсутствие судимости в государстве гражданства и постоянного проживания"; 16],
        );
    for number in 2..=5 {
        answers.record(
            "child",
            &[
                ("surname_cyrillic", text(long)),
                ("given_cyrillic", text(&format!("Дитя-{number}"))),
                ("birth_date", day(&format!("201{number}-02-03"))),
                ("birth_country", country("MN")),
                ("birth_place", text("Баян-Өлгий аймағы, Цэнгэл сұмыны")),
                ("citizenship", country("MN")),
                ("applies_jointly", FormValue::YesNo(true)),
                ("address", text("Семей қаласы, Шәкәрім даңғылы, 5-үй")),
            ],
        );
    }
    for number in 1..=10 {
        let kinship = ["brother", "sister", "father", "son"][number % 4];
        answers.record(
            "relative",
            &[
                ("kinship", choice(kinship)),
                ("full_name", text(&format!("{long} Нұрмұхаммед Туысұлы {number}"))),
                ("birth_date", day(&format!("19{}-05-06", 60 + number))),
                ("birth_country", country("CN")),
                ("citizenship", country("CN")),
                ("residence_country", country("CN")),
                ("address", text("Шыңжаң-Ұйғыр автономиялық ауданы, Құлжа қаласы, Бейбітшілік көшесі, 118-үй, 4-пәтер")),
                ("workplace", text("Іле облыстық оқу-ағарту басқармасы")),
            ],
        );
    }
    for number in 1..=20 {
        let from = format!("20{number:02}-01-15");
        let until = format!("20{number:02}-12-20");
        answers.record(
            "job",
            &[
                (
                    "employer",
                    text(&format!(
                        "Жауапкершілігі шектеулі серіктестік «Құрылыс-{number}»"
                    )),
                ),
                ("position", text("аға инженер-құрылысшы")),
                ("country", country("MN")),
                ("address", text("Улан-Батор, Чингис хаан даңғылы, 15")),
                ("from", day(&from)),
                ("until", day(&until)),
            ],
        );
    }
    for number in 1..=4 {
        answers
            .record(
                "former_name",
                &[
                    ("full_name", text(&format!("{long} Бұрынғы-{number}"))),
                    ("from", day("1990-03-14")),
                    ("until", day("2010-03-14")),
                    ("reason", twins("некеге тұру", "вступление в брак")),
                ],
            )
            .record(
                "penalty",
                &[
                    ("area", choice("migration")),
                    ("article", text(&format!("517-бап, {number}-бөлік"))),
                    ("in_force", day("2026-02-10")),
                    ("paid", FormValue::YesNo(true)),
                    ("paid_on", day("2026-02-10")),
                ],
            );
    }
    answers
}

/// Every Kazakh letter, in names, tables and free text.
pub fn kazakh() -> Answers {
    let mut answers = typical();
    let spaced: String = KAZAKH_LETTERS.chars().flat_map(|c| [c, ' ']).collect();
    answers
        .set("names.surname_cyrillic", text(KAZAKH_LETTERS))
        .set("names.given_cyrillic", text("Әңғұрт-Һөкім"))
        .set("applicant.ethnic_kazakh", FormValue::YesNo(true))
        .set(
            "applicant.motives",
            text(&format!(
                "{KAZAKH_LETTERS} — «{spaced}» № 5, 17\u{A0}300 ₸ Ё ё"
            )),
        )
        .record(
            "former_name",
            &[
                ("full_name", text(KAZAKH_LETTERS)),
                ("reason", text("Ұлттық үлгіге көшу")),
            ],
        );
    answers
}

/// What the caller gives to the papers that are made from an assessment, as long as life makes it.
pub fn assessed(mut answers: Answers) -> Answers {
    let long =
        "нотариалды куәландырылған өтініш, шетелдік тілден қазақ немесе орыс тіліне аударылған";
    let rows: Vec<Vec<String>> = (1..=40)
        .map(|number| {
            [
                "x",
                &format!("{number})"),
                long,
                "2026 ж. 30 қараша",
                "–",
                "қолда бар",
            ]
            .map(str::to_owned)
            .to_vec()
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    answers
        .give_rows("checklist", &rows)
        .give_rows(
            "fees",
            &[&[
                "тұрақты тұруға рұқсат",
                "4 × 4\u{A0}325,00\u{A0}₸",
                "17\u{A0}300 (он жеті мың үш жүз) теңге 00 тиын",
                "Салық кодексі, 666-бап",
            ]],
        )
        .give_rows(
            "hashes",
            &[&[
                "Заң жинағы",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            ]],
        )
        .give(
            "window",
            &["2026 жылғы 30 қарашадан бастап өтініш беруге болады."],
        )
        .give("disclaimer", &["Бұл – органның шешімі емес."]);
    let reason = "шарт сақталған; ".repeat(30);
    let row: &[&str] = &[
        "49-бап, 4) тармақша",
        "жоқ",
        "2026 ж. 30 қараша",
        &reason,
        "№ 477-IV Заң",
    ];
    answers.give_rows("grounds", &[row; 25]);
    // One row that no page holds.
    let endless = "өте ұзақ негіз ".repeat(400);
    let row: &[&str] = &["ереже", "иә", "2026 ж. 30 қараша", &endless, "№ 477-IV Заң"];
    answers.give_rows("routes", &[row]);
    answers
}

/// The fixtures for the papers that flow.
pub fn flowing() -> [(&'static str, Answers); 5] {
    [
        ("unanswered", Answers::default()),
        ("minimal", minimal()),
        ("typical", typical()),
        ("maximal", assessed(maximal())),
        ("kazakh", assessed(kazakh())),
    ]
}

/// The fixtures for the papers of boxes.
pub fn all() -> [(&'static str, Answers); 5] {
    [
        ("unanswered", Answers::default()),
        ("minimal", minimal()),
        ("typical", typical()),
        ("maximal", maximal()),
        ("kazakh", kazakh()),
    ]
}
