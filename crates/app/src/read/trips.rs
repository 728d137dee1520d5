//! Files of trips: the visits of one person without a whole case, for counting stays.
//!
//! `{ "citizenship": "RU", "trips": [{ "entered": "2026-09-01", "left": "2026-09-20" }, { "entered": "2026-11-01" }] }`; a trip may
//! also have `basis` (`visa_free`, `visa`, `temporary_permit`), `until`, `since` and `passport`. `permit` tells of the permanent permit:
//! `issued`, `absences` (`left`, `back`, `reason`, `ended`, `prevented`), `work` (`from`, `until`).

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::Value;
use qonys_law::stay::StayProblem;
use serde_json::Map;
use serde_json::Value as Json;

use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::knowledge::Knowledge;
use crate::read::case_file::MOST_RECORDS;
use crate::read::case_file::known_fields;
use crate::read::case_file::object;
use crate::read::case_file::record;
use crate::read::case_file::wrong;
use crate::read::strict_json;
use crate::wanted::Wanted;

/// The word for nobody's citizen.
const STATELESS: &str = "stateless";

/// The list of visits.
const STAY: &str = "stay";

/// What may be said of the holder of a permit, because floors ask it.
pub(crate) const ABOUT_THE_HOLDER: [(&str, &str); 2] = [
    ("applicant", "ethnic_kazakh"),
    ("work", "in_demand_profession"),
];

/// Reads a file of trips. Its lists are complete: a trip that it does not name did not happen. What it does not say of a trip or of the
/// holder of a permit stays open: the basis of a trip, whether one is an ethnic Kazakh, has an exempting family or a listed profession.
///
/// # Errors
/// The line where it stops being JSON, or the field that is wrong and what is wrong with it.
pub fn trips_from_json(knowledge: &Knowledge, text: &str) -> Result<Answers, AppError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let json: Json = strict_json::parse(text)?;
    let root = object(&json, "trips")?;
    known_fields(root, "", &["about", "citizenship", "trips", "permit"])?;
    let mut answers = Answers::default();
    citizenship(knowledge, root.get("citizenship"), &mut answers)?;
    if root.get("trips").is_none() {
        return Err(wrong("trips", Wanted::Brackets));
    }
    list(knowledge, root, "", "trips", STAY, &mut answers)?;
    let holds = match root.get("permit") {
        None | Some(Json::Null) => None,
        Some(permit) => Some(object(permit, "permit")?),
    };
    say(
        &mut answers,
        "permit",
        "granted",
        Value::YesNo(holds.is_some()),
    );
    if let Some(permit) = holds {
        holder(knowledge, permit, &mut answers)?;
    }
    Ok(answers)
}

fn say(answers: &mut Answers, entity: &str, fact: &str, value: Value) {
    answers
        .singles
        .entry(entity.to_owned())
        .or_default()
        .insert(fact.to_owned(), Answer::Known(value));
}

fn citizenship(
    knowledge: &Knowledge,
    json: Option<&Json>,
    answers: &mut Answers,
) -> Result<(), AppError> {
    let codes: Vec<&str> = match json {
        Some(Json::String(code)) => vec![code.as_str()],
        Some(Json::Array(codes)) if !codes.is_empty() => codes
            .iter()
            .map(|code| {
                code.as_str()
                    .ok_or_else(|| wrong("citizenship", Wanted::Citizenship))
            })
            .collect::<Result<_, _>>()?,
        Some(_) | None => return Err(wrong("citizenship", Wanted::Citizenship)),
    };
    answers.lists.insert(
        "citizenship".to_owned(),
        Records {
            complete: true,
            records: Vec::new(),
        },
    );
    if codes == [STATELESS] {
        say(
            answers,
            "applicant",
            "status",
            Value::Choice(STATELESS.to_owned()),
        );
        return Ok(());
    }
    say(
        answers,
        "applicant",
        "status",
        Value::Choice("citizen".to_owned()),
    );
    for (place, code) in codes.iter().enumerate() {
        if !knowledge.pack.countries.contains_key(*code) {
            return Err(AppError::field("citizenship", FieldProblem::NoSuchCountry));
        }
        let country = Value::Country((*code).to_owned());
        if place == 0 {
            say(answers, "applicant", "citizenship", country);
        } else if let Some(list) = answers.lists.get_mut("citizenship") {
            let record = Record::from([
                ("country".to_owned(), Answer::Known(country)),
                ("current".to_owned(), Answer::Known(Value::YesNo(true))),
            ]);
            list.records.push((format!("citizenship-{place}"), record));
        }
    }
    Ok(())
}

