//! What the screens may ask: each command parses, calls one use case and maps the error.

#![expect(
    clippy::needless_pass_by_value,
    reason = "Tauri hands the state and the arguments of a command over by value"
)]

mod attachments;
mod blank;
mod case;
mod entry;
mod households;
mod language;
mod law;
mod log;
mod look;
mod overview;
mod pages;
mod papers;
mod photo;
mod printing;
mod reminders;
mod safekeeping;
mod start;
mod told;

pub(crate) use look::WindowLook;

use std::path::Path;

use tauri_specta::Builder;
use tauri_specta::collect_commands;
use tauri_specta::collect_events;

use crate::desktop::CloseAsked;

pub(crate) use start::DayBegan;
pub(crate) use start::StartAsked;

/// All commands, once: for the window and for the generated bindings.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .events(collect_events![CloseAsked, DayBegan, StartAsked])
        .commands(collect_commands![
            start::start,
            start::earlier_starts,
            start::code_written,
            start::create_vault,
            start::unlock,
            start::set_language,
            start::handed_file,
            start::forget_handed_file,
            case::show_case,
            case::answer,
            case::add_record,
            case::remove_record,
            case::complete_list,
            case::plan,
            case::undo,
            case::countries,
            pages::answer_page,
            pages::dates_page,
            pages::money_page,
            pages::stay_page,
            overview::overview,
            overview::answer_on,
            overview::compare_routes,
            papers::papers,
            papers::paper,
            papers::choose_folder,
            papers::save_paper,
            papers::open_saved,
            papers::open_source,
            households::households,
            households::create_household,
            households::create_application,
            households::rename_household,
            households::rename_application,
            households::open_application,
            households::delete_household,
            households::delete_application,
            households::undo_delete,
            households::family_persons,
            households::take_family_person,
            attachments::choose_scans,
            attachments::attach_chosen,
            attachments::attachment,
            attachments::rename_attachment,
            attachments::say_paper,
            attachments::delete_attachment,
            attachments::export_attachment,
            entry::read_machine_zone,
            entry::take_machine_zone,
            entry::entry_hints,
            entry::after_page,
            entry::sources_of_law,
            entry::create_sample,
            look::window_look,
            look::set_window_look,
            log::open_log_folder,
            law::law_state,
            law::choose_law,
            law::take_offered_law,
            safekeeping::back_up,
            safekeeping::choose_backup,
            safekeeping::restore_chosen,
            safekeeping::restore_chosen_in_place,
            safekeeping::renew_recovery,
            safekeeping::lock,
            safekeeping::lost_saves,
            safekeeping::lock_after,
            safekeeping::set_lock_after,
            safekeeping::answers_wait,
            safekeeping::close_anyway,
            printing::printers,
            printing::print_saved,
            printing::paper_texts,
            printing::own_text,
            blank::blanks,
            blank::choose_blank,
            blank::blank,
            blank::suggest_for_place,
            blank::put_blank_box,
            blank::remove_blank_box,
            blank::name_blank,
            blank::set_blank_language,
            blank::remove_blank,
            blank::import_boxes,
            blank::adopt_boxes,
            blank::export_boxes,
            blank::blank_paper,
            blank::blank_warnings,
            blank::save_blank_paper,
            photo::photo_page,
            photo::choose_picture,
            photo::cut_photo,
            photo::remove_photo,
            photo::photo_sheet,
            photo::save_photo,
            reminders::reminders_page,
            reminders::mark_deadline,
            reminders::choose_days_before,
            reminders::save_calendar,
            reminders::background_reminders,
            reminders::switch_background,
            reminders::wanted_deadline,
        ])
}

/// Writes the TypeScript of all commands and their types.
///
/// # Errors
/// When a type cannot be said in TypeScript, or the file cannot be written.
pub fn export_bindings(file: &Path) -> Result<(), String> {
    builder()
        .export(specta_typescript::Typescript::default(), file)
        .map_err(|error| error.to_string())
}
