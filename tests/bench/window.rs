//! What the officer waits for at the screen: a frame, and the pages after a keystroke.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::{Context, Event, RawInput, Rect};
use retinue::app::RetinueApp;
use retinue::app::clock::Clock;
use retinue::app::command::Action;
use retinue::app::state::Folders;
use retinue::model::{About, Lang, Minute, Text, Visit};
use retinue::paper::typeset::{Templates, typeset};
use retinue::paper::{self, Options, PageSize};
use retinue::projection::{Audience, Projection};
use retinue::store::{self, Owner};

use crate::generator;
use crate::measure::{Table, median, percentile};

/// One frame with 500 items and 1,000 people open and the library beside them: panels laid out
/// and tessellated, all that the processor does.
pub(crate) fn frame(table: &mut Table, visits: &Path, cache: &Path, scratch: &Path) {
    let path = visits.join("open-in-the-window.ron");
    let visit = generator::visit(1, 1_000, 500);
    std::fs::write(&path, store::write(&visit).unwrap()).unwrap();
    let folders = Folders {
        data: scratch.join("data"),
        config: scratch.join("config"),
        cache: cache.to_owned(),
    };
    let now = Minute::parse("2024-07-20 10:00").unwrap();
    let ctx = Context::default();
    let owner = Owner { nonce: "bench".to_owned(), ..Owner::default() };
    let mut desk = Desk {
        app: RetinueApp::new(&ctx, Clock::Stopped(now), folders, owner, Some(path)),
        ctx,
        frame: eframe::Frame::_new_kittest(),
        at: 0.0,
    };
    let until = Instant::now() + Duration::from_mins(2);
    while !desk.app.state().is_settled() || desk.app.state().open_path().is_none() {
        assert!(Instant::now() < until, "the window does not come to rest");
        desk.step(Vec::new());
        std::thread::sleep(Duration::from_millis(2));
    }
    let looks =
        [Action::Programme, Action::AsDays, Action::AsGroups, Action::AsList, Action::People];
    for look in looks {
        desk.app.state().view().act(look);
        for _ in 0..5 {
            desk.step(Vec::new());
        }
        let mut frames: Vec<Duration> = (0..60_u8)
            .map(|n| desk.step(vec![Event::PointerMoved([600.0 + f32::from(n), 400.0].into())]))
            .collect();
        let name = format!("one frame, {}, 500 items and 1,000 people", look.text());
        table.row(&name, median(&mut frames) * 1e3, 4.0, "ms");
        table.note(format!("p95 {:.2} ms of 60 frames", percentile(&mut frames, 95) * 1e3));
    }
}

struct Desk {
    app: RetinueApp,
    ctx: Context,
    frame: eframe::Frame,
    at: f64,
}

impl Desk {
    /// Runs one frame; the time it took.
    fn step(&mut self, events: Vec<Event>) -> Duration {
        self.at += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size([0.0, 0.0].into(), [1440.0, 900.0].into())),
            time: Some(self.at),
            events,
            ..RawInput::default()
        };
        let (app, frame) = (&mut self.app, &mut self.frame);
        let start = Instant::now();
        let output = self.ctx.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone(), frame);
            app.ui(ui, frame);
        });
        let shapes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        assert!(!shapes.is_empty());
        took
    }
}

/// From a changed title to the picture of the first page, as the preview makes it.
pub(crate) fn preview(table: &mut Table) {
    let visit = generator::visit(1, 30, 40);
    let programme = paper::find("programme").unwrap();
    let mut strokes: Vec<Duration> = (0..40_u8)
        .map(|n| {
            let mut about = About::clone(&visit.about);
            about.title = Text::new(format!("Delegation of the Mayor{}", "!".repeat(n.into())));
            let visit = Visit { about: Arc::new(about), ..visit.clone() };
            let start = Instant::now();
            let seen = Projection::new(&visit, Audience::Guest, &Lang::en());
            let data = programme.data(&seen, &Options::default()).unwrap();
            let (template, size) = (programme.template, PageSize::A4);
            let document = typeset(&data, template, size, &Templates::default()).unwrap();
            let picture = document.picture(0, 1.0).unwrap();
            assert!(picture.width > 0);
            start.elapsed()
        })
        .collect();
    strokes.remove(0); // It loads the fonts.
    table.row("preview after a keystroke, p95", percentile(&mut strokes, 95) * 1e3, 100.0, "ms");
    table.note(format!("median {:.1} ms of 39", median(&mut strokes) * 1e3));
}
