//! Closing the window while an answer waits: it is saved first, and where that cannot be, the person decides.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

use serde::Deserialize;
use serde::Serialize;
use specta::Type;
use tauri::Window;
use tauri::WindowEvent;
use tauri_specta::Event as _;

/// Whether answers that the disk did not take, or that nobody sent yet, wait on the screens. They exist nowhere else.
#[derive(Default)]
pub(crate) struct WaitingAnswers(AtomicBool);

impl WaitingAnswers {
    /// Remembers whether answers wait.
    pub(crate) fn set(&self, waiting: bool) {
        self.0.store(waiting, Ordering::Release);
    }

    fn any(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// The window was asked to close, and stays open because an answer waits.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct CloseAsked;

/// Keeps the window open while an answer waits, and lets the screens save it or ask what to do.
pub(crate) fn guard(window: &Window, event: &WindowEvent, waiting: &WaitingAnswers) {
    let WindowEvent::CloseRequested { api, .. } = event else {
        return;
    };
    // A window that cannot be asked closes: nobody is held in a program that no longer answers.
    if waiting.any() && CloseAsked.emit(window).is_ok() {
        api.prevent_close();
    }
}
