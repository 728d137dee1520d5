//! Two adults of one family: whom the one names, the other takes over.

use qonys_app::Lang;

use crate::support::barriers::Barriers;
use crate::support::case_file::CaseFile;
use crate::support::desktop::{Desktop, Keys};
use crate::support::expected::Expected;
use crate::support::walk::Walker;
use crate::{OMSK_ENGINEER, PASSPHRASE, TODAY};

#[test]
#[ignore = "deep run"]
fn the_wife_takes_over_the_child_and_her_husband() {
    let file = CaseFile::read(OMSK_ENGINEER, TODAY);
    let expected = Expected::new(&file);
    let desktop = Desktop::new(Keys::Passphrase, TODAY);
    let window = desktop.open();
    let mut walker = Walker::new("family", &file, &expected, Lang::Ru, window);
    walker.barriers = Some(Barriers::of_everything());
    walker.first_start(Some(PASSPHRASE));
    walker.sample();
    walker.second_adult("Елена");
    walker.take_over("child", "Соколова Мария");
    walker.take_over("relative", "Соколов Андрей Викторович");
}
