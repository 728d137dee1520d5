//! The engineer of the sample, with changes.

use std::sync::LazyLock;

use chrono::NaiveDate;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::assess_case;
use qonys_app::case_from_json;
use qonys_app::view::AgendaEntryView;
use qonys_app::view::AssessmentView;
use serde_json::Value as Json;
use serde_json::json;

const SAMPLE: &str = include_str!("../../../../assets/samples/omsk-engineer.json");

/// The law that is built in.
pub(crate) static BUILT_IN: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::built_in().unwrap());

/// The language of these tests.
pub(crate) const EN: Lang = Lang::En;

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The engineer with changes: paths of the file, and what stands there.
pub(crate) fn case(changes: &[(&str, Json)]) -> Case {
    let mut file: Json = serde_json::from_str(SAMPLE).unwrap();
    for (path, value) in changes {
        let mut at = &mut file;
        for part in path.split('.') {
            at = at
                .as_object_mut()
                .unwrap()
                .entry(part)
                .or_insert_with(|| json!({}));
        }
        *at = value.clone();
    }
    case_from_json(&BUILT_IN, &file.to_string()).unwrap()
}

/// What is said of that engineer on a day.
pub(crate) fn seen(today: &str, changes: &[(&str, Json)]) -> AssessmentView {
    assess_case(&BUILT_IN, &case(changes), day(today), EN)
}

/// An entry of the agenda, by its key.
pub(crate) fn entry<'a>(view: &'a AssessmentView, key: &str) -> Option<&'a AgendaEntryView> {
    view.agenda.entries.iter().find(|entry| entry.key == key)
}