/// Reads an array of records of a list; none is a list that is complete and empty.
fn list(
    knowledge: &Knowledge,
    map: &Map<String, Json>,
    at: &str,
    field: &str,
    entity: &str,
    answers: &mut Answers,
) -> Result<(), AppError> {
    let at = format!("{at}{field}");
    let rows = match map.get(field) {
        None | Some(Json::Null) => &Vec::new(),
        Some(Json::Array(rows)) => rows,
        Some(_) => return Err(wrong(&at, Wanted::Brackets)),
    };
    if rows.len() > MOST_RECORDS {
        return Err(AppError::field(
            at,
            FieldProblem::TooMany { most: MOST_RECORDS },
        ));
    }
    let mut records = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let read = record(knowledge, entity, row, &format!("{at}[{place}]"), &[])?;
        records.push((format!("{entity}-{}", place + 1), read));
    }
    answers.lists.insert(
        entity.to_owned(),
        Records {
            complete: true,
            records,
        },
    );
    Ok(())
}

fn holder(
    knowledge: &Knowledge,
    permit: &Map<String, Json>,
    answers: &mut Answers,
) -> Result<(), AppError> {
    let own: Vec<&str> = ABOUT_THE_HOLDER.iter().map(|(_, fact)| *fact).collect();
    known_fields(
        permit,
        "permit.",
        &[&["issued", "absences", "work"], own.as_slice()].concat(),
    )?;
    list(knowledge, permit, "permit.", "absences", "absence", answers)?;
    list(
        knowledge,
        permit,
        "permit.",
        "work",
        "profession_work",
        answers,
    )?;
    for (entity, fact) in [("permit", "issued")].iter().chain(&ABOUT_THE_HOLDER) {
        if let Some(value) = permit.get(*fact) {
            let one: Map<String, Json> =
                [((*fact).to_owned(), value.clone())].into_iter().collect();
            let read = record(knowledge, entity, &Json::Object(one), "permit", &[])?;
            answers
                .singles
                .entry((*entity).to_owned())
                .or_default()
                .extend(read);
        }
    }
    // The visa with which one once came is not told either; `in_demand_profession` stands for it.
    say(
        answers,
        "entry",
        "basis",
        Value::Choice("not_entered".to_owned()),
    );
    Ok(())
}

/// Where the visits stand in the file that contradict another one or themselves, as `trips[0]`, in the order of
/// [`crate::view::StayView::problems`].
#[must_use]
pub fn trip_problem_places(
    knowledge: &Knowledge,
    answers: &Answers,
    today: NaiveDate,
) -> Vec<String> {
    let found = qonys_law::assess_stay(&knowledge.pack, &knowledge.interview, answers, today);
    let place = |id: &str| {
        let list = answers.lists.get(STAY)?;
        list.records.iter().position(|(known, _)| known == id)
    };
    found
        .problems
        .iter()
        .map(|problem| match problem {
            StayProblem::LeftBeforeEntered { trip }
            | StayProblem::NotEnded { trip, .. }
            | StayProblem::DocumentEndsEarly { trip } => trip,
            StayProblem::Overlap { second, .. } => second,
        })
        .map(|trip| place(trip).map_or_else(|| "trips".to_owned(), |at| format!("trips[{at}]")))
        .collect()
}
