//! What can go wrong with a file, in the officer's words.

use std::fmt;
use std::path::PathBuf;

use crate::model::integrity::Unsound;
use crate::words::say;

/// Where in a text, counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Why a text is no visit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("{}", say!("store-empty"))]
    Empty,
    #[error("{}", say!("store-too-large", most = (most / (1024 * 1024))))]
    TooLarge { most: u64 },
    #[error("{}", say!("store-not-text"))]
    NotText,
    #[error("{}", say!("store-no-format"))]
    NoFormat,
    #[error("{}", say!("store-newer", format = (*format)))]
    Newer { format: u32 },
    #[error("{}", say!("store-hidden", place = place.to_string(), code = code.as_str()))]
    Hidden { place: Place, code: String },
    #[error("{}", if field.is_empty() {
        say!("store-syntax", place = place.to_string(), cause = cause.as_str())
    } else {
        say!("store-syntax-in", place = place.to_string(), field = field.as_str(), cause = cause.as_str())
    })]
    Syntax { place: Place, field: String, cause: String },
    #[error("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Unsound { problems: Vec<Unsound> },
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
    #[error("{}", say!("store-not-opened", cause = cause.to_string(), path = path.display().to_string()))]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("{}", say!("store-not-read", cause = cause.to_string(), path = path.display().to_string()))]
    Read { path: PathBuf, cause: ReadError },
}
