//! The money of the pack, entered a second time: a wrong digit, a wrong day or a rate of another act must stand in
//! both tables to go unseen.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use chrono::NaiveDate;
use qonys_app::Knowledge;
use qonys_law::Dated;
use qonys_law::Pack;

/// MCI, minimum wage and subsistence minimum in tenge, each row from its day to the day before the next row's.
const INDICES: [(&str, u32, u32, u32); 14] = [
    ("2015-01-01", 1982, 21_364, 21_364),
    ("2016-01-01", 2121, 22_859, 22_859),
    ("2017-01-01", 2269, 24_459, 24_459),
    ("2018-01-01", 2405, 28_284, 28_284),
    ("2019-01-01", 2525, 42_500, 29_698),
    ("2020-01-01", 2651, 42_500, 31_183),
    ("2020-04-01", 2778, 42_500, 32_668),
    ("2021-01-01", 2917, 42_500, 34_302),
    ("2022-01-01", 3063, 60_000, 36_018),
    ("2022-04-01", 3180, 60_000, 37_389),
    ("2023-01-01", 3450, 70_000, 40_567),
    ("2024-01-01", 3692, 85_000, 43_407),
    ("2025-01-01", 3932, 85_000, 46_228),
    ("2026-01-01", 4325, 85_000, 50_851),
];

/// The last day of which the indices are known.
const KNOWN_TO: &str = "2026-12-31";

/// Fees in hundredths of the MCI on a day; none where there was no fee.
const FEES: [(&str, &str, Option<u32>); 20] = [
    ("residence_permit", "2018-01-01", None),
    ("residence_permit", "2021-12-31", None),
    ("residence_permit", "2022-01-01", Some(400)),
    ("residence_permit", "2025-12-31", Some(400)),
    ("residence_permit", "2026-01-01", Some(400)),
    ("residence_permit_card", "2018-01-01", Some(20)),
    ("residence_permit_card", "2021-12-31", Some(20)),
    ("residence_permit_card", "2022-01-01", Some(20)),
    ("residence_permit_card", "2025-12-31", Some(20)),
    ("residence_permit_card", "2026-01-01", Some(20)),
    ("stateless_certificate", "2018-01-01", Some(400)),
    ("stateless_certificate", "2021-12-31", Some(400)),
    ("stateless_certificate", "2022-01-01", Some(800)),
    ("stateless_certificate", "2025-12-31", Some(800)),
    ("stateless_certificate", "2026-01-01", Some(800)),
    ("travel_document", "2018-01-01", Some(400)),
    ("travel_document", "2021-12-31", Some(400)),
    ("travel_document", "2022-01-01", Some(800)),
    ("travel_document", "2025-12-31", Some(800)),
    ("travel_document", "2026-01-01", Some(800)),
];

/// Unit prices of 2026 in hundredths of the MCI, with the place in the Tax Code.
const TARIFFS: [(&str, u32, &str); 14] = [
    ("notary_lease", 500, "667(1)(4)"),
    ("notary_power_of_attorney", 10, "667(1)(12)"),
    ("notary_consent", 50, "667(1)(13)"),
    ("notary_copy", 5, "667(1)(16)"),
    ("notary_translation", 3, "667(1)(17)"),
    ("apostille", 50, "667(3)(6)"),
    ("document_changes", 10, "667(3)(5)"),
    ("visa_exit", 50, "666(1)"),
    ("visa_entry_exit", 700, "666(1)"),
    ("visa_multiple", 3000, "666(1)"),
    ("exit_documents", 100, "666(2)"),
    ("invitation", 50, "666(3)"),
    ("citizenship_documents", 100, "666(4)"),
    ("court_complaint", 30, "665(1)(2)"),
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The only record of an id on a day.
fn on<'a, T: Dated>(records: &'a [T], id: &str, day: NaiveDate) -> Option<&'a T> {
    let mut found = records.iter().filter(|record| {
        record.id() == id
            && record.from().is_none_or(|from| from <= day)
            && record.until().is_none_or(|until| day <= until)
    });
    let first = found.next();
    assert!(found.next().is_none(), "two editions of {id} on {day}");
    first
}

