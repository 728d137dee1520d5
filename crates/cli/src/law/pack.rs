//! `qonys-cli law verify` and `law changes`: a law pack before it is taken.

use qonys_app::Lang;
use qonys_app::law_pack_changes;
use qonys_app::text_with;
use qonys_app::view::LawPackChangesView;

use crate::failure::Failure;
use crate::input;
use crate::law::options::ChangesOptions;
use crate::law::options::PackOptions;
use crate::which_law::WhichLaw;

pub(super) fn verify(options: &PackOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.pack(&options.file)?;
    let manifest = knowledge.manifest();
    Ok(format!(
        "{}\n",
        text_with(
            options.lang.into(),
            "plans.law_pack.good",
            &[
                ("version", &manifest.version.to_string()),
                ("issued", &manifest.issued.to_string()),
            ],
        )
    ))
}

pub(super) fn changes(options: &ChangesOptions, law: &WhichLaw) -> Result<String, Failure> {
    let newer = law.pack(&options.pack.file)?;
    let in_use = law.knowledge()?;
    let (case, filing) = input::planned(&in_use, &options.plan)?;
    let lang: Lang = options.pack.lang.into();
    let today = options.plan.today.unwrap_or(filing);
    let view = law_pack_changes(&in_use, &newer, &case, today, lang);
    if options.json {
        return Ok(format!("{}\n", serde_json::to_string_pretty(&view)?));
    }
    Ok(written(&view, lang))
}

fn written(view: &LawPackChangesView, lang: Lang) -> String {
    let say =
        |key: &str, args: &[(&str, &str)]| text_with(lang, &format!("plans.law_pack.{key}"), args);
    let mut lines = vec![
        say(
            "versions",
            &[
                ("from", &view.from_version.to_string()),
                ("to", &view.to_version.to_string()),
                ("title", &view.title),
            ],
        ),
        view.heading.clone(),
    ];
    for change in &view.changes {
        lines.push(format!("  {}: {}", change.area_text, change.title));
        let said: Vec<(&str, &String)> = match (&change.before, &change.after) {
            (Some(before), Some(after)) => vec![("was", before), ("is", after)],
            (None, Some(after)) => vec![("new", after)],
            (Some(before), None) => vec![("gone", before)],
            (None, None) => Vec::new(),
        };
        lines.extend(said.into_iter().map(|(key, words)| {
            let said = text_with(lang, &format!("keeping.law.{key}"), &[("words", words)]);
            format!("    {said}")
        }));
    }
    lines.push(String::new());
    lines.join("\n")
}
