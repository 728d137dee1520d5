//! What is different between two days or two packs, in words.

use chrono::NaiveDate;
use qonys_law::Change;
use qonys_law::Difference;
use qonys_law::Entry;
use qonys_law::FieldChange;
use qonys_law::Lawbook;
use qonys_law::between_books;
use qonys_law::between_days;
use qonys_texts::Lang;
use qonys_texts::date_long;
use toml::Value;

use super::scribe::Scribe;
use crate::view::LawChangeCode;
use crate::view::LawDifferenceView;
use crate::view::LawDifferencesView;
use crate::view::LawFieldChangeView;
use crate::view::LawLineView;
use crate::view::LawUsedView;

/// What is different on the second of two days by a law.
#[must_use]
pub fn law_differences_of_days(
    (book, law): (&Lawbook, Option<LawUsedView>),
    first: NaiveDate,
    second: NaiveDate,
    lang: Lang,
) -> LawDifferencesView {
    let (before, after) = (
        Scribe {
            book,
            lang,
            day: Some(first),
        },
        Scribe {
            book,
            lang,
            day: Some(second),
        },
    );
    let heading = after.say_with(
        "difference.of_days",
        &[
            ("first", &date_long(lang, first)),
            ("second", &date_long(lang, second)),
        ],
    );
    let found = between_days(book, first, second);
    view(&before, &after, heading, law, &found)
}

/// What is different in the second of two packs, which are called so; `law` is the one of them that has a version.
#[must_use]
pub fn law_differences_of_books(
    (first_name, first): (&str, &Lawbook),
    (second_name, second): (&str, &Lawbook),
    law: Option<LawUsedView>,
    lang: Lang,
) -> LawDifferencesView {
    let scribe = |book| Scribe {
        book,
        lang,
        day: None,
    };
    let (before, after) = (scribe(first), scribe(second));
    let heading = after.say_with(
        "difference.of_packs",
        &[("first", first_name), ("second", second_name)],
    );
    let found = between_books(first, second);
    view(&before, &after, heading, law, &found)
}

fn view(
    before: &Scribe<'_>,
    after: &Scribe<'_>,
    heading: String,
    law: Option<LawUsedView>,
    differences: &[Difference],
) -> LawDifferencesView {
    LawDifferencesView {
        law,
        language: after.lang.code().to_owned(),
        heading,
        differences: differences
            .iter()
            .map(|difference| one(before, after, difference))
            .collect(),
    }
}

fn one(before: &Scribe<'_>, after: &Scribe<'_>, difference: &Difference) -> LawDifferenceView {
    let (kind, id) = (difference.kind.as_str(), difference.id.as_str());
    let (change, key, fields, shown): (_, _, &[FieldChange], &Entry) = match &difference.change {
        Change::Appeared { now, .. } => (LawChangeCode::Appeared, "appeared", &[], now),
        Change::Ended { was, now } => (
            LawChangeCode::Ended,
            "ended",
            &[],
            now.as_ref().unwrap_or(was),
        ),
        Change::NoLongerKnown { was } => {
            (LawChangeCode::NoLongerKnown, "no_longer_known", &[], was)
        }
        Change::Changed { now, fields, .. } => {
            (LawChangeCode::Changed, "changed", fields.as_slice(), now)
        }
    };
    let because = match &difference.change {
        Change::Ended { now: Some(now), .. } => now.words("because"),
        Change::Appeared { .. }
        | Change::Ended { .. }
        | Change::NoLongerKnown { .. }
        | Change::Changed { .. } => None,
    };
    let scribe = if matches!(
        difference.change,
        Change::Ended { .. } | Change::NoLongerKnown { .. }
    ) {
        before
    } else {
        after
    };
    LawDifferenceView {
        name: scribe.name(kind, id),
        change,
        change_text: because.map_or_else(
            || after.say(&format!("difference.{key}")),
            |words| after.words(&words),
        ),
        fields: fields
            .iter()
            .map(|field| LawFieldChangeView {
                label: after.field(&field.key),
                was: said(before, &field.key, field.was.as_ref()),
                now: said(after, &field.key, field.now.as_ref()),
                key: field.key.clone(),
            })
            .collect(),
        source: scribe.source(shown),
    }
}

fn said(scribe: &Scribe<'_>, key: &str, value: Option<&Value>) -> Vec<LawLineView> {
    value.map_or_else(Vec::new, |value| scribe.lines(key, value))
}
