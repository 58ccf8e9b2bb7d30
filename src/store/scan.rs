//! A walk over the tokens of RON that knows in which field it is. It never fails: on text that
//! is not RON it ends early or says something vague.

/// One token and where it stands.
pub(super) struct Spanned<'a> {
    pub(super) token: Token<'a>,
    pub(super) start: usize,
    /// Behind its last byte.
    pub(super) end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A string, as it stands between its quotes.
    Text(&'a str),
    /// A name or a number.
    Word(&'a str),
    Open,
    Close,
    Comma,
    Colon,
    Other,
}

/// Where a bracket was opened, and what was met in it since.
#[derive(Default)]
struct Level<'a> {
    is_list: bool,
    /// The entry of a list, from 1.
    entry: usize,
    field: Option<&'a str>,
}

pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    levels: Vec<Level<'a>>,
    /// The word or string met last: a field when a colon follows.
    last: Option<&'a str>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, levels: Vec::new(), last: None }
    }

    /// How many brackets are open.
    pub(super) fn depth(&self) -> usize {
        self.levels.len()
    }

    /// The field the walk is in, without those around it.
    pub(super) fn field(&self) -> Option<&'a str> {
        self.levels.iter().rev().find(|level| !level.is_list)?.field
    }

    /// The fields the walk is in, from the outermost: `items.attendance.people`.
    pub(super) fn fields(&self) -> String {
        let fields: Vec<&str> = self.levels.iter().filter_map(|level| level.field).collect();
        fields.join(".")
    }

    /// The same with the entries of lists: `items[3].attendance.people[1]`.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for level in &self.levels {
            if level.is_list {
                path.push('[');
                path.push_str(&level.entry.to_string());
                path.push(']');
            } else if let Some(field) = level.field {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(field);
            }
        }
        path
    }

    pub(super) fn next_token(&mut self) -> Option<Spanned<'a>> {
        self.skip_blank();
        let start = self.at;
        let rest = self.text.get(start..)?;
        let first = rest.chars().next()?;
        let (token, len) = match first {
            '"' => quoted(rest),
            '\'' => character(rest),
            'r' if is_raw(rest) => raw(rest),
            '(' | '[' | '{' => (Token::Open, 1),
            ')' | ']' | '}' => (Token::Close, 1),
            ',' => (Token::Comma, 1),
            ':' => (Token::Colon, 1),
            c if is_word(c) => {
                let len = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                (Token::Word(rest.get(..len).unwrap_or_default()), len)
            }
            c => (Token::Other, c.len_utf8()),
        };
        self.at = start + len;
        self.note(token, first == '[');
        Some(Spanned { token, start, end: self.at })
    }

    fn note(&mut self, token: Token<'a>, is_list: bool) {
        match token {
            Token::Open => {
                self.levels.push(Level { is_list, entry: 1, field: None });
                self.last = None;
            }
            Token::Close => {
                self.levels.pop();
                self.last = None;
            }
            Token::Comma => {
                if let Some(level) = self.levels.last_mut() {
                    level.entry += 1;
                    level.field = None;
                }
                self.last = None;
            }
            Token::Colon => {
                if let Some(level) = self.levels.last_mut() {
                    level.field = self.last.take();
                }
            }
            Token::Text(text) | Token::Word(text) => self.last = Some(text),
            Token::Other => {}
        }
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start().len();
            let comment = if blank > 0 { 0 } else { comment(rest) };
            if blank + comment == 0 {
                return;
            }
            self.at += blank + comment;
        }
    }
}

/// The length of the comment a text begins with.
fn comment(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if !rest.starts_with("/*") {
        return 0;
    }
    let bytes = rest.as_bytes();
    let (mut depth, mut at) = (0_usize, 0_usize);
    while let Some(two) = bytes.get(at..at + 2) {
        match two {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '+')
}

fn quoted(rest: &str) -> (Token<'_>, usize) {
    let mut escaped = false;
    for (i, b) in rest.bytes().enumerate().skip(1) {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return (Token::Text(rest.get(1..i).unwrap_or_default()), i + 1),
            _ => {}
        }
    }
    (Token::Text(rest.get(1..).unwrap_or_default()), rest.len())
}

fn character(rest: &str) -> (Token<'_>, usize) {
    let escaped = rest.starts_with("'\\");
    let from = if escaped { 3 } else { 1 };
    let end = rest.get(from..).and_then(|rest| rest.find('\''));
    (Token::Other, end.map_or(1, |end| from + end + 1))
}

/// Whether `r"…"` or `r#"…"#` begins here, not a word or `r#name`.
fn is_raw(rest: &str) -> bool {
    rest.trim_start_matches('r').trim_start_matches('#').starts_with('"') && !rest.starts_with("rr")
}

fn raw(rest: &str) -> (Token<'_>, usize) {
    let hashes = rest.bytes().skip(1).take_while(|b| *b == b'#').count();
    let from = hashes + 2;
    let close = format!("\"{}", "#".repeat(hashes));
    let inner = rest.get(from..).unwrap_or_default();
    match inner.find(&close) {
        Some(len) => (Token::Text(inner.get(..len).unwrap_or_default()), from + len + close.len()),
        None => (Token::Text(inner), rest.len()),
    }
}
