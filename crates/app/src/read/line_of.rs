//! The line of a file on which a field stands.

/// The line, from one, of the field of a path as errors name it: `lists.child.records[0].birth_date`. Where the field itself is not in
/// the text, the line of the nearest part above it that is. The text is JSON that was read before; of any other text nothing is said.
#[must_use]
pub fn line_of_field(text: &str, path: &str) -> Option<usize> {
    let mut search = Search {
        text: text.as_bytes(),
        at: 0,
        line: 1,
        path,
        found: None,
    };
    search.value("")?;
    search.found.map(|(_, line)| line)
}

/// A walk through a text that counts its lines.
struct Search<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
    path: &'a str,
    /// How much of the path the best place so far holds, and its line.
    found: Option<(usize, usize)>,
}

impl Search<'_> {
    fn skip_space(&mut self) {
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'\n' => self.line += 1,
                b' ' | b'\t' | b'\r' => {}
                _ => return,
            }
            self.at += 1;
        }
    }

    fn next(&mut self) -> Option<u8> {
        self.skip_space();
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: u8) -> Option<()> {
        (self.next()? == wanted).then(|| self.at += 1)
    }

    /// Whether a place is the path or lies above it; the longest such place wins.
    fn look(&mut self, place: &str) {
        let above = self
            .path
            .strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || rest.starts_with('['));
        if above && self.found.is_none_or(|(length, _)| length < place.len()) {
            self.found = Some((place.len(), self.line));
        }
    }

    fn value(&mut self, place: &str) -> Option<()> {
        match self.next()? {
            b'{' => {
                self.at += 1;
                while self.next()? != b'}' {
                    self.skip_space();
                    let line = self.line;
                    let key = self.string()?;
                    let inner = if place.is_empty() {
                        key
                    } else {
                        format!("{place}.{key}")
                    };
                    let here = std::mem::replace(&mut self.line, line);
                    self.look(&inner);
                    self.line = here;
                    self.take(b':')?;
                    self.value(&inner)?;
                    if self.next()? == b',' {
                        self.at += 1;
                    }
                }
                self.take(b'}')
            }
            b'[' => {
                self.at += 1;
                let mut place_in_list = 0_usize;
                while self.next()? != b']' {
                    let inner = format!("{place}[{place_in_list}]");
                    self.look(&inner);
                    self.value(&inner)?;
                    place_in_list += 1;
                    if self.next()? == b',' {
                        self.at += 1;
                    }
                }
                self.take(b']')
            }
            b'"' => self.string().map(|_| ()),
            _ => {
                while self
                    .text
                    .get(self.at)
                    .is_some_and(|byte| !b",]} \t\r\n".contains(byte))
                {
                    self.at += 1;
                }
                Some(())
            }
        }
    }

    /// A text in quotation marks, as it is written; keys of ours need no escapes.
    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let from = self.at;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'\\' => self.at += 1,
                b'"' => {
                    let inside = String::from_utf8_lossy(self.text.get(from..self.at)?);
                    self.at += 1;
                    return Some(inside.into_owned());
                }
                _ => {}
            }
            self.at += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::line_of_field;

    const TEXT: &str = "{\n  \"format\": 1,\n  \"lists\": { \"child\": {\n    \"records\": [\n      { \"note\": \"a \\\" } ]\" },\n      {\n        \"birth_date\": 3 }\n    ] } },\n  \"papers\": { \"criminal_record:XX\": {} }\n}\n";

    #[test]
    fn a_field_is_found_by_its_path() {
        for (path, line) in [
            ("format", 2),
            ("lists.child", 3),
            ("lists.child.records[0].note", 5),
            ("lists.child.records[1]", 6),
            ("lists.child.records[1].birth_date", 7),
            ("papers.criminal_record:XX", 9),
        ] {
            assert_eq!(line_of_field(TEXT, path), Some(line), "{path}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_by_what_stands_above_it() {
        assert_eq!(line_of_field(TEXT, "lists.child.records[1].sex"), Some(6));
        assert_eq!(line_of_field(TEXT, "lists.childish"), Some(3));
        assert_eq!(line_of_field(TEXT, "plan.filing"), None);
        assert_eq!(line_of_field("{\"a\": ", "a.b"), None, "no JSON");
    }
}
