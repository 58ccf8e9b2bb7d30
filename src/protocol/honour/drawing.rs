//! A plan from above, to scale: where each seat is, what stands there, where door, audience and
//! camera are. The door, or who looks on, is at the lower edge.

use super::Seating;
use super::layout::{car_front, keeps_left};
use super::pen::Pen;
use crate::model::{Arrangement, ArrangementKind, Lang, Visit};
use crate::words::say_in;

/// What a seat takes beside its neighbours, in centimetres.
pub(super) const PITCH: f32 = 75.0;
/// What a seat takes from front to back.
const DEEP: f32 = 50.0;
/// Around everything.
const MARGIN: f32 = 40.0;

/// All lengths in centimetres, from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub width: f32,
    pub height: f32,
    pub furniture: Vec<Furniture>,
    pub places: Vec<Place>,
    /// Who or what is at the lower edge, or ahead.
    pub edge: Option<Edge>,
    /// Whether the edge is the upper one.
    pub edge_above: bool,
}

/// A piece of furniture by its middle and size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Furniture {
    pub kind: FurnitureKind,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FurnitureKind {
    Table,
    RoundTable,
    /// The outline of a car or bus.
    Vehicle,
    /// Where the driver sits who has no place in the plan.
    Wheel,
}

/// The middle of a seat: the row of the seating, the seat in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub row: usize,
    pub seat: usize,
    pub x: f32,
    pub y: f32,
    pub faces: Faces,
    /// Of a head of a side: the own right is marked there.
    pub is_head: bool,
}

/// Where somebody looks, as seen on the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faces {
    Down,
    Up,
    Left,
    Right,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Door,
    Audience,
    Camera,
    /// Where a vehicle drives to.
    Ahead,
}

impl Edge {
    /// What it is called in a language.
    pub fn name(self, lang: &Lang) -> String {
        match self {
            Self::Door => say_in!(lang, "plan-edge-door"),
            Self::Audience => say_in!(lang, "plan-edge-audience"),
            Self::Camera => say_in!(lang, "plan-edge-camera"),
            Self::Ahead => say_in!(lang, "plan-edge-ahead"),
        }
    }
}

impl Faces {
    /// The way to the own right hand: right and down are positive.
    pub fn own_right(self) -> (f32, f32) {
        match self {
            Self::Down => (-1.0, 0.0),
            Self::Up => (1.0, 0.0),
            Self::Left => (0.0, -1.0),
            Self::Right => (0.0, 1.0),
        }
    }

