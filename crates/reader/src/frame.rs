//! The answer on the wire: a mark, the length and JSON of the head, the length and bytes of a file.

use std::io::{self, Read, Write};

use crate::error::ReadError;
use crate::order::Head;

const MARK: &[u8; 4] = b"QRF1";

/// The longest head.
const MOST_HEAD: u64 = 1024 * 1024;

/// Writes an answer.
pub(crate) fn write(out: &mut impl Write, head: &Head, body: &[u8]) -> io::Result<()> {
    let head = serde_json::to_vec(head)?;
    out.write_all(MARK)?;
    for part in [head.as_slice(), body] {
        let length = u64::try_from(part.len()).map_err(io::Error::other)?;
        out.write_all(&length.to_be_bytes())?;
        out.write_all(part)?;
    }
    out.flush()
}

/// Reads an answer of at most so many bytes. The reading process may have been taken over by its file, so that
/// nothing in the answer is believed: a length is no reason to take memory.
pub(crate) fn read(from: &mut impl Read, most: u64) -> Result<(Head, Vec<u8>), ReadError> {
    let mut mark = [0; 4];
    from.read_exact(&mut mark).map_err(|_| ReadError::Crashed)?;
    if &mark != MARK {
        return Err(ReadError::BadAnswer);
    }
    let head = part(from, MOST_HEAD.min(most))?;
    let head: Head = serde_json::from_slice(&head).map_err(|_| ReadError::BadAnswer)?;
    let body = part(from, most)?;
    Ok((head, body))
}

fn part(from: &mut impl Read, most: u64) -> Result<Vec<u8>, ReadError> {
    let mut length = [0; 8];
    from.read_exact(&mut length)
        .map_err(|_| ReadError::Crashed)?;
    let length = u64::from_be_bytes(length);
    if length > most {
        return Err(ReadError::BadAnswer);
    }
    let mut bytes = Vec::new();
    from.take(length)
        .read_to_end(&mut bytes)
        .map_err(|_| ReadError::Crashed)?;
    if u64::try_from(bytes.len()) == Ok(length) {
        Ok(bytes)
    } else {
        Err(ReadError::Crashed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Vec<u8> {
        let mut bytes = Vec::new();
        let head = Head::Preview {
            width: 3,
            height: 4,
        };
        write(&mut bytes, &head, b"picture").unwrap();
        bytes
    }

    #[test]
    fn what_was_written_is_read() {
        let (head, body) = read(&mut written().as_slice(), 1000).unwrap();
        assert!(matches!(
            head,
            Head::Preview {
                width: 3,
                height: 4
            }
        ));
        assert_eq!(body, b"picture");
    }

    #[test]
    fn an_answer_that_stops_is_no_answer() {
        let bytes = written();
        for length in 0..bytes.len() {
            assert_eq!(
                read(&mut &bytes[..length], 1000).unwrap_err(),
                ReadError::Crashed
            );
        }
    }

    #[test]
    fn a_length_is_not_believed() {
        let mut bytes = written();
        bytes[4] = 0xFF;
        assert_eq!(
            read(&mut bytes.as_slice(), u64::MAX).unwrap_err(),
            ReadError::BadAnswer
        );
        assert_eq!(
            read(&mut written().as_slice(), 6).unwrap_err(),
            ReadError::BadAnswer
        );
        assert_eq!(
            read(&mut &b"HTTP/1.1"[..], 1000).unwrap_err(),
            ReadError::BadAnswer
        );
    }

    #[test]
    fn a_head_that_nobody_knows_is_refused() {
        for head in [
            &b"{\"preview\":{\"width\":1}}"[..],
            b"{\"other\":1}",
            b"{",
            b"\xFF",
        ] {
            let mut bytes = MARK.to_vec();
            bytes.extend(u64::try_from(head.len()).unwrap().to_be_bytes());
            bytes.extend(head);
            bytes.extend(0_u64.to_be_bytes());
            assert_eq!(
                read(&mut bytes.as_slice(), 1000).unwrap_err(),
                ReadError::BadAnswer
            );
        }
    }
}
