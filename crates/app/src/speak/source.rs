//! Where something stands: the act, its place, the day its wording was seen, and the address of its text.

use qonys_law::Act;
use qonys_law::Cited;
use qonys_texts::Lang;

use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::SourceView;

impl Speaker<'_> {
    pub(crate) fn source(&self, cited: &Cited) -> SourceView {
        let act = self.knowledge.pack.acts.get(&cited.act);
        let short = act.map_or_else(|| cited.act.clone(), |act| self.words(&act.short));
        SourceView {
            act: cited.act.clone(),
            text: self.say_with(
                "source",
                &[("act", &short), ("place", &self.place(act, &cited.place))],
            ),
            title: act.map_or_else(|| cited.act.clone(), |act| self.act_title(act)),
            place: cited.place.clone(),
            from: cited.from.map(|day| self.day(day)),
            until: cited.until.map(|day| self.day(day)),
            seen: cited.seen.map(|day| self.day(day)),
            standing: standing_code(cited.standing),
            standing_text: self.standing(cited.standing),
            url: match act {
                Some(act) if act.url == cited.url => self.address(act).to_owned(),
                Some(_) | None => cited.url.clone(),
            },
        }
    }

    /// The official address of an act, of its text in the language where there is one.
    pub(crate) fn address<'a>(&self, act: &'a Act) -> &'a str {
        let own = match self.lang {
            Lang::Kk => act.url_kk.as_ref(),
            Lang::Ru => None,
            Lang::En => act.url_en.as_ref(),
        };
        own.unwrap_or(&act.url)
    }

    /// The source of the reason for a question.
    pub(crate) fn why_source(&self, cite: &qonys_law::Cite) -> Option<SourceView> {
        let act = self.knowledge.pack.acts.get(&cite.act)?;
        Some(self.source(&Cited {
            act: cite.act.clone(),
            place: cite.place.clone(),
            from: act.from,
            until: act.until,
            seen: act.seen,
            standing: act.standing,
            url: act.url.clone(),
        }))
    }
}
