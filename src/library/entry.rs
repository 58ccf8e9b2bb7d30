//! What the library remembers of one file: enough for the list, the filters and the search.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::words::Words;
use crate::model::{Category, Lang, Side, Status, Text, Visit, VisitId};

/// One file of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub stamp: Stamp,
    pub content: Content,
    /// What the search goes through.
    #[serde(skip)]
    pub(super) words: Words,
}

/// By which a file is known to be unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    pub path: PathBuf,
    pub size: u64,
    /// Nanoseconds since 1970.
    pub modified: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    Visit(Box<Summary>),
    /// The file cannot be read as a visit, and why.
    Broken(String),
}

/// A visit as one line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub id: VisitId,
    pub title: Text,
    pub first_day: Option<NaiveDate>,
    pub last_day: Option<NaiveDate>,
    pub place: Text,
    pub status: Status,
    pub category: Category,
    /// Of the host country and of the delegations, each once.
    pub countries: Vec<String>,
    /// The bodies that send the guests' delegations.
    pub bodies: Vec<String>,
    pub principal: String,
    pub items: usize,
    pub people: usize,
    /// Promises that are not kept yet.
    pub open_follow_ups: usize,
}

/// Under which heading the list shows a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Upcoming,
    Drafts,
    Past,
    Broken,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Upcoming, Self::Drafts, Self::Past, Self::Broken];
}

impl Entry {
    pub(super) fn of_visit(stamp: Stamp, visit: &Visit) -> Self {
        let content = Content::Visit(Box::new(Summary::of(visit)));
        Self { stamp, content, words: Words::of_visit(visit) }
    }

    pub(super) fn broken(stamp: Stamp, error: String) -> Self {
        let name = stamp.path.file_name().unwrap_or_default().to_string_lossy();
        let words = Words::of_text(&name);
        Self { stamp, content: Content::Broken(error), words }
    }

    pub fn path(&self) -> &Path {
        &self.stamp.path
    }

    pub fn summary(&self) -> Option<&Summary> {
        match &self.content {
            Content::Visit(summary) => Some(summary),
            Content::Broken(_) => None,
        }
    }

    pub fn error(&self) -> Option<&str> {
        match &self.content {
            Content::Visit(_) => None,
            Content::Broken(error) => Some(error),
        }
    }

    /// The title or, where there is none, the name of the file.
    pub fn label(&self) -> String {
        self.named(self.summary().map_or("", |summary| summary.title.any()))
    }

    /// The same in a language, where the title stands in it.
    pub fn label_in(&self, lang: &Lang) -> String {
        self.named(self.summary().map_or("", |summary| summary.title.in_lang(lang)))
    }

    fn named(&self, title: &str) -> String {
        if title.is_empty() {
            self.path().file_stem().unwrap_or_default().to_string_lossy().into_owned()
        } else {
            title.to_owned()
        }
    }

    pub fn group(&self, today: NaiveDate) -> Group {
        let Some(summary) = self.summary() else { return Group::Broken };
        match summary.status {
            Status::Draft => Group::Drafts,
            Status::Done | Status::Cancelled => Group::Past,
            Status::Confirmed | Status::UnderWay => match summary.last_day.or(summary.first_day) {
                Some(last) if last < today => Group::Past,
                Some(_) | None => Group::Upcoming,
            },
        }
    }
}

impl Summary {
    fn of(visit: &Visit) -> Self {
        let about = &visit.about;
        let guests = visit.delegations.iter().filter(|delegation| delegation.side == Side::Guest);
        let countries: BTreeSet<&String> = std::iter::once(&about.country)
            .chain(visit.delegations.iter().map(|delegation| &delegation.country))
            .filter(|country| !country.is_empty())
            .collect();
        let bodies: BTreeSet<&str> = guests
            .map(|delegation| delegation.body.any())
            .filter(|body| !body.is_empty())
            .collect();
        let days = || visit.items.iter().filter_map(|item| item.when.day());
        let principal = about.principal.as_ref().map(|id| visit.person_label(id));
        Self {
            id: visit.id.clone(),
            title: about.title.clone(),
            first_day: about.first_day.or_else(|| days().min()),
            last_day: about.last_day.or_else(|| days().max()).or(about.first_day),
            place: about.place.clone(),
            status: about.status,
            category: about.category,
            countries: countries.into_iter().cloned().collect(),
            bodies: bodies.into_iter().map(str::to_owned).collect(),
            principal: principal.unwrap_or_default(),
            items: visit.items.len(),
            people: visit.people.len(),
            open_follow_ups: visit.follow_ups.iter().filter(|promise| !promise.done).count(),
        }
    }

    pub fn year(&self) -> Option<i32> {
        self.first_day.map(|day| day.year())
    }
}

/// Shared, so that a list of ten thousand is copied in no time.
pub type Entries = Vec<Arc<Entry>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::About;

    fn entry(status: Status, last_day: Option<&str>) -> Entry {
        let last_day = last_day.map(|day| day.parse().unwrap());
        let about = Arc::new(About { status, last_day, ..About::default() });
        let stamp = Stamp { path: PathBuf::from("a.ron"), size: 0, modified: 0 };
        Entry::of_visit(stamp, &Visit { about, ..Visit::default() })
    }

    #[test]
    fn a_visit_is_upcoming_until_its_last_day_is_over() {
        let today = "2026-11-25".parse().unwrap();
        let group = |status, last| entry(status, last).group(today);
        assert_eq!(group(Status::Confirmed, Some("2026-11-25")), Group::Upcoming);
        assert_eq!(group(Status::Confirmed, Some("2026-11-24")), Group::Past);
        assert_eq!(group(Status::Confirmed, None), Group::Upcoming);
        assert_eq!(group(Status::Draft, Some("2020-01-01")), Group::Drafts);
        assert_eq!(group(Status::Cancelled, Some("2030-01-01")), Group::Past);
    }

    #[test]
    fn a_file_that_cannot_be_read_goes_by_its_name() {
        let stamp = Stamp { path: PathBuf::from("dir/Torn.ron"), size: 0, modified: 0 };
        let torn = Entry::broken(stamp, "line 1".to_owned());
        assert_eq!(torn.label(), "Torn");
        assert_eq!(torn.error(), Some("line 1"));
        assert_eq!(torn.group("2026-11-25".parse().unwrap()), Group::Broken);
    }
}
