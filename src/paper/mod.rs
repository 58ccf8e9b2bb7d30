//! Papers: a projection becomes the data of a template, and the template pages.
//!
//! [`ALL`] is the register; [`data`] holds what stands on a paper. Nothing here reads a visit:
//! what a [`Projection`] does not hold cannot come onto a page.

pub mod data;
pub mod typeset;

mod cards;
mod edition;
mod issuing;
mod lists;
mod lists_on_the_day;
mod media;
mod minutes;
mod programme;
mod seating;
mod sheet;
mod text;
mod wording;

use std::collections::BTreeSet;

use self::data::PaperData;
use crate::model::{ItemId, Lang};
use crate::projection::{Audience, Projection};
use crate::words::{choice, say};

pub use self::edition::{Edition, Replaced, last_issue};
pub use self::issuing::{IssueError, Issued, Issuing, issue};
pub use self::text::text;
use self::typeset::{Document, Templates, TypesetError, typeset, uncovered};

/// A paper that can be printed.
#[derive(Debug)]
pub struct Paper {
    /// As files, the command line and the list of issues name it; never reused.
    pub id: &'static str,
    /// Whom it is for.
    pub audience: Audience,
    /// The file in `assets/templates` that lays it out.
    pub template: &'static str,
    make: fn(&Self, &Projection, &Options) -> PaperData,
}

/// Every paper, in the order of menus.
pub const ALL: &[Paper] = &[
    Paper {
        id: "programme",
        audience: Audience::Guest,
        template: "programme.typ",
        make: |paper, seen, options| PaperData::Programme(programme::data(paper, seen, options)),
    },
    Paper {
        id: "minute-sheet",
        audience: Audience::Staff,
        template: "minute-sheet.typ",
        make: |paper, seen, options| PaperData::MinuteSheet(minutes::data(paper, seen, options)),
    },
    Paper {
        id: "media-programme",
        audience: Audience::Media,
        template: "media-programme.typ",
        make: |paper, seen, options| PaperData::MediaProgramme(media::data(paper, seen, options)),
    },
    Paper {
        id: "seating-plans",
        audience: Audience::Staff,
        template: "seating-plans.typ",
        make: |paper, seen, options| PaperData::SeatingPlans(seating::data(paper, seen, options)),
    },
    Paper {
        id: "arrivals",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| PaperData::List(lists::arrivals(paper, seen, options)),
    },
    Paper {
        id: "vehicle-list",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| PaperData::List(lists::vehicles(paper, seen, options)),
    },
    Paper {
        id: "room-list",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| PaperData::List(lists::rooms(paper, seen, options)),
    },
    Paper {
        id: "task-list",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| PaperData::List(lists::tasks(paper, seen, options)),
    },
    Paper {
        id: "gift-list",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| PaperData::List(lists::gifts(paper, seen, options)),
    },
    Paper {
        id: "door-list",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| PaperData::List(lists_on_the_day::door(paper, seen, options)),
    },
    Paper {
        id: "diet-list",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| PaperData::List(lists_on_the_day::diets(paper, seen, options)),
    },
    Paper {
        id: "signing-script",
        audience: Audience::Staff,
        template: "list.typ",
        make: |paper, seen, options| {
            PaperData::List(lists_on_the_day::signing(paper, seen, options))
        },
    },
    Paper {
        id: "place-cards",
        audience: Audience::Staff,
        template: "cards.typ",
        make: |paper, seen, options| PaperData::Cards(cards::data(paper, seen, options)),
    },
    Paper {
        id: "tent-cards",
        audience: Audience::Staff,
        template: "cards.typ",
        make: |paper, seen, options| PaperData::Cards(cards::data(paper, seen, options)),
    },
    Paper {
        id: "name-badges",
        audience: Audience::Staff,
        template: "cards.typ",
        make: |paper, seen, options| PaperData::Cards(cards::data(paper, seen, options)),
    },
];

/// A paper was to be made from what another reader may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongReader {
    paper: &'static str,
    wanted: Audience,
    given: Audience,
}

impl std::fmt::Display for WrongReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let paper = sheet::paper_name(self.paper, &crate::words::interface_lang());
        let (wanted, given) = (choice(self.wanted), choice(self.given));
        let text = say!("paper-wrong-reader", paper = paper, wanted = wanted, given = given);
        f.write_str(&text)
    }
}

impl std::error::Error for WrongReader {}

impl Paper {
    /// What the paper is called in a language.
    pub fn name(&self, lang: &Lang) -> String {
        sheet::paper_name(self.id, lang)
    }

    /// What stands on the paper. Only a projection for its own readers will do.
    pub fn data(&self, seen: &Projection, options: &Options) -> Result<PaperData, WrongReader> {
        if seen.audience() != self.audience {
            let (wanted, given) = (self.audience, seen.audience());
            return Err(WrongReader { paper: self.id, wanted, given });
        }
        Ok((self.make)(self, seen, options))
    }

    /// The typeset paper. Its notes also say which characters no font shows.
    ///
    /// # Errors
    /// When it is not for the readers of the projection, or the built-in template fails.
    pub fn typeset(
        &self,
        seen: &Projection,
        options: &Options,
        templates: &Templates,
    ) -> Result<Document, TypesetError> {
        let data = self
            .data(seen, options)
            .map_err(|wrong| TypesetError::Data { cause: wrong.to_string() })?;
        let mut document = typeset(&data, self.template, options.size, templates)?;
        for (c, holders) in uncovered(&data) {
            let (code, texts) = (format!("U+{:04X}", u32::from(c)), holders.join(" · "));
            document.notes.push(say!("paper-uncovered", code = code, texts = texts));
        }
        Ok(document)
    }

    /// Whether it can be of one person alone: a programme, not a list of all.
    pub fn has_own(&self) -> bool {
        matches!(self.id, "programme" | "minute-sheet")
    }

    /// The usual paper of a reader.
    pub fn of(audience: Audience) -> Option<&'static Self> {
        ALL.iter().find(|paper| paper.audience == audience)
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Choice as _;

    #[test]
    fn every_paper_is_found_by_its_own_id() {
        for paper in ALL {
            assert_eq!(find(paper.id).map(|found| found.template), Some(paper.template));
        }
        assert!(find("programme-2").is_none());
    }

    #[test]
    fn a_paper_is_made_for_its_own_readers_alone() {
        let visit = crate::model::Visit::default();
        for paper in ALL {
            for audience in Audience::ALL {
                let seen = Projection::new(&visit, *audience, &Lang::en());
                let made = paper.data(&seen, &Options::default());
                assert_eq!(made.is_ok(), *audience == paper.audience, "{} {audience:?}", paper.id);
            }
        }
    }

    #[test]
    fn every_paper_has_a_name_in_every_language() {
        for paper in ALL {
            for lang in [Lang::en(), Lang::zh(), Lang::ko()] {
                assert_ne!(paper.name(&lang), paper.id);
            }
        }
    }
}
