//! Fees and sums with their working, in words.

use qonys_law::FeeFinding;
use qonys_law::Sum;
use qonys_law::VerdictKind;
use qonys_texts::Lang;

use crate::assessment::finding::finding;
use crate::assessment::finding::note;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::FeeView;
use crate::view::OrientationView;
use crate::view::SumView;

pub(super) fn fee_view(speaker: &Speaker<'_>, fee: &FeeFinding) -> FeeView {
    FeeView {
        finding: finding(speaker, &fee.finding),
        sum: sum_view(speaker, &fee.sum),
        later: fee.later,
        due: fee.due.as_ref().map(|due| sum_view(speaker, due)),
    }
}

/// The sum of all fees that are paid, each on its own day, in tiyn. A part that is not known makes the whole not
/// known.
pub(super) fn together(fees: &[FeeFinding]) -> Option<i64> {
    fees.iter()
        .try_fold(0_i64, |sum, fee| match fee.finding.verdict.kind() {
            VerdictKind::Yes => sum.checked_add(fee.due.as_ref().unwrap_or(&fee.sum).tiyn?),
            VerdictKind::No | VerdictKind::DoesNotApply => Some(sum),
            VerdictKind::Undecided => None,
        })
}

/// A decimal of whole tenge as money.
pub(super) fn tenge(speaker: &Speaker<'_>, value: rust_decimal::Decimal) -> String {
    qonys_law::tiyn(rust_decimal::Decimal::ONE, value)
        .map_or_else(|| value.to_string(), |tiyn| speaker.money(tiyn).text)
}

pub(super) fn sum_view(speaker: &Speaker<'_>, sum: &Sum) -> SumView {
    let working = match (sum.rate, sum.index) {
        (Some(rate), Some(index)) => Some(speaker.say_with(
            "working",
            &[
                ("rate", &decimal(speaker.lang, rate)),
                ("index", &tenge(speaker, index)),
            ],
        )),
        (Some(_) | None, _) => None,
    };
    SumView {
        id: sum.id.clone(),
        title: speaker.words(&sum.title),
        day: speaker.day(sum.day),
        rate: sum.rate.map(|rate| rate.to_string()),
        index: sum.index.map(|index| index.to_string()),
        sum: sum.tiyn.map(|tiyn| speaker.money(tiyn)),
        working,
        whys: sum.whys.iter().map(|why| speaker.why(why)).collect(),
        orientation: sum.orientation.as_ref().map(|known| {
            let shown = known.tiyn.map(|tiyn| speaker.money(tiyn));
            let until = speaker.day(known.until);
            OrientationView {
                text: speaker.say_with(
                    "orientation",
                    &[
                        ("until", &until.text),
                        (
                            "sum",
                            &shown.as_ref().map_or_else(
                                || tenge(speaker, known.index),
                                |sum| sum.text.clone(),
                            ),
                        ),
                    ],
                ),
                sum: shown,
                until,
            }
        }),
        notes: sum.notes.iter().map(|n| note(speaker, n)).collect(),
        source: sum.cited.as_ref().map(|cited| speaker.source(cited)),
        index_source: sum.index_cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(sum.standing),
        standing_text: speaker.standing(sum.standing),
    }
}

/// A decimal as one writes it: with a comma in Kazakh and Russian.
pub(super) fn decimal(lang: Lang, value: rust_decimal::Decimal) -> String {
    let plain = value.normalize().to_string();
    match lang {
        Lang::Kk | Lang::Ru => plain.replace('.', ","),
        Lang::En => plain,
    }
}
