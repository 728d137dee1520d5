//! A command line that cannot be understood, in the language that it asks for.

use std::ffi::OsString;

use clap::Error;
use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;
use qonys_app::Lang;
use qonys_app::error_said;
use qonys_app::text_with;

/// Arguments that are days.
const DAYS: [&str; 4] = ["--on", "--paid", "--decided", "--today"];

/// The language that a command line asks for, whether it can be understood or not; English, where it asks for none.
pub(crate) fn language(arguments: impl Iterator<Item = OsString>) -> Lang {
    let mut asked = None;
    let mut follows = false;
    for argument in arguments.filter_map(|argument| argument.into_string().ok()) {
        let named = argument.strip_prefix("--lang=").map(str::to_owned);
        if follows {
            asked = Some(argument.clone());
        } else if named.is_some() {
            asked = named;
        }
        follows = argument == "--lang";
    }
    match asked.as_deref() {
        Some("kk") => Lang::Kk,
        Some("ru") => Lang::Ru,
        Some(_) | None => Lang::En,
    }
}

/// What is wrong and what to do; nothing where help or the version was asked for.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds are not ours, and new ones may come"
)]
pub(crate) fn words(error: &Error, lang: Lang) -> Option<String> {
    let said =
        |code: &str, args: &[(&str, &str)]| error_said(lang, &format!("cli.usage.{code}"), args);
    let argument = context(error, ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => return None,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => said(
            "value",
            &[
                ("argument", &argument),
                ("value", &context(error, ContextKind::InvalidValue)),
                ("wanted", &wanted(error, &argument, lang)),
            ],
        ),
        ErrorKind::MissingRequiredArgument => said("missing", &[("argument", &argument)]),
        ErrorKind::MissingSubcommand => return None,
        ErrorKind::UnknownArgument => said("unknown", &[("argument", &argument)]),
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            said("unknown", &[("argument", &name)])
        }
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            if other == argument {
                said("twice", &[("argument", &argument)])
            } else {
                said("conflict", &[("argument", &argument), ("other", &other)])
            }
        }
        _ => said("other", &[]),
    })
}

/// What the value of an argument has to look like.
fn wanted(error: &Error, argument: &str, lang: Lang) -> String {
    let say = |key: &str, args: &[(&str, &str)]| {
        text_with(lang, &format!("errors.cli.wanted.{key}"), args)
    };
    let options = context(error, ContextKind::ValidValue);
    let name = argument.split(' ').next().unwrap_or(argument);
    if !options.is_empty() {
        say("one_of", &[("options", &options)])
    } else if DAYS.contains(&name) {
        say("day", &[])
    } else if name == "--form" {
        let papers = format!("all, {}", qonys_app::paper_ids().join(", "));
        say("one_of", &[("options", &papers)])
    } else if name == "--crop" {
        say("crop", &[])
    } else if name == "--offset" {
        say("offset", &[])
    } else if name == "--measured" {
        say("measured", &[])
    } else {
        say("other", &[])
    }
}

/// A piece of what clap knows of an error; empty where it knows none.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(_) | None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_in_any_command_line() {
        let of = |line: &[&str]| language(line.iter().map(OsString::from));
        assert_eq!(of(&["assess", "--lang", "kk", "--no"]), Lang::Kk);
        assert_eq!(of(&["assess", "--lang=ru"]), Lang::Ru);
        assert_eq!(of(&["assess", "--lang"]), Lang::En);
        assert_eq!(of(&["assess", "--lang", "de"]), Lang::En);
        assert_eq!(of(&["assess", "x"]), Lang::En);
    }
}
