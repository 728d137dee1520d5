//! The title of an act, with a word on its address where that leads to no text.

use qonys_law::Act;

use crate::speak::Speaker;

impl Speaker<'_> {
    /// The title of an act; where only the address of a site is known, it says so.
    pub(crate) fn act_title(&self, act: &Act) -> String {
        let title = self.words(&act.title);
        if act.site_only {
            self.say_with("source_site", &[("title", &title)])
        } else {
            title
        }
    }
}
