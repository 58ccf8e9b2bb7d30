//! Marks that several tabs draw.

use egui::{Color32, Painter, Rect, Shape, Stroke};

/// Slanted lines: people on their way.
pub fn hatching(rect: Rect, colour: Color32) -> Shape {
    let (height, stroke) = (rect.height(), Stroke::new(2.0, colour));
    let count = ((rect.width() + height) / 10.0) as usize;
    let line = |n: usize| {
        let x = rect.left() + n as f32 * 10.0;
        Shape::line_segment(
            [egui::pos2(x, rect.top()), egui::pos2(x - height, rect.bottom())],
            stroke,
        )
    };
    Shape::Vec((0..=count).map(line).collect())
}

/// An outline of dashes: not confirmed.
pub fn dashes(painter: &Painter, rect: Rect, colour: Color32) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, colour), 4.0, 3.0));
}
