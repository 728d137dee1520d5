//! The records of a law pack, as a lawyer writes them.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::answers::FactPath;
use crate::condition::Condition;
use crate::pack::dated::Cite;
use crate::pack::dated::dated;
use crate::pack::dated::day;
use crate::pack::ground_days::GroundDays;
use crate::pack::kinds::ArticleItem;
use crate::pack::kinds::FirstDay;
use crate::pack::kinds::GroundStage;
use crate::pack::kinds::IfDayOff;
use crate::pack::kinds::PaperForm;
use crate::pack::kinds::Parts;
use crate::pack::kinds::Unit;
use crate::words::Standing;
use crate::words::Words;

/// A law, order, code or agreement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Its id in this pack.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// A short name for citing.
    pub short: Words,
    /// What its numbered places are.
    #[serde(default)]
    pub parts: Parts,
    /// What the items of articles are. An article that is not named here, or whose wording was not seen, is cited by its number and
    /// the item's alone.
    #[serde(default)]
    pub items: Vec<ItemsOfArticles>,
    /// Its official address.
    pub url: String,
    /// The official address of its Kazakh text, where that is another one.
    pub url_kk: Option<String>,
    /// The official address of its English text, where there is one.
    pub url_en: Option<String>,
    /// Whether that is only the address of a site, on which the act has to be looked for by its title.
    #[serde(default)]
    pub site_only: bool,
    /// The day it was adopted.
    #[serde(default, deserialize_with = "day")]
    pub adopted: Option<NaiveDate>,
    /// The first day it is in force.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<NaiveDate>,
    /// The last day it is in force.
    #[serde(default, deserialize_with = "day")]
    pub until: Option<NaiveDate>,
    /// The day its wording was last read.
    #[serde(default, deserialize_with = "day")]
    pub seen: Option<NaiveDate>,
    /// How sure we are of its wording.
    pub standing: Standing,
    /// The day to look at it again.
    #[serde(default, deserialize_with = "day")]
    pub next_review: Option<NaiveDate>,
}

/// What the items of some articles are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemsOfArticles {
    /// The numbers of the articles.
    pub articles: Vec<String>,
    /// What their items are.
    pub are: ArticleItem,
}

/// A remark that is shown with a finding, always or when a condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// When it is shown; always, if absent.
    #[serde(default)]
    pub when: Option<Condition>,
    /// The words.
    pub words: Words,
    /// The source.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// How sure it is.
    #[serde(default)]
    pub standing: Standing,
}

/// Another reading of the same rule, which did not decide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// What the other source says.
    pub words: Words,
    /// The other source.
    #[serde(default)]
    pub cite: Option<Cite>,
}

dated! {
    /// A number of the law with the days on which it holds.
    Parameter {
        /// The number.
        value: rust_decimal::Decimal,
        /// What it counts.
        unit: Unit,
        /// What it is called.
        title: Words,
    }
}

dated! {
    /// A list of countries or options.
    List {
        /// What it is called.
        title: Words,
        /// Who is on it on all its days.
        #[serde(default)]
        members: Vec<String>,
    }
}

/// One member of a list with its own days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The list.
    pub list: String,
    /// Who is on it.
    pub of: String,
    /// The first day, inclusive.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<NaiveDate>,
    /// The last day, inclusive.
    #[serde(default, deserialize_with = "day")]
    pub until: Option<NaiveDate>,
    /// The source.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// How sure it is, where it differs from the list.
    #[serde(default)]
    pub standing: Option<Standing>,
}

/// A condition under a name, with the sentences that explain its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedCondition {
    /// Its name.
    pub id: String,
    /// What it is about.
    pub title: Words,
    /// The sentence when it holds.
    pub yes: Words,
    /// The sentence when it does not.
    pub no: Words,
    /// The condition.
    pub when: Condition,
    /// The source.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// How sure the reading is.
    #[serde(default)]
    pub standing: Option<Standing>,
}

/// What an official decides, or what nobody could tell us.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalText {
    /// Its id.
    pub id: String,
    /// The words, with what to ask.
    pub words: Words,
    /// The source.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// How sure it is.
    #[serde(default)]
    pub standing: Option<Standing>,
}

