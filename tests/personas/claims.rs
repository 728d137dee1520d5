//! What a cell of a row may claim.

use std::fmt::Debug;

use qonys_app::view::DayView;
use qonys_app::view::FeeView;
use qonys_app::view::FindingView;
use qonys_app::view::GroundView;
use qonys_app::view::NoteView;
use qonys_app::view::RequirementView;
use qonys_app::view::RouteView;
use qonys_app::view::StandingCode;
use qonys_app::view::SumView;
use qonys_app::view::VerdictCode;
use qonys_app::view::WindowView;
use qonys_app::view::WorkingDaysView;

/// A claim that was understood: what is wrong with it, if anything.
pub(crate) type Checked = Option<Option<String>>;

/// The language in which the words of notes are quoted in the tables.
const QUOTED: &str = "en";

/// The difference between what a row says and what was found.
pub(crate) fn differs<T: PartialEq + Debug>(what: &str, wanted: &T, found: &T) -> Option<String> {
    (wanted != found).then(|| format!("{what}: wanted {wanted:?}, found {found:?}"))
}

/// A verdict as the tables write it.
pub(crate) fn verdict(kind: &str, word: &str) -> Option<VerdictCode> {
    match (kind, word) {
        ("requirement", "needed") => Some(VerdictCode::Yes),
        ("requirement", "not needed") => Some(VerdictCode::No),
        (_, "yes") => Some(VerdictCode::Yes),
        (_, "no") => Some(VerdictCode::No),
        (_, "undecided") => Some(VerdictCode::Undecided),
        (_, "does not apply") => Some(VerdictCode::DoesNotApply),
        _ => None,
    }
}

pub(crate) fn standing(word: &str) -> StandingCode {
    match word {
        "official" => StandingCode::Official,
        "secondary" => StandingCode::Secondary,
        "unconfirmed" => StandingCode::Unconfirmed,
        "unknown" => StandingCode::Unknown,
        _ => panic!("no standing: {word}"),
    }
}

/// What can be claimed of every finding.
pub(crate) fn finding(finding: &FindingView, claim: &str) -> Option<String> {
    if let Some(word) = claim.strip_prefix("standing ") {
        return differs("the standing", &standing(word), &finding.standing);
    }
    if let Some(id) = claim.strip_prefix("because ") {
        let ids: Vec<&str> = finding.reasons.iter().map(|r| r.id.as_str()).collect();
        return (!ids.contains(&id)).then(|| format!("{id} is none of the reasons {ids:?}"));
    }
    if let Some(id) = claim.strip_prefix("not because ") {
        let named = finding.reasons.iter().any(|reason| reason.id == id);
        return named.then(|| format!("{id} is one of the reasons"));
    }
    if let Some(cite) = claim.strip_prefix("source ") {
        let found = finding
            .source
            .as_ref()
            .map(|source| format!("{} {}", source.act, source.place));
        return differs("the source", &Some(cite.to_owned()), &found);
    }
    if let Some(day) = claim.strip_prefix("until ") {
        return differs("the last day", &Some(day), &edge(finding, Edge::Last));
    }
    if let Some(day) = claim.strip_prefix("since ") {
        return differs("the first day", &Some(day), &edge(finding, Edge::First));
    }
    if let Some(facts) = claim.strip_prefix("decided by ") {
        let wanted: Vec<&str> = facts.split('+').map(str::trim).collect();
        let sets: Vec<Vec<&str>> = finding
            .deciding
            .iter()
            .map(|set| set.facts.iter().map(String::as_str).collect())
            .collect();
        return (!sets.contains(&wanted)).then(|| format!("{wanted:?} is none of {sets:?}"));
    }
    panic!("no such claim: {claim}");
}

#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

/// The first or last day of the stretch in which the finding's day lies.
fn edge(finding: &FindingView, edge: Edge) -> Option<&str> {
    let iso = |day: &Option<DayView>| day.as_ref().map(|day| day.iso.clone());
    let day = &finding.day.iso;
    let stretch = finding.changes.iter().find(|change| {
        iso(&change.from).is_none_or(|from| from <= *day)
            && iso(&change.until).is_none_or(|until| *day <= until)
    })?;
    match edge {
        Edge::First => stretch.from.as_ref(),
        Edge::Last => stretch.until.as_ref(),
    }
    .map(|day| day.iso.as_str())
}

