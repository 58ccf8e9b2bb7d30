//! Each kind of arrangement, drawn around its own middle.

use super::drawing::{Drawing, Faces, Furniture, FurnitureKind, PITCH, Place};
use super::{Row, RowKind, Seating, Who};
use crate::model::Convention;

/// From one row to the next, standing or on chairs behind.
const ROW: f32 = 80.0;
/// From the edge of a table to the middle of a seat.
const AT_TABLE: f32 = 26.0;
/// Draws around the middle; the frame comes last.
pub(super) struct Pen<'a> {
    pub(super) seating: &'a Seating,
    pub(super) drawing: Drawing,
}

impl Pen<'_> {
    fn rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.seating.rows.iter().enumerate()
    }

    fn place(&mut self, row: usize, seat: usize, (x, y): (f32, f32), faces: Faces) {
        let found = self.seating.rows.get(row).and_then(|row| row.seats.get(seat));
        let is_head = found.is_some_and(|seat| match &seat.who {
            Some(Who::Person { id, .. }) => self.seating.heads.contains(id),
            Some(Who::Flag(_)) | None => false,
        });
        self.drawing.places.push(Place { row, seat, x, y, faces, is_head });
    }

    fn furniture(&mut self, kind: FurnitureKind, (x, y): (f32, f32), (width, height): (f32, f32)) {
        self.drawing.furniture.push(Furniture { kind, x, y, width, height });
    }

    /// A row beside each other around `x`.
    fn row(&mut self, row: usize, (x, y): (f32, f32), faces: Faces) {
        let count = self.seating.rows.get(row).map_or(0, |row| row.seats.len());
        let left = x - PITCH * (count as f32 - 1.0) / 2.0;
        for seat in 0..count {
            self.place(row, seat, (left + PITCH * seat as f32, y), faces);
        }
    }

    fn widest(&self) -> f32 {
        self.seating.rows.iter().map(|row| row.seats.len()).max().unwrap_or(0) as f32
    }

    /// The rows of a kind, by where they are in the seating.
    fn of_kind(&self, kind: RowKind) -> Vec<usize> {
        self.rows().filter(|(_, row)| row.kind == kind).map(|(n, _)| n).collect()
    }

    /// The rows behind a side, told by the names of their slots.
    fn behind(&self, side: &str) -> Vec<usize> {
        let of_side = |row: &Row| row.seats.first().is_some_and(|it| it.slot.starts_with(side));
        let behind = self.rows().filter(|(_, row)| row.kind == RowKind::Behind && of_side(row));
        behind.map(|(n, _)| n).collect()
    }

    fn at_sides(&self) -> f32 {
        let sides =
            self.rows().filter(|(_, row)| matches!(row.kind, RowKind::Guests | RowKind::Hosts));
        sides.map(|(_, row)| row.seats.len()).max().unwrap_or(0).max(1) as f32
    }

    pub(super) fn conference(&mut self) {
        const DEEP: f32 = 140.0;
        let size = (self.at_sides() * PITCH + 20.0, DEEP);
        self.furniture(FurnitureKind::Table, (0.0, 0.0), size);
        let away = DEEP / 2.0 + AT_TABLE;
        for (kind, side, sign, faces) in [
            (RowKind::Guests, "guests", -1.0, Faces::Down),
            (RowKind::Hosts, "hosts", 1.0, Faces::Up),
        ] {
            for row in self.of_kind(kind) {
                self.row(row, (0.0, sign * away), faces);
            }
            for (n, row) in self.behind(side).into_iter().enumerate() {
                self.row(row, (0.0, sign * (away + ROW * (n as f32 + 1.0))), faces);
            }
        }
    }

    /// Guests at the right of who comes in; both sides are listed from the door inward.
    pub(super) fn conference_end_on(&mut self) {
        const WIDE: f32 = 140.0;
        let count = self.at_sides();
        self.furniture(FurnitureKind::Table, (0.0, 0.0), (WIDE, count * PITCH + 20.0));
        let away = WIDE / 2.0 + AT_TABLE + PITCH / 4.0;
        for (kind, side, sign, faces) in [
            (RowKind::Guests, "guests", 1.0, Faces::Left),
            (RowKind::Hosts, "hosts", -1.0, Faces::Right),
        ] {
            let columns = self.of_kind(kind).into_iter().chain(self.behind(side));
            for (n, row) in columns.collect::<Vec<_>>().into_iter().enumerate() {
                let x = sign * (away + 95.0 * n as f32);
                let seats = self.seating.rows.get(row).map_or(0, |row| row.seats.len());
                let lowest = PITCH * (seats as f32 - 1.0) / 2.0;
                for seat in 0..seats {
                    self.place(row, seat, (x, lowest - PITCH * seat as f32), faces);
                }
            }
        }
    }

    pub(super) fn head_table(&mut self) {
        const DEEP: f32 = 60.0;
        let size = (self.widest().max(1.0) * PITCH + 20.0, DEEP);
        self.furniture(FurnitureKind::Table, (0.0, 0.0), size);
        let y = -DEEP / 2.0 - AT_TABLE;
        for row in self.of_kind(RowKind::Head) {
            self.row(row, (0.0, y), Faces::Down);
        }
        self.helpers(y - ROW);
    }

    /// Helpers in one line, those of the guests at the left of the plan: behind the own right of
    /// who faces the lower edge.
    fn helpers(&mut self, y: f32) {
        for (side, sign) in [("guests", -1.0), ("hosts", 1.0)] {
            for row in self.behind(side) {
                let count = self.seating.rows.get(row).map_or(0, |row| row.seats.len());
                for seat in 0..count {
                    let x = sign * (PITCH * 0.6 + PITCH * seat as f32);
                    self.place(row, seat, (x, y), Faces::Down);
                }
            }
        }
    }

    /// The two heads beside a small table, the others outward; helpers behind their own side.
    pub(super) fn sofas(&mut self) {
        const BETWEEN: f32 = 60.0;
        self.furniture(FurnitureKind::Table, (0.0, 0.0), (45.0, 45.0));
        for row in self.of_kind(RowKind::Head) {
            let slots = self.seating.rows.get(row).map(|row| row.seats.as_slice());
            let slots = slots.unwrap_or_default();
            let guests = slots.iter().filter(|seat| seat.slot.starts_with("guests")).count();
            let count = slots.len();
            for seat in 0..count {
                let away = f32::midpoint(BETWEEN, PITCH);
                let x = if seat < guests {
                    -away - PITCH * (guests - 1 - seat) as f32
                } else {
                    away + PITCH * (seat - guests) as f32
                };
                self.place(row, seat, (x, 0.0), Faces::Down);
            }
        }
        self.helpers(-ROW);
    }

    pub(super) fn signing(&mut self) {
        const DEEP: f32 = 70.0;
        let front = self.of_kind(RowKind::Front);
        let seats = front.iter().filter_map(|row| self.seating.rows.get(*row));
        let seats = seats.map(|row| row.seats.len()).max().unwrap_or(1) as f32;
        self.furniture(FurnitureKind::Table, (0.0, 0.0), (seats * PITCH + 20.0, DEEP));
        let behind_table = -DEEP / 2.0 - AT_TABLE;
        for row in front {
            self.row(row, (0.0, behind_table), Faces::Down);
        }
        for row in self.of_kind(RowKind::Back) {
            self.row(row, (0.0, behind_table - ROW), Faces::Down);
        }
        self.helpers(behind_table - 2.0 * ROW);
    }

    /// The front row next to the camera.
    pub(super) fn photo(&mut self) {
        for n in 0..self.seating.rows.len() {
            self.row(n, (0.0, -ROW * 0.8 * n as f32), Faces::Down);
        }
    }

    /// The main table at the far side; the others in rows nearer the door, in each row the middle
    /// first and then the side that is higher.
    pub(super) fn round_tables(&mut self) {
        let is_table = |row: &Row| matches!(row.kind, RowKind::Table(_));
        let tables = self.rows().filter(|(_, row)| is_table(row));
        let rows: Vec<usize> = tables.map(|(n, _)| n).collect();
        let seats = self.widest().max(3.0);
        let ring = (PITCH / 2.0 / (std::f32::consts::PI / seats).sin()).max(95.0);
        let cell = 2.0 * ring + PITCH + 40.0;
        let in_row = if rows.len() > 5 { 3 } else { 2 };
        for (n, row) in rows.into_iter().enumerate() {
            let middle = if n == 0 {
                (0.0, 0.0)
            } else {
                let (line, at) = ((n - 1) / in_row + 1, (n - 1) % in_row);
                (self.across(at, in_row) * cell, line as f32 * cell)
            };
            self.round_table(row, middle, ring);
        }
        self.helpers(-ring - ROW);
    }

    /// Where the n-th table of a row stands, in tables from the middle. The host faces the door:
    /// the own right is at the left of the plan.
    fn across(&self, at: usize, in_row: usize) -> f32 {
        let is_mirrored = self.seating.convention == Convention::ChineseDomestic;
        let sign = if is_mirrored { -1.0 } else { 1.0 };
        match (in_row, at) {
            (2, 0) => -0.5 * sign,
            (2, _) => 0.5 * sign,
            (_, 0) => 0.0,
            (_, 1) => -sign,
            _ => sign,
        }
    }

    /// Clockwise from the host at the far side.
    fn round_table(&mut self, row: usize, (x, y): (f32, f32), ring: f32) {
        let across = 2.0 * (ring - AT_TABLE - 14.0);
        self.furniture(FurnitureKind::RoundTable, (x, y), (across, across));
        let count = self.seating.rows.get(row).map_or(0, |row| row.seats.len());
        for seat in 0..count {
            let turn = std::f32::consts::TAU * seat as f32 / count as f32;
            let (sin, cos) = turn.sin_cos();
            let faces = if cos > 0.3 {
                Faces::Down
            } else if cos < -0.3 {
                Faces::Up
            } else if sin > 0.0 {
                Faces::Left
            } else {
                Faces::Right
            };
            self.place(row, seat, (x + sin * ring, y - cos * ring), faces);
        }
    }

    /// The front is above; whoever drives sits on the side of the middle of the road.
    pub(super) fn car(&mut self, keeps_left: bool, front_seats: usize) {
        const FRONT: f32 = 0.0;
        const REAR: f32 = 110.0;
        let wheel = if keeps_left { PITCH } else { -PITCH };
        self.furniture(FurnitureKind::Vehicle, (0.0, 45.0), (3.0 * PITCH + 30.0, 330.0));
        for row in self.of_kind(RowKind::Front) {
            let count = self.seating.rows.get(row).map_or(0, |row| row.seats.len());
            if count < front_seats {
                self.furniture(FurnitureKind::Wheel, (wheel, FRONT), (44.0, 44.0));
                self.place(row, 0, (-wheel, FRONT), Faces::Up);
                continue;
            }
            for seat in 0..count {
                let x = if seat == 0 { -PITCH } else { PITCH };
                self.place(row, seat, (x, FRONT), Faces::Up);
            }
        }
        for row in self.of_kind(RowKind::Back) {
            self.row(row, (0.0, REAR), Faces::Up);
        }
    }

    /// Rows from the front with an aisle, as in a bus, a train or an aircraft.
    pub(super) fn rows_ahead(&mut self) {
        const AISLE: f32 = 50.0;
        for n in 0..self.seating.rows.len() {
            let count = self.seating.rows.get(n).map_or(0, |row| row.seats.len());
            let left = count / 2;
            for seat in 0..count {
                let aisle = if seat >= left { AISLE } else { 0.0 };
                let x = PITCH * seat as f32 + aisle;
                self.place(n, seat, (x, ROW * n as f32), Faces::Up);
            }
        }
    }

    pub(super) fn lines(&mut self) {
        for n in 0..self.seating.rows.len() {
            self.row(n, (0.0, ROW * n as f32), Faces::Down);
        }
    }
}
