//! The order of precedence through the real widgets: by mouse, by keys, with undo.

use std::sync::Arc;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retinue::app::command::Action;
use retinue::model::{
    Attendance, Delegation, DelegationId, Item, ItemId, Person, PersonId, Scheme, Side, Visit,
    VisitId,
};
use retinue::protocol::{Purpose, order};

use crate::desk::{self, Window, act, click, press, settle};

fn id(name: &str) -> PersonId {
    PersonId::new(name).unwrap()
}

fn delegation(name: &str, side: Side, members: &[&str]) -> Arc<Delegation> {
    Arc::new(Delegation {
        id: DelegationId::new(name).unwrap(),
        name: name.into(),
        side,
        members: members.iter().map(|member| id(member)).collect(),
        ..Delegation::default()
    })
}

/// Three guests and a host, ranked as listed, and talks of the guests.
fn open() -> (tempfile::TempDir, Window) {
    let people = [("anna", 1), ("berta", 2), ("clara", 3), ("doris", 4)].map(|(name, rank)| {
        let shown = format!("Delegate {}", name.chars().next().unwrap().to_ascii_uppercase());
        Arc::new(Person { id: id(name), name: shown.as_str().into(), rank, ..Person::default() })
    });
    let talks = Item {
        id: ItemId::new("talks").unwrap(),
        title: "Talks".into(),
        attendance: Attendance {
            delegations: vec![DelegationId::new("guests").unwrap()],
            ..Attendance::default()
        },
        ..Item::default()
    };
    let visit = Visit {
        id: VisitId::new("test-visit").unwrap(),
        people: people.to_vec(),
        delegations: vec![
            delegation("guests", Side::Guest, &["anna", "berta", "clara"]),
            delegation("hosts", Side::Host, &["doris"]),
        ],
        items: vec![Arc::new(talks)],
        ..Visit::default()
    };
    let (home, mut window) = desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0]);
    act(&mut window, Action::People);
    click(&mut window, "Order of precedence");
    (home, window)
}

/// The initials of the order for a purpose.
fn initials(window: &Window, purpose: &Purpose) -> String {
    let visit = window.state().state().session().visit().clone();
    order(&visit, purpose)
        .iter()
        .filter_map(|ranked| ranked.person.as_str().chars().next())
        .collect()
}

fn whole(window: &Window) -> String {
    initials(window, &Purpose::Visit)
}

/// The row of a person, whatever its place.
fn row<'a>(window: &'a Window, name: &'a str) -> egui_kittest::Node<'a> {
    let mut rows = window.get_all_by_label_contains(name);
    rows.find(|node| node.accesskit_node().label().unwrap_or_default().contains(" — ")).unwrap()
}

fn drag(window: &mut Window, from: &str, to: &str) {
    let from = row(window, from).rect().center();
    let to = row(window, to).rect().center();
    window.drag_at(from);
    settle(window);
    for part in 1..=4 {
        window.hover_at(from.lerp(to, part as f32 / 4.0));
        settle(window);
    }
    window.drop_at(to);
    settle(window);
}

fn reason(window: &mut Window, text: &str) {
    window.get_by_role_and_label(Role::TextInput, "Reason").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Reason").type_text(text);
    settle(window);
}

#[test]
fn a_row_is_dragged_for_a_written_reason_and_one_undo_takes_it_back() {
    let (_home, mut window) = open();
    drag(&mut window, "Delegate C", "Delegate A");
    // Without a reason nothing is placed.
    click(&mut window, "Place");
    assert_eq!(whole(&window), "abcd");
    reason(&mut window, "former minister");
    click(&mut window, "Place");
    assert_eq!(whole(&window), "cabd");
    assert!(window.query_by_label("placed by hand").is_some());
    row(&window, "placed before Delegate A: former minister");
    act(&mut window, Action::Undo);
    assert_eq!(whole(&window), "abcd");
}

#[test]
fn keys_carry_a_person_one_place_and_the_computed_place_is_one_press_away() {
    let (_home, mut window) = open();
    row(&window, "Delegate B").click();
    settle(&mut window);
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    // The reason is asked and has the focus; Enter places.
    window.get_by_role_and_label(Role::TextInput, "Reason").type_text("longer in Seoul");
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(whole(&window), "bacd");
    click(&mut window, "Back to the computed place: Delegate B");
    assert_eq!(whole(&window), "abcd");
    // The first goes no higher.
    row(&window, "Delegate A").click();
    settle(&mut window);
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert!(window.query_by_role_and_label(Role::TextInput, "Reason").is_none());
}

#[test]
fn an_item_has_an_order_of_its_own_and_a_side_is_looked_at_alone() {
    let (_home, mut window) = open();
    click(&mut window, "Order for");
    click(&mut window, "Talks");
    assert!(window.query_by_label_contains("Delegate D").is_none());
    drag(&mut window, "Delegate C", "Delegate B");
    reason(&mut window, "speaks first");
    click(&mut window, "Place");
    let talks = Purpose::Item(ItemId::new("talks").unwrap());
    assert_eq!((initials(&window, &talks).as_str(), whole(&window).as_str()), ("acb", "abcd"));
    click(&mut window, "Order for");
    click(&mut window, "The whole visit");
    click(&mut window, "Hosts");
    assert!(window.query_by_label_contains("Delegate A —").is_none());
    row(&window, "Delegate D");
    click(&mut window, "List of people");
    assert!(window.query_by_label("Sort by Name").is_some());
}

#[test]
fn the_visit_takes_another_scheme_and_the_office_keeps_it() {
    let (home, mut window) = open();
    let ranks = |window: &Window| window.state().state().session().visit().about.ranks.clone();
    click(&mut window, "Rank scheme and bodies…");
    click(&mut window, "Rank scheme of this visit");
    click(&mut window, "Chinese");
    assert_eq!(ranks(&window).scheme, Scheme::Chinese);
    assert_eq!(ranks(&window).classes, []);
    click(&mut window, "head of state: national leader");
    assert_eq!(ranks(&window).classes.first().map(|class| class.national_leader), Some(false));
    click(&mut window, "Keep for the office");
    let file = home.path().join("visits").join(".ranks.ron");
    let until = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while !file.exists() {
        assert!(std::time::Instant::now() < until, "the office keeps nothing");
        window.step();
        std::thread::yield_now();
    }
    click(&mut window, "Back to the classes as shipped");
    assert_eq!(ranks(&window).classes, []);
    click(&mut window, "Close");
    act(&mut window, Action::Undo);
    assert_eq!(ranks(&window).classes.len(), 13);
}
