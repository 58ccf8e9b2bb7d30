//! The RON text of a visit, in and out. The same visit always gives the same bytes.

use std::borrow::Cow;
use std::sync::Arc;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::errors::{Position, ReadError, WriteError};
use super::open::ContentHash;
use super::{newer, place};
use crate::model::record::is_default;
use crate::model::{
    About, Agreement, Arrangement, Delegation, Dismissal, FollowUp, Gift, Group, Issue, Item, Note,
    Override, Person, Place, Room, Task, TravelTime, Vehicle, Visit, VisitId, integrity,
};

/// The format this version writes.
///
/// With format 2 the types of format 1 are frozen in a module of their own, and [`parse`] reads
/// the old ones through them; `tests/files` keeps a file of every format for ever.
pub const FORMAT: u32 = 1;

/// The largest file that is read at all, in bytes.
pub const MAX_FILE: u64 = 8 * 1024 * 1024;

/// How deep a file may nest.
const MAX_DEPTH: usize = 128;

/// A visit as a file told it.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub visit: Arc<Visit>,
    /// Of the text as it was, with its comments and line ends.
    pub hash: ContentHash,
    pub format: u32,
    /// Fields that this version does not know, of a file newer than it; a save would lose them.
    pub left_out: Vec<String>,
}

impl Loaded {
    /// Made by a newer version: shown, never written.
    pub fn is_newer(&self) -> bool {
        self.format > FORMAT
    }
}

/// Reads the text of a file and makes sure that it is a sound visit.
pub fn read(text: &str) -> Result<Loaded, ReadError> {
    let loaded = read_unchecked(text)?;
    let problems = integrity::problems(&loaded.visit);
    if problems.is_empty() {
        return Ok(loaded);
    }
    let body = fold(text);
    let located = problems.into_iter().map(|problem| place::locate(&body, problem)).collect();
    Err(ReadError::Unsound(located))
}

/// Reads the text of a file, whether or not the visit in it is sound.
pub(super) fn read_unchecked(text: &str) -> Result<Loaded, ReadError> {
    let body = fold(text);
    refuse_hidden(&body)?;
    if body.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let format = format_of(&body)?;
    let (visit, left_out) = parse(&body, format)?;
    let hash = ContentHash::of(text.as_bytes());
    Ok(Loaded { visit: Arc::new(visit), hash, format, left_out })
}

/// The text of a visit as every version writes it.
pub fn write(visit: &Visit) -> Result<String, WriteError> {
    let problems = integrity::problems(visit);
    if problems.is_empty() { write_unchecked(visit) } else { Err(WriteError::Unsound(problems)) }
}

/// The text of a visit, whether or not it is sound: what the journal keeps.
pub(super) fn write_unchecked(visit: &Visit) -> Result<String, WriteError> {
    let file = File::from(visit.clone());
    let mut text = options()
        .to_string_pretty(&file, pretty())
        .map_err(|err| WriteError::Form(err.to_string()))?;
    text.push('\n');
    Ok(text)
}

/// `Option`s stand plain in a file: `due: "2024-07-29"`. `Some("2024-07-29")` is read too.
pub(super) fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(MAX_DEPTH)
}

/// Every setting is pinned, so that no change of a default changes a file.
fn pretty() -> PrettyConfig {
    PrettyConfig::new()
        .depth_limit(MAX_DEPTH)
        .new_line("\n")
        .indentor("    ")
        .separator(" ")
        .struct_names(true)
        .separate_tuple_members(false)
        .enumerate_arrays(false)
        .extensions(Extensions::empty())
        .compact_arrays(false)
        .escape_strings(false)
        .compact_structs(false)
        .compact_maps(false)
        .number_suffixes(false)
        .compact_ranges(false)
}

/// The text without a byte order mark, line ends folded.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Refuses characters that hide or turn the text around them, wherever they stand.
fn refuse_hidden(body: &str) -> Result<(), ReadError> {
    match body.char_indices().find(|(_, c)| integrity::is_forbidden(*c)) {
        None => Ok(()),
        Some((offset, c)) => Err(ReadError::Hidden {
            at: Position::of(body, offset),
            field: place::path_at(body, offset),
            code: format!("U+{:04X}", u32::from(c)),
        }),
    }
}

/// Only the format, of any file whatever else it holds.
#[derive(Deserialize)]
#[serde(rename = "Visit")]
struct Head {
    #[serde(default)]
    format: Option<u32>,
}

fn format_of(body: &str) -> Result<u32, ReadError> {
    // Nearly every file begins with its format; the whole text need not be read twice.
    if let Some(format) = first_field_format(body) {
        return Ok(format);
    }
    let head: Head = options().from_str(body).map_err(|err| place::explain(body, err))?;
    head.format.ok_or(ReadError::NoFormat)
}

/// The number in `Visit(format: 1,` at the beginning of a text.
fn first_field_format(body: &str) -> Option<u32> {
    let rest = body.trim_start().strip_prefix("Visit")?.trim_start().strip_prefix('(')?;
    let rest = rest.trim_start().strip_prefix("format")?.trim_start().strip_prefix(':')?;
    let (number, _) = rest.split_once([',', ')'])?;
    number.trim().parse().ok()
}

/// The one place where formats part: each old one gets its own branch and frozen types.
fn parse(body: &str, format: u32) -> Result<(Visit, Vec<String>), ReadError> {
    match format {
        0 => Err(ReadError::NoFormat),
        FORMAT => {
            let file: File = options().from_str(body).map_err(|err| place::explain(body, err))?;
            Ok((file.into(), Vec::new()))
        }
        newer => newer::parse(body, newer),
    }
}

/// Declares the file of a visit: the visit with its format in front.
macro_rules! file {
    ($( $field:ident: $type:ty, )*) => {
        #[derive(Default, Serialize, Deserialize)]
        #[serde(rename = "Visit", default, deny_unknown_fields)]
        pub(super) struct File {
            format: u32,
            $( #[serde(skip_serializing_if = "is_default")] $field: $type, )*
        }

        impl From<File> for Visit {
            fn from(file: File) -> Self {
                let File { format: _, $( $field, )* } = file;
                Self { $( $field, )* }
            }
        }

        impl From<Visit> for File {
            fn from(visit: Visit) -> Self {
                let Visit { $( $field, )* } = visit;
                Self { format: FORMAT, $( $field, )* }
            }
        }
    };
}

file! {
    id: VisitId,
    about: Arc<About>,
    delegations: Vec<Arc<Delegation>>,
    groups: Vec<Arc<Group>>,
    people: Vec<Arc<Person>>,
    places: Vec<Arc<Place>>,
    travel_times: Vec<TravelTime>,
    items: Vec<Arc<Item>>,
    vehicles: Vec<Arc<Vehicle>>,
    rooms: Vec<Arc<Room>>,
    notes: Vec<Arc<Note>>,
    tasks: Vec<Arc<Task>>,
    gifts: Vec<Arc<Gift>>,
    agreements: Vec<Arc<Agreement>>,
    follow_ups: Vec<Arc<FollowUp>>,
    arrangements: Vec<Arc<Arrangement>>,
    overrides: Vec<Override>,
    issues: Vec<Issue>,
    dismissals: Vec<Dismissal>,
}
