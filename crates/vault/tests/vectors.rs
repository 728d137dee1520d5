//! The public test vectors of the age format, run through the cipher as the vault uses it: binary
//! files, one X25519 identity or one passphrase. Armored and hybrid files are none of ours.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::fs;
use std::io::Read;
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Identity, scrypt, x25519};
use flate2::read::ZlibDecoder;
use sha2::{Digest, Sha256};

/// Accepted although the format forbids it: the crate still reads stanzas without a short last
/// line, as very old files have them. The header's MAC covers them all the same.
const LENIENT: [&str; 2] = ["stanza_missing_body", "stanza_missing_final_line"];
/// Of the 143 vectors, those that are neither armored nor hybrid.
const EXPECTED: usize = 92;

#[derive(Default)]
struct Vector {
    expect: String,
    payload: Option<String>,
    identities: Vec<String>,
    passphrases: Vec<String>,
    armored: bool,
    file: Vec<u8>,
}

fn parse(bytes: &[u8]) -> Vector {
    let mut vector = Vector::default();
    let mut compressed = false;
    let mut rest = bytes;
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap();
        let line = str::from_utf8(&rest[..end]).unwrap();
        rest = &rest[end + 1..];
        if line.is_empty() {
            break;
        }
        let (key, value) = line.split_once(": ").unwrap();
        let value = value.to_owned();
        match key {
            "expect" => vector.expect = value,
            "payload" => vector.payload = Some(value),
            "identity" => vector.identities.push(value),
            "passphrase" => vector.passphrases.push(value),
            "armored" => vector.armored = true,
            "compressed" => compressed = value == "zlib",
            "file key" | "comment" => {}
            other => panic!("unknown key {other}"),
        }
    }
    if compressed {
        ZlibDecoder::new(rest)
            .read_to_end(&mut vector.file)
            .unwrap();
    } else {
        vector.file = rest.to_vec();
    }
    vector
}

/// What came of opening: the word the vectors use, and the hash of what was read till then.
fn open(vector: &Vector) -> (&'static str, Option<String>) {
    let decryptor = match Decryptor::new_buffered(&vector.file[..]) {
        Ok(decryptor) => decryptor,
        Err(error) => return (word(&error), None),
    };
    let mut ours: Vec<Box<dyn Identity>> = Vec::new();
    if decryptor.is_scrypt() {
        for passphrase in &vector.passphrases {
            let mut identity = scrypt::Identity::new(SecretString::from(passphrase.clone()));
            identity.set_max_work_factor(20);
            ours.push(Box::new(identity));
        }
    } else {
        for identity in &vector.identities {
            ours.push(Box::new(identity.parse::<x25519::Identity>().unwrap()));
        }
    }
    let mut reader = match decryptor.decrypt(ours.iter().map(|identity| &**identity)) {
        Ok(reader) => reader,
        Err(error) => return (word(&error), None),
    };
    let mut plain = Vec::new();
    let read = reader.read_to_end(&mut plain);
    let hash: String = Sha256::digest(&plain)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let word = if read.is_ok() {
        "success"
    } else {
        "payload failure"
    };
    (word, Some(hash))
}

fn word(error: &DecryptError) -> &'static str {
    if matches!(error, DecryptError::InvalidMac) {
        "HMAC failure"
    } else if matches!(
        error,
        // A wrong passphrase is "decryption failed".
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed
    ) {
        "no match"
    } else {
        "header failure"
    }
}

#[test]
fn the_public_vectors_of_the_format() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/age"));
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let (mut run, mut lenient, mut wrong) = (0, Vec::new(), Vec::new());
    for name in names {
        let vector = parse(&fs::read(folder.join(&name)).unwrap());
        if vector.armored || name.starts_with("armor") || name.starts_with("hybrid") {
            continue;
        }
        run += 1;
        let (outcome, hash) = open(&vector);
        let same = outcome == vector.expect && (hash.is_none() || hash == vector.payload);
        if same {
            continue;
        }
        if vector.expect == "header failure" && outcome == "success" {
            lenient.push(name);
        } else {
            wrong.push(format!("{name}: expected {}, got {outcome}", vector.expect));
        }
    }
    println!("{run} vectors run, {} lenient", lenient.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(lenient, LENIENT);
    assert_eq!(run, EXPECTED);
}
