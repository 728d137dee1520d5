//! The fields of a fillable PDF: what they are called, what they take, where they lie.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::error::{Amount, BlankError};
use super::limits::{self, within};
use super::pdf::{PdfSource, dictionary, rectangle, resolved, text_string};
use crate::length::Area;

/// A field of a fillable blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankField {
    /// Its full name, the parts joined by dots.
    pub name: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Where it is shown; one field may lie in several places.
    pub spots: Vec<FieldSpot>,
    /// The most characters that it takes.
    pub most: Option<usize>,
    /// Each character has a cell of its own; there are `most` cells.
    pub comb: bool,
    /// It takes several lines.
    pub multiline: bool,
    /// The office does not let it be changed.
    pub read_only: bool,
    /// The office asks for it to be filled.
    pub required: bool,
    /// What a list offers.
    pub options: Vec<FieldOption>,
    /// What a reader says when the mouse rests on the field.
    pub hint: Option<String>,
    /// It has a value already.
    pub filled: bool,
    pub(super) id: ObjectId,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Text.
    Text,
    /// A tick.
    CheckBox,
    /// One of several ticks.
    Radio,
    /// One of a list, or any text beside it.
    EditableList,
    /// One of a list.
    List,
    /// Something to press; nothing to fill.
    Button,
    /// An electronic signature; not filled.
    Signature,
}

/// One place of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSpot {
    /// The page, from 1.
    pub page: usize,
    /// Where, on the page as it is shown.
    pub area: Area,
    /// For ticks: the name of the state in which this place is ticked.
    pub state: Option<String>,
    pub(super) id: ObjectId,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldOption {
    /// What is stored.
    pub value: String,
    /// What is shown.
    pub words: String,
}

/// What a field gets from the fields above it.
#[derive(Clone, Copy, Default)]
struct Above<'a> {
    kind: Option<&'a [u8]>,
    flags: i64,
    value: Option<&'a Object>,
    most: Option<i64>,
    options: Option<&'a Object>,
}

struct Walk<'a> {
    document: &'a Document,
    /// The page of each annotation, from 0.
    pages: BTreeMap<ObjectId, usize>,
    source: &'a PdfSource,
    seen: BTreeSet<ObjectId>,
    fields: Vec<BlankField>,
}

/// The form dictionary of a document.
pub(super) fn form(document: &Document) -> Option<&Dictionary> {
    dictionary(document, document.catalog().ok()?.get(b"AcroForm").ok()?)
}

/// All fields that lie on a page, in the order of the form.
pub(super) fn fields(source: &PdfSource) -> Result<Vec<BlankField>, BlankError> {
    let document = &source.document;
    let Some(form) = form(document) else {
        return Ok(Vec::new());
    };
    let mut walk = Walk {
        document,
        pages: annotations(source),
        source,
        seen: BTreeSet::new(),
        fields: Vec::new(),
    };
    let top = form
        .get(b"Fields")
        .ok()
        .and_then(|fields| resolved(document, fields).as_array().ok());
    for field in top.into_iter().flatten() {
        walk.field(field, "", Above::default(), 0)?;
    }
    let fields = walk.fields;
    if fields.is_empty() && form.has(b"XFA") {
        return Err(BlankError::XfaOnly);
    }
    Ok(fields)
}

/// Whether the document is signed, or certified against changes.
pub(super) fn is_signed(source: &PdfSource, fields: &[BlankField]) -> bool {
    let certified = source
        .document
        .catalog()
        .ok()
        .and_then(|catalog| dictionary(&source.document, catalog.get(b"Perms").ok()?))
        .is_some_and(|permissions| permissions.has(b"DocMDP"));
    certified
        || fields
            .iter()
            .any(|field| field.kind == FieldKind::Signature && field.filled)
        || unplaced_signature(source)
}

/// A signature whose field lies on no page.
fn unplaced_signature(source: &PdfSource) -> bool {
    source.document.objects.values().any(|object| {
        object.as_dict().is_ok_and(|dict| {
            dict.get(b"FT")
                .and_then(Object::as_name)
                .is_ok_and(|kind| kind == b"Sig")
                && dict.has(b"V")
        })
    })
}

fn annotations(source: &PdfSource) -> BTreeMap<ObjectId, usize> {
    let document = &source.document;
    let mut pages = BTreeMap::new();
    for (index, (id, _)) in source.pages.iter().enumerate() {
        let list = document.get_dictionary(*id).ok().and_then(|page| {
            resolved(document, page.get(b"Annots").ok()?)
                .as_array()
                .ok()
        });
        for annotation in list.into_iter().flatten() {
            if let Ok(id) = annotation.as_reference() {
                pages.entry(id).or_insert(index);
            }
        }
    }
    pages
}

