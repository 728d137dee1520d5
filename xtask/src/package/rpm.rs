//! The package for Fedora, openSUSE and theirs.

use std::fs;
use std::path::{Path, PathBuf};

use super::programs::Programs;
use super::{emptied, read, told, tree, write};
use crate::{paths, shell};

/// Makes the rpm; rpm finds the libraries that are needed by itself.
pub(crate) fn make(programs: &Programs, folder: &Path) -> Result<PathBuf, String> {
    let (below, work) = (folder.join("rpm"), folder.join("rpm-work"));
    tree::lay(programs, &below)?;
    emptied(&work)?;
    let spec = work.join("qonys.spec");
    write(&spec, &spec_file(programs, &below)?)?;
    shell::shown(
        shell::command("rpmbuild")
            .arg("-bb")
            .arg("--define")
            .arg(format!("_topdir {}", work.display()))
            .arg(&spec)
            .env("SOURCE_DATE_EPOCH", &programs.built_from),
    )?;
    let made = fs::read_dir(work.join("RPMS"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| fs::read_dir(entry.path()).ok())
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .next()
        .ok_or_else(|| "rpmbuild made no rpm".to_owned())?;
    let to = folder.join(made.file_name().unwrap_or_default());
    fs::rename(&made, &to).map_err(|problem| told(&made, &problem))?;
    let _work = fs::remove_dir_all(&work);
    Ok(to)
}

fn spec_file(programs: &Programs, below: &Path) -> Result<String, String> {
    let packaging = paths::root().join("packaging/linux");
    let description = read(&packaging.join("description"))?;
    let (short, long) = description.split_once('\n').unwrap_or((&description, ""));
    // rpm knows no purging: removing the last one takes the daily look away, and still no case.
    let script = read(&packaging.join("postrm"))?;
    let script = script.strip_prefix("#!/bin/sh\n").unwrap_or(&script);
    Ok(format!(
        "Name: qonys\nVersion: {version}\nRelease: 1\nSummary: {short}\nLicense: MIT OR Apache-2.0\n\
         Requires: hicolor-icon-theme\nRecommends: xdg-utils\n\n\
         %global debug_package %{{nil}}\n%global __strip /bin/true\n%global _build_id_links none\n\
         %global use_source_date_epoch_as_buildtime 1\n%global clamp_mtime_to_source_date_epoch 1\n\n\
         %description\n{long}\n\
         %install\ncp -a {below}/. %{{buildroot}}/\n\n\
         %postun\n[ \"$1\" -eq 0 ] || exit 0\nset -- purge\n{script}\n\
         %files\n%defattr(-,root,root)\n/usr/bin/*\n/usr/share/applications/*\n/usr/share/icons/hicolor/*/apps/*\n\
         /usr/share/man/man1/*\n/usr/share/metainfo/*\n/usr/share/mime/packages/*\n%doc /usr/share/doc/qonys\n",
        version = programs.version,
        below = below.display(),
    ))
}
