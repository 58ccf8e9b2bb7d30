//! Seating plans for who sets the tables: each drawn to scale, with its convention, and as lists.

use super::data::{Entry, Plan, PlanPlace, Plans, RowList, Shape};
use super::sheet::{dated, footer, meta, short_title};
use super::wording::Wording;
use super::{Options, Paper};
use crate::projection::{PersonView, PlanSeat, PlanView, Projection};
use crate::protocol::english_name;
use crate::protocol::honour::{Furniture, FurnitureKind, Place};
use crate::words::{choice_in, dates, say_in};

pub(super) fn data(paper: &Paper, projection: &Projection, options: &Options) -> Plans {
    let wording = &Wording::new(projection);
    let title = short_title(paper, projection);
    let plans: Vec<Plan> = projection.plans().iter().map(|view| plan(wording, view)).collect();
    Plans {
        meta: meta(paper, &title, projection, options),
        title,
        none: if plans.is_empty() {
            say_in!(wording.lang, "paper-plans-none")
        } else {
            String::new()
        },
        plans,
        days: dated(projection),
        footer: footer(wording, options),
    }
}

fn plan(wording: &Wording<'_>, view: &PlanView) -> Plan {
    let lang = wording.lang;
    let rule = choice_in(view.convention, lang);
    let (mut places, mut rows) = (Vec::new(), Vec::new());
    let mut number = 0;
    for (at, row) in view.rows.iter().enumerate() {
        let mut seats = Vec::new();
        for (n, seat) in row.seats.iter().enumerate() {
            let (name, post) = shown(wording, seat);
            if !name.is_empty() {
                number += 1;
                seats.push(Entry { number, name: name.clone(), post });
            }
            let drawn = view.drawing.places.iter().find(|it| (it.row, it.seat) == (at, n));
            let taken = if name.is_empty() { 0 } else { number };
            places.extend(drawn.map(|place| placed(place, name, taken)));
        }
        if !seats.is_empty() {
            rows.push(RowList { heading: row.name.clone(), seats });
        }
    }
    let drawing = &view.drawing;
    Plan {
        title: view.title.text.clone(),
        title_second: view.title.second.clone(),
        about: about(wording, view),
        rule: say_in!(lang, "paper-plan-rule", rule = rule),
        width: mm(drawing.width),
        height: mm(drawing.height),
        furniture: drawing.furniture.iter().map(shape).collect(),
        places,
        edge: drawing.edge.map(|edge| edge.name(lang)).unwrap_or_default(),
        edge_above: drawing.edge_above,
        scale: say_in!(lang, "paper-plan-scale"),
        rows,
        unseated: unseated(wording, &view.unseated),
    }
}

/// "Talks · 30 July 09:30–10:30 · Life Science Town", what is known of it.
fn about(wording: &Wording<'_>, view: &PlanView) -> String {
    let kind = choice_in(view.kind, wording.lang);
    let item = view.item.iter().flat_map(|item| {
        let span = item.when.start().map(|at| dates::span(at, item.when.end(), wording.lang));
        let place = item.place.as_ref().map(|place| wording.place_name(place));
        [Some(item.title.text.clone()), span, place].into_iter().flatten()
    });
    let parts = std::iter::once(kind).chain(item).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

fn shown(wording: &Wording<'_>, seat: &PlanSeat) -> (String, String) {
    match seat {
        PlanSeat::Empty => (String::new(), String::new()),
        PlanSeat::Flag(country) => (english_name(country).to_owned(), String::new()),
        PlanSeat::Person(person) => {
            let name = wording.name(person);
            let post = wording.post(person);
            let post = if post == name { String::new() } else { post };
            (name, post)
        }
    }
}

fn unseated(wording: &Wording<'_>, people: &[PersonView]) -> String {
    if people.is_empty() {
        return String::new();
    }
    let people = wording.list(people.iter().map(|person| wording.name(person)));
    say_in!(wording.lang, "paper-plan-unseated", people = people)
}

fn placed(place: &Place, name: String, number: usize) -> PlanPlace {
    let (x, y) = place.faces.own_right();
    let right = |way: f32| if way == 0.0 { 0 } else { way.signum() as i32 };
    PlanPlace {
        x: mm(place.x),
        y: mm(place.y),
        name,
        number,
        is_head: place.is_head,
        right_x: right(x),
        right_y: right(y),
    }
}

fn shape(piece: &Furniture) -> Shape {
    let kind = match piece.kind {
        FurnitureKind::Table => "table",
        FurnitureKind::RoundTable => "round-table",
        FurnitureKind::Vehicle => "vehicle",
        FurnitureKind::Wheel => "wheel",
    };
    Shape { kind, x: mm(piece.x), y: mm(piece.y), width: mm(piece.width), height: mm(piece.height) }
}

/// Whole millimetres of the room, so that the same plan gives the same bytes.
fn mm(cm: f32) -> i32 {
    (cm * 10.0).round() as i32
}
