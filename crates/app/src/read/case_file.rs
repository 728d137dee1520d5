//! Case files: plain JSON that a person can read and write.

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::EntityKind;
use qonys_law::Fact;
use qonys_law::FactPath;
use qonys_law::FactType;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::Text;
use qonys_law::Value;
use serde_json::Map;
use serde_json::Value as Json;
use serde_json::json;

use crate::case::Case;
use crate::case::CasePlan;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::knowledge::Knowledge;
use crate::read::blanks::kept_blanks;
use crate::read::blanks::kept_blanks_json;
use crate::read::blanks::kept_photo;
use crate::read::input::wanted;
use crate::read::money::plain_money;
use crate::read::papers::check_key;
use crate::read::reminders::reminders;
use crate::read::reminders::reminders_json;
use crate::read::strict_json;
use crate::read::texts::own_texts;
use crate::read::texts::own_texts_json;
use crate::read::value;
use crate::wanted::Wanted;

/// The version of the case file that this program reads and writes.
const FORMAT: u64 = 1;

/// More records of one kind than any life holds.
pub(super) const MOST_RECORDS: usize = 300;

/// Reads a case file.
///
/// # Errors
/// The line where it stops being JSON, or the field that is wrong and what is wrong with it.
pub fn case_from_json(knowledge: &Knowledge, text: &str) -> Result<Case, AppError> {
    // Some editors begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    case_of_json(knowledge, &strict_json::parse(text)?, false)
}

/// Reads a case file that was parsed; `lenient` for one that this program saved itself.
///
/// # Errors
/// As [`case_from_json`].
pub(super) fn case_of_json(
    knowledge: &Knowledge,
    json: &Json,
    lenient: bool,
) -> Result<Case, AppError> {
    let root = object(json, "case")?;
    known_fields(
        root,
        "",
        &[
            "format",
            "about",
            "plan",
            "answers",
            "lists",
            "papers",
            "texts",
            "reminders",
            "blanks",
            "photo",
        ],
    )?;
    if root.get("format").and_then(Json::as_u64) != Some(FORMAT) {
        return Err(AppError::field(
            "format",
            FieldProblem::NotAnOption {
                options: FORMAT.to_string(),
            },
        ));
    }
    let about = match root.get("about") {
        None | Some(Json::Null) => None,
        Some(Json::String(about)) => Some(about.clone()),
        Some(_) => return Err(wrong("about", Wanted::Text)),
    };
    let lists = lists(knowledge, root.get("lists"))?;
    Ok(Case {
        about,
        plan: plan(root.get("plan"))?,
        answers: Answers {
            singles: singles(knowledge, root.get("answers"), lenient)?,
            papers: papers(knowledge, &lists, root.get("papers"))?,
            lists,
        },
        texts: own_texts(knowledge, root.get("texts"), lenient)?,
        reminders: reminders(root.get("reminders"), lenient)?,
        blanks: kept_blanks(root.get("blanks"))?,
        photo: kept_photo(root.get("photo"))?,
    })
}

pub(super) fn wrong(field: &str, wanted: Wanted) -> AppError {
    AppError::field(field, FieldProblem::WrongType { wanted })
}

pub(super) fn object<'a>(json: &'a Json, field: &str) -> Result<&'a Map<String, Json>, AppError> {
    json.as_object().ok_or_else(|| wrong(field, Wanted::Braces))
}

pub(super) fn known_fields(
    map: &Map<String, Json>,
    at: &str,
    known: &[&str],
) -> Result<(), AppError> {
    for key in map.keys() {
        if !known.contains(&key.as_str()) {
            return Err(AppError::field(
                format!("{at}{key}"),
                FieldProblem::UnknownField,
            ));
        }
    }
    Ok(())
}

