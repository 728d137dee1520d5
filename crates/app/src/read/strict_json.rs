//! JSON in which no key stands twice: of two answers to one question neither may win in silence.

use std::cell::RefCell;
use std::fmt;

use serde::de::DeserializeSeed;
use serde::de::Deserializer;
use serde::de::Error;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;
use serde_json::Map;
use serde_json::Value as Json;

use crate::error::AppError;

/// Reads a text as JSON.
///
/// # Errors
/// The line where it stops being JSON, or where a key stands for the second time.
pub(crate) fn parse(text: &str) -> Result<Json, AppError> {
    let twice = RefCell::new(None);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Strict { twice: &twice }
        .deserialize(&mut deserializer)
        .and_then(|json| deserializer.end().map(|()| json));
    read.map_err(|error| match twice.take() {
        Some(key) => AppError::KeyTwice {
            line: error.line(),
            column: error.column(),
            key,
        },
        None => AppError::NotJson {
            line: error.line(),
            column: error.column(),
            problem: error.to_string(),
        },
    })
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    /// The key that stood twice.
    twice: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Json, A::Error> {
        let mut read = Vec::new();
        while let Some(row) = rows.next_element_seed(self)? {
            read.push(row);
        }
        Ok(Json::Array(read))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut read = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if read.contains_key(&key) {
                let error = A::Error::custom(format!("\"{key}\" stands twice"));
                self.twice.replace(Some(key));
                return Err(error);
            }
            let value = map.next_value_seed(self)?;
            read.insert(key, value);
        }
        Ok(Json::Object(read))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_refused_with_its_line() {
        let text = "{\n  \"a\": 1,\n  \"b\": { \"c\": true,\n    \"c\": false }\n}";
        let Err(AppError::KeyTwice { line, key, .. }) = parse(text) else {
            panic!("it was read");
        };
        assert_eq!((line, key.as_str()), (4, "c"));
        assert!(parse("{ \"a\": { \"x\": 1 }, \"b\": { \"x\": 1 } }").is_ok());
    }

    #[test]
    fn what_is_no_json_names_its_line() {
        let Err(AppError::NotJson { line, .. }) = parse("{\n\"a\": }") else {
            panic!("it was read");
        };
        assert_eq!(line, 2);
        assert!(parse("{} {}").is_err(), "nothing may follow");
    }

    #[test]
    fn what_is_read_is_what_any_reader_reads() {
        let text = "[null, true, -3, 18446744073709551615, 0.5, \"ә\\n\", { \"a\": [] }]";
        let plain: Json = serde_json::from_str(text).unwrap();
        assert_eq!(parse(text).unwrap(), plain);
    }
}
