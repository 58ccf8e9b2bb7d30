//! Seating plans: computed, changed by dragging one seat onto another, undone, given back to rank.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::{Action, Command};
use retinue::edit::reschedule::Ask;
use retinue::model::{Arrangement, ArrangementKind, Choice as _};
use retinue::protocol::honour::Seating;
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

/// The plan that is looked at.
fn plan(window: &Window) -> Arrangement {
    let visit = visit_of(window);
    let plan = visit.arrangements.iter().find(|plan| plan.id.as_str() == "talks-table");
    Arrangement::clone(plan.unwrap())
}

fn seat(window: &Window, slot: &str) -> Option<String> {
    let visit = visit_of(window);
    let seating = Seating::of(visit, &plan(window));
    seating.seated().find(|(at, ..)| *at == slot).map(|(_, id, _)| visit.person_label(id))
}

/// Gives the focus to the seat of that slot.
fn focus(window: &mut Window, slot: &str) {
    window.get_by_label_contains(&format!("{slot}: ")).focus();
    settle(window);
}

fn key(window: &mut Window, key: Key) {
    desk::press(window, Modifiers::NONE, key);
}

#[test]
fn seats_are_swapped_locked_and_given_back_by_key() {
    let (_home, mut window) = open();
    focus(&mut window, "guests-l1");
    key(&mut window, Key::Enter);
    focus(&mut window, "guests-c");
    key(&mut window, Key::Enter);
    assert_eq!(seat(&window, "guests-c").as_deref(), Some("Seoul delegate 2"));
    assert_eq!(seat(&window, "guests-l1").as_deref(), Some("Oh Se-hoon"));

    // What is locked is not taken.
    focus(&mut window, "guests-c");
    key(&mut window, Key::L);
    assert!(plan(&window).placed.iter().any(|placed| placed.locked));
    key(&mut window, Key::Enter);
    focus(&mut window, "guests-l2");
    key(&mut window, Key::Enter);
    assert_eq!(seat(&window, "guests-c").as_deref(), Some("Seoul delegate 2"));
    assert!(window.query_by_label_contains("The place is locked").is_some());

    // A new seating is seen first, and keeps it.
    let third = seat(&window, "guests-l2").unwrap();
    focus(&mut window, "guests-l2");
    key(&mut window, Key::Enter);
    focus(&mut window, "guests-l3");
    key(&mut window, Key::Enter);
    click_button(&mut window, "Seat by rank again…");
    let asked = window.state().state().proposed().unwrap();
    assert!(matches!(asked.proposal.ask, Ask::Reseat { .. }));
    let told = format!("{:?}", asked.told);
    assert!(told.contains(&format!("{third} from guests, left 3 to guests, left 2")), "{told}");
    assert_eq!(plan(&window).placed.len(), 4, "nothing is done yet");
    desk::press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(plan(&window).placed.len(), 1);
    assert_eq!(seat(&window, "guests-c").as_deref(), Some("Seoul delegate 2"));

    focus(&mut window, "guests-c");
    key(&mut window, Key::Delete);
    assert_eq!(seat(&window, "guests-c").as_deref(), Some("Oh Se-hoon"));
    for _ in 0..5 {
        act(&mut window, Action::Undo);
    }
    assert!(plan(&window).placed.is_empty());
}

#[test]
fn somebody_is_left_without_a_place_and_seated_again() {
    let (_home, mut window) = open();
    window.get_by_label("guests-l1: Seoul delegate 2").click_secondary();
    settle(&mut window);
    click_button(&mut window, "Leave without a place");
    assert_ne!(seat(&window, "guests-l1").as_deref(), Some("Seoul delegate 2"));
    let chip = window.get_by_role_and_label(egui::Role::Button, "Seoul delegate 2");
    let (from, to) =
        (chip.rect().center(), window.get_by_label_contains("guests-l1: ").rect().center());
    window.drag_at(from);
    window.run_steps(2);
    window.hover_at(from.lerp(to, 0.5));
    window.run_steps(2);
    window.hover_at(to);
    window.run_steps(2);
    window.drop_at(to);
    settle(&mut window);
    assert_eq!(seat(&window, "guests-l1").as_deref(), Some("Seoul delegate 2"));
}

#[test]
fn in_every_kind_of_plan_two_change_places_by_hand_and_by_key_and_it_is_undone() {
    let (_home, mut window) = open();
    for kind in ArrangementKind::ALL.iter().filter(|kind| **kind != ArrangementKind::Flags) {
        let seats = if *kind == ArrangementKind::GroupPhoto { 6 } else { 0 };
        let changed = Arrangement { kind: *kind, seats, ..plan(&window) };
        window.state().state().view().set(changed);
        window.state().state().view().send(Command::Do(Action::Arrangements));
        settle(&mut window);
        let visit = visit_of(&window).clone();
        let by_rank = Seating::of(&visit, &plan(&window));
        let in_sight = |slot: &str| {
            let label = format!("{slot}: ");
            let found = window.query_by_label_contains(&label);
            found.map(|seat| seat.rect().center())
        };
        let slots = by_rank.seated().filter_map(|(slot, ..)| Some((slot, in_sight(slot)?)));
        let slots: Vec<_> = slots.filter(|(_, at)| at.x > 260.0 && at.x < 1600.0).collect();
        let [(one, from), (other, to), ..] = slots[..] else { panic!("{kind:?}") };
        let names = [seat(&window, one), seat(&window, other)];
        window.drag_at(from);
        window.run_steps(2);
        window.hover_at(from.lerp(to, 0.5));
        window.run_steps(2);
        window.hover_at(to);
        window.run_steps(2);
        window.drop_at(to);
        settle(&mut window);
        let [first, second] = names;
        let now = |window: &Window| [seat(window, one), seat(window, other)];
        assert_eq!(now(&window), [second.clone(), first.clone()], "{kind:?}");
        act(&mut window, Action::Undo);
        assert!(plan(&window).placed.is_empty(), "{kind:?}");

        focus(&mut window, one);
        key(&mut window, Key::Enter);
        focus(&mut window, other);
        key(&mut window, Key::Enter);
        assert_eq!(now(&window), [second, first], "{kind:?} by key");
        act(&mut window, Action::Undo);
        assert!(plan(&window).placed.is_empty(), "{kind:?} by key");
    }
}

#[test]
fn a_plan_is_seen_from_the_other_side() {
    let (_home, mut window) = open();
    let heights = |window: &Window| {
        let at = |label| window.get_by_label(label).rect().center().y;
        (at("guests-c: Oh Se-hoon"), at("hosts-c: Luo Lin"))
    };
    let (guests, hosts) = heights(&window);
    assert!(guests < hosts, "guests face the door");
    click_button(&mut window, "As who sits opposite sees it");
    let (guests, hosts) = heights(&window);
    assert!(guests > hosts);
}
