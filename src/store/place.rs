//! Where in a text something stands: the field at a place, the place of a value, what an error
//! of the parser means.

use ron::error::{Error, SpannedError};

use super::errors::{Located, Position, ReadError};
use super::scan::{Scanner, Token};
use crate::model::integrity::Unsound;
use crate::words::say;

/// The field in which a byte of the text stands: `items[3].title`. Lists count from 1.
pub(super) fn path_at(body: &str, offset: usize) -> String {
    let mut scanner = Scanner::new(body);
    while let Some(token) = scanner.next_token() {
        if token.end > offset || token.start > offset {
            break;
        }
    }
    scanner.path()
}

/// An error of the parser with its place, its field and what was expected there.
pub(super) fn explain(body: &str, err: SpannedError) -> ReadError {
    let end = err.span.end;
    let at = Position { line: end.line, column: end.col };
    let offset = offset_of(body, at);
    let mut field = path_at(body, offset);
    if let Error::NoSuchStructField { found, .. } = &err.code
        && !field.ends_with(found.as_str())
    {
        field = if field.is_empty() { found.clone() } else { format!("{field}.{found}") };
    }
    if field.is_empty() {
        field = "Visit".to_owned();
    }
    ReadError::Form { at, field, problem: problem_of(&err.code) }
}

/// The byte at a place of a text, its end when the text has no such place.
pub(super) fn offset_of(body: &str, at: Position) -> usize {
    let mut start = 0;
    for _ in 1..at.line {
        match body.get(start..).and_then(|rest| rest.find('\n')) {
            Some(newline) => start += newline + 1,
            None => return body.len(),
        }
    }
    let line = body.get(start..).unwrap_or_default();
    line.char_indices().nth(at.column.saturating_sub(1)).map_or(body.len(), |(i, _)| start + i)
}

/// What was expected, in the words of the window where it is common.
fn problem_of(code: &Error) -> String {
    match code {
        Error::Eof => say!("store-eof"),
        Error::TrailingCharacters => say!("store-trailing"),
        Error::ExceededRecursionLimit => say!("store-too-deep"),
        Error::ExpectedString => say!("store-expected-text"),
        Error::ExpectedArray => say!("store-expected-list"),
        Error::ExpectedInteger => say!("store-expected-number"),
        Error::IntegerOutOfBounds => say!("store-number-bounds"),
        Error::ExpectedBoolean => say!("store-expected-bool"),
        Error::ExpectedNamedStructLike(name) => {
            let name: &str = name;
            say!("store-expected-record", name = name)
        }
        Error::ExpectedDifferentStructName { expected, found } => {
            let expected: &str = expected;
            say!("store-other-record", expected = expected, found = found.as_str())
        }
        Error::ExpectedArrayEnd
        | Error::ExpectedMapEnd
        | Error::ExpectedStructLikeEnd
        | Error::ExpectedOptionEnd
        | Error::ExpectedComma => say!("store-expected-comma"),
        Error::NoSuchStructField { expected, found, .. } => {
            say!("store-no-field", found = found.as_str(), known = expected.join(", "))
        }
        Error::DuplicateStructField { field, .. } => {
            let name: &str = field;
            say!("store-field-twice", name = name)
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            say!("store-no-choice", found = found.as_str(), known = expected.join(", "))
        }
        // Messages of the model are in the window's language, the rest is the parser's own.
        other => other.to_string(),
    }
}

/// Finds the line of a problem where the text shows it.
pub(super) fn locate(body: &str, problem: Unsound) -> Located {
    let offset = match &problem {
        Unsound::IdTwice { kind: _, id } => {
            string_at(body, id, 2, |scanner| scanner.field() == Some("id"))
        }
        Unsound::Dangling { place, to } => {
            string_at(body, to.id(), 1, |scanner| scanner.fields() == *place)
        }
        Unsound::NoId { .. }
        | Unsound::TextTooLong { .. }
        | Unsound::ListTooLong { .. }
        | Unsound::Hidden { .. } => None,
    };
    Located { at: offset.map(|offset| Position::of(body, offset)), problem }
}

/// Where the `nth` string of that content stands in a field that `is_there`.
fn string_at(
    body: &str,
    content: &str,
    nth: usize,
    is_there: impl Fn(&Scanner<'_>) -> bool,
) -> Option<usize> {
    let mut scanner = Scanner::new(body);
    let mut seen = 0;
    while let Some(token) = scanner.next_token() {
        let Token::Text(text) = token.token else { continue };
        if text == content && is_there(&scanner) {
            seen += 1;
            if seen == nth {
                return Some(token.start);
            }
        }
    }
    None
}
