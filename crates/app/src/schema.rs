//! JSON Schemas: of the case file, made from the interview, and of what the command line prints.

use std::collections::BTreeSet;

use qonys_law::EntityKind;
use qonys_law::Fact;
use qonys_law::FactType;
use serde_json::Map;
use serde_json::Value as Json;
use serde_json::json;

use crate::knowledge::Knowledge;
use crate::read::trips;
use crate::receipt::Receipt;
use crate::view::AgendaView;
use crate::view::AssessmentView;
use crate::view::ByLaw;
use crate::view::DayCountView;
use crate::view::LawDifferencesView;
use crate::view::LawListView;
use crate::view::LawRecordsView;
use crate::view::LawUsedView;
use crate::view::LintView;
use crate::view::StayView;
use crate::view::WindowAnswer;

/// The schema of what a case says of its reminders.
fn reminders_schema() -> Json {
    let day = json!({ "type": "string", "format": "date" });
    json!({
        "type": "object",
        "description": "Days before a deadline by kind of reminder, and what was said of single deadlines.",
        "additionalProperties": false,
        "properties": {
            "seed": { "type": "string", "description": "Makes the ids of this case its own outside the case." },
            "before": {
                "type": "object",
                "additionalProperties": {
                    "type": "array",
                    "items": { "type": "integer", "minimum": 0, "maximum": 731 }
                }
            },
            "marks": {
                "type": "object",
                "description": "By the deadline's key in the agenda. A mark holds as long as the deadline keeps that day.",
                "additionalProperties": {
                    "type": "object",
                    "required": ["day", "kind"],
                    "additionalProperties": false,
                    "properties": {
                        "day": day,
                        "kind": {
                            "anyOf": [
                                { "enum": ["done", "hidden"] },
                                {
                                    "type": "object",
                                    "required": ["snoozed_until"],
                                    "additionalProperties": false,
                                    "properties": { "snoozed_until": day }
                                }
                            ]
                        }
                    }
                }
            }
        }
    })
}

/// The schema of a case file.
#[must_use]
pub fn case_schema(knowledge: &Knowledge) -> Json {
    let interview = &knowledge.interview;
    let mut singles = Map::new();
    let mut lists = Map::new();
    let mut papers = Json::Null;
    for entity in &interview.entities {
        let mut properties: Map<String, Json> = interview
            .facts_of(&entity.id)
            .map(|fact| (fact.id.fact.clone(), fact_schema(fact)))
            .collect();
        match entity.kind {
            EntityKind::Single => {
                singles.insert(entity.id.clone(), closed(&properties, &entity.title.en));
            }
            EntityKind::List => {
                properties.insert("id".to_owned(), json!({ "type": "string" }));
                lists.insert(
                    entity.id.clone(),
                    json!({
                        "type": "object",
                        "description": entity.title.en,
                        "additionalProperties": false,
                        "properties": {
                            "complete": { "type": "boolean", "description": "Whether that is all; only then is \"none\" believed." },
                            "records": { "type": "array", "items": closed(&properties, "") }
                        }
                    }),
                );
            }
            EntityKind::Keyed => papers = closed(&properties, &entity.title.en),
        }
    }
    let day = json!({ "type": ["string", "null"], "format": "date" });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Qonys case",
        "type": "object",
        "required": ["format"],
        "additionalProperties": false,
        "properties": {
            "format": { "const": 1 },
            "about": { "type": ["string", "null"], "description": "A remark about the file." },
            "plan": {
                "type": "object",
                "additionalProperties": false,
                "properties": { "filing": day, "payment": day, "decision": day }
            },
            "answers": { "type": "object", "additionalProperties": false, "properties": singles },
            "lists": { "type": "object", "additionalProperties": false, "properties": lists },
            "papers": {
                "type": "object",
                "description": "By the paper's id, or id and country as in \"criminal_record:RU\", or id and record as in \"child_consent/child-1\".",
                "additionalProperties": false,
                "patternProperties": paper_keys(knowledge, &papers)
            },
            "texts": {
                "type": "object",
                "description": "Texts of one's own in place of composed ones, by paper and block.",
                "additionalProperties": {
                    "type": "object",
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": false,
                        "properties": { "kk": { "type": "string" }, "ru": { "type": "string" } }
                    }
                }
            },
            "reminders": reminders_schema(),
            "blanks": {
                "type": "array",
                "description": "Blanks of offices in the sealed case: their files of boxes (TOML) and the ids of their sealed files.",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["boxes", "files"],
                    "properties": {
                        "boxes": { "type": "string" },
                        "files": { "type": "array", "items": { "type": "string" } }
                    }
                }
            },
            "photo": {
                "type": ["string", "null"],
                "description": "The id of the sealed photo."
            }
        }
    })
}