pub(crate) fn route(route: &RouteView, claim: &str) -> Checked {
    let wanted = claim.strip_prefix("change names ")?;
    // The categories of visas are written alike in every language.
    Some(missing("what would open it", &route.change, wanted))
}

/// The words of the reasons of a finding.
pub(crate) fn reasons_say(finding: &FindingView, lang: &str, claim: &str) -> Checked {
    let words = claim.strip_prefix("says ")?;
    let said: Vec<&str> = finding.reasons.iter().map(|r| r.text.as_str()).collect();
    Some(says(&said.join("\n"), lang, words))
}

pub(crate) fn ground(ground: &GroundView, lang: &str, claim: &str) -> Checked {
    if let Some(checked) = reasons_say(&ground.finding, lang, claim) {
        return Some(checked);
    }
    if let Some(words) = claim.strip_prefix("note ") {
        return Some(noted("note", &ground.notes, lang, words));
    }
    if let Some(words) = claim.strip_prefix("disagreement ") {
        return Some(noted("disagreement", &ground.disagreements, lang, words));
    }
    match claim {
        "after the permit" => Some(differs("the stage", &true, &ground.after_permit)),
        "only an authority judges" => Some(differs("the judge", &true, &ground.authority)),
        "a paper answers it" => Some(differs("the paper", &true, &ground.carried_by.is_some())),
        _ => None,
    }
}

pub(crate) fn requirement(requirement: &RequirementView, lang: &str, claim: &str) -> Checked {
    if let Some(words) = claim.strip_prefix("status says ") {
        let said = requirement.status_text.contains(words);
        return Some((lang == QUOTED && !said).then(|| format!("not \"{words}\"")));
    }
    if let Some(status) = claim.strip_prefix("status ") {
        return Some(differs(
            "the status",
            &status.to_owned(),
            &code(&requirement.status),
        ));
    }
    if let Some(forms) = claim.strip_prefix("form ") {
        let codes: Vec<String> = requirement
            .form
            .iter()
            .map(|form| code(&form.code))
            .collect();
        return Some(differs("the form", &forms.to_owned(), &codes.join(" ")));
    }
    if let Some(words) = claim.strip_prefix("disagreement ") {
        return Some(noted(
            "disagreement",
            &requirement.disagreements,
            lang,
            words,
        ));
    }
    if claim == "what to bring instead" {
        return Some(differs("an instead", &true, &requirement.instead.is_some()));
    }
    if let Some(words) = claim.strip_prefix("no note ") {
        let said = requirement
            .notes
            .iter()
            .any(|note| note.text.contains(words));
        return Some((lang == QUOTED && said).then(|| format!("a note says \"{words}\"")));
    }
    if let Some(place) = claim.strip_prefix("noted at ") {
        let found: Vec<String> = requirement
            .notes
            .iter()
            .filter_map(|note| note.source.as_ref())
            .map(|source| format!("{} {}", source.act, source.place))
            .collect();
        let there = found.iter().any(|found| found == place);
        return Some((!there).then(|| format!("{place} is no source of {found:?}")));
    }
    if let Some(words) = claim.strip_prefix("note ") {
        let notes = requirement
            .notes
            .iter()
            .chain(requirement.sum.iter().flat_map(|sum| &sum.notes));
        return Some(noted("note", notes, lang, words));
    }
    match &requirement.sum {
        Some(sum) => self::sum(sum, claim),
        None if claim.contains("sum ") => Some(Some("there is no sum at all".to_owned())),
        None => None,
    }
}

pub(crate) fn fee(fee: &FeeView, lang: &str, claim: &str) -> Checked {
    match claim.split_once(' ') {
        Some(("note", words)) => Some(noted("note", &fee.sum.notes, lang, words)),
        _ if claim == "paid after the decision" => Some(differs("later", &true, &fee.later)),
        Some(("due", claim)) => Some(match &fee.due {
            Some(due) => sum(due, claim).expect("a claim of a sum"),
            None => Some("it is due with the others".to_owned()),
        }),
        _ => sum(&fee.sum, claim),
    }
}

