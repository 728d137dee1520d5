//! The budget, unit prices, payment details and the sums on papers, in words.

use qonys_law::Budget;
use qonys_law::BudgetPart;
use qonys_law::CostStage;
use qonys_law::IndexFit;
use qonys_law::PartState;
use qonys_law::PaymentDetailFinding;
use qonys_law::SumCheck;
use qonys_law::SumOnPaper;
use qonys_law::SumOutcome;
use qonys_law::TariffFinding;
use qonys_texts::plural;

use crate::assessment::finding::finding;
use crate::assessment::finding::note;
use crate::assessment::sums::sum_view;
use crate::assessment::sums::tenge;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::BudgetPartView;
use crate::view::BudgetStageView;
use crate::view::BudgetView;
use crate::view::DayView;
use crate::view::IndexFitView;
use crate::view::MoneyView;
use crate::view::NamedView;
use crate::view::PartStateCode;
use crate::view::PaymentDetailView;
use crate::view::StageCode;
use crate::view::SumCheckView;
use crate::view::SumOutcomeCode;
use crate::view::TariffView;

/// A unit price in words.
pub(super) fn tariff(speaker: &Speaker<'_>, tariff: &TariffFinding) -> TariffView {
    TariffView {
        finding: finding(speaker, &tariff.finding),
        sum: sum_view(speaker, &tariff.sum),
        per: tariff.per.as_ref().map(|per| speaker.words(per)),
    }
}

/// What to write into a payment, in words.
pub(super) fn payment_detail(
    speaker: &Speaker<'_>,
    detail: &PaymentDetailFinding,
) -> PaymentDetailView {
    PaymentDetailView {
        id: detail.id.clone(),
        title: speaker.words(&detail.title),
        text: detail.value.as_ref().map_or_else(
            || speaker.say("payment.not_known"),
            |value| speaker.words(value),
        ),
        notes: detail.notes.iter().map(|n| note(speaker, n)).collect(),
        source: detail.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(detail.standing),
        standing_text: speaker.standing(detail.standing),
    }
}

/// The budget in words: stage by stage, the known sum, and what is not in it.
pub(super) fn budget(speaker: &Speaker<'_>, budget: &Budget) -> BudgetView {
    let stages = [
        (CostStage::BeforeFiling, StageCode::BeforeFiling),
        (CostStage::WhileWaiting, StageCode::WhileWaiting),
        (CostStage::AfterDecision, StageCode::AfterDecision),
    ]
    .into_iter()
    .map(|(stage, code)| BudgetStageView {
        stage: code,
        title: speaker.say(match code {
            StageCode::BeforeFiling => "budget.before_filing",
            StageCode::WhileWaiting => "budget.while_waiting",
            StageCode::AfterDecision => "budget.after_decision",
        }),
        known: any_counted(budget.parts.iter().filter(|part| part.stage == stage))
            .then(|| budget.known_in(stage))
            .flatten()
            .map(|tiyn| speaker.money(tiyn)),
        parts: budget
            .parts
            .iter()
            .filter(|part| part.stage == stage)
            .map(|part| part_view(speaker, part))
            .collect(),
    })
    .filter(|stage| !stage.parts.is_empty())
    .collect();
    let missing: Vec<NamedView> = budget
        .parts
        .iter()
        .filter(|part| matches!(part.state, PartState::NotKnown | PartState::Open))
        .map(|part| NamedView {
            id: part.id.clone(),
            title: speaker.words(&part.title),
        })
        .collect();
    let known = budget
        .known
        .filter(|_| any_counted(budget.parts.iter()))
        .map(|tiyn| speaker.money(tiyn));
    let sum = text_of(known.as_ref());
    let lacking = |key: &str| {
        plural(
            speaker.lang,
            key,
            i64::try_from(missing.len()).unwrap_or(i64::MAX),
            &[("sum", &sum)],
        )
    };
    BudgetView {
        text: match (budget.complete, &known) {
            (true, _) => speaker.say_with("budget.complete", &[("sum", &sum)]),
            (false, Some(_)) => lacking("findings.budget.incomplete"),
            (false, None) => lacking("findings.budget.nothing_known"),
        },
        stages,
        known,
        complete: budget.complete,
        missing,
    }
}

/// Whether there is a sum at all: nothing known is not a sum of zero.
fn any_counted<'a>(mut parts: impl Iterator<Item = &'a BudgetPart>) -> bool {
    parts.any(|part| part.state == PartState::Counted)
}

fn text_of(money: Option<&MoneyView>) -> String {
    money.map_or_else(String::new, |money| money.text.clone())
}

