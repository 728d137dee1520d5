//! What the answers say of stays: visits, passports, the permit and what came after it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::Answers;
use crate::answers::EntityRef;
use crate::answers::FactRef;
use crate::answers::LIST_COMPLETE;
use crate::answers::Record;
use crate::stay::Trip;
use crate::stay::TripBasis;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::Why;

/// The list of visits.
const STAY: &str = "stay";
/// The visit that is known from the day of entry alone; no record can have this id.
const ENTRY: &str = "entry.entered_on";

/// What those answer to the basis of their stay who never entered: there is no visit to count from.
const LIVES_HERE: &str = "lives_here";
/// The text on the stay of those who never entered.
const WITHOUT_ENTRY: &str = "stay-without-entry";

/// Everything that the engine asks of stays by name.
pub const STAY_FACTS: [&str; 21] = [
    "stay.entered",
    "stay.left",
    "stay.basis",
    "stay.until",
    "stay.since",
    "stay.passport",
    "entry.entered_on",
    "entry.basis",
    "entry.visa_until",
    "entry.passport",
    "permit.granted",
    "permit.issued",
    "permit.annulled_on",
    "permit.citizen_since",
    "absence.left",
    "absence.back",
    "absence.reason",
    "absence.ended",
    "absence.prevented",
    "profession_work.from",
    "profession_work.until",
];

/// What was said to a question.
pub(super) enum Said<T> {
    /// This.
    Known(T),
    /// The person does not know.
    NotKnown,
    /// Nothing.
    Nothing,
}

impl<T> Said<T> {
    pub(super) fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotKnown | Self::Nothing => None,
        }
    }
}

/// A question in a record of a list, or of a single entity.
pub(super) fn fact(kind: &str, record: Option<&str>, fact: &str) -> FactRef {
    FactRef {
        entity: EntityRef {
            kind: kind.to_owned(),
            record: record.map(str::to_owned),
        },
        fact: fact.to_owned(),
    }
}

pub(super) fn missing(fact: FactRef) -> Why {
    Why::MissingFact { fact }
}

fn said<T>(record: Option<&Record>, name: &str, read: impl FnOnce(&Value) -> Option<T>) -> Said<T> {
    match record.and_then(|record| record.get(name)) {
        Some(Answer::Known(value)) => read(value).map_or(Said::Nothing, Said::Known),
        Some(Answer::NotKnownYet) => Said::NotKnown,
        None => Said::Nothing,
    }
}

pub(super) fn day(record: Option<&Record>, name: &str) -> Said<NaiveDate> {
    said(record, name, Value::day)
}

pub(super) fn choice(record: Option<&Record>, name: &str) -> Said<String> {
    said(record, name, |value| value.word().map(str::to_owned))
}

pub(super) fn yes_no(record: Option<&Record>, name: &str) -> Said<bool> {
    said(record, name, Value::yes_no)
}

/// Whose rules of stay hold.
pub(super) enum Citizenships {
    /// Those of these states; of the first the passport is used for filing.
    Of(Vec<String>),
    /// Nobody's.
    Stateless,
    /// It was not said.
    Missing(Why),
}

pub(super) fn citizenships(answers: &Answers) -> Citizenships {
    let applicant = answers.singles.get("applicant");
    if let Said::Known(status) = choice(applicant, "status")
        && status == "stateless"
    {
        return Citizenships::Stateless;
    }
    let Said::Known(first) = choice(applicant, "citizenship") else {
        return Citizenships::Missing(missing(fact("applicant", None, "citizenship")));
    };
    let mut found = vec![first];
    for (_, record) in answers
        .lists
        .get("citizenship")
        .map(|list| list.records.as_slice())
        .unwrap_or_default()
    {
        if let (Said::Known(true), Said::Known(country)) = (
            yes_no(Some(record), "current"),
            choice(Some(record), "country"),
        ) && !found.contains(&country)
        {
            found.push(country);
        }
    }
    Citizenships::Of(found)
}

/// What is not answered yet of the other citizenships: of each record whether it is held and of which state, and whether there are more.
fn open_citizenships(answers: &Answers) -> BTreeSet<Why> {
    const LIST: &str = "citizenship";
    let list = answers.lists.get(LIST);
    let records = list.map(|list| list.records.as_slice()).unwrap_or_default();
    let mut open: BTreeSet<Why> = records
        .iter()
        .filter_map(|(id, record)| {
            let record = Some(record);
            match (yes_no(record, "current"), choice(record, "country")) {
                (Said::Known(false), _) | (Said::Known(true), Said::Known(_)) => None,
                (Said::Known(true), Said::NotKnown | Said::Nothing) => Some("country"),
                (Said::NotKnown | Said::Nothing, _) => Some("current"),
            }
            .map(|name| missing(fact(LIST, Some(id), name)))
        })
        .collect();
    if list.is_none_or(|list| !list.complete) {
        open.insert(missing(fact(LIST, None, LIST_COMPLETE)));
    }
    open
}

