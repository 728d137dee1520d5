//! The rows of the deadline sheet, from the agenda.

use qonys_texts::Lang;
use qonys_texts::date_long;
use qonys_texts::text_with;

use crate::assessment::assess_case;
use crate::case::Case;
use crate::forms::Given;
use crate::knowledge::Knowledge;
use crate::law_pack::law_used;
use crate::papers::cover::the_day;
use crate::papers::cover::titled;
use crate::papers::paper_day::PaperDay;
use crate::papers::sentences::sentences;
use crate::speak::Speaker;
use crate::view::AgendaEntryView;
use crate::view::AgendaStateCode;

/// What stands in a cell of which nothing is known.
const NOTHING: &str = "–";

/// Everything that the deadline sheet takes from the assessment.
pub(crate) fn give(
    knowledge: &Knowledge,
    case: &Case,
    lang: Lang,
    of: PaperDay,
    given: &mut Given,
) {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let on = of.day();
    let known = of.known(knowledge, case);
    let filing = known.filing_day(knowledge, on);
    let view = assess_case(knowledge, &known, on, lang);
    let in_state = |wanted: &[AgendaStateCode]| -> Vec<&AgendaEntryView> {
        let entries = view.agenda.entries.iter();
        entries
            .filter(|entry| wanted.contains(&entry.state))
            .collect()
    };
    // What is over stays on the sheet: it may still have to be put right.
    let dated = in_state(&[
        AgendaStateCode::Passed,
        AgendaStateCode::Today,
        AgendaStateCode::Ahead,
    ]);
    let open = in_state(&[AgendaStateCode::NeedsAnswer, AgendaStateCode::NotKnown]);
    let mut rows = |name: &str, rows: Vec<Vec<String>>| {
        given.rows.insert(name.to_owned(), rows);
    };
    rows(
        "deadlines",
        dated
            .iter()
            .map(|entry| row(entry, &titled(lang, entry, case, filing)))
            .collect(),
    );
    rows(
        "open",
        open.iter()
            .map(|entry| open_row(&speaker, entry, titled(lang, entry, case, filing)))
            .collect(),
    );
    let day = date_long(lang, on);
    let made = text_with(lang, "reminders.sheet_made", &[("day", &day)]);
    let mut lines = |name: &str, lines: Vec<String>| {
        given.lines.insert(name.to_owned(), lines);
    };
    let mut said = the_day(knowledge, lang, case, filing);
    said.extend([made, law_used(knowledge, lang).text]);
    lines("made", said);
    lines("disclaimer", vec![view.disclaimer.clone()]);
}

fn row(entry: &AgendaEntryView, title: &str) -> Vec<String> {
    let source = entry.finding.source.as_ref();
    let remarks = entry.remarks.iter().map(|remark| remark.text.as_str());
    let what = sentences([title, &entry.what].into_iter().chain(remarks));
    vec![
        String::new(),
        entry.when_text.clone(),
        what,
        entry.missed.clone().unwrap_or_else(|| NOTHING.to_owned()),
        source.map_or_else(
            || NOTHING.to_owned(),
            |source| format!("{} ({})", source.text, entry.finding.standing_text),
        ),
    ]
}

/// A question that nobody has answered, whole and called so: its short name alone reads as if it were a fact.
fn no_answer(speaker: &Speaker<'_>, asked: &str) -> String {
    // `entity/record.fact` or `entity.fact`
    let path = match (asked.split_once('/'), asked.rsplit_once('.')) {
        (Some((entity, _)), Some((_, fact))) => format!("{entity}.{fact}"),
        (Some(_) | None, Some(_) | None) => asked.to_owned(),
    };
    let question = speaker.path_question(&path);
    text_with(
        speaker.lang,
        "papers.deadlines.no_answer",
        &[("question", &question)],
    )
}

fn open_row(speaker: &Speaker<'_>, entry: &AgendaEntryView, title: String) -> Vec<String> {
    let mut why: Vec<String> = entry.unknown.iter().map(|why| why.text.clone()).collect();
    for asked in &entry.asks {
        let said = no_answer(speaker, asked);
        if !why.contains(&said) {
            why.push(said);
        }
    }
    vec![
        title,
        if why.is_empty() {
            entry.when_text.clone()
        } else {
            why.join("; ")
        },
    ]
}
