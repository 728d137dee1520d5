//! Texts with slots: `%{name}`.

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// As it stands.
    Text(&'a str),
    /// The name of a slot.
    Slot(&'a str),
}

/// The pieces of a text, in their order.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("%{") {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        if !before.is_empty() {
            found.push(Piece::Text(before));
        }
        found.push(Piece::Slot(name));
        rest = behind;
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    #[test]
    fn a_text_is_cut_at_its_slots() {
        assert_eq!(
            pieces("Я, %{name}, %{birth}"),
            [
                Piece::Text("Я, "),
                Piece::Slot("name"),
                Piece::Text(", "),
                Piece::Slot("birth")
            ]
        );
        assert_eq!(pieces("%{x"), [Piece::Text("%{x")]);
        assert_eq!(pieces(""), []);
    }
}
