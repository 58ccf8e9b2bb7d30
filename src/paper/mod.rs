//! Papers: a projection becomes the data of a template, and the template pages.
//!
//! [`ALL`] is the register; [`data`] holds what stands on a paper. Nothing here reads a visit.

pub mod data;

use std::collections::BTreeSet;

use crate::model::{ItemId, Minute};
use crate::projection::Audience;

/// A paper that can be printed.
#[derive(Debug)]
pub struct Paper {
    /// As files, the command line and the list of issues name it; never reused.
    pub id: &'static str,
    /// Whom it is for.
    pub audience: Audience,
    /// The file in `assets/templates` that lays it out.
    pub template: &'static str,
}

/// Every paper, in the order of menus.
pub const ALL: &[Paper] = &[
    Paper { id: "programme", audience: Audience::Guest, template: "programme.typ" },
    Paper { id: "minute-sheet", audience: Audience::Staff, template: "minute-sheet.typ" },
    Paper { id: "media-programme", audience: Audience::Media, template: "media-programme.typ" },
];

/// The paper of that id.
pub fn find(id: &str) -> Option<&'static Paper> {
    ALL.iter().find(|paper| paper.id == id)
}

/// How a paper is made, beside what stands on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub size: PageSize,
    /// Empty: a draft.
    pub edition: Option<Edition>,
    /// The items that differ from the version this one replaces.
    pub changed: BTreeSet<ItemId>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageSize {
    #[default]
    A4,
    Letter,
}

impl PageSize {
    /// The name by which typst knows it.
    pub fn typst_name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "us-letter",
        }
    }
}

/// A version that goes out. The moments are in the visit's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub version: u16,
    pub at: Minute,
    pub replaces: Option<Replaced>,
}

/// The version that a new one replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    pub version: u16,
    pub at: Option<Minute>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paper_is_found_by_its_own_id() {
        for paper in ALL {
            assert_eq!(find(paper.id).map(|found| found.template), Some(paper.template));
        }
        assert!(find("programme-2").is_none());
    }
}
