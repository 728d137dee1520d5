//! The verdicts of one day alone are those that the timelines have on that day: random cases of the built-in pack.

use std::sync::LazyLock;

use chrono::Days;
use chrono::NaiveDate;
use include_dir::Dir;
use include_dir::include_dir;
use proptest::prelude::*;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Assessment;
use qonys_law::DayAssessment;
use qonys_law::EntityKind;
use qonys_law::Fact;
use qonys_law::FactType;
use qonys_law::Finding;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Plan;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::RuleOnDay;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_law::assess;
use qonys_law::assess_on;
use qonys_law::handed_in;

use crate::world::day;

static LAW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/law");
static INTERVIEW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/interview");

/// On so many days each case is looked at.
const DAYS: u32 = 50;

fn texts(folder: &'static Dir<'_>) -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<(&str, &str)> = folder
        .files()
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
        .filter(|(name, _)| name.ends_with(".toml"))
        .collect();
    for inner in folder.dirs() {
        found.extend(texts(inner));
    }
    found
}

pub(crate) static BUILT_IN: LazyLock<(Interview, Pack)> = LazyLock::new(|| {
    let interview = Interview::load(texts(&INTERVIEW)).expect("an interview");
    let pack = Pack::load(texts(&LAW), &interview).expect("a pack");
    (interview, pack)
});

/// Numbers by xorshift; the same for the same case.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 20).expect("44 bits") % bound.max(1)
    }

    fn day(&mut self, first: &str, days: usize) -> NaiveDate {
        day(first) + Days::new(u64::try_from(self.below(days)).expect("few"))
    }
}

fn answer(fact: &Fact, pack: &Pack, chance: &mut Chance) -> Option<Answer> {
    let value = match fact.kind {
        FactType::YesNo => Value::YesNo(chance.below(2) == 0),
        FactType::Choice => {
            let place = chance.below(fact.option.len());
            Value::Choice(fact.option[place].id.clone())
        }
        FactType::Country => {
            let usual = ["KZ", "RU", "UZ", "KG", "CN", "DE", "TR"];
            Value::Country(if chance.below(5) == 0 {
                let place = chance.below(pack.countries.len());
                pack.countries.keys().nth(place)?.clone()
            } else {
                usual[chance.below(usual.len())].to_owned()
            })
        }
        FactType::Date if chance.below(3) == 0 => Value::Date(chance.day("1955-01-01", 26_000)),
        FactType::Date => Value::Date(chance.day("2024-01-01", 2_500)),
        FactType::Number => Value::Number(i64::try_from(chance.below(60)).expect("few")),
        FactType::Money => Value::Money(i64::try_from(chance.below(900_000_000)).expect("few")),
        FactType::Text | FactType::NameLatin | FactType::NameCyrillic | FactType::Digits => {
            return None;
        }
    };
    match chance.below(8) {
        0 => None,
        1 => Some(Answer::NotKnownYet),
        _ => Some(Answer::Known(value)),
    }
}

/// Somebody who answered most of it.
fn somebody(seed: u64) -> Answers {
    let (interview, pack) = &*BUILT_IN;
    let mut chance = Chance(seed | 1);
    let mut answers = Answers::default();
    let record = |kind: &str, chance: &mut Chance| -> Record {
        interview
            .facts_of(kind)
            .filter_map(|fact| Some((fact.id.fact.clone(), answer(fact, pack, chance)?)))
            .collect()
    };
    for entity in &interview.entities {
        let id = &entity.id;
        match entity.kind {
            EntityKind::Single => {
                answers.singles.insert(id.clone(), record(id, &mut chance));
            }
            EntityKind::List => {
                let records = (0..chance.below(3))
                    .map(|place| (format!("{id}-{place}"), record(id, &mut chance)))
                    .collect();
                let complete = chance.below(4) > 0;
                answers
                    .lists
                    .insert(id.clone(), Records { complete, records });
            }
            EntityKind::Keyed => {
                for requirement in &pack.requirements {
                    answers
                        .papers
                        .insert(requirement.paper_id().to_owned(), record(id, &mut chance));
                }
            }
        }
    }
    answers
}

/// A plan so many days later; earlier if negative.
fn moved(plan: &Plan, days: i64) -> Plan {
    let moved = |day: NaiveDate| day + chrono::TimeDelta::days(days);
    Plan {
        today: plan.today,
        filing: moved(plan.filing),
        filing_given: plan.filing_given,
        payment: plan.payment.map(moved),
        decision: plan.decision.map(moved),
    }
}

