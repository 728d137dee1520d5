//! What hangs on the passport of arrival reads that state in place of the first citizenship, and nothing else.

use std::collections::BTreeMap;

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Condition;
use qonys_law::Evaluation;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Reason;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::Scope;
use qonys_law::Value;
use qonys_law::VerdictKind;

use crate::said::condition;
use crate::world::axis;
use crate::world::day;

const WORDS: &str = r#"{ kk = "–", ru = "–", en = "–" }"#;

/// An interview that asks for the citizenships, and for the passport of the entry.
fn interview() -> Interview {
    let mut text = format!("[[section]]\nid = \"all\"\norder = 1\ntitle = {WORDS}\n");
    for (entity, kind) in [
        ("applicant", "single"),
        ("entry", "single"),
        ("citizenship", "list"),
    ] {
        text += &format!(
            "[[entity]]\nid = \"{entity}\"\nsection = \"all\"\nkind = \"{kind}\"\ntitle = {WORDS}\n"
        );
    }
    for (place, (fact, kind)) in [
        ("applicant.citizenship", "country"),
        ("applicant.grown", "yes_no"),
        ("entry.citizenship", "country"),
        ("entry.passport", "country"),
        ("citizenship.country", "country"),
        ("citizenship.current", "yes_no"),
    ]
    .into_iter()
    .enumerate()
    {
        text += &format!(
            "[[fact]]\nid = \"{fact}\"\ntype = \"{kind}\"\norder = {place}\nquestion = {WORDS}\nlabel = {WORDS}\n"
        );
    }
    Interview::load([("interview.toml", text.as_str())])
        .unwrap_or_else(|errors| panic!("{errors:?}"))
}

const OF_AA: &str = r#"{ is = { fact = "applicant.citizenship", value = "AA" } }"#;
const OF_BB: &str = r#"{ is = { fact = "applicant.citizenship", value = "BB" } }"#;

