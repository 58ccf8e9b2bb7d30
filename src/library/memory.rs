//! What the library tells the checks of one visit: who came before, what they were given, what is
//! still promised; and the limits that the office goes by.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Library;
use super::fold::fold;
use super::past::past_visit;
use crate::check::{Past, remembered};
use crate::model::{
    Delegation, DelegationId, FollowUp, GiftDirection, GiftStatus, Person, RecordRef, Side, Text,
    Visit, VisitId,
};

impl Library {
    /// Earlier visits of everyone whose past the checks ask for, the latest first.
    pub fn memory(&self, visit: &Visit) -> Vec<Past> {
        let mut found = Vec::new();
        for of in remembered(visit) {
            let mut past = match &of {
                RecordRef::Person(id) => {
                    visit.person(id).map(|person| self.of_person(person, &visit.id))
                }
                RecordRef::Delegation(id) => self.of_body(visit, id),
                _ => None,
            }
            .unwrap_or_default();
            past.sort_by_key(|past| std::cmp::Reverse(past.first_day));
            found.extend(past);
        }
        found
    }

    fn of_person(&self, person: &Person, this: &VisitId) -> Vec<Past> {
        let of = RecordRef::Person(person.id.clone());
        let read = |path: &PathBuf| {
            let visit = super::file::read(path).ok()?;
            let there = past_visit(path, &visit, person, this)?.person;
            let given = visit.gifts.iter().filter(|gift| {
                gift.direction == GiftDirection::ToGuests
                    && gift.status != GiftStatus::Declined
                    && gift.receiver.as_ref() == Some(&there.id)
            });
            let gifts = given.map(|gift| gift.what.clone()).collect();
            Some(past(of.clone(), &visit, gifts))
        };
        self.candidates(person).iter().filter_map(read).collect()
    }

    /// The visits of a body: those whose delegation it sent.
    fn of_body(&self, visit: &Visit, delegation: &DelegationId) -> Option<Vec<Past>> {
        let names = names(visit.delegation(delegation)?);
        let of = RecordRef::Delegation(delegation.clone());
        let sent = |entry: &&std::sync::Arc<super::Entry>| {
            entry.summary().is_some_and(|summary| {
                summary.id != visit.id && summary.bodies.iter().any(|it| names.contains(&fold(it)))
            })
        };
        let paths = self.entries().iter().filter(sent).map(|entry| entry.path());
        let read = |path: &Path| {
            let there = super::file::read(path).ok()?;
            let guests = there.delegations.iter().filter(|it| it.side == Side::Guest);
            let came = guests.into_iter().any(|it| !names.is_disjoint(&self::names(it)));
            came.then(|| past(of.clone(), &there, Vec::new()))
        };
        Some(paths.filter_map(read).collect())
    }
}

fn past(of: RecordRef, visit: &Visit, gifts: Vec<Text>) -> Past {
    let open = |promise: &&std::sync::Arc<FollowUp>| !promise.done;
    Past {
        of,
        visit: visit.id.clone(),
        title: visit.about.title.clone(),
        first_day: visit.about.first_day,
        gifts,
        open: visit.follow_ups.iter().filter(open).map(|it| it.what.clone()).collect(),
    }
}

fn names(delegation: &Delegation) -> BTreeSet<String> {
    delegation.body.all().filter(|name| !name.is_empty()).map(fold).collect()
}
