//! Fills answers into the fields that bear the words of their questions.

use chrono::Datelike as _;
use qonys_law::{Answer, Fact, FactType, Text, Value};

use super::page::{Item, Kind, Page};
use super::walk::Walker;

/// A question that the page asks, with the answer of the file.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) fact: &'a Fact,
    pub(crate) answer: &'a Answer,
    /// Whether the whole question is the heading of the page; else its short name is the label.
    pub(crate) whole: bool,
    /// The heading of the part of the page in which it is asked.
    pub(crate) region: &'a str,
}

impl Walker<'_> {
    fn said<'b>(&'b self, asked: &Asked<'b>) -> &'b str {
        self.words().of(if asked.whole {
            &asked.fact.question
        } else {
            &asked.fact.label
        })
    }

    /// The fields of a question, in the order of the page; none when it is not asked here.
    pub(crate) fn fields<'p>(&self, page: &'p Page, asked: &Asked<'_>) -> Vec<&'p Item> {
        let said = self.said(asked);
        let is = |label: &str| self.words().is_label(label, said);
        let grouped = |item: &Item| item.groups.first().is_some_and(|group| is(group));
        page.items
            .iter()
            .filter(|item| item.inside && item.region == asked.region)
            .filter(|item| match asked.fact.kind {
                FactType::YesNo | FactType::Choice => item.kind == Kind::Radio && grouped(item),
                FactType::Date => item.kind == Kind::Type && grouped(item),
                FactType::Country => item.kind == Kind::Choose && is(&item.name),
                FactType::Text
                | FactType::NameLatin
                | FactType::NameCyrillic
                | FactType::Number
                | FactType::Money
                | FactType::Digits => item.kind == Kind::Type && is(&item.name),
            })
            .collect()
    }

    /// Fills all of these questions, which the page asks.
    pub(crate) fn fill(&self, all: &[Asked<'_>]) {
        self.unfold_twins(all);
        let page = self.read();
        for asked in all {
            self.fill_one(&page, asked);
        }
    }

    /// The fields for the other language are folded away; the fold follows its question.
    fn unfold_twins(&self, all: &[Asked<'_>]) {
        let page = self.read();
        for asked in all {
            let Answer::Known(Value::Text(text)) = asked.answer else {
                continue;
            };
            if text.kk.is_none() && text.ru.is_none() {
                continue;
            }
            let fields = self.fields(&page, asked);
            let Some(field) = fields.first() else {
                self.fail(&format!("no field for {:?}", self.said(asked)));
            };
            let fold = page
                .items
                .iter()
                .skip_while(|item| item.element != field.element)
                .find(|item| item.name == self.words().say("field.twins"));
            let Some(fold) = fold else {
                self.fail(&format!(
                    "no fold for the other language at {:?}",
                    self.said(asked)
                ));
            };
            if !fold.on {
                self.click(fold);
            }
        }
    }

    fn fill_one(&self, page: &Page, asked: &Asked<'_>) {
        let fields = self.fields(page, asked);
        let said = self.said(asked);
        let value = match asked.answer {
            Answer::NotKnownYet => return self.not_known(page, asked, &fields),
            Answer::Known(value) => value,
        };
        let words = self.words();
        match (value, fields.as_slice()) {
            (Value::YesNo(yes), [_, _, ..]) => {
                let word = words.say(if *yes { "field.yes" } else { "field.no" });
                self.click_option(&fields, said, &|name| name == word);
            }
            (Value::Choice(id), [_, ..]) => {
                let option = asked.fact.option.iter().find(|option| option.id == *id);
                let option = option.unwrap_or_else(|| self.fail(&format!("{id} is no option")));
                let label = words.of(&option.label);
                let hint = option.hint.as_ref().map_or("", |hint| words.of(hint));
                let with_hint = format!("{label} {hint}");
                self.click_option(&fields, said, &|name| name == label || name == with_hint);
            }
            (Value::Date(day), [_, _, _]) => {
                let parts = [
                    ("field.day", day.day().to_string()),
                    ("field.month", day.month().to_string()),
                    ("field.year", day.year().to_string()),
                ];
                for ((label, text), field) in parts.iter().zip(&fields) {
                    if field.name != words.say(label) {
                        self.fail(&format!("{said:?}: day, month and year in another order"));
                    }
                    self.enter(field, text);
                }
            }
            (Value::Country(code), [field]) => {
                let name = &self.file.knowledge.pack.countries[code].name;
                self.choose(field, words.of(name));
            }
            (Value::Number(number), [field]) => self.enter(field, &number.to_string()),
            (Value::Money(tiyn), [field]) => {
                self.enter(field, &format!("{}.{:02}", tiyn / 100, tiyn % 100));
            }
            (Value::Text(text), [field]) => {
                self.enter(field, &text.text);
                self.fill_twins(page, asked, text);
            }
            (
                Value::YesNo(_)
                | Value::Choice(_)
                | Value::Date(_)
                | Value::Country(_)
                | Value::Number(_)
                | Value::Money(_)
                | Value::Text(_),
                found,
            ) => self.fail(&format!("{} fields for {said:?}", found.len())),
        }
    }

    fn fill_twins(&self, page: &Page, asked: &Asked<'_>, text: &Text) {
        let label = self.words().of(&asked.fact.label);
        for (key, twin) in [("field.twin_kk", &text.kk), ("field.twin_ru", &text.ru)] {
            let Some(twin) = twin else {
                continue;
            };
            let name = format!("{}: {label}", self.words().say(key));
            let field = page
                .of(Kind::Type)
                .find(|item| item.region == asked.region && item.name == name);
            let Some(field) = field else {
                self.fail(&format!("no field {name:?}"));
            };
            self.enter(field, twin);
        }
    }

    fn click_option(&self, fields: &[&Item], said: &str, is: &dyn Fn(&str) -> bool) {
        let mut matching = fields.iter().filter(|item| is(&item.name));
        match (matching.next(), matching.next()) {
            (Some(option), None) => {
                if !option.on {
                    self.click(option);
                }
            }
            (None | Some(_), _) => {
                let names: Vec<&str> = fields.iter().map(|item| item.name.as_str()).collect();
                self.fail(&format!(
                    "{said:?} does not offer the answer once: {names:?}"
                ));
            }
        }
    }

    fn not_known(&self, page: &Page, asked: &Asked<'_>, fields: &[&Item]) {
        let unknown = self.words().say("field.unknown");
        if let Some(option) = fields.iter().find(|item| item.name == unknown) {
            return self.click(option);
        }
        let name = format!("{unknown}: {}", self.words().of(&asked.fact.label));
        let tick = page
            .of(Kind::Tick)
            .find(|item| item.region == asked.region && item.name == name);
        match tick {
            Some(tick) if tick.on => {}
            Some(tick) => self.click(tick),
            None => self.fail(&format!("no {name:?} to tick")),
        }
    }
}
