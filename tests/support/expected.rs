//! What the program must show in the end: the same use cases on the same case file, without a window.

use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::view::{
    AnswerPageView, AnswerView, CaseView, DatesPageView, ItemView, MoneyPageView, QuestionView,
    StayView,
};
use qonys_app::{Clock, FolderChooser, Knowledge, Lang, NoKeys, Session, WantedFiles};
use qonys_vault::{Passphrase, Vault, WorkFactor};

use super::case_file::CaseFile;

const PASSPHRASE: &str = "nobody ever types this";
/// The least work: this vault protects nothing.
const WORK: u8 = 10;

struct Today(NaiveDate);

impl Clock for Today {
    fn today(&self) -> NaiveDate {
        self.0
    }
}

struct Nowhere;

impl FolderChooser for Nowhere {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// The finished case in all languages.
pub(crate) struct Expected {
    views: Vec<(Lang, CaseView, Pages)>,
}

/// The pages of the answer in one language.
pub(crate) struct Pages {
    pub(crate) answer: AnswerPageView,
    pub(crate) dates: DatesPageView,
    pub(crate) money: MoneyPageView,
    pub(crate) stay: StayView,
}

impl Expected {
    pub(crate) fn new(file: &CaseFile) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let vault = folder.path().join("vault");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let mut created =
            Vault::create_with(&vault, &NoKeys, Some(&passphrase), WorkFactor::new(WORK))
                .expect("a vault");
        created
            .vault
            .save(file.text.as_bytes())
            .expect("the case is saved");
        drop(created);
        let session = Session::new(
            Knowledge::built_in().expect("the knowledge that is built in"),
            Box::new(Today(file.today)),
            Box::new(NoKeys),
            Box::new(Nowhere),
            vault,
        );
        session.unlock(PASSPHRASE.to_owned()).expect("it opens");
        let view = |lang| {
            let case = session.show(lang).expect("it is open");
            let revision = case.revision;
            let pages = Pages {
                answer: session.answer_page(lang, revision).expect("it is open"),
                dates: session.dates_page(lang, revision).expect("it is open"),
                money: session.money_page(lang, revision).expect("it is open"),
                stay: session.stay_page(lang, revision).expect("it is open"),
            };
            (lang, case, pages)
        };
        Self {
            views: Lang::ALL.map(view).into(),
        }
    }

    /// The case in a language.
    pub(crate) fn view(&self, lang: Lang) -> &CaseView {
        &self.in_language(lang).1
    }

    /// The pages of the answer in a language.
    pub(crate) fn pages(&self, lang: Lang) -> &Pages {
        &self.in_language(lang).2
    }

    fn in_language(&self, lang: Lang) -> &(Lang, CaseView, Pages) {
        self.views
            .iter()
            .find(|(known, ..)| *known == lang)
            .expect("all languages are there")
    }

    /// Every question that is asked in the end.
    pub(crate) fn questions(&self) -> Vec<&QuestionView> {
        self.view(Lang::En)
            .sections
            .iter()
            .flat_map(|section| &section.items)
            .flat_map(questions_of)
            .collect()
    }

    /// What is still open in the case file itself.
    pub(crate) fn unanswered(&self) -> Vec<&str> {
        self.questions()
            .into_iter()
            .filter(|question| question.answer.is_none() && !question.optional)
            .map(|question| question.key.as_str())
            .collect()
    }
}

fn questions_of(item: &ItemView) -> Vec<&QuestionView> {
    match item {
        ItemView::Question { question } => vec![question],
        ItemView::List { list } => list.records.iter().flat_map(|r| &r.questions).collect(),
        ItemView::Papers { cards, .. } => cards.iter().flat_map(|card| &card.questions).collect(),
        ItemView::Plan {} => Vec::new(),
    }
}

/// The words of an answer, or the words for none.
pub(crate) fn shown(answer: Option<&AnswerView>, none: &str) -> String {
    answer.map_or_else(|| none.to_owned(), |answer| answer.text.clone())
}
