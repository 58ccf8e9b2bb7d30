//! The programme as a grid, with the pointer and without: items carried, made longer, pushed on,
//! taken off their day; each gesture one step that is undone.

use std::path::Path;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::{Action, Command};
use retinue::app::tabs::programme::{Form, ProgrammeLook};
use retinue::model::{Item, Minute, When};
use retinue::store;

use crate::desk::{self, Window, act, click_button, press, settle, visit_of};

const EXERCISE: &str = "assets/library/seoul-in-liangjiang-exercise.ron";

/// The exercise as a grid, high enough for a whole day.
fn open(form: Form) -> (tempfile::TempDir, Window) {
    let visit = store::load(Path::new(EXERCISE)).unwrap();
    let (home, mut window) = desk::window_on(&visit, "2024-07-20 10:00", [1600.0, 1700.0]);
    act(&mut window, Action::Programme);
    let look = ProgrammeLook { form, ..ProgrammeLook::default() };
    window.state().state().view().send(Command::LookAtProgramme(look));
    settle(&mut window);
    (home, window)
}

fn item<'a>(window: &'a Window, title: &str) -> &'a Item {
    visit_of(window).items.iter().find(|item| item.title.main == title).unwrap()
}

/// The clock times from and to.
fn time(window: &Window, title: &str) -> String {
    let when = item(window, title).when;
    let clock =
        |at: Option<Minute>| at.map(|at| at.time().format("%H:%M").to_string()).unwrap_or_default();
    format!("{}-{}", clock(when.start()), clock(when.end()))
}

fn rect(window: &Window, title: &str) -> egui::Rect {
    window.get_all_by_label_contains(title).next().unwrap().rect()
}

/// The pointer takes something and lets go of it somewhere else.
fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    carry(window, from, to);
    window.drop_at(to);
    settle(window);
}

fn carry(window: &mut Window, from: Pos2, to: Pos2) {
    window.hover_at(from);
    window.run_steps(2);
    window.drag_at(from);
    window.run_steps(2);
    window.hover_at(from + (to - from) * 0.5);
    window.run_steps(2);
    window.hover_at(to);
    window.run_steps(2);
}

#[test]
fn a_block_that_is_dragged_keeps_its_length_and_takes_its_movement_along() {
    let (_home, mut window) = open(Form::Groups);
    let from = rect(&window, "Working lunch").center();
    drag(&mut window, from, from + Vec2::new(0.0, -64.0));
    assert_eq!(time(&window, "Working lunch"), "11:15-12:25");
    assert_eq!(time(&window, "Airport to hotel"), "10:15-11:00");
    act(&mut window, Action::Undo);
    assert_eq!(time(&window, "Working lunch"), "12:20-13:30");
    assert_eq!(time(&window, "Airport to hotel"), "11:20-12:05");
}

#[test]
fn an_edge_that_is_dragged_makes_an_item_longer() {
    let (_home, mut window) = open(Form::Days);
    let block = rect(&window, "Working lunch");
    drag(
        &mut window,
        block.center_bottom() - Vec2::Y * 2.0,
        block.center_bottom() + Vec2::Y * 15.0,
    );
    assert_eq!(time(&window, "Working lunch"), "12:20-13:45");
}

#[test]
fn escape_puts_back_what_is_in_the_hand() {
    let (_home, mut window) = open(Form::Days);
    let from = rect(&window, "Working lunch").center();
    let to = from + Vec2::new(0.0, 64.0);
    carry(&mut window, from, to);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(to);
    settle(&mut window);
    assert_eq!(time(&window, "Working lunch"), "12:20-13:30");
}

#[test]
fn in_another_column_it_is_another_day_or_another_group() {
    let (_home, mut window) = open(Form::Days);
    let from = rect(&window, "Working lunch").center();
    let other = rect(&window, "Farewell lunch").center();
    drag(&mut window, from, Pos2::new(other.x, from.y));
    let day = item(&window, "Working lunch").when.day().unwrap();
    assert_eq!(day.to_string(), "2024-07-30");

    let (_home, mut window) = open(Form::Groups);
    let from = rect(&window, "PalaTech: laboratories").center();
    let other = rect(&window, "PalaTech: round table").center();
    let title = "PalaTech: laboratories (officials)";
    let before = item(&window, title).attendance.groups.clone();
    drag(&mut window, from, Pos2::new(other.x, from.y));
    let after = &item(&window, title).attendance.groups;
    assert_eq!(after.len(), before.len());
    assert_ne!(*after, before);
}

