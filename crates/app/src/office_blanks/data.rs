//! What can be written on a blank: the data of the questionnaire, in its order.

use qonys_law::EntityKind;
use qonys_law::FactPath;
use qonys_law::FactType;

use crate::error::AppError;
use crate::interview::kind;
use crate::papers::questionnaire_boxes;
use crate::speak::Speaker;
use crate::view::BlankDatumView;
use crate::view::OptionView;

/// Every datum that the questionnaire asks, once.
pub(crate) fn data(speaker: &Speaker<'_>) -> Result<Vec<BlankDatumView>, AppError> {
    let interview = &speaker.knowledge.interview;
    let mut found: Vec<BlankDatumView> = Vec::new();
    for place in questionnaire_boxes(speaker.knowledge)? {
        if found.iter().any(|known| known.fact == place.fact) {
            continue;
        }
        let Some((path, fact)) = place
            .fact
            .parse::<FactPath>()
            .ok()
            .and_then(|path| interview.fact(&path).map(|fact| (path, fact)))
        else {
            continue;
        };
        let entity = interview.entity(&path.entity);
        found.push(BlankDatumView {
            label: speaker.words(&fact.label),
            kind: kind(fact.kind),
            group: entity.map_or_else(
                || path.entity.clone(),
                |entity| speaker.words(&entity.title),
            ),
            list: entity.is_some_and(|entity| entity.kind == EntityKind::List),
            options: match fact.kind {
                FactType::YesNo => [("yes", "answer.yes"), ("no", "answer.no")]
                    .map(|(id, key)| OptionView {
                        id: id.to_owned(),
                        label: speaker.say(key),
                        hint: None,
                    })
                    .to_vec(),
                FactType::Choice
                | FactType::Date
                | FactType::Text
                | FactType::NameLatin
                | FactType::NameCyrillic
                | FactType::Country
                | FactType::Number
                | FactType::Money
                | FactType::Digits => fact
                    .option
                    .iter()
                    .map(|option| OptionView {
                        id: option.id.clone(),
                        label: speaker.words(&option.label),
                        hint: None,
                    })
                    .collect(),
            },
            fact: place.fact,
        });
    }
    Ok(found)
}
