//! Talking points: a list with its limit, each with topic, text and what to do with it.

use egui::{Frame, Margin, Stroke, Ui};
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_DELETE};

use crate::app::kit::{self, Form};
use crate::app::theme::{self, GAP};
use crate::model::{GOOD_TALKING_POINTS, MAX_TALKING_POINTS, Note, TalkingPoint, Visit};
use crate::words::say;

/// What a number of talking points is worth, in words.
pub(super) fn advice(count: usize) -> String {
    match count {
        0 => say!("briefing-points-none"),
        1..=GOOD_TALKING_POINTS => say!("briefing-points-good", count = count),
        count if count <= MAX_TALKING_POINTS => say!("briefing-points-full", count = count),
        _ => say!("briefing-points-many", count = count, over = (count - MAX_TALKING_POINTS)),
    }
}

/// What was asked of the list.
enum Change {
    Swap(usize, usize),
    Remove(usize),
    Set(usize, TalkingPoint),
}

pub(super) fn points_ui(ui: &mut Ui, form: &mut Form<'_, Note>) {
    let count = form.record().talking_points.len();
    if count > MAX_TALKING_POINTS {
        let palette = theme::palette(ui);
        let text = format!("▲ {}", advice(count));
        ui.add(egui::Label::new(egui::RichText::new(text).color(palette.warning)).wrap());
    } else {
        kit::small(ui, &advice(count));
    }
    form.field(
        |note| &mut note.talking_points,
        |points, visit, _| {
            let mut change = None;
            for (position, point) in points.iter().enumerate() {
                ui.push_id(position, |ui| {
                    if let Some(asked) = point_ui(ui, position, count, point, visit) {
                        change = Some(asked);
                    }
                });
            }
            change.map(|change| changed(points, change))
        },
    );
    if ui.button(say!("briefing-point-add")).clicked() {
        form.change(|note| note.talking_points.push(TalkingPoint::default()));
    }
}

fn changed(points: &[TalkingPoint], change: Change) -> Vec<TalkingPoint> {
    let mut points = points.to_vec();
    match change {
        Change::Swap(one, other) if one < points.len() && other < points.len() => {
            points.swap(one, other);
        }
        Change::Remove(position) if position < points.len() => {
            points.remove(position);
        }
        Change::Set(position, point) => {
            if let Some(slot) = points.get_mut(position) {
                *slot = point;
            }
        }
        Change::Swap(..) | Change::Remove(_) => {}
    }
    points
}

fn point_ui(
    ui: &mut Ui,
    position: usize,
    count: usize,
    point: &TalkingPoint,
    visit: &Visit,
) -> Option<Change> {
    let number = position + 1;
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, theme::palette(ui).line))
        .corner_radius(6)
        .inner_margin(Margin::same(8));
    let change = frame.show(ui, |ui| {
        let moved = head_ui(ui, position, count);
        let mut form = Form::new(visit, point);
        form.field(
            |point| &mut point.topic,
            |topic, _, langs| {
                let label = say!("briefing-point-topic", number = number);
                kit::text_in_languages(ui, &label, topic, langs)
            },
        );
        form.field(
            |point| &mut point.text,
            |text, _, langs| {
                let label = say!("briefing-point-text", number = number);
                kit::lines_in_languages(ui, &label, text, langs, 3)
            },
        );
        form.field(
            |point| &mut point.stance,
            |stance, _, _| {
                kit::choice_field(ui, &say!("briefing-point-stance", number = number), *stance)
            },
        );
        moved.or_else(|| form.finish().map(|point| Change::Set(position, point)))
    });
    ui.add_space(GAP);
    change.inner
}

fn head_ui(ui: &mut Ui, position: usize, count: usize) -> Option<Change> {
    let number = position + 1;
    let mut change = None;
    ui.horizontal(|ui| {
        kit::strong(ui, &say!("briefing-point", number = number));
        ui.add_enabled_ui(position > 0, |ui| {
            let up = say!("briefing-point-up", number = number);
            if kit::icon_button(ui, ICON_ARROW_UPWARD, &up).clicked() {
                change = Some(Change::Swap(position, position - 1));
            }
        });
        ui.add_enabled_ui(number < count, |ui| {
            let down = say!("briefing-point-down", number = number);
            if kit::icon_button(ui, ICON_ARROW_DOWNWARD, &down).clicked() {
                change = Some(Change::Swap(position, number));
            }
        });
        let remove = say!("briefing-point-remove", number = number);
        if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
            change = Some(Change::Remove(position));
        }
    });
    change
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seventh_point_is_one_too_many_and_the_sixth_is_not() {
        assert_eq!(advice(7), say!("briefing-points-many", count = 7, over = 1));
        assert_eq!(advice(6), say!("briefing-points-full", count = 6));
        assert_eq!(advice(4), say!("briefing-points-good", count = 4));
    }

    #[test]
    fn a_point_moves_up_and_is_removed() {
        let topic = |topic: &str| TalkingPoint { topic: topic.into(), ..TalkingPoint::default() };
        let points = [topic("a"), topic("b")];
        assert_eq!(changed(&points, Change::Swap(1, 0)), [topic("b"), topic("a")]);
        assert_eq!(changed(&points, Change::Remove(0)), [topic("b")]);
        assert_eq!(changed(&points, Change::Swap(1, 2)), points);
    }
}
