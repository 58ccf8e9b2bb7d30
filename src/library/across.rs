//! What all visits together know: who was where, what was given to whom, what is still promised.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::fold::fold;
use super::past::{Promise, promises_in};
use super::{Entry, Library, LibraryError};
use crate::model::{Gift, GiftDirection, Person, PersonId, Text, Visit};
use crate::progress::Progress;

/// Where something stands: a visit and its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub path: PathBuf,
    pub title: Text,
    pub first_day: Option<NaiveDate>,
}

/// A person as they were in one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonSeen {
    pub name: Text,
    pub post: Text,
    pub body: Text,
    pub seen: Arc<Seen>,
    /// All of it folded for the search.
    folded: String,
}

/// A gift, and between whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiftSeen {
    pub what: Text,
    pub direction: GiftDirection,
    pub giver: String,
    pub receiver: String,
    pub value: String,
    pub seen: Arc<Seen>,
    folded: String,
}

/// All of it, the latest visit first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Across {
    pub people: Vec<PersonSeen>,
    pub gifts: Vec<GiftSeen>,
    pub promises: Vec<Promise>,
}

impl Across {
    /// The positions of the people in whom every word is found, in any script.
    pub fn find_people(&self, words: &str) -> Vec<usize> {
        found(words, self.people.iter().map(|person| person.folded.as_str()))
    }

    pub fn find_gifts(&self, words: &str) -> Vec<usize> {
        found(words, self.gifts.iter().map(|gift| gift.folded.as_str()))
    }

    pub fn find_promises(&self, words: &str) -> Vec<usize> {
        found(words, self.promises.iter().map(|promise| folded(promise.follow_up.what.all())))
    }
}

fn folded<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    fold(&texts.collect::<Vec<_>>().join(" "))
}

/// The positions of the folded texts that hold every word.
fn found<T: AsRef<str>>(words: &str, texts: impl Iterator<Item = T>) -> Vec<usize> {
    let wanted: Vec<String> = words.split_whitespace().map(fold).collect();
    let fits = |text: &T| wanted.iter().all(|word| text.as_ref().contains(word.as_str()));
    texts.enumerate().filter(|(_, text)| fits(text)).map(|(position, _)| position).collect()
}

impl Library {
    /// Reads every visit of the library, counting them; it can be stopped. Files that cannot be
    /// read are in the list as such and left out here.
    ///
    /// # Errors
    /// [`LibraryError::Stopped`].
    pub fn across(&self, progress: &Progress) -> Result<Across, LibraryError> {
        progress.begin(self.entries().len());
        let read = |entry: &Arc<Entry>| {
            if progress.is_stopped() {
                return None;
            }
            let visit = super::file::read(entry.path()).ok();
            progress.advance();
            Some(visit.map(|visit| of_visit(entry, &visit)).unwrap_or_default())
        };
        let all: Option<Vec<Across>> = self.entries().par_iter().map(read).collect();
        let mut across = Across::default();
        for one in all.ok_or(LibraryError::Stopped)? {
            across.people.extend(one.people);
            across.gifts.extend(one.gifts);
            across.promises.extend(one.promises);
        }
        let day = |seen: &Seen| std::cmp::Reverse(seen.first_day);
        across.people.sort_by_key(|person| day(&person.seen));
        across.gifts.sort_by_key(|gift| day(&gift.seen));
        across.promises.sort_by_key(|promise| {
            let due = promise.follow_up.due;
            (due.is_none(), due)
        });
        Ok(across)
    }
}

fn of_visit(entry: &Entry, visit: &Visit) -> Across {
    let seen = Arc::new(Seen {
        path: entry.path().to_owned(),
        title: visit.about.title.clone(),
        first_day: visit.about.first_day,
    });
    let person = |person: &Arc<Person>| PersonSeen {
        name: if person.name.is_empty() { person.post.clone() } else { person.name.clone() },
        post: if person.name.is_empty() { Text::default() } else { person.post.clone() },
        body: person.body.clone(),
        seen: Arc::clone(&seen),
        folded: folded(person.name.all().chain(person.post.all()).chain(person.body.all())),
    };
    let label =
        |id: &Option<PersonId>| id.as_ref().map(|id| visit.person_label(id)).unwrap_or_default();
    Across {
        people: visit.people.iter().filter(|one| !one.has_declined()).map(person).collect(),
        gifts: visit
            .gifts
            .iter()
            .map(|gift| gift_seen(gift, [label(&gift.giver), label(&gift.receiver)], &seen))
            .collect(),
        promises: promises_in(entry.path(), visit),
    }
}

fn gift_seen(gift: &Gift, [giver, receiver]: [String; 2], seen: &Arc<Seen>) -> GiftSeen {
    GiftSeen {
        what: gift.what.clone(),
        direction: gift.direction,
        folded: folded(gift.what.all().chain([giver.as_str(), receiver.as_str()])),
        giver,
        receiver,
        value: gift.value.clone(),
        seen: Arc::clone(seen),
    }
}
