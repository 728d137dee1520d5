//! How fresh the law pack is, in words.

use qonys_law::ReviewFinding;
use qonys_law::Reviews;
use qonys_texts::plural;

use crate::speak::Speaker;
use crate::view::BeyondView;
use crate::view::ReviewView;
use crate::view::ReviewsView;

pub(super) fn view(speaker: &Speaker<'_>, reviews: &Reviews) -> ReviewsView {
    let planned = reviews
        .planned
        .map_or_else(String::new, |day| speaker.day(day).text);
    let each = |found: &[ReviewFinding], key: &str| {
        found
            .iter()
            .map(|review| one(speaker, review, key, &planned))
            .collect()
    };
    ReviewsView {
        read_on: reviews.read_on.map(|day| speaker.day(day)),
        overdue: each(&reviews.overdue, "review.overdue"),
        before_plan: each(&reviews.before_plan, "review.before_plan"),
        beyond: reviews.beyond.map(|last| {
            let last = speaker.day(last);
            BeyondView {
                text: speaker.say_with(
                    "review.beyond",
                    &[("planned", &planned), ("last", &last.text)],
                ),
                last,
            }
        }),
        text: summary(speaker, reviews),
    }
}

fn one(speaker: &Speaker<'_>, review: &ReviewFinding, key: &str, planned: &str) -> ReviewView {
    let act = speaker.knowledge.pack.acts.get(&review.act);
    let short = act.map_or_else(|| review.act.clone(), |act| speaker.words(&act.short));
    let due = speaker.day(review.due);
    ReviewView {
        title: act.map_or_else(|| review.act.clone(), |act| speaker.act_title(act)),
        url: act.map_or_else(String::new, |act| speaker.address(act).to_owned()),
        text: speaker.say_with(
            key,
            &[("act", &short), ("due", &due.text), ("planned", planned)],
        ),
        seen: review.seen.map(|day| speaker.day(day)),
        due,
        act: review.act.clone(),
    }
}

fn summary(speaker: &Speaker<'_>, reviews: &Reviews) -> String {
    let read = reviews.read_on.map_or_else(String::new, |day| {
        speaker.say_with("review.read_on", &[("day", &speaker.day(day).text)])
    });
    let count = reviews.overdue.len();
    if count == 0 {
        return read;
    }
    let overdue = plural(
        speaker.lang,
        "findings.review.overdue_count",
        i64::try_from(count).unwrap_or(i64::MAX),
        &[],
    );
    format!("{read} {overdue}")
}
