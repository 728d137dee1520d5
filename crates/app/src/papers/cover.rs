//! The rows of the cover sheet, from the assessment.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::VerdictKind;
use qonys_texts::Lang;
use qonys_texts::date_long;
use qonys_texts::plural;
use qonys_texts::text as text_of;
use qonys_texts::text_with;

use crate::assessment;
use crate::assessment::counted::unready;
use crate::assessment::requirements::status_text;
use crate::case::Case;
use crate::forms::Given;
use crate::knowledge::Knowledge;
use crate::law_pack::law_used;
use crate::papers::fee_rows;
use crate::speak::Speaker;
use crate::view::AgendaEntryView;
use crate::view::AgendaKindCode;
use crate::view::AgendaStateCode;
use crate::view::AssessmentView;
use crate::view::DayView;
use crate::view::RequirementView;
use crate::view::StatusCode;
use crate::view::VerdictCode;

/// What stands in a cell of which nothing is known.
pub(super) const NOTHING: &str = "–";

/// The kind of a reason that is a missing answer.
const MISSING: &str = "missing";

/// The entry of the agenda for the filing day; its key.
const FILING_DAY: &str = "filing_day";

/// Everything that the cover sheet takes from the assessment.
pub(crate) fn give(
    knowledge: &Knowledge,
    case: &Case,
    lang: Lang,
    on: NaiveDate,
    given: &mut Given,
) {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let assessed = assessment::assess(knowledge, &filed_on(knowledge, case, on), on);
    let view = assessment::view(&speaker, &assessed);
    let mut rows = |name: &str, rows: Vec<Vec<String>>| {
        given.rows.insert(name.to_owned(), rows);
    };
    rows("checklist", checklist(&view));
    rows("stages", stages(&speaker, &view));
    rows("fees", fee_rows::rows(&speaker, &view, &assessed));
    rows("deadlines", deadlines(lang, &view, case, on));
    let mut lines = |name: &str, lines: Vec<String>| {
        given.lines.insert(name.to_owned(), lines);
    };
    let mut answered = the_day(knowledge, lang, case, on);
    answered.extend(answer(&speaker, &view, &assessed));
    lines("answer", answered);
    lines("window", vec![view.window.text.clone()]);
    lines("stage_notes", stage_notes(&view));
    lines("fee_notes", fee_rows::payment(&view));
    lines(
        "disclaimer",
        vec![view.disclaimer, law_used(knowledge, lang).text],
    );
}

/// The case with the papers handed in on the day of the sheets: nothing on them is reckoned for another day. The other days of a
/// plan that names another filing day belong to that one, and are left out.
pub(super) fn filed_on(knowledge: &Knowledge, case: &Case, on: NaiveDate) -> Case {
    if case.handed_in(knowledge, on) == Some(on) {
        return case.clone();
    }
    let mut case = case.clone().not_handed_in();
    if case.plan.filing.is_some_and(|planned| planned != on) {
        case.plan.payment = None;
        case.plan.decision = None;
    }
    case.plan.filing = Some(on);
    case.plan.payment = case.plan.payment.filter(|payment| *payment <= on);
    case.plan.decision = case.plan.decision.filter(|decision| *decision >= on);
    case
}

/// For which day the sheet holds, and that the plan names another, where it does.
pub(super) fn the_day(
    knowledge: &Knowledge,
    lang: Lang,
    case: &Case,
    on: NaiveDate,
) -> Vec<String> {
    let say = |key: &str, day| {
        let day = date_long(lang, day);
        text_with(lang, &format!("papers.cover.{key}"), &[("day", &day)])
    };
    if case.handed_in(knowledge, on) == Some(on) {
        return vec![say("handed_in", on)];
    }
    std::iter::once(say("day", on))
        .chain(other_days(knowledge, lang, case, on))
        .collect()
}

/// The days of the plan for which the sheet does not hold.
pub(super) fn other_days(
    knowledge: &Knowledge,
    lang: Lang,
    case: &Case,
    on: NaiveDate,
) -> Vec<String> {
    let say = |key: &str, day| {
        let day = date_long(lang, day);
        text_with(lang, &format!("papers.cover.{key}"), &[("day", &day)])
    };
    let payment = filed_on(knowledge, case, on).plan.payment;
    let filing = case.plan.filing.filter(|planned| *planned != on);
    let paid = case.plan.payment.filter(|day| payment != Some(*day));
    filing
        .map(|planned| say("other_plan", planned))
        .into_iter()
        .chain(paid.map(|planned| say("other_payment", planned)))
        .collect()
}

