//! Questions about days without a case: where a term of working or calendar days ends, and how many lie between two days.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use chrono::Days;
use chrono::NaiveDate;
use chrono::Weekday;
use qonys_law::Answers;
use qonys_law::Calendar;
use qonys_law::CalendarYear;
use qonys_law::Cite;
use qonys_law::DayKind;
use qonys_law::Standing;
use qonys_law::Why;
use qonys_texts::Lang;
use qonys_texts::plural;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::knowledge::Knowledge;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::DayCountView;
use crate::view::DayView;
use crate::view::UnusualDayView;

/// What is asked of the days after, or before, a day that is not counted itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayQuestion {
    /// Where a term of so many working days ends.
    Working {
        /// How many.
        days: u16,
        /// Whether they are counted backwards.
        backwards: bool,
    },
    /// Where a term of so many calendar days ends.
    Calendar {
        /// How many.
        days: u16,
        /// Whether they are counted backwards.
        backwards: bool,
    },
    /// How many days there are up to another day, which is counted; backwards, where it lies before.
    Between(NaiveDate),
}

/// Counts days from a day by the calendar of the law in use. What lies beyond the calendar is not known and never guessed.
#[must_use]
pub fn count_days(
    knowledge: &Knowledge,
    from: NaiveDate,
    question: DayQuestion,
    lang: Lang,
) -> DayCountView {
    let answers = Answers::default();
    let speaker = Speaker {
        knowledge,
        answers: &answers,
        lang,
    };
    let calendar = Calendar::of(&knowledge.pack);
    let found = found(calendar, from, question);
    let last = found.as_ref().ok().copied().flatten();
    let way = Way::of(calendar, from, last);
    let mut unknown = way.unknown.clone();
    if let Err(why) = &found
        && !unknown.contains(why)
    {
        unknown.push(why.clone());
    }
    let kind = last.and_then(|day| calendar.kind(day).ok());
    let day_off = last.filter(|_| kind.is_some_and(|kind| !kind.working));
    let near =
        |found: Result<qonys_law::DayFound, Why>| found.ok().map(|found| speaker.day(found.day));
    let standing = if unknown.is_empty() {
        way.standing
    } else {
        Standing::Unknown
    };
    let day = last.map(|day| speaker.day(day));
    let working_days = way.working.filter(|_| unknown.is_empty());
    DayCountView {
        language: lang.code().to_owned(),
        text: answer(lang, from, question, day.as_ref(), &way, working_days),
        rule: text(lang, "counting.rule"),
        from: speaker.day(from),
        working: kind.map(|kind| kind.working),
        working_day_before: day_off.and_then(|day| near(calendar.on_or_before(day))),
        working_day_after: day_off.and_then(|day| near(calendar.on_or_after(day))),
        calendar_days: day.as_ref().map(|_| way.calendar),
        working_days,
        unusual_days: way
            .unusual
            .iter()
            .map(|(day, kind)| unusual(&speaker, *day, *kind))
            .collect(),
        unknown: unknown.iter().map(|why| speaker.why(why)).collect(),
        sources: sources(&speaker, from, last, &way),
        standing: standing_code(standing),
        standing_text: speaker.standing(standing),
        disclaimer: text(lang, "counting.disclaimer"),
        day,
    }
}

/// The day that is asked for; none where no calendar can write it.
fn found(
    calendar: Calendar<'_>,
    from: NaiveDate,
    question: DayQuestion,
) -> Result<Option<NaiveDate>, Why> {
    match question {
        DayQuestion::Working { days, backwards } => if backwards {
            calendar.nth_before(from, u32::from(days))
        } else {
            calendar.nth_after(from, u32::from(days))
        }
        .map(|found| Some(found.day)),
        DayQuestion::Calendar { days, backwards } => {
            let days = Days::new(u64::from(days));
            Ok(if backwards {
                from.checked_sub_days(days)
            } else {
                from.checked_add_days(days)
            })
        }
        DayQuestion::Between(other) => Ok(Some(other)),
    }
}

/// The days that are counted: without the first one, with the last one.
struct Way<'a> {
    calendar: u32,
    working: Option<u32>,
    unusual: Vec<(NaiveDate, DayKind<'a>)>,
    unknown: Vec<Why>,
    standing: Standing,
}

