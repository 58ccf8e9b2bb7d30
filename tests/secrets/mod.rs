//! A visit with a secret of its own in every text of every record, and the one table of who may
//! read which: for the data of papers, and for whatever else is made of them.

mod table;
mod visit;

use std::collections::{BTreeMap, BTreeSet};

use retinue::model::{Record, RecordKind, Visit, Visitor, Walk as _};
use retinue::paper::Paper;
use retinue::projection::Audience;

/// Every text of the visit: where it stands, and the secret in it.
/// A text in two languages has one place and two secrets.
pub(crate) struct Planted {
    pub(crate) visit: Visit,
    texts: Vec<(String, String)>,
}

impl Planted {
    pub(crate) fn new() -> Self {
        let mut visit = visit::full();
        let places = places(&visit);
        let mut texts = Vec::new();
        let mut next = places.into_iter();
        visit.walk_texts(&mut |text| {
            let secret = format!("zq{}x", 1000 + texts.len());
            texts.push((next.next().unwrap(), secret.clone()));
            *text = secret;
        });
        assert!(next.next().is_none(), "both walks meet the same texts");
        Self { visit, texts }
    }

    /// The places of the secrets that can be read in `text`.
    pub(crate) fn seen_in(&self, text: &str) -> BTreeSet<&str> {
        let seen = self.texts.iter().filter(|(_, secret)| text.contains(secret));
        seen.map(|(place, _)| place.as_str()).collect()
    }

    /// Where there is a text.
    pub(crate) fn places(&self) -> BTreeSet<&str> {
        self.texts.iter().map(|(place, _)| place.as_str()).collect()
    }

    /// What a paper's reader reads too much and too little on it; empty when all is well.
    pub(crate) fn wrong_on_paper(&self, text: &str, paper: &Paper) -> Vec<String> {
        let own = OF_THE_TEAM.iter().find(|(id, _)| *id == paper.id);
        let letter = own.map_or_else(|| letter(paper.audience), |(_, letter)| *letter);
        let wrong = self.wrong(text, |readers| readers.contains(letter));
        // What is in the file and not on its pages may be met in either.
        let small = letter.to_ascii_lowercase();
        let may_be = |place: &str| own.is_some() && table::readers(place).contains(small);
        let leaked = |text: &String| text.strip_prefix("leaks ").is_some_and(may_be);
        wrong.into_iter().filter(|text| !leaked(text)).collect()
    }

    /// The same of a whole projection, which holds a little more than its paper shows.
    pub(crate) fn wrong_in_projection(&self, text: &str, audience: Audience) -> Vec<String> {
        let letter = letter(audience);
        let is_staff = audience == Audience::Staff;
        self.wrong(text, |readers| {
            let of_team = OF_THE_TEAM.iter().any(|(_, letter)| readers.contains(*letter));
            readers.to_uppercase().contains(letter) || is_staff && of_team
        })
    }

    /// Rows of the table that speak of nothing.
    pub(crate) fn dead_rows(&self) -> Vec<String> {
        table::dead_rows(&self.places())
    }

    fn wrong(&self, text: &str, reads: impl Fn(&str) -> bool) -> Vec<String> {
        let seen = self.seen_in(text);
        let places = self.places();
        let meant = places.into_iter().filter(|place| reads(&table::readers(place)));
        let meant: BTreeSet<&str> = meant.collect();
        let leaks = seen.difference(&meant).map(|place| format!("leaks {place}"));
        let lacks = meant.difference(&seen).map(|place| format!("lacks {place}"));
        leaks.chain(lacks).collect()
    }
}

/// The letters of the team's lists and plans in the table: each holds less than the minute sheet.
const OF_THE_TEAM: &[(&str, char)] = &[
    ("seating-plans", 'P'),
    ("arrivals", 'A'),
    ("vehicle-list", 'V'),
    ("room-list", 'R'),
    ("task-list", 'T'),
    ("gift-list", 'F'),
    ("door-list", 'D'),
    ("diet-list", 'K'),
    ("signing-script", 'N'),
    ("place-cards", 'C'),
    ("tent-cards", 'C'),
    ("name-badges", 'B'),
];

/// The letter of a reader in the table.
fn letter(audience: Audience) -> char {
    match audience {
        Audience::Guest => 'G',
        Audience::Staff => 'S',
        Audience::Media => 'M',
    }
}

/// Where each text of the visit stands, in the order of the walk: `Item:public.steps.what`.
fn places(visit: &Visit) -> Vec<String> {
    let names: BTreeMap<&str, RecordKind> =
        RecordKind::ALL.iter().map(|kind| (list_of(*kind), *kind)).collect();
    let mut places = Places { names, ..Places::default() };
    let ids = RecordKind::ALL
        .iter()
        .map(|kind| (*kind, visit.records(*kind).iter().map(id).collect::<Vec<_>>()));
    places.ids = ids.collect();
    visit.walk(&mut places);
    places.found
}

fn id(record: &Record) -> String {
    record.reference().id().to_owned()
}

fn list_of(kind: RecordKind) -> &'static str {
    let position = RecordKind::ALL.iter().position(|other| *other == kind).unwrap();
    // The lists stand in the file in the order of the kinds, after id and about.
    let lists: Vec<&str> = Visit::FIELDS
        .iter()
        .copied()
        .filter(|field| !["id", "about", "travel_times"].contains(field))
        .collect();
    lists[position]
}

#[derive(Default)]
struct Places {
    names: BTreeMap<&'static str, RecordKind>,
    ids: BTreeMap<RecordKind, Vec<String>>,
    path: Vec<&'static str>,
    /// Which record of the list the walk is in; the id comes first in each.
    record: usize,
    found: Vec<String>,
}

impl Visitor for Places {
    fn enter(&mut self, field: &'static str) {
        if self.path.is_empty() {
            self.record = 0;
        } else if self.path.len() == 1 && field == "id" && self.names.contains_key(self.path[0]) {
            self.record += 1;
        }
        self.path.push(field);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn list(&mut self, len: usize) {
        assert!(len > 0, "the visit has something in {}", self.path.join("."));
    }

    fn text(&mut self, _text: &str) {
        let place = match self.names.get(self.path[0]) {
            Some(kind) => {
                let id = &self.ids[kind][self.record - 1];
                format!("{}:{id}.{}", kind.name(), self.path[1..].join("."))
            }
            None => self.path.join("."),
        };
        self.found.push(place);
    }
}
