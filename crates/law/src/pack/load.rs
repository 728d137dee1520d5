//! Reading a pack from its files.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::Deserialize;

use crate::error::PackError;
use crate::interview::Interview;
use crate::pack::calendar;
use crate::pack::calendar::CalendarYear;
use crate::pack::calendar::Holiday;
use crate::pack::circumstance::Circumstance;
use crate::pack::deadlines::Deadline;
use crate::pack::editions::Editions;
use crate::pack::legalisation::Legalisation;
use crate::pack::money::Amount;
use crate::pack::money::Cost;
use crate::pack::money::Fee;
use crate::pack::money::PaymentDetail;
use crate::pack::money::Tariff;
use crate::pack::obtaining::Obtaining;
use crate::pack::records::Act;
use crate::pack::records::Country;
use crate::pack::records::Ground;
use crate::pack::records::LegalText;
use crate::pack::records::List;
use crate::pack::records::Member;
use crate::pack::records::NamedCondition;
use crate::pack::records::Parameter;
use crate::pack::records::Period;
use crate::pack::records::Procedure;
use crate::pack::records::Requirement;
use crate::pack::records::Route;
use crate::pack::references;
use crate::pack::references_deadlines;
use crate::pack::references_obtaining;
use crate::pack::sanity::SanityCheck;
use crate::pack::stages;
use crate::pack::stages::Examination;
use crate::pack::stages::Stage;
use crate::pack::stay::StayDuty;
use crate::pack::stay::StayFloor;
use crate::pack::stay::StayPenalty;
use crate::pack::stay::StayRule;
use crate::pack::stay::StayWindow;

/// A law pack, checked: every reference resolves and no two editions overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pack {
    /// Acts by id.
    pub acts: BTreeMap<String, Act>,
    /// All editions of all parameters.
    pub parameters: Editions<Parameter>,
    /// Terms by id.
    pub periods: BTreeMap<String, Period>,
    /// All editions of all lists.
    pub lists: Editions<List>,
    /// Members of lists with their own days, by list.
    pub members: Vec<Member>,
    /// Conditions by name.
    pub conditions: BTreeMap<String, NamedCondition>,
    /// What officials decide, by id.
    pub texts: BTreeMap<String, LegalText>,
    /// All editions of all routes.
    pub routes: Editions<Route>,
    /// All editions of all procedures.
    pub procedures: Editions<Procedure>,
    /// All editions of all requirements.
    pub requirements: Editions<Requirement>,
    /// All editions of all grounds.
    pub grounds: Editions<Ground>,
    /// All editions of all fees.
    pub fees: Editions<Fee>,
    /// All editions of all sums to prove.
    pub amounts: Editions<Amount>,
    /// All editions of all circumstances to state and prove.
    pub circumstances: Editions<Circumstance>,
    /// The checks of answers against one another.
    pub sanity: Vec<SanityCheck>,
    /// All editions of how papers are obtained.
    pub obtainings: Editions<Obtaining>,
    /// The years of the calendar of working days, in order.
    pub calendar: Editions<CalendarYear>,
    /// All editions of all deadlines.
    pub deadlines: Editions<Deadline>,
    /// Holidays by id.
    pub holidays: BTreeMap<String, Holiday>,
    /// All editions of all unit prices.
    pub tariffs: Editions<Tariff>,
    /// All editions of the parts of the budget.
    pub costs: Editions<Cost>,
    /// All editions of what is written into a payment.
    pub payment_details: Editions<PaymentDetail>,
    /// All editions of the rules on foreign papers, in their order.
    pub legalisations: Editions<Legalisation>,
    /// All editions of all stages.
    pub stages: Editions<Stage>,
    /// All editions of what holds while an application is examined.
    pub examinations: Editions<Examination>,
    /// Countries by code.
    pub countries: BTreeMap<String, Country>,
    /// All editions of all rules of stay by citizenship.
    pub stay_rules: Editions<StayRule>,
    /// All editions of the cap in a window.
    pub stay_windows: Editions<StayWindow>,
    /// All editions of the duties of a stay.
    pub stay_duties: Editions<StayDuty>,
    /// All editions of the penalties of a stay.
    pub stay_penalties: Editions<StayPenalty>,
    /// All editions of the floors after the permit.
    pub stay_floors: Editions<StayFloor>,
}

