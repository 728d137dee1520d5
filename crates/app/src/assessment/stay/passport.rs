//! Stays with one passport, in words.

use chrono::Datelike as _;
use qonys_law::PassportStay;
use qonys_law::StayFinding;
use qonys_law::StayGround;
use qonys_law::stay::Limit;
use qonys_law::stay::Reentry;
use qonys_law::stay::VisitCount;
use qonys_texts::days;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::finding::note;
use crate::assessment::stay::count;
use crate::assessment::stay::limit_code;
use crate::assessment::stay::limit_key;
use crate::assessment::stay::sentence;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::DaysInRowView;
use crate::view::PassportStayView;
use crate::view::ReentryView;
use crate::view::SentenceView;
use crate::view::VisitView;

pub(super) fn passport_view(
    speaker: &Speaker<'_>,
    found: &StayFinding,
    passport: &PassportStay,
) -> PassportStayView {
    let counted = passport.count.as_ref();
    let used = counted.and_then(|count| count.window_from.zip(count.used).zip(count.left));
    PassportStayView {
        code: passport.country.clone(),
        country: speaker.country(&passport.country),
        per_visit: passport.per_visit,
        total: passport.total,
        window: passport.window,
        rules: rules(speaker, found, passport),
        no_window_because: passport
            .no_window_because
            .as_ref()
            .map(|words| sentence(speaker.words(words))),
        window_from: counted
            .and_then(|count| count.window_from)
            .map(|day| speaker.day(day)),
        used: counted.and_then(|counted| counted.used).map(count),
        left: counted.and_then(|counted| counted.left).map(count),
        used_text: used.map(|((from, used), left)| {
            text_with(
                speaker.lang,
                "stay.used",
                &[
                    ("from", &speaker.day(from).text),
                    ("day", &speaker.day(found.day).text),
                    ("used", &days(speaker.lang, used)),
                    ("left", &days(speaker.lang, left)),
                ],
            )
        }),
        used_days: counted
            .map(|count| count.used_days.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|(first, last)| DaysInRowView {
                from: speaker.day(*first),
                until: speaker.day(*last),
            })
            .collect(),
        visits: counted
            .map(|count| count.visits.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|visit| visit_view(speaker, visit, found.open_overstays.contains(&visit.trip)))
            .collect(),
        reentry: counted.and_then(|count| {
            count
                .reentry
                .map(|reentry| reentry_view(speaker, reentry, count.present()))
        }),
        whys: passport.whys.iter().map(|why| speaker.why(why)).collect(),
        notes: passport
            .notes
            .iter()
            .map(|shown| note(speaker, shown))
            .collect(),
        disagreements: passport
            .disagreements
            .iter()
            .map(|shown| note(speaker, shown))
            .collect(),
        source: passport
            .rule_cited
            .as_ref()
            .map(|cited| speaker.source(cited)),
        window_source: passport
            .window_cited
            .as_ref()
            .map(|cited| speaker.source(cited)),
        standing: standing_code(passport.standing),
        standing_text: speaker.standing(passport.standing),
    }
}

/// The rules of a passport in sentences.
fn rules(speaker: &Speaker<'_>, found: &StayFinding, passport: &PassportStay) -> Vec<SentenceView> {
    let country = speaker.country(&passport.country);
    let first = match (passport.ground, passport.per_visit) {
        (Some(ground), Some(per_visit)) => text_with(
            speaker.lang,
            "stay.rule.per_visit",
            &[
                ("country", &country),
                ("days", &days(speaker.lang, i64::from(per_visit))),
                ("ground", &text(speaker.lang, ground_key(ground))),
            ],
        ),
        (Some(StayGround::Citizen), None) => {
            text_with(speaker.lang, "stay.rule.citizen", &[("country", &country)])
        }
        (Some(_), None) => text_with(
            speaker.lang,
            "stay.rule.visa_needed",
            &[("country", &country)],
        ),
        (None, _) => text_with(
            speaker.lang,
            "stay.rule.not_known",
            &[("country", &country)],
        ),
    };
    let window = passport
        .per_visit
        .and(passport.total.zip(passport.window))
        .map(|(total, window)| {
            text_with(
                speaker.lang,
                "stay.rule.window",
                &[
                    ("total", &days(speaker.lang, i64::from(total))),
                    ("window", &days(speaker.lang, i64::from(window))),
                ],
            )
        });
    let mut all = vec![first];
    all.extend(window);
    if let Some(year) = &passport.in_year {
        all.push(text_with(
            speaker.lang,
            "stay.year.used",
            &[
                ("year", &found.day.year().to_string()),
                ("used", &days(speaker.lang, year.used)),
                ("most", &days(speaker.lang, i64::from(year.most))),
                (
                    "source",
                    &year
                        .cited
                        .as_ref()
                        .map_or_else(String::new, |cited| speaker.source(cited).text),
                ),
            ],
        ));
        all.extend(year.last.map(|last| {
            text_with(
                speaker.lang,
                "stay.year.last",
                &[("day", &speaker.day(last).text)],
            )
        }));
    }
    all.into_iter().map(sentence).collect()
}

