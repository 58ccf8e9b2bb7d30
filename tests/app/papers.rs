//! Papers in the window: of everyone, and of one person alone.

use std::path::Path;

use egui::Role;
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::model::PersonId;
use retinue::projection::Whose;
use retinue::store;

use crate::desk::{self, Window, act};

fn choose(window: &mut Window, field: &str, option: &str) {
    window.get_by_role_and_label(Role::ComboBox, field).click();
    desk::settle(window);
    window.get_all_by_label(option).last().unwrap().click();
    desk::settle(window);
}

#[test]
fn a_programme_is_of_everyone_or_of_one_person_and_a_list_of_everyone_alone() {
    let exercise = Path::new("assets/library/seoul-in-liangjiang-exercise.ron");
    let visit = store::load(exercise).unwrap();
    let (_home, mut window) = desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0]);
    act(&mut window, Action::Papers);
    let preview = |window: &Window| window.state().state().view().preview.options.clone();
    assert_eq!(preview(&window).whose, Whose::Everyone);
    choose(&mut window, "Of one person alone", "Oh Se-hoon");
    assert_eq!(preview(&window).whose, Whose::Person(PersonId::new("oh-se-hoon").unwrap()));
    assert_eq!(window.state().state().view().preview.error(), None);
    choose(&mut window, "Paper", "Seating plans");
    assert!(window.query_by_role_and_label(Role::ComboBox, "Of one person alone").is_none());
    assert!(window.state().state().view().preview.pages().len() > 1);
}