/// A pack with two states, and a name for being a citizen of the first.
fn pack(interview: &Interview) -> Pack {
    let text = format!(
        r#"
[[country]]
code = "AA"
name = {WORDS}
[[country]]
code = "BB"
name = {WORDS}
[[condition]]
id = "of_aa"
title = {WORDS}
yes = {WORDS}
no = {WORDS}
when = {OF_AA}
[[condition]]
id = "held_aa"
title = {WORDS}
yes = {WORDS}
no = {WORDS}
when = {{ is = {{ fact = "citizenship.country", value = "AA" }} }}
[[condition]]
id = "grown_of_aa"
title = {WORDS}
yes = {WORDS}
no = {WORDS}
when = {{ all = [{OF_AA}, {{ is = {{ fact = "applicant.grown", value = true }} }}] }}
"#
    );
    Pack::load([("pack.toml", text.as_str())], interview)
        .unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn country(code: &str) -> Answer {
    Answer::Known(Value::Country(code.to_owned()))
}

fn record(facts: &[(&str, Answer)]) -> Record {
    facts
        .iter()
        .map(|(fact, answer)| ((*fact).to_owned(), answer.clone()))
        .collect()
}

/// Somebody of AA and of BB, who showed this passport if one is named.
fn somebody(passport: Option<&str>) -> Answers {
    let yes = Answer::Known(Value::YesNo(true));
    let entry = passport.map(|code| ("passport", country(code)));
    let entry: Vec<(&str, Answer)> = entry
        .into_iter()
        .chain([("citizenship", country("AA"))])
        .collect();
    Answers {
        singles: BTreeMap::from([
            (
                "applicant".to_owned(),
                record(&[("citizenship", country("AA")), ("grown", yes.clone())]),
            ),
            ("entry".to_owned(), record(&entry)),
        ]),
        lists: BTreeMap::from([(
            "citizenship".to_owned(),
            Records {
                complete: true,
                records: vec![
                    (
                        "citizenship-0".to_owned(),
                        record(&[("country", country("BB")), ("current", yes.clone())]),
                    ),
                    (
                        "citizenship-1".to_owned(),
                        record(&[("country", country("AA")), ("current", yes)]),
                    ),
                ],
            },
        )]),
        papers: BTreeMap::new(),
    }
}

/// What these conditions say one after the other, of the same person.
fn verdicts(answers: &Answers, rules: &[&str]) -> Vec<VerdictKind> {
    let interview = interview();
    let pack = pack(&interview);
    let evaluation = Evaluation::new(&pack, &interview, answers, axis());
    // They stay at their places: what was found of a condition is known by its place.
    let rules: Vec<Condition> = rules.iter().map(|rule| condition(rule)).collect();
    rules
        .iter()
        .map(|rule| {
            evaluation
                .on(rule, &Scope::default(), day("2026-06-01"))
                .kind()
        })
        .collect()
}

fn by_passport(inner: &str) -> String {
    format!("{{ by_passport = {inner} }}")
}

#[test]
fn the_passport_shown_is_read_in_place_of_the_first_citizenship() {
    use VerdictKind::No;
    use VerdictKind::Undecided;
    use VerdictKind::Yes;
    for (passport, wanted) in [
        (Some("AA"), [Yes, No]),
        (Some("BB"), [No, Yes]),
        // Of two citizenships that say different things one must be told.
        (None, [Undecided, Undecided]),
    ] {
        let rules = [by_passport(OF_AA), by_passport(OF_BB)];
        let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
        assert_eq!(
            verdicts(&somebody(passport), &rules),
            wanted,
            "{passport:?}"
        );
    }
}

#[test]
fn the_other_answers_of_the_person_and_of_the_entry_are_their_own() {
    let grown = r#"{ is = { fact = "applicant.grown", value = true } }"#;
    let said_at_entry = r#"{ is = { fact = "entry.citizenship", value = "AA" } }"#;
    let rules = [by_passport(grown), by_passport(said_at_entry)];
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    assert_eq!(
        verdicts(&somebody(Some("BB")), &rules),
        [VerdictKind::Yes, VerdictKind::Yes]
    );
}

/// What a name said of the first citizenship is not said of the passport.
#[test]
fn a_name_is_looked_at_anew_for_a_passport() {
    assert_eq!(
        verdicts(
            &somebody(Some("BB")),
            &[r#""of_aa""#, &by_passport(r#""of_aa""#), r#""of_aa""#]
        ),
        [VerdictKind::Yes, VerdictKind::No, VerdictKind::Yes]
    );
}

/// The reasons of a passport are its own, also where the name was looked at for the first citizenship before.
#[test]
fn the_reasons_of_a_name_are_looked_for_anew_for_a_passport() {
    let interview = interview();
    let pack = pack(&interview);
    let answers = somebody(Some("BB"));
    let evaluation = Evaluation::new(&pack, &interview, &answers, axis());
    let name = condition(r#""grown_of_aa""#);
    let on = day("2026-06-01");
    assert_eq!(
        evaluation.timeline(&name, &Scope::default()).at(on).kind(),
        VerdictKind::Yes
    );
    let rule = condition(&by_passport(r#""grown_of_aa""#));
    let answers: Vec<String> = evaluation
        .explain(&rule, &Scope::default(), on)
        .reasons
        .iter()
        .filter_map(|reason| match reason {
            Reason::Fact { fact, .. } => Some(fact.to_string()),
            Reason::Condition { .. }
            | Reason::Missing { .. }
            | Reason::ListComplete { .. }
            | Reason::Text { .. } => None,
        })
        .collect();
    assert_eq!(answers, ["entry.passport"]);
}

#[test]
fn a_name_is_looked_at_anew_for_each_record() {
    let one = r#"{ exists = { of = "citizenship", where = "held_aa" } }"#;
    let each = r#"{ every = { of = "citizenship", where = "held_aa" } }"#;
    assert_eq!(
        verdicts(&somebody(None), &[one, each]),
        [VerdictKind::Yes, VerdictKind::No]
    );
}
