//! How the window looks: light or dark, and how large its letters are.

use qonys_app::Problem;
use serde::Deserialize;
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::commands::told::told;
use crate::desktop::Settings;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LetterSize {
    /// As designed.
    #[default]
    Usual,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

/// How the window looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub(crate) struct WindowLook {
    /// Light or dark.
    #[serde(default)]
    pub theme: Theme,
    /// How large the letters are.
    #[serde(default)]
    pub letters: LetterSize,
}

/// How the window looks.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn window_look(settings: State<'_, Settings>) -> Result<WindowLook, Problem> {
    Ok(settings.look())
}

/// Remembers how the window shall look.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_window_look(
    settings: State<'_, Settings>,
    look: WindowLook,
) -> Result<(), Problem> {
    settings.set_look(look).map_err(told)
}
