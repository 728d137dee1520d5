//! Which law the program goes by: the one that is built in, or a newer pack that was taken.

use qonys_law::LintFiles;
use qonys_law::Severity;
use qonys_law::lint;
use qonys_lawpack::PackContent;
use qonys_lawpack::PublicKey;
use qonys_lawpack::open;

use crate::error::AppError;
use crate::knowledge::Knowledge;
use crate::knowledge::built_in_content;
use crate::papers::check_papers;

/// The law that the program goes by.
#[derive(Debug)]
pub struct KnownLaw {
    /// What it knows.
    pub knowledge: Knowledge,
    /// Why a pack that lies there is not used, if so.
    pub refused: Option<AppError>,
}

/// The law that is built in, or the pack that was taken, if that is newer.
///
/// A pack that cannot be used any more does not stop the program: the law that is built in takes its place, and why is said.
///
/// # Errors
/// When the law that is built in cannot be used; the tests of every build rule that out.
pub fn known_law(taken: Option<&[u8]>, keys: &[PublicKey]) -> Result<KnownLaw, AppError> {
    let built_in = Knowledge::built_in()?;
    let Some(taken) = taken else {
        return Ok(KnownLaw {
            knowledge: built_in,
            refused: None,
        });
    };
    Ok(match read_law_pack(taken, keys) {
        Ok(newer) if newer.manifest().version > built_in.manifest().version => KnownLaw {
            knowledge: newer,
            refused: None,
        },
        // A newer program brings a newer law: the pack has done its work.
        Ok(_) => KnownLaw {
            knowledge: built_in,
            refused: None,
        },
        Err(error) => KnownLaw {
            knowledge: built_in,
            refused: Some(error),
        },
    })
}

/// Reads a law pack and looks for faults in it, as the tests of every build do with the one that is built in.
///
/// # Errors
/// When it is no law pack, unsigned, changed, damaged, for a newer engine, or has a fault.
pub fn read_law_pack(file: &[u8], keys: &[PublicKey]) -> Result<Knowledge, AppError> {
    faultless(known(open(file, keys)?)?)
}

/// What a signed pack holds, if its files fit together.
fn known(content: PackContent) -> Result<Knowledge, AppError> {
    Knowledge::of_pack(content).map_err(|error| {
        // The law that is built in stays: nothing has to be installed anew.
        if let AppError::Pack(faults) = &error {
            AppError::FaultyLaw(faults.iter().map(ToString::to_string).collect())
        } else {
            error
        }
    })
}

fn faultless(knowledge: Knowledge) -> Result<Knowledge, AppError> {
    check_papers(&knowledge)?;
    let (law, interview, forms): (Vec<_>, Vec<_>, Vec<_>) = (
        knowledge.law_files().collect(),
        knowledge.interview_files().collect(),
        knowledge.form_files().collect(),
    );
    let faults: Vec<String> = lint(&LintFiles {
        law: &law,
        interview: &interview,
        forms: &forms,
    })
    .iter()
    .filter(|finding| finding.rule.severity() == Severity::Fault)
    .map(ToString::to_string)
    .collect();
    if faults.is_empty() {
        Ok(knowledge)
    } else {
        Err(AppError::FaultyLaw(faults))
    }
}

/// Reads a law pack by which one command is to answer instead of the law that is built in.
///
/// # Errors
/// As [`read_law_pack`]; and when it is older than the law that is built in, by its version or, where that is the same, by its day,
/// unless an older one is asked for.
pub fn law_pack_instead(
    file: &[u8],
    keys: &[PublicKey],
    older_too: bool,
) -> Result<Knowledge, AppError> {
    let knowledge = read_law_pack(file, keys)?;
    let own = built_in_content()?;
    let (given, here) = (knowledge.manifest(), &own.manifest);
    if older_too || (given.version, given.issued) >= (here.version, here.issued) {
        Ok(knowledge)
    } else {
        Err(AppError::OlderThanOwn {
            version: given.version,
            issued: given.issued,
            here: here.version,
            here_issued: here.issued,
        })
    }
}

/// Reads a law pack that is to take the place of the law in use.
///
/// # Errors
/// As [`read_law_pack`]; and when it is not newer than the law in use, which then stays.
pub fn take_law_pack(
    file: &[u8],
    keys: &[PublicKey],
    in_use: &Knowledge,
) -> Result<Knowledge, AppError> {
    let newer = open(file, keys)?;
    let (version, here) = (newer.manifest.version, in_use.manifest().version);
    if version > here {
        faultless(known(newer)?)
    } else {
        Err(AppError::OlderLaw { version, here })
    }
}

/// The archive of the law that is built in, as it would be signed.
///
/// # Errors
/// When the law that is built in cannot be read; the tests of every build rule that out.
pub fn pack_of_built_in() -> Result<Vec<u8>, AppError> {
    Ok(built_in_content()?.to_bytes()?)
}
