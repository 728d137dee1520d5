//! Where an application stands: its next step and its next deadline, in words. And the answer on another day.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::VerdictKind;
use qonys_reminders::MarkKind;
use qonys_texts::Lang;
use qonys_texts::plural;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::OVERDUE;
use crate::assessment::assess;
use crate::assessment::pages;
use crate::assessment::permit;
use crate::assessment::permit::PermitStanding;
use crate::case::Case;
use crate::case::CasePlan;
use crate::interview;
use crate::knowledge::Knowledge;
use crate::speak::Speaker;
use crate::view::ActsByCode;
use crate::view::AgendaEntryView;
use crate::view::AgendaKindCode;
use crate::view::AgendaStateCode;
use crate::view::AnswerOnView;
use crate::view::CaseView;
use crate::view::FilledCode;
use crate::view::ItemView;
use crate::view::NamedView;
use crate::view::NextDeadlineView;
use crate::view::NextStepCode;
use crate::view::NextStepView;
use crate::view::PaperCardView;
use crate::view::QuestionView;
use crate::view::StandView;
use crate::view::StatusCode;
use crate::view::VerdictCode;

/// Where an application stands on a day.
pub(crate) fn stand(
    knowledge: &Knowledge,
    id: &str,
    case: &Case,
    assessment: &Assessment,
    lang: Lang,
) -> StandView {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let view = interview::case_view(knowledge, case, assessment, 0, false, lang);
    let dates = pages::dates(&speaker, assessment);
    let first = |wanted: fn(&AgendaEntryView) -> bool| {
        let mut entries = dates.agenda.entries.iter();
        entries
            .find(|entry| wanted(entry) && is_open_deadline(entry, case))
            .and_then(deadline)
    };
    StandView {
        application: id.to_owned(),
        verdict: view.result.may_apply.verdict,
        verdict_text: view.result.may_apply.verdict_text.clone(),
        heading: view.result.heading.clone(),
        permit: view.result.permit.clone(),
        next: next_step(&speaker, &view, assessment),
        overdue: first(is_overdue),
        deadline: first(is_ahead),
    }
}

fn step(code: NextStepCode, text: String, target: Option<&str>) -> NextStepView {
    NextStepView {
        code,
        text,
        target: target.map(str::to_owned),
    }
}

/// Who holds the permit keeps it: what stands against it comes first, then what nobody could count yet.
fn with_permit(speaker: &Speaker<'_>, assessment: &Assessment) -> NextStepView {
    let words = |key: &str| text(speaker.lang, &format!("overview.next.{key}"));
    match permit::standing(assessment) {
        PermitStanding::Missed => step(NextStepCode::Stay, words("permit_missed"), None),
        PermitStanding::Ground => step(NextStepCode::SeeAnswer, words("permit_ground"), None),
        PermitStanding::Kept => step(NextStepCode::Dates, words("permit_kept"), None),
        PermitStanding::Open => match permit::asked(assessment) {
            Some(fact) => {
                let label = speaker.label(&fact);
                let asks = "overview.next.permit_asks";
                let words = text_with(speaker.lang, asks, &[("question", &label)]);
                step(NextStepCode::Question, words, Some(&fact.to_string()))
            }
            None => step(NextStepCode::Stay, words("permit_open"), None),
        },
    }
}

