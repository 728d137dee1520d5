//! The files as they lie on a Linux system, the same in deb and rpm.

use std::fs;
use std::path::Path;

use super::programs::{NAMES, Programs};
use super::{emptied, licences, read, told, write};
use crate::{paths, shell};

/// The identifier of the released program, by which the desktop knows it.
pub(crate) const IDENTIFIER: &str = "kz.qonys.desktop";

/// Where texts about the package lie.
pub(crate) const DOCUMENTS: &str = "usr/share/doc/qonys";

/// Lays all files below a folder.
pub(crate) fn lay(programs: &Programs, below: &Path) -> Result<(), String> {
    emptied(below)?;
    for name in NAMES {
        copy(
            &programs.file(name),
            &below.join("usr/bin").join(name),
            0o755,
        )?;
    }
    let packaging = paths::root().join("packaging/linux");
    for (ending, folder) in [
        ("desktop", "usr/share/applications"),
        ("xml", "usr/share/mime/packages"),
        ("metainfo.xml", "usr/share/metainfo"),
    ] {
        let name = format!("{IDENTIFIER}.{ending}");
        copy(
            &packaging.join(&name),
            &below.join(folder).join(&name),
            0o644,
        )?;
    }
    let icons = paths::root().join("assets/icons");
    let hicolor = below.join("usr/share/icons/hicolor");
    for size in [32, 128, 256, 512] {
        copy(
            &icons.join(format!("{size}.png")),
            &hicolor.join(format!("{size}x{size}/apps/{IDENTIFIER}.png")),
            0o644,
        )?;
    }
    copy(
        &icons.join("qonys.svg"),
        &hicolor.join(format!("scalable/apps/{IDENTIFIER}.svg")),
        0o644,
    )?;
    for name in NAMES {
        let page = format!("{name}.1");
        let packed = below.join("usr/share/man/man1").join(&page);
        copy(&packaging.join("man").join(&page), &packed, 0o644)?;
        pack(&packed)?;
    }
    let documents = below.join(DOCUMENTS);
    write(&documents.join("copyright"), &licences::of_the_program()?)?;
    let others = documents.join("third-party-licences");
    write(&others, &licences::of_others()?)?;
    pack(&others)?;
    let changes = documents.join("changelog");
    write(&changes, &read(&paths::root().join("CHANGELOG.md"))?)?;
    pack(&changes)
}

/// Packs a file, without the day on which that was done.
pub(crate) fn pack(file: &Path) -> Result<(), String> {
    shell::shown(shell::command("gzip").args(["-9", "-n", "-f"]).arg(file))
}

fn copy(from: &Path, to: &Path, rights: u32) -> Result<(), String> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|problem| told(folder, &problem))?;
    }
    fs::copy(from, to).map_err(|problem| told(from, &problem))?;
    give(to, rights)
}

/// Sets who may read and start a file.
#[cfg(unix)]
pub(crate) fn give(file: &Path, rights: u32) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(file, fs::Permissions::from_mode(rights))
        .map_err(|problem| told(file, &problem))
}

/// Packages of Linux are made on Unix.
#[cfg(not(unix))]
pub(crate) fn give(_file: &Path, _rights: u32) -> Result<(), String> {
    Ok(())
}
