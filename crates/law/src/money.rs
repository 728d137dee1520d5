//! Money in whole tiyn.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A rate times an index in tenge, in tiyn. None when the sum has a part of a tiyn or is too large.
#[must_use]
pub fn tiyn(rate: Decimal, index_in_tenge: Decimal) -> Option<i64> {
    let sum = rate
        .checked_mul(index_in_tenge)?
        .checked_mul(Decimal::ONE_HUNDRED)?;
    if sum.fract().is_zero() {
        sum.to_i64()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_of_an_index_keeps_its_tiyn() {
        let rate: Decimal = "0.2".parse().unwrap();
        assert_eq!(tiyn(rate, Decimal::from(3063)), Some(61_260));
        assert_eq!(tiyn(rate, Decimal::from(3932)), Some(78_640));
    }

    #[test]
    fn a_part_of_a_tiyn_is_not_rounded_away() {
        let rate: Decimal = "0.0003".parse().unwrap();
        assert_eq!(tiyn(rate, Decimal::from(4325)), None);
    }
}
