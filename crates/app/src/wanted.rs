//! What a field of a file wants, where it holds something of another kind.

use std::fmt;

use qonys_texts::Lang;
use qonys_texts::text;

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// True or false.
    YesNo,
    /// The id of an option.
    Option,
    /// A day as year-month-day.
    Day,
    /// A text.
    Text,
    /// A country's code.
    Country,
    /// A whole number that is not negative.
    Number,
    /// A sum in tenge.
    Money,
    /// Digits.
    Digits,
    /// An object in braces.
    Braces,
    /// An array in brackets.
    Brackets,
    /// An array of texts.
    Texts,
    /// A text without / and .
    PlainId,
    /// An id that no other record has.
    OwnId,
    /// Settings of reminders.
    Reminders,
    /// Days before a deadline.
    ReminderDays,
    /// A country, several, or stateless.
    Citizenship,
}

impl Wanted {
    /// The same in words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        text(lang, &format!("errors.wanted.{}", self.code()))
    }

    fn code(self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::Option => "option",
            Self::Day => "day",
            Self::Text => "text",
            Self::Country => "country",
            Self::Number => "number",
            Self::Money => "money",
            Self::Digits => "digits",
            Self::Braces => "braces",
            Self::Brackets => "brackets",
            Self::Texts => "texts",
            Self::PlainId => "plain_id",
            Self::OwnId => "own_id",
            Self::Reminders => "reminders",
            Self::ReminderDays => "reminder_days",
            Self::Citizenship => "citizenship",
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Lang::En))
    }
}
