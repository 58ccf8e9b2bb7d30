//! Day templates and ways, as an officer adds them in the window: seen first, one step each.

use std::path::Path;
use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::{Action, Command};
use retinue::edit::apply;
use retinue::model::{Item, ItemKind, RecordRef, Span, Visit};
use retinue::store;

use crate::desk::{self, Window};

const EXERCISE: &str = "assets/library/seoul-in-liangjiang-exercise.ron";

fn exercise() -> Visit {
    store::load(Path::new(EXERCISE)).unwrap()
}

fn open(visit: &Visit) -> (tempfile::TempDir, Window) {
    desk::window_on(visit, "2024-07-20 10:00", [1440.0, 900.0])
}

fn text(id: &str) -> String {
    retinue::words::interface().get(id)
}

fn act(window: &mut Window, action: Action) {
    window.state().state().view().act(action);
    desk::settle(window);
}

#[test]
fn a_day_template_is_laid_on_a_day_in_one_step_and_seen_first() {
    let visit = exercise();
    let (_home, mut window) = open(&visit);
    let day = visit.days()[1];
    let first = visit.items.iter().find(|item| item.when.day() == Some(day)).unwrap();
    window.state().state().view().select(first.id.clone().into());
    act(&mut window, Action::LayDay);
    assert!(window.query_by_label_contains("Courtesy call").is_none());
    window.get_by_role_and_label(egui::Role::ComboBox, "Template").click();
    desk::settle(&mut window);
    desk::click_containing(&mut window, "Working day");
    assert!(window.query_by_label_contains("Courtesy call").is_some());
    desk::click_button(&mut window, &text("delay-look"));
    assert_eq!(**desk::visit_of(&window), visit, "nothing is done yet");
    let proposed = window.state().state().proposed().unwrap();
    assert!(!proposed.proposal.breaks.is_empty(), "it overlaps what is planned");
    desk::click_button(&mut window, &text("proposal-take"));
    let next = Arc::clone(desk::visit_of(&window));
    let added = next.items.iter().filter(|item| visit.item(&item.id).is_none());
    let added: Vec<_> = added.map(|item| item.when.day()).collect();
    assert!(added.len() == 14 && added.iter().all(|on| *on == Some(day)), "{added:?}");
    assert!(visit.items.iter().all(|item| next.item(&item.id) == Some(item)));
    desk::press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(**desk::visit_of(&window), visit);
}

#[test]
fn a_day_is_kept_as_a_template_and_found_again() {
    let (home, mut window) = open(&exercise());
    let folder = home.path().join("visits");
    window
        .state()
        .state()
        .view()
        .send(Command::File(retinue::app::command::FileCommand::OpenFolder(folder.clone())));
    desk::settle(&mut window);
    act(&mut window, Action::KeepDay);
    desk::fill(&mut window, "Name", "Seoul day");
    desk::click_button(&mut window, &text("days-keep"));
    assert!(folder.join(".days").join("Seoul day.ron").exists());
    act(&mut window, Action::LayDay);
    assert!(window.query_by_label_contains("Seoul day").is_some());
}

#[test]
fn the_way_to_an_item_is_one_key_and_asked_for_once() {
    let visit = exercise();
    // The first movement between two places goes, and what is known of the way.
    let movement = visit.items.iter().find(|item| {
        let next = visit.items_on(item.when.day());
        let next = next.iter().skip_while(|other| other.id != item.id).nth(1).copied();
        let there = apply(&visit, retinue::edit::Edit::Remove(item.id.clone().into())).unwrap();
        item.kind == ItemKind::Movement
            && next.is_some_and(|next| retinue::edit::way::way_to(&there, &next.id).is_ok())
    });
    let movement: &Arc<Item> = movement.unwrap();
    let day = visit.items_on(movement.when.day());
    let next = day.iter().skip_while(|other| other.id != movement.id).nth(1).unwrap();
    let gone: RecordRef = movement.id.clone().into();
    let mut without = apply(&visit, retinue::edit::Edit::Remove(gone)).unwrap();
    without.travel_times.clear();
    let (_home, mut window) = open(&without);
    window.state().state().view().select(next.id.clone().into());
    desk::settle(&mut window);
    desk::act(&mut window, Action::AddWay);
    desk::fill(&mut window, "Minutes, such as 20 or 20–30", "10-15");
    desk::press(&mut window, Modifiers::NONE, Key::Enter);
    let now = Arc::clone(desk::visit_of(&window));
    assert_eq!(now.items.len(), without.items.len() + 1);
    assert_eq!(now.travel_times[0].mins, Span::new(10, 15));
    let added = now.items.iter().find(|item| without.item(&item.id).is_none()).unwrap();
    let journey = added.journey.as_ref().unwrap();
    assert_eq!((added.kind, &journey.travel), (ItemKind::Movement, &Some(Span::new(10, 15))));
    desk::press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(**desk::visit_of(&window), without);
}
