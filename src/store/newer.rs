//! Reads as much as it can of a file that a newer version made. Nobody writes such a file back.

use ron::error::Error;

use super::error::{Place, ReadError};
use super::format::{Body, options};
use super::place;
use super::scan::{Scanner, Token};
use crate::model::Visit;

/// So many unknown fields are left out before the file counts as unreadable.
const MOST_LEFT_OUT: usize = 200;

/// The visit of a newer file, and the fields that this version does not know.
pub(super) fn parse(body: &str, format: u32) -> Result<(Visit, Vec<String>), ReadError> {
    let mut known = body.to_owned();
    let mut left_out = Vec::new();
    loop {
        let err = match options().from_str::<Body>(&known) {
            Ok(Body(visit)) => return Ok((visit, left_out)),
            Err(err) => err,
        };
        let unknown = match &err.code {
            Error::NoSuchStructField { found, .. } if left_out.len() < MOST_LEFT_OUT => {
                let end = err.span.end;
                let at = place::offset_of(&known, Place { line: end.line, column: end.col });
                field_before(&known, found, at)
            }
            _ => None,
        };
        let Some(unknown) = unknown else {
            let cause = Box::new(place::explain(&known, &err));
            return Err(ReadError::NewerBroken { format, cause });
        };
        left_out.push(unknown.path);
        // Line ends stay, so that a later error still names its line.
        let blank: String = known
            .get(unknown.start..unknown.end)
            .unwrap_or_default()
            .chars()
            .map(|c| if c == '\n' { '\n' } else { ' ' })
            .collect();
        known.replace_range(unknown.start..unknown.end, &blank);
    }
}

/// A field with its value and the comma behind it.
struct Field {
    path: String,
    start: usize,
    end: usize,
}

/// The last field called `name` that begins before `limit`.
fn field_before(text: &str, name: &str, limit: usize) -> Option<Field> {
    let mut scanner = Scanner::new(text);
    let mut found = None;
    let mut word = None;
    while let Some(token) = scanner.next_token() {
        if token.start > limit {
            break;
        }
        match token.token {
            Token::Word(text) if text == name => word = Some(token.start),
            Token::Colon => {
                if let Some(start) = word.take() {
                    found = Some((start, token.end));
                }
            }
            _ => word = None,
        }
    }
    // The parser may stand before the colon.
    let (start, _) = found.or_else(|| word.map(|start| (start, start)))?;
    let (path, end) = value_end(text, start)?;
    Some(Field { path, start, end })
}

/// Where the field that begins at `start` ends, with its comma, and its path.
fn value_end(text: &str, start: usize) -> Option<(String, usize)> {
    let mut scanner = Scanner::new(text);
    while scanner.next_token()?.end <= start {}
    let depth = scanner.depth();
    let mut path = None;
    let mut end = start;
    while let Some(token) = scanner.next_token() {
        match token.token {
            Token::Comma if scanner.depth() == depth => return Some((path?, token.end)),
            Token::Close if scanner.depth() < depth => return Some((path?, end)),
            Token::Colon if path.is_none() => path = Some(scanner.path()),
            _ => {}
        }
        end = token.end;
    }
    None
}
