//! One fault at a time.

use qonys_law::Lawbook;
use qonys_law::LintFinding;
use qonys_law::LintRule;
use qonys_law::due;

use crate::sound::INTERVIEW;
use crate::sound::LAW;
use crate::sound::findings;

/// What is found when this stands in the law in place of that.
fn with(old: &str, new: &str) -> Vec<LintFinding> {
    assert_eq!(LAW.matches(old).count(), 1, "{old} stands there once");
    findings(&LAW.replace(old, new), INTERVIEW)
}

fn with_interview(old: &str, new: &str) -> Vec<LintFinding> {
    assert_eq!(INTERVIEW.matches(old).count(), 1, "{old} stands there once");
    findings(LAW, &INTERVIEW.replace(old, new))
}

/// The rule is broken by this record, and the line is that of its heading.
#[track_caller]
fn found(findings: &[LintFinding], rule: LintRule, record: &str, words: &str) {
    let hit = findings.iter().find(|finding| {
        finding.rule == rule && finding.record == record && finding.problem.contains(words)
    });
    let hit = hit.unwrap_or_else(|| panic!("no {rule:?} of {record} says {words}: {findings:#?}"));
    assert!(hit.line > 1, "{hit}");
    let text = if hit.file == "law.toml" {
        LAW
    } else {
        INTERVIEW
    };
    let kind = record.split(' ').next().unwrap();
    let heading = text.lines().nth(hit.line - 1).unwrap();
    assert_eq!(heading, format!("[[{kind}]]"), "{hit}");
}

#[test]
fn a_file_that_is_no_toml() {
    let found = with("value = \"18\"", "value = ");
    assert_eq!(
        found.len(),
        1,
        "nothing else is said of a file that nobody can read"
    );
    assert_eq!(found[0].rule, LintRule::Syntax);
    assert_eq!((found[0].file.as_str(), found[0].line), ("law.toml", 16));
}

#[test]
fn a_field_that_no_record_has() {
    let found = with("value = \"18\"", "value = \"18\"\ncolour = \"red\"");
    assert!(
        found.iter().any(|f| f.rule == LintRule::Syntax),
        "{found:#?}"
    );
}

#[test]
fn a_name_that_nothing_has() {
    let all = with("when = \"adult\"", "when = \"grown\"");
    found(&all, LintRule::Reference, "route open", "grown");
}

#[test]
fn a_value_without_a_source() {
    let all = with("cite = \"law:7\"\n", "");
    found(&all, LintRule::Source, "route open", "no cite");
}

#[test]
fn a_remark_without_a_source() {
    let note = "cite = \"law:7\"\n[[route.note]]\nwords = { kk = \"Ә\", ru = \"А\", en = \"A\" }\n";
    let all = with("cite = \"law:7\"\n", note);
    // A route has no remarks: the engine refuses them, and the lint still sees that they have no source.
    found(
        &all,
        LintRule::Source,
        "route open",
        "a note has neither cite nor standing",
    );
}

#[test]
fn an_act_that_does_not_say_when_it_was_read() {
    let all = with("seen = 2026-11-01\n", "");
    found(&all, LintRule::Source, "act law", "no day seen");
}

#[test]
fn a_record_that_outlives_its_act() {
    let all = with("from = 2025-01-01\nuntil = 2030-12-31", "from = 2025-01-01");
    assert!(
        all.iter()
            .any(|f| f.rule == LintRule::Days && f.record == "parameter adult_age"),
        "{all:#?}"
    );
}

#[test]
fn a_record_that_is_older_than_its_act() {
    let old = "change = { kk = \"Ересек болыңыз.\", ru = \"Станьте взрослым.\", en = \"Grow up.\" }\nfrom = 2020-01-01";
    let all = with(old, &old.replace("2020-01-01", "2019-12-31"));
    found(&all, LintRule::Days, "route open", "beyond the days of law");
}

#[test]
fn a_record_that_ends_before_it_begins() {
    let all = with("until = 2024-12-31", "until = 2019-12-31");
    assert!(
        all.iter()
            .any(|f| f.rule == LintRule::Days && f.problem.contains("lies before from")),
        "{all:#?}"
    );
}

#[test]
fn two_editions_on_one_day() {
    let all = with("from = 2025-01-01", "from = 2024-12-31");
    assert!(
        all.iter()
            .any(|f| f.rule == LintRule::Overlap && f.problem.contains("2024-12-31")),
        "{all:#?}"
    );
}

#[test]
fn a_hole_between_two_editions_is_told() {
    let all = with("from = 2025-01-01", "from = 2025-01-02");
    assert!(
        all.iter()
            .any(|f| f.rule == LintRule::Gap && f.problem.contains("2024-12-31")),
        "{all:#?}"
    );
}

