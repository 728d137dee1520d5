//! The receipt: what was asked of which law and what came out, so that anybody can check it later.
//!
//! The same input gives the same bytes: no clock, no chance, no language. Without being asked it holds no answer of the
//! person: facts are named without their values and without their records, papers without their countries. Its hashes only
//! prove that somebody has the same answers; whoever can guess all of them can confirm the guess.

use chrono::NaiveDate;
use qonys_law::Cited;
use qonys_law::ENGINE_VERSION;
use qonys_law::Finding;
use qonys_law::PaperStatus;
use qonys_law::PlannedDay;
use qonys_law::PlannedDays;
use qonys_law::Reason;
use qonys_law::Standing;
use qonys_law::VerdictKind;
use qonys_law::Why;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;
use sha2::Digest;
use sha2::Sha256;

use crate::assessment;
use crate::case::Case;
use crate::error::AppError;
use crate::knowledge::Knowledge;
use crate::read::case_to_json;

/// The form of a receipt.
const FORMAT: u32 = 1;

/// By which law it was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
struct Law {
    /// The version of the law pack.
    version: u32,
    /// The day on which it was put together.
    issued: String,
}

/// A finding without words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
struct Judged {
    /// The rule.
    id: String,
    /// `yes`, `no`, `undecided` or `does_not_apply`.
    verdict: String,
    /// The day on which it was tested.
    day: String,
    /// How sure it is: `official`, `secondary`, `unconfirmed` or `unknown`.
    standing: String,
    /// The act and the place in it, as `act:place`.
    cite: Option<String>,
    /// What decided, without values: `condition:ID=verdict`, `fact:ENTITY.FACT`, `missing:ENTITY.FACT`, `list:ENTITY`,
    /// `not_known:RULE`, `text:ID`.
    reasons: Vec<String>,
    /// Where its papers stand, for what has to be handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    /// The sum in tenge and tiyn, for a fee; none where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<String>,
}

/// A day of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
struct Day {
    /// The day.
    day: String,
    /// Whether the person gave it; else it was assumed.
    given: bool,
}

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
struct Plan {
    /// The day on which the question is asked.
    today: String,
    /// The day the fee is paid.
    payment: Day,
    /// The day the papers are handed in.
    filing: Day,
    /// Whether the papers are handed in: then the filing day is the day on which they were.
    handed_in: bool,
    /// The day of the decision.
    decision: Day,
}

