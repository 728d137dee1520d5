//! The reading process.

use std::ffi::OsStr;
use std::io::Read;
use std::process::ExitCode;

use qonys_papers::{
    Blank, Crop, PaperError, PhotoFlaw, cut_photo, inspect_picture, photo_sheet_jpeg,
    preview_picture,
};
use qonys_texts::Lang;

use crate::frame;
use crate::order::{Head, Order, Task};

/// The word that makes the program a reading process.
pub(crate) const WORD: &str = "read-foreign";

/// Reads a foreign file when the program was started for that, and says with which code to end; else does nothing.
/// It stands first in `main`: the limits must hold before anything else is done.
#[must_use]
pub fn child_main_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().as_deref() != Some(OsStr::new(WORD)) {
        return None;
    }
    let order = arguments.next()?;
    let order: Option<Order> = order
        .to_str()
        .and_then(|order| serde_json::from_str(order).ok());
    Some(match order.and_then(carry_out) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    })
}

/// Nothing is reported here but by the answer itself: whoever asked sees that there is none.
fn carry_out(order: Order) -> Option<()> {
    if !order.limits.lower() {
        return None;
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(order.limits.file.saturating_add(1))
        .read_to_end(&mut bytes)
        .ok()?;
    let (head, body) = if u64::try_from(bytes.len()).ok()? > order.limits.file {
        (Head::TooLarge, Vec::new())
    } else {
        answer(order.task, &bytes)?
    };
    frame::write(&mut std::io::stdout().lock(), &head, &body).ok()
}

fn answer(task: Task, bytes: &[u8]) -> Option<(Head, Vec<u8>)> {
    let read = match task {
        Task::InspectPhoto => inspect_picture(bytes).map(|facts| (Head::Facts(facts), Vec::new())),
        Task::PreviewPhoto { longest } => preview_picture(bytes, longest).map(|shown| {
            let head = Head::Preview {
                width: shown.width,
                height: shown.height,
            };
            (head, shown.jpeg)
        }),
        Task::CutPhoto { crop } => {
            cut_photo(bytes, crop).map(|photo| (Head::Photo, photo.jpeg.into_bytes()))
        }
        Task::CheckBlank => {
            // A refusal is an end too: whoever asked reads the file next and says it with its words.
            let _ended = Blank::read(&[bytes.to_vec()]).map(|blank| {
                (1..=blank.pages().len())
                    .map(|page| blank.ruled_places(page).is_ok())
                    .filter(|read| *read)
                    .count()
            });
            Ok((Head::BlankChecked, Vec::new()))
        }
        Task::PhotoSheet { crop, lang } => sheet(bytes, crop, lang)?,
        #[cfg(debug_assertions)]
        Task::Probe(probe) => Ok((Head::Probed(probe.run()), Vec::new())),
    };
    Some(read.unwrap_or_else(|flaw| (Head::Refused(flaw), Vec::new())))
}

/// None when our own captions fail, which nothing in the file can cause.
fn sheet(bytes: &[u8], crop: Crop, lang: Lang) -> Option<Result<(Head, Vec<u8>), PhotoFlaw>> {
    let made = cut_photo(bytes, crop)
        .map_err(PaperError::from)
        .and_then(|photo| photo_sheet_jpeg(&photo, lang));
    if let Err(PaperError::Photo(flaw)) = made {
        return Some(Err(flaw));
    }
    made.ok().map(|sheet| Ok((Head::Sheet, sheet)))
}
