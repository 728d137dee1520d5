//! A newer law while the program runs.

use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::Clock;
use qonys_app::FolderChooser;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::known_law;
use qonys_app::replace_file;

use crate::invented::day;
use crate::invented::keys;
use crate::invented::law_of_2027;

struct Today;

impl Clock for Today {
    fn today(&self) -> NaiveDate {
        day("2026-12-15")
    }
}

/// A dialog in which this file is chosen.
struct Chosen(PathBuf);

impl FolderChooser for Chosen {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, wanted: &WantedFiles) -> Vec<PathBuf> {
        assert_eq!(wanted.endings, ["qonys-law"]);
        vec![self.0.clone()]
    }
}

#[test]
fn a_running_program_takes_a_newer_law_and_knows_it_after_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (opened, kept) = (
        folder.path().join("new.qonys-law"),
        folder.path().join("law.qonys-law"),
    );
    let vault_keys = MemoryKeys::default();
    let session = || {
        let taken = std::fs::read(&kept).ok();
        let law = known_law(taken.as_deref(), &keys()).unwrap();
        Session::new(
            law.knowledge,
            Box::new(Today),
            Box::new(vault_keys.clone()),
            Box::new(Chosen(opened.clone())),
            folder.path().join("vault"),
        )
        .keeping_law(kept.clone(), keys(), law.refused.as_ref())
    };
    let first = session();
    first.create_vault(None).unwrap();
    assert_eq!(first.law_state(Lang::Kk).version, 1);
    // The file is not there, then it is no law pack: the law stays, and nothing is offered.
    assert!(first.choose_law(Lang::Kk).is_err());
    replace_file(&opened, b"something else").unwrap();
    assert!(first.choose_law(Lang::Kk).is_err());
    assert!(first.take_offered_law(Lang::Kk).is_err());
    assert!(!kept.exists());

    replace_file(&opened, &law_of_2027(2)).unwrap();
    let offer = first.choose_law(Lang::Kk).unwrap().unwrap();
    assert_eq!((offer.version, offer.applications.len()), (2, 1));
    // A double click on the file needs no dialog.
    let clicked = folder.path().join("clicked.qonys-law");
    std::fs::rename(&opened, &clicked).unwrap();
    assert!(first.choose_law(Lang::Kk).is_err());
    assert!(first.hand_over(clicked));
    assert_eq!(first.choose_law(Lang::Kk).unwrap().unwrap().version, 2);
    assert_eq!(first.handed_file(), None);
    assert_eq!(
        first.law_state(Lang::Kk).version,
        1,
        "offered is not taken yet"
    );
    let revision = first.show(Lang::Kk).unwrap().revision;
    assert_eq!(first.take_offered_law(Lang::Kk).unwrap().version, 2);
    assert!(
        first.show(Lang::Kk).unwrap().revision > revision,
        "the screens ask anew"
    );
    assert!(
        first.take_offered_law(Lang::Kk).is_err(),
        "an offer is taken once"
    );
    drop(first);
    assert_eq!(session().law_state(Lang::Kk).version, 2);

    // Whoever changes the file on the disk changes nothing but that it is not used.
    let mut changed = std::fs::read(&kept).unwrap();
    let last = changed.len() - 1000;
    changed[last] ^= 1;
    replace_file(&kept, &changed).unwrap();
    let state = session().law_state(Lang::Kk);
    assert_eq!(state.version, 1);
    assert_eq!(state.refused.unwrap().code, "law_pack_wrong_signature");
}
