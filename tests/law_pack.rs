//! A newer law in an installed copy. The law of 2027 in this file is invented: an index of 5,000 tenge, a fee of 6 of them, no pilot.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::io::Cursor;
use std::path::Path;
use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use minisign::SecretKey;
use minisign::SecretKeyBox;
use qonys_app::AppError;
use qonys_app::Case;
use qonys_app::Clock;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::LawPackError;
use qonys_app::MemoryKeys;
use qonys_app::PackContent;
use qonys_app::PublicKey;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::assess_case;
use qonys_app::case_from_json;
use qonys_app::known_law;
use qonys_app::law_pack_changes;
use qonys_app::law_pack_keys;
use qonys_app::papers_view;
use qonys_app::read_law_pack;
use qonys_app::receipt;
use qonys_app::replace_file;
use qonys_app::seal_law_pack;
use qonys_app::take_law_pack;
use qonys_app::view::LawChangeArea;

/// The text of a file of the repository.
fn of_repository(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    std::fs::read_to_string(root.join(path)).unwrap()
}

/// The key of the tests. No release is ever signed with it: its secret half lies in the repository.
static SECRET: LazyLock<SecretKey> = LazyLock::new(|| {
    let text = of_repository("tests/keys/test.key");
    SecretKeyBox::from_string(&text)
        .unwrap()
        .into_unencrypted_secret_key()
        .unwrap()
});

fn keys() -> Vec<PublicKey> {
    let text = of_repository("tests/keys/test.pub");
    vec![PublicKey::read(&text).unwrap()]
}

const OWN_FEE: &str = "rate = \"4\"\nindex = \"mci\"\ntested_on = \"payment\"\nfrom = 2026-01-01\n";

const INVENTED_INDEX: &str = r#"
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
fn changed(manifest: &str, change: impl Fn(&str, &str) -> String) -> Vec<u8> {
    with_forms(manifest, change, |_, text| text.to_owned())
}

