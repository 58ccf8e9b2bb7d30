//! Search as you type, filters and sorting over the entries of a library.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Library;
use super::entry::{Entries, Entry};
use super::fold::fold;
use super::words::{Wanted, words};
use crate::model::{Category, Status, Visit, Visitor, Walk as _};
use crate::words::{interface_lang, order::Order};

/// What the list is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of them must stand somewhere in the visit, in any script.
    pub words: String,
    pub filter: Filter,
    pub sort: Sort,
    pub descending: bool,
}

/// Which visits to show; what is not set does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub year: Option<i32>,
    pub country: Option<String>,
    pub body: Option<String>,
    pub category: Option<Category>,
    pub status: Option<Status>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By first day; what has none stands last.
    #[default]
    Date,
    Title,
    Place,
    /// By the time the file changed.
    Modified,
}

/// Where a visit holds a word that was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The fields that lead there, as the file names them: `people.name`.
    pub place: String,
    /// The text around the word.
    pub excerpt: String,
}

/// The values a filter can have in a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    pub years: BTreeSet<i32>,
    pub countries: BTreeSet<String>,
    pub bodies: BTreeSet<String>,
}

impl Library {
    /// The entries that hold all the words, in the order of the library. No words: all entries.
    pub fn search(&self, text: &str) -> Entries {
        let folded = fold(text);
        let wanted = Wanted::all(&folded);
        if wanted.is_empty() {
            return self.entries().to_vec();
        }
        let holds = |entry: &&Arc<Entry>| wanted.iter().all(|word| entry.words.hold(word));
        self.entries().par_iter().with_min_len(64).filter(holds).cloned().collect()
    }

    /// What the list shows for a query.
    pub fn list(&self, query: &Query) -> Entries {
        let mut found = self.search(&query.words);
        found.retain(|entry| query.filter.admits(entry));
        query.sort.apply(&mut found);
        if query.descending {
            found.reverse();
        }
        found
    }

    pub fn facets(&self) -> Facets {
        let mut facets = Facets::default();
        for summary in self.entries().iter().filter_map(|entry| entry.summary()) {
            facets.years.extend(summary.year());
            facets.countries.extend(summary.countries.iter().cloned());
            facets.bodies.extend(summary.bodies.iter().cloned());
        }
        facets
    }
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A file that cannot be read passes only where nothing is filtered.
    pub fn admits(&self, entry: &Entry) -> bool {
        let Some(summary) = entry.summary() else { return self.is_empty() };
        let Self { year, country, body, category, status } = self;
        year.is_none_or(|year| summary.year() == Some(year))
            && country.as_ref().is_none_or(|country| summary.countries.contains(country))
            && body.as_ref().is_none_or(|body| summary.bodies.contains(body))
            && category.is_none_or(|category| summary.category == category)
            && status.is_none_or(|status| summary.status == status)
    }
}

impl Sort {
    /// Titles and places as the language of the window spells and sorts them.
    fn apply(self, entries: &mut Entries) {
        let lang = interface_lang();
        let order = Order::of(&lang);
        match self {
            Self::Date => {
                let key = |entry: &Entry| entry.summary().and_then(|summary| summary.first_day);
                entries.sort_by(|a, b| missing_last(key(a), key(b)));
            }
            Self::Title => entries.sort_by_cached_key(|entry| order.key(&entry.label_in(&lang))),
            Self::Place => entries.sort_by_cached_key(|entry| {
                let place = entry.summary().map_or("", |summary| summary.place.in_lang(&lang));
                (place.is_empty(), order.key(place))
            }),
            Self::Modified => entries.sort_by_key(|entry| entry.stamp.modified),
        }
    }
}

fn missing_last<T: Ord>(a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The first place of a visit that holds each of the words.
pub fn hits(visit: &Visit, text: &str) -> Vec<Hit> {
    let folded = fold(text);
    let mut seeker =
        Seeker { path: Vec::new(), wanted: words(&folded).collect(), hits: Vec::new() };
    visit.walk(&mut seeker);
    seeker.hits
}

struct Seeker<'a> {
    path: Vec<&'static str>,
    wanted: Vec<&'a str>,
    hits: Vec<Hit>,
}

impl Visitor for Seeker<'_> {
    fn enter(&mut self, field: &'static str) {
        self.path.push(field);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn text(&mut self, text: &str) {
        if self.wanted.is_empty() || text.is_empty() {
            return;
        }
        let folded = fold(text);
        let found = self.wanted.iter().find(|word| folded.contains(**word)).copied();
        if let Some(word) = found {
            let excerpt = excerpt(text, word);
            self.hits.push(Hit { place: self.path.join("."), excerpt });
            self.wanted.retain(|word| !folded.contains(word));
        }
    }
}

/// The line of the text that holds the word, cut to what a row can show.
fn excerpt(text: &str, word: &str) -> String {
    /// Characters shown before the word, and in all.
    const BEFORE: usize = 24;
    const MOST: usize = 96;
    let line = text.lines().find(|line| fold(line).contains(word)).unwrap_or(text);
    let chars: Vec<char> = line.chars().collect();
    let ends_with_word = |end: &usize| {
        chars.get(..*end).is_some_and(|head| fold(&String::from_iter(head)).contains(word))
    };
    let end = (0..=chars.len()).find(ends_with_word).unwrap_or_default();
    let start = end.saturating_sub(word.chars().count() + BEFORE);
    let shown: String = chars.iter().skip(start).take(MOST).collect();
    let head = if start > 0 { "…" } else { "" };
    let tail = if chars.len() > start + MOST { "…" } else { "" };
    format!("{head}{}{tail}", shown.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_the_line_with_the_word() {
        assert_eq!(excerpt("First line.\nTour of PalaTech", "palatech"), "Tour of PalaTech");
        let long = format!("{} PalaTech {}", "a".repeat(80), "b".repeat(200));
        let shown = excerpt(&long, "palatech");
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("PalaTech"));
    }
}
