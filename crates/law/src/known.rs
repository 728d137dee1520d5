//! What one evaluation found already: nothing is looked for twice.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::hash::Hasher;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::answering::Answering;
use crate::answering::Question;
use crate::answers::FactRef;
use crate::condition::Node;
use crate::deciding::Aim;
use crate::deciding::Serving;
use crate::timeline::Axis;
use crate::timeline::Timeline;
use crate::verdict::Verdict;

/// A map by places in memory and days, which nobody chooses: they need no hash that withstands chosen keys.
pub(crate) type ByPlace<K, V> = HashMap<K, V, BuildHasherDefault<PlaceHasher>>;

/// What was found for a condition. It holds the condition, so that its place in memory can never be that of another.
#[derive(Debug)]
struct Found {
    _condition: Arc<Node>,
    verdicts: Timeline<Verdict>,
}

/// What was found already, by the place of a condition in memory and the days looked at.
#[derive(Debug, Default)]
pub(crate) struct Known {
    verdicts: RefCell<ByPlace<(usize, Axis), Found>>,
    /// The answers that serve a condition that tests one fact, by its place in the pack.
    pub(crate) serving: RefCell<ByPlace<(usize, Axis, NaiveDate), Serving>>,
    /// What would decide named conditions.
    pub(crate) towards: RefCell<ByPlace<(usize, Axis, Aim), Vec<Answering>>>,
    /// The questions that were asked for.
    pub(crate) questions: RefCell<HashMap<FactRef, Question>>,
}

impl Known {
    /// What a condition says of the person on the days of an axis, if it was found already: all of it, or a part of it.
    pub(crate) fn verdicts<T>(
        &self,
        condition: &Arc<Node>,
        axis: Axis,
        part: impl FnOnce(&Timeline<Verdict>) -> T,
    ) -> Option<T> {
        self.verdicts
            .borrow()
            .get(&(Arc::as_ptr(condition).addr(), axis))
            .map(|found| part(&found.verdicts))
    }

    /// Keeps what a condition says of the person on the days of its axis.
    pub(crate) fn keep(&self, condition: &Arc<Node>, verdicts: Timeline<Verdict>) {
        let key = (Arc::as_ptr(condition).addr(), verdicts.axis());
        let found = Found {
            _condition: Arc::clone(condition),
            verdicts,
        };
        self.verdicts.borrow_mut().insert(key, found);
    }
}

/// Hashes places in memory and days: each multiplied by an odd number that spreads it, and the high bits, which depend on all
/// others, brought down.
#[derive(Debug, Default)]
pub(crate) struct PlaceHasher(u64);

impl PlaceHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(26) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for PlaceHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.add(u64::from(*byte));
        }
    }

    fn write_i32(&mut self, number: i32) {
        self.add(u64::from(number.cast_unsigned()));
    }

    fn write_usize(&mut self, number: usize) {
        // No machine has longer words than these.
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