/// What an entry is called on a sheet: the day of a sheet that the plan does not name is no filing day of the plan.
pub(super) fn titled(lang: Lang, entry: &AgendaEntryView, case: &Case, on: NaiveDate) -> String {
    if entry.key == FILING_DAY && case.plan.filing != Some(on) {
        return text_of(lang, "papers.cover.filing_day");
    }
    match &entry.about {
        Some(about) => format!("{} ({about})", entry.title),
        None => entry.title.clone(),
    }
}

fn text(day: Option<&DayView>) -> String {
    day.map_or_else(|| NOTHING.to_owned(), |day| day.text.clone())
}

/// A day that has passed, said so.
fn past(lang: Lang, day: &DayView) -> String {
    text_with(lang, "papers.cover.past", &[("day", &day.text)])
}

/// The answer, and each paper that it counts with where it stands: the count explains itself. One that is no yes is followed by its
/// reasons; of answers that are missing only how many there are.
fn answer(speaker: &Speaker<'_>, view: &AssessmentView, assessed: &Assessment) -> Vec<String> {
    let mut lines = vec![view.heading.clone()];
    let found = &view.may_apply;
    if assessed.may_apply.verdict.kind() != VerdictKind::Yes {
        let (missing, told): (Vec<_>, Vec<_>) = found
            .reasons
            .iter()
            .partition(|reason| reason.kind == MISSING);
        lines.extend(told.iter().map(|reason| format!("– {}", reason.text)));
        if !missing.is_empty() {
            let count = i64::try_from(missing.len()).unwrap_or(i64::MAX);
            let text = plural(speaker.lang, "papers.cover.missing", count, &[]);
            lines.push(format!("– {text}"));
        }
        if let Some(source) = found.source.as_ref().filter(|_| !told.is_empty()) {
            lines.push(format!("[{}; {}]", source.text, found.standing_text));
        }
    }
    if assessed.may_apply.verdict.kind() == VerdictKind::Yes {
        lines.extend(unready(assessed).into_iter().map(|(requirement, paper)| {
            let (title, status) = match paper {
                Some(paper) if paper.country.is_some() || paper.record.is_some() => {
                    (speaker.paper(&paper.key), paper.status)
                }
                Some(paper) => (speaker.words(&requirement.title), paper.status),
                None => (speaker.words(&requirement.title), requirement.status),
            };
            let list = open_list(speaker, assessed, &requirement.procedure)
                .map_or_else(String::new, |list| format!(" ({list})"));
            format!("– {title} – {}{list}", status_text(speaker, status))
        }));
    }
    lines
}

/// What a list is called of which it is not decided whether it binds: its papers are counted apart.
fn open_list(speaker: &Speaker<'_>, assessed: &Assessment, id: &str) -> Option<String> {
    let mut procedures = assessed.procedures.iter();
    let found = procedures.find(|procedure| procedure.finding.id == id)?;
    (found.finding.verdict.kind() == VerdictKind::Undecided).then(|| speaker.words(&found.title))
}

/// What the list is called that names the paper, where another list names it too: it is handed in once, for the list that binds.
fn list_of<'a>(view: &'a AssessmentView, requirement: &RequirementView) -> Option<&'a str> {
    let twice = view.requirements.iter().any(|other| {
        other.paper == requirement.paper
            && other.procedure != requirement.procedure
            && match other.finding.verdict {
                VerdictCode::Yes | VerdictCode::Undecided => true,
                VerdictCode::No | VerdictCode::DoesNotApply => false,
            }
    });
    let mut procedures = view.procedures.iter().filter(|_| twice);
    procedures
        .find(|procedure| procedure.finding.id == requirement.procedure)
        .map(|procedure| procedure.title.as_str())
}

