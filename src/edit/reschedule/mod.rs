//! What follows from a change, told before it is made: of time (what moves, what a gap swallows,
//! what breaks), of place when it rains, of who comes. Fixed items never move, and nobody's items
//! change places.

mod packing;
mod plan;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::NaiveDate;

pub use self::plan::plan;
use super::substitution::SubstituteError;
use super::{Edit, EditError};
use crate::diff::Change;
use crate::model::{ArrangementId, ItemId, PersonId, Rsvp, Visit};
use crate::words::say;

/// What is asked of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The item and all that its people have after it on its day, up to the next fixed item.
    Shift { item: ItemId, mins: i64 },
    /// The item begins later; what follows moves only as far as it must.
    Late { item: ItemId, mins: u16 },
    /// What follows the item moves as far as it must to leave room for it.
    MakeRoom { item: ItemId },
    /// From the item on one gap of so many minutes, by other beginnings or by other lengths.
    Pack { item: ItemId, gap: u16, lengths: bool },
    /// The rain plan of every item of the day that has one.
    Rain { day: NaiveDate, on: bool },
    /// The alternative of that label; empty: the item itself.
    Choose { item: ItemId, label: String },
    /// One takes the part of another, who does not come.
    Replace { who: PersonId, by: PersonId },
    /// The day of a template on top of a day.
    Lay { template: Arc<Visit>, day: NaiveDate },
    /// Everyone in an arrangement by rank again, but for the locked.
    Reseat { arrangement: ArrangementId },
    /// Whether people come; who declines leaves seat, car and room.
    Attend { people: Vec<PersonId>, rsvp: Rsvp },
}

/// What an ask would do. Nothing has changed yet.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub ask: Ask,
    /// One undo step.
    pub edit: Edit,
    pub after: Arc<Visit>,
    pub changes: Vec<Change>,
    pub absorbed: Vec<Absorbed>,
    pub breaks: Vec<Break>,
    /// Any of these left out would be enough to be on time again.
    pub cuts: Vec<Cut>,
}

/// A sentence of a proposal, by what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Breaks(String),
    Changes(String),
    Absorbs(String),
    Cuts(String),
}

impl Proposal {
    /// All of it in sentences, what breaks first. `before` is the visit it was planned for.
    pub fn sentences(&self, before: &Visit) -> Vec<Told> {
        // What only the ask brings is not known before it.
        let breaks = self.breaks.iter().map(|broken| Told::Breaks(broken.sentence(&self.after)));
        let changes = self.changes.iter().map(|change| Told::Changes(change.sentence()));
        let absorbs = self.absorbed.iter().map(|gap| Told::Absorbs(gap.sentence(before)));
        let cuts = self.cuts.iter().map(|cut| Told::Cuts(cut.sentence(before)));
        breaks.chain(cuts).chain(changes).chain(absorbs).collect()
    }

    /// What the step will be called.
    pub fn label(&self) -> &str {
        match &self.edit {
            Edit::Together { label, .. } => label,
            _ => "",
        }
    }
}

/// Minutes of delay that the gap before an item swallows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absorbed {
    pub before: ItemId,
    pub mins: i64,
}

/// An item that could be left out, and how long it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    pub item: ItemId,
    pub mins: i64,
}

impl Cut {
    pub fn sentence(&self, visit: &Visit) -> String {
        let item = visit.label(&self.item.clone().into());
        say!("reschedule-cut", item = item, mins = self.mins)
    }
}

/// What does not hold any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// People are that many minutes late for an item that does not move.
    Fixed { item: ItemId, late: ItemId, mins: i64 },
    /// Somebody is in both at once.
    Overlap { item: ItemId, other: ItemId },
    /// The venue is closed then, for that many minutes.
    Closed { item: ItemId, mins: i64 },
    /// Ends on a day after the last of the visit.
    BeyondVisit(ItemId),
}

impl Absorbed {
    pub fn sentence(&self, visit: &Visit) -> String {
        let item = visit.label(&self.before.clone().into());
        say!("reschedule-absorbed", item = item, mins = self.mins)
    }
}

impl Break {
    pub fn sentence(&self, visit: &Visit) -> String {
        let label = |id: &ItemId| visit.label(&id.clone().into());
        match self {
            Self::Fixed { item, late, mins } => {
                let mins = *mins;
                say!("reschedule-fixed-hit", item = label(item), late = label(late), mins = mins)
            }
            Self::Closed { item, mins } => {
                let venue = visit.item(item).and_then(|item| item.venue());
                let mins = *mins;
                let place = venue.map_or_else(String::new, |id| visit.label(&id.clone().into()));
                say!("reschedule-closed", item = label(item), place = place, mins = mins)
            }
            Self::Overlap { item, other } => {
                say!("reschedule-overlap", item = label(item), other = label(other))
            }
            Self::BeyondVisit(item) => say!("reschedule-beyond", item = label(item)),
        }
    }
}

/// Why an ask leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RescheduleError {
    #[error("{}", say!("reschedule-gone"))]
    Gone,
    #[error("{}", say!("reschedule-is-fixed", item = item.as_str()))]
    IsFixed { item: String },
    #[error("{}", say!("reschedule-no-time", item = item.as_str()))]
    NoTime { item: String },
    #[error("{}", say!("reschedule-order", item = item.as_str(), other = other.as_str()))]
    Order { item: String, other: String },
    #[error("{}", say!("reschedule-other-day", item = item.as_str()))]
    OtherDay { item: String },
    #[error("{}", say!("reschedule-no-alternative", item = item.as_str(), label = label.as_str()))]
    NoAlternative { item: String, label: String },
    #[error("{}", say!("reschedule-nothing"))]
    Nothing,
    #[error(transparent)]
    Substitute(#[from] SubstituteError),
    #[error(transparent)]
    Edit(#[from] EditError),
}
