//! What can be wrong with a file, said with line, column and field.

use std::fmt;
use std::path::PathBuf;

use crate::model::integrity::Unsound;
use crate::words::say;

/// A place in a text; both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Position {
    /// The place of a byte of a text.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = 1 + before.bytes().filter(|b| *b == b'\n').count();
        Self { line, column: 1 + before.get(line_start..).unwrap_or_default().chars().count() }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", say!("store-position", line = self.line, column = self.column))
    }
}

/// Something unsound, and where the file says it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", at.map_or_else(|| problem.to_string(), |at| {
    say!("store-at", at = at.to_string(), problem = problem.to_string())
}))]
pub struct Located {
    pub at: Option<Position>,
    pub problem: Unsound,
}

/// Why a text is no visit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("{}", say!("store-too-large", most = most_mib()))]
    TooLarge,
    #[error("{}", say!("store-empty"))]
    Empty,
    #[error("{}", say!("store-not-text", at = at.to_string()))]
    NotText { at: Position },
    #[error("{}", say!("store-hidden", at = at.to_string(), field = field.as_str(), code = code.as_str()))]
    Hidden { at: Position, field: String, code: String },
    #[error("{}", say!("store-no-format"))]
    NoFormat,
    #[error("{}", say!("store-form", at = at.to_string(), field = field.as_str(), problem = problem.as_str()))]
    Form { at: Position, field: String, problem: String },
    #[error("{}", say!("store-newer", format = format, cause = cause.to_string()))]
    Newer { format: u32, cause: Box<ReadError> },
    #[error("{}", lines(.0))]
    Unsound(Vec<Located>),
}

impl ReadError {
    /// Where in the text it is, where that is one place.
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::NotText { at } | Self::Hidden { at, .. } | Self::Form { at, .. } => Some(*at),
            Self::Newer { cause, .. } => cause.position(),
            Self::Unsound(problems) => problems.iter().find_map(|problem| problem.at),
            Self::TooLarge | Self::Empty | Self::NoFormat => None,
        }
    }
}

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{}", say!("store-not-opened", cause = cause.to_string(), path = path.display().to_string()))]
    Unreadable { path: PathBuf, cause: std::io::Error },
    #[error("{}", say!("store-not-opened", cause = cause.to_string(), path = path.display().to_string()))]
    Broken { path: PathBuf, cause: ReadError },
}

/// Why a visit could not be put into words of a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    #[error("{}", lines(.0))]
    Unsound(Vec<Unsound>),
    #[error("{}", say!("store-not-written", cause = .0.as_str()))]
    Form(String),
}

fn most_mib() -> u64 {
    super::MAX_FILE / (1024 * 1024)
}

/// The first few, one a line.
fn lines<T: fmt::Display>(problems: &[T]) -> String {
    const SHOWN: usize = 10;
    let mut lines: Vec<String> = problems.iter().take(SHOWN).map(|p| p.to_string()).collect();
    if let Some(more) = problems.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        lines.push(say!("store-more", count = more));
    }
    lines.join("\n")
}
