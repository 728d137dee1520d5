//! The words on buttons and fields, from the same files as the screens.

use std::fs;
use std::path::Path;

use qonys_app::Lang;
use qonys_law::Words;
use serde_json::Value;

/// The interface in one language.
#[derive(Debug, Clone)]
pub(crate) struct Interface {
    pub(crate) lang: Lang,
    words: Value,
    keeping: Value,
    blank: Value,
    reminders: Value,
    entry: Value,
}

impl Interface {
    pub(crate) fn new(lang: Lang) -> Self {
        let area = |name: &str| {
            let file = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("locales")
                .join(format!("{name}.{}.json", lang.code()));
            let text = fs::read_to_string(&file).expect("the words of the interface");
            let mut all: Value = serde_json::from_str(&text).expect("JSON");
            all[name].take()
        };
        Self {
            lang,
            words: area("app"),
            keeping: area("keeping"),
            blank: area("blank"),
            reminders: area("reminders"),
            entry: area("entry"),
        }
    }

    /// The text of a key below `app`.
    pub(crate) fn say(&self, key: &str) -> &str {
        self.text(&self.words, key)
    }

    /// The text of a key below `blank`.
    pub(crate) fn blank(&self, key: &str) -> &str {
        self.text(&self.blank, key)
    }

    /// The text of a key below `reminders.page`.
    pub(crate) fn remind(&self, key: &str) -> &str {
        self.text(&self.reminders, &format!("page.{key}"))
    }

    /// One plural form of a key below `reminders.page`, where the language has it.
    pub(crate) fn remind_form(&self, key: &str, form: &str) -> Option<&str> {
        let pointer = format!("/page/{}/{form}", key.replace('.', "/"));
        self.reminders.pointer(&pointer)?.as_str()
    }

    /// The text of a key below `entry`.
    pub(crate) fn aid(&self, key: &str) -> &str {
        self.text(&self.entry, key)
    }

    /// The text of a key below `keeping`.
    pub(crate) fn keep(&self, key: &str) -> &str {
        self.text(&self.keeping, key)
    }

    fn text<'a>(&self, area: &'a Value, key: &str) -> &'a str {
        area.pointer(&format!("/{}", key.replace('.', "/")))
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{key} has no words in {}", self.lang.code()))
    }

    /// The same with one argument.
    pub(crate) fn say_with(&self, key: &str, name: &str, value: &str) -> String {
        self.say(key).replace(&format!("%{{{name}}}"), value)
    }

    /// The words of this language.
    pub(crate) fn of<'a>(&self, words: &'a Words) -> &'a str {
        match self.lang {
            Lang::Kk => &words.kk,
            Lang::Ru => &words.ru,
            Lang::En => &words.en,
        }
    }

    /// Whether a label says these words, with or without the remark that one may leave it empty.
    pub(crate) fn is_label(&self, label: &str, words: &str) -> bool {
        let remark = format!("({})", self.say("field.optional"));
        label.strip_suffix(&remark).unwrap_or(label).trim_end() == one_line(words)
    }
}

/// Words as they are read: a space is a space, whether or not a line may break there.
pub(crate) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
