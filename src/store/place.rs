//! Where in a text something stands: the field at a place, the line of a problem, what an error
//! of the parser means.

use ron::error::{Error, SpannedError};

use super::error::{Located, Place, ReadError};
use super::scan::{Scanner, Token};
use crate::model::integrity::Unsound;
use crate::words::say;

/// The field in which a byte of the text stands: `items[3].title`. Lists count from 1.
pub(super) fn field_at(text: &str, offset: usize) -> String {
    let mut scanner = Scanner::new(text);
    let mut field = String::new();
    while let Some(token) = scanner.next_token() {
        if token.start > offset {
            break;
        }
        field = scanner.path();
    }
    field
}

/// An error of the parser with its place, its field and what was expected there.
pub(super) fn explain(text: &str, err: &SpannedError) -> ReadError {
    let start = offset_of(text, Place { line: err.span.start.line, column: err.span.start.col });
    // The parser stands before the blanks in front of what it could not read.
    let offset = text
        .get(start..)
        .and_then(|rest| rest.find(|c: char| !c.is_whitespace()))
        .map_or(start, |blanks| start + blanks);
    let place = Place::of(text, offset);
    let mut field = field_at(text, offset);
    if let Error::NoSuchStructField { found, .. } = &err.code
        && field.rsplit('.').next() != Some(found.as_str())
    {
        field = if field.is_empty() { found.clone() } else { format!("{field}.{found}") };
    }
    ReadError::Syntax { place, field, cause: cause_of(&err.code) }
}

/// The byte at a place of a text, its end when the text has no such place.
pub(super) fn offset_of(text: &str, place: Place) -> usize {
    let mut start = 0;
    for _ in 1..place.line {
        match text.get(start..).and_then(|rest| rest.find('\n')) {
            Some(newline) => start += newline + 1,
            None => return text.len(),
        }
    }
    let line = text.get(start..).unwrap_or_default();
    let column = line.char_indices().nth(place.column.saturating_sub(1));
    column.map_or(text.len(), |(i, _)| start + i)
}

/// What was expected, in the words of the window where it is common.
fn cause_of(code: &Error) -> String {
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
        // The model speaks the window's language already, the rest is the parser's own.
        other => other.to_string(),
    }
}

/// Finds the place of a problem where the text shows it.
pub(super) fn locate(text: &str, problem: Unsound) -> Located {
    let place = match &problem {
        Unsound::IdTwice { kind: _, id } => {
            string_at(text, id, 2, |scanner| scanner.field() == Some("id"))
        }
        Unsound::Dangling { place, to } => {
            string_at(text, to.id(), 1, |scanner| scanner.fields() == *place)
        }
        Unsound::NoId { .. }
        | Unsound::TextTooLong { .. }
        | Unsound::ListTooLong { .. }
        | Unsound::Hidden { .. } => None,
    };
    Located { place, problem }
}

/// Where the `nth` string of that content stands in a field that `is_there`.
fn string_at(
    text: &str,
    content: &str,
    nth: usize,
    is_there: impl Fn(&Scanner<'_>) -> bool,
) -> Option<Place> {
    let mut scanner = Scanner::new(text);
    let mut seen = 0;
    while let Some(token) = scanner.next_token() {
        if token.token == Token::Text(content) && is_there(&scanner) {
            seen += 1;
            if seen == nth {
                return Some(Place::of(text, token.start));
            }
        }
    }
    None
}