fn plan(json: Option<&Json>) -> Result<CasePlan, AppError> {
    let Some(json) = json else {
        return Ok(CasePlan::default());
    };
    let map = object(json, "plan")?;
    known_fields(map, "plan.", &["filing", "payment", "decision"])?;
    let day = |name: &str| match map.get(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => value::iso_date(text)
            .map(Some)
            .map_err(|problem| AppError::field(format!("plan.{name}"), problem)),
        Some(_) => Err(wrong(&format!("plan.{name}"), Wanted::Day)),
    };
    let plan = CasePlan {
        filing: day("filing")?,
        payment: day("payment")?,
        decision: day("decision")?,
    };
    check_plan(&plan)?;
    Ok(plan)
}

/// A plan's days come in their order: pay, file, decide.
///
/// # Errors
/// The day that does not.
pub fn check_plan(plan: &CasePlan) -> Result<(), AppError> {
    let Some(filing) = plan.filing else {
        return Ok(());
    };
    if plan.payment.is_some_and(|payment| payment > filing) {
        return Err(AppError::field(
            "plan.payment",
            FieldProblem::PaymentAfterFiling,
        ));
    }
    if plan.decision.is_some_and(|decision| decision < filing) {
        return Err(AppError::field(
            "plan.decision",
            FieldProblem::DecisionBeforeFiling,
        ));
    }
    Ok(())
}

type Named<T> = std::collections::BTreeMap<String, T>;

fn singles(
    knowledge: &Knowledge,
    json: Option<&Json>,
    lenient: bool,
) -> Result<Named<Record>, AppError> {
    let mut found = Named::new();
    let Some(json) = json else { return Ok(found) };
    for (entity, answers) in object(json, "answers")? {
        let at = format!("answers.{entity}");
        entity_of(knowledge, entity, EntityKind::Single, &at)?;
        let mut record = record(knowledge, entity, answers, &at, &[])?;
        if !lenient {
            fill_in_implied(knowledge, entity, &mut record);
        }
        found.insert(entity.clone(), record);
    }
    Ok(found)
}

/// Fills in what an answer says of a question that a file made by hand left out. In the window that question comes first.
fn fill_in_implied(knowledge: &Knowledge, entity: &str, record: &mut Record) {
    for fact in knowledge.interview.facts_of(entity) {
        let Some(implied) = &fact.implies else {
            continue;
        };
        let answered = matches!(record.get(&fact.id.fact), Some(Answer::Known(_)));
        if answered && implied.fact.entity == entity {
            record
                .entry(implied.fact.fact.clone())
                .or_insert_with(|| Answer::Known(Value::Choice(implied.value.clone())));
        }
    }
}

fn lists(knowledge: &Knowledge, json: Option<&Json>) -> Result<Named<Records>, AppError> {
    let mut found = Named::new();
    let Some(json) = json else { return Ok(found) };
    for (entity, list) in object(json, "lists")? {
        let at = format!("lists.{entity}");
        entity_of(knowledge, entity, EntityKind::List, &at)?;
        let map = object(list, &at)?;
        known_fields(map, &format!("{at}."), &["complete", "records"])?;
        let complete = match map.get("complete") {
            None => false,
            Some(Json::Bool(complete)) => *complete,
            Some(_) => return Err(wrong(&format!("{at}.complete"), Wanted::YesNo)),
        };
        let mut records = Records {
            complete,
            records: Vec::new(),
        };
        let rows = match map.get("records") {
            None => &Vec::new(),
            Some(Json::Array(rows)) => rows,
            Some(_) => return Err(wrong(&format!("{at}.records"), Wanted::Brackets)),
        };
        if rows.len() > MOST_RECORDS {
            return Err(AppError::field(
                format!("{at}.records"),
                FieldProblem::TooMany { most: MOST_RECORDS },
            ));
        }
        for (place, row) in rows.iter().enumerate() {
            let at = format!("{at}.records[{place}]");
            let id = match object(row, &at)?.get("id") {
                None => format!("{entity}-{}", place + 1),
                Some(Json::String(id)) if !id.is_empty() && !id.contains(['/', '.']) => id.clone(),
                Some(_) => return Err(wrong(&format!("{at}.id"), Wanted::PlainId)),
            };
            if records.get(&id).is_some() {
                return Err(wrong(&format!("{at}.id"), Wanted::OwnId));
            }
            let record = record(knowledge, entity, row, &at, &["id"])?;
            records.records.push((id, record));
        }
        found.insert(entity.clone(), records);
    }
    Ok(found)
}