/// Who has handed in the papers waits for the decision. Else what is asked comes before what is fetched, and what decides comes
/// before the rest.
fn next_step(speaker: &Speaker<'_>, view: &CaseView, assessment: &Assessment) -> NextStepView {
    let lang = speaker.lang;
    let say = |key: &str| text(lang, &format!("overview.next.{key}"));
    let with =
        |key: &str, args: &[(&str, &str)]| text_with(lang, &format!("overview.next.{key}"), args);
    if permit::is_held(assessment) {
        return with_permit(speaker, assessment);
    }
    if assessment.days.handed_in {
        let decision = &view.result.days.decision.day.text;
        let (code, key) = if assessment.days.today <= assessment.days.decision.day {
            (NextStepCode::Wait, "wait")
        } else {
            (NextStepCode::AskForDecision, "ask_for_decision")
        };
        return step(code, with(key, &[("day", decision)]), None);
    }
    if view.precheck.open > 0 {
        let words = plural(
            lang,
            "overview.next.first_check",
            i64::from(view.precheck.open),
            &[],
        );
        return step(NextStepCode::FirstCheck, words, None);
    }
    let days = &assessment.days;
    if days.filing.given && days.filing.day < days.today {
        let day = &view.result.days.filing.day.text;
        return step(NextStepCode::Plan, with("plan", &[("day", day)]), None);
    }
    if view.result.may_apply.verdict == VerdictCode::No {
        return step(NextStepCode::NotPossible, say("not_possible"), None);
    }
    let deciding = deciding(view);
    if let Some((key, label, said)) = deciding.first() {
        let (code, words) = if *said {
            (NextStepCode::FindOut, "find_out")
        } else {
            (NextStepCode::Question, "question")
        };
        return step(code, with(words, &[("question", label)]), Some(key));
    }
    if let Some(section) = view.sections.iter().find(|section| section.open > 0) {
        let words = plural(
            lang,
            "overview.next.section",
            i64::from(section.open),
            &[("section", &section.title)],
        );
        return step(NextStepCode::Section, words, Some(&section.id));
    }
    if let Some(card) = next_paper(view) {
        let (code, words) = match (card.filled, &card.order_by) {
            (Some(FilledCode::Whole), _) => (
                NextStepCode::Print,
                with("print", &[("paper", &card.title)]),
            ),
            (Some(FilledCode::Draft), _) => (
                NextStepCode::Print,
                with("draft", &[("paper", &card.title)]),
            ),
            (None, Some(day)) => (
                NextStepCode::Paper,
                with("paper_by", &[("paper", &card.title), ("day", &day.text)]),
            ),
            (None, None) => (
                NextStepCode::Paper,
                with(
                    "paper",
                    &[("paper", &card.title), ("status", &card.status_text)],
                ),
            ),
        };
        return step(code, words, Some(&card.key));
    }
    if assessment.may_apply.verdict.kind() == VerdictKind::Yes
        && assessment.readiness.verdict == VerdictKind::Yes
    {
        let day = &view.result.days.filing.day.text;
        return step(NextStepCode::HandIn, with("hand_in", &[("day", day)]), None);
    }
    step(NextStepCode::SeeAnswer, say("see_answer"), None)
}

/// The questions and lists that still decide: their key, their name, and whether the person said "I don't know yet". Those of the
/// first check come first, for the others hang on them; then those that nobody has answered.
fn deciding(view: &CaseView) -> Vec<(String, String, bool)> {
    fn of(questions: &[QuestionView], found: &mut Vec<(String, String, bool)>) {
        for question in questions.iter().filter(|question| question.decides) {
            found.push((
                question.key.clone(),
                question.label.clone(),
                question.answer.is_some(),
            ));
        }
    }
    let mut found = Vec::new();
    for item in view.sections.iter().flat_map(|section| &section.items) {
        match item {
            ItemView::Question { question } => of(std::slice::from_ref(&**question), &mut found),
            ItemView::List { list } => {
                for record in &list.records {
                    of(&record.questions, &mut found);
                }
                if list.decides {
                    found.push((
                        format!("{}.complete", list.entity),
                        list.title.clone(),
                        false,
                    ));
                }
            }
            ItemView::Papers { cards, .. } => {
                for card in cards {
                    of(&card.questions, &mut found);
                }
            }
            ItemView::Plan {} => {}
        }
    }
    let first = &view.precheck.questions;
    found.sort_by_key(|(key, _, said)| {
        let precheck = first.iter().any(|question| question.key == *key);
        (!precheck, !precheck && *said)
    });
    found
}

/// How soon a paper wants the person; none where it wants nothing.
fn urgency(status: StatusCode) -> Option<u8> {
    match status {
        StatusCode::OutOfDate => Some(0),
        StatusCode::WrongSum => Some(1),
        StatusCode::NoneInCountry => Some(2),
        StatusCode::Missing => Some(3),
        StatusCode::WillBeOutOfDate => Some(4),
        StatusCode::DateMissing => Some(5),
        StatusCode::SumOpen => Some(6),
        StatusCode::NotYet => Some(7),
        StatusCode::OfficeSays => Some(8),
        StatusCode::NotSaid => Some(9),
        StatusCode::Open | StatusCode::InHand | StatusCode::NotNeeded => None,
    }
}

