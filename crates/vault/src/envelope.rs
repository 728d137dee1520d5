//! What lies inside a sealed snapshot: one line of text, the list of attachments, the caller's bytes.

/// The newest schema of the envelope that this edition reads, and the one it writes.
///
/// 1: generation. 2: generation and the length of the list of attachments, which follows the line.
pub(crate) const SCHEMA: u32 = 2;
const MAGIC: &[u8] = b"qonys-snapshot/";
/// No line of any schema is longer; the search for its end stops here.
const LONGEST_LINE: usize = 128;

/// What the first line of an envelope says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    /// Which snapshot this is.
    pub(crate) generation: u64,
    /// Where the list of attachments begins.
    pub(crate) list_at: usize,
    /// Where the caller's bytes begin; where the list does if there is none.
    pub(crate) body_at: usize,
}

/// Why an envelope can't be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is no envelope at all.
    Damaged,
    /// A newer edition wrote it.
    Newer(u32),
}

/// The first line for a snapshot: magic, schema, generation and the length of the list, readable in
/// a terminal.
pub(crate) fn line(generation: u64, list: usize) -> Vec<u8> {
    let mut line = MAGIC.to_vec();
    line.extend_from_slice(format!("{SCHEMA} {generation} {list}\n").as_bytes());
    line
}

/// Reads the first line.
pub(crate) fn open(plain: &[u8]) -> Result<Opening, Unreadable> {
    let rest = plain.strip_prefix(MAGIC).ok_or(Unreadable::Damaged)?;
    let end = rest
        .iter()
        .take(LONGEST_LINE)
        .position(|byte| *byte == b'\n')
        .ok_or(Unreadable::Damaged)?;
    let line = rest.get(..end).unwrap_or_default();
    let text = str::from_utf8(line).map_err(|_| Unreadable::Damaged)?;
    let (schema, fields) = text.split_once(' ').ok_or(Unreadable::Damaged)?;
    // A newer schema may have other fields, so the schema is judged first.
    let schema = number(schema)?;
    if schema > u64::from(SCHEMA) {
        return Err(Unreadable::Newer(u32::try_from(schema).unwrap_or(u32::MAX)));
    }
    let list_at = MAGIC.len() + end + 1;
    let (generation, list) = match schema {
        1 => (fields, 0),
        2 => {
            let (generation, list) = fields.split_once(' ').ok_or(Unreadable::Damaged)?;
            let list = usize::try_from(number(list)?).map_err(|_| Unreadable::Damaged)?;
            (generation, list)
        }
        _ => return Err(Unreadable::Damaged),
    };
    let body_at = list_at.checked_add(list).ok_or(Unreadable::Damaged)?;
    if body_at > plain.len() {
        return Err(Unreadable::Damaged);
    }
    Ok(Opening {
        generation: number(generation)?,
        list_at,
        body_at,
    })
}

fn number(digits: &str) -> Result<u64, Unreadable> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unreadable::Damaged);
    }
    digits.parse().map_err(|_| Unreadable::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_its_generation_and_its_list() {
        let mut plain = line(42, 4);
        plain.extend_from_slice(b"listbody\n");
        let opening = open(&plain).unwrap();
        assert_eq!(opening.generation, 42);
        assert_eq!(&plain[opening.list_at..opening.body_at], b"list");
        assert_eq!(&plain[opening.body_at..], b"body\n");
    }

    #[test]
    fn the_first_schema_had_no_list() {
        let opening = open(b"qonys-snapshot/1 42\nbody").unwrap();
        assert_eq!(opening.generation, 42);
        assert_eq!((opening.list_at, opening.body_at), (20, 20));
    }

    #[test]
    fn a_newer_schema_is_told_apart() {
        assert_eq!(
            open(b"qonys-snapshot/3 other fields\n"),
            Err(Unreadable::Newer(3))
        );
        assert_eq!(
            open(b"qonys-snapshot/99999999999 1\n"),
            Err(Unreadable::Newer(u32::MAX))
        );
    }

    #[test]
    fn anything_else_is_damage() {
        for plain in [
            &b""[..],
            b"qonys-snapshot/",
            b"qonys-snapshot/1 1",
            b"qonys-snapshot/1\n",
            b"qonys-snapshot/0 1\n",
            b"qonys-snapshot/1 \n",
            b"qonys-snapshot/1 +1\n",
            b"qonys-snapshot/1 1 \n",
            b"qonys-snapshot/2 1\n",
            b"qonys-snapshot/2 1 2\nx",
            b"qonys-snapshot/2 1 18446744073709551615\n",
            b"qonys-snapshot/2 1 0 \n",
            b"qonys-snapshot/\xff 1\n",
            b"{}",
        ] {
            assert_eq!(open(plain), Err(Unreadable::Damaged), "{plain:?}");
        }
    }
}