fn part_view(speaker: &Speaker<'_>, part: &BudgetPart) -> BudgetPartView {
    let total = part.tiyn.map(|tiyn| speaker.money(tiyn));
    BudgetPartView {
        id: part.id.clone(),
        title: speaker.words(&part.title),
        state: match part.state {
            PartState::Counted => PartStateCode::Counted,
            PartState::NotKnown => PartStateCode::NotKnown,
            PartState::Open => PartStateCode::Open,
            PartState::Possible => PartStateCode::Possible,
        },
        text: part_text(speaker, part, total.as_ref()),
        unit: part.unit.as_ref().map(|unit| sum_view(speaker, unit)),
        count: part.count,
        total,
        whys: part.whys.iter().map(|why| speaker.why(why)).collect(),
        notes: part.notes.iter().map(|n| note(speaker, n)).collect(),
        source: part.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(part.standing),
        standing_text: speaker.standing(part.standing),
    }
}

/// The sum of a part, or why there is none, in a few words.
fn part_text(speaker: &Speaker<'_>, part: &BudgetPart, total: Option<&MoneyView>) -> String {
    let each = part
        .unit
        .as_ref()
        .and_then(|unit| unit.tiyn)
        .map(|tiyn| speaker.money(tiyn));
    let with = |key: &str, each: &MoneyView| speaker.say_with(key, &[("sum", &each.text)]);
    match (part.state, &each) {
        (PartState::Counted, Some(each)) => match part.count {
            Some(count) if count > 1 => speaker.say_with(
                "budget.times",
                &[
                    ("each", &each.text),
                    ("count", &count.to_string()),
                    ("sum", &text_of(total)),
                ],
            ),
            Some(_) | None => text_of(total),
        },
        (PartState::Possible, Some(each)) => with("budget.possible", each),
        (PartState::Possible, None) => speaker.say("budget.possible_unknown"),
        (PartState::Open, Some(each)) => with("budget.open", each),
        (PartState::Open, None) => speaker.say("budget.open_unknown"),
        (PartState::NotKnown, Some(each)) => with("budget.each", each),
        (PartState::NotKnown | PartState::Counted, None) => speaker.say("budget.not_known"),
    }
}

/// The sum on a paper, checked, in words.
pub(super) fn sum_check(speaker: &Speaker<'_>, check: &SumCheck) -> SumCheckView {
    let due = check.due.as_ref().map(|due| sum_view(speaker, due));
    let amount = check.amount.map(|tiyn| speaker.money(tiyn));
    let difference = check.difference.map(|tiyn| speaker.money(tiyn));
    let fits: Vec<IndexFitView> = check
        .fits
        .iter()
        .map(|fit| index_fit(speaker, fit))
        .collect();
    let (code, outcome) = match check.outcome {
        // The sum is right, and the receipt is not.
        SumOutcome::Right if check.after_filing => (SumOutcomeCode::Right, "right_sum"),
        SumOutcome::Right => (SumOutcomeCode::Right, "right"),
        SumOutcome::TooMuch => (SumOutcomeCode::TooMuch, "too_much"),
        SumOutcome::TooLittle => (SumOutcomeCode::TooLittle, "too_little"),
        SumOutcome::NothingDue => (SumOutcomeCode::NothingDue, "nothing_due"),
        SumOutcome::AmountMissing => (SumOutcomeCode::AmountMissing, "amount_missing"),
        SumOutcome::DateMissing => (SumOutcomeCode::DateMissing, "date_missing"),
        SumOutcome::NotKnown => (SumOutcomeCode::NotKnown, "not_known"),
    };
    let paper = match check.on {
        SumOnPaper::Receipt => "receipt",
        SumOnPaper::Proof => "proof",
    };
    let wanted = due.as_ref().and_then(|due| due.sum.as_ref());
    let mut sentences = vec![speaker.say_with(
        &format!("sum_check.{paper}.{outcome}"),
        &[
            ("amount", &text_of(amount.as_ref())),
            ("wanted", &text_of(wanted)),
            ("difference", &text_of(difference.as_ref())),
            ("day", due.as_ref().map_or("", |due| due.day.text.as_str())),
        ],
    )];
    if check.after_filing {
        sentences.push(speaker.say("sum_check.after_filing"));
    }
    sentences.extend(fits.iter().map(|fit| fit.text.clone()));
    SumCheckView {
        key: check.key.clone(),
        title: speaker.paper(&check.key),
        outcome: code,
        text: sentences.join(" "),
        amount,
        day: check.day.map(|day| speaker.day(day)),
        due,
        difference,
        fits,
        after_filing: check.after_filing,
    }
}

fn index_fit(speaker: &Speaker<'_>, fit: &IndexFit) -> IndexFitView {
    let from = fit.from.map(|day| speaker.day(day));
    let until = fit.until.map(|day| speaker.day(day));
    let text = |day: &Option<DayView>| {
        day.as_ref()
            .map_or_else(|| "…".to_owned(), |day| day.text.clone())
    };
    IndexFitView {
        text: speaker.say_with(
            "sum_check.fits",
            &[
                ("index", &tenge(speaker, fit.index)),
                ("from", &text(&from)),
                ("until", &text(&until)),
            ],
        ),
        index: fit.index.to_string(),
        from,
        until,
    }
}