fn visit_view(speaker: &Speaker<'_>, visit: &VisitCount, is_open: bool) -> VisitView {
    let entered = speaker.day(visit.entered);
    let left = visit.left.map(|day| speaker.day(day));
    let limit = text(
        speaker.lang,
        &format!("stay.{}", limit_key(visit.end.limit)),
    );
    let mut parts = vec![match &left {
        Some(left) => text_with(
            speaker.lang,
            "stay.visit.over",
            &[("entered", &entered.text), ("left", &left.text)],
        ),
        None => text_with(
            speaker.lang,
            "stay.visit.here",
            &[("entered", &entered.text)],
        ),
    }];
    let lawful_until = visit.end.last.filter(|last| *last >= visit.entered);
    // Who left in time need not read when they would have had to.
    let in_time = visit
        .left
        .is_some_and(|left| lawful_until.is_some_and(|last| left <= last));
    match (lawful_until, visit.end.limit) {
        (Some(_), _) if in_time => {}
        (Some(last), _) => parts.push(text_with(
            speaker.lang,
            "stay.visit.lawful_until",
            &[("day", &speaker.day(last).text), ("limit", &limit)],
        )),
        (None, Limit::VisaNeeded) => parts.push(text(speaker.lang, "stay.visit.no_day")),
        (None, Limit::Permit | Limit::Citizen) => parts.push(text_with(
            speaker.lang,
            "stay.visit.no_end",
            &[("limit", &limit)],
        )),
        (None, Limit::PerVisit | Limit::Window | Limit::Document) => {}
    }
    let planned: i64 = visit
        .left
        .map(|_| {
            visit
                .unlawful
                .iter()
                .map(|(first, last)| (*last - *first).num_days() + 1)
                .sum()
        })
        .unwrap_or_default();
    for (key, amount) in [
        ("overstay", visit.overstay),
        (
            "will_overstay",
            if visit.overstay > 0 { 0 } else { planned },
        ),
    ] {
        if amount > 0 {
            let key = if is_open { "beyond_open" } else { key };
            parts.push(text_with(
                speaker.lang,
                &format!("stay.visit.{key}"),
                &[("days", &days(speaker.lang, amount))],
            ));
        }
    }
    VisitView {
        id: visit.trip.clone(),
        entered,
        left,
        lawful_until: lawful_until.map(|day| speaker.day(day)),
        limit: limit_code(visit.end.limit),
        overstay: if is_open { 0 } else { count(visit.overstay) },
        text: parts.join("; "),
        why: visit.end.why.as_ref().map(|why| speaker.why(why)),
    }
}

fn reentry_view(
    speaker: &Speaker<'_>,
    reentry: Reentry,
    present: Option<&VisitCount>,
) -> ReentryView {
    let first = speaker.day(reentry.first);
    let last = chrono::Days::new(u64::try_from(reentry.days - 1).unwrap_or_default());
    let until = speaker.day(
        reentry
            .first
            .checked_add_days(last)
            .unwrap_or(reentry.first),
    );
    let whole_from = speaker.day(reentry.whole_from);
    let key = match present {
        Some(visit) if visit.overstay > 0 => "after_today",
        Some(_) => "after_present",
        None => "after",
    };
    let mut sentences = vec![sentence(text_with(
        speaker.lang,
        &format!("stay.reentry.{key}"),
        &[
            ("first", &first.text),
            ("until", &until.text),
            ("days", &days(speaker.lang, reentry.days)),
        ],
    ))];
    if reentry.whole_from != reentry.first {
        sentences.push(sentence(text_with(
            speaker.lang,
            "stay.reentry.whole",
            &[
                ("first", &whole_from.text),
                ("days", &days(speaker.lang, reentry.whole_days)),
            ],
        )));
    }
    ReentryView {
        first,
        until,
        days: count(reentry.days),
        whole_from,
        whole_days: count(reentry.whole_days),
        sentences,
    }
}

fn ground_key(ground: StayGround) -> &'static str {
    match ground {
        StayGround::Union => "stay.ground.union",
        StayGround::Agreement => "stay.ground.agreement",
        StayGround::Unilateral => "stay.ground.unilateral",
        StayGround::NotKnown => "stay.ground.not_known",
        StayGround::VisaNeeded => "stay.ground.visa_needed",
        StayGround::Citizen => "stay.ground.citizen",
    }
}