/// The keys that papers may have, as patterns.
fn paper_keys(knowledge: &Knowledge, paper: &Json) -> Json {
    let mut ids: [BTreeSet<&str>; 3] = Default::default();
    for requirement in &knowledge.pack.requirements {
        if requirement.absent {
            continue;
        }
        let way = match &requirement.of_each_record {
            Some(_) => 2,
            None if requirement.of_each.is_empty() => 0,
            None => 1,
        };
        ids[way].insert(requirement.paper_id());
    }
    ids.into_iter()
        .zip(["", ":[A-Z]{2}", "/[^/.]+"])
        .filter(|(ids, _)| !ids.is_empty())
        .map(|(ids, after)| {
            let ids: Vec<&str> = ids.into_iter().collect();
            (format!("^({}){after}$", ids.join("|")), paper.clone())
        })
        .collect::<Map<_, _>>()
        .into()
}

/// The schema of a file of trips.
#[must_use]
pub fn trips_schema(knowledge: &Knowledge) -> Json {
    let facts = |entity: &str, only: &[&str]| -> Map<String, Json> {
        knowledge
            .interview
            .facts_of(entity)
            .filter(|fact| only.is_empty() || only.contains(&fact.id.fact.as_str()))
            .map(|fact| (fact.id.fact.clone(), fact_schema(fact)))
            .collect()
    };
    let rows = |entity: &str| {
        let items = closed(&facts(entity, &[]), "");
        json!({ "type": "array", "items": items })
    };
    let mut permit = facts("permit", &["issued"]);
    permit.insert("absences".to_owned(), rows("absence"));
    permit.insert("work".to_owned(), rows("profession_work"));
    for (entity, fact) in trips::ABOUT_THE_HOLDER {
        permit.extend(facts(entity, &[fact]));
    }
    let country = json!({ "type": "string", "pattern": "^([A-Z]{2}|stateless)$" });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Qonys trips",
        "description": "All visits to Kazakhstan: the lists are taken as complete.",
        "type": "object",
        "required": ["citizenship", "trips"],
        "additionalProperties": false,
        "properties": {
            "about": { "type": ["string", "null"], "description": "A remark about the file." },
            "citizenship": {
                "description": "A country, several, or the word stateless.",
                "anyOf": [country, { "type": "array", "items": country }]
            },
            "trips": rows("stay"),
            "permit": closed(&permit, "The permanent residence permit, when there is one.")
        }
    })
}

fn closed(properties: &Map<String, Json>, description: &str) -> Json {
    let mut schema = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties
    });
    if !description.is_empty() {
        schema["description"] = json!(description);
    }
    schema
}

fn fact_schema(fact: &Fact) -> Json {
    let value = match fact.kind {
        FactType::YesNo => json!({ "type": "boolean" }),
        FactType::Choice => {
            let ids: Vec<&str> = fact
                .option
                .iter()
                .map(|option| option.id.as_str())
                .collect();
            json!({ "enum": ids })
        }
        FactType::Date => json!({ "type": "string", "format": "date" }),
        FactType::Country => json!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
        FactType::Number => json!({ "type": "integer", "minimum": 0 }),
        FactType::Money => json!({
            "description": "Tenge and tiyn, for example \"17300.00\".",
            "anyOf": [
                { "type": "string", "pattern": "^[0-9]+([.][0-9]{1,2})?$" },
                { "type": "number", "minimum": 0 }
            ]
        }),
        FactType::Digits => json!({ "type": "string", "pattern": "^[0-9]+$" }),
        FactType::Text | FactType::NameLatin | FactType::NameCyrillic => json!({
            "anyOf": [
                { "type": "string", "minLength": 1 },
                {
                    "type": "object",
                    "required": ["text"],
                    "additionalProperties": false,
                    "properties": {
                        "text": { "type": "string", "minLength": 1 },
                        "kk": { "type": "string" },
                        "ru": { "type": "string" }
                    }
                }
            ]
        }),
    };
    json!({
        "description": fact.question.en,
        "anyOf": [
            value,
            { "type": "null" },
            { "type": "object", "additionalProperties": false, "required": ["unknown"], "properties": { "unknown": { "const": true } } }
        ]
    })
}

