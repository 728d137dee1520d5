//! The law of 2027 as these tests invent it: an index of 5,000 tenge, a fee of 6 of them, no pilot. Signed with the key of the tests.

use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use minisign::SecretKey;
use minisign::SecretKeyBox;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::PackContent;
use qonys_app::PublicKey;
use qonys_app::assess_case;
use qonys_app::case_from_json;
use qonys_app::seal_law_pack;

/// The text of a file of the repository.
pub(crate) fn of_repository(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    std::fs::read_to_string(root.join(path)).unwrap()
}

/// The key of the tests. No release is ever signed with it: its secret half lies in the repository.
pub(crate) static SECRET: LazyLock<SecretKey> = LazyLock::new(|| {
    let text = of_repository("tests/keys/test.key");
    SecretKeyBox::from_string(&text)
        .unwrap()
        .into_unencrypted_secret_key()
        .unwrap()
});

pub(crate) fn keys() -> Vec<PublicKey> {
    let text = of_repository("tests/keys/test.pub");
    vec![PublicKey::read(&text).unwrap()]
}

pub(crate) const OWN_FEE: &str =
    "rate = \"4\"\nindex = \"mci\"\ntested_on = \"payment\"\nfrom = 2026-01-01\n";

pub(crate) const INVENTED_INDEX: &str = r#"
[[parameter]]
id = "mci"
value = "5000"
unit = "tenge"
title = { kk = "АЕК (ойдан шығарылған)", ru = "МРП (придуманный)", en = "MCI (invented)" }
from = 2027-01-01
until = 2027-12-31
cite = "budget-laws:2027"
standing = "secondary"

[[fee]]
id = "residence_permit"
order = 1
title.kk = "Тұрақты тұруға рұқсат беру (ойдан шығарылған)"
title.ru = "Выдача разрешения (придуманная)"
title.en = "Issue of the permit (invented)"
rate = "6"
index = "mci"
tested_on = "payment"
from = 2027-01-01
cite = "tax-code-2025:666(5)"
standing = "secondary"

[[procedure]]
id = "pilot-2026"
order = 60
title.kk = "2026 жылғы пилоттық жоба"
title.ru = "Пилотный проект 2026 года"
title.en = "Pilot project of 2026"
adds_to = "standard"
from = 2027-01-01
absent = true
because.kk = "Пилоттық жоба 2026 жылғы 31 желтоқсанда аяқталды (ойдан шығарылған)."
because.ru = "Пилотный проект закончился 31 декабря 2026 года (придумано)."
because.en = "The pilot project ended on 31 December 2026 (invented)."
cite = "order-992:list"
"#;

/// The built-in law with another manifest, and the files of the law changed.
pub(crate) fn changed(manifest: &str, change: impl Fn(&str, &str) -> String) -> Vec<u8> {
    with_forms(manifest, change, |_, text| text.to_owned())
}

/// The built-in law with another manifest, and the files of law and forms changed.
pub(crate) fn with_forms(
    manifest: &str,
    change: impl Fn(&str, &str) -> String,
    change_form: impl Fn(&str, &str) -> String,
) -> Vec<u8> {
    let own = Knowledge::built_in().unwrap();
    let below = |folder: &str, name: &str, text: String| (format!("{folder}/{name}"), text);
    let files = own
        .law_files()
        .map(|(name, text)| below("law", name, change(name, text)))
        .chain(
            own.interview_files()
                .map(|(name, text)| below("interview", name, text.to_owned())),
        )
        .chain(
            own.form_files()
                .map(|(name, text)| below("forms", name, change_form(name, text))),
        );
    PackContent::of_files(manifest, files)
        .unwrap()
        .to_bytes()
        .unwrap()
}

pub(crate) fn signed(archive: &[u8]) -> Vec<u8> {
    let signature = minisign::sign(None, &SECRET, Cursor::new(archive), None, None).unwrap();
    seal_law_pack(archive, &signature.into_string()).unwrap()
}

pub(crate) fn manifest(version: u32) -> String {
    format!(
        "version = {version}\nengine = 1\nissued = \"2026-12-10\"\n[title]\nkk = \"2027 жылғы құқық (ойдан шығарылған)\"\nru = \"Право 2027 года (придуманное)\"\nen = \"The law of 2027 (invented)\"\n"
    )
}

pub(crate) fn law_of_2027(version: u32) -> Vec<u8> {
    signed(&changed(&manifest(version), |name, text| {
        if name == "fees.toml" {
            assert!(text.contains(OWN_FEE));
            let ended = format!("{OWN_FEE}until = 2026-12-31\n");
            text.replace(OWN_FEE, &ended) + INVENTED_INDEX
        } else if name == "acts.toml" {
            let (before, after) = text.split_once("id = \"budget-laws\"\n").unwrap();
            let after = after.replacen("until = 2026-12-31", "until = 2027-12-31", 1);
            format!("{before}id = \"budget-laws\"\n{after}")
        } else {
            text.to_owned()
        }
    }))
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The sample, filed and paid on a day.
pub(crate) fn case(knowledge: &Knowledge, filing: &str) -> Case {
    let text = of_repository("assets/samples/omsk-engineer.json");
    let mut case = case_from_json(knowledge, &text).unwrap();
    case.plan.filing = Some(day(filing));
    case.plan.payment = Some(day(filing));
    case
}

/// The fee of the permit, and what the pilot says, for the sample on a day.
pub(crate) fn fee_and_pilot(knowledge: &Knowledge, filing: &str) -> (Option<String>, String) {
    let view = assess_case(
        knowledge,
        &case(knowledge, filing),
        day("2026-12-15"),
        Lang::En,
    );
    let fee = view
        .fees
        .iter()
        .find(|fee| fee.finding.id == "residence_permit")
        .unwrap();
    let pilot = view
        .procedures
        .iter()
        .find(|procedure| procedure.finding.id == "pilot-2026")
        .unwrap();
    (
        fee.sum.sum.as_ref().map(|sum| sum.tenge.clone()),
        pilot.finding.verdict_text.clone(),
    )
}