fn kind_on(finding: &Finding, day: NaiveDate) -> Option<VerdictKind> {
    finding
        .stretches
        .iter()
        .find(|stretch| stretch.from <= day && day <= stretch.until)
        .map(|stretch| stretch.value)
}

/// The rules whose verdict on a day is another than that of the timelines.
fn differing(whole: &Assessment, one: &DayAssessment<'_>) -> Vec<String> {
    let of = |rules: &[RuleOnDay<'_>], finding: &Finding| -> Option<String> {
        let rule = rules.iter().find(|rule| rule.id == finding.id)?;
        let told = kind_on(finding, rule.day)?;
        (rule.verdict.kind() != told).then(|| {
            let alone = rule.verdict.kind();
            format!("{} on {}: {alone:?}, not {told:?}", rule.id, rule.day)
        })
    };
    let routes = whole.routes.iter().map(|route| &route.finding);
    let grounds = whole.grounds.iter().map(|ground| &ground.finding);
    let procedures = whole.procedures.iter().map(|one| &one.finding);
    let requirements = whole.requirements.iter().map(|one| &one.finding);
    let mut found: Vec<String> = routes
        .filter_map(|finding| of(&one.routes, finding))
        .chain(grounds.filter_map(|finding| of(&one.grounds, finding)))
        .chain(procedures.filter_map(|finding| of(&one.procedures, finding)))
        .chain(requirements.filter_map(|finding| of(&one.requirements, finding)))
        .collect();
    let told = kind_on(&whole.may_apply, one.days.filing.day);
    if told != Some(one.may_apply.kind()) {
        found.push(format!("may apply: {:?}, not {told:?}", one.may_apply));
    }
    found
}

/// What a verdict is open for, whatever the first day of a law that is not known.
fn open_for(verdict: &qonys_law::Verdict) -> Vec<Why> {
    let whys = verdict.whys().into_iter().map(|why| match why {
        Why::NoKnownRule { rule, .. } => Why::NoKnownRule {
            rule,
            from: NaiveDate::MIN,
        },
        other @ (Why::MissingFact { .. } | Why::OfficialDecides { .. }) => other,
    });
    let mut whys: Vec<Why> = whys.collect();
    whys.sort();
    whys.dedup();
    whys
}

proptest! {
    // Ten thousand days of cases, or as many cases as the deep run asks for.
    #![proptest_config(crate::cases(10_000 / DAYS))]

    #[test]
    fn a_day_alone_says_what_the_timelines_say_of_it(
        seed in any::<u64>(),
        filing in -400_i64..400,
        before in 0_i64..30,
        after in 0_i64..200,
    ) {
        let (interview, pack) = &*BUILT_IN;
        let answers = somebody(seed);
        let today = day("2026-11-21");
        let later = |days: i64| today + chrono::TimeDelta::days(days);
        let plan = Plan {
            today,
            filing: later(filing),
            filing_given: true,
            payment: Some(later(filing - before)),
            decision: Some(later(filing + after)),
        };
        let whole = assess(pack, interview, &answers, &plan);
        let own = assess_on(pack, interview, &answers, &plan);
        prop_assert_eq!(differing(&whole, &own), Vec::<String>::new());
        prop_assert_eq!(own.ready, whole.readiness.verdict);
        prop_assert_eq!(open_for(&own.may_apply), open_for(&whole.may_apply.verdict));
        // Papers that were handed in stay so: a plan that is moved then has another time up to its decision.
        let moves = handed_in(pack, interview, &answers, today).is_none();
        let mut chance = Chance(seed | 1);
        for _ in 1..if moves { DAYS } else { 1 } {
            let days = i64::try_from(chance.below(6_000)).expect("few") - 3_000;
            let there = assess_on(pack, interview, &answers, &moved(&plan, days));
            prop_assert_eq!(differing(&whole, &there), Vec::<String>::new());
        }
    }
}

/// A receipt of another day than that of the filing: what was due then counts, also for one day alone.
#[test]
fn a_receipt_of_another_year_is_too_little_for_the_day_alone_too() {
    let (interview, pack) = &*BUILT_IN;
    let answers = somebody(14_143_273_365_588_742_052);
    let today = day("2026-11-21");
    let plan = Plan {
        today,
        filing: today,
        filing_given: true,
        payment: Some(today),
        decision: Some(today),
    };
    let whole = assess(pack, interview, &answers, &plan).readiness.verdict;
    assert_eq!(assess_on(pack, interview, &answers, &plan).ready, whole);
    assert_eq!(whole, VerdictKind::No);
}
