//! Content lines of iCalendar: escaped, folded at 75 octets, ended with CRLF.

/// How many octets a line may have without its end.
const WIDTH: usize = 75;

/// Lines as they are written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line as it is: name, parameters and value in their final form.
    pub(super) fn put(&mut self, line: &str) {
        let mut room = WIDTH;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = WIDTH - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    /// A text; nothing when it is empty.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.put(&format!("{name}:{}", escaped(text)));
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // A text has no other control characters; a calendar may have none either.
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The value of a parameter in quotes, which it cannot hold itself.
pub(super) fn quoted(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control());
    let plain: String = plain.map(|c| if c == '"' { '\'' } else { c }).collect();
    format!("\"{plain}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters_at_75_octets() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"吴世勋".repeat(30));
        let text = lines.finish();
        assert!(text.split("\r\n").all(|line| line.len() <= WIDTH), "{text}");
        assert!(text.replace("\r\n ", "").contains(&"吴世勋".repeat(30)));
    }

    #[test]
    fn what_means_something_in_a_calendar_is_escaped() {
        let mut lines = Lines::default();
        lines.text("LOCATION", "Hall 1, \"A\"; C:\\\nfirst floor");
        assert_eq!(lines.finish(), "LOCATION:Hall 1\\, \"A\"\\; C:\\\\\\nfirst floor\r\n");
        assert_eq!(quoted("Delegate \"3\"\r\n"), "\"Delegate '3'\"");
    }
}
