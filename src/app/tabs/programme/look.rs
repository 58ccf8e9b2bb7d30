//! How the programme is looked at.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::words::say;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgrammeLook {
    pub form: Form,
    pub snap: Snap,
    /// The day whose groups are shown; `None`: the first.
    #[serde(skip)]
    pub day: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// The days one below the other.
    #[default]
    List,
    /// A day as a grid, each group in a column.
    Groups,
    /// The visit as a grid, each day in a column.
    Days,
}

impl Form {
    pub(super) fn all() -> [(Self, String); 3] {
        [
            (Self::List, say!("grid-list")),
            (Self::Groups, say!("grid-groups")),
            (Self::Days, say!("grid-days")),
        ]
    }
}

/// What times keep to when they are dragged or moved by key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Snap {
    Five,
    #[default]
    Quarter,
    Half,
    Hour,
}

impl Snap {
    pub const ALL: [Self; 4] = [Self::Five, Self::Quarter, Self::Half, Self::Hour];

    pub fn mins(self) -> i64 {
        match self {
            Self::Five => 5,
            Self::Quarter => 15,
            Self::Half => 30,
            Self::Hour => 60,
        }
    }
}
