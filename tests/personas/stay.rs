//! What a row may claim of stays: `stay | yes | until 2026-11-13 | used 60`, `floor residence-floor | kept yes | possible 16`.

use qonys_app::view::DayView;
use qonys_app::view::FloorView;
use qonys_app::view::StandingCode;
use qonys_app::view::StayView;
use qonys_app::view::VerdictCode;

use crate::claims;

/// What is not as a row about the right to stay says.
pub(crate) fn stay(view: &StayView, claims: &[&str]) -> Vec<String> {
    claims
        .iter()
        .filter_map(|claim| {
            let (name, wanted) = claim.split_once(' ').unwrap_or((claim, ""));
            differs(claim, wanted, &found(view, name, wanted))
        })
        .collect()
}

fn found(view: &StayView, name: &str, wanted: &str) -> String {
    let first = view.passports.first();
    match name {
        "yes" | "no" | "undecided" | "away" => verdict(view.may_stay.verdict, name),
        "until" => iso(view.until.as_ref()),
        "limit" => code(view.limit),
        "overstay" => view.overstay.to_string(),
        "used" => number(first.and_then(|passport| passport.used)),
        "left" => number(first.and_then(|passport| passport.left)),
        "per-visit" => number(first.and_then(|passport| passport.per_visit)),
        "window" => first.map_or_else(none, |passport| {
            if passport.no_window_because.is_some() {
                "does not apply".to_owned()
            } else {
                format!("{} in {}", number(passport.total), number(passport.window))
            }
        }),
        "again" => first
            .and_then(|passport| passport.reentry.as_ref())
            .map_or_else(none, |entry| {
                format!("{} for {}", entry.first.iso, entry.days)
            }),
        "whole" => first
            .and_then(|passport| passport.reentry.as_ref())
            .map_or_else(none, |entry| {
                format!("{} for {}", entry.whole_from.iso, entry.whole_days)
            }),
        "standing" => standing(view.may_stay.standing),
        "rule" => first.map_or_else(none, |passport| standing(passport.standing)),
        "because" => {
            let whys = view.passports.iter().flat_map(|passport| &passport.whys);
            let ids: Vec<&str> = view
                .may_stay
                .reasons
                .iter()
                .chain(whys)
                .map(|reason| reason.id.as_str())
                .collect();
            one_of(&ids, wanted)
        }
        "whys" => {
            let whys = view.passports.iter().flat_map(|passport| &passport.whys);
            let ids: Vec<&str> = whys.map(|why| why.id.as_str()).collect();
            if ids.is_empty() {
                none()
            } else {
                ids.join(", ")
            }
        }
        "source" => view
            .may_stay
            .source
            .as_ref()
            .map_or_else(none, |source| format!("{} {}", source.act, source.place)),
        "passports" => view
            .passports
            .iter()
            .map(|passport| passport.code.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        "penalty" => view
            .penalties
            .iter()
            .filter(|penalty| penalty.applies)
            .map(|penalty| {
                let fine = penalty
                    .fine
                    .as_ref()
                    .map_or_else(none, |fine| fine.tenge.clone());
                format!("{} {fine}", penalty.id)
            })
            .collect::<Vec<_>>()
            .join(", "),
        "unsaid" => {
            let notes = first.map_or(&[][..], |passport| &passport.notes);
            match notes.iter().find(|note| note.text.contains(wanted)) {
                Some(note) => note.text.clone(),
                None => wanted.to_owned(),
            }
        }
        "disagreements" => first
            .map_or(0, |passport| passport.disagreements.len())
            .to_string(),
        "duties" => view
            .duties
            .iter()
            .map(|duty| duty.id.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        _ => panic!("no such claim of a stay: {name} {wanted}"),
    }
}

/// What is not as a row about the price of an offence says: `offence host-shelter | fine 108125.00`.
pub(crate) fn offence(view: &StayView, id: &str, claims: &[&str]) -> Vec<String> {
    let Some(penalty) = view.penalties.iter().find(|penalty| penalty.id == id) else {
        return vec!["there is none".to_owned()];
    };
    claims
        .iter()
        .filter_map(|claim| {
            let (name, wanted) = claim.split_once(' ').unwrap_or((claim, ""));
            let found = match name {
                "fine" => penalty
                    .fine
                    .as_ref()
                    .map_or_else(none, |fine| fine.tenge.clone()),
                "rate" => penalty.rate.clone().unwrap_or_else(none),
                "expulsion" => penalty.expulsion.to_string(),
                "source" => penalty
                    .source
                    .as_ref()
                    .map_or_else(none, |source| format!("{} {}", source.act, source.place)),
                "because" => penalty.why.as_ref().map_or_else(none, |why| why.id.clone()),
                _ => panic!("no such claim of an offence: {claim}"),
            };
            differs(claim, wanted, &found)
        })
        .collect()
}

/// What is not as a row about a floor says.
pub(crate) fn floor(view: &StayView, lang: &str, id: &str, claims: &[&str]) -> Vec<String> {
    let Some(floor) = view.floors.iter().find(|floor| floor.finding.id == id) else {
        return vec!["there is none".to_owned()];
    };
    claims
        .iter()
        .filter_map(|claim| {
            let (name, wanted) = claim.split_once(' ').unwrap_or((claim, ""));
            if name == "says" {
                let said: Vec<&str> = floor.sentences.iter().map(|s| s.text.as_str()).collect();
                return claims::says(&said.join(" "), lang, wanted);
            }
            differs(claim, wanted, &of_floor(floor, name, wanted))
        })
        .collect()
}

fn of_floor(floor: &FloorView, name: &str, wanted: &str) -> String {
    match name {
        "binds" => verdict_word(floor.finding.verdict),
        "kept" => verdict_word(floor.kept),
        "required" => number(floor.required),
        "missed" => number(floor.missed),
        "possible" => number(floor.possible),
        "window" => format!(
            "{} to {}",
            iso(floor.window_from.as_ref()),
            iso(floor.window_until.as_ref())
        ),
        "broken" => iso(floor.broken_on.as_ref()),
        "back" => iso(floor.back_by.as_ref()),
        "standing" => standing(floor.finding.standing),
        "because" => {
            let ids: Vec<&str> = floor
                .finding
                .reasons
                .iter()
                .chain(&floor.whys)
                .map(|reason| reason.id.as_str())
                .collect();
            one_of(&ids, wanted)
        }
        _ => panic!("no such claim of a floor: {name} {wanted}"),
    }
}

fn differs(claim: &str, wanted: &str, found: &str) -> Option<String> {
    (wanted != found).then(|| format!("{claim}: found {found}"))
}

/// The word that was wanted, when it is one of these.
fn one_of(ids: &[&str], wanted: &str) -> String {
    if ids.contains(&wanted) {
        wanted.to_owned()
    } else {
        format!("{ids:?}")
    }
}

/// Nothing, when the verdict is the one that the word names.
fn verdict(verdict: VerdictCode, word: &str) -> String {
    let found = match verdict {
        VerdictCode::DoesNotApply => "away".to_owned(),
        VerdictCode::Yes | VerdictCode::No | VerdictCode::Undecided => verdict_word(verdict),
    };
    if found == word { String::new() } else { found }
}

fn verdict_word(verdict: VerdictCode) -> String {
    code(Some(verdict)).replace('_', " ")
}

fn standing(standing: StandingCode) -> String {
    code(Some(standing))
}

fn none() -> String {
    "none".to_owned()
}

fn number(number: Option<u32>) -> String {
    number.map_or_else(none, |number| number.to_string())
}

fn iso(day: Option<&DayView>) -> String {
    day.map_or_else(none, |day| day.iso.clone())
}

/// A code as the wire writes it.
fn code<T: serde::Serialize>(value: Option<T>) -> String {
    value.map_or_else(none, |value| match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        other => panic!("no code: {other:?}"),
    })
}
