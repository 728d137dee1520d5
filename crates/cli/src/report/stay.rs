//! Stays as text.

use qonys_app::Lang;
use qonys_app::text_with;
use qonys_app::view::FloorView;
use qonys_app::view::NoteView;
use qonys_app::view::PassportStayView;
use qonys_app::view::PenaltyView;
use qonys_app::view::SourceView;
use qonys_app::view::StayView;
use qonys_app::view::VerdictCode;

use crate::report::Report;

impl Report {
    /// Stays alone.
    pub(crate) fn of_stay(view: &StayView, lang: Lang) -> String {
        let mut report = Self {
            text: String::new(),
            lang,
        };
        report.stay(view, true);
        report.line(0, "");
        report.line(0, &view.disclaimer);
        report.text
    }

    /// The right to stay, what it rests on, and what the permit asks for later; with all penalties, or only with those met.
    pub(super) fn stay(&mut self, view: &StayView, all_penalties: bool) {
        let say = |key: &str| text_with(self.lang, &format!("stay.{key}"), &[]);
        let (title, penalties, duties, floors) =
            (say("title"), say("penalties"), say("duties"), say("floors"));
        self.line(0, "");
        self.line(0, &title);
        self.line(1, &view.heading);
        if view.may_stay.verdict == VerdictCode::Yes
            && let Some(limit) = &view.limit_text
        {
            self.line(2, limit);
        }
        for reason in &view.may_stay.reasons {
            self.line(3, &reason.text);
        }
        for problem in &view.problems {
            self.line(2, &problem.text);
        }
        if let Some(remark) = &view.taken_as_visa_free {
            self.line(2, &remark.text);
        }
        for passport in &view.passports {
            self.passport(passport);
        }
        if !view.duties.is_empty() {
            self.line(1, &duties);
        }
        for duty in &view.duties {
            self.line(2, &duty.text);
            self.source(duty.source.as_ref());
        }
        let met = view.penalties.iter().any(|penalty| penalty.applies);
        if met || (all_penalties && !view.penalties.is_empty()) {
            self.line(1, &penalties);
        }
        for penalty in &view.penalties {
            if penalty.applies || (all_penalties && !met) {
                self.penalty(penalty);
            }
        }
        self.line(1, &floors);
        for floor in &view.floors {
            self.floor(floor);
        }
    }

    fn passport(&mut self, passport: &PassportStayView) {
        for rule in &passport.rules {
            self.line(2, &rule.text);
        }
        self.source(passport.source.as_ref());
        if let Some(because) = &passport.no_window_because {
            self.line(2, &because.text);
        }
        if passport.window_source != passport.source {
            self.source(passport.window_source.as_ref());
        }
        self.line(2, &passport.standing_text);
        if let Some(used) = &passport.used_text {
            self.line(2, used);
        }
        for visit in &passport.visits {
            self.line(3, &visit.text);
            if let Some(why) = &visit.why {
                self.line(4, &why.text);
            }
        }
        for sentence in passport.reentry.iter().flat_map(|entry| &entry.sentences) {
            self.line(2, &sentence.text);
        }
        for why in &passport.whys {
            self.line(3, &why.text);
        }
        self.remarks(&passport.notes);
        self.remarks(&passport.disagreements);
    }

    fn remarks(&mut self, notes: &[NoteView]) {
        for note in notes {
            self.line(3, &note.text);
            self.source(note.source.as_ref());
        }
    }

    fn penalty(&mut self, penalty: &PenaltyView) {
        self.line(2, &penalty.text);
        if let Some(working) = &penalty.working {
            self.line(3, working);
        }
        if let Some(why) = &penalty.why {
            self.line(3, &why.text);
        }
        if penalty.applies {
            for key in ["stay.this_applies", "stay.ground_of_refusal"] {
                let text = text_with(self.lang, key, &[]);
                self.line(3, &text);
            }
        }
        self.source(penalty.source.as_ref());
    }

    fn floor(&mut self, floor: &FloorView) {
        self.line(2, &format!("{}: {}", floor.title, floor.kept_text));
        self.line(3, &floor.what);
        for sentence in &floor.sentences {
            self.line(3, &sentence.text);
        }
        let shown = match (floor.kept, floor.finding.verdict) {
            // Before the permit it is too early to ask; for whoever is free of it the first reason is enough.
            (VerdictCode::DoesNotApply, VerdictCode::Yes | VerdictCode::Undecided) => 0,
            (_, VerdictCode::No | VerdictCode::DoesNotApply) => 1,
            (_, VerdictCode::Yes | VerdictCode::Undecided) => floor.finding.reasons.len(),
        };
        for reason in floor.finding.reasons.iter().take(shown) {
            self.line(3, &reason.text);
        }
        for why in &floor.whys {
            if !floor
                .finding
                .reasons
                .iter()
                .any(|reason| reason.id == why.id)
            {
                self.line(3, &why.text);
            }
        }
        self.source(floor.finding.source.as_ref());
        self.remarks(&floor.notes);
    }

    fn source(&mut self, source: Option<&SourceView>) {
        if let Some(source) = source {
            self.line(4, &format!("[{}; {}]", source.text, source.standing_text));
        }
    }
}