fn with_pack(check: impl FnOnce(&Pack)) {
    check(
        &Knowledge::built_in()
            .expect("a pack that fits together")
            .pack,
    );
}

fn hundredths(rate: rust_decimal::Decimal) -> u32 {
    (rate * rust_decimal::Decimal::ONE_HUNDRED)
        .to_string()
        .split('.')
        .next()
        .and_then(|whole| whole.parse().ok())
        .expect("a rate of whole hundredths")
}

#[test]
fn every_index_holds_from_its_day_to_the_day_before_the_next() {
    with_pack(|pack| {
        let value = |id: &str, day: NaiveDate| on(&pack.parameters, id, day).map(|p| p.value);
        let ends = INDICES
            .iter()
            .skip(1)
            .map(|(from, ..)| day(from).pred_opt().expect("a day"))
            .chain([day(KNOWN_TO)]);
        for ((from, mci, wage, minimum), until) in INDICES.iter().zip(ends) {
            for (id, wanted) in [
                ("mci", mci),
                ("minimum_wage", wage),
                ("subsistence_minimum", minimum),
            ] {
                for on in [day(from), until] {
                    assert_eq!(value(id, on), Some((*wanted).into()), "{id} on {on}");
                }
            }
        }
        for id in ["mci", "minimum_wage", "subsistence_minimum"] {
            for unknown in ["2014-12-31", "2027-01-01"] {
                assert_eq!(value(id, day(unknown)), None, "{id} on {unknown}");
            }
        }
    });
}

#[test]
fn every_fee_has_its_rate_before_on_and_after_each_change() {
    with_pack(|pack| {
        for (id, on_day, wanted) in FEES {
            let fee = on(&pack.fees, id, day(on_day)).expect("known on that day");
            let found = (!fee.absent).then(|| hundredths(fee.rate));
            assert_eq!(found, wanted, "{id} on {on_day}");
            assert_eq!(fee.index.is_some(), wanted.is_some(), "{id} on {on_day}");
        }
        for (id, ..) in FEES {
            assert!(on(&pack.fees, id, day("2017-12-31")).is_none(), "{id}");
            assert!(FEES.iter().any(|(other, ..)| *other == id));
        }
        for fee in &pack.fees {
            assert!(FEES.iter().any(|(id, ..)| *id == fee.id), "{}", fee.id);
        }
    });
}

#[test]
fn every_unit_price_has_its_rate_and_its_place_in_the_code() {
    with_pack(|pack| {
        for (id, wanted, place) in TARIFFS {
            let tariff = on(&pack.tariffs, id, day("2026-01-01")).expect("known in 2026");
            assert_eq!(hundredths(tariff.rate), wanted, "{id}");
            assert_eq!(tariff.index.as_deref(), Some("mci"), "{id}");
            let cite = tariff.cite.as_ref().expect("a source");
            assert_eq!(
                (cite.act.as_str(), cite.place.as_str()),
                ("tax-code-2025", place)
            );
            // Of the former Code only the duty for citizenship was seen.
            let before = on(&pack.tariffs, id, day("2025-12-31"));
            assert_eq!(before.is_some(), id == "citizenship_documents", "{id}");
        }
        for tariff in &pack.tariffs {
            assert!(
                TARIFFS.iter().any(|(id, ..)| *id == tariff.id),
                "{}",
                tariff.id
            );
        }
    });
}

#[test]
fn the_sum_to_prove_is_1320_indices_in_both_editions() {
    with_pack(|pack| {
        for (on_day, act) in [
            ("2023-06-29", "decree-1185"),
            ("2023-06-30", "order-531"),
            ("2026-12-31", "order-531"),
        ] {
            let multiple = on(&pack.parameters, "solvency_multiple", day(on_day)).expect("known");
            assert_eq!(multiple.value, 1320.into(), "{on_day}");
            assert_eq!(
                multiple.cite.as_ref().expect("a source").act,
                act,
                "{on_day}"
            );
            let amount = on(&pack.amounts, "solvency", day(on_day)).expect("known");
            assert_eq!(amount.cite.as_ref().expect("a source").act, act, "{on_day}");
        }
    });
}
