//! What can go wrong with a file, in the officer's words.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::model::integrity::Unsound;
use crate::words::{self, say};

/// Where in a text, counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// The place of a byte of a text.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let (above, own) = before.rsplit_once('\n').map_or((None, before), |(a, b)| (Some(a), b));
        let newlines = above.map_or(0, |above| 1 + above.bytes().filter(|b| *b == b'\n').count());
        Self { line: 1 + newlines, column: 1 + own.chars().count() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Something unsound, and where the text says it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", place.map_or_else(|| problem.to_string(), |place| {
    say!("store-syntax", place = place.to_string(), cause = problem.to_string())
}))]
pub struct Located {
    pub place: Option<Place>,
    pub problem: Unsound,
}

/// Why a text is no visit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("{}", say!("store-empty"))]
    Empty,
    #[error("{}", say!("store-too-large", most = (most / (1024 * 1024))))]
    TooLarge { most: u64 },
    #[error("{}", say!("store-not-text", place = place.to_string()))]
    NotText { place: Place },
    #[error("{}", say!("store-no-format"))]
    NoFormat,
    /// Made by a newer version: it may be looked at, not written.
    #[error("{}", say!("store-newer", format = (*format)))]
    Newer { format: u32 },
    /// Made by a newer version, and not readable even with what is unknown left out.
    #[error("{}", say!("store-newer-broken", format = (*format), cause = cause.to_string()))]
    NewerBroken { format: u32, cause: Box<Self> },
    #[error("{}", hidden(*place, field, code))]
    Hidden { place: Place, field: String, code: String },
    #[error("{}", syntax(*place, field, cause))]
    Syntax { place: Place, field: String, cause: String },
    #[error("{}", first_few(problems))]
    Unsound { problems: Vec<Located> },
}

impl ReadError {
    /// Where in the text it is, where that is one place.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::NotText { place } | Self::Hidden { place, .. } | Self::Syntax { place, .. } => {
                Some(*place)
            }
            Self::NewerBroken { cause, .. } => cause.place(),
            Self::Unsound { problems } => problems.iter().find_map(|problem| problem.place),
            Self::Empty | Self::TooLarge { .. } | Self::NoFormat | Self::Newer { .. } => None,
        }
    }
}

fn hidden(place: Place, field: &str, code: &str) -> String {
    let place = place.to_string();
    if field.is_empty() {
        say!("store-hidden", place = place, code = code)
    } else {
        say!("store-hidden-in", place = place, field = field, code = code)
    }
}

fn syntax(place: Place, field: &str, cause: &str) -> String {
    let place = place.to_string();
    if field.is_empty() {
        say!("store-syntax", place = place, cause = cause)
    } else {
        say!("store-syntax-in", place = place, field = field, cause = cause)
    }
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn first_few(problems: &[Located]) -> String {
    const SHOWN: usize = 10;
    let mut shown: Vec<String> = problems.iter().take(SHOWN).map(ToString::to_string).collect();
    if problems.len() > SHOWN {
        shown.push(say!("store-more", count = (problems.len() - SHOWN)));
    }
    shown.join("; ")
}

/// Why a visit could not be turned into text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    #[error("{}", say!("store-form", cause = cause.as_str()))]
    Form { cause: String },
    #[error("{}", say!("store-form", cause = cause.to_string()))]
    NotReadBack { cause: Box<ReadError> },
    #[error("{}", say!("store-different"))]
    Different,
}

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{}", say!("store-not-opened", cause = words::cause(cause), path = shown(path)))]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("{}", say!("store-not-read", cause = cause.to_string(), path = shown(path)))]
    Read { path: PathBuf, cause: ReadError },
}