/// The built-in law with another manifest, and the files of law and forms changed.
fn with_forms(
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

fn signed(archive: &[u8]) -> Vec<u8> {
    let signature = minisign::sign(None, &SECRET, Cursor::new(archive), None, None).unwrap();
    seal_law_pack(archive, &signature.into_string()).unwrap()
}

fn manifest(version: u32) -> String {
    format!(
        "version = {version}\nengine = 1\nissued = \"2026-12-10\"\n[title]\nkk = \"2027 жылғы құқық (ойдан шығарылған)\"\nru = \"Право 2027 года (придуманное)\"\nen = \"The law of 2027 (invented)\"\n"
    )
}

fn law_of_2027(version: u32) -> Vec<u8> {
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

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The sample, filed and paid on a day.
fn case(knowledge: &Knowledge, filing: &str) -> Case {
    let text = of_repository("assets/samples/omsk-engineer.json");
    let mut case = case_from_json(knowledge, &text).unwrap();
    case.plan.filing = Some(day(filing));
    case.plan.payment = Some(day(filing));
    case
}

/// The fee of the permit, and what the pilot says, for the sample on a day.
fn fee_and_pilot(knowledge: &Knowledge, filing: &str) -> (Option<String>, String) {
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

#[test]
fn a_pack_of_the_next_year_answers_what_was_not_known() {
    let own = Knowledge::built_in().unwrap();
    let newer = take_law_pack(&law_of_2027(2), &keys(), &own).unwrap();
    assert_eq!(fee_and_pilot(&own, "2026-12-31").0.unwrap(), "17300.00");
    assert_eq!(fee_and_pilot(&newer, "2026-12-31").0.unwrap(), "17300.00");
    let (fee, pilot) = fee_and_pilot(&own, "2027-01-01");
    assert_eq!(fee, None, "nobody knows it today");
    let (newer_fee, newer_pilot) = fee_and_pilot(&newer, "2027-01-01");
    assert_eq!(newer_fee.unwrap(), "30000.00");
    assert_ne!(pilot, newer_pilot);
    assert_eq!(newer.manifest().version, 2);
}

#[test]
fn what_changes_for_somebody_is_said_and_nothing_else() {
    let own = Knowledge::built_in().unwrap();
    let newer = take_law_pack(&law_of_2027(2), &keys(), &own).unwrap();
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let before = case(&own, "2026-12-28");
        let today = day("2026-12-15");
        let none = law_pack_changes(&own, &own, &before, today, lang);
        assert!(none.changes.is_empty());
        let after = case(&own, "2027-01-15");
        let view = law_pack_changes(&own, &newer, &after, today, lang);
        let fee = view
            .changes
            .iter()
            .find(|change| change.area == LawChangeArea::Fee && change.id == "residence_permit")
            .unwrap();
        assert!(fee.after.as_ref().unwrap().contains("30"), "{fee:?}");
        assert_ne!(fee.before, fee.after);
        assert!(
            view.changes
                .iter()
                .any(|change| change.area == LawChangeArea::Procedure && change.id == "pilot-2026")
        );
        // The sum to prove is tested by the same index.
        assert!(
            view.changes
                .iter()
                .any(|change| change.area == LawChangeArea::Paper && change.id == "solvency")
        );
        assert!(
            !view
                .changes
                .iter()
                .any(|change| change.area == LawChangeArea::Route)
        );
        assert!((&view.from_version, &view.to_version) == (&1, &2));
    }
}

#[test]
fn a_pack_brings_its_forms_with_their_words() {
    let own = Knowledge::built_in().unwrap();
    let renamed = |from: &'static str, to: &'static str| {
        let pack = with_forms(
            &manifest(2),
            |_, text| text.to_owned(),
            |name, text| {
                if name == "autobiography.toml" {
                    assert!(text.contains(from));
                    text.replacen(from, to, 1)
                } else {
                    text.to_owned()
                }
            },
        );
        take_law_pack(&signed(&pack), &keys(), &own)
    };
    let newer = renamed("en = \"Autobiography\"", "en = \"Life (invented)\"").unwrap();
    let titles = |knowledge: &Knowledge| {
        let case = case(knowledge, "2026-12-28");
        let view = papers_view(knowledge, &case, day("2026-12-15"), Lang::En).unwrap();
        serde_json::to_string(&view).unwrap()
    };
    assert!(titles(&newer).contains("Life (invented)"));
    assert!(!titles(&own).contains("Life (invented)"));
    // A form that cannot be read is found before the pack is taken.
    assert!(renamed("title", "tittle").is_err());
}

#[test]
fn the_receipt_names_the_law_that_was_asked() {
    let own = Knowledge::built_in().unwrap();
    let newer = take_law_pack(&law_of_2027(2), &keys(), &own).unwrap();
    let today = day("2026-12-15");
    let hash = |knowledge: &Knowledge| {
        receipt(knowledge, &case(knowledge, "2027-01-15"), today, false).unwrap()["sha256"]["pack"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_ne!(hash(&own), hash(&newer));
}

#[test]
fn the_newer_law_is_used_and_an_older_one_is_not() {
    let newer = law_of_2027(2);
    let known = known_law(Some(&newer), &keys()).unwrap();
    assert_eq!(known.knowledge.manifest().version, 2);
    assert!(known.refused.is_none());
    assert_eq!(
        known_law(None, &keys())
            .unwrap()
            .knowledge
            .manifest()
            .version,
        1
    );

    // The day before, the day: a pack of the same version is not newer.
    let same = law_of_2027(1);
    let known = known_law(Some(&same), &keys()).unwrap();
    assert_eq!(fee_and_pilot(&known.knowledge, "2027-01-01").0, None);
    assert!(known.refused.is_none());
    assert!(matches!(
        take_law_pack(&same, &keys(), &known.knowledge),
        Err(AppError::OlderLaw {
            version: 1,
            here: 1
        })
    ));
    let in_use = read_law_pack(&law_of_2027(3), &keys()).unwrap();
    assert!(matches!(
        take_law_pack(&newer, &keys(), &in_use),
        Err(AppError::OlderLaw {
            version: 2,
            here: 3
        })
    ));
}

#[test]
fn a_pack_that_cannot_be_used_leaves_the_law_that_was_there() {
    let mut flipped = law_of_2027(2);
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let known = known_law(Some(&flipped), &keys()).unwrap();
    assert_eq!(known.knowledge.manifest().version, 1);
    assert!(matches!(
        known.refused,
        Some(AppError::LawPack(LawPackError::WrongSignature))
    ));
    // The key of the tests is none of the program's.
    let known = known_law(Some(&law_of_2027(2)), &law_pack_keys().unwrap()).unwrap();
    assert!(matches!(
        known.refused,
        Some(AppError::LawPack(LawPackError::WrongSignature))
    ));
    assert_eq!(fee_and_pilot(&known.knowledge, "2027-01-01").0, None);
}

struct Today;

impl Clock for Today {
    fn today(&self) -> NaiveDate {
        day("2026-12-15")
    }
}

/// A dialog in which this file is chosen.
struct Chosen(PathBuf);

impl FolderChooser for Chosen {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, wanted: &WantedFiles) -> Vec<PathBuf> {
        assert_eq!(wanted.endings, ["qonys-law"]);
        vec![self.0.clone()]
    }
}

#[test]
fn a_running_program_takes_a_newer_law_and_knows_it_after_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (opened, kept) = (
        folder.path().join("new.qonys-law"),
        folder.path().join("law.qonys-law"),
    );
    let vault_keys = MemoryKeys::default();
    let session = || {
        let taken = std::fs::read(&kept).ok();
        let law = known_law(taken.as_deref(), &keys()).unwrap();
        Session::new(
            law.knowledge,
            Box::new(Today),
            Box::new(vault_keys.clone()),
            Box::new(Chosen(opened.clone())),
            folder.path().join("vault"),
        )
        .keeping_law(kept.clone(), keys(), law.refused.as_ref())
    };
    let first = session();
    first.create_vault(None).unwrap();
    assert_eq!(first.law_state(Lang::Kk).version, 1);
    // The file is not there, then it is no law pack: the law stays, and nothing is offered.
    assert!(first.choose_law(Lang::Kk).is_err());
    replace_file(&opened, b"something else").unwrap();
    assert!(first.choose_law(Lang::Kk).is_err());
    assert!(first.take_offered_law(Lang::Kk).is_err());
    assert!(!kept.exists());

    replace_file(&opened, &law_of_2027(2)).unwrap();
    let offer = first.choose_law(Lang::Kk).unwrap().unwrap();
    assert_eq!((offer.version, offer.applications.len()), (2, 1));
    assert_eq!(
        first.law_state(Lang::Kk).version,
        1,
        "offered is not taken yet"
    );
    let revision = first.show(Lang::Kk).unwrap().revision;
    assert_eq!(first.take_offered_law(Lang::Kk).unwrap().version, 2);
    assert!(
        first.show(Lang::Kk).unwrap().revision > revision,
        "the screens ask anew"
    );
    assert!(
        first.take_offered_law(Lang::Kk).is_err(),
        "an offer is taken once"
    );
    drop(first);
    assert_eq!(session().law_state(Lang::Kk).version, 2);

    // Whoever changes the file on the disk changes nothing but that it is not used.
    let mut changed = std::fs::read(&kept).unwrap();
    let last = changed.len() - 1000;
    changed[last] ^= 1;
    replace_file(&kept, &changed).unwrap();
    let state = session().law_state(Lang::Kk);
    assert_eq!(state.version, 1);
    assert_eq!(state.refused.unwrap().code, "law_pack_wrong_signature");
}

#[test]
fn a_signed_pack_with_a_fault_is_refused() {
    let refused = |change: &dyn Fn(&str, &str) -> String| {
        let pack = signed(&changed(&manifest(2), change));
        read_law_pack(&pack, &keys()).unwrap_err()
    };
    // Two editions of one day: the old one does not end.
    let overlapping = refused(&|name, text| {
        if name == "fees.toml" {
            format!("{text}{INVENTED_INDEX}")
        } else {
            text.to_owned()
        }
    });
    assert!(
        matches!(overlapping, AppError::FaultyLaw(_) | AppError::Pack(_)),
        "{overlapping:?}"
    );
    // A sentence in two languages only.
    let silent = refused(&|_, text| text.replacen("title.kk = ", "title.xx = ", 1));
    assert!(
        matches!(silent, AppError::FaultyLaw(_) | AppError::Pack(_)),
        "{silent:?}"
    );
    // A value without a source.
    let unsourced = refused(&|name, text| {
        if name == "parameters.toml" {
            text.replacen("cite = \"budget-laws:2026\"\n", "", 1)
        } else {
            text.to_owned()
        }
    });
    assert!(
        matches!(unsourced, AppError::FaultyLaw(_) | AppError::Pack(_)),
        "{unsourced:?}"
    );
}

#[test]
fn every_refusal_has_words_in_three_languages() {
    for error in [
        AppError::LawPack(LawPackError::NotALawPack),
        AppError::LawPack(LawPackError::TooLarge { most: 1 }),
        AppError::LawPack(LawPackError::NotSigned),
        AppError::LawPack(LawPackError::WrongSignature),
        AppError::LawPack(LawPackError::NotAKey),
        AppError::LawPack(LawPackError::Damaged {
            file: "a".to_owned(),
            problem: "b".to_owned(),
        }),
        AppError::LawPack(LawPackError::NewerEngine { wanted: 2, here: 1 }),
        AppError::OlderLaw {
            version: 1,
            here: 2,
        },
        AppError::FaultyLaw(vec!["a".to_owned()]),
        AppError::NothingOffered,
    ] {
        let problem = error.problem();
        for lang in [Lang::Kk, Lang::Ru, Lang::En] {
            for part in ["what", "do"] {
                let key = format!("errors.{}.{part}", problem.code);
                let args: Vec<(&str, &str)> = problem
                    .args
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                let words = qonys_app::text_with(lang, &key, &args);
                assert!(!words.contains("%{") && words != key, "{key}: {words}");
            }
        }
    }
}
