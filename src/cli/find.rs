//! What a command line names, found by its id; else one clear error.

use super::Failure;
use crate::model::{ArrangementId, ItemId, PersonId, Visit};
use crate::paper::{self, Paper};
use crate::words::say;

pub(super) fn item(visit: &Visit, id: &str) -> Result<ItemId, Failure> {
    let found = visit.items.iter().find(|item| item.id.as_str() == id);
    found.map(|item| item.id.clone()).ok_or_else(|| Failure::Use(say!("cli-no-item", id = id)))
}

pub(super) fn arrangement(visit: &Visit, id: &str) -> Result<ArrangementId, Failure> {
    let found = visit.arrangements.iter().find(|arrangement| arrangement.id.as_str() == id);
    let found = found.map(|arrangement| arrangement.id.clone());
    found.ok_or_else(|| Failure::Use(say!("cli-no-arrangement", id = id)))
}

pub(super) fn person(visit: &Visit, id: &str) -> Result<PersonId, Failure> {
    let found = visit.people.iter().find(|person| person.id.as_str() == id);
    let found = found.map(|person| person.id.clone());
    found.ok_or_else(|| Failure::Use(say!("substitute-nobody", id = id)))
}

pub(super) fn paper(id: &str) -> Result<&'static Paper, Failure> {
    paper::find(id).ok_or_else(|| {
        let known = paper::ALL.iter().map(|paper| paper.id).collect::<Vec<_>>().join(", ");
        Failure::Use(say!("cli-print-unknown", paper = id, known = known))
    })
}
