//! The targets: what is to take how long.

use std::time::Duration;

/// The name of every bench.
pub(super) const BENCHES: [&str; 5] = ["law", "papers", "view", "look", "vault"];

/// Where a figure comes from.
pub(super) enum Measured {
    /// The median of a bench; after a slash, of one of its arguments.
    Bench(&'static str),
    /// The bytes a second that a bench counts.
    BytesASecond(&'static str),
    /// The questionnaire as a program of its own.
    ColdPaper,
    /// What a bench says itself, after these words.
    Said(&'static str),
    /// The start of the program beside a bare page.
    Start,
    /// The 95th percentile over answers in the window.
    Window,
}

/// One line of the table.
pub(super) struct Target {
    pub(super) issue: &'static str,
    pub(super) what: &'static str,
    /// The longest that it is to take.
    pub(super) most: Option<Duration>,
    /// What is wanted, where that is no time.
    pub(super) note: &'static str,
    pub(super) measured: Measured,
    /// What limits it; said where the target is missed.
    pub(super) limit: &'static str,
}

const fn within(
    issue: &'static str,
    what: &'static str,
    most: Duration,
    path: &'static str,
    limit: &'static str,
) -> Target {
    Target {
        issue,
        what,
        most: Some(most),
        note: "",
        measured: Measured::Bench(path),
        limit,
    }
}

const fn beside(
    issue: &'static str,
    what: &'static str,
    note: &'static str,
    measured: Measured,
) -> Target {
    Target {
        issue,
        what,
        most: None,
        note,
        measured,
        limit: "",
    }
}

const fn micros(number: u64) -> Duration {
    Duration::from_micros(number)
}

const fn millis(number: u64) -> Duration {
    Duration::from_millis(number)
}

/// All of them, in the order of the issues.
pub(super) const TARGETS: &[Target] = &[
    within(
        "law",
        "a filled case, every verdict over forty years with reasons",
        micros(300),
        "assess_filled",
        "No place stands out: the conditions over the days take 22 %, the reasons 20 %, memory 23 %. Names of facts and records are texts, and \
         every finding owns what it says; numbers in their place and findings that borrow would be another engine.",
    ),
    within(
        "law",
        "the same on the days of its plan alone",
        micros(50),
        "assess_filled_on_one_day",
        "The same conditions on fewer days, and a flat profile: memory takes 20 %, comparing names 15 %, their hashes 4 %.",
    ),
    within(
        "law",
        "twenty years of stays",
        micros(40),
        "twenty_years_of_stays",
        "Each visit is counted under every passport; the search for its day among the days of all visits takes 28 %.",
    ),
    within(
        "law",
        "loading the pack",
        millis(5),
        "load_pack",
        "94 % is the reading of TOML, 0.85 MB in three languages. It is done once at the start; a pack of bytes would need a second form of the law.",
    ),
    within(
        "papers",
        "the questionnaire from answers to bytes, warm",
        millis(10),
        "questionnaire_from_answers_to_bytes/typical",
        "38 % is the packing of streams, most of it of the embedded fonts; 22 % goes by printpdf, which has every page laid out anew by lopdf.",
    ),
    Target {
        issue: "papers",
        what: "the questionnaire by a program that is started for it",
        most: Some(millis(40)),
        note: "",
        measured: Measured::ColdPaper,
        limit: "The law pack is read first, see above; the questionnaire itself is the lesser half.",
    },
    beside(
        "vault",
        "an answer saved, sealed and durable",
        "beside the next line",
        Measured::Bench("save_sealed"),
    ),
    beside(
        "vault",
        "the same bytes with fsync and rename by hand",
        "",
        Measured::Bench("save_by_hand"),
    ),
    beside(
        "vault",
        "a household with 200 documents opened",
        "",
        Measured::Bench("open_with_200_documents"),
    ),
    beside(
        "vault",
        "attachments in",
        "",
        Measured::BytesASecond("attach_50_mb"),
    ),
    beside(
        "vault",
        "attachments out",
        "",
        Measured::BytesASecond("read_50_mb"),
    ),
    within(
        "reminders",
        "a look, as a process",
        millis(50),
        "a_look",
        "",
    ),
    beside(
        "reminders",
        "the memory of a look",
        "20 MB",
        Measured::Said("a look: at most "),
    ),
    within(
        "window",
        "from the answers to the JSON of a view, without the window",
        millis(50),
        "answers_to_json/ru",
        "",
    ),
    Target {
        issue: "window",
        what: "from an answer to the new view, saved and laid out: 95th percentile of 120 answers in the window",
        most: Some(millis(50)),
        note: "",
        measured: Measured::Window,
        limit: "",
    },
    beside(
        "packages",
        "from the start of the program to the first view, beside a bare page of Tauri",
        "as a ratio",
        Measured::Start,
    ),
];
