//! A law pack is taken only as it was signed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::io::Cursor;
use std::sync::LazyLock;

use minisign::KeyPair;
use proptest::prelude::*;
use qonys_lawpack::LawPackError;
use qonys_lawpack::PackContent;
use qonys_lawpack::PublicKey;
use qonys_lawpack::open;
use qonys_lawpack::seal;

const MANIFEST: &str = r#"
version = 2
engine = 1
issued = "2027-01-05"
title = { kk = "Сынақ", ru = "Проба", en = "A test" }
"#;

fn content(manifest: &str) -> Result<PackContent, LawPackError> {
    PackContent::of_files(
        manifest,
        [
            ("law/fees.toml", "a = 1\n"),
            ("interview/entry.toml", "b = \"Ң\"\n"),
            ("forms/questionnaire.toml", "c = 3\n"),
        ]
        .map(|(path, text)| (path.to_owned(), text.to_owned())),
    )
}

fn sign(archive: &[u8], keys: &KeyPair) -> String {
    minisign::sign(
        None,
        &keys.sk,
        Cursor::new(archive),
        Some("law pack 2"),
        None,
    )
    .unwrap()
    .into_string()
}

fn public(keys: &KeyPair) -> PublicKey {
    PublicKey::read(&keys.pk.to_base64()).unwrap()
}

fn signed(keys: &KeyPair) -> Vec<u8> {
    let archive = content(MANIFEST).unwrap().to_bytes().unwrap();
    seal(&archive, &sign(&archive, keys)).unwrap()
}

#[test]
fn what_was_signed_is_read_as_it_was() {
    let keys = KeyPair::generate_unencrypted_keypair().unwrap();
    let read = open(&signed(&keys), &[public(&keys)]).unwrap();
    assert_eq!(read, content(MANIFEST).unwrap());
    assert_eq!(read.manifest.version, 2);
    assert_eq!(read.law().collect::<Vec<_>>(), [("fees.toml", "a = 1\n")]);
    assert_eq!(
        read.interview().collect::<Vec<_>>(),
        [("entry.toml", "b = \"Ң\"\n")]
    );
    assert_eq!(
        read.forms().collect::<Vec<_>>(),
        [("questionnaire.toml", "c = 3\n")]
    );
    assert_eq!(
        content(MANIFEST).unwrap().to_bytes().unwrap(),
        read.to_bytes().unwrap(),
        "the same files are the same bytes"
    );
}

#[test]
fn one_of_several_keys_is_enough_and_another_key_is_none() {
    let (keys, other) = (
        KeyPair::generate_unencrypted_keypair().unwrap(),
        KeyPair::generate_unencrypted_keypair().unwrap(),
    );
    let file = signed(&keys);
    assert!(open(&file, &[public(&other), public(&keys)]).is_ok());
    assert_eq!(
        open(&file, &[public(&other)]),
        Err(LawPackError::WrongSignature)
    );
    assert_eq!(open(&file, &[]), Err(LawPackError::WrongSignature));
}

#[test]
fn what_is_no_law_pack_is_said_to_be_none() {
    let keys = KeyPair::generate_unencrypted_keypair().unwrap();
    let key = [public(&keys)];
    assert_eq!(open(b"", &key), Err(LawPackError::NotALawPack));
    assert_eq!(open(b"%PDF-1.7", &key), Err(LawPackError::NotALawPack));
    let archive = content(MANIFEST).unwrap().to_bytes().unwrap();
    assert_eq!(
        open(&[b"qonys law pack 1\n".as_slice(), &archive].concat(), &key),
        Err(LawPackError::NotSigned)
    );
    assert_eq!(
        open(b"qonys law pack 1\nuntrusted comment: x\n", &key),
        Err(LawPackError::NotSigned)
    );
    assert_eq!(seal(&archive, "no signature"), Err(LawPackError::NotSigned));
    assert!(matches!(
        open(&vec![b'q'; 16 * 1024 * 1024 + 1], &key),
        Err(LawPackError::TooLarge { .. })
    ));
    assert!(matches!(PublicKey::read("RWQ"), Err(LawPackError::NotAKey)));
}

