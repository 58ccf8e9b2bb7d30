//! What follows from a delay, from rain, from a guest who stays away: told in the window before it
//! is done, done in one step, and undone in one.

use std::path::Path;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::app::proposals::ProposalCommand;
use retinue::edit::reschedule::Ask;
use retinue::model::{ItemId, Visit};
use retinue::store;

use crate::desk::{self, Window};

const EXERCISE: &str = "assets/library/seoul-in-liangjiang-exercise.ron";

struct Desk {
    window: Window,
    _home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let visit = store::load(Path::new(EXERCISE)).unwrap();
        let (home, window) = desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0]);
        Self { window, _home: home }
    }

    fn settle(&mut self) {
        desk::settle(&mut self.window);
    }

    fn visit(&self) -> &Visit {
        self.window.state().state().session().visit()
    }

    fn click(&mut self, name: &str) {
        self.window.get_all_by_role_and_label(Role::Button, name).next().unwrap().click_accesskit();
        self.settle();
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        desk::press(&mut self.window, modifiers, key);
    }

    fn select(&mut self, id: &str) {
        let view = self.window.state().state().view();
        view.select(ItemId::new(id).unwrap().into());
        self.settle();
    }

    fn asked(&self) -> Option<Ask> {
        self.window.state().state().proposed().map(|proposed| proposed.proposal.ask.clone())
    }

    fn start(&self, id: &str) -> String {
        let item = self.visit().item(&ItemId::new(id).unwrap()).unwrap();
        item.when.start().unwrap().to_string()
    }
}

fn text(id: &str) -> String {
    retinue::words::interface().get(id)
}

/// The first item of the visit that can be late: with a time, not fixed, not cancelled.
fn movable(visit: &Visit) -> ItemId {
    let ready = |id: &ItemId| {
        retinue::edit::reschedule::plan(visit, &Ask::Late { item: id.clone(), mins: 20 }).is_ok()
    };
    visit.items.iter().map(|item| item.id.clone()).find(ready).unwrap()
}

#[test]
fn a_delay_is_told_first_and_done_and_undone_in_one_step() {
    let mut desk = Desk::new();
    let before = desk.visit().clone();
    let id = movable(&before);
    desk.select(id.as_str());
    let was = desk.start(id.as_str());
    desk.press(Modifiers::COMMAND, Key::L);
    desk.window.get_by_role_and_label(Role::TextInput, &text("delay-mins")).focus();
    desk.settle();
    desk.press(Modifiers::COMMAND, Key::A);
    desk.window.get_by_role_and_label(Role::TextInput, &text("delay-mins")).type_text("20");
    desk.settle();
    desk.press(Modifiers::NONE, Key::Enter);
    assert_eq!(desk.asked(), Some(Ask::Late { item: id.clone(), mins: 20 }));
    assert!(desk.window.query_by_label(&text("proposal-heading")).is_some());
    assert_eq!(*desk.visit(), before, "nothing is done yet");

    desk.press(Modifiers::NONE, Key::Escape);
    assert_eq!((desk.asked(), desk.start(id.as_str())), (None, was.clone()));

    desk.press(Modifiers::COMMAND, Key::L);
    desk.click(&text("delay-look"));
    let after = desk.window.state().state().proposed().unwrap().proposal.after.clone();
    desk.click(&text("proposal-take"));
    assert_eq!((desk.visit(), desk.asked()), (&*after, None));
    assert_ne!(desk.start(id.as_str()), was);
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*desk.visit(), before);
}

#[test]
fn a_proposal_says_nothing_once_the_visit_is_another() {
    let mut desk = Desk::new();
    let id = movable(desk.visit());
    desk.select(id.as_str());
    desk.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);
    desk.click(&text("delay-look"));
    assert!(matches!(desk.asked(), Some(Ask::Shift { mins: 15, .. })));
    desk.press(Modifiers::COMMAND, Key::D);
    assert_eq!(desk.asked(), None);
}

#[test]
fn the_rain_plan_of_a_day_is_one_command() {
    let mut desk = Desk::new();
    let day = desk.visit().days().into_iter().find(|day| desk.visit().rain_plan(*day).is_some());
    let day = day.unwrap();
    let switch = text("programme-rain-on");
    desk.window.get_all_by_label_contains(&switch).next().unwrap().click_accesskit();
    desk.settle();
    assert_eq!(
        desk.asked(),
        Some(Ask::Rain { day, on: true }),
        "{:?}",
        desk.window.state().state().notices()
    );
    desk.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(desk.visit().rain_plan(day), Some(true));
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.visit().rain_plan(day), Some(false));
}

