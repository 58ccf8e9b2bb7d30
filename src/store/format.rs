//! The bytes of a visit's file: RON with every choice of form pinned, so that the same visit
//! always gives the same bytes and a one-field edit is a one-line diff.
//!
//! The first field, `format`, is read by a header of its own before anything else. It is not part
//! of the model: [`write()`] puts it in front and [`Body`] takes it off.

use std::fmt;
use std::ops::ControlFlow;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::error::{Place, ReadError, WriteError};
use crate::model::{Visit, integrity};

/// The format that this version writes.
pub const FORMAT: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_FILE: u64 = 8 * 1024 * 1024;
/// How deep a file may nest.
const MAX_DEPTH: usize = 128;
/// What a file begins with, and where the format number goes in.
const HEAD: &str = "Visit(\n";

/// A visit read from text.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub visit: Visit,
    /// Whether the text is what [`write()`] makes of the visit. Where not (comments, another
    /// layout), a rewrite would lose something of it.
    pub canonical: bool,
    /// Whether a newer version wrote it: then only what this version knows was read.
    pub newer: bool,
}

/// Reads a visit from the text of its file.
///
/// # Errors
/// One clear error with line, column, field and what was expected.
pub fn read(text: &str) -> Result<Loaded, ReadError> {
    if text.len() as u64 > MAX_FILE {
        return Err(ReadError::TooLarge { most: MAX_FILE });
    }
    let folded = fold(text);
    if folded.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    hidden_characters(&folded)?;
    let head: Head = options().from_str(&folded).map_err(|error| syntax(&folded, &error))?;
    let newer = head.format > FORMAT;
    if head.format == 0 {
        return Err(ReadError::NoFormat);
    }
    let visit = match (options().from_str::<Body>(&folded), newer) {
        (Ok(Body(visit)), _) => visit,
        (Err(_), true) => return Err(ReadError::Newer { format: head.format }),
        (Err(error), false) => return Err(syntax(&folded, &error)),
    };
    let problems = integrity::problems(&visit);
    if !problems.is_empty() {
        return Err(ReadError::Unsound { problems });
    }
    let canonical = write(&visit).is_ok_and(|canonical| canonical == text);
    Ok(Loaded { visit, canonical, newer })
}

/// The text of a visit's file.
///
/// # Errors
/// When the visit is unsound, or would not read back as itself.
pub fn write(visit: &Visit) -> Result<String, WriteError> {
    let body = options().to_string_pretty(visit, pretty());
    let body = body.map_err(|error| WriteError::Form { cause: error.to_string() })?;
    let rest = body.strip_prefix(HEAD).or_else(|| body.strip_prefix("Visit("));
    let rest = rest.ok_or_else(|| WriteError::Form { cause: body.chars().take(40).collect() })?;
    Ok(format!("{HEAD}    format: {FORMAT},\n{rest}\n"))
}

/// [`write()`], then read back and compared: what a save does.
///
/// # Errors
/// As [`write()`], and when what was written would not be read back as the same visit.
pub fn write_checked(visit: &Visit) -> Result<String, WriteError> {
    let text = write(visit)?;
    let back = read(&text).map_err(|cause| WriteError::NotReadBack { cause: Box::new(cause) })?;
    if back.visit == *visit { Ok(text) } else { Err(WriteError::Different) }
}

fn options() -> ron::Options {
    // An optional value stands in the file as the plain value.
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(MAX_DEPTH)
}

fn pretty() -> PrettyConfig {
    PrettyConfig::new()
        .depth_limit(usize::MAX)
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
        .compact_ranges(true)
}

/// What editors and sync tools add is taken off: the byte order mark, CR before LF.
fn fold(text: &str) -> String {
    text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n")
}

/// Characters that hide or turn text are refused wherever they stand, with their place.
fn hidden_characters(text: &str) -> Result<(), ReadError> {
    let found = text.lines().enumerate().try_for_each(|(line, content)| {
        match content.chars().enumerate().find(|(_, c)| integrity::is_forbidden(*c)) {
            Some((column, c)) => ControlFlow::Break((line, column, c)),
            None => ControlFlow::Continue(()),
        }
    });
    match found {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break((line, column, c)) => Err(ReadError::Hidden {
            place: Place { line: line + 1, column: column + 1 },
            code: format!("U+{:04X}", u32::from(c)),
        }),
    }
}

fn syntax(text: &str, error: &ron::error::SpannedError) -> ReadError {
    let start = error.span.start;
    ReadError::Syntax {
        place: Place { line: start.line, column: start.col },
        field: field_at(text, start.line, start.col),
        cause: error.code.to_string(),
    }
}

/// The field whose value the place lies in: the last `name:` before it on its line or above.
fn field_at(text: &str, line: usize, column: usize) -> String {
    let lines: Vec<&str> = text.lines().take(line).collect();
    let own = lines.last().map(|content| content.chars().take(column).collect::<String>());
    let above = lines.iter().rev().skip(1).take(200).map(|content| (*content).to_owned());
    own.into_iter().chain(above).find_map(|content| field_name(&content)).unwrap_or_default()
}

