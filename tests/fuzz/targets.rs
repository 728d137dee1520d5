//! The readers of foreign bytes.

use std::sync::LazyLock;

use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::assess_case;
use qonys_app::case_from_json;
use qonys_app::case_of_saved;
use qonys_app::case_to_json;
use qonys_app::trips_from_json;
use qonys_law::Pack;
use qonys_law::PackPart;
use qonys_papers::MOST_HEIGHT;
use qonys_papers::MOST_WIDTH;
use qonys_papers::cut_photo;
use qonys_papers::inspect_picture;
use qonys_papers::preview_picture;
use qonys_vault::readers;

/// A reader and where its seeds lie.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// Folders of the repository, each with the ending of its files.
    pub(crate) seeds: &'static [(&'static str, &'static str)],
    pub(crate) read: fn(&[u8]),
}

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::built_in().expect("a pack that fits together"));

/// The reader of the law pack: one file that was tampered with, alone and among the others.
pub(crate) const PACK: Target = Target {
    name: "pack",
    seeds: &[("assets/law", "toml"), ("tests/corpora/pack", "toml")],
    read: |bytes| {
        let Ok(text) = std::str::from_utf8(bytes) else {
            return;
        };
        if let Ok(part) = PackPart::read("pack.toml", text)
            && let Ok(pack) = Pack::of_parts([part], &KNOWLEDGE.interview)
        {
            assess(&KNOWLEDGE.with_pack(pack), &Case::default());
        }
    },
};

/// The reader of case files: what it reads is assessed and written again.
pub(crate) const CASE: Target = Target {
    name: "case",
    seeds: &[
        ("assets/samples", "json"),
        ("tests/cases", "json"),
        ("tests/corpora/case", "json"),
    ],
    read: |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes)
            && let Ok(case) = case_from_json(&KNOWLEDGE, text)
        {
            let written = case_to_json(&case);
            let again = case_from_json(&KNOWLEDGE, &written).expect("what was written is read");
            assert!(again == case, "what was written reads back as itself");
            assess(&KNOWLEDGE, &case);
        }
    },
};

/// The reader of files of trips.
pub(crate) const TRIPS: Target = Target {
    name: "trips",
    seeds: &[("tests/corpora/trips", "json")],
    read: |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes)
            && let Ok(answers) = trips_from_json(&KNOWLEDGE, text)
        {
            let case = Case {
                answers,
                ..Case::default()
            };
            assess(&KNOWLEDGE, &case);
        }
    },
};

/// The reader of photos, in this process: the limits of the reading process may not hide an end without a word.
pub(crate) const PHOTO: Target = Target {
    name: "photo",
    seeds: &[
        ("tests/corpora/photo", "jpg"),
        ("tests/corpora/photo", "png"),
        ("tests/corpora/photo", "webp"),
    ],
    read: |bytes| {
        if let Ok(facts) = inspect_picture(bytes) {
            if let Ok(photo) = cut_photo(bytes, facts.suggested) {
                assert!(photo.width <= MOST_WIDTH && photo.height <= MOST_HEIGHT);
            }
            let _shown = preview_picture(bytes, 200);
        }
    },
};

/// The reader of what a store holds, of any format so far.
pub(crate) const STATE: Target = Target {
    name: "state",
    seeds: &[("crates/app/tests/fixtures", "json")],
    read: |bytes| {
        if let Ok(case) = case_of_saved(&KNOWLEDGE, bytes) {
            assess(&KNOWLEDGE, &case);
        }
    },
};

/// The readers of a vault's header and of what lies inside a sealed snapshot.
pub(crate) const VAULT: Target = Target {
    name: "vault",
    seeds: &[("tests/corpora/vault", "json")],
    read: |bytes| {
        let _known = readers::header(bytes) || readers::snapshot(bytes);
    },
};

/// The reader of what lies inside a sealed backup.
pub(crate) const BACKUP: Target = Target {
    name: "backup",
    seeds: &[("tests/corpora/backup", "tar")],
    read: |bytes| {
        let _known = readers::backup(bytes);
    },
};

fn assess(knowledge: &Knowledge, case: &Case) {
    let today = "2026-11-21".parse().expect("a day");
    let _view = assess_case(knowledge, case, today, Lang::En);
}