/// Whether the person has refugee status, or was granted asylum. Asylum is asked only of filings under earlier law: it is open where it
/// was asked.
pub(super) fn refuge(answers: &Answers) -> Verdict {
    let applicant = answers.singles.get("applicant");
    let open = |name| Verdict::undecided(missing(fact("applicant", None, name)));
    let refugee = match yes_no(applicant, "refugee") {
        Said::Known(true) => Verdict::Yes,
        Said::Known(false) => Verdict::No,
        Said::NotKnown | Said::Nothing => open("refugee"),
    };
    let asylum = match yes_no(applicant, "asylum") {
        Said::Known(true) => Verdict::Yes,
        Said::Known(false) | Said::Nothing => Verdict::No,
        Said::NotKnown => open("asylum"),
    };
    refugee.or(&asylum)
}

/// The visits, in the order of entry.
#[derive(Default)]
pub(super) struct Visits {
    pub(super) trips: Vec<Trip>,
    /// What has to be answered before they can be counted.
    pub(super) whys: BTreeSet<Why>,
    /// The visits of which the basis was not said: they count as visits without a visa.
    pub(super) taken_as_visa_free: Vec<String>,
    /// The visits whose days count, but of which it is open how long they were lawful: what stands instead of an overstay.
    pub(super) not_held_against: BTreeMap<String, Verdict>,
}

impl Visits {
    /// Of visits without a visa nobody can say how long they were lawful: an authority says it of the one in which a day lies.
    pub(super) fn left_to_an_authority(&mut self, text: &str, day: NaiveDate) {
        let why = Why::OfficialDecides {
            text: text.to_owned(),
        };
        if self.without_a_visa().any(|trip| trip.holds(day)) {
            self.whys.insert(why.clone());
        }
        self.overstay_is_open(&Verdict::undecided(why));
    }

    /// Of visits without a visa it is open whether they were lawful beyond their days.
    pub(super) fn overstay_is_open(&mut self, verdict: &Verdict) {
        let open = self
            .without_a_visa()
            .map(|trip| (trip.id.clone(), verdict.clone()))
            .collect::<Vec<_>>();
        self.not_held_against.extend(open);
    }

    /// Which rule holds for a present visit without a visa, the passport says; until it is named, all citizenships count.
    pub(super) fn ask_for_citizenships(&mut self, answers: &Answers, day: NaiveDate) {
        if self
            .without_a_visa()
            .any(|trip| trip.holds(day) && trip.passport.is_none())
        {
            self.whys.extend(open_citizenships(answers));
        }
    }

    /// What stands instead of an overstay, for each visit of which something was not said: a visa or a temporary permit may have covered
    /// the days, or a status that needs neither.
    pub(super) fn overstays_that_are_open(&self) -> BTreeMap<String, Verdict> {
        let unsaid = self.taken_as_visa_free.iter();
        let unsaid = unsaid.map(|trip| {
            let why = missing(basis_fact(trip));
            (trip.clone(), Verdict::undecided(why))
        });
        unsaid.chain(self.not_held_against.clone()).collect()
    }

    fn without_a_visa(&self) -> impl Iterator<Item = &Trip> {
        let free = |trip: &&Trip| matches!(trip.basis, TripBasis::VisaFree);
        self.trips.iter().filter(free)
    }
}

/// Reads the visits. The day of entry that the form asks for stands for the present visit, where the list has none. Whoever never entered
/// has none.
pub(super) fn visits(answers: &Answers, on: NaiveDate) -> Visits {
    let mut visits = Visits::default();
    let entry = answers.singles.get("entry");
    let basis_now = choice(entry, "basis").known();
    if basis_now.as_deref() == Some(LIVES_HERE) {
        visits.whys.insert(Why::OfficialDecides {
            text: WITHOUT_ENTRY.to_owned(),
        });
        return visits;
    }
    let here_now = basis_now
        .as_deref()
        .is_some_and(|basis| basis != "not_entered");
    let list = answers.lists.get(STAY);
    if list.is_none_or(|list| !list.complete) {
        visits.whys.insert(missing(fact(STAY, None, LIST_COMPLETE)));
    }
    for (id, record) in list.map(|list| list.records.as_slice()).unwrap_or_default() {
        visits.read(id, record, here_now, entry, on);
    }
    let entered_on = day(entry, "entered_on").known();
    if here_now {
        // The present visit is in the list where one begins with it or goes on; a visit that is over, or still to come, is another one.
        let told = |entered| {
            visits
                .trips
                .iter()
                .any(|trip| trip.entered == entered || trip.holds(on))
        };
        match entered_on {
            Some(entered) if !told(entered) => {
                visits.trips.push(Trip {
                    id: ENTRY.to_owned(),
                    entered,
                    left: None,
                    basis: basis_of(basis_now.as_deref(), None, day(entry, "visa_until").known()),
                    passport: choice(entry, "passport").known(),
                });
            }
            None if visits.trips.is_empty() => {
                visits
                    .whys
                    .insert(missing(fact("entry", None, "entered_on")));
            }
            Some(_) | None => {}
        }
    }
    visits
        .trips
        .sort_by_key(|trip| (trip.entered, trip.left.is_none(), trip.left));
    visits
}

