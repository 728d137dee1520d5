//! The machine-readable lines of a passport as answers to offer.

use qonys_entry::MachineZone;
use qonys_entry::Sex;
use qonys_law::Answer;
use qonys_law::EntityRef;
use qonys_law::FactPath;
use qonys_law::FactRef;
use qonys_law::Text;
use qonys_law::Value;

use crate::entry::fields::FIELDS;
use crate::entry::said;
use crate::speak::Speaker;
use crate::view::MachineFieldView;
use crate::view::MachineZoneView;

/// The answers that the lines give, in the order in which a person compares them with the passport.
pub(crate) fn answers_of_zone(zone: &MachineZone) -> Vec<(FactPath, Value)> {
    let Some(fields) = FIELDS.as_ref().map(|fields| &fields.zone) else {
        return Vec::new();
    };
    let text = |text: &str| {
        (!text.is_empty()).then(|| {
            Value::Text(Text {
                text: text.to_owned(),
                kk: None,
                ru: None,
            })
        })
    };
    let sex = zone.sex.map(|sex| {
        Value::Choice(match sex {
            Sex::Male => fields.male.clone(),
            Sex::Female => fields.female.clone(),
        })
    });
    [
        (&fields.surname, text(&zone.surname)),
        (&fields.given, text(&zone.given)),
        (&fields.number, text(&zone.number)),
        (
            &fields.citizenship,
            zone.citizenship.clone().map(Value::Country),
        ),
        (&fields.birth, zone.birth.map(Value::Date)),
        (&fields.sex, sex),
        (&fields.expiry, zone.expiry.map(Value::Date)),
    ]
    .into_iter()
    .filter_map(|(path, value)| Some((path.clone(), value?)))
    .collect()
}

/// What the lines say, beside what the case says.
pub(crate) fn machine_zone_view(speaker: &Speaker<'_>, zone: &MachineZone) -> MachineZoneView {
    let of_card = |path: &FactPath| {
        let fields = FIELDS.as_ref().map(|fields| &fields.zone);
        fields.is_some_and(|fields| *path == fields.number || *path == fields.expiry)
    };
    let fields = answers_of_zone(zone)
        .into_iter()
        .filter(|(path, _)| speaker.knowledge.interview.fact(path).is_some())
        .map(|(path, value)| {
            let reference = FactRef {
                entity: EntityRef {
                    kind: path.entity.clone(),
                    record: None,
                },
                fact: path.fact.clone(),
            };
            let before = match speaker.answers.get(&reference) {
                Some(Answer::Known(before)) => Some(before),
                Some(Answer::NotKnownYet) | None => None,
            };
            MachineFieldView {
                key: reference.to_string(),
                label: speaker.label(&reference),
                text: speaker.value(&path, &value),
                before: before
                    .filter(|before| !same(before, &value))
                    .map(|before| speaker.value(&path, before)),
                same: before.is_some_and(|before| same(before, &value)),
                // A card is not the document that one applies with: its number and last day are not those of the passport.
                offered: zone.passport || !of_card(&path),
            }
        })
        .collect();
    let mut remarks = Vec::new();
    if !zone.passport {
        remarks.push(said(speaker, "zone.card", &[]));
    }
    if zone.names_cut {
        remarks.push(said(speaker, "zone.names_cut", &[]));
    }
    if zone.citizenship.is_none() {
        remarks.push(said(
            speaker,
            "zone.no_country",
            &[("code", &zone.citizenship_code)],
        ));
    }
    if zone.birth.is_none() {
        remarks.push(said(speaker, "zone.no_birth", &[]));
    }
    if zone.sex.is_none() {
        remarks.push(said(speaker, "zone.no_sex", &[]));
    }
    MachineZoneView { fields, remarks }
}

/// Texts are the same whatever twins they have.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => one.text.trim() == other.text.trim(),
        _ => one == other,
    }
}
