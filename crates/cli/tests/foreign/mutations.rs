//! A thousand changed files: each gives a result or a clear error.

use qonys_app::{Crop, Foreign, ReadError};

use super::{bytes, reader};

/// The good files that are changed.
const SEEDS: [&str; 6] = [
    "head.jpg",
    "head-progressive.jpg",
    "head.png",
    "glass.png",
    "head.webp",
    "glass.webp",
];

/// How many are made of each; a thousand in all.
const EACH: u64 = 167;

/// A number below a bound, by xorshift: the same in every run.
fn below(state: &mut u64, bound: usize) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state >> 16).unwrap() % bound.max(1)
}

fn changed(good: &[u8], state: &mut u64) -> Vec<u8> {
    let mut bad = good.to_vec();
    for _ in 0..=below(state, 5) {
        let at = below(state, bad.len());
        let end = (at + 1 + below(state, 30)).min(bad.len());
        match below(state, 5) {
            0 => bad[at] ^= 1 << below(state, 8),
            1 => bad[at..end].fill(0xFF),
            2 => {
                bad.drain(at..end);
            }
            3 => {
                let again = bad[at..end].to_vec();
                bad.splice(at..at, again);
            }
            _ => bad.truncate(bad.len() - below(state, bad.len() / 4)),
        }
        if bad.is_empty() {
            break;
        }
    }
    bad
}

#[test]
fn a_thousand_changed_pictures_give_an_answer_or_a_clear_error() {
    let crop = Crop {
        x: 0,
        y: 0,
        width: 413,
        height: 531,
    };
    let reader = reader();
    let (mut read, mut refused) = (0, 0);
    for seed in SEEDS {
        let good = bytes(seed);
        assert!(
            reader.cut_photo(Foreign::bytes(good.clone()), crop).is_ok(),
            "{seed} is good"
        );
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for number in 0..EACH {
            let bad = changed(&good, &mut state);
            match reader.cut_photo(Foreign::bytes(bad), crop) {
                Ok(photo) => {
                    assert_eq!((photo.width, photo.height), (413, 531));
                    read += 1;
                }
                Err(ReadError::Photo(_)) => refused += 1,
                Err(other) => panic!("{seed}, change {number}: {other:?}"),
            }
        }
    }
    assert!(read > 50 && refused > 50, "{read} read, {refused} refused");
}

/// How many are made of each blank; a thousand in all.
const EACH_BLANK: u64 = 334;

#[test]
fn a_thousand_changed_blanks_end_within_the_limits() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../papers/tests/blanks");
    std::thread::scope(|scope| {
        for (name, start) in [
            ("reportlab.pdf", 0x5EED_u64),
            ("libreoffice.pdf", 0x5EED_0001),
            ("flat.pdf", 0x5EED_0002),
        ] {
            let good = std::fs::read(folder.join(name)).unwrap();
            scope.spawn(move || {
                let reader = reader();
                let mut state = start;
                for number in 0..EACH_BLANK {
                    let bad = changed(&good, &mut state);
                    let ended = reader.check_blank(Foreign::bytes(bad));
                    assert_eq!(ended, Ok(()), "{name}, change {number}");
                }
            });
        }
    });
}
