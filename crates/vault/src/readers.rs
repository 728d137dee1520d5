//! The readers of bytes that somebody may have made, each behind its cipher: for tests that feed them anything.

use std::io;

use crate::attachment::Catalogue;
use crate::backup::BackupReader;
use crate::envelope;
use crate::header::Header;

/// Whether bytes are a header, `vault.json`.
#[must_use]
pub fn header(bytes: &[u8]) -> bool {
    Header::parse(bytes).is_ok()
}

/// Whether bytes are what lies inside a sealed snapshot.
#[must_use]
pub fn snapshot(plain: &[u8]) -> bool {
    envelope::open(plain).is_ok_and(|opening| {
        let list = plain.get(opening.list_at..opening.body_at);
        let list = list.unwrap_or_default();
        list.is_empty() || Catalogue::parse(list).is_some()
    })
}

/// Whether bytes are what lies inside a sealed backup. Contents are read and thrown away.
#[must_use]
pub fn backup(plain: &[u8]) -> bool {
    let read = BackupReader::of_plain(plain).read(&mut |_, _| Ok(()), &mut |_, content| {
        // A part that ends too early is found out by the next one.
        let _read = io::copy(content, &mut io::sink());
        Ok(())
    });
    read.is_ok()
}
