//! A change as a sentence.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Change, ChangeKind, Subject};
use crate::model::{Minute, Record, RecordKind, RecordRef, Visit, Visitor, Walk};
use crate::words::{self, dates, interface_lang, say};

/// A value longer than this is not told, only that it changed.
const LONGEST_TOLD: usize = 80;

/// When an item is, in words; empty for other records and without a time.
pub(super) fn time_of(record: &Record) -> String {
    let Record::Item(item) = record else { return String::new() };
    let lang = interface_lang();
    let span = item.when.start().map(|start| dates::span(start, item.when.end(), &lang));
    span.unwrap_or_default()
}

fn in_brackets(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" ({text})") }
}

impl Change {
    /// The change in words: "“Tour”: time from “10:00” to “10:30”".
    pub fn sentence(&self) -> String {
        let name = self.name.as_str();
        match &self.kind {
            ChangeKind::Added { when } => {
                say!("diff-added", kind = self.kind_name(), name = name, when = in_brackets(when))
            }
            ChangeKind::Removed { when } => {
                say!("diff-removed", kind = self.kind_name(), name = name, when = in_brackets(when))
            }
            ChangeKind::Reordered => say!("diff-reordered", kind = self.kind_name(), name = name),
            ChangeKind::Grown { field, by } => {
                say!("diff-grown", what = self.what(field), by = by.as_str())
            }
            ChangeKind::Field { field, from, to } => {
                let what = self.what(field);
                match (from.as_str(), to.as_str()) {
                    // What differs is not among what is told of the values.
                    (from, to) if from == to => say!("diff-changed", what = what),
                    ("", to) => say!("diff-set", what = what, to = to),
                    (from, "") => say!("diff-cleared", what = what, from = from),
                    (from, to) => say!("diff-from-to", what = what, from = from, to = to),
                }
            }
        }
    }

    /// The change in few words, for the list of steps: "Time of “Tour”".
    pub fn short(&self) -> String {
        let (ChangeKind::Field { field, .. } | ChangeKind::Grown { field, .. }) = &self.kind else {
            return self.sentence();
        };
        let field = self.field_name(field);
        match self.subject {
            Subject::Record(_) => {
                say!("diff-short-of", name = self.name.as_str(), field = field)
            }
            Subject::About | Subject::List(_) => say!("diff-short-of-visit", field = field),
        }
    }

    /// The field and what it is of.
    fn what(&self, field: &str) -> String {
        let field = self.field_name(field);
        match self.subject {
            Subject::Record(_) => say!("diff-field-of", name = self.name.as_str(), field = field),
            Subject::About | Subject::List(_) => say!("diff-field-of-visit", field = field),
        }
    }

    fn field_name(&self, field: &str) -> String {
        match &self.subject {
            Subject::Record(reference) => words::field_of(reference.kind(), field),
            Subject::About | Subject::List(_) => words::field(field),
        }
    }

    fn kind_name(&self) -> String {
        match &self.subject {
            Subject::Record(reference) => words::kind(reference.kind()),
            Subject::About => words::field("about"),
            Subject::List(name) => words::field(name),
        }
    }
}

/// The references each field of a record holds.
pub(super) fn references(record: &dyn Walk) -> BTreeMap<&'static str, Vec<RecordRef>> {
    let mut collector = Collector::default();
    record.walk(&mut collector);
    collector.found
}

#[derive(Default)]
struct Collector {
    path: Vec<&'static str>,
    found: BTreeMap<&'static str, Vec<RecordRef>>,
}

impl Visitor for Collector {
    fn enter(&mut self, field: &'static str) {
        self.path.push(field);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn reference(&mut self, to: RecordRef) {
        if let Some(field) = self.path.first() {
            self.found.entry(field).or_default().push(to);
        }
    }
}

/// What came and what went of a list too long to be told twice. `None`: it is short, or only its
/// order or what else stands in it is another.
pub(super) fn long_list(
    old: &Visit,
    new: &Visit,
    field: &'static str,
    was: &[RecordRef],
    is: &[RecordRef],
) -> Option<ChangeKind> {
    /// So many are told in full, if each is told once.
    const FEW: usize = 3;
    let twice = |list: &[RecordRef]| {
        let mut seen = std::collections::BTreeSet::new();
        !list.iter().all(|reference| seen.insert(reference))
    };
    if was.len().max(is.len()) <= FEW && !twice(was) && !twice(is) {
        return None;
    }
    let (went, came) = (missing(old, was, is), missing(new, is, was));
    match (went.is_empty(), came.is_empty()) {
        (true, true) => None,
        (true, false) => Some(ChangeKind::Grown { field, by: short(came) }),
        _ => Some(ChangeKind::Field { field, from: short(went), to: short(came) }),
    }
}

/// The names of those in one list and not in the other, each once.
fn missing(visit: &Visit, of: &[RecordRef], from: &[RecordRef]) -> String {
    let mut names: Vec<String> = Vec::new();
    for reference in of.iter().filter(|reference| !from.contains(reference)) {
        let name = visit.label(reference);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// A value as a reader would say it; empty when there is none or it is too large to be told.
pub(super) fn value(visit: &Visit, value: Option<&Value>, refs: Option<&Vec<RecordRef>>) -> String {
    let Some(value) = value else { return String::new() };
    if let Some(refs) = refs.filter(|refs| !refs.is_empty()) {
        let names: Vec<String> = refs.iter().map(|reference| visit.label(reference)).collect();
        return short(names.join(", "));
    }
    short(plain(value))
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => say!("diff-yes"),
        Value::Bool(false) => say!("diff-no"),
        Value::Number(number) => number.to_string(),
        Value::String(text) => match Minute::parse(text) {
            Some(at) => dates::moment(at, &interface_lang()),
            None => text.clone(),
        },
        Value::Array(values) => {
            let times: Option<Vec<Minute>> =
                values.iter().map(|value| value.as_str().and_then(Minute::parse)).collect();
            if let Some([start, end]) = times.as_deref() {
                return dates::span(*start, Some(*end), &interface_lang());
            }
            let parts: Vec<String> =
                values.iter().map(plain).filter(|part| !part.is_empty()).collect();
            parts.join(" – ")
        }
        Value::Object(fields) => {
            let parts: Vec<String> =
                fields.values().map(plain).filter(|part| !part.is_empty()).collect();
            parts.join(" · ")
        }
    }
}

fn short(text: String) -> String {
    if text.chars().count() > LONGEST_TOLD || text.contains('\n') { String::new() } else { text }
}

impl RecordKind {
    /// The fields of a record of this kind, as the file names them.
    pub(super) fn fields(self) -> &'static [&'static str] {
        use crate::model as m;
        match self {
            Self::Delegation => m::Delegation::FIELDS,
            Self::Group => m::Group::FIELDS,
            Self::Person => m::Person::FIELDS,
            Self::Place => m::Place::FIELDS,
            Self::Item => m::Item::FIELDS,
            Self::Vehicle => m::Vehicle::FIELDS,
            Self::Room => m::Room::FIELDS,
            Self::Note => m::Note::FIELDS,
            Self::Task => m::Task::FIELDS,
            Self::Gift => m::Gift::FIELDS,
            Self::Agreement => m::Agreement::FIELDS,
            Self::FollowUp => m::FollowUp::FIELDS,
            Self::Arrangement => m::Arrangement::FIELDS,
        }
    }
}