#[test]
fn a_pack_for_a_newer_engine_says_so() {
    let newer = MANIFEST.replace("engine = 1", "engine = 2");
    assert_eq!(
        content(&newer),
        Err(LawPackError::NewerEngine { wanted: 2, here: 1 })
    );
}

#[test]
fn a_manifest_with_another_field_is_damaged() {
    let other = format!("{MANIFEST}\nhurry = true\n");
    assert!(matches!(
        content(&other),
        Err(LawPackError::Damaged { file, .. }) if file == "pack.toml"
    ));
}

#[test]
fn a_flipped_bit_of_every_byte_is_noticed() {
    let keys = KeyPair::generate_unencrypted_keypair().unwrap();
    let (file, key) = (signed(&keys), [public(&keys)]);
    let whole = open(&file, &key).unwrap();
    // The first comment of minisign is not signed, as its name says; everything else is.
    let not_signed = b"qonys law pack 1\n".len();
    let unsigned_until = not_signed
        + file[not_signed..]
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap();
    let mut copy = file.clone();
    for place in 0..file.len() {
        // Every bit of a byte takes its turn in one byte of eight.
        let bit = place % 8;
        copy[place] ^= 1 << bit;
        let opened = open(&copy, &key);
        copy[place] ^= 1 << bit;
        if (not_signed..unsigned_until).contains(&place) {
            assert!(opened.is_err() || opened.unwrap() == whole);
        } else {
            assert!(opened.is_err(), "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn a_signed_archive_with_strange_files_is_refused() {
    let keys = KeyPair::generate_unencrypted_keypair().unwrap();
    let key = [public(&keys)];
    let tried = |entries: &[(&str, tar::EntryType, &[u8])]| {
        let mut archive = tar::Builder::new(Vec::new());
        for (path, kind, bytes) in entries {
            let mut header = tar::Header::new_ustar();
            header.set_entry_type(*kind);
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            // As a hostile writer would: the builder itself refuses such paths.
            header.as_mut_bytes()[..path.len()].copy_from_slice(path.as_bytes());
            header.set_cksum();
            archive.append(&header, *bytes).unwrap();
        }
        let archive = archive.into_inner().unwrap();
        open(&seal(&archive, &sign(&archive, &keys)).unwrap(), &key)
    };
    let manifest = ("pack.toml", tar::EntryType::Regular, MANIFEST.as_bytes());
    assert!(tried(&[manifest]).is_ok());
    for strange in [
        ("../law/fees.toml", tar::EntryType::Regular, b"".as_slice()),
        ("law/fees.toml", tar::EntryType::Symlink, b"".as_slice()),
        ("law/fees.toml", tar::EntryType::Regular, b"\xff".as_slice()),
        ("pack.toml", tar::EntryType::Regular, MANIFEST.as_bytes()),
    ] {
        assert!(
            matches!(
                tried(&[manifest, strange]),
                Err(LawPackError::Damaged { .. })
            ),
            "{}",
            strange.0
        );
    }
    let fees = ("law/fees.toml", tar::EntryType::Regular, b"".as_slice());
    assert!(tried(&[manifest, fees, fees]).is_err(), "twice");
    assert!(
        tried(&[fees, manifest]).is_err(),
        "the manifest comes first"
    );
    assert!(tried(&[]).is_err(), "no manifest");
}

static ANY_KEYS: LazyLock<KeyPair> =
    LazyLock::new(|| KeyPair::generate_unencrypted_keypair().unwrap());

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let keys = &*ANY_KEYS;
        let framed = [b"qonys law pack 1\n".as_slice(), &bytes].concat();
        prop_assert!(open(&bytes, &[public(keys)]).is_err());
        prop_assert!(open(&framed, &[public(keys)]).is_err());
    }
}
