//! The deadline that a start of the program asks for: a click on its reminder brings `--deadline ID`.

use std::sync::Mutex;
use std::sync::PoisonError;

use qonys_app::OpaqueId;

/// The argument before the id.
const ARGUMENT: &str = "--deadline";

/// The deadline that nobody has shown yet; it waits until the case is open.
#[derive(Default)]
pub(crate) struct Wanted(Mutex<Option<OpaqueId>>);

impl Wanted {
    /// What the arguments of a start ask for.
    pub(crate) fn of(arguments: &[String]) -> Self {
        Self(Mutex::new(asked(arguments)))
    }

    /// Takes over what a further start asks for; whether it asks for something.
    pub(crate) fn follow(&self, arguments: &[String]) -> bool {
        let asked = asked(arguments);
        let any = asked.is_some();
        if any {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = asked;
        }
        any
    }

    /// Gives the deadline away: it is shown once.
    pub(crate) fn take(&self) -> Option<OpaqueId> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The id in the arguments; anything that is none is passed over.
fn asked(arguments: &[String]) -> Option<OpaqueId> {
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let id = match argument.strip_prefix(ARGUMENT) {
            Some("") => rest.next().map(String::as_str),
            Some(joined) => joined.strip_prefix('='),
            None => None,
        };
        if let Some(id) = id.and_then(OpaqueId::parse) {
            return Some(id);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "5dc03b99c69f46f47c5f8eb21797a594";

    fn of(arguments: &[&str]) -> Option<String> {
        let arguments: Vec<String> = arguments.iter().map(|&one| one.to_owned()).collect();
        Wanted::of(&arguments)
            .take()
            .map(|id| id.as_str().to_owned())
    }

    #[test]
    fn a_deadline_is_read_from_the_arguments() {
        let wanted = Some(ID.to_owned());
        assert_eq!(of(&["qonys", "--deadline", ID]), wanted);
        assert_eq!(
            of(&["qonys", "--other", &format!("--deadline={ID}")]),
            wanted
        );
        for nothing in [
            &["qonys"][..],
            &["qonys", ID],
            &["qonys", "--deadline"],
            &["qonys", "--deadline", "registration"],
            &["qonys", "--deadlines", ID],
        ] {
            assert_eq!(of(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_further_start_replaces_what_waits_and_it_is_given_once() {
        let wanted = Wanted::default();
        let start = |one: &str| vec!["qonys".to_owned(), one.to_owned()];
        assert!(!wanted.follow(&start("--help")));
        assert!(wanted.follow(&start(&format!("--deadline={ID}"))));
        assert!(!wanted.follow(&start("--help")), "what waits stays");
        assert!(wanted.take().is_some());
        assert!(wanted.take().is_none());
    }
}
