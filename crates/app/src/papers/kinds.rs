//! The papers that the program prints, in the order in which a person needs them.

use qonys_papers::FactPath;
use qonys_papers::FlowPaper;
use qonys_papers::Form;
use qonys_papers::FormFacts;
use qonys_papers::FormLanguage;
use qonys_papers::Words;
use qonys_texts::Lang;

use crate::blanks::check_blank_forms;
use crate::error::AppError;
use crate::forms::QUESTIONNAIRE;
use crate::forms::lang;
use crate::knowledge::Knowledge;
use crate::office_blanks::names;
use crate::view::FilledCode;

/// Every paper by the name of its file.
const ALL: [&str; 10] = [
    QUESTIONNAIRE,
    "autobiography",
    "owner_consent",
    "child_consent",
    "applicant_consent",
    "parent_consent",
    "cover_sheet",
    "deadline_sheet",
    "card_data",
    "decision_receipt",
];

/// The ids of all papers that the program prints, in their order.
#[must_use]
pub fn paper_ids() -> &'static [&'static str] {
    &ALL
}

/// A paper, read from its file.
pub(crate) enum Kind {
    /// Boxes at fixed places.
    Boxes(Box<Form>),
    /// Text that flows.
    Flow(Box<FlowPaper>),
}

/// Whether every paper can be read as the law in use lays it out.
///
/// # Errors
/// The first one that cannot.
pub(crate) fn check_papers(knowledge: &Knowledge) -> Result<(), AppError> {
    ALL.iter()
        .try_for_each(|id| Kind::of(knowledge, id).map(|_| ()))?;
    check_blank_forms(knowledge)?;
    names(knowledge).map(|_| ())
}

/// How much of a paper of the checklist the program fills from the answers; none where others issue it.
pub(crate) fn filled(knowledge: &Knowledge, paper: &str) -> Option<FilledCode> {
    let all = knowledge.filled.get_or_init(|| {
        ALL.iter()
            .filter_map(|id| {
                let kind = Kind::of(knowledge, id).ok()?;
                // The owner's consent is one of several papers that prove a dwelling.
                let paper = kind.paper().filter(|paper| paper == id)?.to_owned();
                let code = if kind.is_draft() {
                    FilledCode::Draft
                } else {
                    FilledCode::Whole
                };
                Some((paper, code))
            })
            .collect()
    });
    all.get(paper).copied()
}

impl Kind {
    /// The paper of an id, as the law in use lays it out.
    ///
    /// # Errors
    /// When there is none, or its file is not right.
    pub(crate) fn of(knowledge: &Knowledge, id: &str) -> Result<Self, AppError> {
        if !ALL.contains(&id) {
            return Err(AppError::UnknownForm(id.to_owned()));
        }
        let (name, source) = knowledge.form(id)?;
        if id == QUESTIONNAIRE {
            Ok(Self::Boxes(Box::new(Form::parse(&name, source)?)))
        } else {
            Ok(Self::Flow(Box::new(FlowPaper::parse(&name, source)?)))
        }
    }

    pub(crate) fn title(&self) -> &Words {
        match self {
            Self::Boxes(form) => form.title(),
            Self::Flow(paper) => paper.title(),
        }
    }

    pub(crate) fn languages(&self) -> Vec<Lang> {
        match self {
            Self::Boxes(_) => FormLanguage::ALL.into_iter().map(lang).collect(),
            Self::Flow(paper) => paper.languages().to_vec(),
        }
    }

    /// The paper of the checklist that it is or becomes.
    pub(crate) fn paper(&self) -> Option<&str> {
        match self {
            Self::Boxes(form) => Some(form.id()),
            Self::Flow(paper) => paper.paper(),
        }
    }

    /// The list of which each chosen record has a paper of its own.
    pub(crate) fn subject(&self) -> Option<&str> {
        match self {
            Self::Boxes(_) => None,
            Self::Flow(paper) => paper.subject(),
        }
    }

    pub(crate) fn is_draft(&self) -> bool {
        match self {
            Self::Boxes(_) => false,
            Self::Flow(paper) => paper.is_draft(),
        }
    }

    /// Whether a text of the person's own may stand in one of its blocks.
    pub(crate) fn has_editable_texts(&self) -> bool {
        match self {
            Self::Boxes(_) => false,
            Self::Flow(paper) => paper.editable_blocks().next().is_some(),
        }
    }

    pub(crate) fn not_needed(&self, facts: &dyn FormFacts) -> Option<&Words> {
        match self {
            Self::Boxes(_) => None,
            Self::Flow(paper) => paper.not_needed(facts),
        }
    }

    /// Every fact that it prints or that decides what it prints, as `entity.fact`, without repetition.
    pub(crate) fn facts(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let all: Vec<String> = match self {
            Self::Boxes(form) => form
                .boxes()
                .iter()
                .flat_map(|one| one.facts.iter().map(|fact| (*fact).to_owned()))
                .collect(),
            Self::Flow(paper) => paper.facts().into_iter().map(FactPath::to_string).collect(),
        };
        for fact in all {
            if !found.contains(&fact) {
                found.push(fact);
            }
        }
        found
    }
}

/// The words of a paper's file in a language; English falls back to Russian where a file has none.
pub(crate) fn in_words(words: &Words, lang: Lang) -> &str {
    match lang {
        Lang::Kk => &words.kk,
        Lang::Ru => &words.ru,
        Lang::En => words.en.as_deref().unwrap_or(&words.ru),
    }
}