#[test]
fn who_declines_leaves_seat_car_and_room_once_the_officer_has_seen_it() {
    let mut desk = Desk::new();
    let id = retinue::model::PersonId::new("seoul-delegate-3").unwrap();
    let riding = |visit: &Visit| {
        let rides = visit.items.iter().filter_map(|item| item.journey.as_ref());
        let riders = rides.flat_map(|journey| &journey.rides).flat_map(|ride| &ride.riders);
        riders.filter(|rider| rider.person.as_ref() == Some(&id)).count()
    };
    let before = desk.visit().clone();
    assert!(riding(&before) > 0);
    desk.press(Action::People.shortcut().unwrap().modifiers, Key::Num3);
    desk.window.state().state().view().select(id.clone().into());
    desk.settle();
    let field = text("people-column-attendance");
    desk.window.get_by_role_and_label(Role::ComboBox, &field).click_accesskit();
    desk.settle();
    let declined = retinue::words::choice(retinue::model::Rsvp::Declined);
    desk.window.get_all_by_label(&declined).last().unwrap().click_accesskit();
    desk.settle();
    let freed = "“room 3”: people no longer “Seoul delegate 3”";
    assert!(desk.window.query_by_label(freed).is_some());
    assert_eq!(*desk.visit(), before);
    desk.click(&text("proposal-take"));
    assert_eq!(riding(desk.visit()), 0, "{:?}", desk.window.state().state().notices());
}

#[test]
fn the_deputy_takes_the_part_of_the_principal_once_the_officer_has_seen_what_follows() {
    let mut desk = Desk::new();
    let [who, by] =
        ["oh-se-hoon", "seoul-delegate-2"].map(|id| retinue::model::PersonId::new(id).unwrap());
    let before = desk.visit().clone();
    desk.press(Action::People.shortcut().unwrap().modifiers, Key::Num3);
    desk.window.state().state().view().select(who.clone().into());
    desk.settle();
    desk.window.get_by_label("Replace by Seoul delegate 2…").click_accesskit();
    desk.settle();
    assert_eq!(desk.asked(), Some(Ask::Replace { who: who.clone(), by: by.clone() }));
    assert_eq!(*desk.visit(), before);
    desk.click(&text("proposal-take"));
    assert_eq!(desk.visit().about.guest_of_honour, Some(by));
    assert!(desk.visit().person(&who).unwrap().has_declined());
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*desk.visit(), before);
}

#[test]
fn an_answer_to_what_was_given_up_or_asked_before_is_not_shown() {
    let mut desk = Desk::new();
    let id = movable(desk.visit());
    let ask = |mins| ProposalCommand::Ask(Ask::Late { item: id.clone(), mins });
    let view = desk.window.state().state().view();
    view.send(ask(10));
    view.send(ask(25));
    desk.settle();
    assert!(matches!(desk.asked(), Some(Ask::Late { mins: 25, .. })));
    let view = desk.window.state().state().view();
    view.send(ask(10));
    view.send(ProposalCommand::Drop);
    desk.settle();
    assert_eq!(desk.asked(), None);
}

#[test]
fn enter_on_a_button_of_the_question_is_the_buttons_own() {
    let mut desk = Desk::new();
    let id = movable(desk.visit());
    desk.select(id.as_str());
    desk.press(Modifiers::COMMAND, Key::L);
    desk.window.get_by_role_and_label(Role::Button, &text("proposal-drop")).focus();
    desk.settle();
    desk.press(Modifiers::NONE, Key::Enter);
    assert!(desk.window.state().state().modal().is_none());
    assert_eq!(desk.asked(), None);
}

#[test]
fn a_gap_for_what_follows_is_asked_for_and_done_in_one_step() {
    let mut desk = Desk::new();
    let before = desk.visit().clone();
    desk.select("lunch");
    desk.press(Modifiers::COMMAND, Key::L);
    desk.click(&text("delay-packs"));
    desk.click(&text("delay-look"));
    let gap = Ask::Pack { item: ItemId::new("lunch").unwrap(), gap: 15, lengths: false };
    assert_eq!(desk.asked(), Some(gap));
    desk.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(desk.start("industry-briefing"), "2024-07-29 14:10");
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*desk.visit(), before);
}
