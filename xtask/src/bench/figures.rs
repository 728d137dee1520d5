//! Reading what divan prints.

use std::collections::BTreeMap;
use std::time::Duration;

/// The medians and rates of benches, under their names; those of an argument under `name/argument`.
#[derive(Debug, Default)]
pub(super) struct Figures {
    medians: BTreeMap<String, Duration>,
    rates: BTreeMap<String, String>,
    lines: Vec<String>,
}

/// The column of the median, counted from the name and the fastest.
const MEDIAN: usize = 2;

impl Figures {
    /// Adds the figures of one run.
    pub(super) fn read(&mut self, output: &str) {
        let mut above: Vec<String> = Vec::new();
        let mut last = String::new();
        for line in output.lines() {
            let line = plain(line);
            let Some((depth, rest)) = branch(&line) else {
                // A line without a branch belongs to the bench above: its rates. Or a bench says something itself.
                self.rate_of(&last, &line);
                self.lines.push(line);
                continue;
            };
            if rest.trim_start().starts_with('│') || rest.trim().is_empty() {
                self.rate_of(&last, rest);
                continue;
            }
            let columns: Vec<&str> = rest.split('│').map(str::trim).collect();
            let mut words = columns
                .first()
                .copied()
                .unwrap_or_default()
                .split_whitespace();
            let name = words.next().unwrap_or_default().to_owned();
            above.truncate(depth);
            above.push(name);
            last = above.join("/");
            if let Some(median) = columns.get(MEDIAN).and_then(|text| duration(text)) {
                self.medians.insert(last.clone(), median);
            }
        }
    }

    fn rate_of(&mut self, name: &str, line: &str) {
        let columns: Vec<&str> = line.split('│').map(str::trim).collect();
        let rate = columns
            .iter()
            .rev()
            .nth(3)
            .filter(|text| text.ends_with("B/s"));
        if let (false, Some(rate)) = (name.is_empty(), rate) {
            self.rates
                .entry(name.to_owned())
                .or_insert_with(|| (*rate).to_owned());
        }
    }

    /// The median of a bench, wherever it stands below groups.
    pub(super) fn median(&self, path: &str) -> Option<Duration> {
        found(&self.medians, path).copied()
    }

    /// The bytes a second of a bench, as divan writes them.
    pub(super) fn rate(&self, path: &str) -> Option<&str> {
        found(&self.rates, path).map(String::as_str)
    }

    /// What a bench said itself after these words, to the end of the line.
    pub(super) fn said(&self, words: &str) -> Option<&str> {
        self.lines
            .iter()
            .find_map(|line| line.strip_prefix(words).map(str::trim))
    }
}

fn found<'a, T>(all: &'a BTreeMap<String, T>, path: &str) -> Option<&'a T> {
    let below = format!("/{path}");
    all.iter()
        .find(|(name, _)| *name == path || name.ends_with(&below))
        .map(|(_, figure)| figure)
}

/// How deep a line stands in the tree, and what comes after the branch.
fn branch(line: &str) -> Option<(usize, &str)> {
    let at = line.find("├─ ").or_else(|| line.find("╰─ "))?;
    let depth = line[..at].chars().count() / 3;
    line.get(at + "├─ ".len()..).map(|rest| (depth, rest))
}

/// "12.34 µs" as a time.
fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_once(' ')?;
    let number: f64 = number.parse().ok()?;
    let seconds = match unit {
        "ns" => 1e-9,
        "µs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1.0,
        _ => return None,
    };
    Duration::try_from_secs_f64(multiplied(number, seconds)).ok()
}

#[expect(
    clippy::float_arithmetic,
    reason = "a time that divan writes with a fraction"
)]
fn multiplied(number: f64, unit: f64) -> f64 {
    number * unit
}

/// A time with three digits or so.
pub(super) fn shown(time: Duration) -> String {
    let nanos = time.as_nanos();
    let (unit, name) = match nanos {
        0..1_000 => (1, "ns"),
        1_000..1_000_000 => (1_000, "µs"),
        1_000_000..1_000_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let (whole, tenths) = (nanos / unit, nanos % unit * 10 / unit);
    if whole >= 100 || tenths == 0 {
        format!("{whole} {name}")
    } else {
        format!("{whole}.{tenths} {name}")
    }
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

    const OUTPUT: &str = "\
vault                       fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ attach_50_mb             89.21 ms      │ 97.61 ms      │ 91.04 ms      │ 92.15 ms      │ 5       │ 5
│                           560.4 MB/s    │ 512.2 MB/s    │ 549.1 MB/s    │ 542.5 MB/s    │         │
├─ stays                                  │               │               │               │         │
│  ╰─ twenty_years          11.5 µs       │ 20 µs         │ 12 µs         │ 12.9 µs       │ 100     │ 100
╰─ save                                   │               │               │               │         │
   ├─ ru                    1.5 ms        │ 2 ms          │ 1.25 ms       │ 1.9 ms        │ 100     │ 100
   ╰─ kk                    1.5 s         │ 2 s           │ 1.5 s         │ 1.9 s         │ 100     │ 100
";

    #[test]
    fn the_tree_of_divan_is_read() {
        let mut figures = Figures::default();
        figures.read(OUTPUT);
        let micros = Duration::from_micros;
        assert_eq!(figures.median("attach_50_mb"), Some(micros(91_040)));
        assert_eq!(figures.rate("attach_50_mb"), Some("549.1 MB/s"));
        assert_eq!(figures.median("twenty_years"), Some(micros(12)));
        assert_eq!(figures.median("save/ru"), Some(micros(1_250)));
        assert_eq!(figures.median("save/kk"), Some(micros(1_500_000)));
        assert_eq!(figures.median("save"), None);
        assert_eq!(figures.rate("twenty_years"), None);
        figures.read("a look: at most 9000 kB of memory\n");
        assert_eq!(figures.said("a look: at most "), Some("9000 kB of memory"));
        assert_eq!(figures.said("a look: at least "), None);
    }

    #[test]
    fn times_are_shown_short() {
        let shown = |nanos| shown(Duration::from_nanos(nanos));
        assert_eq!(shown(999), "999 ns");
        assert_eq!(shown(12_340), "12.3 µs");
        assert_eq!(shown(312_340), "312 µs");
        assert_eq!(shown(5_000_000), "5 ms");
        assert_eq!(shown(1_500_000_000), "1.5 s");
    }
}
