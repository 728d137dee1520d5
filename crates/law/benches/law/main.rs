//! How long the engine takes on the built-in pack. Run with `cargo bench -p qonys-law`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench may stop at the first surprise"
)]

mod filled;
mod stays;

use std::sync::LazyLock;

use divan::Bencher;
use divan::black_box;
use include_dir::Dir;
use include_dir::include_dir;
use qonys_law::Answers;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::assess;
use qonys_law::assess_on;

static LAW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/law");
static INTERVIEW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/interview");

struct World {
    interview: Interview,
    pack: Pack,
    filled: Answers,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let interview = Interview::load(texts(&INTERVIEW)).expect("an interview");
    let pack = Pack::load(texts(&LAW), &interview).expect("a pack");
    let filled = filled::answers(&interview);
    World {
        interview,
        pack,
        filled,
    }
});

fn texts(folder: &'static Dir<'_>) -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<(&str, &str)> = folder
        .files()
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
        .filter(|(name, _)| name.ends_with(".toml"))
        .collect();
    for inner in folder.dirs() {
        found.extend(texts(inner));
    }
    found
}

fn main() {
    divan::main();
}

/// A filled case: every verdict over forty years, with reasons and the answers that would decide.
#[divan::bench]
fn assess_filled(bencher: Bencher<'_, '_>) {
    let world = &*WORLD;
    let plan = filled::plan();
    bencher.bench(|| {
        assess(
            black_box(&world.pack),
            &world.interview,
            black_box(&world.filled),
            &plan,
        )
    });
}

/// The same case on the days of its plan alone: may one apply, may one file.
#[divan::bench]
fn assess_filled_on_one_day(bencher: Bencher<'_, '_>) {
    let world = &*WORLD;
    let plan = filled::plan();
    bencher.bench(|| {
        assess_on(
            black_box(&world.pack),
            &world.interview,
            black_box(&world.filled),
            &plan,
        )
    });
}

/// Nothing answered: everything is open, and the engine looks for the answers that would decide.
#[divan::bench]
fn assess_empty(bencher: Bencher<'_, '_>) {
    let world = &*WORLD;
    let plan = filled::plan();
    let nothing = Answers::default();
    bencher.bench(|| {
        assess(
            black_box(&world.pack),
            &world.interview,
            black_box(&nothing),
            &plan,
        )
    });
}

/// The law pack from its texts, checked.
#[divan::bench]
fn load_pack(bencher: Bencher<'_, '_>) {
    let world = &*WORLD;
    let files = texts(&LAW);
    bencher.bench(|| Pack::load(black_box(files.iter().copied()), &world.interview));
}

/// The interview from its texts.
#[divan::bench]
fn load_interview(bencher: Bencher<'_, '_>) {
    let files = texts(&INTERVIEW);
    bencher.bench(|| Interview::load(black_box(files.iter().copied())));
}
