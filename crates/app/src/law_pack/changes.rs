//! What a newer law changes for somebody: the two assessments side by side.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qonys_texts::Lang;
use qonys_texts::text;

use crate::assessment::assess_case;
use crate::case::Case;
use crate::knowledge::Knowledge;
use crate::view::AssessmentView;
use crate::view::LawChangeArea;
use crate::view::LawChangeView;
use crate::view::LawPackChangesView;
use crate::view::SumView;
use crate::view::VerdictCode;

/// One thing that an assessment says.
struct Said {
    title: String,
    words: String,
}

/// By its area and id, everything that an assessment says which a newer law may change.
type Sayings = BTreeMap<(LawChangeArea, String), Said>;

/// What is otherwise by a newer law, for a case on a day.
#[must_use]
pub fn law_pack_changes(
    before: &Knowledge,
    after: &Knowledge,
    case: &Case,
    today: NaiveDate,
    lang: Lang,
) -> LawPackChangesView {
    let (old, new) = (
        assess_case(before, case, today, lang),
        assess_case(after, case, today, lang),
    );
    let (was, mut is) = (sayings(&old, lang), sayings(&new, lang));
    let mut changes = Vec::new();
    for ((area, id), old) in was {
        let new = is.remove(&(area, id.clone()));
        if new.as_ref().is_none_or(|new| new.words != old.words) {
            changes.push(change(area, id, Some(old), new, lang));
        }
    }
    for ((area, id), new) in is {
        changes.push(change(area, id, None, Some(new), lang));
    }
    changes.sort_by(|a, b| (a.area, &a.id).cmp(&(b.area, &b.id)));
    LawPackChangesView {
        language: lang.code().to_owned(),
        from_version: before.manifest().version,
        to_version: after.manifest().version,
        title: after.title(lang).to_owned(),
        heading: text(
            lang,
            if changes.is_empty() {
                "plans.law_pack.nothing_changes"
            } else {
                "plans.law_pack.changes"
            },
        ),
        changes,
    }
}

fn change(
    area: LawChangeArea,
    id: String,
    before: Option<Said>,
    after: Option<Said>,
    lang: Lang,
) -> LawChangeView {
    let title = after
        .as_ref()
        .or(before.as_ref())
        .map(|said| said.title.clone())
        .unwrap_or_default();
    LawChangeView {
        area,
        area_text: text(lang, &format!("plans.law_pack.area.{}", area.code())),
        id,
        title,
        before: before.map(|said| said.words),
        after: after.map(|said| said.words),
    }
}

fn sayings(view: &AssessmentView, lang: Lang) -> Sayings {
    let mut all = Sayings::new();
    let mut say = |area, id: &str, title: &str, words: String| {
        let said = Said {
            title: title.to_owned(),
            words,
        };
        all.insert((area, id.to_owned()), said);
    };
    let label = |area: LawChangeArea| text(lang, &format!("plans.law_pack.area.{}", area.code()));
    say(
        LawChangeArea::Result,
        "may_apply",
        &label(LawChangeArea::Result),
        view.heading.clone(),
    );
    for route in &view.routes {
        let finding = &route.finding;
        say(
            LawChangeArea::Route,
            &finding.id,
            &route.title,
            finding.verdict_text.clone(),
        );
    }
    for ground in &view.grounds {
        let finding = &ground.finding;
        say(
            LawChangeArea::Ground,
            &finding.id,
            &format!("{} {}", ground.number, ground.text),
            finding.verdict_text.clone(),
        );
    }
    for procedure in &view.procedures {
        let finding = &procedure.finding;
        say(
            LawChangeArea::Procedure,
            &finding.id,
            &procedure.title,
            finding.verdict_text.clone(),
        );
    }
    for requirement in &view.requirements {
        let finding = &requirement.finding;
        // What is not asked for is no change while it stays so.
        let words = match finding.verdict {
            VerdictCode::No | VerdictCode::DoesNotApply => finding.verdict_text.clone(),
            VerdictCode::Yes | VerdictCode::Undecided => {
                let sum = requirement.sum.as_ref().map(|sum| money(sum, lang));
                [
                    Some(finding.verdict_text.clone()),
                    Some(requirement.status_text.clone()),
                    sum,
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("; ")
            }
        };
        say(LawChangeArea::Paper, &finding.id, &requirement.title, words);
    }
    for fee in &view.fees {
        let finding = &fee.finding;
        let words = match finding.verdict {
            VerdictCode::No | VerdictCode::DoesNotApply => finding.verdict_text.clone(),
            VerdictCode::Yes | VerdictCode::Undecided => money(&fee.sum, lang),
        };
        say(LawChangeArea::Fee, &finding.id, &fee.sum.title, words);
    }
    say(
        LawChangeArea::Window,
        "window",
        &label(LawChangeArea::Window),
        view.window.text.clone(),
    );
    for stage in &view.stages.stages {
        let finding = &stage.finding;
        say(
            LawChangeArea::Stage,
            &finding.id,
            &stage.title,
            finding.verdict_text.clone(),
        );
    }
    for part in view.budget.stages.iter().flat_map(|stage| &stage.parts) {
        say(
            LawChangeArea::Cost,
            &part.id,
            &part.title,
            part.text.clone(),
        );
    }
    for later in &view.changes_ahead {
        let id = format!("{} {}", later.id, later.day.iso);
        say(LawChangeArea::Ahead, &id, &later.title, later.text.clone());
    }
    for entry in &view.agenda.entries {
        say(
            LawChangeArea::Deadline,
            &entry.key,
            &entry.title,
            entry.when_text.clone(),
        );
    }
    all
}

/// A sum, or that it is not known.
fn money(sum: &SumView, lang: Lang) -> String {
    sum.sum.as_ref().map_or_else(
        || text(lang, "plans.law_pack.sum_not_known"),
        |money| money.text.clone(),
    )
}
