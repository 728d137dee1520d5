//! Reading how many tests passed and failed from what the test runners print.

use serde_json::Value;

/// Tests of one step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tests {
    /// How many passed.
    pub(crate) passed: u64,
    /// How many failed, in whatever way.
    pub(crate) failed: u64,
}

/// Sums the `test result:` lines of `cargo test`.
pub(crate) fn of_cargo_test(output: &str) -> Tests {
    let mut tests = Tests::default();
    for line in output.lines() {
        if let Some((_, counts)) = plain(line).split_once("test result: ") {
            tests.passed += before(counts, "passed");
            tests.failed += before(counts, "failed");
        }
    }
    tests
}

/// Reads the summary of cargo-nextest, in which a test may also time out or not start at all.
pub(crate) fn of_nextest(output: &str) -> Tests {
    let Some(summary) = output
        .lines()
        .map(plain)
        .rfind(|line| line.contains(" tests run: ") || line.contains(" test run: "))
    else {
        return Tests::default();
    };
    let counts = summary
        .split_once(" run: ")
        .map_or("", |(_, counts)| counts);
    Tests {
        passed: before(counts, "passed"),
        failed: before(counts, "failed")
            + before(counts, "timed out")
            + before(counts, "exec failed"),
    }
}

/// Reads the JSON report of vitest.
pub(crate) fn of_vitest(report: &str) -> Option<Tests> {
    let report: Value = serde_json::from_str(report).ok()?;
    Some(Tests {
        passed: report.get("numPassedTests")?.as_u64()?,
        failed: report.get("numFailedTests")?.as_u64()?,
    })
}

/// The number that stands right before `word` in "8 passed (1 slow), 2 exec failed; 0 ignored".
fn before(counts: &str, word: &str) -> u64 {
    counts
        .split([',', ';', '.', '('])
        .filter_map(|part| part.trim().trim_end_matches(')').split_once(' '))
        .filter(|(_, what)| what.trim() == word)
        .filter_map(|(number, _)| number.parse::<u64>().ok())
        .sum::<u64>()
}

/// The line without colours.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_test_is_summed_over_binaries() {
        let output = "\
running 3 tests
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
test result: \u{1b}[31mFAILED\u{1b}[0m. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
";
        let expected = Tests {
            passed: 7,
            failed: 2,
        };
        assert_eq!(of_cargo_test(output), expected);
    }

    #[test]
    fn nextest_counts_every_kind_of_failure() {
        let output = "\
     Summary [   3.143s] 12/14 tests run: 6 passed (1 slow, 2 flaky), 3 failed, 1 timed out, 2 exec failed, 5 skipped
        FAIL [   0.003s] qonys-law one
";
        let expected = Tests {
            passed: 6,
            failed: 6,
        };
        assert_eq!(of_nextest(output), expected);
    }

    #[test]
    fn nextest_of_one_test_in_colour() {
        let output = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m1\u{1b}[0m test run: \u{1b}[1m1\u{1b}[0m \u{1b}[32mpassed\u{1b}[0m, 0 skipped";
        let expected = Tests {
            passed: 1,
            failed: 0,
        };
        assert_eq!(of_nextest(output), expected);
    }

    #[test]
    fn no_summary_counts_nothing() {
        assert_eq!(of_nextest("error: could not compile"), Tests::default());
        assert_eq!(of_cargo_test("error: could not compile"), Tests::default());
        assert_eq!(of_vitest("{}"), None);
    }

    #[test]
    fn vitest_report() {
        let expected = Tests {
            passed: 5,
            failed: 1,
        };
        assert_eq!(
            of_vitest(r#"{"numTotalTests":6,"numPassedTests":5,"numFailedTests":1}"#),
            Some(expected)
        );
    }
}