impl<'a> Walk<'a> {
    fn field(
        &mut self,
        object: &'a Object,
        above_name: &str,
        above: Above<'a>,
        depth: usize,
    ) -> Result<(), BlankError> {
        let Ok(id) = object.as_reference() else {
            return Ok(());
        };
        if depth > limits::DEPTH || !self.seen.insert(id) {
            return Err(BlankError::Damaged("fields lie in a circle".to_owned()));
        }
        within(Amount::Fields, self.seen.len(), limits::FIELDS)?;
        let Ok(dict) = self.document.get_dictionary(id) else {
            return Ok(());
        };
        let own = dict
            .get(b"T")
            .ok()
            .and_then(|name| resolved(self.document, name).as_str().ok())
            .map(text_string);
        let name = match (&own, above_name.is_empty()) {
            (Some(own), true) => own.clone(),
            (Some(own), false) => format!("{above_name}.{own}"),
            (None, _) => above_name.to_owned(),
        };
        let below = self.below(dict, above);
        let kids = dict
            .get(b"Kids")
            .ok()
            .and_then(|kids| resolved(self.document, kids).as_array().ok());
        let (fields, widgets): (Vec<_>, Vec<_>) = kids.into_iter().flatten().partition(|kid| {
            dictionary(self.document, kid).is_some_and(|kid| kid.has(b"T") || kid.has(b"Kids"))
        });
        for field in &fields {
            self.field(field, &name, below, depth + 1)?;
        }
        if !fields.is_empty() {
            return Ok(());
        }
        let mut spots = Vec::new();
        if widgets.is_empty() {
            spots.extend(self.spot(id));
        }
        for widget in widgets {
            if let Ok(id) = widget.as_reference() {
                within(Amount::Fields, spots.len(), limits::FIELDS)?;
                spots.extend(self.spot(id));
            }
        }
        if let (Some(kind), false) = (kind(below.kind, below.flags), name.is_empty()) {
            self.push(id, dict, name, kind, below, spots);
        }
        Ok(())
    }

    fn below(&self, dict: &'a Dictionary, above: Above<'a>) -> Above<'a> {
        let get = |key: &[u8]| {
            dict.get(key)
                .ok()
                .map(|object| resolved(self.document, object))
        };
        Above {
            kind: get(b"FT")
                .and_then(|kind| kind.as_name().ok())
                .or(above.kind),
            flags: get(b"Ff")
                .and_then(|flags| flags.as_i64().ok())
                .unwrap_or(above.flags),
            value: get(b"V").or(above.value),
            most: get(b"MaxLen")
                .and_then(|most| most.as_i64().ok())
                .or(above.most),
            options: get(b"Opt").or(above.options),
        }
    }

    fn push(
        &mut self,
        id: ObjectId,
        dict: &'a Dictionary,
        name: String,
        kind: FieldKind,
        from: Above<'a>,
        spots: Vec<FieldSpot>,
    ) {
        if spots.is_empty() && kind != FieldKind::Signature {
            return;
        }
        let flag = |bit: u32| from.flags & (1 << (bit - 1)) != 0;
        let most = from
            .most
            .and_then(|most| usize::try_from(most).ok())
            .filter(|most| (1..=10_000).contains(most));
        let filled = match from.value {
            None | Some(Object::Null) => false,
            Some(Object::String(text, _)) => !text.is_empty(),
            Some(Object::Name(name)) => name != b"Off",
            Some(_) => true,
        };
        self.fields.push(BlankField {
            name,
            kind,
            most,
            comb: kind == FieldKind::Text && flag(25) && most.is_some(),
            multiline: kind == FieldKind::Text && flag(13),
            read_only: flag(1),
            required: flag(2),
            options: self.options(from.options),
            hint: dict
                .get(b"TU")
                .ok()
                .and_then(|hint| resolved(self.document, hint).as_str().ok())
                .map(text_string),
            filled,
            spots,
            id,
        });
    }

    fn spot(&self, id: ObjectId) -> Option<FieldSpot> {
        let page = *self.pages.get(&id)?;
        let dict = self.document.get_dictionary(id).ok()?;
        let rectangle = rectangle(self.document, dict.get(b"Rect").ok()?)?;
        let (_, sight) = self.source.pages.get(page)?;
        Some(FieldSpot {
            page: page + 1,
            area: sight.area(rectangle),
            state: self.on_state(dict),
            id,
        })
    }

    /// The state of a tick that is not "off".
    fn on_state(&self, widget: &'a Dictionary) -> Option<String> {
        let looks = dictionary(self.document, widget.get(b"AP").ok()?)?;
        let normal = resolved(self.document, looks.get(b"N").ok()?);
        let Object::Dictionary(states) = normal else {
            return None;
        };
        states
            .iter()
            .map(|(name, _)| name)
            .find(|name| name.as_slice() != b"Off")
            .map(|name| String::from_utf8_lossy(name).into_owned())
    }

    fn options(&self, options: Option<&'a Object>) -> Vec<FieldOption> {
        let text = |object: &Object| {
            resolved(self.document, object)
                .as_str()
                .ok()
                .map(text_string)
        };
        options
            .and_then(|options| options.as_array().ok())
            .into_iter()
            .flatten()
            .take(limits::FIELDS)
            .filter_map(|option| {
                let option = resolved(self.document, option);
                if let Object::Array(pair) = option {
                    return Some(FieldOption {
                        value: text(pair.first()?)?,
                        words: text(pair.get(1)?)?,
                    });
                }
                let words = text(option)?;
                Some(FieldOption {
                    value: words.clone(),
                    words,
                })
            })
            .collect()
    }
}

fn kind(kind: Option<&[u8]>, flags: i64) -> Option<FieldKind> {
    let flag = |bit: u32| flags & (1 << (bit - 1)) != 0;
    match kind? {
        b"Tx" => Some(FieldKind::Text),
        b"Btn" if flag(17) => Some(FieldKind::Button),
        b"Btn" if flag(16) => Some(FieldKind::Radio),
        b"Btn" => Some(FieldKind::CheckBox),
        b"Ch" if flag(19) => Some(FieldKind::EditableList),
        b"Ch" => Some(FieldKind::List),
        b"Sig" => Some(FieldKind::Signature),
        _ => None,
    }
}
