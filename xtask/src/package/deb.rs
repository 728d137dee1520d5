//! The package for Debian and its relatives.

use std::fs;
use std::path::{Path, PathBuf};

use super::programs::{NAMES, Programs};
use super::tree::{self, DOCUMENTS};
use super::{emptied, read, write};
use crate::{paths, shell};

/// Who answers for the package. No address is known yet: docs/release.md says where it belongs.
const MAINTAINER: &str = "The Qonys contributors <maintainers@qonys.invalid>";

/// Asked for where they can be had: opening papers in another program, printing, the key of the case.
const RECOMMENDS: &str = "xdg-utils, cups-client, gnome-keyring | keepassxc | kwalletmanager, default-dbus-session-bus | dbus-session-bus";

/// What lintian says that is as it is.
const LINTIAN_KNOWS: &str =
    "bogus-mail-host,no-manual-page,embedded-library,initial-upload-closes-no-bugs";

/// Where the deb lies when it is made.
pub(crate) fn file(programs: &Programs, folder: &Path) -> PathBuf {
    let architecture = architecture().unwrap_or_default();
    folder.join(format!("qonys_{}-1_{architecture}.deb", programs.version))
}

/// Makes the deb.
pub(crate) fn make(programs: &Programs, folder: &Path) -> Result<PathBuf, String> {
    let below = folder.join("deb");
    tree::lay(programs, &below)?;
    let changes = below.join(DOCUMENTS).join("changelog.Debian");
    write(&changes, &changelog(programs)?)?;
    tree::pack(&changes)?;
    let control = below.join("DEBIAN");
    write(&control.join("control"), &control_file(programs, &below)?)?;
    write(&control.join("md5sums"), &sums(&below)?)?;
    let script = control.join("postrm");
    write(
        &script,
        &read(&paths::root().join("packaging/linux/postrm"))?,
    )?;
    tree::give(&script, 0o755)?;
    let made = file(programs, folder);
    shell::shown(
        shell::command("fakeroot")
            .args(["dpkg-deb", "--root-owner-group", "-Zxz", "--build"])
            .args([&below, &made])
            .env("SOURCE_DATE_EPOCH", &programs.built_from),
    )?;
    looked_at(&made)?;
    Ok(made)
}

/// Lets lintian look; an error of it is one here.
fn looked_at(deb: &Path) -> Result<(), String> {
    shell::shown(
        shell::command("lintian")
            .args(["--allow-root", "--fail-on", "error", "--suppress-tags"])
            .arg(LINTIAN_KNOWS)
            .arg(deb),
    )
}

fn architecture() -> Result<String, String> {
    shell::answer("dpkg", &["--print-architecture"])
        .ok_or_else(|| "dpkg does not say for which processor this is".to_owned())
}

fn control_file(programs: &Programs, below: &Path) -> Result<String, String> {
    let description = read(&paths::root().join("packaging/linux/description"))?;
    let mut lines = description.lines();
    let short = lines.next().unwrap_or_default();
    let long: String = lines
        .map(|line| match line.trim() {
            "" => " .\n".to_owned(),
            line => format!(" {line}\n"),
        })
        .collect();
    Ok(format!(
        "Package: qonys\nVersion: {}-1\nArchitecture: {}\nMaintainer: {MAINTAINER}\n\
         Installed-Size: {}\nDepends: {}, hicolor-icon-theme\nRecommends: {RECOMMENDS}\nSection: misc\n\
         Priority: optional\nDescription: {short}\n{long}",
        programs.version,
        architecture()?,
        kibibytes(below)?,
        libraries(below)?,
    ))
}

/// The packages of the libraries that the programs are linked with.
fn libraries(below: &Path) -> Result<String, String> {
    let scratch = below.with_extension("shlibs");
    emptied(&scratch)?;
    // The tool wants to be in a source package.
    write(
        &scratch.join("debian/control"),
        "Source: qonys\n\nPackage: qonys\nArchitecture: any\n",
    )?;
    let mut command = shell::command("dpkg-shlibdeps");
    command.arg("-O");
    for name in NAMES {
        command.arg(format!("-e{}", below.join("usr/bin").join(name).display()));
    }
    let output = command
        .current_dir(&scratch)
        .output()
        .map_err(|problem| format!("dpkg-shlibdeps: {problem}"))?;
    let _scratch = fs::remove_dir_all(&scratch);
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("shlibs:Depends="))
        .map(str::to_owned)
        .ok_or_else(|| {
            format!(
                "dpkg-shlibdeps names no library: {}",
                String::from_utf8_lossy(&output.stderr)
            )
        })
}

fn kibibytes(below: &Path) -> Result<String, String> {
    let said = shell::answer("du", &["-sk", "--apparent-size", &below.to_string_lossy()]);
    said.and_then(|text| text.split_whitespace().next().map(str::to_owned))
        .ok_or_else(|| "du does not say how large the files are".to_owned())
}

fn sums(below: &Path) -> Result<String, String> {
    let script = "find usr -type f | LC_ALL=C sort | xargs -d '\\n' md5sum";
    let output = shell::command("sh")
        .args(["-c", script])
        .current_dir(below)
        .output()
        .map_err(|problem| format!("md5sum: {problem}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What changed in the packaging: nothing but the version of what is packaged.
fn changelog(programs: &Programs) -> Result<String, String> {
    let day = shell::answer(
        "date",
        &["-u", "-R", "-d", &format!("@{}", programs.built_from)],
    )
    .ok_or_else(|| "date does not write the day of the commit".to_owned())?;
    Ok(format!(
        "qonys ({}-1) stable; urgency=medium\n\n  * Qonys {}; see changelog.gz.\n\n -- {MAINTAINER}  {day}\n",
        programs.version, programs.version,
    ))
}
