//! The checks of the records about money.

use crate::pack::money::Count;
use crate::pack::references::Checker;

impl Checker<'_> {
    /// Fees, sums to prove, unit prices, the parts of the budget and how a duty is paid.
    pub(crate) fn money(&mut self) {
        let pack = self.pack;
        self.editions(&pack.fees);
        self.editions(&pack.amounts);
        self.editions(&pack.tariffs);
        self.editions(&pack.costs);
        self.editions(&pack.payment_details);
        for fee in &pack.fees {
            self.optional(&fee.id, fee.applies_if.as_ref());
            self.optional(&fee.id, fee.unless.as_ref());
            self.notes(&fee.id, &fee.note);
            self.index(&fee.id, fee.index.as_deref(), fee.absent);
        }
        for amount in &pack.amounts {
            self.parameter(&amount.id, &amount.rate_parameter);
            self.parameter(&amount.id, &amount.index);
            self.notes(&amount.id, &amount.note);
        }
        for tariff in &pack.tariffs {
            self.optional(&tariff.id, tariff.unless.as_ref());
            self.notes(&tariff.id, &tariff.note);
            self.index(&tariff.id, tariff.index.as_deref(), tariff.absent);
        }
        for requirement in &pack.requirements {
            if let Some(fee) = &requirement.fee {
                self.fee(&requirement.id, fee);
            }
        }
        for detail in &pack.payment_details {
            self.notes(&detail.id, &detail.note);
        }
        self.costs();
    }

    fn costs(&mut self) {
        let pack = self.pack;
        for cost in &pack.costs {
            self.optional(&cost.id, cost.applies_if.as_ref());
            self.optional(&cost.id, cost.chosen_if.as_ref());
            self.notes(&cost.id, &cost.note);
            if let Some(fee) = &cost.fee {
                self.fee(&cost.id, fee);
            }
            if let Some(tariff) = &cost.tariff
                && !pack.tariffs.iter().any(|known| known.id == *tariff)
            {
                self.undeclared(&cost.id, "tariff", tariff);
            }
            if cost.fee.is_some() && cost.tariff.is_some() {
                self.value(&cost.id, "a part has one price".to_owned());
            }
            if let Some(paper) = &cost.paper
                && !pack.requirements.iter().any(|r| r.paper_id() == paper)
            {
                self.undeclared(&cost.id, "paper", paper);
            }
            match &cost.count {
                None => {}
                Some(Count::Answer { fact }) => self.fact(&cost.id, fact),
                Some(Count::Records { of, condition }) => {
                    if self.interview.entity(of).is_none() {
                        self.undeclared(&cost.id, "entity", of);
                    }
                    self.condition(&cost.id, condition);
                }
                Some(Count::Papers) if cost.paper.is_none() => {
                    self.value(&cost.id, "papers are counted of a paper".to_owned());
                }
                Some(Count::Papers) => {}
            }
        }
    }

    fn fee(&mut self, record: &str, id: &str) {
        if !self.pack.fees.iter().any(|known| known.id == id) {
            self.undeclared(record, "fee", id);
        }
    }

    fn index(&mut self, record: &str, index: Option<&str>, absent: bool) {
        match index {
            Some(index) => self.parameter(record, index),
            None if absent => {}
            None => self.value(record, "a fee needs an index".to_owned()),
        }
    }
}