/// A row a paper that has to be handed in, or may have to.
fn checklist(view: &AssessmentView) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut number = 0;
    for requirement in &view.requirements {
        match requirement.finding.verdict {
            VerdictCode::Yes | VerdictCode::Undecided => {}
            VerdictCode::No | VerdictCode::DoesNotApply => continue,
        }
        let list = list_of(view, requirement);
        let mut row =
            |title: String, issued: String, last: String, status: StatusCode, words: &str| {
                let held = match status {
                    StatusCode::InHand => "x".to_owned(),
                    StatusCode::NotNeeded
                    | StatusCode::Open
                    | StatusCode::OfficeSays
                    | StatusCode::NotSaid
                    | StatusCode::Missing
                    | StatusCode::DateMissing
                    | StatusCode::NotYet
                    | StatusCode::WillBeOutOfDate
                    | StatusCode::OutOfDate
                    | StatusCode::WrongSum
                    | StatusCode::SumOpen
                    | StatusCode::NoneInCountry => String::new(),
                };
                number += 1;
                vec![
                    held,
                    number.to_string(),
                    list.map_or_else(|| title.clone(), |list| format!("{title} – {list}")),
                    issued,
                    last,
                    words.to_owned(),
                ]
            };
        if requirement.papers.is_empty() {
            rows.push(row(
                requirement.title.clone(),
                NOTHING.to_owned(),
                NOTHING.to_owned(),
                requirement.status,
                &requirement.status_text,
            ));
        }
        for paper in &requirement.papers {
            let of = paper.country.as_ref().or(paper.person.as_ref());
            let title = match of {
                Some(of) => format!("{} ({of})", requirement.title),
                None => requirement.title.clone(),
            };
            let instead = paper.instead.as_ref();
            let status = instead
                .filter(|_| paper.status == StatusCode::NoneInCountry)
                .map_or_else(
                    || paper.status_text.clone(),
                    |instead| format!("{}. {instead}", paper.status_text),
                );
            rows.push(row(
                title,
                text(paper.issued.as_ref()),
                text(paper.last_good_day.as_ref()),
                paper.status,
                &status,
            ));
        }
    }
    rows
}

fn stages(speaker: &Speaker<'_>, view: &AssessmentView) -> Vec<Vec<String>> {
    view.stages
        .stages
        .iter()
        .filter(|stage| match stage.finding.verdict {
            VerdictCode::Yes | VerdictCode::Undecided => true,
            VerdictCode::No | VerdictCode::DoesNotApply => false,
        })
        .map(|stage| {
            let today = view.days.today.iso.as_str();
            let start = match &stage.start_by {
                // What was passed is not begun again.
                Some(_) if stage.done => NOTHING.to_owned(),
                Some(day) if day.iso.as_str() < today => past(speaker.lang, day),
                day => text(day.as_ref()),
            };
            // That the paper of a stage is not in hand does not mean that the stage was not passed.
            let passed = if stage.done {
                speaker.say("answer.yes")
            } else {
                NOTHING.to_owned()
            };
            vec![
                stage.title.clone(),
                stage
                    .term
                    .as_ref()
                    .map_or_else(|| NOTHING.to_owned(), |term| term.text.clone()),
                start,
                // The paper was issued on its own day; the day reckoned for the plan is no news of a stage that is passed.
                text(stage.over_by.as_ref().filter(|_| !stage.done)),
                passed,
            ]
        })
        .collect()
}

/// The last days to begin the stages that are not passed, and what to do where such a day is over.
fn stage_notes(view: &AssessmentView) -> Vec<String> {
    view.stages
        .last_starts
        .iter()
        .filter(|start| match start.binds {
            VerdictCode::Yes | VerdictCode::Undecided => !start.done,
            VerdictCode::No | VerdictCode::DoesNotApply => false,
        })
        .map(|start| start.text.clone())
        .filter(|text| !text.is_empty())
        .collect()
}

/// Whether an entry stands on the sheet: its day is still to come, or it is a duty whose day has passed and of which nobody
/// said that it was done.
fn listed(entry: &AgendaEntryView) -> bool {
    match entry.state {
        AgendaStateCode::Ahead | AgendaStateCode::Today => entry.day.is_some(),
        AgendaStateCode::Passed => entry.day.is_some() && entry.kind == AgendaKindCode::Duty,
        AgendaStateCode::Done
        | AgendaStateCode::NeedsAnswer
        | AgendaStateCode::NotKnown
        | AgendaStateCode::IfItHappens => false,
    }
}

/// The days still to come and the duties that are over, in their order.
fn deadlines(lang: Lang, view: &AssessmentView, case: &Case, on: NaiveDate) -> Vec<Vec<String>> {
    view.agenda
        .entries
        .iter()
        .filter(|entry| listed(entry))
        .map(|entry| {
            let title = titled(lang, entry, case, on);
            let over = entry.state == AgendaStateCode::Passed;
            let day = match &entry.day {
                Some(day) if over => past(lang, day),
                day => text(day.as_ref()),
            };
            let missed = entry.missed.as_ref().filter(|_| over);
            vec![
                day,
                match missed {
                    Some(missed) => format!("{title}. {} {missed}", entry.what),
                    None => format!("{title}. {}", entry.what),
                },
                entry
                    .finding
                    .source
                    .as_ref()
                    .map_or_else(|| NOTHING.to_owned(), |source| source.text.clone()),
            ]
        })
        .collect()
}
