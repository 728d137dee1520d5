//! A newer law in an installed copy.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod invented;
mod running;

use qonys_app::AppError;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::LawPackError;
use qonys_app::PackContent;
use qonys_app::known_law;
use qonys_app::law_pack_changes;
use qonys_app::law_pack_instead;
use qonys_app::law_pack_keys;
use qonys_app::papers_view;
use qonys_app::read_law_pack;
use qonys_app::receipt;
use qonys_app::take_law_pack;
use qonys_app::view::LawChangeArea;

use crate::invented::INVENTED_INDEX;
use crate::invented::case;
use crate::invented::changed;
use crate::invented::day;
use crate::invented::fee_and_pilot;
use crate::invented::keys;
use crate::invented::law_of_2027;
use crate::invented::manifest;
use crate::invented::signed;
use crate::invented::with_forms;

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
        // Filed and paid in the old year: what comes after it is otherwise all the same.
        let earlier = case(&own, "2026-12-15");
        let view = law_pack_changes(&own, &newer, &earlier, day("2026-12-15"), lang);
        assert!(
            view.changes
                .iter()
                .any(|change| change.area == LawChangeArea::Ahead),
            "the end of the pilot"
        );
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
    // A pack that was made before this program got a form leaves the program's own in place.
    let below =
        |folder: &str, name: &str, text: &str| (format!("{folder}/{name}"), text.to_owned());
    let files = own
        .law_files()
        .map(|(name, text)| below("law", name, text))
        .chain(
            own.interview_files()
                .map(|(name, text)| below("interview", name, text)),
        )
        .chain(
            own.form_files()
                .filter(|(name, _)| *name != "deadline_sheet.toml")
                .map(|(name, text)| below("forms", name, text)),
        );
    let older = PackContent::of_files(&manifest(2), files).unwrap();
    let older = take_law_pack(&signed(&older.to_bytes().unwrap()), &keys(), &own).unwrap();
    assert_eq!(titles(&older), titles(&own));
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
fn an_older_pack_answers_only_where_it_is_asked_for() {
    let of = |version: u32, issued: &str| {
        let manifest = manifest(version).replace("2026-12-10", issued);
        signed(&changed(&manifest, |_, text| text.to_owned()))
    };
    let own = Knowledge::built_in().unwrap().manifest().clone();
    let day_before = (own.issued - chrono::Days::new(1)).to_string();
    // The day before, the day, the day after; then the version before.
    for (pack, taken) in [
        (of(own.version, &day_before), false),
        (of(own.version, &own.issued.to_string()), true),
        (of(own.version, "2026-12-10"), true),
        (of(own.version - 1, "2026-12-10"), false),
        (of(own.version + 1, &day_before), true),
    ] {
        let found = law_pack_instead(&pack, &keys(), false);
        assert_eq!(found.is_ok(), taken, "{found:?}");
        if let Err(error) = found {
            assert!(matches!(error, AppError::OlderThanOwn { .. }), "{error}");
        }
        assert!(law_pack_instead(&pack, &keys(), true).is_ok());
    }
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
        matches!(overlapping, AppError::FaultyLaw(_)),
        "{overlapping:?}"
    );
    // A sentence in two languages only.
    let silent = refused(&|_, text| text.replacen("title.kk = ", "title.xx = ", 1));
    assert!(matches!(silent, AppError::FaultyLaw(_)), "{silent:?}");
    // A value without a source.
    let unsourced = refused(&|name, text| {
        if name == "parameters.toml" {
            text.replacen("cite = \"budget-laws:2026\"\n", "", 1)
        } else {
            text.to_owned()
        }
    });
    assert!(matches!(unsourced, AppError::FaultyLaw(_)), "{unsourced:?}");
}

/// Whoever opens an old file is told that it is old, not to write to the developers.
#[test]
fn a_pack_that_is_no_newer_is_called_so_before_its_faults() {
    let own = Knowledge::built_in().unwrap();
    let taken = |version: u32| {
        let unsourced = changed(&manifest(version), |name: &str, text: &str| {
            if name == "parameters.toml" {
                text.replacen("cite = \"budget-laws:2026\"\n", "", 1)
            } else {
                text.to_owned()
            }
        });
        take_law_pack(&signed(&unsourced), &keys(), &own).unwrap_err()
    };
    assert!(matches!(taken(2), AppError::FaultyLaw(_)));
    let older = taken(1);
    assert!(matches!(older, AppError::OlderLaw { .. }), "{older:?}");
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
        AppError::OlderThanOwn {
            version: 1,
            issued: day("2026-01-01"),
            here: 2,
            here_issued: day("2026-01-02"),
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
