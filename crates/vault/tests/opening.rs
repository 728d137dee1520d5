//! Making and opening: which key, which question, and never a second key.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::fs;
use std::process::Command;

use common::{create, files, flip, folder, phrase, saved, state, text, work, write};
use qonys_vault::{
    KeyError, KeyKept, KeyringStatus, MemoryKeys, NoKeys, RecoverySecret, Vault, VaultError,
    VaultFile, VaultState, WhyPassphrase,
};

const PHRASE: &str = "Алматыдағы ескі алма ағашы";

#[test]
fn a_fresh_folder_says_so_and_stays_untouched() {
    let folder = folder();
    let fresh = |keyring| VaultState::Fresh { keyring };
    assert_eq!(
        Vault::inspect(folder.path(), &MemoryKeys::new()).unwrap(),
        fresh(KeyringStatus::Usable)
    );
    assert_eq!(
        Vault::inspect(folder.path(), &NoKeys).unwrap(),
        fresh(KeyringStatus::Unusable(KeyError::NoService))
    );
    assert_eq!(
        Vault::open(folder.path(), &NoKeys).unwrap_err(),
        VaultError::NoVault
    );
    let missing = folder.path().join("not/there");
    assert!(matches!(
        Vault::inspect(&missing, &NoKeys).unwrap(),
        VaultState::Fresh { .. }
    ));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn with_a_keyring_it_opens_without_asking() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let made = create(&folder.path().join("new/deep"), &keys, None);
    assert_eq!(made.vault.key_kept(), KeyKept::InKeyring);
    assert_eq!(made.vault.recovery_secret(), RecoverySecret::Code);
    assert_eq!(made.recovery_code.unwrap().reveal().len(), 39);
    drop(made.vault);
    let folder = folder.path().join("new/deep");
    assert_eq!(Vault::inspect(&folder, &keys).unwrap(), VaultState::Ready);
    let mut vault = Vault::open(&folder, &keys).unwrap();
    assert!(vault.load().unwrap().is_none(), "nothing saved yet");
    assert_eq!(vault.save(b"first").unwrap().generation, 1);
    drop(vault);
    assert_eq!(text(&folder, &keys), "first");
}

#[test]
fn without_a_keyring_a_passphrase_is_needed_each_time() {
    let folder = folder();
    assert_eq!(
        Vault::create_with(folder.path(), &NoKeys, None, work()).unwrap_err(),
        VaultError::PassphraseForNew {
            why: KeyError::NoService
        }
    );
    assert!(files(folder.path()).is_empty());
    let mut made = create(folder.path(), &NoKeys, Some(PHRASE));
    assert!(made.recovery_code.is_none());
    assert_eq!(made.vault.key_kept(), KeyKept::NotKept(KeyError::NoService));
    made.vault.save(b"words").unwrap();
    drop(made);
    assert_eq!(
        Vault::inspect(folder.path(), &NoKeys).unwrap(),
        VaultState::NeedsPassphrase {
            why: WhyPassphrase::NoService,
            secret: Some(RecoverySecret::Passphrase)
        }
    );
    assert_eq!(
        Vault::open(folder.path(), &NoKeys).unwrap_err(),
        VaultError::NeedsPassphrase {
            why: WhyPassphrase::NoService
        }
    );
    for wrong in [
        "",
        "алматыдағы ескі алма ағашы",
        "Алматыдағы ескі алма ағашы ",
    ] {
        assert_eq!(
            Vault::open_with_passphrase(folder.path(), &NoKeys, &phrase(wrong)).unwrap_err(),
            VaultError::WrongPassphrase
        );
    }
    let mut vault = Vault::open_with_passphrase(folder.path(), &NoKeys, &phrase(PHRASE)).unwrap();
    assert_eq!(&**vault.load().unwrap().unwrap().bytes, b"words");
}

#[test]
fn a_short_passphrase_guards_no_new_vault() {
    let folder = folder();
    let error = Vault::create_with(folder.path(), &NoKeys, Some(&phrase("сөзімбұ")), work());
    assert_eq!(
        error.unwrap_err(),
        VaultError::PassphraseTooShort { least: 8 }
    );
    assert!(files(folder.path()).is_empty());
}

#[test]
fn a_lost_key_is_never_replaced_by_a_new_one() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let code = saved(folder.path(), &keys, &["one"]);
    keys.forget_all();
    let before = files(folder.path());
    assert_eq!(
        Vault::inspect(folder.path(), &keys).unwrap(),
        VaultState::NeedsPassphrase {
            why: WhyPassphrase::KeyLost,
            secret: Some(RecoverySecret::Code)
        }
    );
    assert_eq!(
        Vault::open(folder.path(), &keys).unwrap_err(),
        VaultError::NeedsPassphrase {
            why: WhyPassphrase::KeyLost
        }
    );
    for passphrase in [None, Some(&phrase(PHRASE))] {
        assert_eq!(
            Vault::create_with(folder.path(), &keys, passphrase, work()).unwrap_err(),
            VaultError::AlreadyThere
        );
    }
    assert_eq!(files(folder.path()), before);
    assert_eq!(keys.count(), 0);

    let sloppy = code.reveal().to_lowercase().replace('-', " ");
    let vault = Vault::open_with_passphrase(folder.path(), &keys, &phrase(&sloppy)).unwrap();
    assert_eq!(vault.key_kept(), KeyKept::InKeyring);
    drop(vault);
    assert_eq!(text(folder.path(), &keys), "one");
}