/// The schemas of what the command line prints, by command.
#[must_use]
pub fn output_schemas() -> Json {
    let assess = schemars::schema_for!(ByLaw<AssessmentView>);
    let mut schemas = Map::new();
    schemas.insert("assess".to_owned(), assess.to_value());
    let agenda = schemars::schema_for!(ByLaw<AgendaView>);
    schemas.insert("agenda".to_owned(), agenda.to_value());
    schemas.insert(
        "days".to_owned(),
        schemars::schema_for!(ByLaw<DayCountView>).to_value(),
    );
    schemas.insert(
        "window".to_owned(),
        schemars::schema_for!(ByLaw<WindowAnswer>).to_value(),
    );
    schemas.insert(
        "receipt".to_owned(),
        schemars::schema_for!(Receipt).to_value(),
    );
    schemas.insert(
        "stay".to_owned(),
        schemars::schema_for!(ByLaw<StayView>).to_value(),
    );
    schemas.insert(
        "papers".to_owned(),
        json!({
            "type": "object",
            "required": ["law", "papers", "skipped"],
            "properties": {
                "law": law_used_schema(),
                "papers": { "type": "array", "items": {
                    "type": "object",
                    "required": ["paper", "file", "pages", "notes"],
                    "properties": {
                        "paper": { "type": "string", "description": "The paper, or paper/record." },
                        "file": { "type": "string", "description": "The file written." },
                        "pages": { "type": "integer" },
                        "notes": { "type": "array", "items": { "type": "string" }, "description": "Facts whose answers are still in the other language or script." }
                    }
                } },
                "skipped": { "type": "array", "items": {
                    "type": "object",
                    "required": ["paper", "why"],
                    "properties": {
                        "paper": { "type": "string" },
                        "why": { "enum": ["not_needed", "no_such_language"] }
                    }
                } },
                "failed": { "type": "array", "items": {
                    "type": "object",
                    "required": ["paper", "title", "why"],
                    "properties": {
                        "paper": { "type": "string", "description": "A paper that could not be printed." },
                        "title": { "type": "string", "description": "What it is called." },
                        "why": { "type": "string", "description": "Why, and what to do, as a sentence." }
                    }
                } },
                "file": { "type": "string", "description": "The file, where one paper was asked for." },
                "notes": { "type": "array", "items": { "type": "string" }, "description": "Its notes, where one paper was asked for." }
            }
        }),
    );
    schemas.insert("photo".to_owned(), photo_schema());
    for (name, schema) in [
        ("law_show", schemars::schema_for!(ByLaw<LawRecordsView>)),
        ("law_list", schemars::schema_for!(ByLaw<LawListView>)),
        ("law_diff", schemars::schema_for!(LawDifferencesView)),
        ("law_lint", schemars::schema_for!(LintView)),
    ] {
        schemas.insert(name.to_owned(), schema.to_value());
    }
    Json::Object(schemas)
}

/// By which law an answer was given, as a part of a schema that is written by hand.
fn law_used_schema() -> Json {
    let mut schema = schemars::generate::SchemaSettings::draft2020_12()
        .with(|settings| settings.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<LawUsedView>()
        .to_value();
    if let Some(map) = schema.as_object_mut() {
        map.remove("$schema");
    }
    schema
}

fn photo_schema() -> Json {
    let pixels = json!({ "type": "integer", "minimum": 0 });
    let part = json!({ "type": "object", "required": ["x", "y", "width", "height"], "additionalProperties": false,
        "description": "The part of the upright picture, in pixels.",
        "properties": { "x": pixels, "y": pixels, "width": pixels, "height": pixels } });
    json!({
        "type": "object",
        "required": ["photo", "sheet_jpeg", "sheet_pdf", "width", "height", "crop"],
        "additionalProperties": false,
        "properties": {
            "photo": { "type": "string", "description": "The photo of 35 x 45 mm, a JPEG." },
            "sheet_jpeg": { "type": "string", "description": "Six of them on 10 x 15 cm, a JPEG of 300 dots per inch." },
            "sheet_pdf": { "type": "string", "description": "The same as a PDF page of 100 x 150 mm." },
            "width": { "type": "integer", "minimum": 413, "maximum": 827, "description": "Its pixels across." },
            "height": { "type": "integer", "minimum": 531, "maximum": 1063, "description": "Its pixels down." },
            "crop": part
        }
    })
}
