//! The keys with which a law pack may be signed.

use qonys_lawpack::LawPackError;
use qonys_lawpack::PublicKey;

/// The public half of the key of the releases; the other half is in nobody's repository.
const RELEASE: &str = include_str!("../../../../assets/keys/law-pack.pub");

/// The keys that are built in.
///
/// # Errors
/// When one cannot be read; the tests of every build rule that out.
pub fn law_pack_keys() -> Result<Vec<PublicKey>, LawPackError> {
    Ok(vec![PublicKey::read(RELEASE)?])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_key_that_is_built_in_can_be_read() {
        assert_eq!(super::law_pack_keys().unwrap().len(), 1);
    }
}
