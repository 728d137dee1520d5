//! A day and a sum, for machines and for people.

use serde::Serialize;

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type, schemars::JsonSchema)]
pub struct DayView {
    /// Year-month-day.
    pub iso: String,
    /// As one writes it in the language.
    pub text: String,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type, schemars::JsonSchema)]
pub struct MoneyView {
    /// Tenge with two decimals, for machines: `17300.00`.
    pub tenge: String,
    /// As one writes it in the language, with the sign.
    pub text: String,
}