/// The last day of the visa or temporary permit on which one stays now; none where a visit that goes on was given, which has an end of
/// its own.
pub(super) fn document_end(answers: &Answers, trips: &[Trip]) -> Option<NaiveDate> {
    let entry = answers.singles.get("entry");
    let basis = choice(entry, "basis").known();
    let until = day(entry, "visa_until").known()?;
    match basis_of(basis.as_deref(), None, Some(until)) {
        TripBasis::VisaFree => None,
        TripBasis::Document { .. } => trips
            .iter()
            .all(|trip| trip.left.is_some())
            .then_some(until),
    }
}

impl Visits {
    fn read(
        &mut self,
        id: &str,
        record: &Record,
        here_now: bool,
        entry: Option<&Record>,
        on: NaiveDate,
    ) {
        let record = Some(record);
        let Said::Known(entered) = day(record, "entered") else {
            self.whys.insert(missing(fact(STAY, Some(id), "entered")));
            return;
        };
        let left = match day(record, "left") {
            Said::Known(left) => Some(left),
            Said::Nothing => None,
            Said::NotKnown => {
                self.whys.insert(missing(fact(STAY, Some(id), "left")));
                None
            }
        };
        // The present visit rests on what the person said of the present.
        let present = here_now && left.is_none() && entered <= on;
        let own = choice(record, "basis").known();
        let until = day(record, "until").known();
        let (basis, until) = match &own {
            None if present => (
                choice(entry, "basis").known(),
                until.or(day(entry, "visa_until").known()),
            ),
            Some(_) if present => (own.clone(), until.or(day(entry, "visa_until").known())),
            Some(_) | None => (own.clone(), until),
        };
        if basis.is_none() {
            self.taken_as_visa_free.push(id.to_owned());
        }
        self.trips.push(Trip {
            id: id.to_owned(),
            entered,
            left,
            basis: basis_of(basis.as_deref(), day(record, "since").known(), until),
            passport: choice(record, "passport")
                .known()
                .or_else(|| choice(entry.filter(|_| present), "passport").known()),
        });
    }
}

fn basis_of(basis: Option<&str>, since: Option<NaiveDate>, until: Option<NaiveDate>) -> TripBasis {
    match basis {
        Some("visa" | "temporary_permit") => TripBasis::Document { since, until },
        Some(_) | None => TripBasis::VisaFree,
    }
}

/// The question for the last day of a visit's visa or permit.
pub(super) fn until_fact(trip: &str) -> FactRef {
    if trip == ENTRY {
        fact("entry", None, "visa_until")
    } else {
        fact(STAY, Some(trip), "until")
    }
}

/// The question for a visit's day of exit. The visit that is known from the day of entry alone has none: it is told in the list.
pub(super) fn left_fact(trip: &str) -> FactRef {
    if trip == ENTRY {
        fact(STAY, None, LIST_COMPLETE)
    } else {
        fact(STAY, Some(trip), "left")
    }
}

/// The question for the basis of a visit.
pub(super) fn basis_fact(trip: &str) -> FactRef {
    if trip == ENTRY {
        fact("entry", None, "basis")
    } else {
        fact(STAY, Some(trip), "basis")
    }
}

/// The question for a visit's day of entry.
pub(super) fn entered_fact(trip: &str) -> FactRef {
    if trip == ENTRY {
        fact("entry", None, "entered_on")
    } else {
        fact(STAY, Some(trip), "entered")
    }
}

/// The question for the passport of a visit.
pub(super) fn passport_fact(trip: &str) -> FactRef {
    if trip == ENTRY {
        fact("entry", None, "passport")
    } else {
        fact(STAY, Some(trip), "passport")
    }
}