/// The records of one file of a pack, read and not yet checked against the others.
#[derive(Debug, Clone)]
pub struct PackPart(PackFile);

impl PackPart {
    /// Reads the records of a file from its name and its text.
    ///
    /// # Errors
    /// What cannot be read, with its line.
    pub fn read(name: &str, source: &str) -> Result<Self, PackError> {
        toml::from_str(source)
            .map(Self)
            .map_err(|error| PackError::syntax(name, source, &error))
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    #[serde(default)]
    act: Vec<Act>,
    #[serde(default)]
    parameter: Vec<Parameter>,
    #[serde(default)]
    period: Vec<Period>,
    #[serde(default)]
    list: Vec<List>,
    #[serde(default)]
    member: Vec<Member>,
    #[serde(default)]
    condition: Vec<NamedCondition>,
    #[serde(default)]
    text: Vec<LegalText>,
    #[serde(default)]
    route: Vec<Route>,
    #[serde(default)]
    procedure: Vec<Procedure>,
    #[serde(default)]
    requirement: Vec<Requirement>,
    #[serde(default)]
    ground: Vec<Ground>,
    #[serde(default)]
    fee: Vec<Fee>,
    #[serde(default)]
    amount: Vec<Amount>,
    #[serde(default)]
    circumstance: Vec<Circumstance>,
    #[serde(default)]
    sanity: Vec<SanityCheck>,
    #[serde(default)]
    obtaining: Vec<Obtaining>,
    #[serde(default)]
    calendar: Vec<CalendarYear>,
    #[serde(default)]
    deadline: Vec<Deadline>,
    #[serde(default)]
    holiday: Vec<Holiday>,
    #[serde(default)]
    tariff: Vec<Tariff>,
    #[serde(default)]
    cost: Vec<Cost>,
    #[serde(default)]
    payment_detail: Vec<PaymentDetail>,
    #[serde(default)]
    legalisation: Vec<Legalisation>,
    #[serde(default)]
    stage: Vec<Stage>,
    #[serde(default)]
    examination: Vec<Examination>,
    #[serde(default)]
    country: Vec<Country>,
    #[serde(default)]
    stay_rule: Vec<StayRule>,
    #[serde(default)]
    stay_window: Vec<StayWindow>,
    #[serde(default)]
    stay_duty: Vec<StayDuty>,
    #[serde(default)]
    stay_penalty: Vec<StayPenalty>,
    #[serde(default)]
    stay_floor: Vec<StayFloor>,
}

impl Pack {
    /// Reads a pack from its files, each a name and a text, and checks it against the interview.
    ///
    /// # Errors
    /// The first file that cannot be read, with its line; else everything that does not fit together.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        interview: &Interview,
    ) -> Result<Self, Vec<PackError>> {
        let parts = files
            .into_iter()
            .map(|(name, source)| PackPart::read(name, source))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| vec![error])?;
        Self::of_parts(parts, interview)
    }

    /// Makes a pack of parts that were read before, and checks it against the interview.
    ///
    /// # Errors
    /// Everything that does not fit together.
    pub fn of_parts(
        parts: impl IntoIterator<Item = PackPart>,
        interview: &Interview,
    ) -> Result<Self, Vec<PackError>> {
        let mut pack = Self::default();
        let mut errors = Vec::new();
        for PackPart(file) in parts {
            pack.parameters.extend(file.parameter);
            pack.lists.extend(file.list);
            pack.members.extend(file.member);
            pack.routes.extend(file.route);
            pack.procedures.extend(file.procedure);
            pack.requirements.extend(file.requirement);
            pack.grounds.extend(file.ground);
            pack.fees.extend(file.fee);
            pack.amounts.extend(file.amount);
            pack.circumstances.extend(file.circumstance);
            pack.sanity.extend(file.sanity);
            pack.obtainings.extend(file.obtaining);
            pack.calendar.extend(file.calendar);
            pack.tariffs.extend(file.tariff);
            pack.costs.extend(file.cost);
            pack.payment_details.extend(file.payment_detail);
            pack.legalisations.extend(file.legalisation);
            pack.deadlines.extend(file.deadline);
            pack.stay_rules.extend(file.stay_rule);
            pack.stay_windows.extend(file.stay_window);
            pack.stay_duties.extend(file.stay_duty);
            pack.stay_penalties.extend(file.stay_penalty);
            pack.stay_floors.extend(file.stay_floor);
            pack.stages.extend(file.stage);
            pack.examinations.extend(file.examination);
            index(&mut pack.acts, file.act, |act| &act.id, &mut errors);
            index(
                &mut pack.periods,
                file.period,
                |period| &period.id,
                &mut errors,
            );
            index(
                &mut pack.conditions,
                file.condition,
                |named| &named.id,
                &mut errors,
            );
            index(&mut pack.texts, file.text, |text| &text.id, &mut errors);
            index(
                &mut pack.holidays,
                file.holiday,
                |holiday| &holiday.id,
                &mut errors,
            );
            index(
                &mut pack.countries,
                file.country,
                |country| &country.code,
                &mut errors,
            );
        }
        // Of several editions the newest comes first: it names the thing where no edition is in force.
        pack.routes
            .arrange(|route| (route.order, Reverse(route.from)));
        pack.procedures
            .arrange(|procedure| (procedure.order, Reverse(procedure.from)));
        pack.requirements
            .arrange(|requirement| (requirement.order, Reverse(requirement.from)));
        pack.grounds
            .arrange(|ground| (ground.order, Reverse(ground.from)));
        pack.circumstances
            .arrange(|circumstance| (circumstance.order, Reverse(circumstance.from)));
        pack.fees.arrange(|fee| fee.order);
        pack.deadlines.arrange(|deadline| deadline.order);
        pack.calendar.arrange(|year| year.from);
        pack.members.sort_by(|one, other| one.list.cmp(&other.list));
        calendar::check(&pack, &mut errors);
        pack.tariffs.arrange(|tariff| tariff.order);
        pack.costs.arrange(|cost| cost.order);
        pack.payment_details.arrange(|detail| detail.order);
        pack.legalisations.arrange(|rule| rule.order);
        pack.stay_duties.arrange(|duty| duty.order);
        pack.stay_penalties.arrange(|penalty| penalty.order);
        pack.stay_floors.arrange(|floor| floor.order);
        pack.stages.arrange(|stage| stage.order);
        references::check(&pack, interview, &mut errors);
        references_deadlines::check(&pack, interview, &mut errors);
        references_obtaining::check(&pack, &mut errors);
        stages::check(&pack, &mut errors);
        if errors.is_empty() {
            Ok(pack)
        } else {
            Err(errors)
        }
    }
}

