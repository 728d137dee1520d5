//! The window and what it is made of.

use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;

use qonys_app::Clock;
use qonys_app::FileChooser;
use qonys_app::FolderChooser;
use qonys_app::ForeignReader;
use qonys_app::KeySource;
use qonys_app::NoKeys;
use qonys_app::OsKeyring;
use qonys_app::Session;
use qonys_app::known_law;
use qonys_app::law_pack_keys;
use tauri::App;
use tauri::AppHandle;
use tauri::DragDropEvent;
use tauri::Manager;
use tauri::RunEvent;
use tauri::Window;
use tauri::WindowEvent;
use tauri_specta::Event as _;

use crate::commands;
use crate::commands::StartAsked;
use crate::desktop::clock::FixedClock;
use crate::desktop::clock::SystemClock;
use crate::desktop::closing;
use crate::desktop::closing::WaitingAnswers;
use crate::desktop::files::FixedFiles;
use crate::desktop::files::NativeFiles;
use crate::desktop::folder_dialog::FixedFolder;
use crate::desktop::folder_dialog::NativeDialog;
use crate::desktop::log;
use crate::desktop::printers::SystemPrinters;
use crate::desktop::reminders::Reminders;
use crate::desktop::reminders::SystemSeeds;
use crate::desktop::reminders::keep;
use crate::desktop::reminders::waker;
use crate::desktop::settings::Settings;
use crate::desktop::wanted::Wanted;

/// The label of the one window, as in `tauri.conf.json`.
const MAIN_WINDOW: &str = "main";
/// For window tests: the folder into which papers are exported without a dialog.
const TEST_EXPORT_FOLDER: &str = "QONYS_TEST_EXPORT_FOLDER";
/// For window tests: the files that are chosen without a dialog, as a list of paths.
const TEST_FILES: &str = "QONYS_TEST_FILES";
/// For window tests: today, as year-month-day.
const TEST_TODAY: &str = "QONYS_TEST_TODAY";
/// For window tests: anything but empty means that no keyring is used.
const TEST_NO_KEYRING: &str = "QONYS_TEST_NO_KEYRING";

/// Opens the window and runs until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    let builder = commands::builder();
    let built = tauri::Builder::default()
        // The first of all: a second start ends here, before it reads anything.
        .plugin(tauri_plugin_single_instance::init(
            |app, arguments, folder| {
                come_forward(app);
                follow(app, &arguments, Path::new(&folder));
            },
        ))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(builder.invoke_handler())
        .on_window_event(|window, event| {
            take_dropped(window, event);
            keep_open(window, event);
        })
        .setup(move |app| {
            builder.mount_events(app);
            set_up(app)
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                #[cfg(target_os = "macos")]
                if let RunEvent::Opened { urls } = &event {
                    opened(app, urls);
                }
                if let RunEvent::Exit = event {
                    // The last change may not have been written yet; what fails here is written at the next start.
                    let _later = app.state::<Reminders>().write(app);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            report(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Shows the window to somebody who started the program a second time.
fn come_forward(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN_WINDOW) else {
        return;
    };
    // A window manager may refuse any of these; the window is open all the same.
    drop(window.unminimize());
    drop(window.show());
    drop(window.set_focus());
}

/// Remembers files that are dropped on the window; the screens say for which paper they are, and attach them.
fn take_dropped(window: &Window, event: &WindowEvent) {
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
        window.state::<Session>().drop_scans(paths);
    }
}

/// Keeps the window open while an answer waits that exists nowhere else.
fn keep_open(window: &Window, event: &WindowEvent) {
    closing::guard(window, event, &window.state::<WaitingAnswers>());
}

/// Shows what a second start asks for, once the case is open.
fn follow(app: &AppHandle, arguments: &[String], folder: &Path) {
    let deadline = app.state::<Wanted>().follow(arguments);
    let file = hand_over(&app.state::<Session>(), arguments, folder);
    if deadline || file {
        // A window that does not hear asks when it opens the case.
        drop(StartAsked.emit(app));
    }
}

/// Hands over a file that the Finder opens: macOS names it by an event, not by an argument.
#[cfg(target_os = "macos")]
fn opened(app: &AppHandle, urls: &[tauri::Url]) {
    let Some(session) = app.try_state::<Session>() else {
        return;
    };
    let mut files = urls.iter().filter_map(|url| url.to_file_path().ok());
    if files.any(|file| session.hand_over(file)) {
        // A window that does not hear asks when it opens the case.
        drop(StartAsked.emit(app));
    }
}

/// Hands over the file that the arguments of a start name, seen from the folder of that start; whether there is one.
fn hand_over(session: &Session, arguments: &[String], folder: &Path) -> bool {
    arguments
        .iter()
        .skip(1)
        .any(|argument| session.hand_over(folder.join(argument)))
}

fn report(problem: &str) {
    // There is nowhere left to report that the terminal itself is gone.
    let _gone = std::io::Write::write_fmt(
        &mut std::io::stderr().lock(),
        format_args!("qonys: {problem}\n"),
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell is the one place that reads the environment"
)]
fn test_setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    log::begin(app.handle());
    let folder = app.path().app_data_dir()?;
    let clock: Box<dyn Clock> = match test_setting(TEST_TODAY) {
        Some(day) => Box::new(FixedClock(day.parse()?)),
        None => Box::new(SystemClock),
    };
    let keys: Box<dyn KeySource> = match test_setting(TEST_NO_KEYRING) {
        Some(_) => Box::new(NoKeys),
        None => Box::new(OsKeyring::new(&app.config().identifier)),
    };
    let chooser: Box<dyn FolderChooser> = match test_setting(TEST_EXPORT_FOLDER) {
        Some(folder) => Box::new(FixedFolder(PathBuf::from(folder))),
        None => Box::new(NativeDialog(app.handle().clone())),
    };
    app.manage(WaitingAnswers::default());
    app.manage(Settings::new(folder.join("settings.json")));
    app.manage(Reminders::new(&folder, &app.config().identifier));
    let arguments: Vec<String> = app.env().args_os.iter().map(text_of).collect();
    app.manage(Wanted::of(&arguments));
    // A newer law lies beside the vault: it is nobody's secret.
    let law_file = folder.join("law.qonys-law");
    let law_keys = law_pack_keys()?;
    let taken = std::fs::read(&law_file).ok();
    let law = known_law(taken.as_deref(), &law_keys)?;
    log::started(law.knowledge.manifest().version);
    let files: Box<dyn FileChooser> = match test_setting(TEST_FILES) {
        Some(list) => Box::new(FixedFiles(std::env::split_paths(&list).collect())),
        None => Box::new(NativeFiles(app.handle().clone())),
    };
    let session = Session::new(law.knowledge, clock, keys, chooser, folder.join("vault"))
        .with_files(files, ForeignReader::of_this_program()?)
        .with_printers(Box::new(SystemPrinters));
    let (waker, woken) = waker();
    let session = session.with_reminders(Box::new(SystemSeeds), Box::new(waker));
    let session = session.keeping_law(law_file, law_keys, law.refused.as_ref());
    hand_over(&session, &arguments, Path::new(""));
    app.manage(session);
    keep(app.handle().clone(), woken);
    Ok(())
}

/// An argument as text; what is none is no argument of ours.
fn text_of(argument: &std::ffi::OsString) -> String {
    argument.to_string_lossy().into_owned()
}
