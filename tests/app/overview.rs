//! Overview and outcome through the real widgets of the window.

use std::sync::Arc;

use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::model::{
    Delegation, DelegationId, FollowUp, FollowUpId, Happened, Item, ItemId, ItemStatus, Person,
    PersonId, RecordRef, Text, Visit, VisitId,
};

use crate::desk::{self, Window, act, click, type_on, visit_of};

fn small_visit() -> Visit {
    let guest = PersonId::new("guest").unwrap();
    Visit {
        id: VisitId::new("test-visit").unwrap(),
        people: vec![Arc::new(Person {
            id: guest.clone(),
            name: Text::new("Delegate 3"),
            ..Person::default()
        })],
        delegations: vec![Arc::new(Delegation {
            id: DelegationId::new("guests").unwrap(),
            name: Text::new("The guests"),
            members: vec![guest],
            ..Delegation::default()
        })],
        items: vec![Arc::new(Item {
            id: ItemId::new("tour").unwrap(),
            title: Text::new("Hall tour"),
            status: ItemStatus::Confirmed,
            ..Item::default()
        })],
        follow_ups: vec![Arc::new(FollowUp {
            id: FollowUpId::new("promise").unwrap(),
            what: Text::new("Send the brochure"),
            ..FollowUp::default()
        })],
        ..Visit::default()
    }
}

/// The window with that visit open.
fn open(visit: &Visit) -> (tempfile::TempDir, Window) {
    desk::window_on(visit, "2024-08-01 10:00", [1600.0, 2400.0])
}

#[test]
fn what_is_typed_in_the_overview_stands_in_the_visit_and_is_undone() {
    let (_home, mut window) = open(&small_visit());
    act(&mut window, Action::Overview);
    type_on(&mut window, "Subtitle", "A day in the hall");
    type_on(&mut window, "First day", "2024-07-29");
    let about = visit_of(&window).about.clone();
    assert_eq!(about.subtitle.any(), "A day in the hall");
    assert_eq!(about.first_day.unwrap().to_string(), "2024-07-29");
    while window.state().state().is_dirty() {
        act(&mut window, Action::Undo);
    }
    assert_eq!(visit_of(&window).about.subtitle.any(), "");
    assert_eq!(desk::field(&window, "First day").value().as_deref(), Some(""));
}

#[test]
fn a_half_typed_zone_stays_in_its_field_and_out_of_the_visit() {
    let (_home, mut window) = open(&small_visit());
    act(&mut window, Action::Overview);
    type_on(&mut window, "Zone", "Asia/Seou");
    assert!(visit_of(&window).about.zone.is_empty());
    type_on(&mut window, "Zone", "l");
    assert_eq!(visit_of(&window).about.zone.as_str(), "Asia/Seoul");
}

#[test]
fn the_guest_without_a_diet_is_one_click_away() {
    let (_home, mut window) = open(&small_visit());
    act(&mut window, Action::Overview);
    click(&mut window, "1 guest whose diet is not known");
    let state = window.state().state();
    assert!(window.query_by_label("Subtitle").is_none(), "another tab is shown");
    let guest = RecordRef::Person(PersonId::new("guest").unwrap());
    assert_eq!(state.view().selection, Some(&guest));
}

#[test]
fn a_delegation_is_edited_beside_the_overview() {
    let (_home, mut window) = open(&small_visit());
    act(&mut window, Action::Overview);
    click(&mut window, "The guests");
    type_on(&mut window, "Announced on", "2024-07-01");
    let visit = visit_of(&window);
    let day = visit.delegations.first().unwrap().notified_on.unwrap();
    assert_eq!(day.to_string(), "2024-07-01");
}

#[test]
fn what_became_of_an_item_is_chosen_in_the_outcome() {
    let (_home, mut window) = open(&small_visit());
    act(&mut window, Action::Outcome);
    click(&mut window, "What became of “Hall tour”");
    click(&mut window, &retinue::words::choice(Happened::DidNotHappen));
    let visit = visit_of(&window);
    assert_eq!(visit.items.first().unwrap().outcome.happened, Happened::DidNotHappen);
}

#[test]
fn a_promise_that_is_done_is_done_today() {
    let (_home, mut window) = open(&small_visit());
    act(&mut window, Action::Outcome);
    click(&mut window, "Send the brochure");
    click(&mut window, "Done");
    let visit = visit_of(&window);
    let promise = visit.follow_ups.first().unwrap();
    assert!(promise.done);
    assert_eq!(promise.done_on.unwrap().to_string(), "2024-08-01");
}
