//! Seating plans: computed, changed by dragging one seat onto another, undone, given back to rank.

use std::path::Path;

use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::store;

use crate::desk::{self, Window, act, click, click_button, settle, visit_of};

fn open() -> (tempfile::TempDir, Window) {
    let exercise = Path::new("assets/library/seoul-in-liangjiang-exercise.ron");
    let visit = store::load(exercise).unwrap();
    let (home, mut window) = desk::window_on(&visit, "2024-07-20 10:00", [2000.0, 1200.0]);
    act(&mut window, Action::Arrangements);
    desk::click_containing(&mut window, "Talks");
    (home, window)
}

#[test]
fn one_seat_dragged_onto_another_changes_both_and_is_undone_in_one_step() {
    let (_home, mut window) = open();
    let centre = window.get_by_label("guests-c: Oh Se-hoon").rect().center();
    let beside = window.get_by_label("guests-l1: Seoul delegate 2").rect().center();
    window.drag_at(beside);
    window.run_steps(2);
    window.hover_at(beside.lerp(centre, 0.5));
    window.run_steps(2);
    window.hover_at(centre);
    window.run_steps(2);
    window.drop_at(centre);
    settle(&mut window);
    window.get_by_label("guests-c: Seoul delegate 2");
    window.get_by_label("guests-l1: Oh Se-hoon");
    let placed = |window: &Window| -> usize {
        visit_of(window).arrangements.iter().map(|plan| plan.placed.len()).sum()
    };
    assert_eq!(placed(&window), 2);

    window.get_by_label("guests-c: Seoul delegate 2").click_secondary();
    settle(&mut window);
    click_button(&mut window, "By rank again");
    assert_eq!(placed(&window), 1);
    window.get_by_label("guests-c: Seoul delegate 2");

    act(&mut window, Action::Undo);
    act(&mut window, Action::Undo);
    assert_eq!(placed(&window), 0);
    window.get_by_label("guests-c: Oh Se-hoon");
}

#[test]
fn every_kind_of_plan_is_shown() {
    let (_home, mut window) = open();
    for (title, seat) in [
        ("Welcome banquet", "table-1-0: Luo Lin"),
        ("Signing table", "host-signs: Host 4"),
        ("Group photo", "front-r1: Oh Se-hoon"),
    ] {
        desk::click_containing(&mut window, title);
        window.get_by_label(seat);
    }
    click(&mut window, "front-r1: Oh Se-hoon");
}
