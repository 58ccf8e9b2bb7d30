//! Whether a visit is sound: ids unique and referring, sizes bounded, no hidden characters.

use std::collections::HashSet;

use super::{RecordKind, RecordRef, Visit, Visitor, Walk};
use crate::words::say;

/// The longest text, in bytes.
pub const MAX_TEXT: usize = 256 * 1024;
/// The longest list.
pub const MAX_LIST: usize = 20_000;

/// What is wrong with a visit as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    #[error("{}", say!("error-no-id", kind = kind.name()))]
    NoId { kind: RecordKind },
    #[error("{}", say!("error-id-twice", kind = kind.name(), id = id.as_str()))]
    IdTwice { kind: RecordKind, id: String },
    #[error("{}", say!("error-dangling", place = place.as_str(), kind = to.kind().name(), id = to.id()))]
    Dangling { place: String, to: RecordRef },
    #[error("{}", say!("error-text-long", place = place.as_str(), most = MAX_TEXT))]
    TextTooLong { place: String },
    #[error("{}", say!("error-list-long", place = place.as_str(), most = MAX_LIST))]
    ListTooLong { place: String },
    #[error("{}", say!("error-hidden", place = place.as_str(), code = code.as_str()))]
    Hidden { place: String, code: String },
}

/// Everything that makes a visit unsound; empty when it may be worked with.
pub fn problems(visit: &Visit) -> Vec<Unsound> {
    problems_of(visit, Texts::ToLookThrough)
}

/// Whether the texts of a visit are known to hold no hidden characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// Looked through already, as they stood in the file.
    Clean,
    ToLookThrough,
}

/// [`problems`] of a visit of whose texts something is known.
pub fn problems_of(visit: &Visit, texts: Texts) -> Vec<Unsound> {
    let mut found = Vec::new();
    let mut known: HashSet<RecordRef, foldhash::fast::RandomState> = HashSet::default();
    for kind in RecordKind::ALL {
        for reference in visit.references(*kind) {
            if reference.id().is_empty() {
                found.push(Unsound::NoId { kind: *kind });
            } else if let Some(twice) = known.replace(reference) {
                found.push(Unsound::IdTwice { kind: *kind, id: twice.id().to_owned() });
            }
        }
    }
    let is_known = |to: &RecordRef| known.contains(to);
    let mut inspector = Inspector { known: &is_known, texts, path: Vec::new(), found };
    visit.walk(&mut inspector);
    inspector.found
}

/// Whether a character may not stand in any text: controls but line feed and tab, and those that
/// turn or hide the text around them.
pub fn is_forbidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{FFFE}'
        | '\u{FFFF}' => true,
        other => other.is_control(),
    }
}

/// The first character that may not stand in a text, and the byte it begins at.
pub fn first_forbidden(text: &str) -> Option<(usize, char)> {
    /// So many bytes are looked at together; in nearly all of them nothing is suspicious.
    const TOGETHER: usize = 64;
    // What a forbidden character can begin with.
    let suspicious = |byte: u8| matches!(byte, 0..=8 | 11..=31 | 0x7F | 0xC2 | 0xE2 | 0xEF);
    let chunks = text.as_bytes().chunks(TOGETHER).enumerate();
    let worth_a_look = chunks
        .filter(|(_, chunk)| chunk.iter().fold(false, |found, byte| found | suspicious(*byte)));
    let starts = worth_a_look.flat_map(|(n, chunk)| {
        let at = move |(offset, _)| n * TOGETHER + offset;
        chunk.iter().enumerate().filter(|(_, byte)| suspicious(**byte)).map(at)
    });
    let mut found = starts.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    found.find(|(_, c)| is_forbidden(*c))
}

/// The text without the characters that no visit may hold, line ends folded.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| !is_forbidden(*c)).collect()
}

/// What is unsound in one part of a visit: texts, lists, and references that lead nowhere.
pub fn problems_in(visit: &Visit, part: &dyn Walk) -> Vec<Unsound> {
    let known = |to: &RecordRef| visit.position(to).is_some();
    let (texts, path, found) = (Texts::ToLookThrough, Vec::new(), Vec::new());
    let mut inspector = Inspector { known: &known, texts, path, found };
    part.walk(&mut inspector);
    inspector.found
}

struct Inspector<'a> {
    known: &'a dyn Fn(&RecordRef) -> bool,
    texts: Texts,
    path: Vec<&'static str>,
    found: Vec<Unsound>,
}

impl Inspector<'_> {
    fn place(&self) -> String {
        self.path.join(".")
    }
}

impl Visitor for Inspector<'_> {
    fn enter(&mut self, field: &'static str) {
        self.path.push(field);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn list(&mut self, len: usize) {
        if len > MAX_LIST {
            self.found.push(Unsound::ListTooLong { place: self.place() });
        }
    }

    fn text(&mut self, text: &str) {
        if text.len() > MAX_TEXT {
            self.found.push(Unsound::TextTooLong { place: self.place() });
        }
        if self.texts == Texts::ToLookThrough
            && let Some((_, c)) = first_forbidden(text)
        {
            let code = format!("U+{:04X}", u32::from(c));
            self.found.push(Unsound::Hidden { place: self.place(), code });
        }
    }

    fn reference(&mut self, to: RecordRef) {
        if !to.id().is_empty() && !(self.known)(&to) {
            self.found.push(Unsound::Dangling { place: self.place(), to });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Delegation, DelegationId, Person, PersonId};

    #[test]
    fn a_reference_to_nobody_names_its_place() {
        let head = PersonId::new("nobody");
        let id = DelegationId::new("guests").unwrap();
        let delegation = Delegation { id, head: head.clone(), ..Delegation::default() };
        let visit = Visit { delegations: vec![Arc::new(delegation)], ..Visit::default() };
        let expected = Unsound::Dangling {
            place: "delegations.head".to_owned(),
            to: RecordRef::Person(head.unwrap()),
        };
        assert_eq!(problems(&visit), [expected]);
    }

    #[test]
    fn an_id_that_stands_twice_or_not_at_all_is_reported() {
        let person = |id: &str| {
            Arc::new(Person { id: PersonId::new(id).unwrap_or_default(), ..Person::default() })
        };
        let people = vec![person("a"), person("a"), person("")];
        let visit = Visit { people, ..Visit::default() };
        assert_eq!(
            problems(&visit),
            [
                Unsound::IdTwice { kind: RecordKind::Person, id: "a".to_owned() },
                Unsound::NoId { kind: RecordKind::Person },
            ]
        );
    }

    #[test]
    fn marks_that_turn_the_text_around_are_refused_and_accents_are_not() {
        assert!(is_forbidden('\u{202E}') && is_forbidden('\0') && is_forbidden('\r'));
        assert!(
            !is_forbidden('\u{0301}') && !is_forbidden('\u{FE0F}') && !is_forbidden('\u{200D}')
        );
        for c in ('\0'..=char::MAX).filter(|c| is_forbidden(*c)) {
            assert_eq!(first_forbidden(&format!("“é{c}\0")), Some((5, c)), "{c:?}");
        }
        assert_eq!(first_forbidden(&"tab\t“…” é £ 　：\n".repeat(20)), None);
        assert_eq!(clean("a\r\nb\u{202E}\0c"), "a\nbc");
    }
}