#[test]
fn locked_failed_and_foreign_keys_are_told_apart() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let code = saved(folder.path(), &keys, &["one"]);
    let why = |keys: &MemoryKeys| {
        let error = Vault::open(folder.path(), keys).unwrap_err();
        let VaultError::NeedsPassphrase { why } = error else {
            panic!("{error}")
        };
        why
    };
    for (failure, expected) in [
        (KeyError::Locked, WhyPassphrase::Locked),
        (KeyError::NoService, WhyPassphrase::NoService),
        (KeyError::Other { what: "x" }, WhyPassphrase::KeyringFailed),
    ] {
        keys.fail_with(Some(failure));
        assert_eq!(why(&keys), expected);
        let typed = phrase(code.reveal());
        let vault = Vault::open_with_passphrase(folder.path(), &keys, &typed).unwrap();
        assert_eq!(vault.key_kept(), KeyKept::NotKept(failure));
    }
    keys.fail_with(None);

    // The key of another vault under the id of this one.
    let (other, other_keys) = (common::folder(), MemoryKeys::new());
    let made = create(other.path(), &other_keys, None);
    let foreign = qonys_vault::KeySource::get(&other_keys, made.vault.id()).unwrap();
    let id = Vault::open(folder.path(), &keys).unwrap().id().clone();
    qonys_vault::KeySource::put(&keys, &id, &foreign).unwrap();
    assert_eq!(why(&keys), WhyPassphrase::KeyDiffers);
}

#[test]
fn without_key_and_recovery_file_it_says_so() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let code = saved(folder.path(), &keys, &["one"]);
    let recovery = folder.path().join("recovery.age");
    fs::rename(&recovery, folder.path().join("elsewhere")).unwrap();
    assert!(
        !Vault::open(folder.path(), &keys)
            .unwrap()
            .has_recovery()
            .unwrap()
    );
    keys.fail_with(Some(KeyError::Locked));
    let why = WhyPassphrase::Locked;
    assert_eq!(
        Vault::inspect(folder.path(), &keys).unwrap(),
        VaultState::NoWayIn { why }
    );
    assert_eq!(
        Vault::open(folder.path(), &keys).unwrap_err(),
        VaultError::NoWayIn { why }
    );
    let typed = phrase(code.reveal());
    assert!(matches!(
        Vault::open_with_passphrase(folder.path(), &keys, &typed).unwrap_err(),
        VaultError::NoWayIn { .. }
    ));
}

#[test]
fn a_lost_or_damaged_header_is_made_anew_from_the_recovery_file() {
    for (header, why) in [
        (None, WhyPassphrase::HeaderLost),
        (Some("{"), WhyPassphrase::HeaderDamaged),
    ] {
        let (folder, keys) = (folder(), MemoryKeys::new());
        let code = saved(folder.path(), &keys, &["one"]);
        let path = folder.path().join("vault.json");
        let before = fs::read(&path).unwrap();
        match header {
            None => fs::remove_file(&path).unwrap(),
            Some(text) => write(&path, text.as_bytes()),
        }
        assert_eq!(
            Vault::inspect(folder.path(), &keys).unwrap(),
            VaultState::NeedsPassphrase { why, secret: None }
        );
        assert_eq!(
            Vault::open(folder.path(), &keys).unwrap_err(),
            VaultError::NeedsPassphrase { why }
        );
        assert_eq!(
            Vault::create_with(folder.path(), &keys, None, work()).unwrap_err(),
            VaultError::AlreadyThere
        );
        let typed = phrase(code.reveal());
        drop(Vault::open_with_passphrase(folder.path(), &keys, &typed).unwrap());
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(text(folder.path(), &keys), "one");
    }
}

#[test]
fn the_recovery_file_of_another_vault_opens_nothing() {
    let (ours, theirs) = (folder(), folder());
    let keys = MemoryKeys::new();
    saved(ours.path(), &keys, &["ours"]);
    let code = saved(theirs.path(), &keys, &["theirs"]);
    let recovery = "recovery.age";
    fs::copy(theirs.path().join(recovery), ours.path().join(recovery)).unwrap();
    let typed = phrase(code.reveal());
    let open = || Vault::open_with_passphrase(ours.path(), &keys, &typed).unwrap_err();
    assert_eq!(open(), VaultError::WrongKey);
    fs::remove_file(ours.path().join("vault.json")).unwrap();
    assert_eq!(open(), VaultError::WrongKey);
}

