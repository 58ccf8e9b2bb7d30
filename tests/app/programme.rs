//! The programme, driven through its widgets: items added and filled in, carried by key and by
//! pointer, undone, and nothing that was typed is lost.

use chrono::NaiveDate;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retinue::app::command::Action;
use retinue::model::{About, Item, Minute, Text, Visit, VisitId, When};

use crate::desk::{self, Window};

/// The window on a visit of two days in a folder of its own.
struct Desk {
    window: Window,
    /// Kept so that the folder lives as long as the window.
    _home: tempfile::TempDir,
}

fn day(of: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 7, of).unwrap()
}

fn visit() -> Visit {
    let about = About {
        title: Text::new("Seoul in Liangjiang"),
        first_day: Some(day(29)),
        last_day: Some(day(30)),
        ..About::default()
    };
    Visit { id: VisitId::new("seoul").unwrap(), about: about.into(), ..Visit::default() }
}

impl Desk {
    fn with(items: Vec<Item>) -> Self {
        let visit = Visit { items: items.into_iter().map(Into::into).collect(), ..visit() };
        let (home, window) = desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0]);
        Self { window, _home: home }
    }

    fn settle(&mut self) {
        desk::settle(&mut self.window);
    }

    fn visit(&self) -> &Visit {
        self.window.state().state().session().visit()
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        desk::press(&mut self.window, modifiers, key);
    }

    fn act(&mut self, action: Action) {
        desk::act(&mut self.window, action);
    }

    fn fill(&mut self, label: &str, typed: &str) {
        desk::fill(&mut self.window, label, typed);
    }

    fn click_row(&mut self, name: &str) {
        desk::click_button(&mut self.window, name);
    }

    /// The items of a day as they are read, each with its start.
    fn read(&self, of: u32) -> Vec<String> {
        let items = self.visit().items_on(Some(day(of)));
        let line = |item: &Item| match item.when.start() {
            Some(start) => format!("{} {}", start.time().format("%H:%M"), item.title.main),
            None => item.title.main.clone(),
        };
        items.iter().map(|item| line(item)).collect()
    }
}

fn item(title: &str, when: When) -> Item {
    let id = title.to_lowercase().replace(' ', "-");
    Item {
        id: retinue::model::ItemId::new(&id).unwrap(),
        title: Text::new(title),
        when,
        ..Item::default()
    }
}

fn range(from: &str, to: &str) -> When {
    let at = |time: &str| Minute::parse(&format!("2024-07-29 {time}")).unwrap();
    When::Range(at(from), at(to))
}

/// What a field is called above its widget.
fn label(field: &str) -> String {
    retinue::app::kit::label(field)
}

fn text(id: &str) -> String {
    retinue::words::interface().get(id)
}