fn papers(
    knowledge: &Knowledge,
    lists: &Named<Records>,
    json: Option<&Json>,
) -> Result<Named<Record>, AppError> {
    let mut found = Named::new();
    let Some(json) = json else { return Ok(found) };
    for (key, answers) in object(json, "papers")? {
        let at = format!("papers.{key}");
        check_key(knowledge, lists, key).map_err(|problem| AppError::field(at.clone(), problem))?;
        let record = record(knowledge, "paper", answers, &at, &[])?;
        found.insert(key.clone(), record);
    }
    Ok(found)
}

fn entity_of(
    knowledge: &Knowledge,
    entity: &str,
    kind: EntityKind,
    at: &str,
) -> Result<(), AppError> {
    match knowledge.interview.entity(entity) {
        Some(known) if known.kind == kind => Ok(()),
        Some(_) | None => Err(AppError::field(at, FieldProblem::UnknownField)),
    }
}

pub(super) fn record(
    knowledge: &Knowledge,
    entity: &str,
    json: &Json,
    at: &str,
    beside: &[&str],
) -> Result<Record, AppError> {
    let mut record = Record::new();
    for (name, json) in object(json, at)? {
        if beside.contains(&name.as_str()) {
            continue;
        }
        let at = format!("{at}.{name}");
        let path = FactPath {
            entity: entity.to_owned(),
            fact: name.clone(),
        };
        let Some(fact) = knowledge.interview.fact(&path) else {
            return Err(AppError::field(at, FieldProblem::UnknownField));
        };
        let answer =
            answer(knowledge, fact, json).map_err(|problem| AppError::field(at, problem))?;
        if let Some(answer) = answer {
            record.insert(name.clone(), answer);
        }
    }
    Ok(record)
}

pub(super) fn answer(
    knowledge: &Knowledge,
    fact: &Fact,
    json: &Json,
) -> Result<Option<Answer>, FieldProblem> {
    let mismatch = || FieldProblem::WrongType {
        wanted: wanted(fact.kind),
    };
    if let Json::Object(map) = json
        && map.get("unknown") == Some(&Json::Bool(true))
        && map.len() == 1
    {
        return Ok(Some(Answer::NotKnownYet));
    }
    let value = match (json, fact.kind) {
        (Json::Null, _) => return Ok(None),
        (Json::Bool(yes), FactType::YesNo) => Value::YesNo(*yes),
        (Json::Number(number), FactType::Number) => number
            .as_i64()
            .filter(|number| *number >= 0)
            .map(Value::Number)
            .ok_or_else(mismatch)?,
        // A number is taken as it was written; a fraction of a tiyn is not rounded.
        (Json::Number(number), FactType::Money) => {
            value::word(fact, &knowledge.pack, &number.to_string())?
        }
        (Json::String(text), FactType::Date) => Value::Date(value::iso_date(text)?),
        (
            Json::String(text),
            FactType::Choice | FactType::Country | FactType::Digits | FactType::Money,
        ) => value::word(fact, &knowledge.pack, text)?,
        (Json::String(text), FactType::Text | FactType::NameLatin | FactType::NameCyrillic) => {
            value::text(
                fact,
                Text {
                    text: text.clone(),
                    kk: None,
                    ru: None,
                },
            )?
        }
        (Json::Object(map), FactType::Text | FactType::NameLatin | FactType::NameCyrillic) => {
            value::text(fact, twins(map).ok_or_else(mismatch)?)?
        }
        (
            Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) | Json::Object(_),
            _,
        ) => return Err(mismatch()),
    };
    Ok(Some(Answer::Known(value)))
}

