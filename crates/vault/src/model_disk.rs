//! A disk in memory that fails where it is told to and forgets what was not synced.

use std::collections::BTreeMap;
use std::io::{self, Cursor, ErrorKind, Read};
use std::sync::{Arc, Mutex};

use crate::disk::{Disk, Staged};
use crate::files::TEMP;

/// What happens at the chosen operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// This operation fails and the process goes on: a full disk.
    Fails,
    /// This and all later operations fail: the process was killed or the power went.
    Dies,
}

/// What a new start finds after a death.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    /// All that was done: the process was killed.
    Everything,
    /// Only what was synced: the power went.
    Synced,
    /// All names, but of the contents only what was synced: the power went, and the file system
    /// writes names first.
    NamesFirst,
}

#[derive(Debug, Clone, Default)]
struct Contents {
    seen: Vec<u8>,
    lasting: Vec<u8>,
}

#[derive(Default)]
struct Inner {
    contents: Vec<Contents>,
    names: BTreeMap<String, usize>,
    lasting_names: BTreeMap<String, usize>,
    writes: usize,
    fault: Option<(usize, Fault)>,
    dead: bool,
    temps: usize,
    /// A disk that says it synced and did not.
    lies: bool,
}

/// The disk; clones share it.
#[derive(Clone, Default)]
pub(crate) struct ModelDisk(Arc<Mutex<Inner>>);

impl ModelDisk {
    /// From now on the operation of this number (counted from zero) meets the fault.
    pub(crate) fn fault_at(&self, operation: usize, fault: Fault) {
        let mut inner = self.0.lock().unwrap();
        inner.writes = 0;
        inner.fault = Some((operation, fault));
    }

    /// Whether the fault has struck.
    pub(crate) fn struck(&self) -> bool {
        let inner = self.0.lock().unwrap();
        inner.fault.is_some_and(|(at, _)| inner.writes > at)
    }

    /// From now on nothing is really synced.
    pub(crate) fn lie(&self) {
        self.0.lock().unwrap().lies = true;
    }

    /// The disk that a new start finds.
    pub(crate) fn after(&self, left: Left) -> Self {
        let inner = self.0.lock().unwrap();
        let names = match left {
            Left::Everything | Left::NamesFirst => &inner.names,
            Left::Synced => &inner.lasting_names,
        };
        let contents = inner.contents.iter().map(|contents| {
            let bytes = match left {
                Left::Everything => contents.seen.clone(),
                Left::Synced | Left::NamesFirst => contents.lasting.clone(),
            };
            Contents {
                seen: bytes.clone(),
                lasting: bytes,
            }
        });
        Self(Arc::new(Mutex::new(Inner {
            contents: contents.collect(),
            names: names.clone(),
            lasting_names: names.clone(),
            ..Inner::default()
        })))
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.0.lock().unwrap().names.keys().cloned().collect()
    }

    fn change<T>(&self, what: impl FnOnce(&mut Inner, bool) -> io::Result<T>) -> io::Result<T> {
        let mut inner = self.0.lock().unwrap();
        let here = inner.fault.filter(|(at, _)| *at == inner.writes);
        inner.writes += 1;
        let fails = inner.dead || here.is_some();
        inner.dead |= here.is_some_and(|(_, fault)| fault == Fault::Dies);
        what(&mut inner, fails)
    }
}

fn full() -> io::Error {
    io::Error::from(ErrorKind::StorageFull)
}

fn or_full<T>(fails: bool, then: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    if fails { Err(full()) } else { then() }
}

fn missing() -> io::Error {
    io::Error::from(ErrorKind::NotFound)
}

impl Disk for ModelDisk {
    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.names())
    }

    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let inner = self.0.lock().unwrap();
        let at = inner.names.get(name).ok_or_else(missing)?;
        Ok(inner.contents[*at].seen.clone())
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(Cursor::new(self.read(name)?)))
    }

    fn stage(&self) -> io::Result<Box<dyn Staged + '_>> {
        self.change(|inner, fails| {
            or_full(fails, || {
                inner.temps += 1;
                let name = format!("{}{}{}", TEMP.0, inner.temps, TEMP.1);
                let at = inner.contents.len();
                inner.contents.push(Contents::default());
                inner.names.insert(name.clone(), at);
                Ok(Box::new(ModelFile {
                    disk: self.clone(),
                    at,
                    name,
                }) as Box<dyn Staged>)
            })
        })
    }

    fn sync_folder(&self) -> io::Result<()> {
        self.change(|inner, fails| {
            or_full(fails, || {
                if !inner.lies {
                    inner.lasting_names = inner.names.clone();
                }
                Ok(())
            })
        })
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.change(|inner, fails| {
            or_full(fails, || {
                let at = inner.names.remove(from).ok_or_else(missing)?;
                inner.names.insert(to.to_owned(), at);
                Ok(())
            })
        })
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.change(|inner, fails| {
            or_full(fails, || {
                inner.names.remove(name).map(drop).ok_or_else(missing)
            })
        })
    }
}

struct ModelFile {
    disk: ModelDisk,
    at: usize,
    name: String,
}

impl Staged for ModelFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.change(|inner, fails| {
            // A failing write leaves half of it behind.
            let length = if fails { bytes.len() / 2 } else { bytes.len() };
            inner.contents[self.at]
                .seen
                .extend_from_slice(&bytes[..length]);
            or_full(fails, || Ok(()))
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.change(|inner, fails| {
            or_full(fails, || {
                let lies = inner.lies;
                let contents = &mut inner.contents[self.at];
                if !lies {
                    contents.lasting = contents.seen.clone();
                }
                Ok(())
            })
        })
    }

    fn publish(self: Box<Self>, name: &str) -> io::Result<()> {
        self.disk.rename(&self.name, name)
    }

    fn publish_beside(
        self: Box<Self>,
        names: &mut dyn Iterator<Item = String>,
    ) -> io::Result<String> {
        let taken = self.disk.names();
        let mut free = names.filter(|name| !taken.contains(name));
        let name = free
            .next()
            .ok_or_else(|| io::Error::from(ErrorKind::AlreadyExists))?;
        self.publish(&name)?;
        Ok(name)
    }
}

impl Drop for ModelFile {
    fn drop(&mut self) {
        // The dead remove nothing, which is how stale files come about.
        let mut inner = self.disk.0.lock().unwrap();
        if !inner.dead {
            inner.names.remove(&self.name);
        }
    }
}
