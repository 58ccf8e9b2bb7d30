//! The set-up that every test of the real window shares.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use retinue::app::RetinueApp;
use retinue::app::clock::Clock;
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
    Harness::builder()
        .with_size(size)
        .build_eframe(|cc| RetinueApp::new(&cc.egui_ctx, Clock::Stopped(now), folders, owner, path))
}

/// A home of its own, and the window with the visit open in it. Reading the file is a job: frames
/// go by until its answer is there.
pub(crate) fn window_on(visit: &Visit, now: &str, size: [f32; 2]) -> (tempfile::TempDir, Window) {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let folders = Folders { data: at("data"), config: at("config"), cache: at("cache") };
    let library = at("visits");
    std::fs::create_dir_all(&library).unwrap();
    let path = library.join("test-visit.ron");
    store::write_text(&path, store::write(visit).unwrap().as_bytes()).unwrap();
    let mut window = window(folders, now, size, Some(path));
    let until = Instant::now() + Duration::from_mins(1);
    while window.state().state().session().visit().id.is_empty() {
        assert!(Instant::now() < until, "the visit does not open");
        window.step();
        std::thread::yield_now();
    }
    window.run_steps(4);
    (home, window)
}
