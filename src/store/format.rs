//! The bytes of a visit's file: RON with every choice of form pinned, so that the same visit
//! always gives the same bytes and a one-field edit is a one-line diff.
//!
//! The first field, `format`, is read by a header of its own before anything else. It is not part
//! of the model: [`write()`] puts it in front and [`Body`] takes it off.

use std::borrow::Cow;
use std::fmt;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::error::{Place, ReadError, WriteError};
use super::{newer, place};
use crate::model::Visit;
use crate::model::integrity::{self, Texts};

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
    /// The fields of a newer file that this version does not know.
    pub left_out: Vec<String>,
}

/// Reads a visit from the text of its file.
///
/// # Errors
/// One clear error with line, column, field and what was expected.
pub fn read(text: &str) -> Result<Loaded, ReadError> {
    let Parsed { visit, newer, left_out } = read_sound(text)?;
    let canonical = !newer && write(&visit).is_ok_and(|canonical| canonical == text);
    Ok(Loaded { visit, canonical, newer, left_out })
}

/// What a text says, without asking whether a rewrite would keep all of it.
pub(super) struct Parsed {
    pub(super) visit: Visit,
    pub(super) newer: bool,
    pub(super) left_out: Vec<String>,
}

/// [`read()`] for lists of many files.
pub(super) fn read_sound(text: &str) -> Result<Parsed, ReadError> {
    let parsed = read_any(text)?;
    // What hides does not stand in the file; only an escape could still have made it.
    let escapes = memchr::memchr(b'\\', text.as_bytes()).is_some();
    let texts = if escapes { Texts::ToLookThrough } else { Texts::Clean };
    let problems = integrity::problems_of(&parsed.visit, texts);
    if problems.is_empty() {
        return Ok(parsed);
    }
    let folded = fold(text);
    let located = problems.into_iter().map(|problem| place::locate(&folded, problem));
    Err(ReadError::Unsound { problems: located.collect() })
}

/// Reads a visit whether or not it is sound: work that was not saved is shown as it was.
pub(super) fn read_any(text: &str) -> Result<Parsed, ReadError> {
    if text.len() as u64 > MAX_FILE {
        return Err(ReadError::TooLarge { most: MAX_FILE });
    }
    let folded = fold(text);
    if folded.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    hidden_characters(&folded)?;
    parse(&folded, format_of(&folded)?)
}

/// The format of a file, told before anything else is read.
fn format_of(text: &str) -> Result<u32, ReadError> {
    // Nearly every file begins with its format; the rest need not be read for it.
    if let Some(format) = leading_format(text) {
        return Ok(format);
    }
    let head: Head = options().from_str(text).map_err(|err| place::explain(text, &err))?;
    Ok(head.format)
}

/// Whether the bytes of a file are of a format that this version does not know.
pub(super) fn is_newer(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| format_of(&fold(text)).is_ok_and(|it| it > FORMAT))
}

/// The number in `Visit(format: 1,` at the beginning of a text.
fn leading_format(text: &str) -> Option<u32> {
    let rest = text.trim_start().strip_prefix("Visit")?.trim_start().strip_prefix('(')?;
    let rest = rest.trim_start().strip_prefix("format")?.trim_start().strip_prefix(':')?;
    let (number, _) = rest.split_once([',', ')'])?;
    number.trim().parse().ok()
}

/// The one place where formats part. With format 2, the types of format 1 are frozen in a module
/// of their own and get a branch here; `tests/files` keeps a file of every format for ever.
fn parse(text: &str, format: u32) -> Result<Parsed, ReadError> {
    match format {
        0 => Err(ReadError::NoFormat),
        FORMAT => {
            let body = options().from_str::<Body>(text);
            let Body(visit) = body.map_err(|err| place::explain(text, &err))?;
            Ok(Parsed { visit, newer: false, left_out: Vec::new() })
        }
        newer => {
            let (visit, left_out) = newer::parse(text, newer)?;
            Ok(Parsed { visit, newer: true, left_out })
        }
    }
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
    Ok(plain_none(format!("{HEAD}    format: {FORMAT},\n{rest}\n")))
}

