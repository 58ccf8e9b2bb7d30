//! The grid on the screen: which point is which minute of which column.

use egui::{Pos2, Rect, pos2};

use super::axis::{Axis, LEAST};
use super::places::{Block, Column, Places};

/// The width of the hours on the left.
pub(super) const HOURS: f32 = 48.0;
/// The height of the names above the columns.
pub(super) const HEAD: f32 = 26.0;
/// Columns are as wide as there is room, but not narrower.
pub(super) const NARROWEST: f32 = 132.0;
/// Blocks stand off from each other and from the lines.
const OFF: f32 = 2.0;

pub(super) struct Sheet<'a> {
    pub(super) places: &'a Places,
    pub(super) axis: &'a Axis,
    /// The upper left corner of all, heads and hours included.
    pub(super) origin: Pos2,
    pub(super) column: f32,
    /// What is seen of the columns.
    pub(super) sight: Rect,
}

impl Sheet<'_> {
    /// Above this stand the items without a time, below it the day.
    pub(super) fn top(&self) -> f32 {
        let rows = self.places.waiting();
        let strip = if rows == 0 { 0.0 } else { rows as f32 * LEAST + 2.0 * OFF };
        self.origin.y + HEAD + strip
    }

    pub(super) fn left(&self, column: usize) -> f32 {
        self.origin.x + HOURS + column as f32 * self.column
    }

    pub(super) fn y(&self, minute: i64) -> f32 {
        self.top() + self.axis.y(minute)
    }

    pub(super) fn size(&self) -> egui::Vec2 {
        let columns = self.places.columns.len() as f32;
        let height = self.top() - self.origin.y + self.axis.height() + 4.0 * OFF;
        egui::vec2(HOURS + columns * self.column, height)
    }

    pub(super) fn rect(&self, block: &Block) -> Rect {
        let (left, right) = (self.left(block.columns.start), self.left(block.columns.end) - OFF);
        let Some(part) = block.part else {
            let top = self.origin.y + HEAD + OFF + block.lane as f32 * LEAST;
            return Rect::from_min_max(pos2(left + OFF, top), pos2(right, top + LEAST - OFF));
        };
        let width = (right - left - OFF) / block.lanes.max(1) as f32;
        let left = left + OFF + block.lane as f32 * width;
        let right = left + width - if block.lane + 1 < block.lanes { OFF } else { 0.0 };
        let (top, bottom) = (self.y(part.from) + 0.5, self.y(part.to) - 0.5);
        Rect::from_min_max(pos2(left, top), pos2(right, bottom.max(top + LEAST - OFF)))
    }

    /// A part of the day across some columns.
    pub(super) fn band(&self, columns: std::ops::Range<usize>, from: i64, to: i64) -> Rect {
        let (left, right) = (self.left(columns.start), self.left(columns.end));
        Rect::from_min_max(pos2(left, self.y(from)), pos2(right, self.y(to)))
    }

    pub(super) fn is_same_day(&self, one: usize, other: usize) -> bool {
        let day = |at| self.places.columns.get(at).map(|column: &Column| column.day);
        day(one) == day(other)
    }

    pub(super) fn column_at(&self, x: f32) -> Option<usize> {
        let at = ((x - self.origin.x - HOURS) / self.column).floor();
        (at >= 0.0 && (at as usize) < self.places.columns.len()).then_some(at as usize)
    }

    pub(super) fn minute_at(&self, y: f32) -> i64 {
        self.axis.minute(y - self.top())
    }

    /// Whether a height is among the items that have no time.
    pub(super) fn is_above_day(&self, y: f32) -> bool {
        y < self.top()
    }
}