#[test]
fn a_number_of_the_machine() {
    let all = findings(&format!("{LAW}rate = 0.2\n"), INTERVIEW);
    assert!(
        all.iter()
            .any(|f| f.rule == LintRule::Float && f.record == "route open"),
        "{all:#?}"
    );
}

#[test]
fn a_text_that_is_missing() {
    let all = with(", ru = \"Станьте взрослым.\"", "");
    found(
        &all,
        LintRule::Languages,
        "route open",
        "change: no text in ru",
    );
}

#[test]
fn a_text_that_is_empty() {
    let all = with("en = \"Grow up.\"", "en = \" \"");
    found(
        &all,
        LintRule::Languages,
        "route open",
        "change: no text in en",
    );
}

#[test]
fn a_place_for_a_value_that_another_language_has_not() {
    let all = with("en = \"Grow up.\"", "en = \"Grow up by %{day}.\"");
    found(&all, LintRule::Placeholders, "route open", "change");
}

#[test]
fn russian_in_the_place_of_kazakh() {
    let all = with(
        "kk = \"Ересек болыңыз.\"",
        "kk = \"Станьте взрослым прежде подачи заявления.\"",
    );
    found(&all, LintRule::Letters, "route open", "no Kazakh letter");
}

#[test]
fn kazakh_in_the_place_of_russian() {
    let all = with("ru = \"Станьте взрослым.\"", "ru = \"Ересек болыңыз.\"");
    found(
        &all,
        LintRule::Letters,
        "route open",
        "Russian text has Kazakh letters",
    );
}

#[test]
fn russian_in_the_place_of_english() {
    let all = with("en = \"Grow up.\"", "en = \"Станьте взрослым.\"");
    found(
        &all,
        LintRule::Letters,
        "route open",
        "English text has Cyrillic",
    );
}

#[test]
fn a_latin_letter_in_a_cyrillic_word() {
    let all = with("ru = \"Станьте взрослым.\"", "ru = \"Cтаньте взрослым.\"");
    found(&all, LintRule::Letters, "route open", "Latin letters");
}

#[test]
fn a_place_that_no_law_has() {
    let all = with("cite = \"law:7\"", "cite = \"law:Art. 7\"");
    found(&all, LintRule::Place, "route open", "an article as 49");
}

#[test]
fn a_cite_of_no_act() {
    let all = with("cite = \"law:7\"", "cite = \"treaty:7\"");
    found(&all, LintRule::Place, "route open", "names no act");
}

#[test]
fn a_question_that_serves_nothing() {
    let more = "unknown = true\n\n[[fact]]\nid = \"applicant.shoes\"\ntype = \"yes_no\"\nquestion = { kk = \"Ә?\", ru = \"Б?\", en = \"C?\" }\nlabel = { kk = \"Ә\", ru = \"Б\", en = \"C\" }\n";
    let all = with_interview("unknown = true\n", more);
    assert!(
        all.iter()
            .any(|f| f.rule == LintRule::Question && f.record == "fact applicant.shoes"),
        "{all:#?}"
    );
}

#[test]
fn a_question_that_cannot_be_left_open() {
    let all = with_interview("unknown = true\n", "");
    found(
        &all,
        LintRule::Question,
        "fact applicant.born",
        "I don't know yet",
    );
}

#[test]
fn a_rule_whose_question_nobody_asks() {
    let all = with("born = \"applicant.born\"", "born = \"applicant.birthday\"");
    found(
        &all,
        LintRule::Asked,
        "condition adult",
        "applicant.birthday",
    );
}

#[test]
fn a_record_that_nobody_uses() {
    let all = with("when = \"adult\"", "when = { not = { all = [] } }");
    found(&all, LintRule::Unused, "condition adult", "never used");
}

#[test]
fn an_address_that_leads_to_a_front_page() {
    let all = with("https://example.org/docs/law", "https://example.org/rus");
    found(&all, LintRule::Address, "act law", "front page");
}

#[test]
fn what_nobody_could_tell_us() {
    let all = with(
        "cite = \"law:7\"",
        "cite = \"law:7\"\nstanding = \"unknown\"",
    );
    found(
        &all,
        LintRule::Unknown,
        "route open",
        "nobody could tell us",
    );
}

#[test]
fn an_act_is_due_on_the_day_after_its_review_and_not_before() {
    let book = Lawbook::read([("law.toml", LAW)]).unwrap();
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(due(&book, day("2027-01-14")), []);
    assert_eq!(due(&book, day("2027-01-15")), []);
    let late = due(&book, day("2027-01-16"));
    found(&late, LintRule::Review, "act law", "2027-01-15");
}