impl<'a> Way<'a> {
    fn of(calendar: Calendar<'a>, from: NaiveDate, last: Option<NaiveDate>) -> Self {
        let mut way = Self {
            calendar: 0,
            working: Some(0),
            unusual: Vec::new(),
            unknown: Vec::new(),
            standing: Standing::Official,
        };
        let Some(last) = last else {
            way.working = None;
            return way;
        };
        let mut day = from;
        while day != last {
            let next = if from < last {
                day.succ_opt()
            } else {
                day.pred_opt()
            };
            let Some(next) = next else { break };
            day = next;
            way.calendar += 1;
            match calendar.kind(day) {
                Ok(kind) => {
                    way.working = way.working.map(|working| working + u32::from(kind.working));
                    way.standing = way.standing.weaker(kind.standing);
                    if kind.working == weekend(day) {
                        way.unusual.push((day, kind));
                    }
                }
                Err(why) => {
                    // One reason for all days beyond the calendar.
                    if way.unknown.is_empty() {
                        way.unknown.push(why);
                    }
                    way.working = None;
                }
            }
        }
        way.unusual.sort_by_key(|(day, _)| *day);
        way
    }
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn unusual(speaker: &Speaker<'_>, day: NaiveDate, kind: DayKind<'_>) -> UnusualDayView {
    let title = kind
        .off
        .and_then(|off| speaker.knowledge.pack.holidays.get(&off.holiday))
        .map(|holiday| speaker.words(&holiday.title));
    let moved_from = kind.off.and_then(|off| off.moved_from);
    let text = match (title, moved_from) {
        (Some(title), Some(moved)) => text_with(
            speaker.lang,
            "counting.moved",
            &[("holiday", &title), ("day", &speaker.day(moved).text)],
        ),
        (Some(title), None) => title,
        (None, _) => text(speaker.lang, "counting.worked"),
    };
    UnusualDayView {
        day: speaker.day(day),
        working: kind.working,
        text,
    }
}

fn answer(
    lang: Lang,
    from: NaiveDate,
    question: DayQuestion,
    day: Option<&DayView>,
    way: &Way<'_>,
    working_days: Option<u32>,
) -> String {
    let working = |days: u32| plural(lang, "units.working_days", i64::from(days), &[]);
    let calendar = |days: u32| plural(lang, "units.calendar_days", i64::from(days), &[]);
    let from_text = qonys_texts::date_long(lang, from);
    let say = |key: &str, days: &str| {
        let day = day.map_or("", |day| day.text.as_str());
        let args = [("from", from_text.as_str()), ("days", days), ("day", day)];
        text_with(lang, &format!("counting.{key}"), &args)
    };
    let term = |days: String, backwards: bool| {
        let key = match (day, backwards) {
            (Some(_), false) => "after",
            (Some(_), true) => "before",
            (None, _) => "not_known",
        };
        say(key, &days)
    };
    match question {
        DayQuestion::Working { days, backwards } => term(working(u32::from(days)), backwards),
        DayQuestion::Calendar { days, backwards } => term(calendar(u32::from(days)), backwards),
        DayQuestion::Between(other) => match working_days {
            Some(days) => text_with(
                lang,
                if other < from {
                    "counting.between_back"
                } else {
                    "counting.between"
                },
                &[
                    ("from", &from_text),
                    ("day", day.map_or("", |day| day.text.as_str())),
                    ("calendar", &calendar(way.calendar)),
                    ("working", &working(days)),
                ],
            ),
            None if other < from => say("between_back_not_known", &calendar(way.calendar)),
            None => say("between_not_known", &calendar(way.calendar)),
        },
    }
}

/// Where the years that were looked at stand, the acts that moved days on the way, and the holidays, each once.
fn sources(
    speaker: &Speaker<'_>,
    from: NaiveDate,
    last: Option<NaiveDate>,
    way: &Way<'_>,
) -> Vec<crate::view::SourceView> {
    let pack = &speaker.knowledge.pack;
    let (first, last) = match last {
        Some(last) => (from.min(last), from.max(last)),
        None => (from, from),
    };
    let touched = |year: &&CalendarYear| {
        year.days()
            .is_some_and(|(begins, ends)| begins <= last && first <= ends)
    };
    let years = pack
        .calendar
        .iter()
        .filter(touched)
        .filter_map(|year| year.cite.as_ref());
    let moved = way.unusual.iter().filter_map(|(day, _)| {
        let mut years = pack.calendar.iter();
        years.find_map(|year| year.moved_by(*day))
    });
    let holidays = way.unusual.iter().filter_map(|(_, kind)| {
        let holiday = pack.holidays.get(&kind.off?.holiday)?;
        Some(&holiday.cite)
    });
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    years
        .chain(moved)
        .chain(holidays)
        .filter(|cite: &&Cite| seen.insert((&cite.act, &cite.place)))
        .filter_map(|cite| speaker.why_source(cite))
        .collect()
}
