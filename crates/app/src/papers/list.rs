//! The list of papers with what each still wants.

use chrono::NaiveDate;
use qonys_law::EntityRef;
use qonys_papers::FlowFilling;
use qonys_papers::FormLanguage;
use qonys_papers::LanguageNote;
use qonys_papers::NoteKind;
use qonys_papers::compose;
use qonys_texts::Lang;
use qonys_texts::plural;
use qonys_texts::text;

use crate::assessment;
use crate::case::Case;
use crate::error::AppError;
use crate::forms::CaseFacts;
use crate::forms::PackWords;
use crate::forms::lang as lang_of;
use crate::knowledge::Knowledge;
use crate::papers::item::Item;
use crate::papers::item::Need;
use crate::papers::item::items;
use crate::papers::item::missing;
use crate::papers::kinds::Kind;
use crate::papers::kinds::in_words;
use crate::papers::sentences::sentences;
use crate::speak::Speaker;
use crate::view::MissingAnswerView;
use crate::view::PaperNoteCode;
use crate::view::PaperNoteView;
use crate::view::PapersView;
use crate::view::PrintableCode;
use crate::view::PrintableView;

/// So many reasons are enough.
const MOST_REASONS: usize = 3;

/// Every paper of a case on the day that it bears: ready, what is missing for it and which question answers that, free
/// text that is still in the other language or script, or why it is not needed.
///
/// # Errors
/// A paper's file that is not right; the tests of every build rule that out.
pub fn papers_view(
    knowledge: &Knowledge,
    case: &Case,
    on: NaiveDate,
    lang: Lang,
) -> Result<PapersView, AppError> {
    let speaker = Speaker {
        knowledge,
        answers: &case.answers,
        lang,
    };
    let (items, assessed) = items(knowledge, case, on)?;
    let assessed = assessment::view(&speaker, &assessed);
    let mut papers = Vec::new();
    for item in &items {
        let kind = Kind::of(knowledge, item.id)?;
        let missing: Vec<MissingAnswerView> = missing(knowledge, case, &kind, item.about(), on)
            .iter()
            .map(|fact| MissingAnswerView {
                key: fact.to_string(),
                label: speaker.label(fact),
            })
            .collect();
        let why = why(&speaker, &assessed, &item.need);
        let state = match (&item.need, missing.is_empty()) {
            (Need::NotOnTheList(_) | Need::RuledOut(_), _) => PrintableCode::NotNeeded,
            (Need::Open, _) => PrintableCode::Open,
            (Need::Needed, false) => PrintableCode::Incomplete,
            (Need::Needed, true) => PrintableCode::Ready,
        };
        papers.push(PrintableView {
            key: item.key(),
            id: item.id.to_owned(),
            title: in_words(kind.title(), lang).to_owned(),
            person: person(&speaker, item),
            languages: kind
                .languages()
                .iter()
                .map(|lang| lang.code().to_owned())
                .collect(),
            draft: kind.is_draft(),
            own_texts: kind.has_editable_texts(),
            state,
            state_text: state_text(lang, state, missing.len()),
            why,
            missing,
            notes: notes(&speaker, case, item, &kind, on)?,
        });
    }
    Ok(PapersView {
        language: lang.code().to_owned(),
        on: speaker.day(on),
        papers,
    })
}

fn person(speaker: &Speaker<'_>, item: &Item) -> Option<String> {
    Some(speaker.person(&EntityRef {
        kind: item.list.clone()?,
        record: Some(item.record.clone()?),
    }))
}

fn state_text(lang: Lang, state: PrintableCode, missing: usize) -> String {
    match state {
        PrintableCode::Ready => text(lang, "papers.state.ready"),
        PrintableCode::NotNeeded => text(lang, "papers.state.not_needed"),
        PrintableCode::Open => text(lang, "papers.state.open"),
        PrintableCode::Incomplete => plural(
            lang,
            "papers.state.incomplete",
            i64::try_from(missing).unwrap_or(i64::MAX),
            &[],
        ),
    }
}

