//! What every test of the real window shares: a desk to sit at, and the gestures of an officer.
//! A gesture ends when the window has come to rest, so that the next one meets what is drawn.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, Node};
use retinue::app::RetinueApp;
use retinue::app::clock::Clock;
use retinue::app::command::Action;
use retinue::app::state::Folders;
use retinue::model::{Minute, Visit};
use retinue::store::{self, Owner};

pub(crate) type Window = Harness<'static, RetinueApp>;

/// The window of one officer whose clock stands still.
pub(crate) fn window(folders: Folders, now: &str, size: [f32; 2], path: Option<PathBuf>) -> Window {
    let now = Minute::parse(now).unwrap();
    let owner = Owner {
        user: "officer".to_owned(),
        host: "desk".to_owned(),
        pid: 1,
        nonce: "1".to_owned(),
        heard: now,
    };
    let mut window = Harness::builder().with_size(size).build_eframe(|cc| {
        RetinueApp::new(&cc.egui_ctx, Clock::Stopped(now), folders, owner, path)
    });
    settle(&mut window);
    window
}

/// A home of its own, and the window with the visit open in it.
pub(crate) fn window_on(visit: &Visit, now: &str, size: [f32; 2]) -> (tempfile::TempDir, Window) {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let folders = Folders { data: at("data"), config: at("config"), cache: at("cache") };
    let library = at("visits");
    std::fs::create_dir_all(&library).unwrap();
    let path = library.join("test-visit.ron");
    store::write_text(&path, store::write(visit).unwrap().as_bytes()).unwrap();
    let mut window = window(folders, now, size, Some(path));
    wait(&mut window, "the visit opens", |window| !visit_of(window).id.is_empty());
    (home, window)
}

/// The visit as it stands now.
pub(crate) fn visit_of(window: &Window) -> &Arc<Visit> {
    window.state().state().session().visit()
}

/// Frames go by until what is said is so, and then until they rest.
pub(crate) fn wait(window: &mut Window, what: &str, is_so: impl Fn(&Window) -> bool) {
    let until = Instant::now() + Duration::from_mins(1);
    while !is_so(window) {
        assert!(Instant::now() < until, "{what}");
        window.step();
        std::thread::yield_now();
    }
    settle(window);
}

/// Frames go by until the jobs are done and their answers drawn: what is drawn may ask for a job
/// of its own, so the window has to rest twice.
pub(crate) fn settle(window: &mut Window) {
    let mut rests = 0;
    let until = Instant::now() + Duration::from_mins(1);
    while rests < 2 {
        window.run_steps(4);
        rests = if window.state().state().is_settled() { rests + 1 } else { 0 };
        assert!(Instant::now() < until, "jobs do not end");
        std::thread::yield_now();
    }
}

pub(crate) fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// Takes an action by its shortcut.
pub(crate) fn act(window: &mut Window, action: Action) {
    let shortcut = action.shortcut().unwrap();
    press(window, shortcut.modifiers, shortcut.logical_key);
}

pub(crate) fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    settle(window);
}

/// Clicks the first thing whose name contains these words.
pub(crate) fn click_containing(window: &mut Window, label: &str) {
    window.get_all_by_label_contains(label).next().unwrap().click();
    settle(window);
}

/// Clicks the button of that name, where a heading or a field is called the same.
pub(crate) fn click_button(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

/// Types into the field of that name, in place of what stands there.
pub(crate) fn fill(window: &mut Window, label: &str, typed: &str) {
    field(window, label).focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(2);
    field(window, label).type_text(typed);
    settle(window);
}

/// Types into the field of that name, behind what stands there.
pub(crate) fn type_on(window: &mut Window, label: &str, typed: &str) {
    field(window, label).focus();
    window.run_steps(2);
    field(window, label).type_text(typed);
    settle(window);
}

pub(crate) fn field<'a>(window: &'a Window, label: &'a str) -> Node<'a> {
    let line = window.query_by_role_and_label(Role::TextInput, label);
    line.unwrap_or_else(|| window.get_by_role_and_label(Role::MultilineTextInput, label))
}