/// The paper to get next: the one that is to be ordered first, else the one that stands worst.
fn next_paper(view: &CaseView) -> Option<&PaperCardView> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .filter_map(|item| match item {
            ItemView::Papers { cards, .. } => Some(cards),
            ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => None,
        })
        .flatten()
        .filter_map(|card| Some((card, urgency(card.status)?)))
        .min_by_key(|(card, urgency)| {
            let day = card.order_by.as_ref().map(|day| day.iso.as_str());
            (day.is_none(), day, *urgency)
        })
        .map(|(card, _)| card)
}

/// Whether the day of an entry has passed and something is to be done about it now.
fn is_overdue(entry: &AgendaEntryView) -> bool {
    entry.remarks.iter().any(|remark| remark.id == OVERDUE)
}

/// Whether the day of an entry is today or later.
fn is_ahead(entry: &AgendaEntryView) -> bool {
    match entry.state {
        AgendaStateCode::Ahead | AgendaStateCode::Today => true,
        AgendaStateCode::Passed
        | AgendaStateCode::Done
        | AgendaStateCode::NeedsAnswer
        | AgendaStateCode::NotKnown
        | AgendaStateCode::IfItHappens => false,
    }
}

/// Whether an entry is a deadline of the person or the host that nobody called done or hid.
fn is_open_deadline(entry: &AgendaEntryView, case: &Case) -> bool {
    let ends = match entry.kind {
        AgendaKindCode::Duty
        | AgendaKindCode::Right
        | AgendaKindCode::Ends
        | AgendaKindCode::Paper => true,
        AgendaKindCode::Opens | AgendaKindCode::Changes => false,
    };
    let own = match entry.by {
        ActsByCode::Applicant | ActsByCode::Host => true,
        ActsByCode::Authority => false,
    };
    let settled = case.reminders.marks.get(&entry.key).is_some_and(|mark| {
        let same_day = entry
            .day
            .as_ref()
            .is_some_and(|day| day.iso == mark.day.to_string());
        same_day && matches!(mark.kind, MarkKind::Done | MarkKind::Hidden)
    });
    ends && own && !settled
}

fn deadline(entry: &AgendaEntryView) -> Option<NextDeadlineView> {
    Some(NextDeadlineView {
        key: entry.key.clone(),
        title: match &entry.about {
            Some(about) => format!("{}: {about}", entry.title),
            None => entry.title.clone(),
        },
        day: entry.day.clone()?,
        when_text: entry.when_text.clone(),
        left_text: entry.left_text.clone(),
    })
}

/// The answer if the papers were handed in on a day. A day in the past is looked at as of that day.
pub(crate) fn answer_on(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    day: NaiveDate,
    lang: Lang,
) -> AnswerOnView {
    let thought = Case {
        plan: CasePlan {
            filing: Some(day),
            payment: case.plan.payment.filter(|payment| *payment <= day),
            decision: case.plan.decision.filter(|decision| *decision >= day),
        },
        ..case.clone()
    }
    .not_handed_in();
    let assessment = assess(knowledge, &thought, today.min(day));
    let speaker = Speaker {
        knowledge,
        answers: &thought.answers,
        lang,
    };
    let summary = pages::summary(&speaker, &assessment);
    let page = pages::answer(&speaker, &assessment);
    AnswerOnView {
        language: lang.code().to_owned(),
        day: speaker.day(day),
        heading: summary.heading,
        may_apply: summary.may_apply,
        routes: summary.routes,
        procedures: page
            .procedures
            .into_iter()
            .filter(|procedure| match procedure.finding.verdict {
                VerdictCode::Yes | VerdictCode::Undecided => true,
                VerdictCode::No | VerdictCode::DoesNotApply => false,
            })
            .map(|procedure| NamedView {
                title: match procedure.finding.verdict {
                    VerdictCode::Undecided => {
                        format!("{} ({})", procedure.title, procedure.finding.verdict_text)
                    }
                    VerdictCode::Yes | VerdictCode::No | VerdictCode::DoesNotApply => {
                        procedure.title
                    }
                },
                id: procedure.finding.id,
            })
            .collect(),
        not_ready: page.readiness.not_ready,
        open: page.readiness.open,
        fees_together: page.fees_together,
    }
}