/// Why a paper is not needed, or why that is open.
fn why(
    speaker: &Speaker<'_>,
    assessed: &crate::view::AssessmentView,
    need: &Need,
) -> Option<String> {
    let id = match need {
        Need::Needed | Need::Open => return None,
        Need::RuledOut(words) => return Some(in_words(words, speaker.lang).to_owned()),
        Need::NotOnTheList(id) => id,
    };
    let reasons: Vec<&str> = assessed
        .requirements
        .iter()
        .filter(|requirement| Some(&requirement.finding.id) == id.as_ref())
        .flat_map(|requirement| &requirement.finding.reasons)
        .map(|reason| reason.text.as_str())
        .take(MOST_REASONS)
        .collect();
    Some(if reasons.is_empty() {
        text(speaker.lang, "papers.not_on_the_list")
    } else {
        sentences(reasons)
    })
}

/// Answers that are still in the other language or script, for each language of the form.
fn notes(
    speaker: &Speaker<'_>,
    case: &Case,
    item: &Item,
    kind: &Kind,
    on: NaiveDate,
) -> Result<Vec<PaperNoteView>, AppError> {
    let mut found: Vec<PaperNoteView> = Vec::new();
    for language in FormLanguage::ALL {
        let printed = lang_of(language);
        let words = PackWords {
            knowledge: speaker.knowledge,
        };
        let facts = CaseFacts::new(speaker.knowledge, &case.answers, on);
        let notes: Vec<LanguageNote> = match kind {
            Kind::Boxes(form) => qonys_papers::language_notes(
                form,
                language,
                &qonys_papers::Filling {
                    facts: &facts,
                    words: &words,
                    photo: None,
                    on,
                },
            )?,
            Kind::Flow(paper) if paper.languages().contains(&printed) => {
                let filling = FlowFilling {
                    facts: &facts,
                    words: &words,
                    on,
                    subject: item.subject(case),
                };
                compose(paper, printed, &filling)?.notes
            }
            Kind::Flow(_) => Vec::new(),
        };
        for note in notes {
            let kind = code(note.kind);
            let known = found.iter().any(|one| {
                one.fact == note.fact && one.kind == kind && one.language == printed.code()
            });
            if !known {
                found.push(PaperNoteView {
                    label: speaker.path_label(&note.fact),
                    text: text(speaker.lang, &format!("papers.note.{}", name(kind))),
                    fact: note.fact,
                    language: printed.code().to_owned(),
                    kind,
                });
            }
        }
    }
    Ok(found)
}

fn code(kind: NoteKind) -> PaperNoteCode {
    match kind {
        NoteKind::NoTwin => PaperNoteCode::NoTwin,
        NoteKind::SeemsKazakh => PaperNoteCode::SeemsKazakh,
        NoteKind::SeemsRussian => PaperNoteCode::SeemsRussian,
        NoteKind::LatinLetters => PaperNoteCode::LatinLetters,
        NoteKind::CyrillicLetters => PaperNoteCode::CyrillicLetters,
        NoteKind::AnswersDisagree => PaperNoteCode::AnswersDisagree,
        NoteKind::TooFew => PaperNoteCode::TooFew,
        NoteKind::PartOnly => PaperNoteCode::PartOnly,
    }
}

fn name(kind: PaperNoteCode) -> &'static str {
    match kind {
        PaperNoteCode::NoTwin => "no_twin",
        PaperNoteCode::SeemsKazakh => "seems_kazakh",
        PaperNoteCode::SeemsRussian => "seems_russian",
        PaperNoteCode::LatinLetters => "latin_letters",
        PaperNoteCode::CyrillicLetters => "cyrillic_letters",
        PaperNoteCode::AnswersDisagree => "answers_disagree",
        PaperNoteCode::TooFew => "too_few",
        PaperNoteCode::PartOnly => "part_only",
    }
}