impl Pack {
    /// The members of a list with their own days.
    #[must_use]
    pub fn members_of(&self, list: &str) -> &[Member] {
        let first = self
            .members
            .partition_point(|member| member.list.as_str() < list);
        let members = &self.members[first..];
        let count = members.partition_point(|member| member.list == list);
        &members[..count]
    }
}

fn index<T>(
    map: &mut BTreeMap<String, T>,
    records: Vec<T>,
    id: impl Fn(&T) -> &String,
    errors: &mut Vec<PackError>,
) {
    for record in records {
        match map.entry(id(&record).clone()) {
            Entry::Occupied(taken) => errors.push(PackError::Value {
                record: taken.key().clone(),
                problem: "the id is declared twice".to_owned(),
            }),
            Entry::Vacant(free) => {
                free.insert(record);
            }
        }
    }
}

/// All addresses that the records of a pack name themselves.
pub fn addresses(pack: &Pack) -> impl Iterator<Item = &str> {
    fn of<T: crate::pack::Dated>(records: &[T]) -> impl Iterator<Item = &str> {
        records.iter().filter_map(crate::pack::Dated::url)
    }
    of(&pack.parameters)
        .chain(of(&pack.lists))
        .chain(of(&pack.routes))
        .chain(of(&pack.procedures))
        .chain(of(&pack.requirements))
        .chain(of(&pack.grounds))
        .chain(of(&pack.fees))
        .chain(of(&pack.amounts))
        .chain(of(&pack.circumstances))
        .chain(of(&pack.obtainings))
        .chain(of(&pack.calendar))
        .chain(of(&pack.tariffs))
        .chain(of(&pack.costs))
        .chain(of(&pack.payment_details))
        .chain(of(&pack.legalisations))
        .chain(of(&pack.deadlines))
        .chain(of(&pack.stay_rules))
        .chain(of(&pack.stay_windows))
        .chain(of(&pack.stay_duties))
        .chain(of(&pack.stay_penalties))
        .chain(of(&pack.stay_floors))
        .chain(of(&pack.stages))
        .chain(of(&pack.examinations))
}
