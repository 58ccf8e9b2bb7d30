//! What the past knows: earlier visits of a person, and promises that are still open.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fold::fold;
use super::search::{Hit, hits};
use super::{Entries, Library, LibraryError};
use crate::model::{FollowUp, Person, Text, Visit, VisitId};

/// An earlier visit in which a person took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastVisit {
    pub path: PathBuf,
    pub visit: VisitId,
    pub title: Text,
    pub first_day: Option<chrono::NaiveDate>,
    /// The person as recorded there.
    pub person: Arc<Person>,
    /// Promises of that visit that are still open.
    pub open: Vec<Arc<FollowUp>>,
}

/// A promise that is still open, and where it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub path: PathBuf,
    pub visit: VisitId,
    pub title: Text,
    pub follow_up: Arc<FollowUp>,
}

impl Library {
    /// Where a person of the visit `this` was before: where their record says so, and in every
    /// visit that has a person of the same name in any script. The latest first.
    pub fn earlier_visits(&self, person: &Person, this: &VisitId) -> Vec<PastVisit> {
        let mut found: Vec<PastVisit> = self
            .candidates(person)
            .iter()
            .filter_map(|path| past_visit(path, &super::file::read(path).ok()?, person, this))
            .collect();
        found.sort_by(|a, b| b.first_day.cmp(&a.first_day).then_with(|| a.path.cmp(&b.path)));
        found
    }

    pub(super) fn candidates(&self, person: &Person) -> BTreeSet<PathBuf> {
        let names = person.name.all().filter(|name| !name.is_empty());
        let by_name = names.flat_map(|name| self.search(name));
        let linked: BTreeSet<&VisitId> =
            person.earlier_visits.iter().map(|earlier| &earlier.visit).collect();
        let is_linked = |id: &VisitId| linked.contains(id);
        let by_link: Entries = self
            .entries()
            .iter()
            .filter(|entry| entry.summary().is_some_and(|summary| is_linked(&summary.id)))
            .cloned()
            .collect();
        by_name.chain(by_link).map(|entry| entry.path().to_owned()).collect()
    }

    /// Every promise of the library that is still open, those due first before the others.
    pub fn open_promises(&self) -> Vec<Promise> {
        let with_open = |entry: &&Arc<super::Entry>| {
            entry.summary().is_some_and(|summary| summary.open_follow_ups > 0)
        };
        let mut promises: Vec<Promise> = self
            .entries()
            .iter()
            .filter(with_open)
            .flat_map(|entry| promises_of(entry.path()))
            .collect();
        promises.sort_by_key(|promise| (promise.follow_up.due.is_none(), promise.follow_up.due));
        promises
    }

    /// Where the visit in a file holds the words of a search.
    pub fn hits(&self, path: &Path, words: &str) -> Result<Vec<Hit>, LibraryError> {
        Ok(hits(&super::file::read(path)?, words))
    }
}

pub(super) fn past_visit(
    path: &Path,
    visit: &Visit,
    person: &Person,
    this: &VisitId,
) -> Option<PastVisit> {
    if visit.id == *this {
        return None;
    }
    let there = visit.people.iter().find(|other| is_same(person, other, &visit.id))?;
    Some(PastVisit {
        path: path.to_owned(),
        visit: visit.id.clone(),
        title: visit.about.title.clone(),
        first_day: visit.about.first_day,
        person: Arc::clone(there),
        open: open_follow_ups(visit),
    })
}

/// Whether a person of the visit `id` is this person: linked, or of the same name in a script.
fn is_same(person: &Person, other: &Person, id: &VisitId) -> bool {
    let linked = |earlier: &crate::model::EarlierVisit| {
        earlier.visit == *id && earlier.person == other.id.as_str()
    };
    person.earlier_visits.iter().any(linked) || {
        let names: BTreeSet<String> =
            person.name.all().filter(|name| !name.is_empty()).map(fold).collect();
        other.name.all().any(|name| names.contains(&fold(name)))
    }
}

fn promises_of(path: &Path) -> Vec<Promise> {
    super::file::read(path).map(|visit| promises_in(path, &visit)).unwrap_or_default()
}

pub(super) fn promises_in(path: &Path, visit: &Visit) -> Vec<Promise> {
    let promise = |follow_up| Promise {
        path: path.to_owned(),
        visit: visit.id.clone(),
        title: visit.about.title.clone(),
        follow_up,
    };
    open_follow_ups(visit).into_iter().map(promise).collect()
}

fn open_follow_ups(visit: &Visit) -> Vec<Arc<FollowUp>> {
    visit.follow_ups.iter().filter(|follow_up| !follow_up.done).cloned().collect()
}
