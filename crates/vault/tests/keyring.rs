//! The real keyring. The ignored test wants a session bus with an unlocked secret service:
//!
//! ```sh
//! H=$(mktemp -d); mkdir -p $H/run $H/.local/share
//! env -u DISPLAY HOME=$H XDG_RUNTIME_DIR=$H/run XDG_DATA_HOME=$H/.local/share \
//!   CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup} \
//!   dbus-run-session -- sh -c 'printf pw | gnome-keyring-daemon --unlock --components=secrets \
//!     >/dev/null; cargo test -p qonys-vault --test keyring -- --ignored'
//! ```
//!
//! and the other one, with `env -u DBUS_SESSION_BUS_ADDRESS` and an empty `XDG_RUNTIME_DIR`, shows
//! what is said where there is no bus.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use common::{create, folder, phrase, saved, text};
use qonys_vault::{
    KeyError, KeyKept, KeySource, KeyText, KeyringStatus, OsKeyring, Vault, VaultId, VaultState,
    WhyPassphrase,
};

/// Never the service of the application.
const SERVICE: &str = "kz.qonys.desktop.test";

fn absent() -> VaultId {
    VaultId::parse("00000000000000000000000000000000").unwrap()
}

#[test]
#[ignore = "wants an unlocked secret service, see the head of this file"]
fn a_real_keyring_keeps_gives_and_forgets() {
    let keys = OsKeyring::new(SERVICE);
    assert_eq!(keys.status(), KeyringStatus::Usable);
    assert_eq!(
        keys.status(),
        KeyringStatus::Usable,
        "a trial leaves no trace"
    );
    assert_eq!(keys.get(&absent()), Err(KeyError::NoEntry));
    assert_eq!(keys.delete(&absent()), Err(KeyError::NoEntry));
    for secret in ["first", "құпия second"] {
        keys.put(&absent(), &KeyText::new(secret.to_owned()))
            .unwrap();
        assert_eq!(keys.get(&absent()).unwrap().reveal(), secret);
    }
    keys.delete(&absent()).unwrap();

    let folder = folder();
    let code = saved(folder.path(), &keys, &["one"]);
    assert_eq!(
        Vault::inspect(folder.path(), &keys).unwrap(),
        VaultState::Ready
    );
    assert_eq!(text(folder.path(), &keys), "one");
    let id = Vault::open(folder.path(), &keys).unwrap().id().clone();
    keys.delete(&id).unwrap();
    assert!(matches!(
        Vault::inspect(folder.path(), &keys).unwrap(),
        VaultState::NeedsPassphrase {
            why: WhyPassphrase::KeyLost,
            ..
        }
    ));
    let typed = phrase(code.reveal());
    let vault = Vault::open_with_passphrase(folder.path(), &keys, &typed).unwrap();
    assert_eq!(vault.key_kept(), KeyKept::InKeyring);
    drop(vault);
    assert_eq!(text(folder.path(), &keys), "one");
    keys.delete(&id).unwrap();
}

/// Holds in every surrounding: with a keyring, with a locked one, without any.
#[test]
fn whatever_keyring_there_is_a_passphrase_does() {
    let keys = OsKeyring::new(SERVICE);
    let status = keys.status();
    println!("keyring here: {status:?}");
    let folder = folder();
    let mut made = create(folder.path(), &keys, Some("long enough words"));
    made.vault.save(b"one").unwrap();
    let (id, kept) = (made.vault.id().clone(), made.vault.key_kept());
    drop(made);
    match status {
        KeyringStatus::Usable => assert_eq!(kept, KeyKept::InKeyring),
        KeyringStatus::Unusable(why) => assert_eq!(kept, KeyKept::NotKept(why)),
    }
    let typed = phrase("long enough words");
    let mut vault = Vault::open_with_passphrase(folder.path(), &keys, &typed).unwrap();
    assert_eq!(vault.load().unwrap().unwrap().bytes.as_slice(), b"one");
    let _ = keys.delete(&id);
}
