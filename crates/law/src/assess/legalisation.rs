//! What a paper needs because another state issued it: nothing, an apostille, or legalisation.

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::cited;
use crate::assess::papers::PaperStatus;
use crate::evaluate::Evaluation;
use crate::pack::Dated;
use crate::pack::Legalisation;
use crate::pack::LegalisationForm;
use crate::verdict::Verdict;
use crate::words::Standing;
use crate::words::Words;

/// What a foreign paper needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalisationFinding {
    /// The rule.
    pub id: String,
    /// The state that issued the paper, ISO 3166-1 alpha-2.
    pub country: String,
    /// What the paper needs.
    pub form: LegalisationForm,
    /// The same as a sentence.
    pub words: Words,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is: of the rule and of the state's place on its list.
    pub standing: Standing,
}

/// What a paper of a state needs on the filing day, while it may be needed at all.
pub(crate) fn of(
    context: &Context<'_>,
    country: Option<&str>,
    status: PaperStatus,
) -> Option<LegalisationFinding> {
    let country = country?;
    match status {
        PaperStatus::NotNeeded | PaperStatus::NoneInCountry => return None,
        PaperStatus::Open
        | PaperStatus::NotSaid
        | PaperStatus::OfficeSays
        | PaperStatus::Missing
        | PaperStatus::DateMissing
        | PaperStatus::InHand
        | PaperStatus::NotYet
        | PaperStatus::WillBeOutOfDate
        | PaperStatus::OutOfDate
        | PaperStatus::WrongSum
        | PaperStatus::SumOpen => {}
    }
    let day = context.days.filing.day;
    let evaluation = context.evaluation.of_day(day);
    let mut doubt = false;
    for rule in &evaluation.pack.legalisations {
        if rule.absent
            || rule.from().is_some_and(|from| day < from)
            || rule.until().is_some_and(|until| until < day)
        {
            continue;
        }
        let named = match (&rule.country, &rule.list) {
            (Some(own), _) => Verdict::of(own == country),
            (None, Some(list)) => evaluation.membership(list, country).at(day).clone(),
            // The rule that names no state speaks for the rest.
            (None, None) => Verdict::Yes,
        };
        match named {
            Verdict::No | Verdict::DoesNotApply => {}
            Verdict::Undecided(_) => doubt = true,
            // Where an earlier rule may hold, a later one decides nothing but the last resort.
            Verdict::Yes if doubt && (rule.list.is_some() || rule.country.is_some()) => {}
            Verdict::Yes => return Some(found(&evaluation, rule, country)),
        }
    }
    None
}

fn found(evaluation: &Evaluation<'_>, rule: &Legalisation, country: &str) -> LegalisationFinding {
    let membership = rule.list.as_ref().map_or(Standing::Official, |list| {
        let members = &evaluation.pack.members;
        members
            .iter()
            .find(|member| member.list == *list && member.of == country)
            .and_then(|member| member.standing)
            .or_else(|| {
                let lists = &evaluation.pack.lists;
                lists
                    .iter()
                    .find(|known| known.id == *list)
                    .map(|known| evaluation.standing_of(known))
            })
            .unwrap_or(Standing::Unknown)
    });
    LegalisationFinding {
        id: rule.id.clone(),
        country: country.to_owned(),
        form: rule.form,
        words: rule.words.clone(),
        cited: cited(evaluation, rule),
        standing: evaluation.standing_of(rule).weaker(membership),
    }
}
