//! Mutants of the law pack: each day a day earlier and later, each number changed, each exemption, condition and member of a list
//! dropped. A mutant is dead when the ledger has another day, number or word, when the pack does not load with it, when a rule says
//! something else of a person of the matrix, when a row of a table does not hold, or when a lint finds it. A mutant that nobody
//! notices is a mistake that nobody would notice: it fails the build, unless the list in tests/mutants says why it may live.

mod allowed;
mod change;
mod judge;
mod records;
mod witness;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;

use qonys_app::Knowledge;
use qonys_law::LintFiles;
use qonys_law::lint;

use self::allowed::Allowed;
use self::allowed::Leave;
use self::change::Change;
use self::judge::Judge;
use self::records::PackRecord;
use self::records::Records;
use self::witness::Witness;
use crate::ledger;

struct Mutant {
    place: usize,
    name: String,
    change: Change,
}

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// The ledger has another day, number or word at the place.
    Entered,
    /// The pack does not load with it.
    DoesNotLoad,
    /// A rule says something else of a person.
    Seen,
    /// A row of a table does not hold any more.
    Red,
    /// A lint of the pack finds it.
    Linted,
    /// Nobody notices.
    Lives,
}

/// In which order witnesses and tables are asked about the changes of one record.
struct Order {
    witnesses: Vec<usize>,
    judges: Vec<usize>,
}

/// Who noticed one change of a record is asked first about its next.
fn first(order: &mut Vec<usize>, own: usize) {
    order.retain(|other| *other != own);
    order.insert(0, own);
}

struct Court {
    knowledge: Knowledge,
    records: Records,
    judges: Vec<Judge>,
    witnesses: Vec<Witness>,
}

impl Court {
    fn sits() -> Self {
        let knowledge = Knowledge::built_in().expect("a pack that fits together");
        let records = Records::built_in(&knowledge);
        let same = records.with(0, &records.all[0].body).expect("the pack");
        assert!(
            same.pack == knowledge.pack,
            "record by record it is the same pack"
        );
        Self {
            judges: judge::all(&knowledge),
            witnesses: witness::all(&knowledge),
            knowledge,
            records,
        }
    }

    fn mutants(&self) -> Vec<Mutant> {
        let alternatives = change::alternatives(self.records.all.iter().map(|record| &record.body));
        self.records
            .all
            .iter()
            .enumerate()
            .flat_map(|(place, record)| {
                change::all(&record.kind, &record.body, &alternatives)
                    .into_iter()
                    .map(move |change| Mutant {
                        place,
                        name: format!("{}: {}", record.name, change.what),
                        change,
                    })
            })
            .collect()
    }

    /// Whether a lint finds something new in a record whose days were changed.
    fn linted(&self, mutant: &Mutant) -> bool {
        let findings = |body| {
            let files = self.records.with_its_act(mutant.place, body);
            let law: Vec<(&str, &str)> = files
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str()))
                .collect();
            lint(&LintFiles {
                law: &law,
                interview: &[],
                forms: &[],
            })
            .len()
        };
        mutant.change.is_of_its_days
            && findings(&mutant.change.record) > findings(&self.records.all[mutant.place].body)
    }

    /// The judges who may notice, in the order in which they are likely to.
    fn order(&self, place: usize) -> Order {
        let leaning = self.records.leaning_on(place);
        let mut order: Vec<(usize, usize)> = self
            .judges
            .iter()
            .enumerate()
            .filter_map(|(own, judge)| Some((judge.concerned(&leaning)?, own)))
            .collect();
        order.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        Order {
            witnesses: (0..self.witnesses.len()).collect(),
            judges: order.into_iter().map(|(_, own)| own).collect(),
        }
    }

    /// The fate of every mutant of one record.
    fn judge_all<'a>(&self, of_record: &'a [Mutant]) -> Vec<(&'a Mutant, Fate)> {
        let mut order = None;
        of_record
            .iter()
            .map(|mutant| {
                let fate = if self.is_entered_otherwise(mutant) {
                    Fate::Entered
                } else {
                    let order = order.get_or_insert_with(|| self.order(mutant.place));
                    self.judge(mutant, order)
                };
                if fate == Fate::Lives {
                    println!("lives: {}", mutant.name);
                }
                (mutant, fate)
            })
            .collect()
    }

    fn is_entered_otherwise(&self, mutant: &Mutant) -> bool {
        let PackRecord { name, body, .. } = &self.records.all[mutant.place];
        ledger::differences(name, &mutant.change.record) != ledger::differences(name, body)
    }

    fn judge(&self, mutant: &Mutant, order: &mut Order) -> Fate {
        let PackRecord { body, .. } = &self.records.all[mutant.place];
        let Some(knowledge) = self.records.with(mutant.place, &mutant.change.record) else {
            return Fate::DoesNotLoad;
        };
        let changed = witness::changed_conditions(body, &mutant.change.record);
        let mut untouched = Vec::new();
        for own in &order.witnesses {
            let witness = &self.witnesses[*own];
            if !witness.is_touched(&self.knowledge, &changed) {
                untouched.push(witness);
            } else if witness.is_red(&knowledge) {
                let own = *own;
                first(&mut order.witnesses, own);
                return Fate::Seen;
            }
        }
        let red = order
            .judges
            .iter()
            .find(|own| self.judges[**own].is_red(&knowledge));
        if let Some(own) = red {
            let own = *own;
            first(&mut order.judges, own);
            return Fate::Red;
        }
        if untouched.iter().any(|witness| witness.is_red(&knowledge)) {
            return Fate::Seen;
        }
        if self.linted(mutant) {
            return Fate::Linted;
        }
        Fate::Lives
    }
}

