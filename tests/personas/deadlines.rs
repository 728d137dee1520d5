//! What a row may claim of a deadline: `deadline id | verdict | day … | moved … | office … | left … | state …`.

use qonys_app::view::AgendaEntryView;
use qonys_app::view::AgendaView;
use qonys_app::view::DayView;

use crate::claims::differs;

/// The entry of a key.
pub(crate) fn entry<'a>(agenda: &'a AgendaView, key: &str) -> Option<&'a AgendaEntryView> {
    agenda.entries.iter().find(|entry| entry.key == key)
}

/// What is wrong with a claim that only deadlines have; none if it is no such claim.
pub(crate) fn claim(entry: &AgendaEntryView, claim: &str) -> Option<Option<String>> {
    let (word, rest) = claim.split_once(' ').unwrap_or((claim, ""));
    let day = |what: &str, found: &Option<DayView>| {
        let found = found.as_ref().map(|day| day.iso.as_str());
        differs(what, &Some(rest).filter(|day| *day != "none"), &found)
    };
    Some(match (word, rest) {
        ("day", _) => day("the day", &entry.day),
        ("moved", _) => day("the next working day", &entry.moved),
        ("office", _) => day("the last working day before", &entry.office_day),
        ("from", _) => day("the event", &entry.event),
        ("done", _) => day("the day it was done", &entry.done),
        ("left", _) => {
            let wanted: i32 = rest.parse().expect("a number of days");
            differs("the days left", &Some(wanted), &entry.days_left)
        }
        ("state", _) => differs("the state", &rest.replace(' ', "_"), &state(entry)),
        ("at", "the latest") => differs("at the latest", &true, &entry.at_the_latest),
        ("asks", _) => {
            let wanted: Vec<&str> = rest.split('+').map(str::trim).collect();
            let found: Vec<&str> = entry.asks.iter().map(String::as_str).collect();
            differs("what it asks", &wanted, &found)
        }
        ("other", _) => {
            let found: Vec<&str> = entry
                .others
                .iter()
                .filter_map(|other| other.day.as_ref())
                .map(|day| day.iso.as_str())
                .collect();
            (!found.contains(&rest)).then(|| format!("{rest} is no day of others: {found:?}"))
        }
        ("unknown", _) => {
            let found: Vec<&str> = entry.unknown.iter().map(|why| why.id.as_str()).collect();
            (!found.contains(&rest)).then(|| format!("{rest} is not unknown, but {found:?}"))
        }
        ("missed", _) => {
            let wanted = rest
                .strip_prefix("source ")
                .expect("missed source ACT PLACE");
            let found = entry
                .missed_source
                .as_ref()
                .map(|source| format!("{} {}", source.act, source.place));
            differs("where the penalty stands", &Some(wanted.to_owned()), &found)
        }
        ("overdue", _) => differs("overdue", &true, &overdue(entry)),
        ("not", "overdue") => differs("overdue", &false, &overdue(entry)),
        (_, _) => return None,
    })
}

/// Whether the entry says what to do now that its day has passed.
fn overdue(entry: &AgendaEntryView) -> bool {
    entry.remarks.iter().any(|remark| remark.id == "overdue")
}

fn state(entry: &AgendaEntryView) -> String {
    match serde_json::to_value(entry.state) {
        Ok(serde_json::Value::String(code)) => code,
        other => panic!("no code: {other:?}"),
    }
}
