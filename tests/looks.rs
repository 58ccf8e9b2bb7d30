//! Pictures of every tab in light and dark. They need a graphics driver, a software one will do:
//! `cargo test --features looks --test looks`; `UPDATE_SNAPSHOTS=1` makes them anew.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::time::Duration;

use egui_kittest::{Harness, SnapshotOptions};
use retinue::app::RetinueApp;
use retinue::app::clock::Clock;
use retinue::app::command::{Action, Command, Modal};
use retinue::app::issuing::NextIssue;
use retinue::app::state::Folders;
use retinue::app::tabs::Tab;
use retinue::library::samples;
use retinue::model::{Arrangement, ArrangementKind, Choice as _, Minute, PersonId, RecordKind};
use retinue::paper::{Edition, Replaced};
use retinue::store::Owner;

/// A window on a copy of the planning exercise.
fn window(home: &Path, size: [f32; 2], dark: bool) -> Harness<'static, RetinueApp> {
    let library = home.join("library");
    std::fs::create_dir_all(&library).unwrap();
    samples::install(&library).unwrap();
    let at = |name: &str| home.join(name);
    let folders = Folders { data: at("data"), config: at("config"), cache: at("cache") };
    let clock = Clock::Stopped(Minute::parse("2024-07-01 09:00").unwrap());
    let visit = library.join("seoul-in-liangjiang-exercise.ron");
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(1.0)
        .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_os(egui::os::OperatingSystem::Nix)
        .wgpu()
        .build_eframe(move |ctx| {
            RetinueApp::new(&ctx.egui_ctx, clock, folders, Owner::default(), Some(visit))
        });
    let preference = if dark { egui::ThemePreference::Dark } else { egui::ThemePreference::Light };
    harness.state().state().view().send(Command::SetTheme(preference));
    settle(&mut harness);
    harness
}

/// Steps until no job runs: the window asks to be drawn again for ever.
fn settle(harness: &mut Harness<'static, RetinueApp>) {
    for _ in 0..400 {
        harness.step();
        if harness.state().state().is_settled() {
            break;
        }
        std::thread::park_timeout(Duration::from_millis(10));
    }
    for _ in 0..6 {
        harness.step();
    }
}

fn picture(harness: &mut Harness<'static, RetinueApp>, name: &str) {
    // Edges of letters differ a little between drivers.
    let options = SnapshotOptions::new().threshold(2.0).max_failed_pixels(2_000);
    harness.snapshot_options(name, &options);
}

fn every_tab(dark: bool) {
    let home = tempfile::tempdir().unwrap();
    let mut harness = window(home.path(), [1280.0, 800.0], dark);
    let mode = if dark { "dark" } else { "light" };
    for tab in Tab::ALL {
        let selected = match tab {
            Tab::Programme => RecordKind::Item.reference("exhibition-hall-tour"),
            Tab::People => RecordKind::Person.reference("oh-se-hoon"),
            Tab::Arrangements => RecordKind::Arrangement.reference("talks-table"),
            _ => None,
        };
        let view = harness.state().state().view();
        view.send(Command::ShowTab(tab));
        view.send(Command::Select(selected));
        settle(&mut harness);
        picture(&mut harness, &format!("{mode}-{}", format!("{tab:?}").to_lowercase()));
    }
    harness.state().state().view().send(Command::Select(None));
    for (form, name) in [(Action::AsGroups, "groups"), (Action::AsDays, "days")] {
        harness.state().state().view().act(form);
        settle(&mut harness);
        picture(&mut harness, &format!("{mode}-{name}"));
    }
}

#[test]
fn every_tab_in_light() {
    every_tab(false);
}

#[test]
fn every_tab_in_dark() {
    every_tab(true);
}

#[test]
fn the_programme_in_a_small_window() {
    let home = tempfile::tempdir().unwrap();
    let mut harness = window(home.path(), [1024.0, 640.0], false);
    harness.state().state().view().send(Command::ShowTab(Tab::Programme));
    settle(&mut harness);
    picture(&mut harness, "small-programme");
    harness.state().state().view().act(Action::AsGroups);
    settle(&mut harness);
    picture(&mut harness, "small-groups");
}

/// Each kind of plan, of people with interpreters on both sides.
#[test]
fn every_plan() {
    let home = tempfile::tempdir().unwrap();
    let mut harness = window(home.path(), [1360.0, 920.0], false);
    let plan = RecordKind::Arrangement.reference("talks-table");
    let view = harness.state().state().view();
    view.send(Command::ShowTab(Tab::Arrangements));
    view.send(Command::Select(plan));
    settle(&mut harness);
    let visit = harness.state().state().session().visit().clone();
    let plan = visit.arrangements.iter().find(|plan| plan.id.as_str() == "talks-table").unwrap();
    for kind in ArrangementKind::ALL {
        let seats = if *kind == ArrangementKind::GroupPhoto { 9 } else { 0 };
        let changed = Arrangement { kind: *kind, seats, ..Arrangement::clone(plan) };
        harness.state().state().view().set(changed);
        settle(&mut harness);
        picture(&mut harness, &format!("plan-{}", format!("{kind:?}").to_lowercase()));
    }
}

#[test]
fn the_question_before_a_version_goes_out() {
    let home = tempfile::tempdir().unwrap();
    let mut harness = window(home.path(), [1280.0, 800.0], false);
    harness.state().state().view().send(Command::ShowTab(Tab::Papers));
    settle(&mut harness);
    let at = |time: &str| Minute::parse(time).unwrap();
    let replaces = Some(Replaced { version: 2, at: Some(at("2024-07-28 14:20")) });
    let next = NextIssue {
        edition: Edition { version: 3, at: at("2024-07-28 16:40"), replaces },
        holders: ["oh-se-hoon", "luo-lin"].map(|id| PersonId::new(id).unwrap()).into(),
        reason: "晚宴推迟 banquet later".to_owned(),
        path: "programme-v3.pdf".to_owned(),
    };
    harness.state().state().view().send(Command::Ask(Modal::Issue(Box::new(next))));
    settle(&mut harness);
    picture(&mut harness, "light-issue");
    harness.state().state().view().send(Command::SetTheme(egui::ThemePreference::Dark));
    settle(&mut harness);
    picture(&mut harness, "dark-issue");
}
