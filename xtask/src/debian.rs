//! The packages of Debian that the build and the tests need.

use crate::shell;

/// Package, and what it is for.
const PACKAGES: &[(&str, &str)] = &[
    ("pkg-config", "finds the libraries at build time"),
    ("libwebkit2gtk-4.1-dev", "the webview the window is made of"),
    ("libdbus-1-dev", "the window talks to the desktop"),
    ("xvfb", "a display where there is none"),
    ("xauth", "xvfb-run needs it"),
    ("webkit2gtk-driver", "drives the window in the journeys"),
    ("dbus-daemon", "a private session bus for the tests"),
    (
        "at-spi2-core",
        "the bus on which readers of the screen listen",
    ),
    ("gnome-keyring", "a real keyring for the tests of the vault"),
    ("poppler-utils", "reads the finished papers independently"),
    ("mupdf-tools", "reads filled blanks as a second reader"),
    ("qpdf", "checks the structure of the finished papers"),
    ("dunst", "takes the notifications of the tests"),
    ("python3-icalendar", "a second reader of calendars"),
    ("iproute2", "the journey without any network"),
];

/// What the packages are made and tried with.
pub(crate) const FOR_PACKAGES: &[(&str, &str)] = &[
    ("dpkg-dev", "finds the libraries that a deb depends on"),
    ("fakeroot", "a deb whose files belong to root"),
    ("rpm", "makes the rpm"),
    ("gzip", "packs the change logs and manuals"),
    ("lintian", "looks at the deb"),
    ("desktop-file-utils", "checks the desktop file"),
    ("debootstrap", "an empty Debian to install the deb in"),
];

/// What the type-check for Windows is done with.
pub(crate) const FOR_WINDOWS: &[(&str, &str)] = &[
    (
        "binutils-mingw-w64-x86-64",
        "makes import libraries and resources for Windows",
    ),
    (
        "gcc-mingw-w64-x86-64-win32",
        "compiles the C of dependencies for Windows",
    ),
];

/// Installs the packages of every build that are missing, after saying which.
pub(crate) fn install() -> Result<(), String> {
    install_these(PACKAGES)
}

/// Installs packages that are missing, after saying which.
pub(crate) fn install_these(packages: &[(&'static str, &'static str)]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        println!("Not Linux: no packages to install; the webview comes with the system.");
        return Ok(());
    }
    let missing = missing(packages);
    if !shell::is_debian() {
        println!("Not Debian: these must be there under the names of your system:");
        print_list(packages);
        return Ok(());
    }
    if missing.is_empty() {
        println!("All {} packages are there.", packages.len());
        return Ok(());
    }
    println!("These packages are missing and will be installed with apt-get:");
    print_list(&missing);
    apt(&["update"])?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(missing.iter().map(|(name, _)| *name));
    apt(&arguments)
}

fn print_list(packages: &[(&str, &str)]) {
    for (name, purpose) in packages {
        println!("  {name:24} {purpose}");
    }
}

fn missing(packages: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    packages
        .iter()
        .filter(|(name, _)| {
            shell::answer("dpkg-query", &["-W", "-f=${Status}", name])
                .is_none_or(|status| status != "install ok installed")
        })
        .copied()
        .collect()
}

fn apt(arguments: &[&str]) -> Result<(), String> {
    let root = shell::answer("id", &["-u"]).is_some_and(|id| id == "0");
    if !root && !shell::is_there("sudo") {
        return Err(format!(
            "Installing needs root, and there is no sudo. As root: apt-get {}",
            arguments.join(" ")
        ));
    }
    let mut command = shell::command(if root { "env" } else { "sudo" });
    command
        .arg("DEBIAN_FRONTEND=noninteractive")
        // Another installation may be under way: wait for it instead of failing.
        .args(["apt-get", "-o", "DPkg::Lock::Timeout=900"])
        .args(arguments);
    shell::shown(&mut command)
}