/// The hashes of what was put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
struct Hashes {
    /// Of all files of the law pack: path, length and text of each, in the order of their paths.
    pack: String,
    /// Of all files of the interview.
    interview: String,
    /// Of the answers as the program writes them.
    answers: String,
}

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
struct Verdicts {
    may_apply: Judged,
    routes: Vec<Judged>,
    grounds: Vec<Judged>,
    procedures: Vec<Judged>,
    requirements: Vec<Judged>,
    fees: Vec<Judged>,
    /// Whether the papers are ready.
    papers_ready: String,
    /// Whether the right to stay lasts until the decision.
    stay_until_decision: Option<String>,
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Receipt {
    /// The form of this receipt.
    format: u32,
    /// The version of the engine.
    engine: String,
    /// By which law it was judged.
    law: Law,
    /// The hashes of what was put in, SHA-256 in hexadecimal digits.
    sha256: Hashes,
    /// The plan.
    plan: Plan,
    /// What came out.
    verdicts: Verdicts,
    /// The answers themselves; only where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Json>,
}

/// The receipt of a case on a day, as JSON.
///
/// # Errors
/// When the files that are built in cannot be read; the tests of every build rule that out.
pub fn receipt(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    with_answers: bool,
) -> Result<Json, AppError> {
    let assessment = assessment::assess(knowledge, case, today);
    let answers = answers_of(case);
    let made = Receipt {
        format: FORMAT,
        engine: ENGINE_VERSION.to_owned(),
        law: Law {
            version: knowledge.manifest().version,
            issued: knowledge.manifest().issued.to_string(),
        },
        sha256: Hashes {
            pack: hash_of_files(knowledge.law_files()),
            interview: hash_of_files(knowledge.interview_files()),
            answers: hash(answers.to_string().as_bytes()),
        },
        plan: plan(&assessment.days),
        verdicts: Verdicts {
            may_apply: judged(&assessment.may_apply),
            routes: assessment
                .routes
                .iter()
                .map(|route| judged(&route.finding))
                .collect(),
            grounds: assessment
                .grounds
                .iter()
                .map(|ground| judged(&ground.finding))
                .collect(),
            procedures: assessment
                .procedures
                .iter()
                .map(|procedure| judged(&procedure.finding))
                .collect(),
            requirements: assessment
                .requirements
                .iter()
                .map(|requirement| Judged {
                    status: Some(status(requirement.status)),
                    ..judged(&requirement.finding)
                })
                .collect(),
            fees: assessment
                .fees
                .iter()
                .map(|fee| Judged {
                    sum: fee
                        .sum
                        .tiyn
                        .map(|tiyn| rust_decimal::Decimal::new(tiyn, 2).to_string()),
                    ..judged(&fee.finding)
                })
                .collect(),
            papers_ready: verdict(assessment.readiness.verdict),
            stay_until_decision: assessment
                .until_decision
                .as_ref()
                .map(|found| verdict(found.verdict.kind())),
        },
        answers: with_answers.then_some(answers),
    };
    // Texts, numbers and truth values can always be written.
    Ok(serde_json::to_value(made).unwrap_or_default())
}

/// The answers as the program writes them; remark, plan, texts for papers and reminders are no answers.
fn answers_of(case: &Case) -> Json {
    // What the program itself wrote can be read.
    let mut whole: Json = serde_json::from_str(&case_to_json(case)).unwrap_or_default();
    if let Some(map) = whole.as_object_mut() {
        map.remove("about");
        map.remove("plan");
        map.remove("texts");
        map.remove("reminders");
    }
    whole
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The hash of files, each with its path and length, so that no text can pass from one to another unseen.
fn hash_of_files<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut all = Vec::new();
    for (path, text) in files {
        all.extend_from_slice(format!("{path}\n{}\n", text.len()).as_bytes());
        all.extend_from_slice(text.as_bytes());
    }
    hash(&all)
}

fn plan(days: &PlannedDays) -> Plan {
    let day = |day: PlannedDay| Day {
        day: day.day.to_string(),
        given: day.given,
    };
    Plan {
        today: days.today.to_string(),
        payment: day(days.payment),
        filing: day(days.filing),
        handed_in: days.handed_in,
        decision: day(days.decision),
    }
}

fn judged(finding: &Finding) -> Judged {
    let mut reasons: Vec<String> = finding.reasons.iter().map(reason).collect();
    reasons.extend(finding.verdict.whys().iter().map(why));
    let mut once: Vec<String> = Vec::new();
    for reason in reasons {
        if !once.contains(&reason) {
            once.push(reason);
        }
    }
    Judged {
        id: finding.id.clone(),
        verdict: verdict(finding.verdict.kind()),
        day: finding.day.to_string(),
        standing: standing(finding.standing),
        cite: finding.cited.as_ref().map(cite),
        reasons: once,
        status: None,
        sum: None,
    }
}

fn cite(cited: &Cited) -> String {
    format!("{}:{}", cited.act, cited.place)
}

/// What decided, without the person's answer and without the record, whose id may be a name.
fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Condition { id, verdict: held } => format!("condition:{id}={}", verdict(*held)),
        Reason::Fact { fact, .. } => format!("fact:{}", fact.path()),
        Reason::Missing { fact } => format!("missing:{}", fact.path()),
        Reason::ListComplete { of, .. } => format!("list:{of}"),
        Reason::Text { id } => format!("text:{id}"),
    }
}

fn why(why: &Why) -> String {
    match why {
        Why::MissingFact { fact } => format!("missing:{}", fact.path()),
        Why::NoKnownRule { rule, .. } => format!("not_known:{rule}"),
        Why::OfficialDecides { text } => format!("text:{text}"),
    }
}

fn verdict(kind: VerdictKind) -> String {
    match kind {
        VerdictKind::Yes => "yes",
        VerdictKind::No => "no",
        VerdictKind::Undecided => "undecided",
        VerdictKind::DoesNotApply => "does_not_apply",
    }
    .to_owned()
}

fn standing(standing: Standing) -> String {
    match standing {
        Standing::Official => "official",
        Standing::Secondary => "secondary",
        Standing::Unconfirmed => "unconfirmed",
        Standing::Unknown => "unknown",
    }
    .to_owned()
}

fn status(status: PaperStatus) -> String {
    match status {
        PaperStatus::NotNeeded => "not_needed",
        PaperStatus::Open => "open",
        PaperStatus::OfficeSays => "office_says",
        PaperStatus::NotSaid => "not_said",
        PaperStatus::Missing => "missing",
        PaperStatus::DateMissing => "date_missing",
        PaperStatus::InHand => "in_hand",
        PaperStatus::NotYet => "not_yet",
        PaperStatus::WillBeOutOfDate => "will_be_out_of_date",
        PaperStatus::OutOfDate => "out_of_date",
        PaperStatus::WrongSum => "wrong_sum",
        PaperStatus::SumOpen => "sum_open",
        PaperStatus::NoneInCountry => "none_in_country",
    }
    .to_owned()
}
