//! One run of the program.

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value as Json;

/// The two invented persons that come with the program.
pub(crate) const SAMPLES: [&str; 2] = ["omsk-engineer", "kazakh-letters"];

/// What a run left.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The folder of data of these tests.
const DATA: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/data");

/// Runs the program.
pub(crate) fn run(arguments: &[&str]) -> Run {
    run_at(Path::new(DATA), arguments)
}

/// Runs the program for a person whose folder of data is this one.
pub(crate) fn run_at(data: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_qonys-cli"))
        .args(arguments)
        .env("XDG_DATA_HOME", data)
        .output()
        .expect("the program runs");
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Run {
    /// What it printed, when it succeeded.
    pub(crate) fn answer(self) -> String {
        assert_eq!(self.code, Some(0), "{}", self.err);
        assert_eq!(self.err, "", "success has nothing to say on the side");
        self.out
    }

    /// What it printed, as JSON.
    pub(crate) fn json(self) -> Json {
        serde_json::from_str(&self.answer()).expect("JSON")
    }

    /// What it complained of. A mistake in the input is exit code 2, in one line, without a stack of calls.
    pub(crate) fn complaint(self) -> String {
        assert_eq!(self.code, Some(2), "{}{}", self.out, self.err);
        assert_eq!(self.out, "", "nothing is answered");
        assert!(!self.err.contains("panicked"), "{}", self.err);
        assert!(self.err.starts_with("qonys-cli: "), "{}", self.err);
        self.err
    }
}

/// The case file of a sample.
pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/samples")
        .join(format!("{name}.json"))
}

/// The JSON of a journey's case that is told as a sample with changes.
pub(crate) fn journey_json(name: &str) -> Json {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/journeys/cases")
        .join(format!("{name}.json"));
    let told = std::fs::read_to_string(file).expect("the case is there");
    let told: Json = serde_json::from_str(&told).expect("JSON");
    let like = Path::new(told["like"].as_str().expect("a sample")).file_stem();
    let mut case = sample_json(like.and_then(|name| name.to_str()).expect("a name"));
    change(&mut case, &told["but"]);
    case
}

/// Changes JSON as RFC 7396 says: null takes a field away.
fn change(target: &mut Json, patch: &Json) {
    let Json::Object(fields) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Json::Object(serde_json::Map::new());
    }
    for (key, value) in fields {
        if value.is_null() {
            target.as_object_mut().expect("an object").remove(key);
        } else {
            change(&mut target[key.as_str()], value);
        }
    }
}

/// The JSON of a sample.
pub(crate) fn sample_json(name: &str) -> Json {
    let text = std::fs::read_to_string(sample(name)).expect("the sample is there");
    serde_json::from_str(&text).expect("JSON")
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}
