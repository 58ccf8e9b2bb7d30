//! Named edits from one visit to the next, their history, and the one door through which a visit
//! changes: [`Session::edit`].

mod apply;
pub mod attending;
pub mod day;
mod history;
mod moving;
pub mod reschedule;
mod session;
pub mod substitution;
pub mod way;

use std::sync::Arc;

pub use self::apply::apply;
pub use self::history::{History, Step};
pub use self::moving::{at_time, move_item};
pub use self::session::Session;
use crate::model::{
    About, Dismissal, Issue, Override, PersonId, Record, RecordRef, TravelTime, Visit,
    integrity::Unsound,
};
use crate::words::say;

/// One change to the visit. What it is called in the list of steps comes from the one diff.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts a record in the place of the one with its id.
    Set(Record),
    /// Adds a record, at the end of its list where no position is given.
    Add {
        record: Record,
        at: Option<usize>,
    },
    /// Takes a record away, and every reference to it.
    Remove(RecordRef),
    /// Two people are one: every reference to the second becomes one to the first, which keeps
    /// its own details, and the second is gone.
    Merge {
        keep: PersonId,
        gone: PersonId,
    },
    /// Carries a record to a position of its list, counted without the record itself.
    Move {
        what: RecordRef,
        to: usize,
    },
    About(Arc<About>),
    TravelTimes(Vec<TravelTime>),
    Overrides(Vec<Override>),
    /// Lets a finding be; an earlier dismissal of the same is replaced.
    Dismiss(Dismissal),
    /// Shows a dismissed finding again.
    Revive {
        check: String,
        things: Vec<String>,
    },
    AddIssue(Issue),
    /// The visit as it was in an older version; its id stays.
    Restore(Arc<Visit>),
    /// Several edits as one step under a name of its own.
    Together {
        label: String,
        edits: Vec<Self>,
    },
}

impl Edit {
    /// Adds a record at the end of its list.
    pub fn add(record: impl Into<Record>) -> Self {
        Self::Add { record: record.into(), at: None }
    }

    /// Puts a record in the place of the one with its id.
    pub fn set(record: impl Into<Record>) -> Self {
        Self::Set(record.into())
    }
}

/// Why an edit was refused. The visit is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("{}", say!("edit-gone", kind = crate::words::kind(what.kind()), id = what.id()))]
    Gone { what: RecordRef },
    #[error("{}", say!("edit-id-taken", kind = crate::words::kind(what.kind()), id = what.id()))]
    IdTaken { what: RecordRef },
    #[error("{}", say!("edit-no-id", kind = crate::words::kind(*kind)))]
    NoId { kind: crate::model::RecordKind },
    #[error("{}", say!("edit-unsound", cause = cause.to_string()))]
    Unsound { cause: Unsound },
    #[error("{}", say!("edit-read-only"))]
    ReadOnly,
}
