//! The part of a photo that is shown: drawn with the mouse, or carried with the arrows.

use egui::{
    Color32, EventFilter, Image, Key, Modifiers, Pos2, Rect, Role, Sense, Stroke, TextureHandle,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::photos::Shown;
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::model::{Crop, Person, PersonId};
use crate::words::say;

/// The part of a photo, so high.
pub(super) fn cropped<'a>(
    texture: &'a TextureHandle,
    crop: Option<&Crop>,
    height: f32,
) -> Image<'a> {
    let part = uv(&crop.map_or_else(Crop::whole, Crop::within));
    let size = texture.size_vec2() * part.size();
    let size = size * (height / size.y.max(1.0));
    Image::new(texture).uv(part).maintain_aspect_ratio(false).fit_to_exact_size(size)
}

fn uv(crop: &Crop) -> Rect {
    let share = |value: u16| f32::from(value) / f32::from(Crop::ALL);
    let min = pos2(share(crop.left), share(crop.top));
    Rect::from_min_size(min, vec2(share(crop.width), share(crop.height)))
}

/// The question which part is shown.
pub fn crop_ui(ui: &mut Ui, view: &View<'_>, id: &PersonId, crop: &Crop) {
    let Some(person) = view.visit().person(id) else { return view.send(Command::CloseModal) };
    kit::heading(ui, &say!("people-photo-crop-title", name = person.label(&view.lang())));
    kit::small(ui, &say!("people-photo-crop-hint"));
    ui.add_space(GAP);
    let now = crop.within();
    let mut new = now.clone();
    match view.photos.get(&person.photo) {
        None => view.send(Command::WantPhoto(person.photo.clone().into())),
        Some(Shown::Waits) => drop(kit::small(ui, &say!("people-photo-waits"))),
        Some(Shown::Failed(error)) => drop(kit::small(ui, error)),
        Some(Shown::Picture(texture)) => new = picture_ui(ui, texture, &now),
    }
    new = numbers_ui(ui, new);
    if new != now {
        let person = id.clone();
        view.send(Command::Ask(Modal::Crop { person, crop: new.within() }));
    }
    ui.add_space(3.0 * GAP);
    ui.horizontal(|ui| {
        let done = kit::primary_button(ui, &say!("people-photo-crop-do")).clicked();
        let whole = ui.button(say!("people-photo-crop-whole")).clicked();
        let close = ui.button(say!("modal-cancel")).clicked();
        if done || whole {
            let part = Some(now).filter(|part| done && *part != Crop::whole());
            view.set(Person { photo_crop: part, ..Person::clone(person) });
        }
        if done || whole || close {
            view.send(Command::CloseModal);
        }
    });
}

/// The whole photo with the part drawn in it; returns the part as it is now.
fn picture_ui(ui: &mut Ui, texture: &TextureHandle, now: &Crop) -> Crop {
    /// What fits into a small window.
    const MOST: Vec2 = Vec2::new(420.0, 320.0);
    let size = texture.size_vec2();
    let size = size * (MOST.x / size.x.max(1.0)).min(MOST.y / size.y.max(1.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let name = say!("people-photo-crop-part");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name.as_str()));
    let palette = theme::palette(ui);
    let part = uv(now);
    let place = Rect::from_min_max(
        rect.lerp_inside(part.min.to_vec2()),
        rect.lerp_inside(part.max.to_vec2()),
    );
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    let painter = ui.painter_at(rect);
    painter.image(texture.id(), rect, whole, Color32::WHITE.gamma_multiply(0.35));
    painter.image(texture.id(), place, part, Color32::WHITE);
    let width = if response.has_focus() { 3.0 } else { 1.5 };
    painter.rect_stroke(place, 0.0, Stroke::new(width, palette.accent), egui::StrokeKind::Inside);
    for corner in [place.left_top(), place.right_top(), place.left_bottom(), place.right_bottom()] {
        painter.circle(corner, 4.0, palette.panel, Stroke::new(1.5, palette.accent));
    }
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    let mut new = now.clone();
    if response.has_focus() {
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        new = keys(ui, now);
    }
    dragged(ui, &response, rect, place, &new)
}

/// Arrows carry the part, with Shift they draw its right and lower side.
fn keys(ui: &Ui, now: &Crop) -> Crop {
    const STEP: i32 = 10;
    let mut new = now.clone();
    for (key, right, down) in [
        (Key::ArrowLeft, -STEP, 0),
        (Key::ArrowRight, STEP, 0),
        (Key::ArrowUp, 0, -STEP),
        (Key::ArrowDown, 0, STEP),
    ] {
        if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key)) {
            new = new.grown(right, down);
        } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            new = new.moved(right, down);
        }
    }
    new
}

/// What the mouse took hold of: a side in each direction, or the middle.
#[derive(Clone, Debug, PartialEq)]
struct Hold {
    across: Side,
    down: Side,
    /// The part as it was.
    was: Crop,
    from: Pos2,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    Middle,
    Behind,
}

fn dragged(ui: &Ui, response: &egui::Response, rect: Rect, place: Rect, now: &Crop) -> Crop {
    let id = response.id.with("hold");
    let Some(pointer) = response.interact_pointer_pos() else { return now.clone() };
    if response.drag_started() {
        let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(pointer);
        let across = side(from.x, place.left(), place.right());
        let down = side(from.y, place.top(), place.bottom());
        let hold = Hold { across, down, was: now.clone(), from };
        ui.data_mut(|data| data.insert_temp(id, hold));
    }
    let hold: Option<Hold> = ui.data(|data| data.get_temp(id));
    let Some(hold) = hold.filter(|_| response.dragged()) else { return now.clone() };
    let way = pointer - hold.from;
    let share = |way: f32, size: f32| (way / size.max(1.0) * f32::from(Crop::ALL)).round() as i32;
    let (right, down) = (share(way.x, rect.width()), share(way.y, rect.height()));
    if (hold.across, hold.down) == (Side::Middle, Side::Middle) {
        return hold.was.moved(right, down);
    }
    let of = |side: Side, wanted: Side, way: i32| if side == wanted { way } else { 0 };
    let before = hold
        .was
        .grown_before(-of(hold.across, Side::Before, right), -of(hold.down, Side::Before, down));
    before.grown(of(hold.across, Side::Behind, right), of(hold.down, Side::Behind, down))
}

fn side(at: f32, first: f32, last: f32) -> Side {
    /// How near to a line is on it.
    const NEAR: f32 = 12.0;
    if (at - first).abs() <= NEAR && (at - first).abs() <= (at - last).abs() {
        Side::Before
    } else if (at - last).abs() <= NEAR {
        Side::Behind
    } else {
        Side::Middle
    }
}

/// The same in numbers, in thousandths of the photo.
fn numbers_ui(ui: &mut Ui, crop: Crop) -> Crop {
    let mut new = crop;
    ui.horizontal_wrapped(|ui| {
        for (field, slot) in [
            ("left", &mut new.left),
            ("top", &mut new.top),
            ("width", &mut new.width),
            ("height", &mut new.height),
        ] {
            let name = kit::label(field);
            kit::small(ui, &name);
            if let Some(value) = kit::number_cell(ui, &name, *slot) {
                *slot = value;
            }
        }
    });
    new
}