/// A term: how long, and from when it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// The parameter that holds its length; its unit is the parameter's.
    pub parameter: String,
    /// From when it is counted.
    pub first_day: FirstDay,
    /// What a day off at its end does.
    #[serde(default)]
    pub if_day_off: IfDayOff,
    /// The source.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// How sure the reading is.
    #[serde(default)]
    pub standing: Option<Standing>,
}

dated! {
    /// A way to apply under Article 7 of the Law on migration of population.
    Route {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// When it is open.
        when: Condition,
        /// What would open it.
        change: Words,
    }
}

dated! {
    /// A set of rules for an application.
    Procedure {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// Whom it binds.
        #[serde(default)]
        who: Option<Condition>,
        /// The procedure whose list it makes longer.
        #[serde(default)]
        adds_to: Option<String>,
        /// The procedures in whose place it stands.
        #[serde(default)]
        replaces: Vec<String>,
        /// Whether it stands beside the application: shown with its own papers, and never part of whether one may apply
        /// or is ready to file.
        #[serde(default)]
        beside: bool,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}

dated! {
    /// A paper or step that a procedure asks for.
    Requirement {
        /// The procedure.
        procedure: String,
        /// Its number in the list of the act.
        #[serde(default)]
        number: String,
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// What the paper must be, in the act's words.
        what: Words,
        /// In which forms it is handed in.
        #[serde(default)]
        form: Vec<PaperForm>,
        /// The paper; the id of the requirement, if absent.
        #[serde(default)]
        paper: Option<String>,
        /// When it is needed.
        #[serde(default)]
        needed_if: Option<Condition>,
        /// Who need not bring it.
        #[serde(default)]
        unless: Option<Condition>,
        /// One paper for each country that these facts name; the facts of a list name one for each record.
        #[serde(default)]
        of_each: Vec<FactPath>,
        /// One paper for each record of this list.
        #[serde(default)]
        of_each_record: Option<String>,
        /// Which records count; all, if absent.
        #[serde(default)]
        of_each_where: Option<Condition>,
        /// The fact that names the state which issued the paper, where its key does not.
        #[serde(default)]
        issued_in: Option<FactPath>,
        /// Countries of which no paper is asked.
        #[serde(default)]
        of_each_except: Vec<String>,
        /// How long the paper is good after its day of issue.
        #[serde(default)]
        valid: Option<String>,
        /// When the person has it, where an answer elsewhere says so.
        #[serde(default)]
        held: Option<Condition>,
        /// On which days it is good, where that does not run from its issue.
        #[serde(default)]
        good_while: Option<Condition>,
        /// For how long what it grants is granted.
        #[serde(default)]
        runs: Option<Runs>,
        /// The sum that the paper must prove.
        #[serde(default)]
        amount: Option<String>,
        /// The fee whose payment the paper proves.
        #[serde(default)]
        fee: Option<String>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}

/// For how long a paper grants something, by the answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Runs {
    /// The last day, inclusive.
    pub until: FactPath,
    /// For how many calendar days, the day of issue the first of them. Where the last day was not told, it is open after them: the days
    /// may have begun later.
    pub days: FactPath,
    /// The parameter with the fewest calendar days for which it must be granted, where there is one. More cannot have been granted than
    /// lie between the day of issue and the last day, both counted.
    pub at_least: Option<String>,
}

impl Requirement {
    /// The id of the paper.
    #[must_use]
    pub fn paper_id(&self) -> &str {
        self.paper.as_deref().unwrap_or(&self.id)
    }
}

dated! {
    /// A ground on which the permit is refused or taken back.
    Ground {
        /// Its number in the article.
        number: String,
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// The words of the law.
        text: Words,
        /// When it holds; absent where only an authority can judge.
        #[serde(default)]
        when: Option<Condition>,
        /// Whom it exempts.
        #[serde(default)]
        unless: Option<Condition>,
        /// The days on which it is tested.
        #[serde(default)]
        tested_on: GroundDays,
        /// Whether it counts for an application or afterwards.
        #[serde(default)]
        stage: GroundStage,
        /// Whether only an authority can judge it.
        #[serde(default)]
        authority: bool,
        /// The paper that answers it: the checklist says whether it stands.
        #[serde(default)]
        carried_by: Option<String>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Its name.
    pub name: Words,
}
