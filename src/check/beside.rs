//! What the checks are told that the visit itself does not hold: the day, the office's limits,
//! what the library remembers. Nobody below the window and the command line asks for it.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::model::{Limits, RecordRef, Text, VisitId};

/// What is known beside the visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Without it nothing is due by date.
    pub today: Option<NaiveDate>,
    /// The office's own limits; those of the visit come first.
    pub office: Limits,
    /// What earlier visits tell; `None` where nobody has looked.
    pub past: Option<Vec<Past>>,
}

/// An earlier visit of somebody who takes part in this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The person or the delegation of this visit.
    pub of: RecordRef,
    pub visit: VisitId,
    pub title: Text,
    pub first_day: Option<NaiveDate>,
    /// What the person was given then.
    pub gifts: Vec<Text>,
    /// What was promised then and is still open.
    pub open: Vec<Text>,
}

/// Nothing is known.
pub(super) static NOTHING: LazyLock<Beside> = LazyLock::new(Beside::default);
