//! `cargo xtask pack`: a law pack is put together, signed and checked. How and by whom: docs/release.md.

use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use minisign::{KeyPair, PublicKeyBox, SecretKeyBox};
use qonys_lawpack::{PackContent, PublicKey, open, seal};

use crate::paths;

/// What can be done with a law pack.
#[derive(Debug, Subcommand)]
pub(crate) enum PackTask {
    /// Make a pair of keys without a password: the secret one belongs outside of every repository.
    Keys {
        /// The folder for law-pack.key and law-pack.pub.
        folder: PathBuf,
    },
    /// Put the files of a folder like `assets` (pack.toml, law, interview, forms) into one archive.
    Build {
        /// The archive to write.
        to: PathBuf,
        /// The folder.
        #[arg(long)]
        from: Option<PathBuf>,
    },
    /// Sign an archive: the file that people open.
    Sign {
        /// The archive.
        archive: PathBuf,
        /// The secret key. Its password, if it has one, is asked for.
        #[arg(long)]
        key: PathBuf,
        /// The law pack to write.
        #[arg(long)]
        to: PathBuf,
    },
    /// Check signature and content of a law pack; `qonys-cli law verify` looks for faults in the law too.
    Verify {
        /// The law pack.
        file: PathBuf,
        /// The public key; that of the releases, if not given.
        #[arg(long)]
        key: Option<PathBuf>,
    },
}

/// Carries out a task.
pub(crate) fn run(task: &PackTask) -> Result<ExitCode, String> {
    match task {
        PackTask::Keys { folder } => keys(folder),
        PackTask::Build { to, from } => build(
            &from.clone().unwrap_or_else(|| paths::root().join("assets")),
            to,
        ),
        PackTask::Sign { archive, key, to } => sign(archive, key, to),
        PackTask::Verify { file, key } => verify(file, key.as_deref()),
    }
    .map(|said| {
        println!("{said}");
        ExitCode::SUCCESS
    })
}

fn keys(folder: &Path) -> Result<String, String> {
    let pair = KeyPair::generate_unencrypted_keypair().map_err(|error| error.to_string())?;
    let (public, secret) = (folder.join("law-pack.pub"), folder.join("law-pack.key"));
    let public_box = pair.pk.to_box().map_err(|error| error.to_string())?;
    let secret_box = pair.sk.to_box(None).map_err(|error| error.to_string())?;
    new_file(&secret, secret_box.to_string().as_bytes())?;
    new_file(&public, public_box.to_string().as_bytes())?;
    Ok(format!("{} {}", secret.display(), public.display()))
}

fn build(from: &Path, to: &Path) -> Result<String, String> {
    let manifest = text(&from.join("pack.toml"))?;
    let mut files = Vec::new();
    for folder in ["law", "interview", "forms"] {
        collect(&from.join(folder), folder, &mut files)?;
    }
    let content = PackContent::of_files(&manifest, files).map_err(|error| error.to_string())?;
    let archive = content.to_bytes().map_err(|error| error.to_string())?;
    write(to, &archive)?;
    Ok(format!(
        "{}: version {}, {} bytes",
        to.display(),
        content.manifest.version,
        archive.len()
    ))
}

fn collect(folder: &Path, below: &str, into: &mut Vec<(String, String)>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| told(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| told(folder, &error))?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or_else(|| format!("{}: a strange name", path.display()))?;
        let inside = format!("{below}/{name}");
        if path.is_dir() {
            collect(&path, &inside, into)?;
        } else if name.ends_with(".toml") {
            into.push((inside, text(&path)?));
        }
    }
    Ok(())
}

fn sign(archive: &Path, key: &Path, to: &Path) -> Result<String, String> {
    let bytes = fs::read(archive).map_err(|error| told(archive, &error))?;
    let secret = SecretKeyBox::from_string(&text(key)?).map_err(|error| error.to_string())?;
    // Without a password where the key has none; else minisign asks for it at the terminal.
    let secret = secret
        .clone()
        .into_unencrypted_secret_key()
        .or_else(|_| secret.into_secret_key(None))
        .map_err(|error| error.to_string())?;
    let name = to
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let signature = minisign::sign(None, &secret, Cursor::new(&bytes), name.as_deref(), None)
        .map_err(|error| error.to_string())?;
    let file = seal(&bytes, &signature.into_string()).map_err(|error| error.to_string())?;
    write(to, &file)?;
    Ok(to.display().to_string())
}

fn verify(file: &Path, key: Option<&Path>) -> Result<String, String> {
    let release = paths::root().join("assets/keys/law-pack.pub");
    let key = key.unwrap_or(&release);
    let public = text(key)?;
    // What minisign itself would refuse is no key here either.
    PublicKeyBox::from_string(&public).map_err(|error| told(key, &error))?;
    let public = PublicKey::read(&public).map_err(|error| told(key, &error))?;
    let bytes = fs::read(file).map_err(|error| told(file, &error))?;
    let content = open(&bytes, &[public]).map_err(|error| told(file, &error))?;
    Ok(format!(
        "{}: version {}, of {}, {} files",
        file.display(),
        content.manifest.version,
        content.manifest.issued,
        content.law().count() + content.interview().count() + content.forms().count(),
    ))
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| told(path, &error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| told(path, &error))
}

/// Never over a key that lies there.
fn new_file(path: &Path, bytes: &[u8]) -> Result<(), String> {
    File::create_new(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| told(path, &error))
}

fn told(path: &Path, problem: &dyn std::fmt::Display) -> String {
    format!("{}: {problem}", path.display())
}