/// The label of the time field.
fn time() -> String {
    let name = text("kit-time");
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[test]
fn the_tour_and_the_company_visit_are_added_and_filled_in() {
    let mut desk = Desk::with(Vec::new());
    desk.act(Action::AddItem);
    desk.fill(&label("title"), "Tour of the exhibition hall");
    desk.fill(&time(), "10.30-1115");
    desk.act(Action::AddItem);
    desk.fill(&label("title"), "Visit to PalaTech");
    desk.fill(&time(), "about 14");
    assert_eq!(desk.read(29), ["10:30 Tour of the exhibition hall", "14:00 Visit to PalaTech"]);
    let [tour, company] = desk.visit().items.as_slice() else { panic!("two items") };
    assert_eq!(tour.when, range("10:30", "11:15"));
    assert_eq!(company.when, When::About(Minute::parse("2024-07-29 14:00").unwrap()));
}

#[test]
fn a_half_typed_time_stays_in_the_field_and_changes_nothing() {
    let mut desk = Desk::with(vec![item("Tour", range("10:30", "11:15"))]);
    desk.click_row("10:30–11:15 Tour");
    desk.fill(&time(), "10:30-1");
    desk.fill(&time(), "nine-ish");
    let before = desk.visit().items[0].when;
    desk.fill(&label("title"), "Tour of the hall");
    assert_eq!(desk.visit().items[0].when, before);
    let name = time();
    let field = desk.window.get_by_label(&name);
    assert_eq!(field.accesskit_node().value().as_deref(), Some("nine-ish"));
}

#[test]
fn alt_and_the_arrows_carry_an_item_past_its_neighbour_and_into_the_next_day() {
    let mut desk = Desk::with(vec![
        item("Tour", When::Day(day(29))),
        item("Briefing", When::Day(day(29))),
        item("Banquet", When::Day(day(30))),
    ]);
    desk.click_row("Tour");
    desk.act(Action::MoveDown);
    assert_eq!(desk.read(29), ["Briefing", "Tour"]);
    desk.act(Action::MoveDown);
    assert_eq!(desk.read(30), ["Tour", "Banquet"]);
    desk.act(Action::MoveUp);
    assert_eq!(desk.read(29), ["Briefing", "Tour"]);
}

#[test]
fn timed_neighbours_change_places_in_one_step() {
    let mut desk = Desk::with(vec![
        item("Tour", range("10:00", "11:00")),
        item("Briefing", range("11:00", "11:30")),
    ]);
    desk.click_row("11:00–11:30 Briefing");
    desk.act(Action::MoveUp);
    assert_eq!(desk.read(29), ["10:00 Briefing", "10:30 Tour"]);
    desk.act(Action::Undo);
    assert_eq!(desk.read(29), ["10:00 Tour", "11:00 Briefing"]);
}

#[test]
fn arrows_select_enter_edits_the_title_and_delete_takes_away() {
    let mut desk = Desk::with(vec![
        item("Tour", When::Day(day(29))),
        item("Briefing", When::Day(day(29))),
        item("Banquet", When::Day(day(30))),
    ]);
    desk.click_row("Tour");
    desk.press(Modifiers::NONE, Key::ArrowDown);
    desk.press(Modifiers::NONE, Key::Enter);
    desk.press(Modifiers::COMMAND, Key::A);
    desk.window.event(egui::Event::Text("Briefing on health".to_owned()));
    desk.settle();
    assert_eq!(desk.read(29), ["Tour", "Briefing on health"]);
    desk.click_row("Briefing on health");
    desk.press(Modifiers::NONE, Key::Delete);
    assert_eq!(desk.read(29), ["Tour"]);
    desk.press(Modifiers::NONE, Key::Delete);
    assert_eq!((desk.read(29).len(), desk.read(30).len()), (1, 0));
}

#[test]
fn delete_in_a_field_takes_a_letter_and_not_the_item() {
    let mut desk = Desk::with(vec![item("Tour", When::Day(day(29)))]);
    desk.click_row("Tour");
    desk.window.get_by_label(&label("title")).focus();
    desk.settle();
    desk.press(Modifiers::NONE, Key::Home);
    desk.press(Modifiers::NONE, Key::Delete);
    assert_eq!(desk.read(29), ["our"]);
}

#[test]
fn a_duplicate_stands_behind_its_original() {
    let mut desk =
        Desk::with(vec![item("Tour", When::Day(day(29))), item("Briefing", When::Day(day(29)))]);
    desk.click_row("Tour");
    desk.act(Action::DuplicateSelected);
    assert_eq!(desk.read(29), ["Tour", "Tour", "Briefing"]);
}

#[test]
fn thirty_steps_are_undone_and_done_again() {
    let mut desk = Desk::with(vec![item("Tour", When::Day(day(29)))]);
    let start = desk.visit().clone();
    for _ in 0..30 {
        desk.act(Action::AddItem);
    }
    let end = desk.visit().clone();
    assert_eq!(end.items.len(), 31);
    for _ in 0..30 {
        desk.act(Action::Undo);
    }
    assert_eq!(*desk.visit(), start);
    for _ in 0..30 {
        desk.act(Action::Redo);
    }
    assert_eq!(*desk.visit(), end);
}

#[test]
fn an_item_is_dragged_to_another_day() {
    let mut desk =
        Desk::with(vec![item("Tour", When::Day(day(29))), item("Banquet", When::Day(day(30)))]);
    let from = desk.window.get_by_label("Tour").rect().center();
    let to = desk.window.get_by_label("Banquet").rect().center();
    desk.window.drag_at(from);
    desk.settle();
    for part in 1..=4 {
        desk.window.hover_at(from.lerp(to, part as f32 / 4.0));
        desk.settle();
    }
    desk.window.drop_at(to);
    desk.settle();
    assert_eq!(desk.read(30), ["Tour", "Banquet"]);
    assert!(desk.read(29).is_empty());
}
