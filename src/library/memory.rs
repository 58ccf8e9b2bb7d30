//! What the library tells the checks of one visit: who came before, what they were given, what is
//! still promised; and the limits that the office goes by.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::fold::fold;
use super::past::past_visit;
use super::{Library, LibraryError};
use crate::check::{Past, remembered};
use crate::model::{
    Delegation, DelegationId, FollowUp, GiftDirection, GiftStatus, Limits, Person, RecordRef, Side,
    Text, Visit, VisitId,
};
use crate::store;

/// The file in the library's folder that holds the office's limits. With its dot it is no visit.
const OFFICE: &str = ".limits.ron";

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

    /// The office's own limits; the usual ones where it states none.
    ///
    /// # Errors
    /// When there is such a file and it cannot be read.
    pub fn office_limits(&self) -> Result<Limits, LibraryError> {
        let path = self.folder().join(OFFICE);
        let unreadable = |cause: String| LibraryError::Limits { path: path.clone(), cause };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Limits::default());
            }
            Err(error) => return Err(unreadable(error.to_string())),
        };
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(&text).map_err(|error| unreadable(error.to_string()))
    }

    /// Keeps the office's limits beside its visits.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_office_limits(&self, limits: &Limits) -> Result<(), LibraryError> {
        let path = self.folder().join(OFFICE);
        let config = ron::ser::PrettyConfig::default()
            .struct_names(true)
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        let text = ron::ser::to_string_pretty(limits, config).map_err(std::io::Error::other);
        let written = text.and_then(|text| store::write_text(&path, text.as_bytes()));
        written.map_err(|cause| LibraryError::LimitsNotKept { path, cause })
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