#[test]
fn an_item_waits_beside_the_grid_until_it_is_dragged_onto_a_day() {
    let (_home, mut window) = open(Form::Days);
    let from = rect(&window, "Working lunch").center();
    let parking = window.get_by_label_contains("Drag an item here").rect().center();
    drag(&mut window, from, parking);
    assert_eq!(item(&window, "Working lunch").when, When::Unscheduled);

    let waits = rect(&window, "Working lunch").center();
    let day = rect(&window, "Farewell lunch");
    drag(&mut window, waits, Pos2::new(day.center().x, day.top() + 128.0));
    let when = item(&window, "Working lunch").when;
    assert_eq!(when.day().unwrap().to_string(), "2024-07-30");
    let (start, end) = (when.start().unwrap(), when.end().unwrap());
    assert_eq!(end.mins_since(start), 60);
}

#[test]
fn with_shift_what_follows_is_asked_about_first() {
    let (_home, mut window) = open(Form::Groups);
    let from = rect(&window, "Briefing on the life").center();
    let to = from + Vec2::new(0.0, 32.0);
    carry(&mut window, from, to);
    let lets_go = Event::PointerButton {
        pos: to,
        button: PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::SHIFT,
    };
    window.event_modifiers(lets_go, Modifiers::SHIFT);
    settle(&mut window);
    assert_eq!(time(&window, "Tour of the exhibition hall"), "15:00-15:45");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_ne!(time(&window, "Tour of the exhibition hall"), "15:00-15:45");
}

#[test]
fn the_keys_do_all_of_it() {
    let (_home, mut window) = open(Form::Days);
    click_button(&mut window, "12:20–13:30 Working lunch");
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(time(&window, "Working lunch"), "12:30-13:40", "to the next quarter");
    press(&mut window, Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowDown);
    assert_eq!(time(&window, "Working lunch"), "12:30-13:45");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    let day = item(&window, "Working lunch").when.day().unwrap();
    assert_eq!(day.to_string(), "2024-07-30");
    for _ in 0..3 {
        act(&mut window, Action::Undo);
    }
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    let selected = window.state().state().view().selection.cloned();
    let next = item(&window, "Hotel to the Life Science Town").id.clone();
    assert_eq!(selected, Some(next.into()), "the arrows go from item to item");
}

#[test]
fn what_follows_is_pushed_on_by_as_much_as_the_key_is_pressed() {
    let (_home, mut window) = open(Form::Groups);
    let id = item(&window, "Briefing on the life and health industry in Liangjiang").id.clone();
    window.state().state().view().select(id.into());
    settle(&mut window);
    let push = Modifiers::COMMAND.plus(Modifiers::ALT);
    press(&mut window, push, Key::ArrowDown);
    press(&mut window, push, Key::ArrowDown);
    press(&mut window, push, Key::ArrowUp);
    assert_eq!(time(&window, "Tour of the exhibition hall"), "15:00-15:45");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(time(&window, "Tour of the exhibition hall"), "15:15-16:00");
}

#[test]
fn what_is_fixed_stays_where_it_is_and_says_so() {
    let visit = store::load(Path::new(EXERCISE)).unwrap();
    let fixed = visit.items.iter().find(|item| item.fixed).unwrap().clone();
    let (_home, mut window) = open(Form::Days);
    window.state().state().view().select(fixed.id.clone().into());
    settle(&mut window);
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(item(&window, &fixed.title.main).when, fixed.when);
    window.get_by_label_contains("This item is fixed");
}

#[test]
fn hours_without_items_open_with_a_click() {
    let (_home, mut window) = open(Form::Days);
    let before = rect(&window, "Working lunch").top();
    click_button(&mut window, "00:00 – 06:30 nothing planned");
    assert!(rect(&window, "Working lunch").top() > before + 300.0);
}