/// A part of the names, to look at some mutants only.
fn wanted() -> String {
    #[expect(
        clippy::disallowed_methods,
        reason = "a developer narrows the search from the command line"
    )]
    std::env::var("QONYS_MUTANTS").unwrap_or_default()
}

#[test]
#[ignore = "takes every processor for a minute: `cargo xtask test` runs it as a step of its own"]
fn every_mutant_of_the_pack_is_noticed() {
    let court = Court::sits();
    let wanted = wanted();
    let mutants: Vec<Mutant> = court
        .mutants()
        .into_iter()
        .filter(|mutant| mutant.name.contains(&wanted))
        .collect();
    // One thread judges all mutants of a record: who noticed the one is asked first about the next.
    let records: Vec<&[Mutant]> = mutants.chunk_by(|a, b| a.place == b.place).collect();
    let next = AtomicUsize::new(0);
    let fates: Mutex<Vec<(&Mutant, Fate)>> = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(of_record) = records.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let judged = court.judge_all(of_record);
                    fates.lock().expect("no thread stopped").extend(judged);
                }
            });
        }
    });
    let fates = fates.into_inner().expect("no thread stopped");
    report(&fates, &court, wanted.is_empty());
}

fn report(fates: &[(&Mutant, Fate)], court: &Court, whole: bool) {
    let allowed = Allowed::read();
    let mut counts: BTreeMap<&str, BTreeMap<Fate, usize>> = BTreeMap::new();
    let mut living = Vec::new();
    for (mutant, fate) in fates {
        let kind = court.records.all[mutant.place].kind.as_str();
        *counts.entry(kind).or_default().entry(*fate).or_default() += 1;
        if *fate == Fate::Lives {
            living.push(mutant.name.clone());
        }
    }
    living.sort();
    for (kind, counts) in counts {
        println!("{kind}: {counts:?}");
    }
    let mut waiting = 0;
    let mut unknown = Vec::new();
    for name in &living {
        match allowed.leave(name) {
            Some(Leave::Same) => {}
            Some(Leave::NoTableYet) => {
                waiting += 1;
                println!("no table yet: {name}");
            }
            None => unknown.push(name),
        }
    }
    println!(
        "{} mutants, {} killed, {waiting} wait for a table",
        fates.len(),
        fates.len() - living.len(),
    );
    assert!(
        unknown.is_empty(),
        "{} mutants turn no row red:\n{}",
        unknown.len(),
        unknown
            .iter()
            .map(|name| name.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    );
    if whole {
        assert!(
            waiting <= allowed.without_a_table_yet,
            "{waiting} mutants wait for a table; at most {} may",
            allowed.without_a_table_yet
        );
        let idle = allowed.idle(&living);
        assert!(
            idle.is_empty(),
            "nothing lives by these any more: {idle:#?}"
        );
    }
}
