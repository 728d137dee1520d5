//! By which law a command answers: the one that is built in, or a law pack.

use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use qonys_app::AppError;
use qonys_app::Knowledge;
use qonys_app::PublicKey;
use qonys_app::law_pack_instead;
use qonys_app::law_pack_keys;
use qonys_app::read_law_pack;

use crate::failure::Failure;
use crate::input;

/// The most bytes that are read of a file; a law pack has a smaller limit of its own.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A law pack in place of the law that is built in.
#[derive(Debug, Args)]
pub(crate) struct WhichLaw {
    /// Answer by this law pack instead of the law that is built in.
    #[arg(long, global = true, value_name = "FILE")]
    law_pack: Option<PathBuf>,
    /// The public key of minisign with which law packs are signed; that of the releases, if not given.
    #[arg(long, global = true, value_name = "FILE")]
    law_key: Option<PathBuf>,
    /// Answer by the law pack even where it is older than the law that is built in.
    #[arg(long, global = true, requires = "law_pack")]
    older_law_pack: bool,
}

impl WhichLaw {
    /// What the program knows.
    pub(crate) fn knowledge(&self) -> Result<Knowledge, Failure> {
        match &self.law_pack {
            Some(file) => self.read(file, |bytes, keys| {
                law_pack_instead(bytes, keys, self.older_law_pack)
            }),
            None => Ok(Knowledge::built_in()?),
        }
    }

    /// What a law pack knows, after it was checked.
    pub(crate) fn pack(&self, file: &Path) -> Result<Knowledge, Failure> {
        self.read(file, read_law_pack)
    }

    fn read(
        &self,
        file: &Path,
        reader: impl FnOnce(&[u8], &[PublicKey]) -> Result<Knowledge, AppError>,
    ) -> Result<Knowledge, Failure> {
        let keys = match &self.law_key {
            Some(key) => {
                vec![
                    PublicKey::read(&input::text(key)?)
                        .map_err(|error| Failure::of_file(key, error.into()))?,
                ]
            }
            None => law_pack_keys().map_err(|error| Failure::of_file(file, error.into()))?,
        };
        reader(&input::bytes(file, MOST_BYTES)?, &keys)
            .map_err(|error| Failure::of_file(file, error))
    }
}
