//! Nothing: this package holds tests only, and cargo wants a library beside them.
