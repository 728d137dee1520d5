//! Every condition of the pack under every combination of answers, "not said yet" among them: what was decided stays decided,
//! and what is open names answers that are really missing and can really decide.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and this one says what it looked at"
)]

mod inputs;
mod module;

use chrono::NaiveDate;
use qonys_app::Knowledge;
use qonys_law::Axis;
use qonys_law::Evaluation;
use qonys_law::Scope;
use qonys_law::Verdict;
use qonys_law::VerdictKind;
use qonys_law::Why;

use crate::inputs::Input;
use crate::module::Module;

/// A module of more combinations is told, not enumerated: its parts, which are modules of their own, are.
const MOST_COMBINATIONS: usize = 20_000;

/// Every so many combinations the answers that would decide are looked for too, which takes far longer.
const EVERY: usize = 61;

fn days() -> [NaiveDate; 2] {
    ["2026-11-30", "2022-12-01"].map(|day| day.parse().expect("a day"))
}

/// The places of the values that are chosen, with one past the last for "not said".
struct Combination<'a> {
    inputs: &'a [Input],
    chosen: Vec<usize>,
}

impl<'a> Combination<'a> {
    fn of(inputs: &'a [Input], mut number: usize) -> Self {
        let chosen = inputs
            .iter()
            .map(|input| {
                let choices = input.values.len() + 1;
                let place = number % choices;
                number /= choices;
                place
            })
            .collect();
        Self { inputs, chosen }
    }

    fn number(&self) -> usize {
        let numbered = self.inputs.iter().zip(&self.chosen).rev();
        numbered.fold(0, |number, (input, place)| {
            number * (input.values.len() + 1) + place
        })
    }

    /// The combinations in which one thing more is said.
    fn with_one_more_said(&self) -> impl Iterator<Item = usize> {
        let open = (0..self.inputs.len())
            .filter(|own| self.is_open(*own) && !self.inputs[*own].left_empty);
        open.flat_map(move |own| {
            (0..self.inputs[own].values.len()).map(move |place| {
                let mut chosen = self.chosen.clone();
                chosen[own] = place;
                let said = Combination {
                    inputs: self.inputs,
                    chosen,
                };
                said.number()
            })
        })
    }

    fn is_open(&self, own: usize) -> bool {
        self.chosen[own] == self.inputs[own].values.len()
    }

    fn has_open(&self, fact: &str) -> bool {
        let place = self.inputs.iter().position(|input| input.fact == fact);
        // A fact of a record that is not there is not asked for; its list is.
        place.is_some_and(|own| self.is_open(own))
    }

    fn told(&self) -> String {
        let said = self.inputs.iter().zip(&self.chosen);
        said.map(|(input, place)| format!("{} = {}", input.fact, input.told(*place)))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

fn is_decided(kind: VerdictKind) -> bool {
    match kind {
        VerdictKind::Yes | VerdictKind::No | VerdictKind::DoesNotApply => true,
        VerdictKind::Undecided => false,
    }
}

fn missing(verdict: &Verdict) -> Vec<String> {
    let facts = verdict.whys().into_iter().filter_map(|why| match why {
        Why::MissingFact { fact } => Some(fact.path().to_string()),
        Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => None,
    });
    facts.collect()
}

/// Looks at every combination of a module on a day; says what is wrong.
fn problems(knowledge: &Knowledge, module: &Module, day: NaiveDate) -> Vec<String> {
    let mut wrong = Vec::new();
    let axis = Axis {
        first: day,
        last: day,
    };
    let mut kinds = Vec::with_capacity(module.combinations());
    for number in 0..module.combinations() {
        let combination = Combination::of(&module.inputs, number);
        let answers = inputs::answers(&module.inputs, &combination.chosen);
        let evaluation = Evaluation::new(&knowledge.pack, &knowledge.interview, &answers, axis);
        let verdict = evaluation.on(&module.condition, &Scope::default(), day);
        for fact in missing(&verdict) {
            if !combination.has_open(&fact) {
                wrong.push(format!("{fact} was said: {}", combination.told()));
            }
        }
        if number % EVERY == 0 && verdict.kind() == VerdictKind::Undecided {
            let sets = evaluation.deciding(&module.condition, &Scope::default(), day);
            for fact in sets.iter().flatten().map(|fact| fact.path().to_string()) {
                if !combination.has_open(&fact) {
                    wrong.push(format!(
                        "{fact} is no question any more: {}",
                        combination.told()
                    ));
                }
            }
        }
        kinds.push(verdict.kind());
    }
    for (number, kind) in kinds.iter().enumerate() {
        if !is_decided(*kind) {
            continue;
        }
        let combination = Combination::of(&module.inputs, number);
        for said in combination.with_one_more_said() {
            if kinds[said] != *kind {
                let other = Combination::of(&module.inputs, said);
                wrong.push(format!(
                    "{kind:?} became {:?}: {} -> {}",
                    kinds[said],
                    combination.told(),
                    other.told()
                ));
            }
        }
    }
    wrong.truncate(3);
    wrong
        .into_iter()
        .map(|problem| format!("{} on {day}: {problem}", module.name))
        .collect()
}

#[test]
fn what_is_decided_stays_decided_whatever_is_said_later() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let modules = module::all(&knowledge);
    let (small, large): (Vec<&Module>, Vec<&Module>) = modules
        .iter()
        .partition(|module| module.combinations() <= MOST_COMBINATIONS);
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for module in &small {
        for day in days() {
            looked_at += module.combinations();
            wrong.extend(problems(&knowledge, module, day));
        }
    }
    println!("{looked_at} combinations of {} modules", small.len());
    for module in large {
        println!("too many combinations: {}", module.name);
    }
    assert!(looked_at > 10_000, "the modules were found: {looked_at}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
