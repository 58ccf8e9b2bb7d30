//! Papers in the window: of everyone, and of one person alone.

use std::path::Path;

use egui::Role;
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::app::state::Folders;
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

#[test]
fn a_version_goes_out_is_remembered_and_one_undo_takes_it_back() {
    let exercise = Path::new("assets/library/seoul-in-liangjiang-exercise.ron");
    let visit = store::load(exercise).unwrap();
    let (home, mut window) = desk::window_on(&visit, "2024-07-26 10:00", [1440.0, 900.0]);
    act(&mut window, Action::Papers);
    window.get_by_label("Issue a version…").click();
    desk::settle(&mut window);
    window.get_by_label("It goes out as version 1, the first.");
    window.get_by_role_and_label(Role::Button, "Add to Who gets it").click();
    desk::settle(&mut window);
    window.get_all_by_label("Oh Se-hoon").last().unwrap().click();
    desk::settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Issue").click();
    desk::settle(&mut window);
    let issues = |window: &Window| window.state().state().view().visit().issues.clone();
    let sent = issues(&window);
    assert_eq!((sent.len(), sent[0].version), (1, 1));
    assert_eq!(sent[0].holders, [PersonId::new("oh-se-hoon").unwrap()]);
    assert_eq!(
        sent[0].at,
        retinue::model::Minute::parse("2024-07-26 18:00"),
        "by Chongqing's clock"
    );
    let pdf = |version: u16| {
        let name = format!("test-visit-programme-en-v{version}.pdf");
        std::fs::read(home.path().join("visits").join(name)).unwrap()
    };
    assert!(pdf(1).starts_with(b"%PDF-"));
    let saved = store::load(&home.path().join("visits/test-visit.ron")).unwrap();
    assert_eq!(saved.issues, sent, "saved at once");

    act(&mut window, Action::Issue);
    window.get_by_label_contains("replaces version 1 of 26 July 2024, 18:00");
    window.get_by_role_and_label(Role::Button, "Issue").click();
    desk::settle(&mut window);
    let sent = issues(&window);
    assert_eq!((sent.len(), sent[1].version), (2, 2));
    assert_eq!(sent[1].holders, sent[0].holders, "who holds the last gets the next");
    assert!(pdf(2).starts_with(b"%PDF-"));
    act(&mut window, Action::Undo);
    assert_eq!(issues(&window).len(), 1);
}

#[test]
fn what_can_only_be_read_issues_nothing() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let path = at("newer.ron");
    store::write_text(&path, b"Visit(format: 2, id: \"a\")").unwrap();
    let folders = Folders { data: at("data"), config: at("config"), cache: at("cache") };
    let mut window = desk::window(folders, "2024-07-26 10:00", [1440.0, 900.0], Some(path));
    desk::wait(&mut window, "the visit opens", |window| !desk::visit_of(window).id.is_empty());
    act(&mut window, Action::Issue);
    assert!(window.query_by_label("Issue").is_none());
    let notices = window.state().state().notices().join("\n");
    assert!(notices.contains("reading only"), "{notices}");
    assert!(!at(".history").exists());
}