#[test]
fn a_damaged_recovery_file_is_told_where_it_can_be() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let code = saved(folder.path(), &keys, &["one"]);
    let path = folder.path().join("recovery.age");
    flip(&path);
    let typed = phrase(code.reveal());
    assert_eq!(
        Vault::open_with_passphrase(folder.path(), &keys, &typed).unwrap_err(),
        VaultError::Damaged {
            file: VaultFile::Recovery
        }
    );
    // With the key in the keyring a new code mends it.
    let mut vault = Vault::open(folder.path(), &keys).unwrap();
    let new = vault.renew_recovery(None, work()).unwrap().unwrap();
    drop(vault);
    assert!(new != code);
    let open = |typed: &str| Vault::open_with_passphrase(folder.path(), &keys, &phrase(typed));
    assert!(open(new.reveal()).is_ok());
    assert_eq!(
        open(code.reveal()).unwrap_err(),
        VaultError::WrongPassphrase
    );
}

#[test]
fn a_newer_header_is_refused() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    saved(folder.path(), &keys, &["one"]);
    let path = folder.path().join("vault.json");
    let newer = fs::read_to_string(&path).unwrap();
    let newer = newer.replace("\"version\": 1", "\"version\": 9");
    write(&path, newer.as_bytes());
    let expected = VaultError::Newer {
        file: VaultFile::Header,
        found: 9,
        known: 1,
    };
    let before = files(folder.path());
    assert_eq!(Vault::inspect(folder.path(), &keys).unwrap_err(), expected);
    assert_eq!(Vault::open(folder.path(), &keys).unwrap_err(), expected);
    assert_eq!(
        Vault::create_with(folder.path(), &keys, None, work()).unwrap_err(),
        expected
    );
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_second_handle_is_kept_out() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let made = create(folder.path(), &keys, Some(PHRASE));
    let typed = phrase(PHRASE);
    let again = || {
        [
            Vault::open(folder.path(), &keys).err(),
            Vault::open_with_passphrase(folder.path(), &keys, &typed).err(),
            Vault::create_with(folder.path(), &keys, None, work()).err(),
        ]
    };
    assert_eq!(again(), [const { Some(VaultError::InUse) }; 3]);
    // Looking is allowed.
    assert_eq!(
        Vault::inspect(folder.path(), &keys).unwrap(),
        VaultState::Ready
    );
    drop(made);
    assert_eq!(again(), [None, None, Some(VaultError::AlreadyThere)]);
}

const CHILD_FOLDER: &str = "QONYS_VAULT_TEST_FOLDER";

#[test]
fn a_second_process_is_kept_out() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    let made = create(folder.path(), &keys, Some(PHRASE));
    let child = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_opens", "--ignored", "--nocapture"])
            .env(CHILD_FOLDER, folder.path())
            .output()
            .unwrap()
    };
    let told = |output: &std::process::Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let kept_out = child();
    assert!(
        told(&kept_out).contains("child: vault.in_use"),
        "{kept_out:?}"
    );
    drop(made);
    let let_in = child();
    assert!(told(&let_in).contains("child: opened"), "{let_in:?}");
}

#[test]
#[ignore = "the other process of a_second_process_is_kept_out"]
#[expect(
    clippy::disallowed_methods,
    reason = "how the parent tells the child where"
)]
fn child_opens() {
    let Some(folder) = std::env::var_os(CHILD_FOLDER) else {
        return;
    };
    match Vault::open_with_passphrase(folder.as_ref(), &NoKeys, &phrase(PHRASE)) {
        Ok(_) => println!("child: opened"),
        Err(error) => println!("child: {}", error.code()),
    }
}

#[test]
fn a_half_made_vault_is_no_vault() {
    let (folder, keys) = (folder(), MemoryKeys::new());
    drop(create(folder.path(), &keys, None));
    // What a kill before the last step of the making leaves.
    fs::remove_file(folder.path().join("vault.json")).unwrap();
    assert!(state(folder.path(), 0).exists());
    assert!(matches!(
        Vault::inspect(folder.path(), &keys).unwrap(),
        VaultState::Fresh { .. }
    ));
    drop(create(folder.path(), &keys, None));
    assert!(
        Vault::open(folder.path(), &keys)
            .unwrap()
            .load()
            .unwrap()
            .is_none()
    );
}

#[test]
fn a_passphrase_opens_however_its_letters_are_composed() {
    let composed = "жай\u{439} тас көл";
    let apart = "жаи\u{306}и\u{306} тас көл";
    for (made_with, typed) in [(composed, apart), (apart, composed)] {
        let folder = folder();
        let mut vault = create(folder.path(), &NoKeys, Some(made_with)).vault;
        vault.save(b"the answers").unwrap();
        vault
            .back_up(folder.path(), "b.age", &phrase(made_with), common::work())
            .unwrap();
        drop(vault);
        Vault::open_with_passphrase(folder.path(), &NoKeys, &phrase(typed)).unwrap();
        let (backup, to) = (folder.path().join("b.age"), folder.path().join("to"));
        Vault::restore_with(&backup, &phrase(typed), &to, &NoKeys, common::work()).unwrap();
        let other = phrase("жаи тас көл");
        let refused = Vault::open_with_passphrase(folder.path(), &NoKeys, &other).unwrap_err();
        assert_eq!(refused, VaultError::WrongPassphrase);
    }
}
