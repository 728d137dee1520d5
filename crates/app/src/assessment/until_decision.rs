//! Whether the right to stay lasts until the decision, in words.

use qonys_law::OlderDecision;
use qonys_law::UntilDecision;
use qonys_law::Verdict;
use qonys_law::VerdictKind;
use qonys_texts::plural;

use crate::assessment::finding::note;
use crate::assessment::stages::length;
use crate::assessment::stages::term_view;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::OlderDecisionView;
use crate::view::UntilDecisionView;

pub(super) fn until_decision_view(
    speaker: &Speaker<'_>,
    found: &UntilDecision,
) -> UntilDecisionView {
    UntilDecisionView {
        verdict: verdict_code(found.verdict.kind()),
        verdict_text: speaker.verdict(found.verdict.kind()),
        at_filing: verdict_code(found.at_filing.kind()),
        may_stay_until: found.may_stay_until.map(|day| speaker.day(day)),
        decision: speaker.day(found.decision),
        decision_given: found.decision_given,
        decision_moved: found.decision_moved.map(|day| speaker.day(day)),
        term: found.term.as_ref().map(|term| term_view(speaker, term)),
        days_short: i32::try_from(found.days_short).unwrap_or(i32::MAX),
        bridge_until: found.bridge_until.map(|day| speaker.day(day)),
        bridge_reaches: found.bridge_reaches,
        text: sentences(speaker, found).join(" "),
        advice: found.advice.as_ref().map(|n| note(speaker, n)),
        older: found.older.as_ref().map(|older| older_view(speaker, older)),
        whys: found
            .verdict
            .whys()
            .iter()
            .map(|why| speaker.why(why))
            .collect(),
        source: found.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(found.standing),
        standing_text: speaker.standing(found.standing),
    }
}

fn sentences(speaker: &Speaker<'_>, found: &UntilDecision) -> Vec<String> {
    let decision = speaker.day(found.decision).text;
    let mut said = Vec::new();
    match (found.verdict.kind(), found.may_stay_until) {
        (_, Some(until)) if found.awaited => said.push(speaker.plan(
            "until_decision.awaited",
            &[("until", &speaker.day(until).text), ("decision", &decision)],
        )),
        (VerdictKind::Yes, Some(until)) => said.push(speaker.plan(
            "until_decision.yes",
            &[("until", &speaker.day(until).text), ("decision", &decision)],
        )),
        (VerdictKind::No, Some(until)) => {
            let days = plural(speaker.lang, "units.days", found.days_short, &[]);
            said.push(speaker.plan(
                "until_decision.no",
                &[
                    ("until", &speaker.day(until).text),
                    ("decision", &decision),
                    ("days", &days),
                ],
            ));
        }
        (
            VerdictKind::Yes | VerdictKind::No | VerdictKind::Undecided | VerdictKind::DoesNotApply,
            _,
        ) => {
            said.push(speaker.plan("until_decision.undecided", &[("decision", &decision)]));
        }
    }
    if let Some(moved) = found.decision_moved {
        said.push(speaker.plan(
            "until_decision.moved",
            &[("day", &decision), ("moved", &speaker.day(moved).text)],
        ));
    }
    if found.at_filing == Verdict::No {
        said.push(speaker.plan("until_decision.filing_not_covered", &[]));
    }
    if let (Some(until), false) = (found.bridge_until, found.verdict == Verdict::Yes) {
        said.push(speaker.plan(
            "until_decision.bridge",
            &[("until", &speaker.day(until).text)],
        ));
        if !found.bridge_reaches {
            said.push(speaker.plan("until_decision.bridge_short", &[]));
        }
    }
    said
}

fn older_view(speaker: &Speaker<'_>, older: &OlderDecision) -> OlderDecisionView {
    let mut said = vec![speaker.plan(
        "until_decision.older",
        &[
            ("length", &length(speaker, &older.term)),
            ("decision", &speaker.day(older.decision).text),
        ],
    )];
    if older.verdict == Verdict::No {
        said.push(speaker.plan("until_decision.older_no", &[]));
    }
    OlderDecisionView {
        term: term_view(speaker, &older.term),
        decision: speaker.day(older.decision),
        moved: older.moved.map(|day| speaker.day(day)),
        verdict: verdict_code(older.verdict.kind()),
        text: said.join(" "),
        note: older.note.as_ref().map(|n| note(speaker, n)),
    }
}
