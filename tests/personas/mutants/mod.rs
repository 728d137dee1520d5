//! Mutants of the law pack: each day a day earlier and later, each exemption dropped, each number changed. A mutant that turns no
//! row of any table red has nobody who would notice the mistake: it fails the build, unless the list beside this file says why it
//! may live.

mod allowed;
mod change;
mod judge;
mod records;

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
use self::records::Records;

struct Mutant {
    place: usize,
    name: String,
    change: Change,
}

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// The pack does not load with it.
    DoesNotLoad,
    /// A row of a table does not hold any more.
    Red,
    /// A lint of the pack finds it.
    Linted,
    /// Nobody notices.
    Lives,
}

struct Court {
    knowledge: Knowledge,
    records: Records,
    judges: Vec<Judge>,
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
    fn order(&self, place: usize) -> Vec<usize> {
        let leaning = self.records.leaning_on(place);
        let mut order: Vec<(usize, usize)> = self
            .judges
            .iter()
            .enumerate()
            .filter_map(|(own, judge)| Some((judge.concerned(&leaning)?, own)))
            .collect();
        order.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        order.into_iter().map(|(_, own)| own).collect()
    }

    fn judge(&self, mutant: &Mutant, order: &mut Vec<usize>) -> Fate {
        let Some(knowledge) = self.records.with(mutant.place, &mutant.change.record) else {
            return Fate::DoesNotLoad;
        };
        let red = order
            .iter()
            .position(|own| self.judges[*own].is_red(&knowledge));
        if let Some(position) = red {
            // Who noticed one change of a record is asked first about its next.
            let first = order.remove(position);
            order.insert(0, first);
            return Fate::Red;
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
#[ignore = "minutes: `cargo xtask deep` runs it as a step of its own"]
fn every_mutant_of_the_pack_turns_a_row_red() {
    let court = Court::sits();
    assert!(
        court
            .judges
            .iter()
            .all(|judge| !judge.is_red(&court.knowledge)),
        "the tables hold before anything is changed"
    );
    let wanted = wanted();
    let mutants: Vec<Mutant> = court
        .mutants()
        .into_iter()
        .filter(|mutant| mutant.name.contains(&wanted))
        .collect();
    let next = AtomicUsize::new(0);
    let fates: Mutex<Vec<(usize, Fate)>> = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut orders: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
                loop {
                    let own = next.fetch_add(1, Ordering::Relaxed);
                    let Some(mutant) = mutants.get(own) else {
                        return;
                    };
                    let order = orders
                        .entry(mutant.place)
                        .or_insert_with(|| court.order(mutant.place));
                    let fate = court.judge(mutant, order);
                    fates.lock().expect("no thread stopped").push((own, fate));
                    if own.is_multiple_of(500) {
                        println!("{own} of {} mutants", mutants.len());
                    }
                }
            });
        }
    });
    let fates = fates.into_inner().expect("no thread stopped");
    report(&mutants, &fates, &court, wanted.is_empty());
}

fn report(mutants: &[Mutant], fates: &[(usize, Fate)], court: &Court, whole: bool) {
    let allowed = Allowed::read();
    let mut counts: BTreeMap<&str, BTreeMap<Fate, usize>> = BTreeMap::new();
    let mut living = Vec::new();
    for (own, fate) in fates {
        let mutant = &mutants[*own];
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
