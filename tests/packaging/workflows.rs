//! The workflows take no code of others that can change behind their back.

use super::files;

/// The action of a line, the pin after it, and the version in the comment.
fn action(line: &str) -> Option<(&str, &str, &str)> {
    let (_, used) = line.split_once("uses: ")?;
    let (name, rest) = used.split_once('@').unwrap_or((used, ""));
    let (pin, version) = rest.split_once(" # ").unwrap_or((rest, ""));
    Some((name, pin, version))
}

#[test]
fn every_action_is_pinned_to_a_commit_and_says_its_version() {
    let workflows = files::below(".github/workflows", &["yml", "yaml"]);
    assert!(!workflows.is_empty(), "there are workflows");
    let mut seen = 0;
    for file in workflows {
        let text = files::text(&file);
        for (name, pin, version) in text.lines().filter_map(action) {
            seen += 1;
            let commit = pin.len() == 40 && pin.chars().all(|letter| letter.is_ascii_hexdigit());
            let told = version.starts_with('v') && version.contains('.');
            assert!(commit && told, "{}: {name}", files::name(&file));
        }
    }
    assert!(seen > 5, "the actions are found");
}

#[test]
fn every_workflow_may_only_read() {
    for file in files::below(".github/workflows", &["yml", "yaml"]) {
        let text = files::text(&file);
        assert!(
            text.contains("permissions:\n  contents: read\n") && !text.contains(": write"),
            "{}",
            files::name(&file)
        );
    }
}
