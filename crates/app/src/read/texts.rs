//! Texts of the person's own for papers, in a case file: `"texts": { PAPER: { BLOCK: { "kk": …, "ru": … } } }`.

use std::collections::BTreeMap;

use serde_json::Map;
use serde_json::Value as Json;
use serde_json::json;

use crate::error::AppError;
use crate::knowledge::Knowledge;
use crate::papers::OwnText;
use crate::papers::OwnTexts;
use crate::papers::check_block;
use crate::read::case_file::known_fields;
use crate::read::case_file::object;
use crate::read::case_file::wrong;
use crate::wanted::Wanted;

/// Reads the texts. In a saved case a text of a block that a paper no longer has is left out; in a case file it is an
/// error.
pub(super) fn own_texts(
    knowledge: &Knowledge,
    json: Option<&Json>,
    may_be_old: bool,
) -> Result<OwnTexts, AppError> {
    let mut found = OwnTexts::new();
    let Some(json) = json else { return Ok(found) };
    for (paper, blocks) in object(json, "texts")? {
        let at = format!("texts.{paper}");
        let mut of_paper = BTreeMap::new();
        for (block, texts) in object(blocks, &at)? {
            let at = format!("{at}.{block}");
            let map = object(texts, &at)?;
            known_fields(map, &format!("{at}."), &["kk", "ru"])?;
            let text = |name: &str| match map.get(name) {
                None | Some(Json::Null) => Ok(None),
                Some(Json::String(text)) => Ok(Some(text.clone())),
                Some(Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_)) => {
                    Err(wrong(&format!("{at}.{name}"), Wanted::Text))
                }
            };
            let own = OwnText {
                kk: text("kk")?,
                ru: text("ru")?,
            };
            match check_block(knowledge, paper, block, &own) {
                Ok(()) if own.is_empty() => {}
                Ok(()) => {
                    of_paper.insert(block.clone(), own);
                }
                Err(_) if may_be_old => {}
                Err(error) => return Err(error),
            }
        }
        if !of_paper.is_empty() {
            found.insert(paper.clone(), of_paper);
        }
    }
    Ok(found)
}

/// The texts as a case file holds them.
pub(super) fn own_texts_json(texts: &OwnTexts) -> Json {
    let of_block = |text: &OwnText| -> Json {
        let mut map = Map::new();
        for (name, words) in [("kk", &text.kk), ("ru", &text.ru)] {
            if let Some(words) = words {
                map.insert(name.to_owned(), json!(words));
            }
        }
        Json::Object(map)
    };
    texts
        .iter()
        .map(|(paper, blocks)| {
            let blocks: Map<String, Json> = blocks
                .iter()
                .map(|(block, text)| (block.clone(), of_block(text)))
                .collect();
            (paper.clone(), Json::Object(blocks))
        })
        .collect::<Map<_, _>>()
        .into()
}