pub(crate) fn sum(sum: &SumView, claim: &str) -> Checked {
    if let Some(tenge) = claim.strip_prefix("sum ") {
        let found = sum.sum.as_ref().map(|money| money.tenge.as_str());
        return Some(differs("the sum", &Some(tenge), &found));
    }
    if let Some(rate) = claim.strip_prefix("rate ") {
        return Some(differs("the rate", &Some(rate), &sum.rate.as_deref()));
    }
    if let Some(id) = claim.strip_prefix("no sum because ") {
        let whys: Vec<&str> = sum.whys.iter().map(|why| why.id.as_str()).collect();
        if let Some(money) = &sum.sum {
            return Some(Some(format!("there is a sum: {}", money.tenge)));
        }
        return Some((!whys.contains(&id)).then(|| format!("{id} is none of {whys:?}")));
    }
    if let Some(tenge) = claim.strip_prefix("for orientation ") {
        let found = sum
            .orientation
            .as_ref()
            .and_then(|orientation| orientation.sum.as_ref())
            .map(|money| money.tenge.as_str());
        return Some(differs("the orientation", &Some(tenge), &found));
    }
    let word = claim.strip_prefix("sum's standing ")?;
    Some(differs(
        "the sum's standing",
        &standing(word),
        &sum.standing,
    ))
}

/// `window first`, `window last`, `window ends by`, `window not in hand`, `window stretches`.
pub(crate) fn window(window: &WindowView, about: &str, claims: &[&str]) -> Vec<String> {
    let iso = |day: Option<&DayView>| day.map_or_else(|| "…".to_owned(), |day| day.iso.clone());
    let between = |days: &WorkingDaysView| {
        format!(
            "{} to {}",
            iso(days.first.as_ref()),
            iso(days.last.as_ref())
        )
    };
    let found: Vec<String> = match about {
        "first" => vec![iso(window.first.as_ref())],
        "last" => vec![iso(window.last.as_ref())],
        "ends by" => window
            .limits
            .iter()
            .map(|paper| format!("{} {}", paper.key, iso(paper.last_good_day.as_ref())))
            .collect(),
        "not in hand" => window.missing.clone(),
        "begins by" => window
            .begins
            .iter()
            .map(|paper| format!("{} {}", paper.key, paper.day.iso))
            .collect(),
        "working days" => vec![between(&window.working)],
        "certain" => window
            .certain
            .iter()
            .map(|certain| {
                format!(
                    "{} to {}, working days {}",
                    certain.from.iso,
                    iso(certain.until.as_ref()),
                    between(&certain.working)
                )
            })
            .collect(),
        why if why.starts_with("why from ") => window
            .stretches
            .iter()
            .filter(|stretch| why.ends_with(&stretch.from.iso))
            .flat_map(|stretch| stretch.whys.iter().map(|why| why.id.clone()))
            .collect(),
        "stretches" => window
            .stretches
            .iter()
            .map(|stretch| {
                format!(
                    "{} to {} {}",
                    stretch.from.iso,
                    iso(stretch.until.as_ref()),
                    code(&stretch.verdict).replace('_', " ")
                )
            })
            .collect(),
        _ => panic!("no such row: window {about}"),
    };
    let wanted: Vec<String> = claims
        .iter()
        .filter(|claim| **claim != "none")
        .map(|claim| (*claim).to_owned())
        .collect();
    differs("the window", &wanted, &found).into_iter().collect()
}

pub(crate) fn noted<'a>(
    what: &str,
    notes: impl IntoIterator<Item = &'a NoteView>,
    lang: &str,
    words: &str,
) -> Option<String> {
    let texts: Vec<&str> = notes.into_iter().map(|note| note.text.as_str()).collect();
    if lang != QUOTED {
        return texts.is_empty().then(|| format!("there is no {what}"));
    }
    let found = texts.iter().any(|text| text.contains(words));
    (!found).then(|| format!("no {what} says \"{words}\": {texts:?}"))
}

/// The words of a text; those of the other languages only have to be there.
pub(crate) fn says(text: &str, lang: &str, words: &str) -> Option<String> {
    let said = match words.strip_prefix("not ") {
        Some(words) => !text.contains(words),
        None => text.contains(words),
    };
    if lang == QUOTED && !said {
        return Some(format!("it does not say \"{words}\": {text}"));
    }
    text.is_empty().then(|| "it says nothing".to_owned())
}

fn missing(what: &str, text: &str, wanted: &str) -> Option<String> {
    (!text.contains(wanted)).then(|| format!("{what} does not name {wanted}: {text}"))
}

/// A code as the wire writes it.
pub(crate) fn code<T: serde::Serialize>(code: &T) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(word)) => word,
        other => panic!("no code: {other:?}"),
    }
}
