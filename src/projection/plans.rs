//! Seating and standing plans as a reader may know them: of items they may know of, with people
//! they may know.

use super::audience::Audience;
use super::items::PlaceView;
use super::people::PersonView;
use super::reader::{Reader, Said};
use crate::model::{Arrangement, ArrangementKind, Convention, RecordRef, When};
use crate::protocol::honour::{Drawing, Seating, Who};

/// A plan, drawn and in rows.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    pub title: Said,
    pub kind: ArrangementKind,
    pub convention: Convention,
    /// The item it is for.
    pub item: Option<PlannedItem>,
    pub drawing: Drawing,
    pub rows: Vec<PlanRow>,
    pub unseated: Vec<PersonView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedItem {
    pub title: Said,
    pub when: When,
    pub place: Option<PlaceView>,
}

/// The seats of a row, viewer-left to viewer-right; of a table clockwise from its host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// What the row is called, in the reader's language.
    pub name: String,
    pub seats: Vec<PlanSeat>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanSeat {
    Empty,
    Person(Box<PersonView>),
    /// A country, by its ISO code.
    Flag(String),
}

impl Reader<'_> {
    /// The plans for those who set the tables: the team alone, and nothing of confidential items.
    pub(super) fn plans(&mut self) -> Vec<PlanView> {
        if !self.is(Audience::Staff) {
            return Vec::new();
        }
        let visit = self.visit;
        let known = visit.arrangements.iter().filter(|plan| {
            let item = plan.item.as_ref().and_then(|id| visit.item(id));
            item.is_none_or(|item| self.audience.may_know(item) && !item.is_cancelled())
        });
        let known: Vec<_> = known.cloned().collect();
        known.iter().map(|plan| self.plan(plan)).collect()
    }

    fn plan(&mut self, plan: &Arrangement) -> PlanView {
        let visit = self.visit;
        let seating = Seating::of(visit, plan);
        let drawing = Drawing::of(visit, plan, &seating);
        let item = plan.item.as_ref().and_then(|id| visit.item(id)).map(|item| {
            let of = RecordRef::Item(item.id.clone());
            let title = self.said(Some(&of), "title", &item.title);
            let place = item.venue().and_then(|id| self.place(id));
            PlannedItem { title, when: item.when, place }
        });
        let of = RecordRef::Arrangement(plan.id.clone());
        let lang = self.lang;
        let rows = seating.rows.iter().map(|row| PlanRow {
            name: row.name(lang),
            seats: row
                .seats
                .iter()
                .map(|seat| match &seat.who {
                    Some(Who::Person { id, .. }) => self
                        .person(id)
                        .map_or(PlanSeat::Empty, |view| PlanSeat::Person(Box::new(view))),
                    Some(Who::Flag(country)) => PlanSeat::Flag(country.clone()),
                    None => PlanSeat::Empty,
                })
                .collect(),
        });
        let rows = rows.collect();
        PlanView {
            title: self.said(Some(&of), "title", &plan.title),
            kind: plan.kind,
            convention: seating.convention,
            item,
            drawing,
            rows,
            unseated: self.people(&seating.unseated),
        }
    }
}
