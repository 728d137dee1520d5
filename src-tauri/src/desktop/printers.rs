//! The printers that `lp` knows.

use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use qonys_app::AppError;
use qonys_app::Printers;

/// The programs of the printing system; where they are not there, there is no printer.
pub(crate) struct SystemPrinters;

impl Printers for SystemPrinters {
    fn names(&self) -> Vec<String> {
        let usual = said("-d").and_then(|text| usual(&text).map(str::to_owned));
        in_order(&said("-e").unwrap_or_default(), usual.as_deref())
    }

    fn print(&self, printer: &str, file: &Path) -> Result<(), AppError> {
        let refused = || AppError::NotPrinted {
            printer: printer.to_owned(),
        };
        let printed = Command::new("lp")
            .arg("-d")
            .arg(printer)
            .arg("--")
            .arg(file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .map_err(|_| refused())?;
        if printed.success() {
            Ok(())
        } else {
            Err(refused())
        }
    }
}

/// What `lpstat` says, in words that no language changes.
fn said(option: &str) -> Option<String> {
    let output = Command::new("lpstat")
        .arg(option)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The printer that `lpstat -d` names.
fn usual(text: &str) -> Option<&str> {
    text.lines()
        .find_map(|line| line.strip_prefix("system default destination:"))
        .map(str::trim)
}

/// The printers that `lpstat -e` lists, the usual one first.
fn in_order(listed: &str, usual: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = listed
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty() && !name.contains(char::is_whitespace))
        .map(str::to_owned)
        .collect();
    names.sort_by_key(|name| Some(name.as_str()) != usual);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_printer_stands_first() {
        let listed = "Hall\nOffice_HP\n\n";
        let usual = usual("system default destination: Office_HP\n");
        assert_eq!(in_order(listed, usual), ["Office_HP", "Hall"]);
        assert_eq!(in_order(listed, None), ["Hall", "Office_HP"]);
        assert!(in_order("no printer at all\n", None).is_empty());
    }
}