    fn turned(self) -> Self {
        match self {
            Self::Down => Self::Up,
            Self::Up => Self::Down,
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl Drawing {
    pub fn of(visit: &Visit, arrangement: &Arrangement, seating: &Seating) -> Self {
        let mut pen = Pen { seating, drawing: Self::default() };
        match arrangement.kind {
            ArrangementKind::ConferenceTable => pen.conference(),
            ArrangementKind::ConferenceTableEndOn => pen.conference_end_on(),
            ArrangementKind::HeadTable | ArrangementKind::Podium => pen.head_table(),
            ArrangementKind::SofaMeeting => pen.sofas(),
            ArrangementKind::RoundTables => pen.round_tables(),
            ArrangementKind::SigningTable => pen.signing(),
            ArrangementKind::GroupPhoto => pen.photo(),
            ArrangementKind::Car => pen.car(keeps_left(visit), car_front(visit, true).len()),
            ArrangementKind::Minibus | ArrangementKind::Rows => pen.rows_ahead(),
            ArrangementKind::Flags | ArrangementKind::ReceivingLine | ArrangementKind::Speeches => {
                pen.lines();
            }
        }
        let (edge, edge_above) = edge(arrangement.kind);
        let mut drawing = pen.drawing;
        (drawing.edge, drawing.edge_above) = (edge, edge_above);
        drawing.frame();
        drawing
    }

    /// The same as who sits opposite sees it.
    #[must_use]
    pub fn turned(&self) -> Self {
        let mut turned = self.clone();
        for piece in &mut turned.furniture {
            (piece.x, piece.y) = (self.width - piece.x, self.height - piece.y);
        }
        for place in &mut turned.places {
            (place.x, place.y) = (self.width - place.x, self.height - place.y);
            place.faces = place.faces.turned();
        }
        turned.edge_above = !self.edge_above;
        turned
    }

    /// Moves everything clear of the edges, and measures it.
    fn frame(&mut self) {
        let seat = |place: &Place| (place.x, place.y, PITCH, DEEP);
        let piece = |it: &Furniture| (it.x, it.y, it.width, it.height);
        let all = self.places.iter().map(seat).chain(self.furniture.iter().map(piece));
        let mut least = (f32::MAX, f32::MAX);
        let mut most = (f32::MIN, f32::MIN);
        for (x, y, width, height) in all {
            least = (least.0.min(x - width / 2.0), least.1.min(y - height / 2.0));
            most = (most.0.max(x + width / 2.0), most.1.max(y + height / 2.0));
        }
        if least.0 > most.0 {
            return;
        }
        let (dx, dy) = (MARGIN - least.0, MARGIN - least.1);
        for place in &mut self.places {
            (place.x, place.y) = (place.x + dx, place.y + dy);
        }
        for piece in &mut self.furniture {
            (piece.x, piece.y) = (piece.x + dx, piece.y + dy);
        }
        self.width = most.0 - least.0 + 2.0 * MARGIN;
        self.height = most.1 - least.1 + 2.0 * MARGIN;
    }
}

fn edge(kind: ArrangementKind) -> (Option<Edge>, bool) {
    match kind {
        ArrangementKind::ConferenceTable
        | ArrangementKind::ConferenceTableEndOn
        | ArrangementKind::SofaMeeting
        | ArrangementKind::RoundTables => (Some(Edge::Door), false),
        ArrangementKind::HeadTable
        | ArrangementKind::Podium
        | ArrangementKind::SigningTable
        | ArrangementKind::Flags => (Some(Edge::Audience), false),
        ArrangementKind::GroupPhoto => (Some(Edge::Camera), false),
        ArrangementKind::Car | ArrangementKind::Minibus | ArrangementKind::Rows => {
            (Some(Edge::Ahead), true)
        }
        ArrangementKind::ReceivingLine | ArrangementKind::Speeches => (None, false),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{arrangement, of, visit};
    use super::*;
    use crate::model::{Choice as _, Convention};

    fn drawn(kind: ArrangementKind, convention: Convention) -> (Drawing, Seating) {
        let visit = visit(7, 6, &["gi", "hi", "gn"]);
        let plan = arrangement(kind, convention);
        let seating = of(&visit, &plan);
        (Drawing::of(&visit, &plan, &seating), seating)
    }

    #[test]
    fn every_seat_has_one_place_and_none_lies_on_another() {
        for kind in ArrangementKind::ALL {
            for convention in Convention::ALL {
                let (drawing, seating) = drawn(*kind, *convention);
                let seats: usize = seating.rows.iter().map(|row| row.seats.len()).sum();
                assert_eq!(drawing.places.len(), seats, "{kind:?}");
                for (n, one) in drawing.places.iter().enumerate() {
                    assert!(one.x > 0.0 && one.x < drawing.width, "{kind:?}");
                    assert!(one.y > 0.0 && one.y < drawing.height, "{kind:?}");
                    for other in drawing.places.iter().skip(n + 1) {
                        let apart =
                            (one.x - other.x).abs() > 69.0 || (one.y - other.y).abs() > 26.0;
                        assert!(apart, "{kind:?} {convention:?}: {one:?} {other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn turned_twice_it_is_the_same() {
        for kind in ArrangementKind::ALL {
            let (drawing, _) = drawn(*kind, Convention::International);
            let twice = drawing.turned().turned();
            let near = |one: f32, other: f32| (one - other).abs() < 0.01;
            assert!(drawing.places.iter().zip(&twice.places).all(|(one, other)| {
                near(one.x, other.x) && near(one.y, other.y) && one.faces == other.faces
            }));
            assert_ne!(drawing.turned().edge_above, drawing.edge_above);
        }
    }

    #[test]
    fn the_first_guest_is_at_the_own_right_of_the_host() {
        let (drawing, seating) = drawn(ArrangementKind::HeadTable, Convention::International);
        let place = |person: &str| {
            let at = |place: &&Place| match &seating.rows[place.row].seats[place.seat].who {
                Some(super::super::Who::Person { id, .. }) => id.as_str() == person,
                _ => false,
            };
            drawing.places.iter().find(at).unwrap()
        };
        let (host, guest) = (place("h1"), place("g1"));
        let (right, _) = host.faces.own_right();
        assert!((guest.x - host.x) * right > 0.0);
        assert!(host.is_head && guest.is_head && !place("g2").is_head);
    }
}
