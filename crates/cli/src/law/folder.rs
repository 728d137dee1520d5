//! Reading the files of a law pack from a folder.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::failure::Failure;

/// A hundred times the largest file that a lawyer would write.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Folders inside folders inside folders: no pack is deeper.
const DEEPEST: usize = 8;

/// The TOML files of a folder and of the folders in it: the path inside the folder, and the text.
pub(super) fn texts(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut paths = Vec::new();
    collect(folder, 0, &mut paths)?;
    paths.sort();
    if paths.is_empty() {
        return Err(Failure::NoToml {
            folder: folder.display().to_string(),
        });
    }
    paths
        .into_iter()
        .map(|path| {
            let text = text(&path)?;
            let name = path.strip_prefix(folder).unwrap_or(&path);
            Ok((name.to_string_lossy().replace('\\', "/"), text))
        })
        .collect()
}

fn collect(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.is_dir() {
            if depth < DEEPEST {
                collect(&path, depth + 1, paths)?;
            }
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            paths.push(path);
        }
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, Failure> {
    let file = || path.display().to_string();
    let size = fs::metadata(path)
        .map_err(|error| unreadable(path, &error))?
        .len();
    if size > MOST_BYTES {
        return Err(Failure::TooLarge {
            file: file(),
            most: MOST_BYTES,
        });
    }
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    String::from_utf8(bytes).map_err(|_| Failure::NotText { file: file() })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Unreadable {
        file: path.display().to_string(),
        kind: error.kind(),
    }
}
