//! People in and out: lists (CSV, XLSX, a paste) and cards (vCard) become a preview of what they
//! would do to the visit, and one edit; the people of a visit become a list.

mod candidate;
mod cards;
mod columns;
mod export;
mod headings;
mod preview;
mod sheet;
mod taught;
mod workbook;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::decode::{Decoded, decode};
use crate::model::PersonId;
use crate::store;
use crate::words::say;

pub use self::candidate::{Candidate, List};
pub use self::columns::{Column, Field, languages};
pub use self::export::{csv, list, xlsx};
pub use self::headings::{Taught, heading_key};
pub use self::preview::{Cause, Choices, Decision, Decisions, Preview, Rejected, Row, State};
pub use self::taught::{taught, teach};

/// Why a list cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    #[error("{}", say!("exchange-people-empty"))]
    Empty,
    #[error("{}", say!("exchange-people-large"))]
    TooLarge,
    #[error("{}", say!("exchange-people-long", most = (*most)))]
    TooLong { most: usize },
    #[error("{}", say!("exchange-people-rows", cause = cause.as_str()))]
    Rows { cause: String },
    #[error("{}", say!("exchange-people-workbook", cause = cause.as_str()))]
    Workbook { cause: String },
}

/// What a file or a paste holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Rows, their columns to be looked at.
    List(List),
    /// Cards, which name their fields themselves.
    Cards(Vec<Candidate>),
}

/// A source, and how its bytes were read where that had to be found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub source: Source,
    /// The encoding of the text, and whether it is a guess; `None` for workbooks.
    pub encoding: Option<(&'static str, bool)>,
}

/// Reads a list or cards, whatever they are: what the bytes are counts, not the file's name.
///
/// # Errors
/// When there is nothing in it, it is too large, or a workbook is broken.
pub fn read(bytes: &[u8], encoding: Option<&str>, taught: &Taught) -> Result<Found, ListError> {
    if bytes.len() > sheet::MOST_BYTES {
        return Err(ListError::TooLarge);
    }
    if workbook::is_workbook(bytes) {
        let list = List::new(filled(workbook::rows(bytes)?)?, taught);
        return Ok(Found { source: Source::List(list), encoding: None });
    }
    let Decoded { text, encoding: name, is_guess, .. } = decode(bytes, encoding);
    let source = if cards::are_cards(&text) {
        Source::Cards(cards::candidates(bytes, encoding))
    } else {
        Source::List(List::new(filled(sheet::rows(&text)?)?, taught))
    };
    Ok(Found { source, encoding: Some((name, is_guess)) })
}

fn filled(rows: Vec<sheet::SheetRow>) -> Result<Vec<sheet::SheetRow>, ListError> {
    if rows.is_empty() { Err(ListError::Empty) } else { Ok(rows) }
}

impl Source {
    /// What each row or card says of a person.
    pub fn candidates(&self) -> Vec<Candidate> {
        match self {
            Self::List(list) => list.candidates(),
            Self::Cards(cards) => cards.clone(),
        }
    }
}

/// Keeps the pictures that come with what is chosen beside the visit; their paths by person.
///
/// # Errors
/// When one cannot be written.
pub fn keep_photos(
    preview: &Preview,
    choices: Choices,
    visit: &Path,
) -> io::Result<BTreeMap<PersonId, String>> {
    let kept = preview.photos(choices).map(|(person, bytes)| {
        let photo = store::keep_photo(visit, person, picture_ending(bytes), bytes)?;
        Ok((person.clone(), photo))
    });
    kept.collect()
}

/// The ending for the name of a picture's file, by its first bytes.
fn picture_ending(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"\x89PNG") {
        "png"
    } else if bytes.starts_with(b"RIFF") {
        "webp"
    } else {
        "jpg"
    }
}