/// A choice named `None` ("eats everything") stands as plainly as the others; ron would mark it
/// off from an absent value as `r#None`, which no field of a visit needs.
fn plain_none(text: String) -> String {
    const MARKED: &str = "r#None";
    let marked = memchr::memmem::Finder::new(MARKED);
    if marked.find(text.as_bytes()).is_none() {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let push = |plain: &mut String, part: &str| {
        if marked.find(part.as_bytes()).is_some() {
            plain.push_str(&part.replace(MARKED, "None"));
        } else {
            plain.push_str(part);
        }
    };
    let mut rest = text.as_str();
    // The letters of a text are left alone, whatever they are.
    while let Some((before, quoted, behind)) = next_quoted(rest) {
        push(&mut plain, before);
        plain.push_str(quoted);
        rest = behind;
    }
    push(&mut plain, rest);
    plain
}

/// The first quoted text of what [`write()`] makes, plain or raw, with what stands around it.
fn next_quoted(text: &str) -> Option<(&str, &str, &str)> {
    let start = memchr::memchr(b'"', text.as_bytes())?;
    let before = text.get(..start)?;
    let hashes = before.len() - before.trim_end_matches('#').len();
    let is_raw = before.trim_end_matches('#').ends_with('r');
    let inner = text.get(start + 1..)?;
    let len = if is_raw {
        let close = format!("\"{}", "#".repeat(hashes));
        memchr::memmem::find(inner.as_bytes(), close.as_bytes())? + close.len()
    } else {
        let mut escaped = false;
        let is_end = |byte: &u8| {
            let ends = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            ends
        };
        inner.as_bytes().iter().position(is_end)? + 1
    };
    let end = start + 1 + len;
    Some((before, text.get(start..end)?, text.get(end..)?))
}

/// Whether a text that was written reads back as the same visit: asked before every save.
///
/// # Errors
/// When it does not.
pub fn read_back(text: &str, visit: &Visit) -> Result<(), WriteError> {
    let not_read = |cause| WriteError::NotReadBack { cause: Box::new(cause) };
    let back = read_sound(text).map_err(not_read)?;
    if back.visit == *visit { Ok(()) } else { Err(WriteError::Different) }
}

pub(super) fn options() -> ron::Options {
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
fn fold(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let has_returns = memchr::memchr(b'\r', text.as_bytes()).is_some();
    if has_returns { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// Characters that hide or turn text are refused wherever they stand, with their place.
fn hidden_characters(text: &str) -> Result<(), ReadError> {
    match integrity::first_forbidden(text) {
        None => Ok(()),
        Some((offset, c)) => Err(ReadError::Hidden {
            place: Place::of(text, offset),
            field: place::field_at(text, offset),
            code: format!("U+{:04X}", u32::from(c)),
        }),
    }
}

/// The number in front, read out of any file, even one of a newer format.
#[derive(Deserialize)]
#[serde(rename = "Visit")]
struct Head {
    #[serde(default)]
    format: u32,
}

/// A visit behind its format number.
pub(super) struct Body(pub(super) Visit);

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
                    when: At(\"2024-07-29 10:30\"), place: \"hall\")], \
                    places: [Place(id: \"hall\")])";
        read(text).unwrap().visit
    }

    #[test]
    fn what_is_written_reads_back_and_is_canonical() {
        let text = write(&visit()).unwrap();
        read_back(&text, &visit()).unwrap();
        assert!(text.starts_with("Visit(\n    format: 1,\n    id: \"a\",\n"), "{text}");
        assert!(text.contains("place: \"hall\""), "{text}");
        let loaded = read(&text).unwrap();
        assert!(loaded.canonical && !loaded.newer);
        assert_eq!(loaded.visit, visit());
    }

    #[test]
    fn only_a_choice_is_made_plain_never_a_text_of_the_same_letters() {
        for (marked, plain) in [
            ("diet: r#None,", "diet: None,"),
            ("a: \"r#None\", diet: r#None", "a: \"r#None\", diet: None"),
            ("a: r#\"say \"r#None\" now\"#, d: r#None", "a: r#\"say \"r#None\" now\"#, d: None"),
            ("a: \"q\\\"r#None\", d: r#None", "a: \"q\\\"r#None\", d: None"),
        ] {
            assert_eq!(plain_none(marked.to_owned()), plain);
        }
    }

    #[test]
    fn an_empty_visit_reads_back() {
        assert_eq!(write(&Visit::default()).unwrap(), "Visit(\n    format: 1,\n)\n");
        assert!(read_back("Visit(format: 1)", &Visit::default()).is_ok());
        assert!(read_back("Visit(format: 1)", &visit()).is_err());
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
        assert_eq!((place.line, field.as_str()), (13, "items[1].when"), "{text}");
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
        let text = "Visit(format: 9, id: \"a\", people: [\
                    Person(id: \"b\", soul: [Old(\"),\")], rank: 2)])";
        let loaded = read(text).unwrap();
        assert_eq!(loaded.left_out, ["people[1].soul"]);
        assert_eq!(loaded.visit.people[0].rank, 2);
        let error = read("Visit(format: 9, people: \"a\")").unwrap_err();
        assert!(matches!(error, ReadError::NewerBroken { format: 9, .. }));
    }

    #[test]
    fn hidden_characters_are_refused_with_their_place() {
        let error = read("Visit(format: 1,\n  id: \"a\u{202E}\")").unwrap_err();
        let ReadError::Hidden { place, field, code } = error else { panic!("{error}") };
        assert_eq!((place.line, place.column, field.as_str()), (2, 9, "id"));
        assert_eq!(code, "U+202E");
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