fn twins(map: &Map<String, Json>) -> Option<Text> {
    if map
        .iter()
        .any(|(key, twin)| !["text", "kk", "ru"].contains(&key.as_str()) || !twin.is_string())
    {
        return None;
    }
    let part = |name: &str| map.get(name).and_then(Json::as_str).map(str::to_owned);
    Some(Text {
        text: part("text")?,
        kk: part("kk"),
        ru: part("ru"),
    })
}

/// Writes a case file; reading it again gives the same case.
#[must_use]
pub fn case_to_json(case: &Case) -> String {
    format!("{:#}\n", Json::Object(json_of_case(case)))
}

pub(super) fn json_of_case(case: &Case) -> Map<String, Json> {
    let mut root = Map::new();
    root.insert("format".to_owned(), json!(FORMAT));
    if let Some(about) = &case.about {
        root.insert("about".to_owned(), json!(about));
    }
    let mut plan = Map::new();
    for (name, day) in [
        ("filing", case.plan.filing),
        ("payment", case.plan.payment),
        ("decision", case.plan.decision),
    ] {
        if let Some(day) = day {
            plan.insert(name.to_owned(), json!(day.to_string()));
        }
    }
    root.insert("plan".to_owned(), Json::Object(plan));
    let records = |named: &Named<Record>| -> Json {
        named
            .iter()
            .map(|(name, record)| (name.clone(), Json::Object(record_json(record))))
            .collect::<Map<_, _>>()
            .into()
    };
    root.insert("answers".to_owned(), records(&case.answers.singles));
    let lists: Map<String, Json> = case
        .answers
        .lists
        .iter()
        .map(|(entity, list)| {
            let rows: Vec<Json> = list
                .records
                .iter()
                .map(|(id, record)| {
                    let mut row = Map::new();
                    row.insert("id".to_owned(), json!(id));
                    row.extend(record_json(record));
                    Json::Object(row)
                })
                .collect();
            (
                entity.clone(),
                json!({ "complete": list.complete, "records": rows }),
            )
        })
        .collect();
    root.insert("lists".to_owned(), Json::Object(lists));
    root.insert("papers".to_owned(), records(&case.answers.papers));
    if !case.texts.is_empty() {
        root.insert("texts".to_owned(), own_texts_json(&case.texts));
    }
    if !case.reminders.is_empty() {
        root.insert("reminders".to_owned(), reminders_json(&case.reminders));
    }
    if !case.blanks.is_empty() {
        root.insert("blanks".to_owned(), kept_blanks_json(&case.blanks));
    }
    if let Some(photo) = &case.photo {
        root.insert("photo".to_owned(), json!(photo));
    }
    root
}

fn record_json(record: &Record) -> Map<String, Json> {
    record
        .iter()
        .map(|(fact, answer)| (fact.clone(), answer_json(answer)))
        .collect()
}

fn answer_json(answer: &Answer) -> Json {
    let value = match answer {
        Answer::NotKnownYet => return json!({ "unknown": true }),
        Answer::Known(value) => value,
    };
    match value {
        Value::YesNo(yes) => json!(yes),
        Value::Choice(word) | Value::Country(word) => json!(word),
        Value::Date(day) => json!(day.to_string()),
        Value::Number(number) => json!(number),
        Value::Money(tiyn) => json!(plain_money(*tiyn)),
        Value::Text(text) if text.kk.is_none() && text.ru.is_none() => json!(text.text),
        Value::Text(text) => {
            let mut map = Map::new();
            map.insert("text".to_owned(), json!(text.text));
            for (name, twin) in [("kk", &text.kk), ("ru", &text.ru)] {
                if let Some(twin) = twin {
                    map.insert(name.to_owned(), json!(twin));
                }
            }
            Json::Object(map)
        }
    }
}
