//! The findings of a visit through the real widgets of the window.

use std::sync::Arc;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::model::{
    Attendance, Delegation, DelegationId, Item, ItemId, ItemKind, Minute, Person, PersonId, Text,
    Visit, VisitId, When,
};

use crate::desk::{self, Window, act, click_containing, press, settle, type_on, visit_of, wait};

/// A guest on a tour of forty minutes, and a second visit to the same room that has no room.
fn visit() -> Visit {
    let at = |time: &str| Minute::parse(&format!("2024-07-29 {time}")).unwrap();
    let guest = PersonId::new("guest").unwrap();
    let item = |id: &str, kind, when| {
        Arc::new(Item {
            id: ItemId::new(&id.to_lowercase().replace(' ', "-")).unwrap(),
            title: Text::new(id),
            kind,
            when,
            attendance: Attendance { people: vec![guest.clone()], ..Attendance::default() },
            ..Item::default()
        })
    };
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
            members: vec![guest.clone()],
            ..Delegation::default()
        })],
        items: vec![
            item("Hall tour", ItemKind::Tour, When::Range(at("09:00"), at("09:40"))),
            item("Talks", ItemKind::Talks, When::Range(at("09:30"), at("10:00"))),
        ],
        ..Visit::default()
    }
}

/// The window with the visit open and checked, and its findings before the officer.
fn findings() -> (tempfile::TempDir, Window) {
    let (home, mut window) = desk::window_on(&visit(), "2024-07-20 10:00", [1400.0, 1600.0]);
    act(&mut window, Action::Findings);
    wait(&mut window, "it comes", |window| window.query_by_label_contains("■ error (1)").is_some());
    (home, window)
}

#[test]
fn what_is_not_known_is_folded_away_and_opens_on_a_click() {
    let (_home, mut window) = findings();
    assert!(window.query_by_label_contains("The host country is not stated").is_none());
    window.get_by_label_contains("? not known (").click_accesskit();
    wait(&mut window, "it comes", |window| {
        window.query_by_label_contains("The host country is not stated").is_some()
    });
}

#[test]
fn a_finding_is_dismissed_with_a_reason_listed_and_shown_again() {
    let (_home, mut window) = findings();
    assert!(visit_of(&window).dismissals.is_empty());
    let dismiss = window.get_all_by_label("Dismiss…").next().unwrap();
    dismiss.click();
    wait(&mut window, "it comes", |window| window.query_by_role(Role::TextInput).is_some());
    type_on(&mut window, "Reason", "Agreed");
    window.get_by_role_and_label(Role::Button, "Dismiss…").click();
    settle(&mut window);
    assert_eq!(visit_of(&window).dismissals.len(), 1);
    act(&mut window, Action::Findings);
    wait(&mut window, "it comes", |window| {
        window.query_by_label_contains("Dismissed (1)").is_some()
    });
    window.get_by_label_contains("Dismissed (1)").click_accesskit();
    wait(&mut window, "it comes", |window| {
        window.query_by_label_contains("dismissed: Agreed").is_some()
    });
    click_containing(&mut window, "Show again");
    assert!(visit_of(&window).dismissals.is_empty());
}

#[test]
fn limits_are_set_for_the_visit_and_for_the_office() {
    let (home, mut window) = findings();
    window.get_by_label_contains("Hall tour” has 40 min");
    click_containing(&mut window, "Rules and limits");
    let name = "full tour, in minutes";
    let field = |of: &str| format!("{of}: {name}");
    for (of, typed) in [("The office", "30"), ("This visit", "40")] {
        type_on(&mut window, &field(of), typed);
    }
    assert_eq!(visit_of(&window).about.limits.tour_mins, Some(40));
    let kept = home.path().join("visits").join(".limits.ron");
    wait(&mut window, "it comes", |_| {
        std::fs::read_to_string(&kept).is_ok_and(|it| it.contains("30"))
    });
    press(&mut window, Modifiers::NONE, Key::Escape);
    act(&mut window, Action::Undo);
    assert_eq!(visit_of(&window).about.limits.tour_mins, None);
}
