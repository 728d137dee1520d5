//! The use cases of Qonys: cases, answers, assessment, papers. It knows no window and no command line.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test may stop at the first surprise"
    )
)]

mod assessment;
mod blanks;
mod case;
mod error;
mod files;
mod forms;
mod household;
mod interview;
mod knowledge;
mod law_pack;
mod lawbook;
mod paper_key;
mod papers;
mod photo;
mod place;
mod ports;
mod read;
mod receipt;
mod reminders;
mod schema;
mod session;
mod speak;
pub mod view;
mod wire;

pub use assessment::assess_case;
pub use assessment::assess_stays;
pub use assessment::window_answer;
pub use blanks::BlankManner;
pub use blanks::adopt_blank_boxes;
pub use blanks::calibration_paper;
pub use blanks::copy_sheet_paper;
pub use blanks::fill_office_blank;
pub use blanks::inspect_blank;
pub use blanks::new_blank_boxes;
pub use blanks::put_blank_box;
pub use case::Case;
pub use case::CasePlan;
pub use error::AppError;
pub use error::FieldProblem;
pub use files::replace_file;
pub use forms::FilledPaper;
pub use forms::fill_questionnaire;
pub use knowledge::Knowledge;
pub use law_pack::KnownLaw;
pub use law_pack::known_law;
pub use law_pack::law_pack_changes;
pub use law_pack::law_pack_keys;
pub use law_pack::pack_of_built_in;
pub use law_pack::read_law_pack;
pub use law_pack::take_law_pack;
pub use lawbook::LawPage;
pub use lawbook::built_in_lawbook;
pub use lawbook::law_differences_of_books;
pub use lawbook::law_differences_of_days;
pub use lawbook::law_index;
pub use lawbook::law_lint;
pub use lawbook::law_list;
pub use lawbook::law_pages;
pub use lawbook::law_record;
pub use lawbook::lawbook_of;
pub use papers::FactBox;
pub use papers::OwnText;
pub use papers::OwnTexts;
pub use papers::PrintedPapers;
pub use papers::SkippedPaper;
pub use papers::paper_ids;
pub use papers::paper_texts;
pub use papers::papers_view;
pub use papers::print_all;
pub use papers::print_each;
pub use papers::print_paper;
pub use papers::questionnaire_boxes;
pub use papers::set_own_text;
pub use photo::FinishedPhoto;
pub use photo::PhotoFiles;
pub use photo::finish_photo;
pub use photo::photo_guides;
pub use ports::Clock;
pub use ports::FolderChooser;
pub use ports::WantedFiles;
pub use qonys_law::Lawbook;
pub use qonys_law::PaperStatus;
pub use qonys_lawpack::LawPackError;
pub use qonys_lawpack::PackContent;
pub use qonys_lawpack::PublicKey;
pub use qonys_lawpack::seal as seal_law_pack;
pub use qonys_papers::Crop;
pub use qonys_papers::FormLanguage;
pub use qonys_papers::PhotoFlaw;
pub use qonys_reader::Foreign;
pub use qonys_reader::ForeignReader;
pub use qonys_reader::Limits;
#[cfg(debug_assertions)]
pub use qonys_reader::Probe;
pub use qonys_reader::ReadError;
pub use qonys_reader::child_main_if_asked;
pub use qonys_reminders::AgendaFile;
pub use qonys_reminders::CalendarFile;
pub use qonys_texts::Lang;
pub use qonys_texts::text_with;
pub use qonys_vault::KeySource;
pub use qonys_vault::MemoryKeys;
pub use qonys_vault::NoKeys;
pub use qonys_vault::OsKeyring;
pub use read::case_from_json;
pub use read::case_to_json;
pub use read::check_paper_countries;
pub use read::check_plan;
pub use read::trips_from_json;
pub use receipt::receipt;
pub use reminders::CalendarOptions;
pub use reminders::agenda_calendar;
pub use reminders::reminder_file;
pub use schema::case_schema;
pub use schema::output_schemas;
pub use schema::trips_schema;
pub use session::Session;
pub use session::case_of_saved;
pub use wire::AnswerInput;
pub use wire::BackupView;
pub use wire::CopyView;
pub use wire::CreatedView;
pub use wire::DateInput;
pub use wire::PlanInput;
pub use wire::Problem;
pub use wire::StartState;
pub use wire::StartView;