fn field_name(line: &str) -> Option<String> {
    let before = line.rsplit_once(':').map_or("", |(before, _)| before);
    let before = line.trim_start().split(':').next().filter(|_| !before.is_empty())?;
    let is_name = !before.is_empty() && before.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_name.then(|| before.to_owned())
}

/// The number in front, read out of any file, even one of a newer format.
#[derive(Deserialize)]
#[serde(rename = "Visit")]
struct Head {
    #[serde(default)]
    format: u32,
}

/// A visit behind its format number.
struct Body(Visit);

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BodyVisitor;
        impl<'de> Visitor<'de> for BodyVisitor {
            type Value = Body;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("Visit")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Body, A::Error> {
                let rest = MapAccessDeserializer::new(BehindFormat { map });
                Visit::deserialize(rest).map(Body)
            }
        }
        deserializer.deserialize_struct("Visit", Visit::FIELDS, BodyVisitor)
    }
}

/// The fields of a file without its `format`.
struct BehindFormat<A> {
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for BehindFormat<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(Name(name)) = self.map.next_key()? {
            if name == "format" {
                self.map.next_value::<IgnoredAny>()?;
            } else {
                return seed.deserialize(StrDeserializer::new(&name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// The name of a field, as it stands.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl Visitor<'_> for NameVisitor {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }

            fn visit_bytes<E: serde::de::Error>(self, name: &[u8]) -> Result<Name, E> {
                std::str::from_utf8(name).map(|name| Name(name.to_owned())).map_err(E::custom)
            }
        }
        deserializer.deserialize_identifier(NameVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Minute, When};

    fn visit() -> Visit {
        let text = "Visit(format: 1, id: \"a\", items: [Item(id: \"tour\", title: \"Tour\", \
                    when: At(\"2024-07-29 10:30\"), place: \"hall\")], places: [Place(id: \"hall\")])";
        read(text).unwrap().visit
    }

    #[test]
    fn what_is_written_reads_back_and_is_canonical() {
        let text = write_checked(&visit()).unwrap();
        assert!(text.starts_with("Visit(\n    format: 1,\n    id: \"a\",\n"), "{text}");
        assert!(text.contains("place: \"hall\""), "{text}");
        let loaded = read(&text).unwrap();
        assert!(loaded.canonical && !loaded.newer);
        assert_eq!(loaded.visit, visit());
    }

    #[test]
    fn an_empty_visit_reads_back() {
        assert_eq!(write(&Visit::default()).unwrap(), "Visit(\n    format: 1,\n)\n");
        assert!(write_checked(&Visit::default()).is_ok());
    }

    #[test]
    fn a_byte_order_mark_crlf_and_comments_are_read_but_not_canonical() {
        let text = write(&visit()).unwrap().replace('\n', "\r\n");
        let loaded = read(&format!("\u{FEFF}// mine\r\n{text}")).unwrap();
        assert_eq!(loaded.visit, visit());
        assert!(!loaded.canonical);
    }

    #[test]
    fn an_error_names_line_column_field_and_what_was_expected() {
        let text = write(&visit()).unwrap().replace("2024-07-29 10:30", "half past ten");
        let ReadError::Syntax { place, field, cause } = read(&text).unwrap_err() else {
            panic!("another error");
        };
        assert_eq!((place.line, field.as_str()), (13, "when"), "{text}");
        assert!(cause.contains("half past ten"), "{cause}");
    }

    #[test]
    fn an_unknown_field_is_refused_by_name() {
        let error = read("Visit(format: 1, idd: \"a\")").unwrap_err().to_string();
        assert!(error.contains("idd"), "{error}");
    }

    #[test]
    fn a_newer_file_is_read_where_it_can_be_and_says_so_where_not() {
        let loaded = read("Visit(format: 9, id: \"a\")").unwrap();
        assert!(loaded.newer);
        let error = read("Visit(format: 9, soul: \"a\")").unwrap_err();
        assert!(matches!(error, ReadError::Newer { format: 9 }));
    }

    #[test]
    fn hidden_characters_are_refused_with_their_place() {
        let error = read("Visit(format: 1,\n  id: \"a\u{202E}\")").unwrap_err();
        let ReadError::Hidden { place, code } = error else { panic!("{error}") };
        assert_eq!((place.line, place.column, code.as_str()), (2, 9, "U+202E"));
    }

    #[test]
    fn one_changed_field_is_one_changed_line() {
        let mut changed = visit();
        let item = std::sync::Arc::make_mut(&mut changed.items[0]);
        item.when = When::At(Minute::parse("2024-07-29 11:00").unwrap());
        let (old, new) = (write(&visit()).unwrap(), write(&changed).unwrap());
        let differing = old.lines().zip(new.lines()).filter(|(a, b)| a != b).count();
        assert_eq!((differing, old.lines().count()), (1, new.lines().count()));
    }
}
