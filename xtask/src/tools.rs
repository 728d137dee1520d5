//! The tools that must be there already: nothing installs a compiler behind one's back.

use crate::shell;

/// Says in a sentence which tool is missing.
pub(crate) fn all_there() -> Result<(), String> {
    let problems: Vec<String> = [node(), c_compiler()]
        .into_iter()
        .filter_map(Result::err)
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n"))
    }
}

fn node() -> Result<(), String> {
    let Some(version) = shell::answer("node", &["--version"]) else {
        return Err(
            "Node.js is missing: install Node.js 20.19 or newer, with npm (https://nodejs.org)."
                .to_owned(),
        );
    };
    if !is_new_enough(&version) {
        return Err(format!(
            "Node.js {version} is too old for the screens: install 20.19 or newer (https://nodejs.org)."
        ));
    }
    if shell::is_there("npm") || shell::is_there("npm.cmd") {
        Ok(())
    } else {
        Err("npm is missing: it comes with Node.js, or as a package of its own.".to_owned())
    }
}

fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    let major = numbers.next().unwrap_or(0);
    let minor = numbers.next().unwrap_or(0);
    (major, minor) >= (20, 19)
}

fn c_compiler() -> Result<(), String> {
    // On Windows rustc finds the linker of the Visual Studio Build Tools by itself, outside the path.
    if cfg!(windows)
        || ["cc", "gcc", "clang"]
            .iter()
            .any(|name| shell::is_there(name))
    {
        return Ok(());
    }
    Err(if cfg!(target_os = "macos") {
        "No C compiler: run `xcode-select --install`.".to_owned()
    } else {
        "No C compiler: install one, on Debian with `apt-get install build-essential`.".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn the_fence_of_node() {
        assert!(is_new_enough("v20.19.0"));
        assert!(is_new_enough("v22.0.0"));
        assert!(!is_new_enough("v20.18.3"), "vite 8 needs 20.19");
        assert!(!is_new_enough("v18.20.1"));
        assert!(!is_new_enough("nonsense"));
    }
}
